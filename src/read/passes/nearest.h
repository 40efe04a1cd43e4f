/* What a path that leads to no file was most likely meant to be, for hints. Only read/. */
#pragma once

#include "doc/doc.h"

/* The path, as seen from folder (real), that differs in composition alone, else in capital letters
 * alone, else the nearest. Each part that is missing is looked up in its folder, inside the content
 * root. NULL where nothing is near. In the document's arena. */
const char *read_nearest_path(struct doc *doc, const char *folder, const char *path);
/* The same as a hint. */
const char *read_nearest_hint(struct doc *doc, const char *folder, const char *path);
