/* Lists, their items, and the labels that readers do not make themselves. Used within epub/ only.
 */
#pragma once

#include "epub/part.h"

void part_start_list(struct part_writer *w, const struct node *list);
void part_start_item(struct part_writer *w, const struct node *item);

/* The label of an item or a note, where no reader makes it: it stands in the line that it labels.
 */
void part_put_label(struct part_writer *w, const struct node *labelled);

/* That there is such a line: a paragraph comes first. */
bool part_has_first_line(const struct node *labelled);
