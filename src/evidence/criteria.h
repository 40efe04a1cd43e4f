/* What standards of accessibility ask of a leaflet's files, one row each, and how it is met: by
 * construction or test, by nobody (it does not apply), or by what a person must judge. One table in
 * three files, which says no more than is so. check/ and what stands above it.
 *
 * Matterhorn Protocol 1.1 (PDF Association, 2021; for PDF/UA-1, ISO 14289-1): its 31 checkpoints.
 * WCAG 2.2 (W3C, 2023): all 55 criteria of the levels A and AA, read for documents by WCAG2ICT
 * (W3C Note, 2025). EN 301 549 V3.2.1 (2021-03), clause 10, non-web documents: its rows that are
 * not void. */
#pragma once

#include "evidence/criterion.h"

/* By enum standard. */
extern const struct criterion_array criteria[STANDARD_COUNT];

/* "WCAG 2.2, levels A and AA". */
const char *criteria_standard_name(enum standard standard);
/* The row of an id, or NULL. */
const struct criterion *criteria_find(const char *id);
/* The id that is spelled most like it, or NULL. */
const char *criteria_nearest(const char *id);
