/* Rules about headings. Only check/ includes it. */
#pragma once

#include "check/rule/rule.h"

/* heading-skipped: a heading is at most one level deeper than the heading before it; the title is
 * level 1 (WCAG 2.2, 1.3.1; ISO 14289-1, 7.4.2). Footnotes and boilerplate are passed over. */
check_rule check_heading_levels;
