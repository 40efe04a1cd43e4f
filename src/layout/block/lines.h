/* Lines of paragraphs in the galley, with the footnotes that they call. Only block/ includes it. */
#pragma once

#include "layout/block/flow.h"
#include "layout/page/galley.h"

/* Puts a line, or all lines of a paragraph, at x, y into the box added last, and sets the footnotes
 * that are called there for the first time. */
void block_place_line(struct galley *galley, const struct par_line *line, unit x, unit y);
void block_place_par(struct galley *galley, const struct par *par, unit x, unit y);

/* Adds the lines of a paragraph at x, a box each, with the rules for widows and orphans. */
void block_add_lines(struct galley *galley, const struct par *par, unit x);

/* Sets a node's inline content as a paragraph with these parameters; in the look of the flow. */
void block_set_par(struct galley *galley, const struct node *node, const struct par_params *params,
                   unit x);
void block_set_inline(struct galley *galley, const struct node *node, const struct flow *flow);
