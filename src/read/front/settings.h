/* The settings of folders, clinic.yml: found, read and merged once for all leaflets of a folder
 * that a batch has. Only read/; who builds many leaflets holds them for it (struct read_options).
 */
#pragma once

#include "base/diag.h"
#include "doc/doc.h"
#include "read/front/options.h"

/* Of any number of folders; any thread may ask. What documents and diagnostics take from them is
 * borrowed. */
struct settings;
struct settings *settings_open(void);
void settings_close(struct settings *settings);

/* Finds, reads and merges the clinic.yml chain into doc->meta (front matter wins field by field;
 * `contact`, `theme`, `words` merge by key), sets contact.logo_folder, site_below and the inputs'
 * root. Where the options have no settings, for this leaflet alone. */
void read_settings(struct doc *doc, const struct read_options *options, struct diag_list *diags);
