/* Doses and units: the rows of the family. Only check/check.c includes it. */
#pragma once

#include "check/rule/rule.h"

extern const struct rule_array check_doses_rows;
