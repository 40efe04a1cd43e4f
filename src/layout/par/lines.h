/* Fourth step: from chosen breakpoints to set lines: the pieces of each and their places, in visual
 * order. Only par/ includes it. */
#pragma once

#include "layout/par/work.h"

/* Sets the lines between the chosen breaks. */
void par_lines(struct par_work *work, struct par *out);
/* The indent of the rest of a line of code that was too long: two ems, in a narrow column less. */
unit par_continuation_indent(const struct par_params *params);
