/* Fonts of one PDF: which glyphs are used and what text they stand for. Used within pdf/ only.
 *
 * A glyph's text goes into ToUnicode once. A cluster whose glyph says something else there, or that
 * has several, gets glyphs of its own (shapes.h). Where a face can have none and the glyphs do not
 * spell the text by the map, the word needs ActualText (14.9.4). */
#pragma once

#include "pdf/font/shapes.h"

/* Reads all glyph runs. set and frames are borrowed; free with pdf_fonts_free. */
struct pdf_fonts *pdf_fonts_new(struct font_set *set, const struct frames *frames);
void pdf_fonts_free(struct pdf_fonts *fonts);

/* What shows the clusters of a run: a glyph each that says just that; glyphs made for some; for
 * some, glyphs that need ActualText beside them. */
enum pdf_run { PDF_RUN_PLAIN, PDF_RUN_MADE, PDF_RUN_ACTUAL };
enum pdf_run pdf_fonts_run(const struct pdf_fonts *fonts, uint32_t page, uint32_t item);

/* True if what pdf_fonts_pieces gives for the cluster says its characters. */
bool pdf_fonts_says(const struct pdf_fonts *fonts, const struct frame_item *run,
                    const struct pdf_cluster *cluster);

/* The text of a glyph by the map; its count is 0 for one that adds nothing. */
struct pdf_text pdf_fonts_text(const struct pdf_fonts *fonts, const struct face_use *face,
                               uint32_t glyph);

/* The glyphs that show a cluster, in the order of its characters; returns how many. The clusters of
 * a run together have at most pdf_fonts_piece_most. */
uint32_t pdf_fonts_pieces(const struct pdf_fonts *fonts, const struct frame_item *run,
                          const struct pdf_cluster *cluster, struct pdf_piece *out);
uint32_t pdf_fonts_piece_most(const struct frame_item *run);
/* The same for all of a plain run, which takes no look at its text. */
uint32_t pdf_fonts_plain_pieces(const struct pdf_fonts *fonts, const struct frame_item *run,
                                struct pdf_piece *out);
