/* The family of rules that only the pages can answer. Only check/ includes it. */
#pragma once

#include "check/rule/rule.h"

extern const struct rule_array check_print_rows;
