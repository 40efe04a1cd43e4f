/* The matter around a leaflet's body. Only read/. */
#ifndef READ_MATTER_MATTER_H
#define READ_MATTER_MATTER_H

#include "base/diag.h"
#include "doc/doc.h"
#include "read/options.h"

/* Title rules, masthead, subtitle, lead, table numbers ("Table 1."), contact box, "About this
 * leaflet", web addresses on paper, draft mark. Called when the body stands below the root. */
void read_matter(struct doc *doc, enum read_format format, struct diag_list *diags);

#endif
