/* Footnotes: what calls them, the notes, and the ways back. Used within epub/ only. */
#pragma once

#include "epub/part.h"

void part_put_note_ref(struct part_writer *w, const struct node *ref);
void part_start_note(struct part_writer *w, const struct node *note);

/* Called with every node before its elements end: a way back to each place that calls the note, in
 * its last line. */
void part_end_note(struct part_writer *w, const struct node *node);
