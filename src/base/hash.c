#include "base/hash.h"

#include <string.h>

#include "base/mem.h"

uint64_t hash_bytes(uint64_t seed, const void *bytes, size_t len)
{
    const unsigned char *p = bytes;
    for (size_t i = 0; i < len; i++)
        seed = (seed ^ p[i]) * 1099511628211u;
    return seed;
}

/* RFC 1321, section 3.4: shifts by round. */
static const uint8_t md5_shifts[4][4] = {
    {7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};

/* floor(2^32 * abs(sin(i + 1))), RFC 1321, section 3.4. */
static const uint32_t md5_sines[64] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391};

static void md5_block(uint32_t state[4], const uint8_t *bytes)
{
    uint32_t word[16], a = state[0], b = state[1], c = state[2], d = state[3];
    for (int i = 0; i < 16; i++)
        word[i] = (uint32_t)bytes[4 * i] | (uint32_t)bytes[4 * i + 1] << 8 |
                  (uint32_t)bytes[4 * i + 2] << 16 | (uint32_t)bytes[4 * i + 3] << 24;
    for (int i = 0; i < 64; i++) {
        uint32_t mix;
        int index;
        if (i < 16) {
            mix = (b & c) | (~b & d);
            index = i;
        } else if (i < 32) {
            mix = (d & b) | (~d & c);
            index = (5 * i + 1) & 15;
        } else if (i < 48) {
            mix = b ^ c ^ d;
            index = (3 * i + 5) & 15;
        } else {
            mix = c ^ (b | ~d);
            index = (7 * i) & 15;
        }
        uint32_t sum = a + mix + md5_sines[i] + word[index];
        int shift = md5_shifts[i / 16][i & 3];
        a = d;
        d = c;
        c = b;
        b += sum << shift | sum >> (32 - shift);
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
}

/* A bit 1, zeros up to 56 bytes of the last block, the length in bits (RFC 1321, 3.1 and 3.2). */
void hash_md5(const void *bytes, size_t len, uint8_t out[16])
{
    uint32_t state[4] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
    uint8_t end[128] = {0};
    size_t whole = len / 64 * 64, rest = len - whole, end_len = rest < 56 ? 64 : 128;
    for (size_t at = 0; at < whole; at += 64)
        md5_block(state, (const uint8_t *)bytes + at);
    if (rest > 0)
        memcpy(end, (const uint8_t *)bytes + whole, rest);
    end[rest] = 0x80;
    for (int i = 0; i < 8; i++)
        end[end_len - 8 + (size_t)i] = (uint8_t)((uint64_t)len * 8 >> 8 * i);
    for (size_t at = 0; at < end_len; at += 64)
        md5_block(state, end + at);
    for (int i = 0; i < 16; i++)
        out[i] = (uint8_t)(state[i / 4] >> 8 * (i % 4));
}

struct map_entry {
    struct slice key;
    void *value; /* NULL: free */
};

static struct map_entry *find(const struct map *map, struct slice key)
{
    size_t at = (size_t)hash_bytes(HASH_SEED, key.ptr, key.len) & (map->cap - 1);
    while (map->entries[at].value && !slice_equal(map->entries[at].key, key))
        at = (at + 1) & (map->cap - 1);
    return &map->entries[at];
}

static void grow(struct map *map)
{
    struct map old = *map;
    map->cap = old.cap ? old.cap * 2 : 16;
    map->entries = mem_calloc(map->cap, sizeof *map->entries);
    for (size_t i = 0; i < old.cap; i++)
        if (old.entries[i].value)
            *find(map, old.entries[i].key) = old.entries[i];
    mem_free(old.entries);
}

void *map_get(const struct map *map, struct slice key)
{
    return map->cap ? find(map, key)->value : NULL;
}

void *map_put(struct map *map, struct slice key, void *value)
{
    if (map->count * 2 >= map->cap)
        grow(map);
    struct map_entry *entry = find(map, key);
    void *former = entry->value;
    map->count += former == NULL;
    *entry = (struct map_entry){key, value};
    return former;
}

void map_free(struct map *map)
{
    mem_free(map->entries);
    *map = (struct map){0};
}
