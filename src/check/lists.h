/* Rules about lists. Only check/ includes it. */
#pragma once

#include "check/rule/rule.h"

/* sign-as-bullet: what was read as a bullet may be the sign of the number behind it: a plus before
 * any number, a hyphen before degrees. One warning for a list, at the first. */
check_rule check_bullet_signs;
