/* The family of rules about headings, links and pictures that only an editor asks. Only check/
 * includes it. */
#pragma once

#include "check/rule/rule.h"

extern const struct rule_array check_structure_rows;
