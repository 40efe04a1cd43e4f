/* Small deterministic hashes and a byte-keyed map. Iteration order is never exposed. Every module.
 */
#pragma once

#include <stdint.h>

#include "base/slice.h"

/* FNV-1a, 64 bits; chain by passing the former result as seed, start with HASH_SEED. */
#define HASH_SEED 14695981039346656037ull
uint64_t hash_bytes(uint64_t seed, const void *bytes, size_t len);

/* MD5 (RFC 1321) for the UUID of an EPUB (RFC 4122, 4.3), which must stay as it is; not for
 * security. */
void hash_md5(const void *bytes, size_t len, uint8_t out[16]);

/* A map from byte strings (borrowed, must outlive the map) to pointers. Zero-initialise. */
struct map_entry;
struct map {
    struct map_entry *entries;
    size_t count;
    size_t cap;
};
/* The value, or NULL. */
void *map_get(const struct map *map, struct slice key);
/* Sets or replaces; value must not be NULL. Returns the former value or NULL. */
void *map_put(struct map *map, struct slice key, void *value);
void map_free(struct map *map);
