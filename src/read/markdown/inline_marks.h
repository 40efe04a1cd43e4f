/* Marks of other tools inside text: they print as they stand, and are told. */
#pragma once

#include "read/markdown/reader.h"

/* What they begin with. */
#define MD_INLINE_MARKS "=+%$([{:^\\"

/* Tells of the mark that begins at `at` of the copy, if one does. Returns where it ends, or `at`.
 */
uint32_t md_inline_mark(struct md_reader *r, uint32_t at, uint32_t end);

/* A small figure as pandoc has it, m^2^ and H~2~O: the place behind the closing sign if the sign at
 * `at` opens one that is plain, MD_NOWHERE if not. */
uint32_t md_small_end(struct slice text, uint32_t at);
/* A ^ at `at`: told if it is not sure whether it raises what follows. Returns where to go on. */
uint32_t md_small_check(struct md_reader *r, uint32_t at, uint32_t end);
