#include "style/contrast.h"

#include "style/colour.h"

/* A ground, what lies on it, and the words for it. */
struct ground {
    uint32_t text, ground;
    const char *what;
};

static bool can_be_read(const struct ground *on, const struct meta_pair *pair,
                        struct diag_list *diags)
{
    int contrast = colour_contrast(on->text, on->ground);
    if (contrast >= CONTRAST_LEAST || !pair)
        return true;
    diag_add(diags, DIAG_CODE_THEME_CONTRAST, pair->value_span,
             "choose darker colours: WCAG 2.2 (1.4.3) asks for at least 4.5:1",
             "with these colours %s has a contrast of only %d.%02d:1 on its ground #%06x", on->what,
             contrast / 100, contrast % 100, on->ground);
    return false;
}

/* The last colour that is set: the house's own can be read on one another. */
static const struct meta_pair *last_colour(const struct tokens *tokens)
{
    static const enum theme_key keys[] = {THEME_BRAND, THEME_TEXT,      THEME_WARNING,
                                          THEME_LINK,  THEME_CODE_TINT, THEME_CALLOUT_TINT};
    return tokens_last(tokens, keys, sizeof keys / sizeof *keys);
}

void contrast_check(const struct style_text *body, const struct style_callout *looks,
                    const struct tokens *tokens, struct diag_list *diags)
{
    const struct meta_pair *pair = last_colour(tokens);
    uint32_t text = body->colour;
    struct ground code = {text, tokens_colour(tokens, THEME_CODE_TINT), "code"};
    bool fine = true;
    for (int kind = 0; kind < CALLOUT_KIND_COUNT && fine; kind++) {
        const struct style_callout *look = &looks[kind];
        const struct ground grounds[] = {
            {text, look->tint, "the text of boxes"},
            {tokens_colour(tokens, THEME_LINK), look->tint, "a link in a box"},
            {look->label.colour, look->head, "the label of a box"},
            {look->ink, look->icon, "the sign of a box"}};
        for (size_t i = 0; i < sizeof grounds / sizeof *grounds && fine; i++)
            fine = can_be_read(&grounds[i], pair, diags);
    }
    if (fine)
        can_be_read(&code, pair, diags);
}
