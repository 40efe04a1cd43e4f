/* Parts a plain article into lines and segments. Only plain/. */
#pragma once

#include "base/arena.h"
#include "read/plain/segments.h"

/* Parts the source from offset to its end into lines and segments, in the arena. */
void plain_split(const struct source *source, uint32_t offset, struct arena *arena,
                 struct plain_article *out);

/* The text of a segment's line (from 0). */
struct slice plain_text(const struct plain_article *article, const struct plain_segment *segment,
                        uint32_t line);
