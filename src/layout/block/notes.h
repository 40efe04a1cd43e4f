/* Footnotes: set when they are called, into a galley of their own. Only layout/ includes it. */
#ifndef LAYOUT_BLOCK_NOTES_H
#define LAYOUT_BLOCK_NOTES_H

#include "layout/page/galley.h"

/* Sets the footnotes that wait in galley->called, and those that they call in turn. */
void notes_set_called(struct galley *galley);
/* Sets footnotes that nothing on paper calls at the end of the galley: no word may be lost. */
void notes_set_uncalled(struct galley *galley);

#endif
