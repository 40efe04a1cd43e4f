/* How a line of plain text begins and ends, as far as that tells headings, paragraphs and broken
 * lines apart. Only plain/. */
#pragma once

#include <stdint.h>

#include "base/slice.h"

/* True if the first letter or digit is a small letter. Scripts without case have none. */
bool plain_begins_lower(struct slice line);

/* True if the first letter or digit is a digit from 0 to 9. */
bool plain_begins_digit(struct slice line);

/* True if the line begins with a temperature: "5 °C", "5 degrees". */
bool plain_begins_degrees(struct slice line);

/* True if the line begins with an abbreviation: a capital and then another one, a digit or a hyphen
 * (NHS, GP, X-ray), or a capital alone. */
bool plain_begins_capitals(struct slice line);

/* True if the line's last word begins with a capital: a name that may go on. */
bool plain_ends_name(struct slice line);

/* How many columns a text takes where it is typed: those of East Asia take two each. */
uint32_t plain_columns(struct slice text);

/* The number of columns of the line's first word; of one letter in scripts that part no words. */
uint32_t plain_first_word(struct slice line);

/* True if a word or range is parted at the end of the line by a hyphen, or the dash between digits.
 */
bool plain_is_parted(struct slice line, struct slice next);

/* True if the line's first word is a web or e-mail address. */
bool plain_begins_address(struct slice line);

/* True if the line is a web or e-mail address and nothing else. */
bool plain_is_address(struct slice line);

/* NULL when the line reads like a heading, else why it does not. */
const char *plain_why_text(struct slice line);
