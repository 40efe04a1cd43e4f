/* What the settings wish of the rules, below check: a code's or a family's grade (off, note,
 * warning, error), or a limit's number. Only check/ includes it. */
#pragma once

#include "check/rule/rule.h"

/* Whether the settings switch the editor's rules of the family off. */
bool wishes_are_off(const struct check_subject *subject, enum rule_family family);

/* Gives the list the grades that the settings may wish. */
void wishes_apply(const struct check_subject *subject, struct diag_list *diags);

/* rule-refused: a wish that names no rule and no limit, or that cannot be had. */
check_rule check_wishes;
