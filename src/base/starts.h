/* A list of words by their first three letters: tells in a few steps where in a text none of them
 * begins, which is nearly everywhere. What is found still has to be compared. Owns nothing, has no
 * pointer. Every module. */
#pragma once

#include <stdint.h>

#include "base/slice.h"

#define STARTS_BYTES 3u /* of a word, at least */

/* A bit for the last five bits of three bytes: small and capital letters are one. Zero-initialise:
 * no word. */
struct starts {
    uint32_t bits[1u << 10];
};

/* Of the three bytes. */
static inline uint32_t starts_key(const char *bytes)
{
    return (uint32_t)(bytes[0] & 31) << 10 | (uint32_t)(bytes[1] & 31) << 5 |
           (uint32_t)(bytes[2] & 31);
}

/* Adds a word of at least STARTS_BYTES bytes. */
void starts_add(struct starts *starts, const char *word);

/* False where no word of the list begins at byte `at` of the text. */
static inline bool starts_may(const struct starts *starts, struct slice text, size_t at)
{
    if (at + STARTS_BYTES > text.len)
        return false;
    uint32_t key = starts_key(text.ptr + at);
    return starts->bits[key >> 5] >> (key & 31) & 1;
}
