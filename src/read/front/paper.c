#include "read/front/paper.h"

#include <string.h>

#define HINT "write a3, a4, a5, dl or letter, or width and height, such as 148x210mm"

/* 14,400 units of 1/72 inch are 5,080 mm. */
#define LARGEST 50000 /* tenths of a millimetre */

const char *const value_papers[META_PAGE_COUNT] = {
    [META_PAGE_A4] = "a4", [META_PAGE_A3] = "a3",  [META_PAGE_A5] = "a5",
    [META_PAGE_DL] = "dl", [META_PAGE_OWN] = NULL, [META_PAGE_LETTER] = "letter"};

static void wrong(const struct value *value, const char *hint)
{
    diag_add(value->diags, DIAG_CODE_VALUE_FORM, value->node->span, hint, "'%s' cannot be '%s'",
             value->node->key, value->node->text);
}

static const char *skip_spaces(const char *text)
{
    while (*text == ' ')
        text++;
    return text;
}

/* Reads "148" or "14.8" in tenths; -1: there is no such number. */
static int32_t read_tenths(const char **text)
{
    const char *at = *text;
    int32_t tenths = 0;
    for (; ascii_is_digit(*at) && tenths < LARGEST; at++)
        tenths = tenths * 10 + (*at - '0');
    if (at == *text || ascii_is_digit(*at))
        return at == *text ? -1 : LARGEST * 10;
    tenths *= 10;
    if (*at == '.' && ascii_is_digit(at[1])) {
        tenths += at[1] - '0';
        at += 2;
    }
    *text = at;
    return tenths;
}

/* Units as tenths of a millimetre are to tenths of the unit, in thousandths. */
static const struct length_unit {
    const char *name;
    int32_t thousandths;
} length_units[] = {{"mm", 1000}, {"cm", 10000}, {"in", 25400}};

/* The unit at *text, or NULL. */
static const struct length_unit *read_unit(const char **text)
{
    *text = skip_spaces(*text);
    for (size_t i = 0; i < sizeof length_units / sizeof *length_units; i++)
        if (strncmp(*text, length_units[i].name, 2) == 0) {
            *text = skip_spaces(*text + 2);
            return &length_units[i];
        }
    return NULL;
}

static int32_t in_tenths(int32_t tenths, const struct length_unit *unit)
{
    int64_t length = (int64_t)tenths * unit->thousandths / 1000;
    return length > LARGEST ? LARGEST + 1 : (int32_t)length;
}

/* "148x210mm"; false: it is not of that form. */
static bool read_size(const char *text, struct meta_paper *out)
{
    static const char times[] = "\xc3\x97"; /* × */
    int32_t width = read_tenths(&text);
    const struct length_unit *first = width < 0 ? NULL : read_unit(&text);
    if (width < 0 || !(*text == 'x' || *text == 'X' || strncmp(text, times, 2) == 0))
        return false;
    text = skip_spaces(text + (*text == *times ? 2 : 1));
    int32_t height = read_tenths(&text);
    const struct length_unit *last = height < 0 ? NULL : read_unit(&text);
    if (height < 0 || *text != '\0')
        return false;
    last = last ? last : first ? first : &length_units[0];
    out->width = in_tenths(width, first ? first : last);
    out->height = in_tenths(height, last);
    return true;
}

void value_paper(const struct value *value, struct meta_paper *out)
{
    struct meta_text text = {0};
    value_line(value, &text);
    if (!text.value)
        return;
    struct meta_paper paper = {.page = META_PAGE_OWN, .value = text.value, .span = text.span};
    for (int page = 0; page < META_PAGE_COUNT; page++)
        if (value_papers[page] && strcmp(text.value, value_papers[page]) == 0)
            paper.page = (enum meta_page)page;
    if (paper.page == META_PAGE_OWN && !read_size(text.value, &paper)) {
        const char *hint = HINT;
        for (int page = 0; page < META_PAGE_COUNT; page++)
            if (value_papers[page] &&
                slice_equal_nocase(slice_from(text.value), slice_from(value_papers[page])))
                hint = arena_format(value->arena, "write %s, in small letters", value_papers[page]);
        wrong(value, hint);
        return;
    }
    if (paper.width > LARGEST || paper.height > LARGEST) {
        wrong(value, "no page of a PDF is wider or higher than 5 m: write a smaller size");
        return;
    }
    *out = paper;
}

void value_fit(const struct value *value, struct meta_fit *out)
{
    struct meta_text text = {0};
    value_line(value, &text);
    if (!text.value || !*text.value)
        return;
    int pages = 0;
    const char *at = text.value;
    for (; ascii_is_digit(*at) && pages <= META_FIT_MOST; at++)
        pages = pages * 10 + (*at - '0');
    if (*at != '\0' || pages < 1 || pages > META_FIT_MOST)
        wrong(value, "write the number of pages that the leaflet must fit on, such as 2");
    else
        *out = (struct meta_fit){pages, text.span};
}
