/* Fonts of one PDF: which glyphs are used, what text they stand for, the embedded subsets
 * (ISO 32000-1, 9.7: Type 0 with Identity-H). Used within pdf/ only.
 *
 * A glyph's text goes into ToUnicode once. Where a cluster's glyphs do not spell its text by that
 * map (ligatures do; reordered or shared glyphs do not), its word needs ActualText (14.9.4). */
#ifndef PDF_FONT_FONTS_H
#define PDF_FONT_FONTS_H

#include "font/font.h"
#include "frame/frame.h"
#include "pdf/file/haru_doc.h"

struct pdf_fonts;

/* Reads all glyph runs. set and frames are borrowed; free with pdf_fonts_free. */
struct pdf_fonts *pdf_fonts_new(struct font_set *set, const struct frames *frames);
void pdf_fonts_free(struct pdf_fonts *fonts);

/* Makes the subsets and embeds them; NULL or the name of the face that could not be subset. */
const char *pdf_fonts_write(struct pdf_fonts *fonts, struct haru *haru);

/* A face as the content of pages needs it. */
struct pdf_face {
    uint32_t object;        /* number of the Type 0 font */
    uint32_t count;         /* of its glyphs; others are never shown */
    const uint16_t *codes;  /* by glyph: the two-byte code in the subset */
    const uint16_t *widths; /* by glyph: as in /W, 1/1000 em */
};
struct pdf_face pdf_fonts_face(const struct pdf_fonts *fonts, uint16_t face);
/* One more than the greatest face number in use. */
uint32_t pdf_fonts_face_count(const struct pdf_fonts *fonts);

/* True if some cluster of the run (item of a page) needs ActualText. */
bool pdf_fonts_needs_text(const struct pdf_fonts *fonts, uint32_t page, uint32_t item);

/* Clusters of a glyph run in logical order: glyphs [first, end) and their text. Zero-initialise,
 * then step until false. */
struct pdf_cluster {
    uint32_t first, end;
    struct slice text;
};
bool pdf_cluster_next(const struct frame_item *run, struct pdf_cluster *cluster);
/* True if the glyphs of the cluster spell its text by ToUnicode. */
bool pdf_fonts_spells(const struct pdf_fonts *fonts, const struct frame_item *run,
                      const struct pdf_cluster *cluster);
/* True for a cluster of white space only. */
bool pdf_cluster_is_space(const struct pdf_cluster *cluster);
/* The glyph at place i of a cluster in the order of its characters: right to left, the shaper gives
 * a mark before its base. */
uint32_t pdf_cluster_glyph(const struct frame_item *run, const struct pdf_cluster *cluster,
                           uint32_t i);

#endif
