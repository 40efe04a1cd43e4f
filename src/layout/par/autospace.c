#include "layout/par/autospace.h"

#include <string.h>

#include "base/utf8.h"
#include "layout/par/faces.h"
#include "layout/par/wide.h"

#define GAP_PARTS 4 /* of an em */
/* Eighths of an em before a box; poppler takes seven tenths for the gap between columns. */
#define BOX_PARTS 5
/* Two faces whose spaces differ by no more are alike. */
#define ALIKE       2
#define ALIKE_PARTS 3
/* Letters below this are of Latin, Greek, Cyrillic and their neighbours. */
#define EUROPEAN_END 0x0590u

/* Han, kana and bopomofo; not the letters of Korean, which parts its words by spaces. */
static bool is_ideograph(uint32_t c)
{
    return (c >= 0x3005 && c <= 0x3007) || (c >= 0x3041 && c <= 0x30ff) ||
           (c >= 0x3105 && c <= 0x312f) || (c >= 0x31a0 && c <= 0x31ff) ||
           (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
           (c >= 0x20000 && c <= 0x3ffff);
}

static bool is_european(uint32_t c)
{
    return c < EUROPEAN_END || (c >= 0x1e00 && c <= 0x1fff);
}

/* Words that touch, from left to right, none of them raised or lowered. */
static bool may_part(const struct par_work *work, const struct par_chunk *before,
                     const struct par_chunk *after)
{
    return before->kind == PAR_CHUNK_WORD && after->kind == PAR_CHUNK_WORD &&
           before->glyph_count > 0 && after->glyph_count > 0 && before->level == after->level &&
           (before->level & 1) == 0 && before->start + before->len == after->start &&
           work->spans[before->span].style.rise == 0 && work->spans[after->span].style.rise == 0;
}

/* Which of the two gets the gap; NULL: none stands between them. */
static struct par_chunk *find_gap(const struct par_work *work, struct par_chunk *before)
{
    struct par_chunk *after = before + 1;
    size_t at = after->start, end = after->start;
    if (!may_part(work, before, after))
        return NULL;
    uint32_t left = utf8_previous(buf_slice(&work->text), &at);
    uint32_t right = utf8_next(buf_slice(&work->text), &end);
    if (!text_is_alnum(left) || !text_is_alnum(right))
        return NULL;
    if (is_ideograph(left) && is_european(right))
        return after;
    return is_european(left) && is_ideograph(right) ? before : NULL;
}

static void put_gap(struct par_work *work, struct par_chunk *chunk, unit gap, bool left)
{
    unit size = work->spans[chunk->span].style.size;
    if (gap <= 0 || size <= 0 || chunk->glyph_count == 0)
        return;
    struct font_glyph *glyphs = par_own_glyphs(work, chunk);
    const struct par_face *face = par_face_of(work, chunk);
    int16_t units = (int16_t)((int64_t)gap * face->metrics->units_per_em / size);
    struct font_glyph *glyph = &glyphs[left ? 0 : chunk->glyph_count - 1];
    glyph->advance = (int16_t)(glyph->advance + units);
    if (left)
        glyph->x_offset = (int16_t)(glyph->x_offset + units);
    chunk->width += par_scale(face, units);
}

void par_autospace_part(struct par_work *work, struct par_chunk *part)
{
    put_gap(work, part, part->gap_before, true);
    put_gap(work, part, part->gap_after, false);
}

void par_autospace(struct par_work *work)
{
    for (size_t i = 0; i + 1 < work->chunk_count && !work->params.preformatted; i++) {
        struct par_chunk *before = &work->chunks[i], *chunk = find_gap(work, before);
        if (!chunk)
            continue;
        const struct par_chunk *other = chunk == before ? before + 1 : before;
        unit gap = work->spans[other->span].style.size / GAP_PARTS;
        if (chunk == before)
            chunk->gap_after = gap;
        else
            chunk->gap_before = gap;
        put_gap(work, chunk, gap, chunk != before);
    }
}

static unit space_of(const struct par_work *work, const struct par_chunk *word)
{
    const struct par_face *face = par_face_of(work, word);
    return face->space.count > 0 ? par_scale(face, face->space.advance) : 0;
}

static void even_space(const struct par_work *work, struct par_chunk *space)
{
    const struct par_chunk *before = space - 1, *after = space + 1;
    const struct par_style *left = &work->spans[before->span].style;
    const struct par_style *right = &work->spans[after->span].style;
    if (before->kind != PAR_CHUNK_WORD || after->kind != PAR_CHUNK_WORD ||
        before->face == after->face || left->face != right->face || left->size != right->size ||
        work->text.data[space->start] == '\t' ||
        (work->analysis.flags[space->start] & (TEXT_UNIT_GAP | TEXT_BREAK)) == TEXT_UNIT_GAP)
        return;
    unit first = space_of(work, before), second = space_of(work, after);
    unit least = first < second ? first : second, most = first < second ? second : first;
    if (space->width < most && (int64_t)least * ALIKE_PARTS < (int64_t)most * ALIKE)
        space->width = most;
}

void par_even_spaces(struct par_work *work)
{
    for (size_t i = 1; i + 1 < work->chunk_count && !work->params.preformatted; i++) {
        struct par_chunk *chunk = &work->chunks[i];
        if ((chunk->kind == PAR_CHUNK_SPACE || chunk->kind == PAR_CHUNK_TIE) &&
            chunk->face != FONT_FACE_NONE)
            even_space(work, chunk);
    }
}

/* U+2610 to U+2612. */
static bool is_box(const struct par_work *work, const struct par_chunk *chunk)
{
    const char *at = work->text.data + chunk->start;
    return chunk->kind == PAR_CHUNK_WORD && chunk->len >= 3 && memcmp(at, "\xe2\x98", 2) == 0 &&
           (unsigned char)at[2] >= 0x90 && (unsigned char)at[2] <= 0x92;
}

/* A box at the start of a line, or behind what leads to answers. */
static bool leads(const struct par_work *work, size_t box)
{
    size_t i = box;
    while (i > 0 && work->chunks[i - 1].kind == PAR_CHUNK_SPACE)
        i--;
    if (i == 0 || work->chunks[i - 1].kind == PAR_CHUNK_END)
        return true;
    size_t at = work->chunks[i - 1].start + work->chunks[i - 1].len;
    uint32_t last = utf8_previous(buf_slice(&work->text), &at);
    return last == ':' || last == '?' || last == '.' || last == 0x61f || last == 0xff1a ||
           last == 0xff1f;
}

void par_part_boxes(struct par_work *work)
{
    bool before = false; /* there is one in this line, which stands before its words */
    for (size_t i = 0; i < work->chunk_count && !work->params.preformatted; i++) {
        struct par_chunk *chunk = &work->chunks[i];
        if (chunk->kind == PAR_CHUNK_END)
            before = false;
        if (!is_box(work, chunk))
            continue;
        unit gap = work->spans[chunk->span].style.size * BOX_PARTS / 8;
        struct par_chunk *space = i > 0 ? chunk - 1 : NULL;
        if (before && space->kind == PAR_CHUNK_SPACE && space->width > 0 && space->width < gap)
            space->width = gap;
        before = before || leads(work, i);
    }
}
