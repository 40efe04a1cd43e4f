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
