/* The paper and its margins. Only style/ includes it. */
#pragma once

#include "base/diag.h"
#include "base/unit.h"
#include "doc/meta.h"

struct page_size {
    unit width, height, top, bottom, side; /* side: left and right alike */
};

#define PAPER_LINE_MOST 75 /* letters: beyond it the eye loses the next line */

/* The page that the settings ask for, for a body of that size. One that is too small for its text
 * is diagnosed (value-form), and A4 stands. */
struct page_size paper_size(const struct meta *meta, unit body, struct diag_list *diags);

/* How wide a line of so many letters is; one of Noto Sans is 0.463 of the size on average. */
unit paper_line(unit size, int letters);
