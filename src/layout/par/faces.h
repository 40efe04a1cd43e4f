/* Faces as paragraphs use them: measured once, looked up often. Only par/ includes it. */
#pragma once

#include "layout/par/memory.h"

/* The face of a style (FONT_BOLD ...) for Latin text. */
struct par_main_face par_main_face(const struct par_work *work, unsigned style);
/* As par_face_get, of a face or at a size that was not the last. */
struct par_face *par_face_measure(const struct par_work *work, uint16_t face, unit size);
/* A face at a size; the result is valid until the next call. */
static inline struct par_face *par_face_get(const struct par_work *work, uint16_t face, unit size)
{
    const struct par_memory *memory = work->layout->memory;
    if (face < memory->face_cap && memory->faces[face].known && memory->faces[face].size == size)
        return &memory->faces[face];
    return par_face_measure(work, face, size);
}
/* The face of a chunk at its size. */
static inline struct par_face *par_face_of(const struct par_work *work,
                                           const struct par_chunk *chunk)
{
    return par_face_get(work, chunk->face, work->spans[chunk->span].style.size);
}
/* Font units to 1/1024 pt by a par_face's factor. */
static inline unit par_scale(const struct par_face *face, int64_t units)
{
    return (unit)((units * face->factor + ((int64_t)1 << 31)) >> 32);
}
/* A width of the present line once its glyphs are made wider or narrower. */
static inline unit par_expand(const struct par_work *work, unit width)
{
    if (work->expanded == 0)
        return width;
    return (unit)((int64_t)width * (LINEBREAK_WHOLE + work->expanded) / LINEBREAK_WHOLE);
}
