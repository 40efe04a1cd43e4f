/* The EPUB 3.3: XHTML from the tree, package document, navigation, container. Layers 5 and up
 * include only this header. */
#pragma once

#include "base/deflate.h"
#include "base/diag.h"
#include "base/sink.h"
#include "base/status.h"
#include "doc/doc.h"
#include "frame/frame.h"
#include "image/store.h"
#include "style/style.h"

struct epub_options {
    int64_t epoch;        /* as pdf_options.epoch; < 0: 1980-01-01 with a note */
    const char *identity; /* stable name of the leaflet (path under the content root): the seed of
                             the identifier when there is no reference */
    struct image_store *pictures; /* prepared ones */
    struct deflater *deflater;    /* kept from file to file */
    struct slice cover;           /* drawn, a PNG, for a leaflet that names none; empty: none */
};

/* frames may be NULL (no page-list then). Otherwise as pdf_write. */
enum status epub_write(const struct doc *doc, const struct frames *frames,
                       const struct style *style, const struct epub_options *options,
                       struct sink *sink, struct diag_list *diags);

/* Tells what of the leaflet's content epub_write would tell: pictures, dates. STATUS_CONTENT after
 * a diagnostic that would keep it from writing. */
enum status epub_check(const struct doc *doc, const struct epub_options *options,
                       struct diag_list *diags);

/* Loads the libraries of the markup and of the container, which takes as long as laying out a short
 * leaflet: call it in a thread beside that, if one is idle. epub_write finds them loaded, or says
 * why they cannot be. */
void epub_prepare(void);
