/* Slips of the pen in front matter and settings that YAML takes for something else, or cannot read:
 * told in a writer's words, before libyaml sees them. Only front/. */
#pragma once

#include "base/diag.h"

/* True for the name of a key, in capitals or not. */
typedef bool slips_key_test(struct slice name);

/* Looks at each line from start to end for a quotation that ends too early or not at all, curly
 * quotes around a value, a value that must be quoted, spaces that are none, tabs, a missing space
 * after the colon and a key that stands further right than it should. Each is an error with the
 * line as it should be. True: there was one, and what libyaml would say is of no more use. */
bool slips_find(const struct source *source, uint32_t start, uint32_t end, slips_key_test *is_key,
                struct arena *arena, struct diag_list *diags);

/* The bytes of a blank at position at that is no blank for YAML: a no-break space and its like (a
 * byte-order mark inside a text too); 0: there is none. */
size_t slips_odd_blank(struct slice text, size_t at);

/* Without blanks of either kind around. */
struct slice slips_trim(struct slice text);
