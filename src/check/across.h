/* What leaflets say that must agree with what others say: references, telephone numbers, spellings.
 * build/ gives it each leaflet, and asks at the end. */
#pragma once

#include "check/rule/rule.h"

struct across;

struct across *across_open(size_t leaflets);
void across_close(struct across *across);

/* Keeps what others might contradict of the leaflet with that number (from 0); what its list of
 * diagnostics has off or allows is not asked of it. Any thread, each leaflet once. */
void across_take(struct across *across, size_t leaflet, const struct check_subject *subject,
                 const struct diag_list *diags);
/* Tells of all that do not agree, in the order of the leaflets; what is told refers to across. */
void across_tell(struct across *across, struct diag_list *diags);

extern const struct rule_array check_across_rows;
