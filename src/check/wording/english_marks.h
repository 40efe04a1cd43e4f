/* Rules about forms of English words and signs. Only check/english.c includes it. */
#pragma once

#include "check/rule/rule.h"

/* contraction: "don't" and "should've" are written in full. */
check_rule check_english_contractions;
/* ampersand: "and" is a word; names keep theirs ("A&E", "Hill & Sons"). */
check_rule check_english_ampersands;
/* capitals-block: words are not set in capitals; abbreviations are no such words. */
check_rule check_english_capitals;
