/* The gap between ideographs and the letters and digits of other scripts, a quarter of an em, where
 * the author wrote no space (JIS X 4051, 4.7; W3C, Requirements for Chinese Text Layout, 3.2.2; CSS
 * Text 4, text-autospace). It is a part of the letter or digit, so that no reader takes it for a
 * space, and hangs out of the measure where a line begins or ends with it. Only par/ includes it.
 */
#pragma once

#include "layout/par/work.h"

/* Once all chunks are shaped: puts the gaps. */
void par_autospace(struct par_work *work);
/* Puts those of a part of a chunk that was shaped anew; the part knows which it has. */
void par_autospace_part(struct par_work *work, struct par_chunk *part);
/* Once all chunks are shaped: between words of two faces of one style, of which one has spaces half
 * as wide as the other's, a space is of the wider ones. Those of Nastaliq are for its own letters
 * alone, and digits would touch its words. */
void par_even_spaces(struct par_work *work);
/* Once all chunks are shaped: where each of several boxes to tick plainly stands before its words
 * ("Pain: [ ] yes [ ] no"), five eighths of an em part it from the words of the box before. */
void par_part_boxes(struct par_work *work);
