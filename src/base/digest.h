/* What tells whether bytes are the same as before: 128 bits of them (XXH3). For files that nobody
 * forges; not for security. Every module. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DIGEST_SIZE 16

struct digest {
    uint8_t bytes[DIGEST_SIZE];
};

/* About 0.1 ms a megabyte. */
struct digest digest_of(const void *bytes, size_t len);
bool digest_equal(const struct digest *a, const struct digest *b);
