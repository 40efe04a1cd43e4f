#include "prose/vocabulary.h"

#include <string.h>

#include "base/mem.h"

#define SLOTS     4096u /* a power of two, in pairs: a word has a place in one pair */
#define KEPT_MOST 23u   /* bytes of a word that is kept */

struct kept_word {
    struct prose_word word; /* of length 0: none yet */
    uint8_t rules;
    char text[KEPT_MOST];
};

struct prose_vocabulary {
    struct kept_word words[SLOTS];
};

struct prose_vocabulary *vocabulary_new(void)
{
    return mem_calloc(1, sizeof(struct prose_vocabulary));
}

void vocabulary_free(struct prose_vocabulary *vocabulary)
{
    mem_free(vocabulary);
}

const struct prose_word *vocabulary_get(const struct prose_vocabulary *vocabulary,
                                        struct slice word, uint32_t hash, enum syllable_rules rules)
{
    const struct kept_word *first = &vocabulary->words[hash % SLOTS & ~1u];
    for (const struct kept_word *kept = first; kept <= first + 1; kept++)
        if (kept->word.hash == hash && kept->word.len == word.len && kept->rules == rules &&
            memcmp(kept->text, word.ptr, word.len) == 0)
            return &kept->word;
    return NULL;
}

void vocabulary_keep(struct prose_vocabulary *vocabulary, struct slice word,
                     enum syllable_rules rules, const struct prose_word *read)
{
    struct kept_word *kept = &vocabulary->words[read->hash % SLOTS & ~1u];
    if (word.len > KEPT_MOST)
        return;
    kept[1] = kept[0]; /* the older of the two goes */
    kept->word = *read;
    kept->rules = (uint8_t)rules;
    memcpy(kept->text, word.ptr, word.len);
}
