/* The front matter above a leaflet's text. Only read/. */
#pragma once

#include "base/diag.h"
#include "doc/doc.h"

/* Front matter between a first line `---` and a line `---` or `...`. Fills doc->meta, returns the
 * offset at which the body starts. A file without front matter returns the offset after a
 * byte-order mark. */
uint32_t read_front_matter(struct doc *doc, struct diag_list *diags);
