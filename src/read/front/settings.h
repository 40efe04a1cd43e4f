/* The settings of a folder, clinic.yml, and of the folders above it. Only read/. */
#pragma once

#include "base/diag.h"
#include "doc/doc.h"
#include "read/front/options.h"

/* Finds, reads and merges the clinic.yml chain into doc->meta (front matter wins field by field;
 * `contact`, `theme`, `words` merge by key), sets contact.logo_folder and the inputs' root. */
void read_settings(struct doc *doc, const struct read_options *options, struct diag_list *diags);
