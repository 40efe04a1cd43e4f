#include "raster/path.h"

#include "base/mem.h"

void path_clear(struct path *path)
{
    path->point_count = path->end_count = 0;
}

void path_free(struct path *path)
{
    mem_free(path->points);
    mem_free(path->ends);
    *path = (struct path){0};
}

static void add_point(struct path *path, int64_t x, int64_t y, enum font_point_kind kind)
{
    *MEM_PUSH(path->points, path->point_count, path->point_cap) =
        (struct font_point){(int32_t)x, (int32_t)y, kind};
}

static void end_contour(struct path *path)
{
    *MEM_PUSH(path->ends, path->end_count, path->end_cap) = (uint32_t)path->point_count;
}

static int64_t scale(int32_t units, int64_t factor)
{
    return (units * factor + (INT64_C(1) << 31)) >> 32;
}

void path_add_glyph(struct path *path, const struct font_outline *outline,
                    const struct path_place *place)
{
    uint32_t before = (uint32_t)path->point_count;
    for (size_t i = 0; i < outline->point_count; i++) {
        const struct font_point *point = &outline->points[i];
        int64_t x = scale(point->x, place->across), y = scale(point->y, place->up);
        if (place->sine != 0) {
            int64_t turned = (x * place->cosine - y * place->sine) / 65536;
            y = (x * place->sine + y * place->cosine) / 65536;
            x = turned;
        }
        add_point(path, place->x + x, place->y - y, point->kind);
    }
    for (size_t i = 0; i < outline->end_count; i++)
        *MEM_PUSH(path->ends, path->end_count, path->end_cap) = before + outline->ends[i];
}

void path_add_box(struct path *path, int32_t left, int32_t top, int32_t right, int32_t bottom,
                  int32_t radius, int inner)
{
    /* 0.5523 of the radius makes the best quarter of a circle by a cubic curve */
    int64_t near = radius - (int64_t)radius * 5523 / 10000;
    /* corner by corner, clockwise from the top left; the side it comes from, the side it leads to
     */
    const struct {
        int32_t x, y, from_x, from_y, to_x, to_y;
    } corners[] = {{left, top, 0, 1, 1, 0},
                   {right, top, -1, 0, 0, 1},
                   {right, bottom, 0, -1, -1, 0},
                   {left, bottom, 1, 0, 0, -1}};
    for (int i = 0; i < 4; i++) {
        int corner = inner ? 3 - i : i;
        int64_t x = corners[corner].x, y = corners[corner].y;
        int64_t ax = corners[corner].from_x, ay = corners[corner].from_y;
        int64_t bx = corners[corner].to_x, by = corners[corner].to_y;
        if (radius <= 0) {
            add_point(path, x, y, FONT_POINT_ON);
            continue;
        }
        if (inner) {
            int64_t swap_x = ax, swap_y = ay;
            ax = bx, ay = by;
            bx = swap_x, by = swap_y;
        }
        add_point(path, x + ax * radius, y + ay * radius, FONT_POINT_ON);
        add_point(path, x + ax * near, y + ay * near, FONT_POINT_CUBIC);
        add_point(path, x + bx * near, y + by * near, FONT_POINT_CUBIC);
        add_point(path, x + bx * radius, y + by * radius, FONT_POINT_ON);
    }
    end_contour(path);
}
