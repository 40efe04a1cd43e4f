/* How the languages of the panel are written. Only front/. */
#pragma once

#include "read/front/value.h"

/* A list of tags (BCP 47), each of a language of text/words.h or with a line of its own
 * ("- sv: Fråga oss …"), and at most one item "- phone: 01632 960 001"; or tags in one line, after
 * commas; "none": no panel. As in value.h, what is wrong is diagnosed and left out. */
void value_languages(const struct value *value, struct meta_languages *out);
