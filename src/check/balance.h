/* The family of rules about fairness: benefits and risks, other choices, promises. Only check/
 * includes it. */
#pragma once

#include "check/rule/rule.h"

extern const struct rule_array check_balance_rows;
