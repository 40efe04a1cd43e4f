/* Rules about the language of the words. Only check/ includes it. */
#pragma once

#include "check/rule/rule.h"

/* language-unmarked: letters that run from right to left stand where a language of theirs is said:
 * they would be read out wrongly (WCAG 2.2, 3.1.2). One warning for each block at the top: the
 * writer mends it as a whole. */
check_rule check_language_letters;

/* script-vertical: letters of Mongolian, which is written in columns, lie on their side in lines
 * from left to right. One warning. */
check_rule check_vertical_letters;
