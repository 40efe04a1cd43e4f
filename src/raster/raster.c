#include "raster/raster.h"

#include <math.h>

#include "base/mem.h"
#include "raster/canvas.h"
#include "raster/pictures.h"

struct raster {
    const struct font_set *fonts;
    struct font_pen *pen; /* NULL until there is a page, as are the next … */
    struct canvas *canvas;
    struct stencils *stencils; /* … of glyphs */
    struct path path;
    struct stencil stencil;
    struct raster_subject subject; /* of the page at hand, as are the next */
    struct pictures pictures;
    struct surface *surface;
    struct diag_list *diags;
    uint32_t page;
};

struct raster *raster_new(const struct font_set *fonts)
{
    struct raster *raster = mem_calloc(1, sizeof *raster);
    raster->fonts = fonts;
    return raster;
}

void raster_free(struct raster *raster)
{
    font_pen_free(raster->pen);
    canvas_free(raster->canvas);
    stencils_free(raster->stencils);
    stencil_free(&raster->stencil);
    path_free(&raster->path);
    mem_free(raster);
}

/* A length as 1/64 pixel: an inch is 72 * 1024 units. */
static int32_t to_pixels(const struct raster *raster, int64_t length)
{
    int64_t twice = length * raster->subject.dpi * 2;
    return (int32_t)((twice + (twice < 0 ? -1152 : 1152)) / (2 * 1152));
}

/* A length as whole pixels. */
static int64_t to_whole(const struct raster *raster, int64_t length)
{
    return (to_pixels(raster, length) + 32) >> 6;
}

static bool fail(struct raster *raster, const char *hint, const char *reason)
{
    const struct doc *doc = raster->subject.doc;
    diag_add_file(raster->diags, DIAG_CODE_PAGE_FAILED, doc->source ? doc->source->name : NULL,
                  hint, "page %u cannot be made a picture: %s", raster->page + 1, reason);
    return false;
}

/* Sets the stencil to the path, which is at an end. False after a diagnostic. */
static bool trace(struct raster *raster)
{
    bool done = canvas_trace(raster->canvas, &raster->path, &raster->stencil);
    path_clear(&raster->path);
    return done || fail(raster, "use another font", "a sign has too many points");
}

static bool fill(struct raster *raster, uint32_t colour)
{
    bool done = trace(raster);
    surface_take(raster->surface, colour);
    if (done)
        surface_fill(raster->surface, &raster->stencil, 0, 0);
    return done;
}

static void fill_box(struct raster *raster, const struct frame_box *box, uint32_t colour)
{
    canvas_fill_box(raster->surface, to_pixels(raster, box->x), to_pixels(raster, box->y),
                    to_pixels(raster, (int64_t)box->x + box->width),
                    to_pixels(raster, (int64_t)box->y + box->height), colour);
}

/* A line along the longer side, in the middle of the box. */
static void paint_rule(struct raster *raster, const struct frame_item *item)
{
    struct frame_box line = item->box;
    unit thickness = item->u.rule.thickness;
    if (line.width >= line.height) {
        line.y += (line.height - thickness) / 2;
        line.height = thickness;
    } else {
        line.x += (line.width - thickness) / 2;
        line.width = thickness;
    }
    fill_box(raster, &line, item->u.rule.colour);
}

static struct frame_box shrunk(const struct frame_box *box, unit by)
{
    return (struct frame_box){box->x + by, box->y + by, box->width - 2 * by, box->height - 2 * by};
}

static void add_round_box(struct raster *raster, const struct frame_box *box, unit radius,
                          bool inner)
{
    path_add_box(&raster->path, to_pixels(raster, box->x), to_pixels(raster, box->y),
                 to_pixels(raster, (int64_t)box->x + box->width),
                 to_pixels(raster, (int64_t)box->y + box->height), to_pixels(raster, radius),
                 inner);
}

/* The radius is that of the middle of the outline, as in a PDF. */
static bool paint_round(struct raster *raster, const struct frame_item *item, unit radius)
{
    const struct frame_box *box = &item->box;
    unit stroke = item->u.fill.stroke;
    add_round_box(raster, box, radius + stroke / 2, false);
    if (stroke > 0) {
        struct frame_box inner = shrunk(box, stroke);
        add_round_box(raster, &inner, radius > stroke / 2 ? radius - stroke / 2 : 0, true);
    }
    return fill(raster, item->u.fill.colour);
}

/* Four lines, which meet in the corners. */
static void paint_outline(struct raster *raster, const struct frame_item *item)
{
    const struct frame_box *box = &item->box;
    unit stroke = item->u.fill.stroke;
    const struct frame_box inner = shrunk(box, stroke);
    const struct frame_box lines[] = {
        {box->x, box->y, box->width, stroke},
        {box->x, inner.y + inner.height, box->width, stroke},
        {box->x, box->y, stroke, box->height},
        {inner.x + inner.width, box->y, stroke, box->height},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        fill_box(raster, &lines[i], item->u.fill.colour);
}

static bool paint_fill(struct raster *raster, const struct frame_item *item)
{
    const struct frame_box *box = &item->box;
    unit stroke = item->u.fill.stroke, radius = item->u.fill.radius;
    unit shorter = box->width < box->height ? box->width : box->height;
    unit most = (shorter - stroke) / 2;
    radius = radius < most ? radius : most;
    if (radius > 0)
        return paint_round(raster, item, radius);
    if (stroke > 0 && stroke * 2 < shorter)
        paint_outline(raster, item);
    else
        fill_box(raster, box, item->u.fill.colour);
    return true;
}

static bool paint_picture(struct raster *raster, const struct frame_item *item)
{
    const struct frame_box *box = &item->box;
    const struct doc *doc = raster->subject.doc;
    const char *reason;
    if (!item->u.image.image)
        return true;
    int64_t left = to_whole(raster, box->x), top = to_whole(raster, box->y);
    int64_t width = to_whole(raster, (int64_t)box->x + box->width) - left;
    int64_t height = to_whole(raster, (int64_t)box->y + box->height) - top;
    const struct image_pixels *pixels =
        pictures_get(&raster->pictures, item->u.image.image, width > 0 ? (uint32_t)width : 1,
                     height > 0 ? (uint32_t)height : 1, &reason);
    if (pixels)
        surface_put(raster->surface, pixels, left, top);
    else
        diag_add(raster->diags, DIAG_CODE_IMAGE_BROKEN,
                 item->node <= doc->node_count && item->node > 0 ? doc->nodes[item->node]->span
                                                                 : SPAN_NONE,
                 "open the picture and save it anew", "the picture '%s' cannot be used: %s",
                 item->u.image.image->path, reason);
    return pixels != NULL;
}

/* How large the glyphs of a run are, and how they are turned; the place of each is added. */
static struct path_place place_of(const struct raster *raster, const struct frame_item *run,
                                  int32_t units_per_em)
{
    int64_t up = ((int64_t)run->u.glyphs.size * raster->subject.dpi << (32 - FONT_POINT_BITS)) /
                 ((int64_t)units_per_em * 1152);
    struct path_place place = {.up = up, .across = up * (1000 + run->u.glyphs.expanded) / 1000};
    double angle = run->u.glyphs.turn * 3.14159265358979323846 / 180;
    place.cosine = (int32_t)lround(cos(angle) * 65536);
    place.sine = (int32_t)lround(sin(angle) * 65536);
    return place;
}

/* The pixels of a glyph, from memory if it was painted before at such a place in a pixel. NULL
 * after a diagnostic. */
static const struct stencil *stencil_of(struct raster *raster, const struct font_outline *outline,
                                        const struct path_place *place)
{
    struct path_place in_pixel = *place;
    in_pixel.x &= PATH_PIXEL - 1;
    in_pixel.y &= PATH_PIXEL - 1;
    const struct stencil_key key = {in_pixel.across,     in_pixel.up,     in_pixel.cosine,
                                    in_pixel.sine,       outline->number, (uint16_t)in_pixel.x,
                                    (uint16_t)in_pixel.y};
    const struct stencil *kept = stencils_get(raster->stencils, &key);
    if (kept)
        return kept;
    path_add_glyph(&raster->path, outline, &in_pixel);
    return trace(raster) ? stencils_put(raster->stencils, &key, &raster->stencil) : NULL;
}

static bool paint_glyph(struct raster *raster, const struct frame_item *run, uint32_t i)
{
    const struct frame_glyph *glyph = &run->u.glyphs.glyphs[i];
    const struct font_outline *outline = font_pen_draw(raster->pen, run->face, glyph->gid);
    if (outline->point_count == 0)
        return true;
    struct path_place place = place_of(raster, run, outline->units_per_em);
    int64_t up = frame_glyph_up(run, i), x = glyph->x, y = up;
    if (place.sine != 0) {
        x = (glyph->x * (int64_t)place.cosine - up * place.sine) / 65536;
        y = (glyph->x * (int64_t)place.sine + up * place.cosine) / 65536;
    }
    place.x = to_pixels(raster, run->box.x + x);
    place.y = to_pixels(raster, run->u.glyphs.baseline - y);
    const struct stencil *stencil = stencil_of(raster, outline, &place);
    if (stencil)
        surface_fill(raster->surface, stencil, place.x >> PATH_BITS, place.y >> PATH_BITS);
    return stencil != NULL;
}

static bool paint_glyphs(struct raster *raster, const struct frame_item *run)
{
    bool done = true;
    surface_take(raster->surface, run->u.glyphs.colour);
    for (uint32_t i = 0; done && i < run->u.glyphs.count; i++)
        done = paint_glyph(raster, run, i);
    return done;
}

static bool paint_item(struct raster *raster, const struct frame_item *item)
{
    switch ((enum frame_kind)item->kind) {
    case FRAME_GLYPHS: return paint_glyphs(raster, item);
    case FRAME_RULE: paint_rule(raster, item); break;
    case FRAME_IMAGE: return paint_picture(raster, item);
    case FRAME_FILL: return paint_fill(raster, item);
    case FRAME_LINK: break; /* it shows nothing */
    }
    return true;
}

static bool paint(struct raster *raster)
{
    const struct frame_page *page = &raster->subject.frames->pages[raster->page];
    bool done = true;
    for (uint32_t i = 0; done && i < page->count; i++)
        done = paint_item(raster, &page->items[i]);
    return done;
}

static bool write_page(struct raster *raster, uint32_t width, uint32_t height, struct buf *png)
{
    if (!raster->canvas) {
        raster->canvas = canvas_new();
        raster->stencils = stencils_new();
        raster->pen = font_pen_new(raster->fonts);
    }
    raster->surface = surface_new(width, height, raster->subject.coarse);
    bool done = paint(raster) && surface_write(raster->surface, raster->subject.dpi, png);
    pictures_free(&raster->pictures);
    surface_free(raster->surface);
    return done;
}

bool raster_page(struct raster *raster, const struct raster_subject *subject, uint32_t page,
                 struct buf *png, struct diag_list *diags)
{
    const struct frames *frames = subject->frames;
    raster->subject = *subject;
    raster->pictures.store = subject->store;
    raster->page = page;
    raster->diags = diags;
    int64_t width = to_whole(raster, frames_width(frames, page));
    int64_t height = to_whole(raster, frames_height(frames, page));
    if (width < 1 || height < 1 || width > IMAGE_MAX_SIDE || height > IMAGE_MAX_SIDE ||
        width * height > RASTER_MOST_PIXELS)
        return fail(raster, "ask for fewer dots an inch: --dpi 96", "it has too many pixels");
    return write_page(raster, (uint32_t)width, (uint32_t)height, png);
}
