/* Words that stand twice in English text. Only check/english.c includes it. */
#pragma once

#include "check/rule/rule.h"

/* word-twice: "the the", "must not not". */
check_rule check_english_twice;
