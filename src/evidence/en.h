/* The rows of EN 301 549 V3.2.1, clause 10. Only evidence/criteria.c includes it. */
#pragma once

#include "evidence/criterion.h"

#define EN_COUNT 48u
extern const struct criterion criteria_en[EN_COUNT];
