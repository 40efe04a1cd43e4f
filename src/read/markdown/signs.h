/* Marks of emphasis that are signs in a leaflet: CommonMark reads "2*3 mg and 4*5 mg" as "23 mg and
 * 45 mg", and GitHub's strike-through "5~10 mg" as "510 mg" with a line through it. Here only ~~
 * strikes, and what stands between two numbers, or a number and its unit, is kept as it is written,
 * with a warning. */
#pragma once

#include "read/markdown/reader.h"

/* True if the len marks at `at` of the copy make no emphasis of this kind. */
bool md_is_sign(const struct md_reader *r, enum node_kind kind, uint32_t at, uint32_t len);

/* True if the underscores at `at` are a line to fill in, as in "__/__/____": up to the next of them
 * stands no word. */
bool md_is_to_fill(struct slice text, uint32_t at);

/* Says that the len marks at `at` print as they stand. */
void md_report_sign(struct md_reader *r, uint32_t at, uint32_t len);
