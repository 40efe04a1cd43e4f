/* The tagged PDF: draws frames, tags them by walking the tree; PDF/UA-1 (ISO 14289-1) and PDF/A-2a
 * (ISO 19005-2) through libharu. Layers 5 and up include only this header. */
#pragma once

#include "base/deflate.h"
#include "base/diag.h"
#include "base/sink.h"
#include "base/status.h"
#include "doc/doc.h"
#include "font/font.h"
#include "frame/frame.h"
#include "image/store.h"

struct pdf_options {
    int64_t epoch; /* seconds since 1970, for the file's dates when the document has none of its
                      own; < 0: none */
    struct image_store *pictures; /* prepared ones */
    struct deflater *deflater;    /* kept from file to file */
};

/* Writes the leaflet to the sink (which the caller commits or discards). STATUS_CONTENT or
 * STATUS_ENVIRONMENT after a diagnostic (pdf-failed). */
enum status pdf_write(const struct doc *doc, const struct frames *frames, struct font_set *fonts,
                      const struct pdf_options *options, struct sink *sink,
                      struct diag_list *diags);

/* Tells what of the leaflet's content would keep pdf_write from writing it: the pictures.
 * STATUS_CONTENT after a diagnostic. */
enum status pdf_check(const struct doc *doc, const struct frames *frames,
                      const struct pdf_options *options, struct diag_list *diags);
