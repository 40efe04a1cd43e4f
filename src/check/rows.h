/* The rows of what readers, layout and writers tell, and of the rules that build asks too. Only
 * check/ includes it. */
#pragma once

#include "check/rule/rule.h"

extern const struct rule_array check_rows;
