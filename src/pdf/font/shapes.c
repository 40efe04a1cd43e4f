#include "pdf/font/shapes.h"

#include <string.h>

#include "base/mem.h"

/* How far left of the page the glyph after a space stands. */
#define BEYOND_PAGE 10240

/* What a cluster looks like and says: the key of its glyphs. No padding: its bytes are compared. */
struct shape {
    uint16_t face;
    uint8_t rtl, part_count;
    uint32_t point_count;
    int32_t lead, gap; /* font units that it is wider on the left and right than its parts */
    struct font_part parts[CLUSTER_MOST];
    uint32_t points[CLUSTER_MOST];
};

/* A made glyph of a shape: characters of it and a part of its width, in font units. */
struct shape_piece {
    uint32_t point, point_count;
    int32_t start, width;
    bool mark;
    uint32_t glyph;
};

/* All of a shape, in the order of its characters. */
struct shape_pieces {
    uint32_t count;
    struct shape_piece pieces[CLUSTER_MOST];
};

/* Font units of a distance along or across the line. */
static int64_t to_units(int64_t distance, const struct font_metrics *metrics,
                        const struct frame_item *run, bool along)
{
    int64_t em = (int64_t)run->u.glyphs.size * (1000 + (along ? run->u.glyphs.expanded : 0));
    int64_t twice = 2 * distance * metrics->units_per_em * 1000;
    return (twice + (twice < 0 ? -em : em)) / (2 * em);
}

static unit from_units(int64_t units, const struct font_metrics *metrics,
                       const struct frame_item *run)
{
    int64_t em = (int64_t)run->u.glyphs.size * (1000 + run->u.glyphs.expanded);
    return (unit)(units * em / ((int64_t)metrics->units_per_em * 1000));
}

/* The glyph at whose origin a cluster begins: the first that takes room. */
static const struct frame_glyph *base_of(const struct pdf_fonts *fonts,
                                         const struct frame_item *run,
                                         const struct pdf_cluster *cluster)
{
    const struct frame_glyph *glyphs = run->u.glyphs.glyphs;
    for (uint32_t i = cluster->first; i < cluster->end; i++)
        if (font_glyph_advance(fonts->set, run->face, glyphs[i].gid) > 0)
            return &glyphs[i];
    return &glyphs[cluster->first];
}

/* The gap before a cluster of right-to-left text that a face leaves where it tucks a letter below
 * another, as Nastaliq does: readers take it for a space. In whole fiftieths of an em, so that few
 * glyphs are made for it. */
static int32_t gap_of(const struct pdf_fonts *fonts, const struct frame_item *run,
                      const struct pdf_cluster *cluster, const struct font_metrics *metrics)
{
    const struct frame_glyph *glyphs = run->u.glyphs.glyphs, *base = base_of(fonts, run, cluster);
    int32_t step = metrics->units_per_em / 50, before = (int32_t)cluster->first - 1;
    if (!run->rtl || step <= 0 || pdf_cluster_is_space(cluster))
        return 0;
    while (before >= 0 && font_glyph_advance(fonts->set, run->face, glyphs[before].gid) == 0)
        before--;
    if (before < 0)
        return 0;
    int64_t away = to_units((int64_t)glyphs[before].x - base->x, metrics, run, true);
    int64_t gap = away - font_glyph_advance(fonts->set, run->face, base->gid);
    return gap < step || gap > metrics->units_per_em ? 0 : (int32_t)(gap / step + 1) * step;
}

/* The room before or after a cluster from left to right that its glyph takes in, rounded as above.
 */
static int32_t room_of(const struct frame_item *run, const struct pdf_cluster *cluster,
                       const struct font_metrics *metrics, bool before)
{
    bool ends = before ? cluster->first == 0 : cluster->end == run->u.glyphs.count;
    unit room = before ? run->u.glyphs.room_before : run->u.glyphs.room_after;
    int32_t step = metrics->units_per_em / 50;
    if (run->rtl || !ends || room <= 0 || step <= 0)
        return 0;
    int64_t units = to_units(room, metrics, run, true);
    return units > metrics->units_per_em ? 0 : (int32_t)((units + step / 2) / step) * step;
}

static bool read_shape(const struct pdf_fonts *fonts, const struct frame_item *run,
                       const struct pdf_cluster *cluster, struct shape *shape)
{
    const struct font_metrics *metrics = font_metrics_get(fonts->set, run->face);
    const struct frame_glyph *base = base_of(fonts, run, cluster);
    struct pdf_text text;
    *shape = (struct shape){.face = run->face,
                            .rtl = run->rtl,
                            .lead = room_of(run, cluster, metrics, true),
                            .gap = run->rtl ? gap_of(fonts, run, cluster, metrics)
                                            : room_of(run, cluster, metrics, false)};
    if (metrics->cff || cluster->end - cluster->first > CLUSTER_MOST ||
        !pdf_cluster_text(cluster, &text) || text.count == 0)
        return false;
    for (uint32_t i = 0; i < text.count; i++)
        shape->points[shape->point_count++] = text.points[i];
    if (run->rtl && pdf_cluster_is_space(cluster))
        shape->points[shape->point_count++] = MAP_AFTER_SPACE;
    for (uint32_t i = cluster->first; i < cluster->end; i++) {
        const struct frame_glyph *glyph = &run->u.glyphs.glyphs[i];
        int64_t x = to_units((int64_t)glyph->x - base->x, metrics, run, true);
        int64_t y = to_units(frame_glyph_up(run, i), metrics, run, false);
        if (x < -8192 || x > 8191 || y < -8192 || y > 8191 ||
            glyph->gid >= fonts->faces[run->face].glyph_count)
            return false;
        shape->parts[shape->part_count++] =
            (struct font_part){.gid = glyph->gid, .x = (int16_t)x, .y = (int16_t)y};
    }
    return true;
}

static int32_t advance_of(const struct pdf_fonts *fonts, const struct shape *shape)
{
    int64_t sum = (int64_t)shape->lead + shape->gap;
    for (uint32_t i = 0; i < shape->part_count; i++)
        sum += font_glyph_advance(fonts->set, shape->face, shape->parts[i].gid);
    return sum < 0 ? 0 : sum > 0x7fff ? 0x7fff : (int32_t)sum;
}

/* What a piece may say: right to left one character, as PDFium turns each piece round, else those
 * of one kind. */
static void part_points(const struct shape *shape, struct shape_pieces *out)
{
    for (uint32_t i = 0; i < shape->point_count; i++) {
        bool on =
            i > 0 && !shape->rtl && pdf_point(shape->points[i - 1]) == pdf_point(shape->points[i]);
        if (!on)
            out->pieces[out->count++].point = i;
        out->pieces[out->count - 1].point_count++;
    }
}

static bool is_after_space(const struct shape *shape, const struct shape_piece *piece)
{
    return shape->points[piece->point] == MAP_AFTER_SPACE;
}

/* The pieces share the width evenly, in the order of their characters by the direction. Marks take
 * little, as pdf.js passes over their width, but a tenth of an em if they can, as pdftotext parts
 * words where two glyphs begin nearer, and PDFium passes over what has none, as it shall over the
 * one after a space. */
static void share_width(const struct shape *shape, int32_t advance, int32_t em,
                        struct shape_pieces *out)
{
    bool space = is_after_space(shape, &out->pieces[out->count - 1]);
    int32_t step = space ? 0 : em * 102 / 1000, rest = 0, left = 0;
    if (step * (int32_t)out->count > advance)
        step = advance / (int32_t)out->count;
    for (uint32_t i = 0; i < out->count; i++) {
        out->pieces[i].mark = i > 0 && pdf_point(shape->points[out->pieces[i].point]) == PDF_MARK;
        rest += !out->pieces[i].mark;
    }
    int32_t room = advance - step * ((int32_t)out->count - rest);
    for (uint32_t i = 0; i < out->count; i++) {
        struct shape_piece *piece = &out->pieces[i];
        int32_t width = piece->mark ? step : room / rest;
        room -= piece->mark ? 0 : width;
        rest -= !piece->mark;
        piece->start = shape->rtl ? advance - left - width : left;
        piece->width = width;
        left += width;
    }
}

static uint32_t add_made(struct pdf_fonts *fonts, const struct shape *shape,
                         const struct shape_piece *piece, struct font_composite composite)
{
    struct face_use *face = &fonts->faces[shape->face];
    struct pdf_made *made = MEM_PUSH(face->made, face->made_count, face->made_cap);
    made->shape = composite;
    made->shape.advance = (uint16_t)piece->width;
    made->text.count = piece->point_count;
    memcpy(made->text.points, shape->points + piece->point,
           piece->point_count * sizeof *shape->points);
    return face->glyph_count + face->made_count - 1;
}

/* A glyph that shows the parts of a shape, its origin moved to the piece. */
static uint32_t add_parts(struct pdf_fonts *fonts, const struct shape *shape,
                          const struct shape_piece *piece)
{
    struct font_part *parts = ARENA_ARRAY(&fonts->arena, shape->part_count, struct font_part);
    for (uint32_t i = 0; i < shape->part_count; i++) {
        parts[i] = shape->parts[i];
        parts[i].x = (int16_t)(parts[i].x + shape->lead - piece->start);
    }
    return add_made(fonts, shape, piece,
                    (struct font_composite){parts, shape->part_count, .anchored = shape->rtl});
}

/* A blank glyph, the same for all shapes. Right to left each piece is an object of its own to
 * PDFium, which passes over those that are not anchored. */
static uint32_t add_blank(struct pdf_fonts *fonts, const struct shape *shape,
                          const struct shape_piece *piece)
{
    bool anchored = shape->rtl && !is_after_space(shape, piece);
    struct shape *key = ARENA_ARRAY(&fonts->arena, 1, struct shape);
    *key = (struct shape){.face = shape->face, .rtl = anchored, .point_count = piece->point_count};
    key->parts[0].x = (int16_t)piece->width;
    memcpy(key->points, shape->points + piece->point, piece->point_count * sizeof *key->points);
    struct slice bytes = {(const char *)key, sizeof *key};
    struct shape_piece *found = map_get(&fonts->shapes, bytes);
    if (!found) {
        found = ARENA_ARRAY(&fonts->arena, 1, struct shape_piece);
        found->glyph = add_made(fonts, shape, piece, (struct font_composite){.anchored = anchored});
        map_put(&fonts->shapes, bytes, found);
    }
    return found->glyph;
}

bool pdf_shapes_make(struct pdf_fonts *fonts, const struct frame_item *run,
                     const struct pdf_cluster *cluster)
{
    struct shape shape;
    if (!read_shape(fonts, run, cluster, &shape))
        return false;
    if (map_get(&fonts->shapes, (struct slice){(const char *)&shape, sizeof shape}))
        return true;
    const struct face_use *face = &fonts->faces[run->face];
    if (face->glyph_count + face->made_count + CLUSTER_MOST > 0xffff)
        return false;
    struct shape *key = ARENA_ARRAY(&fonts->arena, 1, struct shape);
    struct shape_pieces *made = ARENA_ARRAY(&fonts->arena, 1, struct shape_pieces);
    *key = shape;
    part_points(&shape, made);
    share_width(&shape, advance_of(fonts, &shape),
                font_metrics_get(fonts->set, run->face)->units_per_em, made);
    for (uint32_t i = 0; i < made->count; i++)
        made->pieces[i].glyph = i == 0 ? add_parts(fonts, &shape, &made->pieces[i])
                                       : add_blank(fonts, &shape, &made->pieces[i]);
    map_put(&fonts->shapes, (struct slice){(const char *)key, sizeof *key}, made);
    return true;
}

uint32_t pdf_shapes_get(const struct pdf_fonts *fonts, const struct frame_item *run,
                        const struct pdf_cluster *cluster, struct pdf_piece *out)
{
    struct shape shape;
    if (!read_shape(fonts, run, cluster, &shape))
        return 0;
    const struct shape_pieces *made =
        map_get(&fonts->shapes, (struct slice){(const char *)&shape, sizeof shape});
    if (!made)
        return 0;
    const struct font_metrics *metrics = font_metrics_get(fonts->set, run->face);
    const struct frame_glyph *base = base_of(fonts, run, cluster);
    for (uint32_t i = 0; i < made->count; i++) {
        const struct shape_piece *piece = &made->pieces[i];
        unit x = is_after_space(&shape, piece)
                     ? -run->box.x - BEYOND_PAGE
                     : base->x + from_units(piece->start - shape.lead, metrics, run);
        out[i] = (struct pdf_piece){piece->glyph, x, 0, shape.points[piece->point]};
    }
    return made->count;
}
