/* What the table of rules tells a reader: the list, one rule at length, and the checklist of what
 * no program can judge. cli/. */
#pragma once

#include "base/buf.h"

/* Each rule, by family: code, severity, what it asks; then its limit, who asks it, and an example
 * of each kind in a line. */
void catalogue_put_list(struct buf *out);
/* One rule at length; false: there is none of this name, and *near is the nearest, or NULL. */
bool catalogue_put_rule(const char *name, struct buf *out, const char **near);
/* The manual checklist, by family. */
void catalogue_put_checklist(struct buf *out);
