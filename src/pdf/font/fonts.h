/* Fonts of one PDF: which glyphs are used and what text they stand for. Used within pdf/ only.
 *
 * A glyph's text goes into ToUnicode once. Where a cluster's glyphs do not spell its text by that
 * map (ligatures do; reordered or shared glyphs do not), its word needs ActualText (14.9.4). */
#pragma once

#include "pdf/font/glyph_use.h"

/* Reads all glyph runs. set and frames are borrowed; free with pdf_fonts_free. */
struct pdf_fonts *pdf_fonts_new(struct font_set *set, const struct frames *frames);
void pdf_fonts_free(struct pdf_fonts *fonts);

/* True if some cluster of the run (item of a page) needs ActualText. */
bool pdf_fonts_needs_text(const struct pdf_fonts *fonts, uint32_t page, uint32_t item);

/* True if the glyphs of the cluster spell its text by ToUnicode. */
bool pdf_fonts_spells(const struct pdf_fonts *fonts, const struct frame_item *run,
                      const struct pdf_cluster *cluster);

/* The text of a glyph by the map; its count is 0 for one that adds nothing. */
struct pdf_text pdf_fonts_text(const struct pdf_fonts *fonts, const struct face_use *face,
                               uint32_t glyph);
/* True for the space of a face that sets right to left only. */
bool pdf_fonts_is_rtl_space(const struct face_use *face, uint32_t glyph);
