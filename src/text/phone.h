/* Telephone numbers as people write them ("01632 960 001 (24 hours)") and as telephones dial them.
 * Layers 2 and up. */
#pragma once

#include "base/arena.h"
#include "base/slice.h"

struct phone {
    size_t start, end; /* bytes of the text: from the first + ( or digit to the last ) or digit */
};

/* Finds the next number at or after from: groups of digits (ITU-T E.123) with one space or dash
 * between them; a slash ("030/123456") and brackets only where an area code or the (0) stands.
 * What may be a time, an extension or a second number ends it. A number has six digits or, the
 * first of a text (from is 0), one group of three ("111"); the later ones begin with 0, + or (. */
bool phone_find(struct slice text, size_t from, struct phone *phone);

/* RFC 3966: "tel:" and digits; the (0) of "+44 (0)1632" is not dialled from abroad. Owned by the
 * arena. */
const char *phone_href(struct arena *arena, struct slice number);

/* True if the words show the number that is dialled, but perhaps for its country's prefix. */
bool phone_is_shown(struct slice words, struct slice dialled);
