/* The tokens of PDF's syntax (ISO 32000-1, 7.2 and 7.3), appended to byte buffers; free of the
 * locale. Owns nothing. Used within pdf/ only. */
#pragma once

#include <stdint.h>

#include "base/buf.h"
#include "frame/frame.h"

/* PDF/A-2, 6.1.13: a string has at most 32,767 bytes. */
#define PDF_STRING_MOST 32767u

/* 1/1024 pt to 1/100 pt, rounded half away from zero: the precision of all coordinates. */
int64_t pdf_centi(int64_t units);
/* 1/100 pt as a number: "12.5". */
void pdf_put_centi(struct buf *out, int64_t centi);
/* 1/1024 pt as a number with three decimals: for the boxes of pages. */
void pdf_put_exact(struct buf *out, int64_t units);

/* A box of a page that is page_height high, as a rectangle (7.9.5) from the bottom left. */
void pdf_put_box(struct buf *out, const struct frame_box *box, int32_t page_height);

/* "12 0 R " */
void pdf_put_ref(struct buf *out, uint32_t number);

/* An entry of a dictionary: its key, "/Pg " or "/Title", with all that is before it, and its value
 * as by pdf_put_ref or pdf_put_text. */
void pdf_entry_ref(struct buf *out, const char *key, uint32_t number);
void pdf_entry_text(struct buf *out, const char *key, struct slice text);

/* A name with its slash; bytes that a name may not show are escaped (7.3.5). */
void pdf_put_name(struct buf *out, const char *name);

/* Bytes as a literal string (7.3.4.2); longer ones are cut at PDF_STRING_MOST. */
void pdf_put_bytes(struct buf *out, const void *bytes, size_t len);

/* UTF-8 as a text string (7.9.2.2): printable ASCII as it is, all else UTF-16BE with its mark;
 * a longer one is cut between characters at PDF_STRING_MOST bytes. */
void pdf_put_text(struct buf *out, struct slice text);

/* 0xRRGGBB as three operands from 0 to 1. */
void pdf_put_colour(struct buf *out, uint32_t colour);
