/* Ranges in English text. Only check/english.c includes it. */
#pragma once

#include "check/rule/rule.h"

/* range-dash: numbers, times, days and months from one to another have "to" between them. */
check_rule check_english_ranges;
