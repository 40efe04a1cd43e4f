/* Tables with bars and a line of dashes (GFM 4.10), where md4c allows less than people write: fewer
 * than three dashes in a cell, a table right after a line of text, a caption right after a table,
 * no header, a cell without a blank, a line of dashes that has more or fewer cells than the header.
 */
#pragma once

#include "read/markdown/form.h"

uint32_t md_pipe_table(struct md_forms *forms, const struct md_form_line *line);
