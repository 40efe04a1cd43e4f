/* The names in folders, listed once for all leaflets of a batch and looked up by the thread that
 * asks. Only read/; who builds many leaflets holds the lists for them (struct read_options). */
#pragma once

#include "base/arena.h"
#include "base/inputs.h"

/* The lists of any number of folders; any thread may ask. */
struct names;
struct names *names_open(void);
void names_close(struct names *names);

/* True if the two differ at most in composition: some systems write "é" as "e" and an accent. */
bool names_are_same(struct arena *arena, const char *a, const char *b);

/* The name in the folder (its real path) that differs in composition alone, else in capital letters
 * alone, else the nearest (suggest.h), in a large folder of those alone that stand near the name in
 * the alphabet. NULL: none, or the folder cannot be listed. inputs note what was read; arena is for
 * work; the name lives as long as the lists. */
const char *names_nearest(struct names *names, struct inputs *inputs, struct arena *arena,
                          const char *folder, const char *name);
