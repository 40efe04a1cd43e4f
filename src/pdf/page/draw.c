#include "pdf/page/draw.h"

#include "pdf/file/syntax.h"
#include "pdf/page/content.h"
#include "pdf/page/images.h"
#include "pdf/page/text.h"

static void put_box(struct content *content, int64_t x, int64_t y, int64_t width, int64_t height)
{
    int64_t left = pdf_centi(x), right = pdf_centi(x + width);
    int64_t bottom = content_up(content, y + height), top = content_up(content, y);
    content_put_point(content, left, bottom);
    content_put_point(content, right - left, top - bottom);
    buf_put_string(content->out, "re\n");
}

/* A line along the longer side, in the middle of the box, drawn as a filled strip. */
static void put_rule(struct content *content, const struct frame_item *item)
{
    const struct frame_box *box = &item->box;
    int32_t thickness = item->u.rule.thickness;
    content_mark(content, item, false);
    content_set_fill(content, item->u.rule.colour);
    if (box->width >= box->height)
        put_box(content, box->x, box->y + (box->height - thickness) / 2, box->width, thickness);
    else
        put_box(content, box->x + (box->width - thickness) / 2, box->y, thickness, box->height);
    buf_put_string(content->out, "f\n");
}

/* A rectangle with round corners by four Bézier curves; 0.5523 of the radius makes the best
 * quarter of a circle. */
static void put_round_box(struct content *content, const struct frame_box *box, int32_t radius)
{
    struct buf *out = content->out;
    int64_t x0 = pdf_centi(box->x), x1 = pdf_centi((int64_t)box->x + box->width);
    int64_t y0 = content_up(content, (int64_t)box->y + box->height),
            y1 = content_up(content, box->y);
    int64_t r = pdf_centi(radius), k = r * 5523 / 10000;
    /* corner by corner, anticlockwise from the bottom right: the corner, the side it comes from
     * and the side it leads to */
    const struct {
        int64_t x, y, from_x, from_y, to_x, to_y;
    } corners[] = {
        {x1, y0, -1, 0, 0, 1}, {x1, y1, 0, -1, -1, 0}, {x0, y1, 1, 0, 0, -1}, {x0, y0, 0, 1, 1, 0}};
    content_put_point(content, x0 + r, y0);
    buf_put_string(out, "m\n");
    for (int i = 0; i < 4; i++) {
        int64_t x = corners[i].x, y = corners[i].y, near = r - k;
        content_put_point(content, x + corners[i].from_x * r, y + corners[i].from_y * r);
        buf_put_string(out, "l\n");
        content_put_point(content, x + corners[i].from_x * near, y + corners[i].from_y * near);
        content_put_point(content, x + corners[i].to_x * near, y + corners[i].to_y * near);
        content_put_point(content, x + corners[i].to_x * r, y + corners[i].to_y * r);
        buf_put_string(out, "c\n");
    }
    buf_put_string(out, "h\n");
}

static void put_fill(struct content *content, const struct frame_item *item)
{
    struct frame_box box = item->box;
    int32_t stroke = item->u.fill.stroke, radius = item->u.fill.radius;
    struct buf *out = content->out;
    content_mark(content, item, false);
    if (stroke > 0) { /* the line lies inside the box */
        box.x += stroke / 2;
        box.y += stroke / 2;
        box.width -= stroke;
        box.height -= stroke;
        pdf_put_colour(out, item->u.fill.colour);
        buf_put_string(out, "RG ");
        pdf_put_centi(out, pdf_centi(stroke));
        buf_put_string(out, " w\n");
    } else {
        content_set_fill(content, item->u.fill.colour);
    }
    int32_t most = (box.width < box.height ? box.width : box.height) / 2;
    radius = radius < most ? radius : most;
    if (radius > 0)
        put_round_box(content, &box, radius);
    else
        put_box(content, box.x, box.y, box.width, box.height);
    buf_put_string(out, stroke > 0 ? "S\n" : "f\n");
}

/* The matrix that leads the unit square, in which a picture lies as it is stored, to its place, in
 * which it is upright (ISO 32000-1, 8.3.3; EXIF 2.3, tag 0x0112). */
static void put_placement(struct content *content, int orientation, int64_t left, int64_t bottom,
                          int64_t width, int64_t height)
{
    /* a, b, c, d of the matrix, in units of the place's width (a, c) and height (b, d) */
    static const int turns[9][4] = {{1, 0, 0, 1},   {1, 0, 0, 1},  {-1, 0, 0, 1},
                                    {-1, 0, 0, -1}, {1, 0, 0, -1}, {0, -1, -1, 0},
                                    {0, -1, 1, 0},  {0, 1, 1, 0},  {0, 1, -1, 0}};
    const int *turn = turns[orientation];
    bool from_right = turn[0] < 0 || turn[2] < 0, from_top = turn[1] < 0 || turn[3] < 0;
    content_put_point(content, turn[0] * width, turn[1] * height);
    content_put_point(content, turn[2] * width, turn[3] * height);
    content_put_point(content, left + (from_right ? width : 0), bottom + (from_top ? height : 0));
}

static void put_image(struct content *content, const struct frame_item *item)
{
    struct pdf *pdf = content->pdf;
    const struct frame_box *box = &item->box;
    const struct pdf_image *picture =
        item->u.image.image ? pdf_image_of(pdf, item->u.image.image) : NULL;
    content_mark(content, item, false);
    if (!picture)
        return;
    struct buf *out = content->out;
    int64_t left = pdf_centi(box->x), right = pdf_centi((int64_t)box->x + box->width);
    int64_t bottom = content_up(content, (int64_t)box->y + box->height);
    int64_t top = content_up(content, box->y);
    buf_put_string(out, "q ");
    put_placement(content, picture->orientation, left, bottom, right - left, top - bottom);
    buf_put_string(out, "cm/");
    buf_put_string(out, haru_page_image(pdf->haru, content->page, picture->object));
    buf_put_string(out, " Do Q\n");
}

static void put_item(struct content *content, const struct frame_item *item, uint32_t index)
{
    switch ((enum frame_kind)item->kind) {
    case FRAME_GLYPHS: content_put_glyphs(content, item, index); break;
    case FRAME_RULE: put_rule(content, item); break;
    case FRAME_IMAGE: put_image(content, item); break;
    case FRAME_FILL: put_fill(content, item); break;
    case FRAME_LINK: break; /* links.c */
    }
}

void pdf_draw_page(struct pdf *pdf, uint32_t page, struct buf *out)
{
    const struct frame_page *frame = &pdf->frames->pages[page];
    struct content content = {.pdf = pdf, .out = out, .page = page, .face = -1};
    struct arena_mark mark = arena_mark_get(&pdf->arena);
    content.names = ARENA_ARRAY(&pdf->arena, pdf->fonts->face_count, const char *);
    for (uint32_t i = 0; i < frame->count; i++)
        put_item(&content, &frame->items[i], i);
    content_end_text(&content);
    content_end_mark(&content);
    arena_reset(&pdf->arena, mark);
}
