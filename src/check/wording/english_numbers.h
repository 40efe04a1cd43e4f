/* Numbers in English text. Only check/english.c includes it. */
#pragma once

#include "check/rule/rule.h"

/* number-style: numbers are digits, "one" apart, and have a comma from 1,000 on where a unit
 * follows. Words are told once for the leaflet. */
check_rule check_english_numbers;
