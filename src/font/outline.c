#include "font/outline.h"

#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "font/face.h"

/* Its name since HarfBuzz 7. */
#if !HB_VERSION_ATLEAST(7, 0, 0)
#define hb_font_draw_glyph hb_font_get_glyph_shape
#endif

/* With more points than these all are forgotten: ten times the glyphs of a script with few
 * characters in four faces. */
#define KEPT_POINTS ((size_t)64 * 1024)

struct kept_outline {
    uint16_t key[2]; /* face and glyph */
    struct font_outline outline;
};

struct font_pen {
    const struct font_set *set;
    hb_draw_funcs_t *calls;
    struct font_outline drawn;
    struct arena arena; /* of what is kept, as are the next … */
    struct map kept;
    size_t points;
    uint32_t count;  /* of all that were ever drawn */
    unsigned themes; /* … which was drawn of these faces */
};

static int32_t to_point(float units)
{
    return (int32_t)lroundf(units * (1 << FONT_POINT_BITS));
}

static void add(void *context, enum font_point_kind kind, float x, float y)
{
    struct font_outline *outline = context;
    *MEM_PUSH(outline->points, outline->point_count, outline->point_cap) =
        (struct font_point){to_point(x), to_point(y), kind};
}

static void move_to(hb_draw_funcs_t *calls, void *context, hb_draw_state_t *state, float x, float y,
                    void *user)
{
    (void)calls, (void)state, (void)user;
    add(context, FONT_POINT_ON, x, y);
}

static void line_to(hb_draw_funcs_t *calls, void *context, hb_draw_state_t *state, float x, float y,
                    void *user)
{
    (void)calls, (void)state, (void)user;
    add(context, FONT_POINT_ON, x, y);
}

static void quadratic_to(hb_draw_funcs_t *calls, void *context, hb_draw_state_t *state, float cx,
                         float cy, float x, float y, void *user)
{
    (void)calls, (void)state, (void)user;
    add(context, FONT_POINT_QUADRATIC, cx, cy);
    add(context, FONT_POINT_ON, x, y);
}

static void cubic_to(hb_draw_funcs_t *calls, void *context, hb_draw_state_t *state, float ax,
                     float ay, float bx, float by, float x, float y, void *user)
{
    (void)calls, (void)state, (void)user;
    add(context, FONT_POINT_CUBIC, ax, ay);
    add(context, FONT_POINT_CUBIC, bx, by);
    add(context, FONT_POINT_ON, x, y);
}

static void close_path(hb_draw_funcs_t *calls, void *context, hb_draw_state_t *state, void *user)
{
    struct font_outline *outline = context;
    (void)calls, (void)state, (void)user;
    *MEM_PUSH(outline->ends, outline->end_count, outline->end_cap) = (uint32_t)outline->point_count;
}

struct font_pen *font_pen_new(const struct font_set *set)
{
    struct font_pen *pen = mem_calloc(1, sizeof *pen);
    pen->set = set;
    pen->calls = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(pen->calls, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(pen->calls, line_to, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(pen->calls, quadratic_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(pen->calls, cubic_to, NULL, NULL);
    hb_draw_funcs_set_close_path_func(pen->calls, close_path, NULL, NULL);
    hb_draw_funcs_make_immutable(pen->calls);
    return pen;
}

static void forget(struct font_pen *pen)
{
    map_free(&pen->kept);
    arena_free(&pen->arena);
    pen->points = 0;
    pen->themes = pen->set->themes;
}

void font_pen_free(struct font_pen *pen)
{
    if (!pen)
        return;
    forget(pen);
    hb_draw_funcs_destroy(pen->calls);
    mem_free(pen->drawn.points);
    mem_free(pen->drawn.ends);
    mem_free(pen);
}

static void draw(struct font_pen *pen, uint16_t face, uint16_t gid)
{
    struct font_outline *outline = &pen->drawn;
    hb_font_t *font = pen->set->faces[face].font;
    int scale;
    hb_font_get_scale(font, &scale, &scale);
    outline->point_count = outline->end_count = 0;
    outline->units_per_em = scale;
    hb_font_draw_glyph(font, gid, pen->calls, outline);
}

static void *copy(struct font_pen *pen, const void *array, size_t count, size_t size)
{
    void *kept = arena_array(&pen->arena, count, size);
    if (count > 0)
        memcpy(kept, array, count * size);
    return kept;
}

static const struct font_outline *keep(struct font_pen *pen, uint16_t face, uint16_t gid)
{
    struct kept_outline *kept = ARENA_NEW(&pen->arena, struct kept_outline);
    struct font_outline *outline = &kept->outline;
    *kept = (struct kept_outline){{face, gid}, pen->drawn};
    outline->number = pen->count++;
    outline->points = copy(pen, outline->points, outline->point_count, sizeof *outline->points);
    outline->ends = copy(pen, outline->ends, outline->end_count, sizeof *outline->ends);
    map_put(&pen->kept, (struct slice){(const char *)kept->key, sizeof kept->key}, kept);
    pen->points += outline->point_count;
    return outline;
}

const struct font_outline *font_pen_draw(struct font_pen *pen, uint16_t face, uint16_t gid)
{
    const uint16_t key[2] = {face, gid};
    if (pen->points > KEPT_POINTS || pen->themes != pen->set->themes)
        forget(pen);
    const struct kept_outline *kept =
        map_get(&pen->kept, (struct slice){(const char *)key, sizeof key});
    if (kept)
        return &kept->outline;
    draw(pen, face, gid);
    return keep(pen, face, gid);
}
