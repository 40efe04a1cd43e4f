/* Rules about doses and units. Only doses.c includes it. */
#pragma once

#include "check/rule/rule.h"

/* dose-trailing-zero, dose-naked-point, dose-microgram, dose-units, dose-numbers, dose-space. What
 * is told of one dose shows one way to write it. */
check_rule check_doses;
