#include "font/outline.h"

#include <math.h>

#include "base/mem.h"
#include "font/face.h"

/* Its name since HarfBuzz 7. */
#if !HB_VERSION_ATLEAST(7, 0, 0)
#define hb_font_draw_glyph hb_font_get_glyph_shape
#endif

struct font_pen {
    hb_draw_funcs_t *calls;
    struct font_outline outline;
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

struct font_pen *font_pen_new(void)
{
    struct font_pen *pen = mem_calloc(1, sizeof *pen);
    pen->calls = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(pen->calls, move_to, NULL, NULL);
    hb_draw_funcs_set_line_to_func(pen->calls, line_to, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(pen->calls, quadratic_to, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(pen->calls, cubic_to, NULL, NULL);
    hb_draw_funcs_set_close_path_func(pen->calls, close_path, NULL, NULL);
    hb_draw_funcs_make_immutable(pen->calls);
    return pen;
}

void font_pen_free(struct font_pen *pen)
{
    hb_draw_funcs_destroy(pen->calls);
    mem_free(pen->outline.points);
    mem_free(pen->outline.ends);
    mem_free(pen);
}

const struct font_outline *font_pen_draw(struct font_pen *pen, const struct font_set *set,
                                         uint16_t face, uint16_t gid)
{
    struct font_outline *outline = &pen->outline;
    hb_font_t *font = set->faces[face].font;
    int scale;
    hb_font_get_scale(font, &scale, &scale);
    outline->point_count = outline->end_count = 0;
    outline->units_per_em = scale;
    hb_font_draw_glyph(font, gid, pen->calls, outline);
    return outline;
}
