/* Whether the end of a line of the source parts two words. Layers 2 and up. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

/* What a character beside a line end says of it. */
enum text_side {
    TEXT_SIDE_OPEN,  /* nothing: the next one further away counts */
    TEXT_SIDE_WORD,  /* it stands at the edge of a word */
    TEXT_SIDE_WIDE,  /* a letter or mark of Chinese, Japanese or Yi, which part no words */
    TEXT_SIDE_DIGIT, /* the same of a wide digit: two of them are two numbers */
    TEXT_SIDE_JOINT, /* a soft hyphen or zero-width space: the word goes on */
};
enum text_side text_side_of(uint32_t code_point);

/* True if a line end between two such sides is no space: the segment break transformation of CSS
 * Text (level 3, 4.1.3; level 4, 4.3.2). In Korean, which parts its words, it is one. */
bool text_line_end_joins(enum text_side before, enum text_side after);

/* The same for two lines, without blanks at their ends. */
bool text_lines_join(struct slice line, struct slice next);
