#include "style/tokens.h"

#include <stdlib.h>
#include <string.h>

#include "base/suggest.h"
#include "doc/theme.h"
#include "font/font.h"
#include "style/colour.h"

#define BODY_USUAL UNIT_PT(13)

/* Of a number of the table, which has no more decimals. */
static int32_t hundredths(double number)
{
    return (int32_t)(number * 100 + 0.5);
}

static void wrong_form(const struct meta_pair *pair, struct diag_list *diags, const char *hint)
{
    diag_add(diags, DIAG_CODE_VALUE_FORM, pair->value_span, hint, "theme token '%s' cannot be '%s'",
             pair->key, pair->value);
}

static bool parse_colour(const char *text, int32_t *out)
{
    if (text[0] != '#' || strlen(text) != 7 || strspn(text + 1, "0123456789abcdefABCDEF") != 6)
        return false;
    *out = (int32_t)strtoul(text + 1, NULL, 16);
    return true;
}

/* Text and lines of this colour stand on white. */
static bool read_colour(const struct meta_pair *pair, const struct theme_row *row,
                        struct diag_list *diags, int32_t *out)
{
    if (!parse_colour(pair->value, out)) {
        wrong_form(pair, diags,
                   "write a colour as # and six hexadecimal digits, such as \"#0b5c73\"");
        return false;
    }
    int contrast = colour_contrast((uint32_t)*out, 0xffffff), least = hundredths(row->least);
    if (contrast >= least)
        return true;
    diag_add(diags, DIAG_CODE_THEME_CONTRAST, pair->value_span,
             least == CONTRAST_LEAST
                 ? "choose a darker colour: WCAG 2.2 (1.4.3) asks for at least 4.5:1"
                 : "choose a darker colour: a line that prints has at least 1.5:1",
             "the colour %s has a contrast of only %d.%02d:1 on white", pair->value, contrast / 100,
             contrast % 100);
    return false;
}

/* Hundredths of the form's unit as a token holds them. */
static int32_t in_units(enum theme_form form, int32_t number)
{
    switch (form) {
    case THEME_POINTS: return number * UNIT_PT(1) / 100;
    case THEME_LENGTH: return (int32_t)(((int64_t)number * UNIT_PT(72) + 1270) / 2540);
    case THEME_PERCENT: return number / 10;
    case THEME_COLOUR:
    case THEME_CHOICE:
    case THEME_FILE: break;
    }
    return number;
}

static bool read_number(const struct meta_pair *pair, const struct theme_row *row,
                        struct diag_list *diags, int32_t *out)
{
    int32_t number = theme_number(row->form, pair->value);
    *out = in_units(row->form, number);
    if (number >= hundredths(row->least) && number <= hundredths(row->most))
        return true;
    wrong_form(pair, diags,
               arena_format(diags->arena, "write a number from %g to %g (%s)", row->least,
                            row->most,
                            row->form == THEME_POINTS ? "points" : theme_sign(row->form)));
    return false;
}

static bool read_choice(const struct meta_pair *pair, const struct theme_row *row,
                        struct diag_list *diags, int32_t *out)
{
    *out = strcmp(pair->value, row->yes) == 0;
    if (*out || strcmp(pair->value, row->no) == 0)
        return true;
    wrong_form(pair, diags, arena_format(diags->arena, "write %s or %s", row->no, row->yes));
    return false;
}

static void report_unknown(const struct meta_pair *pair, struct diag_list *diags)
{
    const char *names[THEME_KEY_COUNT];
    for (int i = 0; i < THEME_KEY_COUNT; i++)
        names[i] = theme_table[i].name;
    const char *nearest = suggest_nearest(pair->key, names, THEME_KEY_COUNT);
    diag_add(diags, DIAG_CODE_KEY_UNKNOWN, pair->key_span,
             nearest ? arena_format(diags->arena, "did you mean '%s'?", nearest)
                     : "the manual page lists the tokens (THEME)",
             "there is no theme token '%s'", pair->key);
}

static bool read_value(const struct meta_pair *pair, const struct theme_row *row,
                       struct diag_list *diags, int32_t *out)
{
    switch (row->form) {
    case THEME_COLOUR: return read_colour(pair, row, diags, out);
    case THEME_POINTS:
    case THEME_LENGTH:
    case THEME_PERCENT: return read_number(pair, row, diags, out);
    case THEME_CHOICE: return read_choice(pair, row, diags, out);
    case THEME_FILE: break;
    }
    *out = 0;
    return true;
}

static void read_pair(const struct meta_pair *pair, struct diag_list *diags, struct tokens *out)
{
    enum theme_key key = theme_find(pair->key);
    int32_t value;
    if (key == THEME_KEY_COUNT)
        report_unknown(pair, diags);
    else if (read_value(pair, &theme_table[key], diags, &value))
        out->of[key] = (struct token){.value = value, .pair = pair, .turn = ++out->set};
}

static bool is_overridden(const struct meta_pairs *pairs, size_t index)
{
    for (size_t i = index + 1; i < pairs->count; i++)
        if (strcmp(pairs->items[i].key, pairs->items[index].key) == 0)
            return true;
    return false;
}

/* Lengths are meant for the body of these pairs. */
static void read_pairs(const struct meta_pairs *pairs, struct diag_list *diags, struct tokens *out)
{
    for (size_t i = 0; i < pairs->count; i++)
        if (!is_overridden(pairs, i))
            read_pair(&pairs->items[i], diags, out);
    out->size = out->of[THEME_SIZE].value;
    for (int key = 0; key < THEME_KEY_COUNT; key++)
        if (out->of[key].body == 0)
            out->of[key].body = out->size;
}

static void set_usual(struct tokens *out)
{
    *out = (struct tokens){0};
    for (int key = 0; key < THEME_KEY_COUNT; key++) {
        const struct theme_row *row = &theme_table[key];
        struct token *token = &out->of[key];
        token->body = BODY_USUAL;
        token->value = row->form == THEME_COLOUR ? (int32_t)row->colour
                                                 : in_units(row->form, hundredths(row->usual));
    }
}

/* By FONT_BOLD | FONT_ITALIC. */
static void set_fonts(struct tokens *out)
{
    static const enum theme_key faces[4] = {[FONT_REGULAR] = THEME_FONT,
                                            [FONT_BOLD] = THEME_FONT_BOLD,
                                            [FONT_ITALIC] = THEME_FONT_ITALIC,
                                            [FONT_BOLD | FONT_ITALIC] = THEME_FONT_BOLD_ITALIC};
    for (int face = 0; face < 4; face++) {
        const struct meta_pair *pair = out->of[faces[face]].pair;
        out->font[face] = pair ? pair->value : NULL;
    }
}

/* Strong text, headings and (by choice) emphasis would look like all other text. */
static void report_missing_faces(const struct meta *meta, struct diag_list *diags,
                                 const struct tokens *tokens)
{
    const char *missing = !tokens->font[FONT_BOLD] ? "font_bold"
                          : tokens->of[THEME_EMPHASIS].value && !tokens->font[FONT_ITALIC]
                              ? "font_italic"
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
    set_usual(out);
    read_pairs(&meta->theme, diags, out);
    if (over)
        read_pairs(over, diags, out);
    set_fonts(out);
    report_no_regular(meta, diags, out);
    report_missing_faces(meta, diags, out);
}

uint32_t tokens_colour(const struct tokens *tokens, enum theme_key key)
{
    const struct token *token = &tokens->of[key];
    bool as_brand = key == THEME_LINK && !token->pair;
    return (uint32_t)(as_brand ? tokens->of[THEME_BRAND].value : token->value);
}

static unit scaled(unit value, unit size, unit whole)
{
    return (unit)(((int64_t)value * size + whole / 2) / whole);
}

unit tokens_length(const struct tokens *tokens, enum theme_key key)
{
    return scaled(tokens->of[key].value, tokens->size, tokens->of[key].body);
}

unit tokens_scaled(const struct tokens *tokens, unit usual)
{
    return scaled(usual, tokens->size, BODY_USUAL);
}

const struct meta_pair *tokens_last(const struct tokens *tokens, const enum theme_key *keys,
                                    size_t count)
{
    const struct token *last = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct token *token = &tokens->of[keys[i]];
        if (token->pair && (!last || token->turn > last->turn))
            last = token;
    }
    return last ? last->pair : NULL;
}
