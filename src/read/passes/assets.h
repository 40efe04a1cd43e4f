/* The pictures that a leaflet and its settings name. Only read/. */
#pragma once

#include "base/diag.h"
#include "doc/doc.h"

/* Opens the picture that path (as written at span) names, relative to folder (real), refusing what
 * leaves the root (.., absolute, symbolic links out) or is remote; equal paths are opened once.
 * NULL after a diagnostic. */
const struct image *read_image(struct doc *doc, const char *folder, struct slice path,
                               struct span span, struct diag_list *diags);
