/* Times and dates in English text. Only check/english.c includes it. */
#pragma once

#include "check/rule/rule.h"

/* time-style: 5pm, 5:30pm, midday, midnight. */
check_rule check_english_times;
/* date-style: 6 August 2018, the month in full. */
check_rule check_english_dates;
/* date-wrong: 31 February, Monday 28 November 2026. */
check_rule check_english_calendar;
