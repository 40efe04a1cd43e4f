/* What other tools write in braces behind a picture or heading: `{width=50%}`, `{#dose .wide}`. */
#pragma once

#include "read/markdown/reader.h"

/* The braces at `at`, words that stand right behind a picture, give its width; what else they say
 * is told and not printed. Returns their end, or `at`: there are none. */
uint32_t md_attributes_take(struct md_reader *r, uint32_t at, uint32_t end);
/* Braces at `at` that print as they stand: tells of them. */
void md_attributes_check(struct md_reader *r, uint32_t at);
/* A picture's title that is a size: tells of it. */
void md_size_report(struct md_reader *r, struct span span, struct slice size);
