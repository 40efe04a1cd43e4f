/* The kinds of source that leafset reads. A new one is a row here and a folder of its reader.
 * Layers 3 and up. */
#pragma once

#include "base/buf.h"
#include "read/front/options.h"

/* In the order in which help names them; the first, Markdown, reads what has no known ending. The
 * last has no name. */
extern const struct reader readers_table[];

/* The row of a name for --from, or NULL. */
const struct reader *readers_find(const char *name);

/* The row one of whose endings the file's name has (after a letter or more), or NULL. */
const struct reader *readers_for_file(const char *name);

/* For messages: each name after `before`, with `between` between them. */
void readers_put_names(struct buf *out, const char *before, const char *between);
/* For messages: all endings, ".md, .markdown", with `last` before the last one. */
void readers_put_endings(struct buf *out, const char *last);
