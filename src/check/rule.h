/* What every rule is given and what it looks like: the rows of the table in check.c. A family of
 * rules has a file of its own. Only check/ includes it. */
#pragma once

#include "check/options.h"
#include "doc/doc.h"

struct check_subject {
    const struct doc *doc;
    const struct check_options *options;
};

/* One rule over the whole leaflet. */
typedef void check_rule(const struct check_subject *subject, struct diag_list *diags);
