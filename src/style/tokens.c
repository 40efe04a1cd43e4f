#include "style/tokens.h"

#include <stdlib.h>
#include <string.h>

#include "base/suggest.h"
#include "doc/theme.h"
#include "font/font.h"
#include "style/colour.h"

#define SIZE_DEFAULT UNIT_PT(13)

static void wrong_form(const struct meta_pair *pair, struct diag_list *diags, const char *hint)
{
    diag_add(diags, DIAG_CODE_VALUE_FORM, pair->value_span, hint, "theme token '%s' cannot be '%s'",
             pair->key, pair->value);
}

static bool parse_colour(const char *text, uint32_t *out)
{
    if (text[0] != '#' || strlen(text) != 7 || strspn(text + 1, "0123456789abcdefABCDEF") != 6)
        return false;
    *out = (uint32_t)strtoul(text + 1, NULL, 16);
    return true;
}

/* Text of this colour stands on white. */
static void set_colour(const struct meta_pair *pair, struct diag_list *diags, uint32_t *out)
{
    uint32_t colour;
    if (!parse_colour(pair->value, &colour)) {
        wrong_form(pair, diags,
                   "write a colour as # and six hexadecimal digits, such as \"#0b5c73\"");
        return;
    }
    int contrast = colour_contrast(colour, 0xffffff);
    if (contrast < CONTRAST_LEAST) {
        diag_add(diags, DIAG_CODE_THEME_CONTRAST, pair->value_span,
                 "choose a darker colour: WCAG 2.2 (1.4.3) asks for at least 4.5:1",
                 "the colour %s has a contrast of only %d.%02d:1 on white", pair->value,
                 contrast / 100, contrast % 100);
        return;
    }
    *out = colour;
}

/* "13" or "13.5", with or without "pt"; or -1. */
static unit parse_points(const char *text)
{
    int32_t whole = 0, tenths = 0;
    if (!ascii_is_digit(*text))
        return -1;
    for (; ascii_is_digit(*text) && whole < 1000; text++)
        whole = whole * 10 + (*text - '0');
    if (*text == '.' && ascii_is_digit(text[1])) {
        tenths = text[1] - '0';
        text += 2;
    }
    if (*text != '\0' && strcmp(text, "pt") != 0 && strcmp(text, " pt") != 0)
        return -1;
    return whole * UNIT_PT(1) + tenths * UNIT_PT(1) / 10;
}

static void set_size(const struct meta_pair *pair, struct diag_list *diags, unit *out)
{
    unit size = parse_points(pair->value);
    if (size < UNIT_PT(THEME_SIZE_SMALLEST) || size > UNIT_PT(THEME_SIZE_LARGEST))
        wrong_form(pair, diags, "write the size of the text in points, from 12 to 24");
    else
        *out = size;
}

static void set_choice(const struct meta_pair *pair, struct diag_list *diags,
                       const struct theme_row *row, bool *out)
{
    if (strcmp(pair->value, row->yes) == 0) {
        *out = true;
    } else if (strcmp(pair->value, row->no) == 0) {
        *out = false;
    } else {
        char hint[64];
        snprintf(hint, sizeof hint, "write %s or %s", row->no, row->yes);
        wrong_form(pair, diags, hint);
    }
}

static void report_unknown(const struct meta_pair *pair, struct diag_list *diags)
{
    const char *names[THEME_KEY_COUNT];
    char hint[160] = "the tokens are";
    for (int i = 0; i < THEME_KEY_COUNT; i++) {
        size_t len = strlen(hint);
        names[i] = theme_table[i].name;
        snprintf(hint + len, sizeof hint - len, "%s %s", i > 0 ? "," : "", names[i]);
    }
    const char *nearest = suggest_nearest(pair->key, names, THEME_KEY_COUNT);
    if (nearest)
        snprintf(hint, sizeof hint, "did you mean '%s'?", nearest);
    diag_add(diags, DIAG_CODE_KEY_UNKNOWN, pair->key_span, hint, "there is no theme token '%s'",
             pair->key);
}

/* Where the value of each token goes. */
static void read_pair(const struct meta_pair *pair, struct diag_list *diags, struct tokens *out)
{
    enum theme_key key = theme_find(pair->key);
    switch (key) {
    case THEME_BRAND: set_colour(pair, diags, &out->brand); break;
    case THEME_TEXT: set_colour(pair, diags, &out->text); break;
    case THEME_WARNING: set_colour(pair, diags, &out->warning); break;
    case THEME_SIZE: set_size(pair, diags, &out->size); break;
    case THEME_EMPHASIS: set_choice(pair, diags, &theme_table[key], &out->italic); break;
    case THEME_ALIGN: set_choice(pair, diags, &theme_table[key], &out->justified); break;
    case THEME_HYPHENATION: set_choice(pair, diags, &theme_table[key], &out->hyphenate); break;
    case THEME_FONT: out->font[FONT_REGULAR] = pair->value; break;
    case THEME_FONT_BOLD: out->font[FONT_BOLD] = pair->value; break;
    case THEME_FONT_ITALIC: out->font[FONT_ITALIC] = pair->value; break;
    case THEME_FONT_BOLD_ITALIC: out->font[FONT_BOLD | FONT_ITALIC] = pair->value; break;
    case THEME_KEY_COUNT: report_unknown(pair, diags); break;
    }
}

static bool is_overridden(const struct meta_pairs *pairs, size_t index)
{
    for (size_t i = index + 1; i < pairs->count; i++)
        if (strcmp(pairs->items[i].key, pairs->items[index].key) == 0)
            return true;
    return false;
}

static void read_pairs(const struct meta_pairs *pairs, struct diag_list *diags, struct tokens *out)
{
    for (size_t i = 0; i < pairs->count; i++)
        if (!is_overridden(pairs, i))
            read_pair(&pairs->items[i], diags, out);
}

/* Strong text, headings and (by choice) emphasis would look like all other text. */
static void report_missing_faces(const struct meta *meta, struct diag_list *diags,
                                 const struct tokens *tokens)
{
    const char *missing = !tokens->font[FONT_BOLD]                       ? "font_bold"
                          : tokens->italic && !tokens->font[FONT_ITALIC] ? "font_italic"
                                                                         : NULL;
    if (!tokens->font[FONT_REGULAR] || !missing)
        return;
    for (size_t i = meta->theme.count; i-- > 0;) {
        const struct meta_pair *pair = &meta->theme.items[i];
        if (strcmp(pair->key, "font") != 0)
            continue;
        diag_add(diags, DIAG_CODE_THEME_FACE_MISSING, pair->key_span,
                 "name the file of that face beside the regular one",
                 "the theme has a font but no %s: what should stand out is set in its regular face",
                 missing);
        return;
    }
}

static void report_no_regular(const struct meta *meta, struct diag_list *diags,
                              const struct tokens *tokens)
{
    const char *other = NULL;
    struct span span = SPAN_NONE;
    for (unsigned face = FONT_BOLD; face <= (FONT_BOLD | FONT_ITALIC) && !other; face++)
        other = tokens->font[face];
    if (tokens->font[FONT_REGULAR] || !other)
        return;
    for (size_t i = 0; i < meta->theme.count; i++)
        if (meta->theme.items[i].value == other)
            span = meta->theme.items[i].key_span;
    diag_add(diags, DIAG_CODE_THEME_FONT, span, "name the regular face too: font: path",
             "the theme names a bold or italic face but no regular one");
}

void tokens_read(const struct meta *meta, const struct meta_pairs *over, struct diag_list *diags,
                 struct tokens *out)
{
    *out = (struct tokens){
        .brand = 0x0b5c73, .text = 0x1d2330, .warning = 0xa3320b, .size = SIZE_DEFAULT};
    read_pairs(&meta->theme, diags, out);
    if (over)
        read_pairs(over, diags, out);
    report_no_regular(meta, diags, out);
    report_missing_faces(meta, diags, out);
}
