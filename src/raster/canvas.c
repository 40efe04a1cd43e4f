#include "raster/canvas.h"

#include <freetype/freetype.h>
#include <freetype/ftoutln.h>

#include "base/mem.h"

/* FreeType counts both in a short. */
#define MOST_PIXELS 32767
#define MOST_POINTS 32767u

struct canvas {
    FT_Library library;
    FT_Vector *points;
    __typeof__(((FT_Outline *)NULL)->tags) tags; /* of either sign, by the version */
    __typeof__(((FT_Outline *)NULL)->contours) ends;
    size_t point_cap, tag_cap, end_cap;
};

struct canvas *canvas_new(void)
{
    struct canvas *canvas = mem_calloc(1, sizeof *canvas);
    if (FT_Init_FreeType(&canvas->library) != 0)
        mem_exhausted();
    return canvas;
}

void canvas_free(struct canvas *canvas)
{
    if (!canvas)
        return;
    FT_Done_FreeType(canvas->library);
    mem_free(canvas->points);
    mem_free(canvas->tags);
    mem_free(canvas->ends);
    mem_free(canvas);
}

/* Called with stretches of a row that are covered alike. */
static void take_spans(int y, int count, const FT_Span *spans, void *context)
{
    struct stencil *stencil = context;
    MEM_RESERVE(stencil->stretches, stencil->cap, stencil->count + (size_t)count);
    struct stretch *to = stencil->stretches + stencil->count;
    for (const FT_Span *at = spans; at < spans + count; at++) {
        unsigned part = (at->coverage * SURFACE_STEPS + 127u) / 255;
        if (part > 0)
            *to++ = (struct stretch){at->x, (int16_t)y, at->len, (uint16_t)part};
    }
    stencil->count = (size_t)(to - stencil->stretches);
}

static void take_points(struct canvas *canvas, const struct path *path)
{
    static const char tags[] = {[FONT_POINT_ON] = FT_CURVE_TAG_ON,
                                [FONT_POINT_QUADRATIC] = FT_CURVE_TAG_CONIC,
                                [FONT_POINT_CUBIC] = FT_CURVE_TAG_CUBIC};
    MEM_RESERVE(canvas->points, canvas->point_cap, path->point_count);
    MEM_RESERVE(canvas->tags, canvas->tag_cap, path->point_count);
    MEM_RESERVE(canvas->ends, canvas->end_cap, path->end_count);
    for (size_t i = 0; i < path->point_count; i++) {
        canvas->points[i] = (FT_Vector){path->points[i].x, path->points[i].y};
        canvas->tags[i] = (__typeof__(*canvas->tags))tags[path->points[i].kind];
    }
    for (size_t i = 0; i < path->end_count; i++)
        canvas->ends[i] = (__typeof__(*canvas->ends))(path->ends[i] - 1);
}

static FT_Pos within(FT_Pos pixel)
{
    return pixel < -MOST_PIXELS ? -MOST_PIXELS : pixel > MOST_PIXELS ? MOST_PIXELS : pixel;
}

/* What an outline can touch, in pixels. The rasteriser goes through the outline once for each band
 * of the box that it is given: for a glyph in all of a cover, 8 times. */
static FT_BBox touched_box(const FT_Outline *outline)
{
    FT_BBox box;
    FT_Outline_Get_CBox(outline, &box);
    return (FT_BBox){within(box.xMin >> 6), within(box.yMin >> 6),
                     within((box.xMax + PATH_PIXEL - 1) >> 6),
                     within((box.yMax + PATH_PIXEL - 1) >> 6)};
}

bool canvas_trace(struct canvas *canvas, const struct path *path, struct stencil *stencil)
{
    stencil->count = 0;
    if (path->point_count > MOST_POINTS)
        return false;
    if (path->end_count == 0)
        return true;
    take_points(canvas, path);
    FT_Outline outline = {.points = canvas->points, .tags = canvas->tags, .contours = canvas->ends};
    outline.n_points = (__typeof__(outline.n_points))path->point_count;
    outline.n_contours = (__typeof__(outline.n_contours))path->end_count;
    FT_Raster_Params params = {
        .flags = FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT | FT_RASTER_FLAG_CLIP,
        .gray_spans = take_spans,
        .user = stencil,
        .clip_box = touched_box(&outline),
    };
    return FT_Outline_Render(canvas->library, &outline, &params) == 0;
}

/* How much of a pixel lies between two edges. */
static unsigned covered(int32_t from, int32_t to, int64_t pixel)
{
    int64_t low = pixel * PATH_PIXEL, high = low + PATH_PIXEL;
    low = from > low ? from : low;
    high = to < high ? to : high;
    return high > low ? (unsigned)(high - low) : 0;
}

/* The first pixel between two edges, and the one behind the last; limit: there are so many. */
static void touched(int32_t from, int32_t to, uint32_t limit, uint32_t *first, uint32_t *end)
{
    int64_t low = from < 0 ? 0 : from / PATH_PIXEL,
            high = to < 0 ? 0 : ((int64_t)to + PATH_PIXEL - 1) / PATH_PIXEL;
    *end = (uint32_t)(high > limit ? limit : high);
    *first = (uint32_t)(low > *end ? *end : low);
}

/* So many pixels from one on are covered alike by what is between two edges, and how much: all but
 * the first and the last are from side to side, if not they too. */
static uint32_t alike(int32_t from, int32_t to, uint32_t at, uint32_t end, unsigned *part)
{
    *part = covered(from, to, at);
    if (*part < PATH_PIXEL)
        return 1;
    return covered(from, to, end - 1) < PATH_PIXEL ? end - 1 - at : end - at;
}

void canvas_fill_box(struct surface *surface, int32_t left, int32_t top, int32_t right,
                     int32_t bottom, uint32_t colour)
{
    uint32_t x, end_x, y, end_y;
    touched(left, right, surface_width(surface), &x, &end_x);
    touched(top, bottom, surface_height(surface), &y, &end_y);
    surface_take(surface, colour);
    for (uint32_t high; y < end_y; y += high) {
        unsigned part_y, part_x;
        struct surface_span spans[3];
        size_t count = 0;
        high = alike(top, bottom, y, end_y, &part_y);
        for (uint32_t at = x, wide; at < end_x; at += wide) {
            wide = alike(left, right, at, end_x, &part_x);
            spans[count++] = (struct surface_span){
                at, wide,
                (part_y * part_x * SURFACE_STEPS + PATH_PIXEL * PATH_PIXEL / 2) /
                    (PATH_PIXEL * PATH_PIXEL)};
        }
        surface_paint(surface, y, y + high, spans, count);
    }
}
