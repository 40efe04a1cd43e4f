/* Exercise sheets: where several steps of a list, or sections of the leaflet, are a few lines and
 * one picture each, the picture stands beside the lines, at the end side, in a column that is as
 * wide in all of them. Only block/ includes it. */
#pragma once

#include "layout/block/flow.h"
#include "layout/page/galley.h"

/* The blocks of a step or section, [first, end) of siblings, and its one picture. */
struct sheet_row {
    const struct node *first, *end, *figure;
};

/* The width of the pictures' column: of the steps of a list, of the sections among the children of
 * a node. 0: they are no sheet, or the flow is too narrow for two columns. */
unit sheet_of_list(const struct galley *galley, const struct node *list, const struct flow *flow);
unit sheet_of_sections(const struct galley *galley, const struct node *parent,
                       const struct flow *flow);

/* The row that an item of a list, or a heading, begins; false: it is set like any other. */
bool sheet_row_of(const struct galley *galley, const struct node *start, const struct flow *flow,
                  struct sheet_row *row);

/* Sets a row, never broken between pages. */
void sheet_set_row(struct galley *galley, const struct sheet_row *row, const struct flow *flow,
                   unit column);
