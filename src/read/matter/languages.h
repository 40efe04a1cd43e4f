/* The panel of languages: in which others the leaflet can be had. Only matter/. */
#pragma once

#include "base/diag.h"
#include "read/matter/wording.h"

/* Appended to the root where the settings name languages: a heading, and in each of them but the
 * leaflet's own a line that asks for the leaflet, with the number to call. */
void matter_languages(struct doc *doc, struct diag_list *diags);
