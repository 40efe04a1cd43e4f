/* The checkpoints of the Matterhorn Protocol 1.1. Only evidence/criteria.c includes it. */
#pragma once

#include "evidence/criterion.h"

#define MATTERHORN_COUNT 31u
extern const struct criterion criteria_matterhorn[MATTERHORN_COUNT];
