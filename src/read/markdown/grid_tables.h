/* Tables drawn with + and - around each cell (grid tables of pandoc and reStructuredText), and
 * columns below a line of dashes with gaps (pandoc's simple tables). What spans cells, or would
 * change the order of the words, is kept line by line and told. */
#pragma once

#include "read/markdown/form.h"

uint32_t md_grid_table(struct md_forms *forms, const struct md_form_line *line);
