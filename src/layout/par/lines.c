#include "layout/par/lines.h"

#include "base/mem.h"
#include "layout/par/draw.h"
#include "layout/par/faces.h"
#include "layout/par/items.h"
#include "layout/par/report.h"
#include "layout/par/shape.h"

/* A line may be this much too wide without a word: parts of a word that are shaped anew can
 * differ from the whole's measure by a kern. */
#define OVERFULL_TOLERANCE UNIT_PT(0.5)

struct line_setter {
    struct par_work *work;
    unit leading, baseline; /* of a line of the block's own text */
    unit measure;
    bool continued;            /* the rest of a line of code */
    unit indent;               /* of such */
    unit hang_start, hang_end; /* what hangs out of the measure */
    bool last;                 /* the paragraph's last line */
    bool notes, objects;       /* it may call footnotes; have pictures */
    bool justify;
};

/* --- the pieces of a line --------------------------------------------------------------------- */

static inline struct par_piece *add_piece(struct par_work *work, const struct par_chunk *chunk)
{
    struct par_piece *piece = MEM_PUSH(work->pieces, work->piece_count, work->piece_cap);
    *piece = (struct par_piece){.chunk = *chunk};
    return piece;
}

/* The part of a chunk in boxes [item, *next): shaped anew unless it is the whole. */
static void add_part(struct par_work *work, size_t item, size_t end, size_t *next)
{
    uint32_t index = work->refs[item].chunk;
    const struct par_chunk *chunk = &work->chunks[index];
    uint32_t from = par_item_from(work, item), to = work->refs[item].to;
    size_t i = item + 1;
    for (; i < end && work->refs[i].chunk == index; i++)
        to = work->refs[i].to;
    *next = i;
    struct par_piece *piece = add_piece(work, chunk);
    piece->spreads = chunk->spreads && from == 0 && work->piece_count > 1;
    if (from == 0 && to == chunk->len)
        return;
    piece->chunk.start += from;
    piece->chunk.len = to - from;
    piece->chunk.gap_before = from == 0 ? chunk->gap_before : 0;
    piece->chunk.gap_after = to == chunk->len ? chunk->gap_after : 0;
    par_shape_part(work, &piece->chunk);
}

/* A forced line end parts words as a space does; readers see one. */
static void add_line_end(struct line_setter *setter, size_t item)
{
    struct par_work *work = setter->work;
    const struct par_chunk *word = &work->pieces[work->piece_count - 1].chunk;
    if (word->kind != PAR_CHUNK_WORD || work->chunks[work->refs[item].chunk].kind != PAR_CHUNK_END)
        return;
    const struct par_face *face = par_face_of(work, word);
    struct par_chunk space = work->chunks[work->refs[item].chunk];
    space.span = word->span;
    space.face = word->face;
    space.glyphs = face->space.glyphs;
    space.glyph_count = face->space.count;
    space.rises = face->space.rises;
    space.width = par_scale(face, face->space.advance);
    if (space.glyph_count > 0)
        add_piece(work, &space)->trailing = true;
}

/* White space at the line's end is kept (beyond its width), for readers that extract the words. */
static void add_trailing(struct line_setter *setter, size_t item)
{
    struct par_work *work = setter->work;
    if (setter->last || work->piece_count == 0)
        return;
    if (work->items[item].kind == LINEBREAK_PENALTY && !par_is_forced(work, item) &&
        work->items[item + 1].kind == LINEBREAK_GLUE)
        item++; /* the space at which "Ward 12" was parted */
    if (work->items[item].kind == LINEBREAK_GLUE)
        add_piece(work, &work->chunks[work->refs[item].chunk])->trailing = true;
    else if (par_is_forced(work, item))
        add_line_end(setter, item);
}

/* Collects the pieces between two breaks: item first is where the former line ended. */
static void collect(struct line_setter *setter, size_t first, size_t end)
{
    struct par_work *work = setter->work;
    work->piece_count = 0;
    size_t i = first;
    bool indented = work->params.preformatted && !setter->continued;
    while (!indented && i < end && work->items[i].kind != LINEBREAK_BOX)
        i++; /* glue vanishes after a break, but not at the start of a line of code */
    while (i < end) {
        const struct linebreak_item *item = &work->items[i];
        if (item->kind == LINEBREAK_BOX) {
            add_part(work, i, end, &i);
            continue;
        }
        if (item->kind == LINEBREAK_GLUE)
            add_piece(work, &work->chunks[work->refs[i].chunk])->stretches = item->stretch > 0;
        i++;
    }
    if (work->items[end].flagged && work->items[end].width > 0 && work->piece_count > 0) {
        struct par_chunk hyphen =
            par_shape_hyphen(work, &work->pieces[work->piece_count - 1].chunk);
        add_piece(work, &hyphen)->hyphen = true;
    }
    add_trailing(setter, end);
}

/* --- positions -------------------------------------------------------------------------------- */

struct line_extent {
    unit width;
    uint32_t gaps;   /* spaces that give */
    uint32_t places; /* between letters, that stretch but do not shrink */
};

static struct line_extent measure_pieces(const struct par_work *work)
{
    struct line_extent extent = {0, 0, 0};
    for (size_t i = 0; i < work->piece_count; i++) {
        const struct par_piece *piece = &work->pieces[i];
        if (piece->trailing)
            continue;
        extent.width += piece->chunk.width;
        extent.gaps += piece->stretches;
        extent.places += piece->spreads;
    }
    return extent;
}

/* Makes the glyphs of a justified line wider or narrower, as far as they give; what is left is for
 * the spaces. A line without any is only made to fit. */
static void expand(const struct line_setter *setter, struct line_extent *extent, int64_t slack)
{
    struct par_work *work = setter->work;
    if (work->expansion == 0 || extent->width <= 0 ||
        (slack > 0 && extent->gaps + extent->places == 0))
        return;
    int64_t part = slack * LINEBREAK_WHOLE / extent->width - (slack < 0);
    if (part > work->expansion)
        part = work->expansion;
    if (part < -work->expansion)
        part = -work->expansion;
    work->expanded = (int32_t)part;
    extent->width = 0;
    for (size_t i = 0; i < work->piece_count; i++) {
        struct par_piece *piece = &work->pieces[i];
        if (piece->trailing)
            continue;
        piece->chunk.width = par_expand(work, piece->chunk.width);
        extent->width += piece->chunk.width;
    }
}

/* A part of what is shared out evenly, to the last unit, among `count` places. */
struct share {
    int64_t all, count, given, taken;
};

static unit take_share(struct share *share)
{
    int64_t due = share->all * ++share->taken / share->count, part = due - share->given;
    share->given = due;
    return (unit)part;
}

/* What goes to the places between letters: as much to each as to a space, but less than what
 * readers of the text take for one. */
static int64_t part_of_places(const struct line_setter *setter, const struct line_extent *extent,
                              int64_t slack)
{
    if (slack <= 0 || extent->places == 0)
        return 0;
    int64_t part = slack * extent->places / (extent->gaps + extent->places);
    int64_t most = (int64_t)setter->work->params.text.size * extent->places * PAR_SPREAD_MOST / 100;
    return part < most ? part : most;
}

/* True for a line that only gaps wider by an em could fill: it stays ragged. */
static bool is_too_short(const struct line_setter *setter, const struct line_extent *extent,
                         unit measure)
{
    int64_t places = (int64_t)extent->gaps + extent->places;
    return (int64_t)measure - extent->width > places * setter->work->params.text.size;
}

/* A line that is too wide whatever was done runs out of its measure; its words do not run into one
 * another. */
static int64_t limit_shrink(const struct par_work *work, int64_t slack)
{
    int64_t spaces = 0;
    for (size_t i = 0; i < work->piece_count && slack < 0; i++)
        if (work->pieces[i].stretches && !work->pieces[i].trailing)
            spaces += work->pieces[i].chunk.width;
    return slack < 0 && slack < -spaces / 2 ? -spaces / 2 : slack;
}

/* Shares the rest of a justified line among its glyphs, its spaces and the places between letters.
 */
static unit justify(const struct line_setter *setter, struct line_extent *extent)
{
    struct par_work *work = setter->work;
    unit measure = setter->measure + setter->hang_start + setter->hang_end;
    work->expanded = 0;
    if (!setter->justify || is_too_short(setter, extent, measure))
        return extent->width;
    expand(setter, extent, (int64_t)measure - extent->width);
    int64_t slack = limit_shrink(work, (int64_t)measure - extent->width);
    struct share places = {part_of_places(setter, extent, slack), extent->places, 0, 0};
    struct share gaps = {slack - places.all, extent->gaps, 0, 0};
    for (size_t i = 0; i < work->piece_count; i++) {
        struct par_piece *piece = &work->pieces[i];
        if (piece->trailing)
            continue;
        if (piece->stretches)
            piece->chunk.width += take_share(&gaps);
        if (piece->spreads)
            piece[-1].chunk.width += take_share(&places);
    }
    return extent->width + (unit)(places.given + gaps.given);
}

/* Visual order of the pieces: UAX #9, rules L1 (white space at the end takes the paragraph's
 * level) and L2. */
static void order_pieces(struct par_work *work)
{
    uint32_t count = (uint32_t)work->piece_count;
    uint8_t base = work->analysis.base_rtl ? 1 : 0;
    unsigned seen = 0;
    MEM_RESERVE(work->order, work->order_cap, count + 1u);
    for (uint32_t i = 0; i < count; i++) {
        struct par_chunk *chunk = &work->pieces[i].chunk;
        if (work->pieces[i].trailing)
            chunk->level = base;
        work->order[i] = i;
        seen |= chunk->level;
    }
    if (seen == 0)
        return;
    MEM_RESERVE(work->levels, work->level_cap, count + 1u);
    for (uint32_t i = 0; i < count; i++)
        work->levels[i] = work->pieces[i].chunk.level;
    text_visual_order(work->levels, count, work->order);
}

static unit start_of_line(const struct line_setter *setter, unit width)
{
    unit slack = setter->measure - width;
    bool rtl = setter->work->analysis.base_rtl;
    if (setter->work->params.align == PAR_CENTRE)
        return slack / 2;
    return (setter->work->params.align == PAR_END) != rtl ? slack : 0;
}

static void place_pieces(const struct line_setter *setter, unit width)
{
    struct par_work *work = setter->work;
    bool rtl = work->analysis.base_rtl;
    order_pieces(work);
    unit pen = start_of_line(setter, width);
    if (!rtl)
        pen += setter->indent - setter->hang_start;
    for (size_t i = 0; i < work->piece_count && rtl; i++)
        pen -= work->pieces[i].trailing ? work->pieces[i].chunk.width : 0;
    for (size_t i = 0; i < work->piece_count; i++) {
        struct par_piece *piece = &work->pieces[work->order[i]];
        piece->x = pen;
        pen += piece->chunk.width;
    }
}

unit par_continuation_indent(const struct par_params *params)
{
    unit indent = params->preformatted ? 2 * params->text.size : 0;
    return indent < params->measure / 4 ? indent : params->measure / 4;
}

/* --- lines ------------------------------------------------------------------------------------ */

static bool calls_note(const struct par_span *span)
{
    return span->node && span->node->kind == NODE_NOTE_REF && span->node->u.note_ref.note &&
           span->node->u.note_ref.note->u.note.first_ref == span->node;
}

/* The footnotes whose first reference stands in the line. */
static void put_notes(const struct line_setter *setter, struct par_line *line)
{
    const struct par_work *work = setter->work;
    for (size_t i = 0; i < work->piece_count && setter->notes; i++) {
        const struct par_piece *piece = &work->pieces[i];
        const struct par_span *span = &work->spans[piece->chunk.span];
        bool begins = i == 0 || piece[-1].chunk.span != piece->chunk.span;
        if (begins && !piece->hyphen && calls_note(span)) {
            if (!line->notes)
                line->notes =
                    ARENA_ARRAY(&work->layout->lines, work->piece_count - i, const struct node *);
            line->notes[line->note_count++] = span->node->u.note_ref.note;
        }
    }
}

/* A picture taller than the room above the baseline makes its line taller. */
static void set_height(const struct line_setter *setter, struct par_line *line)
{
    line->baseline = setter->baseline;
    for (size_t i = 0; i < setter->work->piece_count && setter->objects; i++) {
        const struct par_piece *piece = &setter->work->pieces[i];
        unit height = setter->work->spans[piece->chunk.span].object_height;
        if (piece->chunk.kind == PAR_CHUNK_OBJECT && height > line->baseline)
            line->baseline = height;
    }
    line->height = line->baseline + setter->leading - setter->baseline;
}

static void report_overfull(const struct line_setter *setter, const struct par_line *line)
{
    const struct par_work *work = setter->work;
    if (work->overfull == 0 || line->width <= setter->measure + OVERFULL_TOLERANCE ||
        work->piece_count == 0)
        return;
    const struct par_chunk *first = &work->pieces[0].chunk;
    const struct par_chunk *last = &work->pieces[work->piece_count - 1].chunk;
    par_report_overfull(work, first->span, first->start, last->start + last->len, false);
}

static void find_hang(struct line_setter *setter, size_t first, size_t end)
{
    const struct par_work *work = setter->work;
    while (first < end && work->items[first].kind != LINEBREAK_BOX)
        first++;
    setter->hang_start = first < end ? work->items[first].hang_start : 0;
    setter->hang_end = first < end ? linebreak_end_hang(work->items, end) : 0;
}

/* Sets the line between the items of two breaks. */
static void set_line(struct line_setter *setter, size_t first, size_t end, struct par_line *line)
{
    struct par_work *work = setter->work;
    work->line = line;
    collect(setter, first, end);
    find_hang(setter, first, end);
    struct line_extent extent = measure_pieces(work);
    line->hyphened = work->items[end].flagged;
    setter->justify = work->params.justified &&
                      (!par_is_forced(work, end) ||
                       extent.width - setter->hang_start - setter->hang_end > setter->measure);
    unit width = justify(setter, &extent);
    line->width = width - setter->hang_start - setter->hang_end + setter->indent;
    set_height(setter, line);
    place_pieces(setter, width);
    par_draw(work);
    put_notes(setter, line);
    report_overfull(setter, line);
}

/* What the text of a paragraph needs around its baselines, in faces taller than its lines are high.
 */
struct room {
    unit height;     /* of lines of its tallest face, as a rule */
    unit top, depth; /* of what is drawn */
};

static struct room room_of_text(const struct line_setter *setter)
{
    const struct par_work *work = setter->work;
    struct room room = {0, 0, 0};
    uint16_t main = par_main_face(work, work->params.text.face).face;
    for (size_t i = 0; i < work->chunk_count; i++) {
        const struct par_chunk *chunk = &work->chunks[i];
        if (chunk->face == main || chunk->face == FONT_FACE_NONE)
            continue;
        const struct par_face *face = par_face_of(work, chunk);
        const struct font_metrics *metrics = face->metrics;
        unit height = par_scale(face, metrics->line_height);
        int32_t top = 0, bottom = 0;
        if (height == 0 ||
            par_scale(face, metrics->ascender - metrics->descender) <= setter->leading)
            continue;
        font_shape_ink(work->layout->tools->fonts, chunk->face, chunk->glyphs, chunk->glyph_count,
                       &top, &bottom);
        unit above = par_scale(face, top), below = par_scale(face, -bottom);
        room.height = height > room.height ? height : room.height;
        room.top = above > room.top ? above : room.top;
        room.depth = below > room.depth ? below : room.depth;
    }
    return room;
}

/* Lines of tall letters stand further apart, all lines of a paragraph alike: by the face where that
 * is enough, else in steps, so that the paragraphs of a leaflet are much alike as well. */
static void make_room(struct line_setter *setter)
{
    struct room room = room_of_text(setter);
    unit step = setter->leading / 8;
    unit drawn = step > 0 ? (room.top + room.depth + step - 1) / step * step : 0;
    unit height = drawn > room.height ? drawn : room.height;
    if (height <= setter->leading)
        return;
    setter->baseline += (height - setter->leading) / 2;
    setter->leading = height;
    if (setter->baseline < room.top)
        setter->baseline = room.top;
    if (setter->leading - setter->baseline < room.depth)
        setter->baseline = setter->leading - room.depth;
}

/* The half-leading above and below the block's own face, or more for a taller one that its text
 * falls back to, in all lines alike, so that baselines keep an even distance. */
static void set_leading(struct line_setter *setter, const struct style_text *text)
{
    setter->leading = text->leading;
    setter->baseline = text->leading * 3 / 4;
    uint16_t number = par_main_face(setter->work, text->face).face;
    if (number != FONT_FACE_NONE) {
        const struct par_face *face = par_face_get(setter->work, number, text->size);
        unit ascender = par_scale(face, face->metrics->ascender);
        unit descender = par_scale(face, face->metrics->descender);
        setter->baseline = (text->leading - (ascender - descender)) / 2 + ascender;
    }
    make_room(setter);
}

/* What none of the spans has is not looked for in lines. */
static void look_at_spans(struct line_setter *setter)
{
    struct par_work *work = setter->work;
    work->decorated = false;
    for (size_t i = 0; i < work->span_count; i++) {
        const struct par_span *span = &work->spans[i];
        setter->notes = setter->notes || calls_note(span);
        setter->objects = setter->objects || span->kind == PAR_SPAN_OBJECT;
        work->decorated = work->decorated || span->style.link || span->style.strike;
    }
}

struct par par_lines(struct par_work *work)
{
    struct par par = {.count = (uint32_t)work->break_count};
    struct line_setter setter = {.work = work};
    look_at_spans(&setter);
    set_leading(&setter, &work->params.text);
    par.lines = ARENA_ARRAY(&work->layout->lines, par.count, struct par_line);
    size_t first = 0;
    for (uint32_t i = 0; i < par.count; i++) {
        setter.continued =
            work->params.preformatted && first > 0 && !par_is_forced(work, first - 1);
        setter.indent = setter.continued ? par_continuation_indent(&work->params) : 0;
        setter.measure = work->params.measure - setter.indent;
        setter.last = i + 1 == par.count;
        set_line(&setter, first, work->breaks[i], &par.lines[i]);
        if (par.lines[i].width > par.width)
            par.width = par.lines[i].width;
        first = work->breaks[i] + 1;
    }
    return par;
}
