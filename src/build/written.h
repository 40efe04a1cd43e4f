/* The files that one format makes of an edition, while they are written: one, or one a page. They
 * are written one after another. Only build/. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/sink.h"

struct written {
    struct sink **sinks;
    size_t count, cap;
    bool nowhere; /* nothing is kept */
};

/* Where the next file is written to; it is the set's. */
struct sink *written_add(struct written *written);
void written_free(struct written *written);

/* The path of a file: stem.ending, or, of the page-th of several (from 1), stem-page.ending; page
 * 0: there is one. In the arena. */
const char *written_path(struct arena *arena, const char *stem, size_t page, const char *ending);
