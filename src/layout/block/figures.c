#include "layout/block/figures.h"

#include "layout/block/figure.h"
#include "layout/block/lines.h"
#include "layout/block/printed.h"

#define GAP          UNIT_MM(6)  /* between columns */
#define COLUMN_LEAST UNIT_MM(32) /* narrower ones hold no caption; fewer stand in a row */
#define COLUMN_WORDS UNIT_MM(45) /* what a caption takes where there is room */
#define ROW_MOST     4u
#define UPRIGHT      5 /* quarters of its width that a picture may be high beside others */

/* How the figures are laid out: equal columns from the start edge. */
struct columns {
    uint32_t count;
    unit width, height; /* of a picture at most */
};

struct row_picture {
    const struct node *figure;
    struct fitted_picture picture;
    struct par caption;
    struct flow column;
};

static uint32_t divide_up(uint32_t a, uint32_t b)
{
    return (a + b - 1) / b;
}

/* No wider than the widest picture, or a caption, wants. */
static struct columns find_columns(const struct node *figures, const struct flow *flow)
{
    uint32_t count = 0;
    for (const struct node *at = printed_first(figures); at; at = printed_next(at))
        count++;
    unit measure = flow->measure;
    uint32_t most = (uint32_t)((measure + GAP) / (COLUMN_LEAST + GAP));
    most = most < 1 ? 1 : most > ROW_MOST ? ROW_MOST : most;
    struct columns columns = {.count = divide_up(count, divide_up(count, most))};
    unit share = (measure - (unit)(columns.count - 1) * GAP) / (unit)columns.count, wanted = 0;
    columns.height = share / 4 * UPRIGHT;
    for (const struct node *at = printed_first(figures); at; at = printed_next(at)) {
        unit w, h;
        if (figure_size_print(at, flow, share, columns.height, &w, &h))
            wanted = w > wanted ? w : wanted;
        if (printed_child(at, NODE_CAPTION) && wanted < COLUMN_WORDS)
            wanted = COLUMN_WORDS;
    }
    columns.width = wanted < share ? wanted : share;
    return columns;
}

static uint32_t fit_row(struct galley *galley, const struct node *first, const struct flow *flow,
                        const struct columns *columns, struct row_picture row[ROW_MOST])
{
    uint32_t count = 0;
    for (const struct node *at = first; at && count < columns->count; at = printed_next(at)) {
        struct row_picture *own = &row[count];
        own->figure = at;
        own->column = *flow;
        own->column.x = flow_x(flow, (unit)count * (columns->width + GAP), columns->width);
        own->column.measure = columns->width;
        own->picture = figure_fit_print(galley, at, flow, columns->width, columns->height);
        own->caption = figure_caption(galley, at, &own->column);
        count++;
    }
    return count;
}

static unit caption_height(const struct par *caption)
{
    unit height = 0;
    for (uint32_t i = 0; i < caption->count; i++)
        height += caption->lines[i].height;
    return height;
}

/* By how much a row may be made lower: all of its pictures alike, or none. */
static unit find_give(const struct row_picture *row, uint32_t count, unit above)
{
    unit give = above;
    for (uint32_t i = 0; i < count; i++) {
        const struct fitted_picture *picture = &row[i].picture;
        if (picture->count == 0)
            continue;
        unit own = figure_give(row[i].figure, picture);
        own = (unit)((int64_t)own * above / picture->height);
        give = own < give ? own : give;
    }
    return give;
}

static void place_flexible(struct galley *galley, const struct row_picture *row, uint32_t count,
                           unit height, unit give)
{
    struct galley_picture pictures[ROW_MOST];
    uint32_t found = 0;
    for (uint32_t i = 0; i < count; i++) {
        const struct fitted_picture *picture = &row[i].picture;
        if (picture->count > 0)
            pictures[found++] =
                (struct galley_picture){.item = picture->items,
                                        .x = flow_x(&row[i].column, 0, picture->width),
                                        .y = height - picture->height,
                                        .give = (unit)((int64_t)give * picture->height / height),
                                        .right = row[i].column.rtl,
                                        .low = true};
    }
    galley_add_flexible(galley, height, give, galley->layout->style->body.size, pictures, found);
}

static void place_fixed(struct galley *galley, const struct row_picture *row, uint32_t count,
                        unit above)
{
    galley_add_box(galley, above, galley->layout->style->body.size);
    for (uint32_t i = 0; i < count; i++) {
        const struct fitted_picture *picture = &row[i].picture;
        galley_add_piece(galley, picture->items, picture->count,
                         flow_x(&row[i].column, 0, picture->width), above - picture->height);
    }
}

/* The captions of a row begin on one line. */
static void place_captions(struct galley *galley, const struct row_picture *row, uint32_t count,
                           unit height)
{
    galley_keep(galley, PAGEBREAK_FORBID);
    galley_add_box(galley, galley->layout->style->space_item + height, -1);
    for (uint32_t i = 0; i < count; i++)
        block_place_par(galley, &row[i].caption, row[i].column.x,
                        galley->layout->style->space_item);
}

/* The pictures of a row stand on one line. False: it is higher than a page. */
static bool place_row(struct galley *galley, const struct row_picture *row, uint32_t count)
{
    const struct style *style = galley->layout->style;
    unit above = 0, below = 0;
    for (uint32_t i = 0; i < count; i++) {
        unit height = caption_height(&row[i].caption);
        above = row[i].picture.height > above ? row[i].picture.height : above;
        below = height > below ? height : below;
    }
    if (above + (below > 0 ? style->space_item : 0) + below > galley->height)
        return false;
    galley_space_shifted(galley, style->space_block, flow_cap_top(&style->body));
    size_t first = galley->count;
    unit give = galley->rigid ? 0 : find_give(row, count, above);
    if (give > 0)
        place_flexible(galley, row, count, above, give);
    else
        place_fixed(galley, row, count, above);
    galley->keep_lines = 0;
    if (below > 0)
        place_captions(galley, row, count, below);
    galley_read_across(galley, first);
    return true;
}

void block_set_figures(struct galley *galley, const struct node *figures, const struct flow *flow)
{
    struct columns columns = find_columns(figures, flow);
    struct row_picture row[ROW_MOST];
    for (const struct node *at = printed_first(figures); at;) {
        uint32_t count = fit_row(galley, at, flow, &columns, row);
        bool placed = place_row(galley, row, count);
        for (uint32_t i = 0; i < count; i++, at = printed_next(at))
            if (!placed)
                block_set_figure(galley, at, flow);
    }
    galley_space(galley, galley->layout->style->space_block);
}
