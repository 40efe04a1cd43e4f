/* Paragraphs: from the inline content of one block to set lines. Bidirectional text, face fallback,
 * shaping, line breaking, links, inline pictures. Only layout/ includes it. */
#pragma once

#include "layout/par/context.h"
#include "layout/par/paragraph.h"

/* Sets the inline children of block (of NODE_TEXT kind itself too), print media. */
struct par par_set(struct layout *layout, const struct node *block,
                   const struct par_params *params);

/* The height of all lines, which must fit a unit: 5,000 pages. */
unit par_height(const struct par *par);

/* Smallest and largest useful widths of a block's inline content: the widest unbreakable piece (and
 * whatever belongs together, unless params say that it may be parted), and the width on one line
 * (forced breaks obeyed): for table columns. */
void par_widths(struct layout *layout, const struct node *block, const struct par_params *params,
                unit *smallest, unit *largest);

/* Sets a short label (a list number, page foot, icon letter): one line, one style; node is the id
 * carried by the items. A text that shows nothing gives a line without items and height. */
struct par_line par_set_label(struct layout *layout, struct slice text,
                              const struct style_text *style, bool rtl, const char *lang,
                              uint32_t node);
/* Moves a label of one sign, such as a bullet, to the middle of the small letters beside it. */
void par_centre_label(struct layout *layout, const struct style_text *style,
                      const struct par_line *label);
