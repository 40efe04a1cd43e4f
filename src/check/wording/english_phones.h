/* Telephone numbers in British text. Only check/english.c includes it. */
#pragma once

#include "check/rule/rule.h"

/* phone-groups: the digits of a British number stand in the groups of the guide. */
check_rule check_phone_groups;
