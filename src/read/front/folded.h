/* Values of several lines, which YAML folds into one. Only yaml.c. */
#pragma once

#include "base/arena.h"
#include "base/slice.h"

/* A value (NUL-terminated, in the arena) as the lines of its source say it: YAML puts a space
 * between any two (1.2, 6.5), also where no words are parted (text/line_end.h). written: what
 * stands in the source for it. */
const char *front_unfold(struct slice value, struct slice written, struct arena *arena);
