/* Bare addresses in running text: "https://www.example.org/~5~10/", "me@example.org". md4c is not
 * asked for them, as its releases differ in what they take for one; here they are what they are in
 * plain text (unmarked.h), and marks of emphasis inside one are its own signs. */
#pragma once

#include "read/markdown/reader.h"

/* True if the len bytes at `at` of the copy stand inside a bare address: behind its first byte and
 * before its last. */
bool md_in_address(struct md_reader *r, uint32_t at, uint32_t len);
