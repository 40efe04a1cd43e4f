#include "layout/par/hang.h"

#include "base/utf8.h"
#include "layout/par/faces.h"
#include "layout/par/wide.h"

#define PERCENT_HYPHEN 60

/* Percent of the character's width, by class of glyph: the less ink it has, the more. */
static int start_percent(uint32_t c)
{
    switch (c) {
    case '"':
    case '\'':
    case 0x2018: /* ‘ ‚ “ „ */
    case 0x201a:
    case 0x201c:
    case 0x201e: return 60;
    case 0xab: /* « ‹ */
    case 0x2039: return 40;
    default: return 0;
    }
}

static int end_percent(uint32_t c)
{
    switch (c) {
    case '.':
    case ',': return 70;
    case '-':
    case 0x2010: return PERCENT_HYPHEN;
    case '"':
    case '\'':
    case 0x2018: /* as German closes with ‘ “ */
    case 0x2019:
    case 0x201c:
    case 0x201d: return 60;
    case ':':
    case ';':
    case 0xbb: /* » › */
    case 0x203a: return 40;
    case 0x2013: return 30;
    case '!':
    case '?': return 15;
    default: return 0;
    }
}

bool par_may_hang(const struct par_work *work)
{
    return work->params.align == PAR_START && !work->params.preformatted &&
           !work->analysis.base_rtl;
}

static unit part_of(const struct par_work *work, const struct par_chunk *chunk, uint32_t glyph,
                    int percent)
{
    unit width = par_scale(par_face_of(work, chunk), chunk->glyphs[glyph].advance);
    return width > 0 && width < UNIT_PT(60) ? (unit)((int64_t)width * percent / 100) : 0;
}

unit par_hang_start(const struct par_work *work, const struct par_chunk *chunk)
{
    size_t at = chunk->start;
    if (!par_may_hang(work) || chunk->kind != PAR_CHUNK_WORD || chunk->level != 0 ||
        chunk->glyph_count == 0)
        return 0;
    unit wide = work->wide ? par_wide_start(work, chunk) : PAR_NOT_WIDE;
    if (wide != PAR_NOT_WIDE)
        return wide < UNIT_PT(60) ? wide : 0;
    if (chunk->gap_before > 0)
        return chunk->gap_before < UNIT_PT(60) ? chunk->gap_before : 0;
    int percent = start_percent(utf8_next(buf_slice(&work->text), &at));
    return percent > 0 ? part_of(work, chunk, 0, percent) : 0;
}

unit par_hang_end(const struct par_work *work, const struct par_chunk *chunk)
{
    size_t at = chunk->start + chunk->len;
    if (!par_may_hang(work) || chunk->kind != PAR_CHUNK_WORD || chunk->level != 0 ||
        chunk->glyph_count == 0)
        return 0;
    unit wide = work->wide ? par_wide_end(work, chunk) : PAR_NOT_WIDE;
    if (wide != PAR_NOT_WIDE)
        return wide < UNIT_PT(60) ? wide : 0;
    if (chunk->gap_after > 0)
        return chunk->gap_after < UNIT_PT(60) ? chunk->gap_after : 0;
    if (!work->params.justified)
        return 0;
    int percent = end_percent(utf8_previous(buf_slice(&work->text), &at));
    return percent > 0 ? part_of(work, chunk, chunk->glyph_count - 1, percent) : 0;
}

unit par_hang_hyphen(const struct par_work *work, unit width)
{
    if (!work->params.justified || !par_may_hang(work) || width >= UNIT_PT(60))
        return 0;
    return (unit)((int64_t)width * PERCENT_HYPHEN / 100);
}
