/* The family of rules about what a leaflet says of itself: status, dates, who answers for it. Only
 * check/ includes it. */
#pragma once

#include "check/rule/rule.h"

extern const struct rule_array check_identity_rows;
