/* Words that were read before, with what was found out of each: most words of a text are, and most
 * of a library's leaflets. A table of fixed size, which the owner keeps for as many texts as it
 * likes (one thread at a time); a word that finds its place taken takes it over. What prose/ reads
 * does not depend on it. prose/, and whoever owns one. */
#pragma once

#include "prose/passage.h"
#include "prose/syllables.h"

struct prose_vocabulary;

/* An empty one. vocabulary_free. */
struct prose_vocabulary *vocabulary_new(void);
void vocabulary_free(struct prose_vocabulary *vocabulary);

/* What was kept of a word (its start aside) with the rules by which it was read, or NULL; hash:
 * its prose_hash. Valid until the next word is kept. */
const struct prose_word *vocabulary_get(const struct prose_vocabulary *vocabulary,
                                        struct slice word, uint32_t hash,
                                        enum syllable_rules rules);
/* Keeps a word; read->hash is set. Long ones are not kept. */
void vocabulary_keep(struct prose_vocabulary *vocabulary, struct slice word,
                     enum syllable_rules rules, const struct prose_word *read);
