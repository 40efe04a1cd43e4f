/* Unicode properties of a text, by ICU's common library (the only folder that touches ICU):
 * normalisation, line-break opportunities (UAX #14), grapheme clusters (UAX #29), bidirectional
 * levels (UAX #9), scripts (UAX #24). Results live in the caller's arena. Layers 2 and up. */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include <stdint.h>

#include "base/arena.h"
#include "base/slice.h"

/* Reusable handles (break iterators by language, bidi); one per thread. */
struct text_engine;
struct text_engine *text_engine_new(void);
void text_engine_free(struct text_engine *engine);

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

/* Analyses one paragraph of well-formed UTF-8 (embedding characters in the text are obeyed, U+FFFC
 * stands for an inline object). direction TEXT_AUTO: rules P2 and P3. lang picks the rules for
 * line breaks (BCP 47; NULL: root). URLs and e-mail addresses get further break opportunities:
 * before (not after) . / ? & = # - _ and after :// ; never inside "://" nor after "www". Latin,
 * Greek and Cyrillic text with typographic punctuation takes a fast path with identical results. */
void text_analyse(struct text_engine *engine, struct slice text, enum text_direction direction,
                  const char *lang, struct arena *arena, struct text_analysis *out);

/* NFC; returns text itself when it is normalised already. */
struct slice text_normalise(struct slice text, struct arena *arena);

/* Visual order of count items by their levels (UAX #9 rule L2): order[visual] = logical. */
void text_visual_order(const uint8_t *levels, uint32_t count, uint32_t *order);

/* True for a default-ignorable code point that needs no glyph (ZWJ, ZWNJ, variation selectors,
 * bidi controls, soft hyphen, ZWSP). */
bool text_is_ignorable(uint32_t code_point);
/* True for a control character that may not stand in a leaflet (C0 but tab, LF, CR; C1; U+FFFE,
 * U+FFFF; noncharacters; the overrides U+202D and U+202E, which make a text read otherwise than it
 * is stored). */
bool text_is_forbidden(uint32_t code_point);
/* "RIGHTWARDS ARROW" is data ICU common has (u_charName); empty when the name is not available. */
void text_char_name(uint32_t code_point, char out[96]);
/* True if the language is written right to left (by its script subtag or likely script: ar, he,
 * fa, ur, ps, yi, sd, ug, ckb, dv …). */
bool text_lang_is_rtl(const char *lang);
/* A well-formed BCP 47 tag (RFC 5646 syntax; by ABNF, not by registry). */
bool text_lang_is_valid(const char *lang);
/* True if the primary subtags are equal, without case. */
bool text_lang_same_primary(const char *a, const char *b);
/* True if the code point is a letter or digit (general category L or N). */
bool text_is_alnum(uint32_t code_point);
/* The strong direction of a code point (UAX #9, table 4): 1 left to right (L), -1 right to left (R,
 * AL), 0 neither. */
int text_strong_direction(uint32_t code_point);
/* Where the next letter that runs from right to left begins in UTF-8 text from byte pos on, or the
 * text's length. */
size_t text_find_rtl(struct slice text, size_t pos);
/* Simple lower-case mapping, language-neutral. */
uint32_t text_lower(uint32_t code_point);

#endif
