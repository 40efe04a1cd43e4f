/* The encoding of a source file, checked once for leaflets and settings alike. Only read/. */
#pragma once

#include "base/diag.h"
#include "doc/doc.h"

/* Makes a source of bytes (which must outlive it): UTF-16, NUL, ill-formed UTF-8 and control
 * characters are diagnosed at their place, a byte-order mark is kept, the text is normalised to
 * NFC and indexed. NULL: it cannot be read as text. In the arena. */
const struct source *encoding_source(struct slice bytes, const char *name, struct arena *arena,
                                     struct diag_list *diags);

/* 3, the length of the byte-order mark that the text begins with, or 0. */
uint32_t encoding_mark(struct slice text);

/* Makes doc->source of a leaflet's bytes. False: there is nothing to read, and doc->source stays
 * NULL. pages: form feeds and vertical tabs part pages and lines, and are no fault. */
bool read_encoding(struct doc *doc, struct slice bytes, const char *name, bool pages,
                   struct diag_list *diags);
