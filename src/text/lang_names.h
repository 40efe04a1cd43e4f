/* Languages by their names, for those who write "English" where a tag is asked for. Layers 2 and
 * up.
 */
#pragma once

#include "base/arena.h"

/* The tag of a language by its name in English or in itself, in capitals or not ("Cymraeg": cy), or
 * NULL. The arena is for the work. */
const char *lang_names_find(struct arena *arena, const char *written);
