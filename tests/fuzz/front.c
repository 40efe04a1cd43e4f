/* Front matter, and the settings of the folder: see parts.h. */
#include "fuzz.h"
#include "parts.h"
#include "reading.h"

void fuzz_front(const uint8_t *bytes, size_t len)
{
    struct arena arena = {0};
    struct parts parts;
    parts_split((struct slice){(const char *)bytes, len}, &arena, &parts);
    reading_run(&(struct memory_files){parts.items, parts.count}, "markdown", NULL);
    arena_free(&arena);
}
