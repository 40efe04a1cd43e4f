/* The table of faces: fonts/manifest, one row a line, compiled in. Within font/ only. */
#pragma once

#include <stddef.h>

struct font_row {
    const char *family, *styles, *package, *path, *scripts, *languages;
};

/* The rows, in the order of the file; *count of them. */
const struct font_row *font_manifest(size_t *count);
