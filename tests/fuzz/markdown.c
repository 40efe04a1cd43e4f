#include "fuzz.h"
#include "reading.h"

void fuzz_markdown(const uint8_t *bytes, size_t len)
{
    const struct memory_file leaflet = {.path = "/c/leaflet.md",
                                        .bytes = {(const char *)bytes, len}};
    reading_run(&(struct memory_files){&leaflet, 1}, "markdown", NULL);
}
