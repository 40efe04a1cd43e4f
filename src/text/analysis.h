/* What is found out about a paragraph. Types only. Layers 2 and up. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum text_direction { TEXT_LTR, TEXT_RTL, TEXT_AUTO };

/* Flags of each byte of an analysed text (0 on bytes inside a code point). */
enum {
    TEXT_GRAPHEME = 1,   /* a grapheme cluster starts here */
    TEXT_BREAK = 2,      /* a line may end before this byte (never at byte 0 or inside a cluster) */
    TEXT_MUST_BREAK = 4, /* a line must end before this byte (after U+2028, U+000A); BREAK too */
    TEXT_SPACE = 8,      /* white space that may vanish at a line end */
    /* How strongly a break before this byte is to be avoided (text/keep.h); only beside BREAK. */
    TEXT_KEEP_LIGHT = 16, /* better not: a word of one or two letters would end the line */
    TEXT_KEEP_WORDS = 32, /* "Ward 12": only where no line could hold it */
    TEXT_KEEP_FIRM = 48,  /* "5 mg", a telephone number: of two such places the last to be taken */
    TEXT_KEEP_MASK = 48,
    /* Of a space, which no break stands before: it parts a number from its unit. */
    TEXT_UNIT_GAP = 16,
};

/* A maximal run of one level and one script, in logical order. */
struct text_run {
    uint32_t start, len; /* bytes */
    uint8_t level;       /* UAX #9 embedding level: odd is right to left */
    char script[5];      /* ISO 15924, "Latn", "Arab"; common and inherited characters resolved
                            to their neighbours' script, "Zyyy" when there is none */
};

struct text_analysis {
    uint8_t *flags; /* [len + 1]; flags[len] is TEXT_GRAPHEME, also after a last U+000A */
    struct text_run *runs;
    uint32_t run_count;
    bool base_rtl; /* the paragraph's direction (level 1) */
};
