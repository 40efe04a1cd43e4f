/* The one table of keys: which there are, where each may stand, how its value is written and which
 * member of struct meta it is. Only read/. */
#pragma once

#include <stddef.h>

#include "read/front/value.h"

/* Where a key may stand: a bit each. */
enum field_place {
    FIELD_FRONT = 1,
    FIELD_SETTINGS = 2,
    FIELD_CONTACT = 4,
    FIELD_ACCESSIBILITY = 8,
    FIELD_RULES = 16, /* a file that --rules names */
};

/* Whose keys STORE_PAIRS holds. */
enum field_pairs { PAIRS_THEME, PAIRS_WORDS, PAIRS_CHECK, PAIRS_ALLOW, PAIRS_SECTIONS };

/* What a member of struct meta is, and so how it is read and merged. */
enum field_store {
    STORE_TEXT,
    STORE_LIST,
    STORE_DATE,
    STORE_PAIRS,
    STORE_STATUS,
    STORE_PAPER,
    STORE_FIT,
    STORE_PRINT_LINKS,
    STORE_PICTURES,
    STORE_OTHER_KEYS,
    STORE_SWITCH,
    STORE_LANGUAGES,
    STORE_JUDGEMENTS,
    STORE_KEYS, /* a mapping of keys that have rows of their own */
};

struct field {
    const char *key;
    unsigned places; /* of enum field_place */
    enum field_store store;
    size_t offset, size;     /* in struct meta */
    const char *about;       /* what it is, for editors */
    value_text_reader *text; /* STORE_TEXT; NULL: one line */
    enum field_pairs pairs;  /* STORE_PAIRS */
    bool linked;             /* STORE_LIST: see value_list */
    enum field_place below;  /* STORE_KEYS: where its keys are */
};

/* No more than these; the last has no key. */
#define FIELD_COUNT_MOST 64u
extern const struct field field_table[];
