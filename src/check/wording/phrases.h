/* A table of words and phrases, and the index by which a text is asked for all of them at once.
 * Only check/ includes it. */
#pragma once

#include "check/rule/found.h"

enum phrase_need {
    PHRASE_ANYWHERE,
    PHRASE_AS_NOUN,      /* no noun follows: "the elderly", not "the elderly man" */
    PHRASE_AFTER_NEGATOR /* "not" or its like stands right before it: "not uncommon" */
};

struct phrase_row {
    enum diag_code code;
    enum phrase_need need;
    const char *forms;  /* in lower case, | between them: "utilise|utilises|in order to" */
    const char *better; /* what is written instead; | between them where each form has its own */
    const char *except; /* words of which none stands right before or behind; "" for none */
};

struct phrase_index;

/* An index over the rows, in the arena; rows are borrowed. */
struct phrase_index *phrases_index(const struct phrase_row *rows, size_t count,
                                   struct arena *arena);

/* A phrase that was found. */
struct phrase {
    const struct phrase_row *row;
    struct slice better; /* instead of this form */
    struct found at;
};

/* The longest phrase that begins at the word with this number; false: none does. Words of names (a
 * capital letter inside a sentence) are none. */
bool phrases_at(const struct phrase_index *index, const struct prose *prose,
                const struct prose_sentence *sentence, uint32_t word, struct phrase *out);
