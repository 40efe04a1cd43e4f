/* Marks of emphasis beside Han and kana, which have no blanks between words. CommonMark (0.31, 6.2)
 * lets a mark between punctuation and a letter only begin or only end emphasis, as if a blank were
 * missing: of **注意：**请 it makes no strong text. A blank that is put there is not printed. */
#pragma once

#include <stdint.h>

#include "base/slice.h"

/* Which runs of asterisks are open, by their length; zero-initialise. */
struct md_flanks {
    bool open[4];
};

/* The next run of asterisks from `at` on, before `limit`, that wants a blank: where it is to be put
 * (before or behind the run), and in *next where to look on. MD_NOWHERE: there is none. Runs are
 * told to `flanks` in the order of the text, each once. */
uint32_t md_flank_next(struct md_flanks *flanks, struct slice text, uint32_t at, uint32_t limit,
                       uint32_t *next);
