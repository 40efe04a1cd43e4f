#include "layout/par/wide.h"

#include <string.h>

#include "base/utf8.h"
#include "layout/par/faces.h"

/* Where the ink of a chunk's glyph stands, of a mark; OTHER: a letter, or no wide mark. */
static enum font_ink ink_of(const struct par_work *work, const struct par_chunk *chunk,
                            uint32_t glyph)
{
    size_t at = chunk->start + chunk->glyphs[glyph].cluster;
    if (chunk->kind != PAR_CHUNK_WORD || chunk->face == FONT_FACE_NONE ||
        (unsigned char)work->text.data[at] < 0xe2 ||
        !text_is_punctuation(utf8_next(buf_slice(&work->text), &at)))
        return FONT_INK_OTHER;
    return font_glyph_ink(work->layout->tools->fonts, chunk->face, chunk->glyphs[glyph].gid);
}

struct font_glyph *par_own_glyphs(const struct par_work *work, struct par_chunk *chunk)
{
    if (!chunk->own) {
        struct font_glyph *own =
            ARENA_ARRAY(&work->layout->scratch, chunk->glyph_count, struct font_glyph);
        memcpy(own, chunk->glyphs, chunk->glyph_count * sizeof *own);
        chunk->glyphs = chunk->own = own;
    }
    return chunk->own;
}

/* Takes the empty half of one glyph of a chunk. */
static void take_half(struct par_work *work, struct par_chunk *chunk, uint32_t index, bool left)
{
    const struct par_face *face = par_face_of(work, chunk);
    int32_t half = face->metrics->units_per_em / 2;
    struct font_glyph *glyph = &par_own_glyphs(work, chunk)[index];
    glyph->advance = (int16_t)(glyph->advance - half);
    if (left)
        glyph->x_offset = (int16_t)(glyph->x_offset - half);
    chunk->width -= par_scale(face, half);
}

/* The mark before the one at hand. */
struct neighbour {
    struct par_chunk *chunk; /* NULL: none stands right before it */
    uint32_t glyph;
    enum font_ink ink;
};

static void trim_chunk(struct par_work *work, struct par_chunk *chunk, struct neighbour *before)
{
    for (uint32_t i = 0; i < chunk->glyph_count; i++) {
        enum font_ink ink = ink_of(work, chunk, i);
        bool beside = before->chunk && ink != FONT_INK_OTHER && before->ink != FONT_INK_OTHER;
        if (beside && ink == FONT_INK_RIGHT)
            take_half(work, chunk, i, true);
        else if (beside && before->ink == FONT_INK_LEFT)
            take_half(work, before->chunk, before->glyph, false);
        *before = (struct neighbour){chunk, i, ink};
    }
}

void par_wide_trim(struct par_work *work)
{
    struct neighbour before = {NULL, 0, FONT_INK_OTHER};
    for (size_t i = 0; i < work->chunk_count; i++) {
        struct par_chunk *chunk = &work->chunks[i];
        if (chunk->kind != PAR_CHUNK_WORD || chunk->level != 0)
            before.chunk = NULL;
        else
            trim_chunk(work, chunk, &before);
    }
}

void par_wide_trim_part(struct par_work *work, struct par_chunk *part)
{
    struct neighbour before = {NULL, 0, FONT_INK_OTHER};
    trim_chunk(work, part, &before);
}

/* The empty half, unless it went already. */
static unit half_of(const struct par_work *work, const struct par_chunk *chunk, uint32_t glyph)
{
    const struct par_face *face = par_face_of(work, chunk);
    int32_t em = face->metrics->units_per_em;
    return chunk->glyphs[glyph].advance == em ? par_scale(face, em / 2) : 0;
}

unit par_wide_start(const struct par_work *work, const struct par_chunk *chunk)
{
    enum font_ink ink = chunk->glyph_count > 0 ? ink_of(work, chunk, 0) : FONT_INK_OTHER;
    if (ink == FONT_INK_OTHER)
        return PAR_NOT_WIDE;
    return ink == FONT_INK_RIGHT ? half_of(work, chunk, 0) : 0;
}

unit par_wide_end(const struct par_work *work, const struct par_chunk *chunk)
{
    uint32_t last = chunk->glyph_count - 1;
    enum font_ink ink = chunk->glyph_count > 0 ? ink_of(work, chunk, last) : FONT_INK_OTHER;
    if (ink == FONT_INK_OTHER)
        return PAR_NOT_WIDE;
    return ink == FONT_INK_LEFT ? half_of(work, chunk, last) : 0;
}
