/* Rules about callouts. Only check/ includes it. */
#pragma once

#include "check/rule/rule.h"

/* callout-empty: a callout without words of its writer's. callout-unlisted: one of what to do, or
 * not to do, without a list: no tick or cross would show which it is. */
check_rule check_boxes;
