/* libharu's object layer behind a small interface: documents, pages, dictionaries and streams
 * by object number, so that no other file needs its types: haru_doc.c alone includes its
 * headers, of which the internal ones (exported and installed) are tied to one version. Used within
 * pdf/ only.
 *
 * An indirect dictionary is an empty libharu dictionary whose body (the entries as text) its own
 * write function emits: no limit of elements, and a tenth of the memory. Errors are sticky: go on
 * without looking, haru_close tells. */
#pragma once

#include <stdint.h>

#include "base/buf.h"
#include "base/deflate.h"
#include "base/sink.h"

struct haru;

/* How the bytes of a stream are given, and hence its /Filter. */
enum haru_filter {
    HARU_DEFLATE, /* plain: compressed here */
    HARU_LASTING, /* the same, and many files have it */
    HARU_FLATE,   /* compressed already */
    HARU_DCT,     /* a JPEG file */
    HARU_PLAIN    /* left as it is (metadata: PDF/A-2, 6.6.2.1 allows filters, readers scan) */
};

/* Begins a PDF 1.7 file; sink and deflater are borrowed. */
struct haru *haru_open(struct sink *sink, struct deflater *deflater);

/* Ends the file when all went well and frees; false on any failure of libharu's. Failures of the
 * sink stay in the sink. */
bool haru_close(struct haru *haru);
/* Frees a file that will not be finished. */
void haru_discard(struct haru *haru);

/* A new dictionary with a body (freed here; empty: filled later by haru_fill); its object number.
 */
uint32_t haru_add(struct haru *haru, struct buf *body);
void haru_fill(struct haru *haru, uint32_t number, struct buf *body);
/* A new object of any other kind, by its value in the syntax of PDF (freed here); its number. */
uint32_t haru_add_value(struct haru *haru, struct buf *value);

/* A new stream object, written at once; entries are those beside /Length and /Filter. */
uint32_t haru_add_stream(struct haru *haru, struct slice entries, struct slice bytes,
                         enum haru_filter filter);

/* Adds count pages; once, before anything that names pages. */
void haru_add_pages(struct haru *haru, uint32_t count);
/* The object number of a page (from 0). */
uint32_t haru_page(const struct haru *haru, uint32_t page);
/* The resource name of a font or picture on a page ("F1"); valid as long as haru. */
const char *haru_page_font(struct haru *haru, uint32_t page, uint32_t font);
const char *haru_page_image(struct haru *haru, uint32_t page, uint32_t image);
/* Ends a page: entries of its dictionary (MediaBox and more), and its content, written at once. */
void haru_page_end(struct haru *haru, uint32_t page, struct slice entries, struct slice content);

/* More entries for the catalog and the information dictionary (freed here); each once. */
void haru_set_catalog(struct haru *haru, struct buf *entries);
void haru_set_info(struct haru *haru, struct buf *entries);

/* Makes a dictionary the document's outline (12.3.3). */
void haru_set_outline(struct haru *haru, uint32_t number);

/* Objects that never become libharu's: count numbers, reserved once and last of all (nothing may
 * be added afterwards); index from 0. Values are written as given, and only once. */
void haru_reserve(struct haru *haru, uint32_t count);
uint32_t haru_reserved(const struct haru *haru, uint32_t index);
void haru_put(struct haru *haru, uint32_t number, struct slice value);
