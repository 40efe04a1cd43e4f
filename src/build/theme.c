#include "build/theme.h"

#include "base/inputs.h"

/* Where the theme names this font; values are known by their address. */
static struct span font_span(const struct doc *doc, const char *path)
{
    const struct meta_pairs *theme = &doc->meta.theme;
    for (size_t i = 0; i < theme->count; i++)
        if (theme->items[i].value == path)
            return theme->items[i].value_span;
    return SPAN_NONE;
}

static void say_unreadable(const struct doc *doc, const char *path, const char *reason,
                           struct diag_list *diags)
{
    diag_add(diags, DIAG_CODE_FILE_UNREADABLE, font_span(doc, path),
             "check the file, and the permissions of it and its folders",
             "the theme's font '%s' cannot be read: %s", path, reason);
}

/* From the arena of the diagnostics; NULL when there is no font, or none in the content folder. */
static const char *real_path(const struct doc *doc, const char *path, struct diag_list *diags)
{
    if (!path)
        return NULL;
    const char *reason;
    const char *real =
        inputs_inside(doc->inputs, diags->arena, inputs_root(doc->inputs), path, &reason);
    if (real)
        return real;
    if (reason)
        say_unreadable(doc, path, reason, diags);
    else
        diag_add(diags, DIAG_CODE_THEME_FONT, font_span(doc, path),
                 "put the font file into the content folder and write its path from there",
                 "the theme's font '%s' is not in the content folder", path);
    return NULL;
}

void theme_set_fonts(const struct doc *doc, const struct style *style, struct font_set *fonts,
                     struct diag_list *diags)
{
    const char *const *paths = style->font;
    const char *real[4];
    struct font_refusal refusal;
    for (int i = 0; i < 4; i++)
        real[i] = real_path(doc, paths[i], diags);
    if (font_set_theme(fonts, real[0], real[1], real[2], real[3], &refusal))
        return;
    const char *path = paths[refusal.style];
    if (refusal.unreadable)
        say_unreadable(doc, path, refusal.reason, diags);
    else
        diag_add(diags, DIAG_CODE_THEME_FONT, font_span(doc, path),
                 "use a TrueType or OpenType font file", "the theme's font '%s' cannot be used: %s",
                 path, refusal.reason);
}
