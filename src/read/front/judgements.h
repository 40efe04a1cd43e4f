/* What somebody has judged of a leaflet. Only front/. */
#pragma once

#include "read/front/value.h"

/* "judged: {by: NAME, on: 2026-11-01, criteria: all}", or a list of such: who (by), when (on) and
 * what (criteria: ids in a list or after commas, or "all"), and, where it is said, of which version
 * of the leaflet. One without these three is an error: it would claim what nobody can follow. */
void value_judgements(const struct value *value, struct meta_judgements *out);

/* The keys of one, for the schema; NULL behind the last. */
extern const char *const value_judgement_keys[];
