/* Callouts and other boxes. Used within epub/ only. */
#pragma once

#include "epub/part.h"

void part_start_callout(struct part_writer *w, const struct node *callout);
void part_start_callout_label(struct part_writer *w, const struct node *label);
/* A callout's kind in words, where the label does not say it itself. */
void part_put_icon(struct part_writer *w, const struct node *icon);

/* The class of a box, with "short" where it may not go on overleaf; in the arena. */
const char *part_box_class(struct part_writer *w, const struct node *box, const char *class);
