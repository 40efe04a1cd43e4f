#include <string.h>

#include "read/parts.h"

#define NEAR_LIMIT 64u

/* Levenshtein distance of words shorter than NEAR_LIMIT. */
static size_t distance(const char *a, size_t a_len, const char *b, size_t b_len)
{
    size_t row[NEAR_LIMIT + 1];
    for (size_t j = 0; j <= b_len; j++)
        row[j] = j;
    for (size_t i = 1; i <= a_len; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b_len; j++) {
            size_t change = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            size_t least = row[j] < row[j - 1] ? row[j] + 1 : row[j - 1] + 1;
            row[j] = change < least ? change : least;
        }
    }
    return row[b_len];
}

const char *read_nearest(const char *word, const char *const *names, size_t count)
{
    size_t len = strlen(word), best = len / 3;
    const char *nearest = NULL;
    if (len > NEAR_LIMIT)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        size_t name_len = strlen(names[i]);
        size_t gap = name_len > len ? name_len - len : len - name_len;
        if (name_len > NEAR_LIMIT || gap > best)
            continue;
        size_t apart = distance(word, len, names[i], name_len);
        if (apart > best || (nearest && apart == best))
            continue;
        best = apart;
        nearest = names[i];
    }
    return nearest;
}
