/* What a leaflet allows itself: a comment <!-- leafset-allow CODE: reason --> for the block behind
 * it (for the whole leaflet where it stands before the first), or allow: in the front matter. Only
 * check/ includes it. */
#pragma once

#include "check/rule/rule.h"

/* Puts a filter of what is allowed into the list, which takes out also what it holds; it lives in
 * the list's arena. Tells of allowances that cannot be (allow-wrong). */
void allow_start(const struct check_subject *subject, struct diag_list *diags);
/* allow-unused: what allowed nothing, of the rules that were asked. */
void allow_finish(const struct check_subject *subject, struct diag_list *diags);
