/* The criteria of WCAG 2.2, levels A and AA. Only evidence/criteria.c includes it. */
#pragma once

#include "evidence/criterion.h"

#define WCAG_COUNT 55u
extern const struct criterion criteria_wcag[WCAG_COUNT];
