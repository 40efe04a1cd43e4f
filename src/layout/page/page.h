/* Pages: from the broken galley to frames. Only layout/ includes it. */
#pragma once

#include "layout/page/galley.h"
#include "layout/page/pagebreak.h"

/* Fills layout->frames with the pages. */
void page_make_all(struct layout *layout, const struct galley *galley,
                   const struct pagebreak_result *result);
