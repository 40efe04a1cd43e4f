/* Whether what somebody judged is anything that can be judged. Only check/check.c includes it. */
#pragma once

#include "check/rule/rule.h"

extern const struct rule_array check_judgements;
