/* Pages: from the broken galley to frames. Only layout/ includes it. */
#ifndef LAYOUT_PAGE_PAGE_H
#define LAYOUT_PAGE_PAGE_H

#include "layout/page/galley.h"

/* Heights that footnotes take besides their lines. */
#define PAGE_NOTE_RULE  UNIT_MM(5.5) /* rule and the space around it */
#define PAGE_NOTE_SPACE UNIT_MM(1)   /* between notes */

/* Fills layout->frames with the pages. */
void page_make_all(struct layout *layout, const struct galley *galley,
                   const struct pagebreak_result *result);

#endif
