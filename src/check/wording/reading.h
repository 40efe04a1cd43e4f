/* How hard a leaflet is to read. Only check/english.c includes it. */
#pragma once

#include "check/rule/rule.h"

/* reading-level: one note for a leaflet, with its measures and what to work on first. In English
 * where the reading age is above the limit, in other languages as information. */
check_rule check_reading;
