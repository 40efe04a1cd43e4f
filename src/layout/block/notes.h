/* Footnotes: set when they are called, into a galley of their own. Only block/ includes it. */
#pragma once

#include "layout/page/galley.h"

/* Calls footnotes from the box added last: each is set once, with those that it calls in turn. A
 * call inside a footnote waits until that is finished. */
void notes_call(struct galley *galley, const struct node *const *notes, uint32_t count);
/* Sets footnotes that nothing on paper calls at the end of the galley: no word may be lost. */
void notes_set_uncalled(struct galley *galley);
