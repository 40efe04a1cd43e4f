/* A leaflet as running text, for whoever judges its language: passages (the words of one block as
 * one string, each byte with its place in the source), their sentences and their words. Made from
 * a finished tree in one linear pass and immutable; owned by whoever made it. check/ and what
 * stands above it.
 *
 * Out are what leafset added (generated), code, and what is marked as another language than its
 * block's: U+FFFC stands in their place, so that what is around them does not become one word. */
#pragma once

#include "base/arena.h"
#include "doc/doc.h"

/* Where a passage stands. The measures pass over cells. */
enum prose_place {
    PROSE_TITLE,
    PROSE_HEADING,
    PROSE_PARAGRAPH, /* and the summary, captions, quotes, notes */
    PROSE_ITEM,      /* of a list, or of a list of terms */
    PROSE_CELL
};

/* Words longer than this are none: nobody reads them. */
#define PROSE_WORD_MOST 200u

enum prose_trait {
    PROSE_NUMBER = 1,    /* begins with a digit */
    PROSE_CAPITAL = 2,   /* begins with a capital letter */
    PROSE_CAPITALS = 4,  /* has two capital letters or more and no other */
    PROSE_LITTLE = 8,    /* a function word ("the", "with"): English only */
    PROSE_ADDRESS = 16,  /* a web or mail address: not counted */
    PROSE_COMPOUND = 32, /* has a hyphen inside */
    PROSE_MIXED = 64,    /* has capital letters behind the first, and small ones */
    PROSE_DIGITS = 128,  /* has a digit of ASCII */
    PROSE_BE = 256       /* a form of "to be", as "is" and "they're": English only */
};

struct prose_word {
    uint32_t start; /* byte of the passage's text */
    uint8_t len;    /* bytes */
    uint8_t letters;
    uint16_t traits;   /* enum prose_trait */
    uint8_t syllables; /* of a number and of an address 1 */
    uint32_t hash;     /* prose_hash of the word */
};

struct prose_sentence {
    uint32_t passage;
    uint32_t start, end;   /* bytes of the passage's text, white space around left out */
    uint32_t words, count; /* the first of prose.words, and how many */
    uint32_t counted;      /* of them without addresses */
};

/* From byte `at` of a passage on, its text is that of a TEXT node. */
struct prose_piece {
    uint32_t at;
    const struct node *text; /* NULL: U+FFFC, a line's end */
};

struct prose_passage {
    const struct node *block;
    enum prose_place place;
    const char *lang;  /* BCP 47 */
    bool own_language; /* the document's */
    bool english;      /* its words are in English */
    bool digits;       /* a digit of ASCII stands in it */
    struct slice text; /* UTF-8; '\n' for a forced line's end */
    uint32_t section;  /* of prose_measures.sections */
    uint32_t pieces;   /* the first of prose.pieces, */
    uint32_t piece_count;
    uint32_t sentences, sentence_count;
    uint32_t words, word_count;
};

struct prose {
    const struct doc *doc;
    struct prose_passage *passages;
    struct prose_piece *pieces;
    struct prose_sentence *sentences;
    struct prose_word *words;
    size_t passage_count, piece_count, sentence_count, word_count;
    size_t passage_cap, piece_cap, sentence_cap, word_cap;
    uint32_t section_count; /* at least 1 */
    bool english;           /* the document is in English */
    struct buf bytes;       /* the texts of all passages */
};

/* The bytes of a passage's word or sentence. */
struct slice prose_word_text(const struct prose_passage *passage, const struct prose_word *word);
/* The length of a blank at a byte: a space of any width that joins or parts, a line's end; 0: none.
 */
size_t prose_blank(struct slice text, size_t at);
/* The TEXT node that shows a byte, or NULL. */
const struct node *prose_node_at(const struct prose *prose, const struct prose_passage *passage,
                                 size_t at);
/* The place of bytes start to end of a passage in the source; SPAN_NONE where it has none. What two
 * nodes show together spans from the first to the last of their bytes. */
struct span prose_span(const struct prose *prose, const struct prose_passage *passage, size_t start,
                       size_t end);
/* The hash of a word without regard to the case of its ASCII letters; a typographic apostrophe
 * counts as the straight one. */
uint32_t prose_hash(struct slice word);
