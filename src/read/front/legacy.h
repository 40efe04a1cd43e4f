/* The encodings of one byte a character that texts had before UTF-8: which one a text is in, by
 * evidence. Only front/. */
#pragma once

#include "base/slice.h"

struct legacy {
    const char *name;              /* for people: "Windows-1252" */
    const char *iconv;             /* for iconv(1) */
    const char *const *characters; /* [128] of the bytes from 0x80 on; NULL: it has none */
};

/* What the text is most likely written in, from all its bytes that are no ASCII and what stands
 * beside each; NULL: in none of those known. */
const struct legacy *legacy_guess(struct slice text);

/* True for a text that is UTF-8 for the most part: what is not came in from another one. */
bool legacy_is_mixed(struct slice text);

/* The character (UTF-8) of a byte from 0x80 on; NULL: it has none. */
const char *legacy_character(const struct legacy *legacy, unsigned char byte);
