/* Lines that pose as headings. Only check/ includes it. */
#pragma once

#include "check/rule/rule.h"

/* heading-looks: a short line of its own, in bold, in capitals or with a line drawn below, above
 * the text that it names: to those who see it a heading, in the outline and for those who listen
 * none (WCAG 2.2, 1.3.1). Told once for the leaflet. What a plain text has is read by its own
 * rules. */
check_rule check_posed_headings;
