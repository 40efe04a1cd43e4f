/* Abbreviations in English text. Only check/english.c includes it. */
#pragma once

#include "check/rule/rule.h"

/* abbreviation-unexplained: an abbreviation is written in full where it first stands, in brackets
 * before or behind it or as *[ECG]: …; well-known ones need not. Once for each. */
check_rule check_english_abbreviations;
