#include "layout/par/draw.h"

#include "layout/par/faces.h"

/* --- frame items ------------------------------------------------------------------------------ */

/* What a line end by force shows to readers. */
static bool is_line_end(const struct par_piece *piece)
{
    return piece->chunk.kind == PAR_CHUNK_END;
}

static uint32_t text_len(const struct par_piece *piece)
{
    if (is_line_end(piece))
        return 1; /* " " */
    return piece->hyphen ? 0 : piece->chunk.len;
}

/* Where the text of a run begins that begins with the piece. */
static const char *text_start(const struct par_work *work, const struct par_piece *piece)
{
    const struct par_span *span = &work->spans[piece->chunk.span];
    if (piece->hyphen)
        return "";
    return is_line_end(piece) ? " " : span->text + (piece->chunk.start - span->start);
}

/* True if the piece's glyphs go on the item's run: the same node, face, direction and level, and
 * text that follows on. */
static bool continues(const struct frame_item *run, const struct par_piece *last,
                      const struct par_piece *piece)
{
    return last && !last->hyphen && !piece->hyphen && !is_line_end(piece) &&
           last->chunk.span == piece->chunk.span && last->chunk.face == piece->chunk.face &&
           last->chunk.level == piece->chunk.level && last->chunk.gap_after == 0 &&
           piece->chunk.gap_before == 0 &&
           last->chunk.start + last->chunk.len == piece->chunk.start &&
           run->u.glyphs.text.len + piece->chunk.len <= FRAME_RUN_MOST;
}

/* Where the next glyph of the line goes. */
struct line_glyphs {
    struct frame_glyph *glyphs;
    unit *ups; /* NULL: none rises */
};

static struct line_glyphs skip_glyphs(struct line_glyphs from, uint32_t count)
{
    return (struct line_glyphs){from.glyphs + count, from.ups ? from.ups + count : NULL};
}

/* For all glyphs of the line. */
static struct line_glyphs line_glyphs_new(const struct par_work *work)
{
    struct arena *arena = &work->layout->frames->arena;
    size_t count = 0;
    bool rises = false;
    for (size_t i = 0; i < work->piece_count; i++) {
        count += work->pieces[i].chunk.glyph_count;
        rises = rises || work->pieces[i].chunk.rises;
    }
    return (struct line_glyphs){ARENA_ARRAY(arena, count, struct frame_glyph),
                                rises ? ARENA_ARRAY(arena, count, unit) : NULL};
}

static struct frame_item *open_run(struct par_work *work, const struct par_piece *piece,
                                   const struct line_glyphs *out)
{
    const struct par_span *span = &work->spans[piece->chunk.span];
    struct slice text = {text_start(work, piece), 0};
    return frame_list_add(
        &work->drawn,
        (struct frame_item){.kind = FRAME_GLYPHS,
                            .node = span->id,
                            .artifact = span->id ? FRAME_CONTENT : FRAME_LAYOUT,
                            .rtl = (piece->chunk.level & 1) != 0,
                            .actual = piece->hyphen,
                            .face = piece->chunk.face,
                            .box = {piece->x, 0, 0, work->line->height},
                            .u.glyphs = {.glyphs = out->glyphs,
                                         .ups = out->ups,
                                         .size = span->style.size,
                                         .baseline = work->line->baseline - span->style.rise,
                                         .colour = span->style.colour,
                                         .room_before = par_expand(work, piece->chunk.gap_before),
                                         .expanded = (int16_t)work->expanded,
                                         .text = text}});
}

/* A place on the line, and the bytes of its run before it. */
struct start {
    unit x;
    uint32_t byte;
};

/* Glyphs from left to right, the first of them `pen` units from the start. */
static inline void put_glyphs(const struct par_work *work, const struct par_face *face,
                              const struct font_glyph *glyphs, uint32_t count, int64_t pen,
                              struct start start, struct line_glyphs out)
{
    bool expanded = work->expanded != 0;
    for (uint32_t i = 0; i < count; i++) {
        const struct font_glyph *glyph = &glyphs[i];
        unit x = par_scale(face, pen + glyph->x_offset);
        out.glyphs[i] = (struct frame_glyph){.x = start.x + (expanded ? par_expand(work, x) : x),
                                             .gid = glyph->gid,
                                             .cluster = (uint16_t)(start.byte + glyph->cluster)};
        pen += glyph->advance;
    }
    for (uint32_t i = 0; out.ups && i < count; i++)
        out.ups[i] = par_scale(face, glyphs[i].y_offset);
}

/* The first cluster stands at the right, the glyphs of each go left to right. */
static void put_glyphs_rtl(const struct par_work *work, const struct par_face *face,
                           const struct font_glyph *glyphs, uint32_t count, struct start start,
                           struct line_glyphs out)
{
    int64_t left = 0;
    for (uint32_t i = 0; i < count; i++)
        left += glyphs[i].advance;
    for (uint32_t i = 0, next; i < count; i = next) {
        for (next = i; next < count && glyphs[next].cluster == glyphs[i].cluster; next++)
            left -= glyphs[next].advance;
        put_glyphs(work, face, glyphs + i, next - i, left, start, skip_glyphs(out, i));
    }
}

/* Widens the run's box to the piece; in a run from right to left its left edge moves, and with it
 * the origin of the glyphs set so far. */
static void widen(struct frame_item *item, const struct par_piece *piece,
                  struct frame_glyph *glyphs)
{
    struct frame_box *box = &item->box;
    if (piece->trailing)
        return;
    if (piece->x < box->x) {
        unit move = box->x - piece->x;
        for (uint32_t i = 0; i < item->u.glyphs.count; i++)
            glyphs[i].x += move;
        box->x = piece->x;
        box->width += move;
    }
    unit right = piece->x + piece->chunk.width;
    if (right > box->x + box->width)
        box->width = right - box->x;
}

/* run: where its first glyph is. */
static void put_piece(const struct par_work *work, const struct par_face *face,
                      struct frame_item *item, const struct par_piece *piece,
                      struct line_glyphs run)
{
    const struct par_chunk *chunk = &piece->chunk;
    widen(item, piece, run.glyphs);
    struct start start = {piece->x - item->box.x, (uint32_t)item->u.glyphs.text.len};
    struct line_glyphs out = skip_glyphs(run, item->u.glyphs.count);
    if (item->rtl)
        put_glyphs_rtl(work, face, chunk->glyphs, chunk->glyph_count, start, out);
    else
        put_glyphs(work, face, chunk->glyphs, chunk->glyph_count, 0, start, out);
    item->u.glyphs.count += chunk->glyph_count;
    item->u.glyphs.room_after = par_expand(work, chunk->gap_after);
    item->u.glyphs.text.len += text_len(piece);
}

static void put_picture(struct par_work *work, const struct par_piece *piece)
{
    const struct par_span *span = &work->spans[piece->chunk.span];
    frame_list_add(&work->drawn,
                   (struct frame_item){.kind = FRAME_IMAGE,
                                       .node = span->id,
                                       .box = {piece->x, work->line->baseline - span->object_height,
                                               span->object_width, span->object_height},
                                       .u.image.image = span->node->u.image.image});
}

/* The glyph runs and pictures of the line, in logical order; all glyphs in one array. */
static void put_content(struct par_work *work)
{
    struct line_glyphs glyphs = line_glyphs_new(work);
    struct frame_item *run = NULL;
    const struct par_piece *last = NULL;
    const struct par_face *face = NULL; /* of the run */
    for (size_t i = 0; i < work->piece_count; i++) {
        const struct par_piece *piece = &work->pieces[i];
        if (piece->chunk.kind == PAR_CHUNK_OBJECT) {
            put_picture(work, piece);
            last = NULL;
            continue;
        }
        if (piece->chunk.face == FONT_FACE_NONE)
            continue;
        if (!continues(run, last, piece)) {
            if (piece->chunk.glyph_count == 0)
                continue;
            if (run)
                glyphs = skip_glyphs(glyphs, run->u.glyphs.count);
            run = open_run(work, piece, &glyphs);
            face = par_face_of(work, &piece->chunk);
        }
        put_piece(work, face, run, piece, glyphs);
        last = piece;
    }
}

/* --- decorations ------------------------------------------------------------------------------ */

enum decoration { UNDERLINE, STRIKE, LINK_AREA };

/* What a piece has of a decoration: equal neighbours share one stroke; NULL: none. */
static const void *decoration_of(const struct par_work *work, const struct par_piece *piece,
                                 enum decoration kind)
{
    const struct par_span *span = &work->spans[piece->chunk.span];
    if (piece->trailing)
        return NULL;
    switch (kind) {
    case UNDERLINE: return span->style.underline ? span->style.link : NULL;
    case STRIKE: return span->style.strike ? span->node : NULL;
    case LINK_AREA: return span->style.link;
    }
    return NULL;
}

static void put_stroke(struct par_work *work, const struct par_piece *first, unit end,
                       enum decoration kind)
{
    const struct par_style *style = &work->spans[first->chunk.span].style;
    uint16_t number = first->chunk.face != FONT_FACE_NONE ? first->chunk.face
                                                          : par_main_face(work, style->face).face;
    if (number == FONT_FACE_NONE)
        return;
    const struct par_face *face = par_face_get(work, number, style->size);
    unit thickness = par_scale(face, face->metrics->underline_thickness);
    unit up = kind == STRIKE ? par_scale(face, face->metrics->x_height) / 2
                             : par_scale(face, face->metrics->underline_position);
    unit y = work->line->baseline - style->rise - up - thickness / 2;
    frame_list_add(&work->drawn, frame_rule(first->x, y, end - first->x, thickness, style->colour));
}

static void put_area(struct par_work *work, const struct par_piece *first, unit end)
{
    const struct node *link = work->spans[first->chunk.span].style.link;
    frame_list_add(&work->drawn,
                   (struct frame_item){.kind = FRAME_LINK,
                                       .node = link->id,
                                       .box = {first->x, 0, end - first->x, work->line->height}});
}

/* One stroke or area for each run of visually neighbouring pieces that share it. */
static void decorate(struct par_work *work, enum decoration kind)
{
    for (size_t i = 0; i < work->piece_count;) {
        const struct par_piece *first = &work->pieces[work->order[i]];
        const void *what = decoration_of(work, first, kind);
        unit end = first->x + first->chunk.width;
        for (i++; what && i < work->piece_count; i++) {
            const struct par_piece *next = &work->pieces[work->order[i]];
            if (decoration_of(work, next, kind) != what)
                break;
            end = next->x + next->chunk.width;
        }
        if (!what)
            continue;
        if (kind == LINK_AREA)
            put_area(work, first, end);
        else
            put_stroke(work, first, end, kind);
    }
}

void par_draw(struct par_work *work)
{
    struct par_line *line = work->line;
    work->drawn.count = 0;
    put_content(work);
    if (work->decorated) {
        decorate(work, UNDERLINE);
        decorate(work, STRIKE);
        decorate(work, LINK_AREA);
    }
    line->count = (uint32_t)work->drawn.count;
    line->items = frame_list_keep(&work->drawn, &work->layout->lines);
}
