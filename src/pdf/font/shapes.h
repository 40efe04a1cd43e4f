/* Glyphs made for clusters, so that each glyph that is shown says its characters and no others:
 * several glyphs become one, and a glyph that shows more than one text becomes several. Made glyphs
 * have the numbers from a face's glyph_count on. Used within pdf/ only. */
#pragma once

#include "pdf/font/glyph_use.h"

/* A glyph as it is shown: its number, its origin as in struct frame_glyph. */
struct pdf_piece {
    uint32_t glyph;
    unit x, y;
    uint32_t first; /* the first character that it says; 0: none */
};

/* Makes the glyphs that show a cluster; false: its face or its length forbids it. */
bool pdf_shapes_make(struct pdf_fonts *fonts, const struct frame_item *run,
                     const struct pdf_cluster *cluster);
/* The pieces of a cluster whose glyphs were made, in the order of its characters; 0: none were.
 * out has room for CLUSTER_MOST. */
uint32_t pdf_shapes_get(const struct pdf_fonts *fonts, const struct frame_item *run,
                        const struct pdf_cluster *cluster, struct pdf_piece *out);
