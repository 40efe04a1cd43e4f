/* What every rule is given and what it looks like: the rows of the table in check.c. A family of
 * rules has a file of its own. Types only; check/ and whoever calls check_run. */
#pragma once

#include "doc/doc.h"

struct check_subject {
    const struct doc *doc;
    bool release; /* refuse drafts */
};

/* One rule over the whole leaflet. */
typedef void check_rule(const struct check_subject *subject, struct diag_list *diags);
