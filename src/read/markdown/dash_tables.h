/* Tables whose columns are where runs of dashes stand: pandoc's simple tables, and those of
 * reStructuredText, with runs of =. Rows that fit the columns become a table; where a cell crosses
 * a column's edge, or a row takes several lines, the lines are kept apart and told. */
#pragma once

#include "read/markdown/form.h"

uint32_t md_dash_table(struct md_forms *forms, const struct md_form_line *line);
/* The line is `----- ---`: runs of dashes, two at least. */
bool md_is_dash_runs(struct slice text, const struct md_form_line *line);
