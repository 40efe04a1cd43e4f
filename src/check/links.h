/* Rules about links. Only check/ includes it. */
#pragma once

#include "check/rule.h"

/* link-empty: a link has words of its own (WCAG 2.2, 2.4.4). */
check_rule check_link_words;
