#include "layout/block/figure.h"

#include "image/picture.h"
#include "image/qr.h"
#include "layout/block/lines.h"
#include "layout/block/printed.h"
#include "layout/par/picture.h"

/* A figure of a wanted size leaves room on its page for a heading and lines around it. */
#define LINES_BESIDE 6

/* Any other is set in its natural size, but no higher than so much of the page; to keep it with its
 * text it may be made smaller down to so much of that. */
#define PAGE_PERCENT    40
#define SMALLER_PERCENT 70

#define COARSE_DOTS 72  /* an inch: fewer are told */
#define SMOOTH_DOTS 150 /* an inch: as good as a leaflet needs */
#define TINY_SIDE   64u /* pixels */

static const struct node *find_picture(const struct node *figure)
{
    const struct node *child = printed_first(figure);
    while (child && child->kind != NODE_IMAGE && child->kind != NODE_QR_CODE)
        child = printed_next(child);
    return child;
}

static unsigned millimetres(int64_t length)
{
    return (unsigned)((length + UNIT_MM(1) / 2) / UNIT_MM(1));
}

static const char *hint_coarse(struct arena *arena, const struct image *image, unit width)
{
    unsigned pixels = (unsigned)((int64_t)width * SMOOTH_DOTS / UNIT_PT(72));
    unsigned smooth = millimetres((int64_t)image->width * UNIT_PT(72) / SMOOTH_DOTS);
    const char *smaller =
        smooth < 10 ? ""
                    : arena_format(arena, ", or print it smaller: {width=%umm} behind it", smooth);
    return arena_format(arena, "take the picture in its full size, %u pixels wide or more%s",
                        pixels, smaller);
}

/* Below COARSE_DOTS edges are seen as steps; and a picture of a few dozen pixels is most often the
 * small copy that a website or a message shows of it. */
static void check_dots(const struct galley *galley, const struct node *node, unit width)
{
    const struct image *image = node->u.image.image;
    struct diag_list *diags = galley->layout->diags;
    int64_t dots = (int64_t)image->width * UNIT_PT(72) / width;
    bool shows = node->u.image.alt && *node->u.image.alt; /* else it only decorates */
    if (dots < COARSE_DOTS)
        diag_add(
            diags, DIAG_CODE_IMAGE_COARSE, node->span, hint_coarse(diags->arena, image, width),
            "the picture '%s' has only %u dots an inch where it is printed %u mm wide: it will "
            "look blurred",
            image->path, (unsigned)dots, millimetres(width));
    else if (shows && image->width < TINY_SIDE && image->height < TINY_SIDE)
        diag_add(diags, DIAG_CODE_IMAGE_COARSE, node->span, "take the picture in its full size",
                 "the picture '%s' is very small: %u by %u pixels, printed %u mm wide", image->path,
                 image->width, image->height, millimetres(width));
}

static struct fitted_picture fit_image(struct galley *galley, const struct node *node,
                                       const struct par_picture_room *room)
{
    unit w, h;
    if (!par_picture_size(node, room, &w, &h))
        return (struct fitted_picture){0};
    if (!node->generated)
        check_dots(galley, node, w);
    struct frame_item *item = galley_new_items(galley, 1);
    *item = (struct frame_item){.kind = FRAME_IMAGE,
                                .node = node->id,
                                .box = {0, 0, w, h},
                                .u.image.image = node->u.image.image};
    return (struct fitted_picture){item, 1, w, h};
}

static uint32_t count_runs(const bool *modules, uint32_t side)
{
    uint32_t runs = 0;
    for (uint32_t i = 0; i < side * side; i++)
        runs += modules[i] && (i % side == 0 || !modules[i - 1]);
    return runs;
}

/* Dark modules of a row that touch become one fill. */
static struct fitted_picture fit_qr(struct galley *galley, const struct node *node, unit room)
{
    struct arena *scratch = &galley->layout->scratch;
    struct arena_mark mark = arena_mark_get(scratch);
    uint32_t side;
    const bool *modules;
    struct fitted_picture picture = {0};
    if (image_qr(node->qr_address, scratch, &side, &modules) && side > 0) {
        unit module = room / (unit)side;
        uint32_t runs = count_runs(modules, side), next = 0;
        struct frame_item *items = galley_new_items(galley, runs);
        for (uint32_t y = 0; y < side; y++)
            for (uint32_t x = 0, end; x < side; x = end + 1) {
                for (end = x; end < side && modules[y * side + end];)
                    end++;
                if (end == x)
                    continue;
                struct frame_box box = {(unit)x * module, (unit)y * module,
                                        (unit)(end - x) * module, module};
                items[next] = frame_fill(box, galley->layout->style->qr_ink);
                items[next].artifact = FRAME_CONTENT;
                items[next++].node = node->id;
            }
        picture = (struct fitted_picture){items, runs, module * (unit)side, module * (unit)side};
    }
    arena_reset(scratch, mark);
    return picture;
}

static struct fitted_picture fit(struct galley *galley, const struct node *picture,
                                 const struct par_picture_room *room)
{
    if (!picture)
        return (struct fitted_picture){0};
    if (picture->kind == NODE_IMAGE)
        return fit_image(galley, picture, room);
    unit side = galley->layout->style->qr_side;
    side = side > room->width ? room->width : side;
    return fit_qr(galley, picture, side > room->height ? room->height : side);
}

struct fitted_picture figure_fit(struct galley *galley, const struct node *figure, unit width,
                                 unit height)
{
    return fit(galley, find_picture(figure), &(struct par_picture_room){width, width, height, 0});
}

/* Percentages are of the whole measure, in whatever column the picture stands. */
static struct par_picture_room room_in_column(const struct flow *flow, unit width, unit height)
{
    return (struct par_picture_room){flow->measure, width, height, PAR_NATURAL_DOTS};
}

struct fitted_picture figure_fit_print(struct galley *galley, const struct node *figure,
                                       const struct flow *flow, unit width, unit height)
{
    struct par_picture_room room = room_in_column(flow, width, height);
    return fit(galley, find_picture(figure), &room);
}

bool figure_size_print(const struct node *figure, const struct flow *flow, unit width, unit height,
                       unit *w, unit *h)
{
    struct par_picture_room room = room_in_column(flow, width, height);
    const struct node *picture = find_picture(figure);
    return picture && picture->kind == NODE_IMAGE && par_picture_size(picture, &room, w, h);
}

struct par figure_caption(struct galley *galley, const struct node *figure,
                          const struct flow *column)
{
    const struct node *caption = printed_child(figure, NODE_CAPTION);
    if (!caption)
        return (struct par){0};
    struct flow turned = flow_turn(galley->layout, column, figure);
    turned = flow_turn(galley->layout, &turned, caption);
    struct par_params params = flow_params(&turned, &galley->layout->style->picture_caption);
    return par_set(galley->layout, caption, &params);
}

static void set_caption(struct galley *galley, const struct node *caption, const struct flow *flow)
{
    struct flow inner = flow_aside(flow, &galley->layout->style->picture_caption, 0);
    galley_space(galley, galley->layout->style->space_item);
    galley_keep(galley, PAGEBREAK_FORBID);
    block_set_inline(galley, caption, &inner);
}

static bool has_wanted_size(const struct node *picture)
{
    return picture && picture->kind == NODE_IMAGE && picture->u.image.width != 0;
}

unit figure_give(const struct node *figure, const struct fitted_picture *picture)
{
    bool fixed = has_wanted_size(find_picture(figure)) || picture->count != 1;
    return fixed ? 0 : picture->height - picture->height / 100 * SMALLER_PERCENT;
}

/* It is made smaller where that keeps it with its text. */
static void place_picture(struct galley *galley, const struct fitted_picture *picture,
                          const struct flow *flow, unit give)
{
    unit baseline = galley->layout->style->body.size; /* of the label of a list */
    unit x = flow_x(flow, 0, picture->width);
    if (give == 0 || galley->rigid) {
        galley_add_box(galley, picture->height, baseline);
        galley_add_piece(galley, picture->items, picture->count, x, 0);
    } else {
        const struct galley_picture one = {
            .item = picture->items, .x = x, .give = give, .right = flow->rtl};
        galley_add_flexible(galley, picture->height, give, baseline, &one, 1);
    }
    galley->keep_lines = 0;
}

/* True if the picture would be much larger, or have the size that its writer wants, in a wider
 * column. */
static bool is_cramped(const struct galley *galley, const struct node *node,
                       const struct par_picture_room *room, unit width)
{
    struct par_picture_room wide = *room;
    unit w, h;
    wide.width = galley->layout->style->text_width;
    if (!node || node->kind != NODE_IMAGE || !par_picture_size(node, &wide, &w, &h))
        return false;
    return width < (has_wanted_size(node) ? w : w / 100 * SMALLER_PERCENT);
}

void block_set_figure(struct galley *galley, const struct node *figure, const struct flow *flow)
{
    const struct style *style = galley->layout->style;
    const struct node *node = find_picture(figure);
    bool fixed = has_wanted_size(node);
    unit height = fixed ? style->text_height - LINES_BESIDE * style->body.leading
                        : style->page_height / 100 * PAGE_PERCENT;
    height = (unit)((int64_t)height * style->picture_percent / 100);
    struct par_picture_room room = room_in_column(flow, flow->measure, height);
    struct fitted_picture picture = fit(galley, node, &room);
    galley->layout->frames->cramped |= is_cramped(galley, node, &room, picture.width);
    galley_space_shifted(galley, style->space_block, flow_cap_top(&style->body));
    size_t first = galley->count;
    if (picture.count > 0)
        place_picture(galley, &picture, flow, figure_give(figure, &picture));
    const struct node *caption = printed_child(figure, NODE_CAPTION);
    if (caption)
        set_caption(galley, caption, flow);
    galley_keep_whole(galley, first);
    galley_space(galley, style->space_block);
}
