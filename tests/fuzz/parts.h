/* Files in memory, made of one run of bytes: the leaflet, and what stands beside it. A line
 *
 *     =====NAME
 *
 * begins the file /c/NAME; what is before the first such line is /c/leaflet.md. So a mutation can
 * write settings, pictures, fonts and other leaflets, and nothing touches the disk. */
#pragma once

#include "base/memory_files.h"

#define PARTS_MOST   8
#define PARTS_FOLDER "/c"

struct parts {
    struct memory_file items[PARTS_MOST];
    size_t count;
};

/* Paths live in the arena; the bytes are borrowed. */
void parts_split(struct slice bytes, struct arena *arena, struct parts *parts);
/* The file that is the leaflet: leaflet.txt if it is there, else leaflet.md. */
const struct memory_file *parts_leaflet(const struct parts *parts);
