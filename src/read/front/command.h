/* Commands for a hint, as a shell takes them. Only front/. */
#pragma once

#include "base/arena.h"

/* A file's name as one word of a command: as it is where a shell leaves it alone, else in quotes.
 * Standard input ("<stdin>") counts as a file called leaflet. In the arena. */
const char *command_word(struct arena *arena, const char *name);

/* The name, also as a word, with another ending ("letter.docx", ".md": letter.md); where the file
 * is called so itself, with -text before it. */
const char *command_renamed(struct arena *arena, const char *name, const char *ending);

/* The command that writes the file anew in UTF-8, from what iconv(1) calls `encoding`. */
const char *command_iconv(struct arena *arena, const char *name, const char *encoding);
