/* Adds glyphs that are made of others to a TrueType subset (OpenType 1.9, 'glyf': composite
 * glyphs). Used within font/ only. */
#pragma once

#include "font/composite.h"
#include "font/face.h"

/* The whole file of the subset with the glyphs added behind its own, the first of which gets the
 * number *first; NULL if its tables do not hold together or it would have too many glyphs. new_gid
 * numbers the parts. Free with hb_blob_destroy. */
hb_blob_t *font_compose(hb_face_t *subset, const uint16_t *new_gid,
                        const struct font_composite *glyphs, uint32_t count, uint32_t *first);
