/* Rules about the numbers of a leaflet. Only check/ includes it. */
#pragma once

#include "check/rule/rule.h"

/* number-changed: every digit of the source, with the sign and the unit that touch it, is in the
 * tree as it is written and in the same order. The twin of the Markdown ledger, for every reader:
 * it knows the source's bytes and the finished tree, and (but for what kept.h lists) no syntax, so
 * that it also catches what no reader has thought of: 5~10 that would be printed as 510. */
check_rule check_numbers;
