#include "base/suggest.h"

#include <stdint.h>
#include <string.h>

#define NEAR_LIMIT 48u /* bytes of the words that suggestions are made for */

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t distance(const char *a, size_t a_len, const char *b, size_t b_len)
{
    uint8_t rows[NEAR_LIMIT + 1][NEAR_LIMIT + 1];
    for (size_t i = 0; i <= a_len; i++)
        rows[i][0] = (uint8_t)i;
    for (size_t j = 0; j <= b_len; j++)
        rows[0][j] = (uint8_t)j;
    for (size_t i = 1; i <= a_len; i++) {
        for (size_t j = 1; j <= b_len; j++) {
            size_t best = least(rows[i - 1][j], rows[i][j - 1]) + 1u;
            best = least(best, rows[i - 1][j - 1] + (size_t)(a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = least(best, rows[i - 2][j - 2] + 1u);
            rows[i][j] = (uint8_t)best;
        }
    }
    return rows[a_len][b_len];
}

/* 0 for an abbreviation; SIZE_MAX: not to be taken for it. */
static size_t remoteness(const char *word, size_t len, const char *name)
{
    size_t most = (len + 1) / 3, name_len = strlen(name);
    if (len > 1 && strncmp(word, name, len) == 0)
        return 0;
    if (name_len > NEAR_LIMIT || name_len > len + most || len > name_len + most)
        return SIZE_MAX;
    size_t edits = distance(word, len, name, name_len);
    return edits <= most && edits < name_len ? edits : SIZE_MAX;
}

const char *suggest_nearest(const char *word, const char *const *names, size_t count)
{
    size_t len = strlen(word), best = SIZE_MAX;
    const char *nearest = NULL;
    if (len == 0 || len > NEAR_LIMIT)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        size_t apart = remoteness(word, len, names[i]);
        if (apart < best) {
            best = apart;
            nearest = names[i];
        }
    }
    return nearest;
}
