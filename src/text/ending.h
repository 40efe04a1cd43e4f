/* What a line of prose ends with. Layers 2 and up. */
#pragma once

#include "base/slice.h"

enum text_ending {
    TEXT_ENDING_OPEN, /* a letter or digit: a heading, an item, or the middle of a sentence */
    TEXT_ENDING_STOP, /* a full stop */
    TEXT_ENDING_CALL, /* a question or exclamation mark, which headings have too */
    TEXT_ENDING_COLON,
    TEXT_ENDING_PAUSE, /* a comma, a semicolon, a dash */
};

/* What the line ends with, closing quotes and brackets aside; full stops of all scripts. */
enum text_ending text_ending_of(struct slice line);
