/* Tables that no line of dashes marks: rows with bars, cells parted by tabs, as word processors
 * paste them, or by blanks in columns. Where the first row plainly is a header it is a table; where
 * not, the rows are kept apart and told. */
#pragma once

#include "read/markdown/form.h"

uint32_t md_loose_table(struct md_forms *forms, const struct md_form_line *line);
