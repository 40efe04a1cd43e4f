#include "layout/par/items.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "layout/par/faces.h"
#include "layout/par/hang.h"
#include "layout/par/hyphen.h"
#include "layout/par/report.h"
#include "layout/par/shape.h"

/* TeX's \exhyphenpenalty for a word's own hyphen; URLs break more reluctantly, and most of all
 * words that a break gives a hyphen. */
#define HYPHEN_PENALTY          200
#define EXPLICIT_HYPHEN_PENALTY 50
#define URL_PENALTY             120
/* A word of one letter at a line's end, where the language minds: worse than any rag but a line
 * that is all but empty; of two letters: than a rag of a fifth of the measure. */
#define LETTER_PENALTY      6000
#define TWO_LETTERS_PENALTY 1500

static inline struct linebreak_item *add_item(struct par_work *work, enum linebreak_kind kind,
                                              unit width, size_t chunk, uint32_t to)
{
    MEM_RESERVE(work->refs, work->ref_cap, work->item_count + 1);
    work->refs[work->item_count] = (struct par_ref){(uint32_t)chunk, to};
    struct linebreak_item *item = MEM_PUSH(work->items, work->item_count, work->item_cap);
    *item = (struct linebreak_item){.kind = (uint8_t)kind, .width = width > 0 ? width : 0};
    return item;
}

/* Marks may hang out of the measure, letters do not. */
static bool is_mark(const struct par_work *work, uint32_t place)
{
    unsigned char c = (unsigned char)work->text.data[place];
    return (unsigned char)((c | 0x20) - 'a') >= 26;
}

static void add_box(struct par_work *work, unit width, size_t chunk, uint32_t to)
{
    const struct par_chunk *shaped = &work->chunks[chunk];
    bool begins = work->item_count == 0 || work->refs[work->item_count - 1].chunk != chunk;
    struct linebreak_item *item = add_item(work, LINEBREAK_BOX, width, chunk, to);
    if (begins && shaped->spreads)
        item->stretch = work->spans[shaped->span].style.size / PAR_SPREAD_PARTS;
    if (begins && (shaped->gap_before > 0 || is_mark(work, shaped->start)))
        item->hang_start = (uint16_t)par_hang_start(work, shaped);
    if (to == shaped->len && (shaped->gap_after > 0 || is_mark(work, shaped->start + to - 1)))
        item->hang_end = (uint16_t)par_hang_end(work, shaped);
    if (item->hang_end > work->hang_most)
        work->hang_most = item->hang_end;
}

static void add_penalty(struct par_work *work, int32_t penalty, unit width, bool flagged,
                        size_t chunk, uint32_t to)
{
    unit hang = width > 0 ? par_hang_hyphen(work, width) : 0;
    if (hang > work->hang_most)
        work->hang_most = hang;
    struct linebreak_item *item = add_item(work, LINEBREAK_PENALTY, width, chunk, to);
    item->penalty = penalty;
    item->hang_end = (uint16_t)hang;
    item->flagged = flagged;
}

static int32_t light_penalty(const struct par_work *work, size_t place)
{
    struct slice text = buf_slice(&work->text);
    uint32_t last = ' ';
    while (place > 0 && last == ' ')
        last = utf8_previous(text, &place);
    bool two = place > 0 && text_is_alnum(utf8_previous(text, &place));
    return two ? TWO_LETTERS_PENALTY : LETTER_PENALTY;
}

/* What a break before a chunk costs that parts what belongs together; in code nothing does. */
static inline int32_t keep_penalty(const struct par_work *work, uint8_t flags, size_t index)
{
    if (work->params.preformatted || !(flags & TEXT_KEEP_MASK))
        return 0;
    switch (flags & TEXT_KEEP_MASK) {
    case TEXT_KEEP_LIGHT: return light_penalty(work, work->chunks[index].start);
    case TEXT_KEEP_WORDS: return LINEBREAK_AVOID;
    case TEXT_KEEP_FIRM: return LINEBREAK_LAST_MEAN;
    default: return 0;
    }
}

static void add_glue(struct par_work *work, size_t index)
{
    const struct par_chunk *chunk = &work->chunks[index];
    struct linebreak_item *item = add_item(work, LINEBREAK_GLUE, chunk->width, index, chunk->len);
    bool elastic = (chunk->kind == PAR_CHUNK_TIE || work->text.data[chunk->start] == ' ') &&
                   !(work->analysis.flags[chunk->start] & TEXT_UNIT_GAP);
    item->stretch = elastic ? item->width / PAR_STRETCH_PARTS : 0;
    item->shrink = elastic ? item->width / PAR_SHRINK_PARTS : 0;
}

/* Flags of the places between a chunk and the one before it: more than one place if controls or
 * missing characters lie between. */
static inline uint8_t flags_before(const struct par_work *work, size_t index)
{
    uint32_t place = 0, end = work->chunks[index].start;
    if (index > 0)
        place = work->chunks[index - 1].start + work->chunks[index - 1].len;
    uint8_t flags = work->analysis.flags[end];
    for (; place < end; place++)
        flags |= work->analysis.flags[place];
    return flags;
}

enum space_kind { SPACE_FINAL, SPACE_BREAKS, SPACE_STAYS };

/* Neighbouring spaces: chunks before end. */
struct space_run {
    size_t end;
    enum space_kind kind;
    int32_t penalty; /* of the break */
};

/* What follows the spaces from chunk index on: the line's end anyway, or an opportunity to end it
 * (UAX #14 gives it behind the spaces), or none, as in "( x". */
static struct space_run find_spaces(const struct par_work *work, size_t index)
{
    while (index < work->chunk_count && work->chunks[index].kind == PAR_CHUNK_SPACE)
        index++;
    if (index == work->chunk_count || work->chunks[index].kind == PAR_CHUNK_END)
        return (struct space_run){index, SPACE_FINAL, 0};
    uint8_t flags = flags_before(work, index);
    bool breaks = flags & (TEXT_BREAK | TEXT_MUST_BREAK);
    return (struct space_run){index, breaks ? SPACE_BREAKS : SPACE_STAYS,
                              keep_penalty(work, flags, index)};
}

static bool last_is_box(const struct par_work *work)
{
    return work->item_count > 0 && work->items[work->item_count - 1].kind == LINEBREAK_BOX;
}

/* The scripts that part no words, from Thai on; not the signs that all share. */
static bool is_unparted(uint32_t c)
{
    return c >= 0x0e00 && !(c >= 0x2000 && c < 0x2e80);
}

/* True if justified text may be spread at a place between two chunks without a space. */
static bool may_spread(const struct par_work *work, uint32_t before, size_t index)
{
    const struct par_chunk *chunk = &work->chunks[index];
    size_t at = chunk->start;
    return work->params.justified && chunk->kind == PAR_CHUNK_WORD && chunk->level == 0 &&
           chunk[-1].level == 0 && is_unparted(before) &&
           is_unparted(utf8_next(buf_slice(&work->text), &at));
}

/* A break between two chunks without a space: after a hyphen or dash, in a URL, between
 * ideographs, after a zero-width space. */
static void add_break(struct par_work *work, size_t index)
{
    const struct par_chunk *last = &work->chunks[index - 1];
    size_t at = last->start + last->len;
    uint32_t before = utf8_previous(buf_slice(&work->text), &at);
    char after = work->text.data[work->chunks[index].start];
    int32_t kept = keep_penalty(work, flags_before(work, index), index);
    if (before == SOFT_HYPHEN)
        add_penalty(work, kept > HYPHEN_PENALTY ? kept : HYPHEN_PENALTY,
                    par_shape_hyphen(work, last).width, true, index - 1, last->len);
    else if (kept > 0)
        add_penalty(work, kept, 0, before == '-', index - 1, last->len);
    else if (before == '/' || (after != '\0' && strchr("./?&=#-_%~", after)))
        add_penalty(work, URL_PENALTY, 0, false, index - 1, last->len);
    else if (before == '-' || before == 0x2010)
        add_penalty(work, EXPLICIT_HYPHEN_PENALTY, 0, true, index - 1, last->len);
    else
        add_penalty(work, 0, 0, false, index - 1, last->len);
    work->chunks[index].spreads = kept == 0 && may_spread(work, before, index);
}

static bool is_letter(uint32_t c)
{
    return text_is_alnum(c) && !text_is_digit(c);
}

/* True if a word that is broken before byte `at` of a chunk, for lack of any better place, gets a
 * hyphen: between letters of one that may be hyphenated. */
static bool wants_hyphen(const struct par_work *work, const struct par_chunk *chunk, uint32_t at)
{
    struct slice text = {work->text.data + chunk->start, chunk->len};
    size_t before = at, after = at;
    return chunk->hyphens && at > 0 && at < text.len && is_letter(utf8_previous(text, &before)) &&
           is_letter(utf8_next(text, &after));
}

/* The advance of a chunk's glyphs up to a byte, from a place before it on; where a ligature spans
 * the byte, that of its letters before it, each the same. */
struct advance {
    uint32_t glyph;       /* the next */
    int64_t sum, cluster; /* of all glyphs before it, of those of the last cluster */
};

static int64_t advance_to(const struct par_chunk *chunk, struct advance *at, uint32_t to)
{
    const struct font_glyph *glyphs = chunk->glyphs;
    for (; at->glyph < chunk->glyph_count && glyphs[at->glyph].cluster < to; at->glyph++) {
        bool same = at->glyph > 0 && glyphs[at->glyph - 1].cluster == glyphs[at->glyph].cluster;
        at->cluster = glyphs[at->glyph].advance + (same ? at->cluster : 0);
        at->sum += glyphs[at->glyph].advance;
    }
    if (at->glyph == 0)
        return 0;
    uint32_t start = glyphs[at->glyph - 1].cluster;
    uint32_t end = at->glyph < chunk->glyph_count ? glyphs[at->glyph].cluster : chunk->len;
    return end > to ? at->sum - at->cluster * (end - to) / (end - start) : at->sum;
}

/* Boxes between the breaks inside a word. Widths are those of the whole word's shaping; the parts
 * are shaped anew when a line is set. */
static void add_parts(struct par_work *work, size_t index)
{
    const struct par_chunk chunk = work->chunks[index];
    const struct par_face *face = par_face_of(work, &chunk);
    struct advance advance = {0};
    unit done = 0;
    for (uint32_t to = 1; to < chunk.len; to++) {
        uint8_t flags = work->analysis.flags[chunk.start + to];
        if (!(flags & (PAR_HYPHEN | PAR_EMERGENCY | TEXT_BREAK)))
            continue;
        unit width = par_scale(face, advance_to(&chunk, &advance, to));
        add_box(work, width - done, index, to);
        done = width;
        if ((flags & PAR_EMERGENCY) && !wants_hyphen(work, &chunk, to))
            add_penalty(work, 0, 0, false, index, to);
        else
            add_penalty(work, HYPHEN_PENALTY, par_shape_hyphen(work, &chunk).width, true, index,
                        to);
    }
    add_box(work, chunk.width - done, index, chunk.len);
}

static void add_word(struct par_work *work, size_t index)
{
    const struct par_chunk *chunk = &work->chunks[index];
    uint8_t flags = index > 0 ? flags_before(work, index) : 0;
    if (flags & PAR_EMERGENCY)
        add_penalty(work, 0, 0, false, index - 1, work->chunks[index - 1].len);
    else if ((flags & TEXT_BREAK) && last_is_box(work))
        add_break(work, index);
    if (work->breaks_inside && chunk->kind == PAR_CHUNK_WORD)
        add_parts(work, index);
    else
        add_box(work, chunk->width, index, chunk->len);
}

static void add_space(struct par_work *work, size_t index, struct space_run *spaces)
{
    if (index >= spaces->end)
        *spaces = find_spaces(work, index);
    /* a final space must not make its line wider; one after a space shows nothing */
    if (spaces->kind == SPACE_FINAL || work->chunks[index].face == FONT_FACE_NONE)
        return;
    if (last_is_box(work) && (spaces->kind == SPACE_STAYS || spaces->penalty > 0))
        add_penalty(work, spaces->kind == SPACE_STAYS ? LINEBREAK_FORBID : spaces->penalty, 0,
                    false, index, 0);
    add_glue(work, index);
}

void par_items(struct par_work *work)
{
    struct space_run spaces = {0, SPACE_STAYS, 0};
    work->item_count = 0;
    work->hang_most = 0;
    if (work->chunk_count == 0)
        return;
    for (size_t i = 0; i < work->chunk_count; i++) {
        switch ((enum par_chunk_kind)work->chunks[i].kind) {
        case PAR_CHUNK_WORD:
        case PAR_CHUNK_OBJECT: add_word(work, i); break;
        case PAR_CHUNK_SPACE: add_space(work, i, &spaces); break;
        case PAR_CHUNK_TIE:
            add_penalty(work, LINEBREAK_FORBID, 0, false, i, 0);
            add_glue(work, i);
            break;
        case PAR_CHUNK_END:
            /* the last line ends anyway */
            if (i + 1 < work->chunk_count)
                add_penalty(work, LINEBREAK_FORCE, 0, false, i, work->chunks[i].len);
            break;
        }
    }
    size_t last = work->chunk_count - 1;
    add_penalty(work, LINEBREAK_FORCE, 0, false, last, work->chunks[last].len);
}

bool par_piece_next(const struct par_work *work, size_t *index, struct par_extent *out)
{
    *out = (struct par_extent){.first = *index};
    for (; *index < work->item_count; ++*index) {
        const struct linebreak_item *item = &work->items[*index];
        if (linebreak_is_legal(work->items, *index)) {
            out->end = *index;
            out->width += item->kind == LINEBREAK_PENALTY ? item->width : 0;
            ++*index;
            return true;
        }
        out->boxes += item->kind == LINEBREAK_BOX;
        if (item->kind != LINEBREAK_PENALTY && out->boxes > 0)
            out->width += item->width;
    }
    return false;
}

bool par_is_parted(const struct par_work *work, size_t item)
{
    const struct linebreak_item *at = &work->items[item];
    return at->kind == LINEBREAK_PENALTY && at->penalty >= LINEBREAK_AVOID &&
           at->penalty < LINEBREAK_FORBID;
}

bool par_is_forced(const struct par_work *work, size_t item)
{
    return work->items[item].kind == LINEBREAK_PENALTY &&
           work->items[item].penalty <= LINEBREAK_FORCE;
}

uint32_t par_item_from(const struct par_work *work, size_t item)
{
    const struct par_ref *ref = &work->refs[item];
    return item > 0 && ref[-1].chunk == ref->chunk ? ref[-1].to : 0;
}

/* Marks breaks in the box of one item so that no more than measure is set in a line; *filled is
 * what the current line holds. */
static void mark_box(struct par_work *work, size_t item, int64_t measure, int64_t *filled)
{
    const struct par_chunk *chunk = &work->chunks[work->refs[item].chunk];
    const struct par_face *face = par_face_of(work, chunk);
    uint32_t from = par_item_from(work, item), to = work->refs[item].to, i = 0;
    if (chunk->hyphens)
        measure -= par_shape_hyphen(work, chunk).width;
    while (i < chunk->glyph_count) {
        uint32_t cluster = chunk->glyphs[i].cluster;
        int64_t advance = 0;
        for (; i < chunk->glyph_count; i++) {
            uint32_t next = chunk->glyphs[i].cluster;
            if (next != cluster && (work->analysis.flags[chunk->start + next] & TEXT_GRAPHEME))
                break;
            advance += chunk->glyphs[i].advance;
        }
        uint32_t next = i < chunk->glyph_count ? chunk->glyphs[i].cluster : chunk->len;
        uint32_t start = cluster > from ? cluster : from, end = next < to ? next : to;
        if (start >= end)
            continue;
        /* a ligature may reach into the box, or out of it */
        unit width = par_scale(face, advance * (end - start) / (next - cluster));
        if (cluster >= from && *filled > 0 && *filled + width > measure) {
            work->analysis.flags[chunk->start + cluster] |= PAR_EMERGENCY;
            work->breaks_inside = true;
            *filled = 0;
        }
        *filled += width;
    }
}

static void mark_piece(struct par_work *work, const struct par_extent *piece, int64_t measure)
{
    int64_t filled = 0;
    for (size_t i = piece->first; i < piece->end; i++) {
        const struct par_chunk *chunk = &work->chunks[work->refs[i].chunk];
        if (work->items[i].kind == LINEBREAK_BOX && chunk->kind == PAR_CHUNK_WORD) {
            mark_box(work, i, measure, &filled);
        } else if (work->items[i].kind != LINEBREAK_PENALTY) {
            if (filled > 0 && filled + chunk->width > measure && chunk->kind == PAR_CHUNK_OBJECT) {
                work->analysis.flags[chunk->start] |= PAR_EMERGENCY;
                filled = 0;
            }
            filled += chunk->width;
        }
    }
}

static void report_piece(const struct par_work *work, const struct par_extent *piece)
{
    size_t first = piece->first, last = piece->end;
    while (work->items[first].kind != LINEBREAK_BOX)
        first++;
    while (work->items[last].kind != LINEBREAK_BOX)
        last--;
    const struct par_chunk *from = &work->chunks[work->refs[first].chunk];
    const struct par_chunk *to = &work->chunks[work->refs[last].chunk];
    par_report_overfull(work, from->span, from->start, to->start + to->len, true);
}

/* True if a piece that ends at an item is followed by another word and not by more of its own. */
static bool ends_word(const struct par_work *work, size_t end)
{
    return work->items[end].kind == LINEBREAK_GLUE || par_is_forced(work, end) ||
           work->items[end + 1].kind == LINEBREAK_GLUE;
}

static void mark_wide(struct par_work *work, const struct par_extent *piece)
{
    for (size_t i = piece->first; i < piece->end; i++)
        work->chunks[work->refs[i].chunk].wide = true;
}

/* Of code, which breaks anywhere as a matter of course, only the first piece is reported that does
 * not fit a line without the indent; of a word, all its pieces from the first to the last. */
static bool find_wide(struct par_work *work, unit measure)
{
    bool any = false, said = false;
    struct par_extent piece, wide = {0}; /* in the present word */
    for (size_t i = 0; par_piece_next(work, &i, &piece);) {
        if (piece.width > measure && piece.boxes > 0) {
            mark_wide(work, &piece);
            any = true;
            if (!work->params.preformatted || (!said && piece.width > work->params.measure)) {
                wide.first = wide.boxes > 0 ? wide.first : piece.first;
                wide.boxes += piece.boxes;
                wide.end = piece.end;
                said = true;
            }
        }
        if (wide.boxes > 0 && ends_word(work, piece.end)) {
            report_piece(work, &wide);
            wide.boxes = 0;
        }
    }
    return any;
}

bool par_emergency(struct par_work *work, unit measure)
{
    struct par_extent piece;
    if (!find_wide(work, measure))
        return false;
    bool marked = work->params.hyphenate && !work->params.names_whole;
    if (!work->params.preformatted && !marked && par_hyphenate_wide(work))
        par_items(work);
    for (size_t i = 0; par_piece_next(work, &i, &piece);)
        if (piece.width > measure && piece.boxes > 0)
            mark_piece(work, &piece, measure);
    return true;
}
