/* Fourth step: from chosen breakpoints to set lines: the pieces of each and their places, in visual
 * order. Only par/ includes it. */
#pragma once

#include "layout/par/work.h"

/* Sets the lines between the chosen breaks. */
struct par par_lines(struct par_work *work);
/* The indent of the rest of a line of code that was too long: two ems, in a narrow column less; 0
 * for running text. */
unit par_continuation_indent(const struct par_params *params);
