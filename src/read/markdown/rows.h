/* Lines that belong under one another and begin alike, but are no list that can be told from text:
 * "1 Wash", "Step 1: wash", ticks and crosses, dashes before numbers. They are kept apart. */
#pragma once

#include "read/markdown/form.h"

uint32_t md_rows(struct md_forms *forms, const struct md_form_line *line);
