/* What leaflets were made of, for other programs: `--deps` and `leafset deps`. Only build/. */
#pragma once

#include "base/buf.h"
#include "build/state.h"

/* Leaflets, in the order of the command line, the folder of the outputs, and the working folder,
 * real, or NULL; all borrowed. A path below the working folder is told from there. */
struct deps {
    const struct state_leaflet *const *leaflets;
    size_t count;
    const char *out;
    const char *here;
};

/* Puts a makefile: a rule for each leaflet, whose targets are its files and whose prerequisites are
 * the files that were read for it, and a rule without any for each of these, so that make goes on
 * when one is deleted (as gcc -MD -MP). What is not there cannot be a prerequisite, and what was
 * asked of folders and links is none. GNU make reads it, and Ninja with deps = gcc. NULL, or a name
 * in the arena that these cannot read in any form: then the text is of no use. */
const char *deps_put_make(const struct deps *deps, struct arena *arena, struct buf *out);

/* Puts JSON: all that was asked, found or not. The names are in the manual. */
void deps_put_json(const struct deps *deps, struct buf *out);
