/* The matter around a leaflet's body. Only read/. */
#pragma once

#include "base/diag.h"
#include "doc/doc.h"

/* Title rules, masthead, subtitle, lead, table numbers ("Table 1."), contact box, "About this
 * leaflet", web addresses on paper, draft mark. Called when the body stands below the root;
 * title_hint is for a leaflet without a title. */
void read_matter(struct doc *doc, const char *title_hint, struct diag_list *diags);
