/* The nearest of some names to a mistyped word, for hints. Owns nothing. Every module. */
#pragma once

#include <stddef.h>

/* The name that word abbreviates, else the one with the fewest edits (a letter put in, left out or
 * changed, or two neighbours changed over: optimal string alignment); the first of equals. NULL
 * when none is within a third of the word's length. */
const char *suggest_nearest(const char *word, const char *const *names, size_t count);
