#include "style/density.h"

#include "style/paper.h"

#define SIDE_LEAST UNIT_MM(15)

#define COLUMN_LETTERS 45 /* fewer, and lines are ragged or full of holes */
#define COLUMN_GAP_EMS 2

/* Spaces of less than this percent: back matter gives way as well. */
#define COMPACT_BELOW 70

static unit scaled(unit value, int64_t share, int64_t whole)
{
    return (unit)((value * share + whole / 2) / whole);
}

static void scale_text(struct style_text *text, const struct style *style,
                       const struct style_density *density, enum style_use use)
{
    int64_t size = density->size > 0 ? density->size : style->body.size;
    unit before = text->size;
    text->size = scaled(text->size, size, style->body.size);
    text->size = text->size < style->smallest ? style->smallest : text->size;
    text->leading = scaled(text->leading, text->size, before);
    if (use == STYLE_RUNNING)
        text->leading = scaled(text->leading, density->leading, 100);
}

static void scale_texts(struct style *out, const struct style *style,
                        const struct style_density *density)
{
#define X(member, use) scale_text(&out->member, style, density, use);
    STYLE_TEXTS(X)
#undef X
    for (int level = 1; level <= 6; level++)
        scale_text(&out->heading[level], style, density, STYLE_DISPLAY);
    for (size_t i = 0; i < CALLOUT_KIND_COUNT; i++)
        scale_text(&out->callout[i].label, style, density, STYLE_RUNNING);
    style_follow_texts(out);
}

static void scale_spaces(struct style *out, const struct style *style,
                         const struct style_density *density)
{
    unit *spaces[] = {&out->space_paragraph,  &out->space_block,    &out->space_item,
                      &out->space_item_loose, &out->space_lead_in,  &out->space_aside,
                      &out->callout_pad,      &out->contact_pad,    &out->table_cell_pad_y,
                      &out->code_pad,         &out->masthead_height};
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces; i++)
        *spaces[i] = scaled(*spaces[i], density->space, 100);
    for (int level = 1; level <= 6; level++) {
        out->space_heading[level] = scaled(out->space_heading[level], density->space, 100);
        out->space_after_heading[level] =
            scaled(out->space_after_heading[level], density->space, 100);
    }
    out->indent_list = scaled(out->indent_list, out->body.size, style->body.size);
    out->indent_quote = scaled(out->indent_quote, out->body.size, style->body.size);
}

static unit smaller(unit a, unit b)
{
    return a < b ? a : b;
}

static void scale_margins(struct style *out, const struct style_density *density)
{
    struct page_size size = {out->page_width, out->page_height, out->margin_top, out->margin_bottom,
                             out->margin_side};
    unit least = smaller(SIDE_LEAST, size.side);
    unit side = (size.width - paper_line(out->body.size, density->letters)) / 2;
    if (density->letters > 0)
        size.side = side < least ? least : smaller(side, size.side);
    if (density->top > 0)
        size.top = smaller(density->top, size.top);
    if (density->bottom > 0)
        size.bottom = smaller(density->bottom, size.bottom);
    style_set_page(&size, out);
}

/* Two columns reach as near to the page's edge as they may, unless their lines became too long. */
static void set_columns(struct style *out, const struct style_density *density)
{
    struct page_size size = {out->page_width, out->page_height, out->margin_top, out->margin_bottom,
                             out->margin_side};
    unit line =
        paper_line(out->body.size, density->letters > 0 ? density->letters : PAPER_LINE_MOST);
    unit gap = out->body.size * COLUMN_GAP_EMS, least = smaller(SIDE_LEAST, size.side);
    unit side = (size.width - gap) / 2 - line;
    size.side = side < least ? least : side;
    style_set_page(&size, out);
    out->columns = density->columns;
    out->column_gap = gap;
    out->measure = (out->text_width - gap) / 2;
    out->span_measure = smaller(out->text_width, paper_line(out->lead.size, PAPER_LINE_MOST));
}

bool style_set_density(const struct style *style, const struct style_density *density,
                       struct style *out)
{
    *out = *style;
    scale_texts(out, style, density);
    scale_spaces(out, style, density);
    scale_margins(out, density);
    out->compact = density->space < COMPACT_BELOW;
    out->picture_percent = out->picture_percent * density->picture / 100;
    if (density->columns > 1)
        set_columns(out, density);
    return density->columns == 1 || out->measure >= paper_line(out->body.size, COLUMN_LETTERS);
}
