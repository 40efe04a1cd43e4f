/* The paper and its margins. Only style/ includes it. */
#pragma once

#include "base/diag.h"
#include "base/unit.h"
#include "doc/meta.h"
#include "style/tokens.h"

struct page_size {
    unit width, height, top, bottom, side; /* side: left and right alike */
};

#define PAPER_LINE_MOST 75 /* letters: beyond it the eye loses the next line */

/* The page that the settings ask for, with the theme's margins, for the theme's body. One that is
 * too small for its text is diagnosed (value-form), and A4 stands; so are margins that leave lines
 * of less than 20 letters or more than PAPER_LINE_MOST, and the page's own stand. */
struct page_size paper_size(const struct meta *meta, const struct tokens *tokens,
                            struct diag_list *diags);

/* How wide a line of so many letters is; one of Noto Sans is 0.463 of the size on average. */
unit paper_line(unit size, int letters);
