#include "style/contrast.h"

#include "doc/theme.h"
#include "style/colour.h"

/* A ground, what lies on it, and the words for it. */
struct ground {
    uint32_t text, ground;
    const char *what;
};

static bool is_colour(const char *key)
{
    enum theme_key at = theme_find(key);
    return at == THEME_BRAND || at == THEME_TEXT || at == THEME_WARNING;
}

/* The last colour that is set: the house's own can be read on one another. */
static const struct meta_pair *last_colour(const struct meta_pairs *pairs)
{
    for (size_t i = pairs ? pairs->count : 0; i-- > 0;)
        if (is_colour(pairs->items[i].key))
            return &pairs->items[i];
    return NULL;
}

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

void contrast_check(const struct style_text *body, const struct style_callout *looks,
                    const struct meta *meta, const struct meta_pairs *over, struct diag_list *diags)
{
    const struct meta_pair *pair = last_colour(over);
    pair = pair ? pair : last_colour(&meta->theme);
    bool fine = true;
    for (int kind = 0; kind < CALLOUT_KIND_COUNT && fine; kind++) {
        const struct style_callout *look = &looks[kind];
        const struct ground grounds[] = {{body->colour, look->tint, "the text of boxes"},
                                         {look->label.colour, look->head, "the label of a box"},
                                         {look->ink, look->icon, "the sign of a box"}};
        for (size_t i = 0; i < sizeof grounds / sizeof *grounds && fine; i++)
            fine = can_be_read(&grounds[i], pair, diags);
    }
}
