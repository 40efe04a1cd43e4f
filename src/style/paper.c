#include "style/paper.h"

static const struct page_size page_sizes[META_PAGE_COUNT] = {
    [META_PAGE_A4] = {UNIT_MM(210), UNIT_MM(297), UNIT_MM(17), UNIT_MM(28), UNIT_MM(31)},
    [META_PAGE_A3] = {.width = UNIT_MM(297), .height = UNIT_MM(420)},
    [META_PAGE_A5] = {UNIT_MM(148), UNIT_MM(210), UNIT_MM(12), UNIT_MM(20), UNIT_MM(14)},
    [META_PAGE_DL] = {.width = UNIT_MM(99), .height = UNIT_MM(210)},
    [META_PAGE_LETTER] = {UNIT_PT(612), UNIT_PT(792), UNIT_MM(17), UNIT_MM(26), UNIT_MM(34)},
};

#define LINE_LEAST 20 /* letters */
#define TEXT_LEAST 8  /* lines on a page */

#define SIDE_LEAST   UNIT_MM(8)
#define TOP_LEAST    UNIT_MM(8)
#define BOTTOM_LEAST UNIT_MM(15) /* holds the running foot */

unit paper_line(unit size, int letters)
{
    return (unit)((int64_t)size * letters * 463 / 1000);
}

static unit share(unit length, int percent, unit least, unit most)
{
    unit part = (unit)((int64_t)length * percent / 100);
    return part < least ? least : part > most ? most : part;
}

/* Margins of a page for which the house has none: a share of the page, but no line is longer than
 * PAPER_LINE_MOST letters. */
static void set_margins(struct page_size *size, unit body)
{
    unit lines = paper_line(body, PAPER_LINE_MOST);
    size->top = share(size->height, 6, TOP_LEAST, UNIT_MM(20));
    size->bottom = share(size->height, 9, BOTTOM_LEAST, UNIT_MM(28));
    size->side = share(size->width, 10, SIDE_LEAST, size->width);
    if (size->width - 2 * size->side > lines)
        size->side = (size->width - lines) / 2;
}

static unit tenths_of_mm(int32_t tenths)
{
    return (unit)((int64_t)tenths * 1024 * 72 / 254);
}

static struct page_size find_size(const struct meta *meta, unit body)
{
    const struct meta_paper *paper = &meta->paper;
    struct page_size size = page_sizes[paper->page]; /* of META_PAGE_OWN: nothing */
    if (paper->page == META_PAGE_OWN)
        size = (struct page_size){.width = tenths_of_mm(paper->width),
                                  .height = tenths_of_mm(paper->height)};
    bool turned = meta->landscape == META_SWITCH_ON && size.width < size.height;
    if (turned) {
        unit width = size.width;
        size.width = size.height;
        size.height = width;
    }
    if (turned || size.side == 0)
        set_margins(&size, body);
    return size;
}

static int in_mm(unit length)
{
    return (int)(((int64_t)length * 254 + 737279) / 737280);
}

static unit larger(unit a, unit b)
{
    return a > b ? a : b;
}

static void tell_too_small(const struct meta *meta, struct diag_list *diags, const char *message,
                           int least, const char *way, unit body)
{
    diag_add(diags, DIAG_CODE_VALUE_FORM, meta->paper.span,
             arena_format(diags->arena, "make it at least %d mm %s", least, way), "%s of %d points",
             message, body / UNIT_PT(1));
}

/* The page with the margins that the theme sets. */
static struct page_size with_margins(const struct page_size *page, const struct tokens *tokens)
{
    struct page_size size = *page;
    if (tokens->of[THEME_MARGIN_SIDE].pair)
        size.side = tokens->of[THEME_MARGIN_SIDE].value;
    if (tokens->of[THEME_MARGIN_TOP].pair)
        size.top = tokens->of[THEME_MARGIN_TOP].value;
    if (tokens->of[THEME_MARGIN_BOTTOM].pair)
        size.bottom = tokens->of[THEME_MARGIN_BOTTOM].value;
    return size;
}

static void tell_margin(const struct meta_pair *pair, struct diag_list *diags, const char *hint,
                        const char *message)
{
    diag_add(diags, DIAG_CODE_VALUE_FORM, pair->value_span, hint, "theme token '%s': %s", pair->key,
             message);
}

static bool is_narrow(const struct page_size *size, unit body)
{
    return size->width - 2 * size->side < paper_line(body, LINE_LEAST);
}

static bool is_low(const struct page_size *size, unit body)
{
    return size->height - size->top - size->bottom < TEXT_LEAST * body * 3 / 2;
}

static bool margins_fit(const struct page_size *size, const struct tokens *tokens,
                        struct diag_list *diags)
{
    static const enum theme_key high[] = {THEME_MARGIN_TOP, THEME_MARGIN_BOTTOM};
    const struct meta_pair *side = tokens->of[THEME_MARGIN_SIDE].pair;
    const struct meta_pair *upright = tokens_last(tokens, high, 2);
    unit measure = size->width - 2 * size->side,
         most = paper_line(tokens->size, PAPER_LINE_MOST + 1);
    if (side && is_narrow(size, tokens->size))
        tell_margin(side, diags, "make it smaller", "a line would not hold 20 letters of text");
    else if (side && measure >= most)
        tell_margin(side, diags,
                    arena_format(diags->arena, "make it at least %d mm, or the text larger",
                                 in_mm((size->width - most) / 2 + 1)),
                    "a line would hold more than 75 letters, and the eye would lose the next one");
    else if (upright && is_low(size, tokens->size))
        tell_margin(upright, diags, "make it smaller", "a page would not hold 8 lines of text");
    else
        return true;
    return false;
}

struct page_size paper_size(const struct meta *meta, const struct tokens *tokens,
                            struct diag_list *diags)
{
    unit body = tokens->size, line = paper_line(body, LINE_LEAST), text = TEXT_LEAST * body * 3 / 2;
    struct page_size size = find_size(meta, body);
    bool narrow = is_narrow(&size, body), low = is_low(&size, body);
    if (narrow)
        tell_too_small(meta, diags,
                       "the page is too narrow: a line would not hold 20 letters of text",
                       in_mm(larger(line * 10 / 8, line + 2 * SIDE_LEAST)), "wide", body);
    else if (low)
        tell_too_small(meta, diags, "the page is too low: it would not hold 8 lines of text",
                       in_mm(larger(text * 20 / 17, text + TOP_LEAST + BOTTOM_LEAST)), "high",
                       body);
    if (narrow || low)
        return page_sizes[META_PAGE_A4];
    struct page_size themed = with_margins(&size, tokens);
    return margins_fit(&themed, tokens, diags) ? themed : size;
}
