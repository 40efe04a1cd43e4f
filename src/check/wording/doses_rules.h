/* Rules about doses and units. Only doses.c includes it. */
#pragma once

#include "check/rule/rule.h"

/* dose-trailing-zero, dose-naked-point, dose-microgram, dose-units, dose-numbers. */
check_rule check_doses;
/* dose-space: a leaflet writes all its units with a space or all without; which, the settings may
 * say. */
check_rule check_dose_spaces;
