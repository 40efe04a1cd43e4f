/* The cover: its picture, and the page that shows it. Used within epub/ only. */
#pragma once

#include "base/slice.h"
#include "epub/publication.h"

/* Sets epub->cover: the picture that the front matter names, else the drawn one (a PNG, borrowed;
 * empty: there is none). False after a diagnostic. */
bool epub_make_cover(struct epub *epub, struct slice drawn);

void epub_write_cover(struct epub *epub, struct buf *out);
