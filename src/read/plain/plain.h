/* Plain article text to a tree. Only read/. */
#pragma once

#include "base/diag.h"
#include "doc/doc.h"

/* The body from offset to the end as blocks below doc->root. The title heading stays where it
 * stands; read_matter moves it. */
void read_plain(struct doc *doc, uint32_t offset, struct diag_list *diags);
