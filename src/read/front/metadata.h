/* Where keys and values stand: in the front matter above a leaflet's text, and in the settings of
 * its folder, clinic.yml, and of the folders above it. Only read/. */
#pragma once

#include "base/diag.h"
#include "doc/doc.h"
#include "read/front/options.h"

/* Front matter between a first line `---` and a line `---` or `...`. Fills doc->meta, returns the
 * offset at which the body starts. A file without front matter returns the offset after a
 * byte-order mark. */
uint32_t read_front_matter(struct doc *doc, struct diag_list *diags);

/* Finds, reads and merges the clinic.yml chain into doc->meta (front matter wins field by field;
 * `contact`, `theme`, `words` merge by key), sets contact.logo_folder, site_below and the inputs'
 * root. */
void read_settings(struct doc *doc, const struct read_options *options, struct diag_list *diags);
