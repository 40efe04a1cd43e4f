/* The clusters of a glyph run and the characters that they show. Owns nothing. Used within pdf/
 * only. */
#pragma once

#include "frame/frame.h"

/* Clusters of a glyph run in logical order: glyphs [first, end) and their text. Zero-initialise,
 * then step until false. */
struct pdf_cluster {
    uint32_t first, end;
    struct slice text;
};
bool pdf_cluster_next(const struct frame_item *run, struct pdf_cluster *cluster);
/* True for a cluster of white space only. */
bool pdf_cluster_is_space(const struct pdf_cluster *cluster);
/* The glyph at place i of a cluster in the order of its characters: right to left, the shaper gives
 * a mark before its base. */
uint32_t pdf_cluster_glyph(const struct frame_item *run, const struct pdf_cluster *cluster,
                           uint32_t i);

/* Characters of a cluster that are looked at; longer ones always need ActualText. */
#define CLUSTER_MOST 16u
struct pdf_text {
    uint32_t count;
    uint32_t points[CLUSTER_MOST];
};
/* The characters of a cluster that glyphs show, spaces all as U+0020; false if there are more than
 * CLUSTER_MOST. */
bool pdf_cluster_text(const struct pdf_cluster *cluster, struct pdf_text *out);
/* What readers make of a character inside a glyph's text: pdf.js passes over the width of a glyph
 * that has a mark in it (category Mn), and over one that ends in a joiner. */
enum pdf_point { PDF_LETTER, PDF_MARK, PDF_JOINER };
enum pdf_point pdf_point(uint32_t c);
