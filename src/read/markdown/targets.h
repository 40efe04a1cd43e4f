/* Addresses of links and pictures that CommonMark takes for none: `(photo one.png)`, and a size
 * behind them: `(photo.png =300x200)`. */
#pragma once

#include "read/markdown/scan.h"

/* Bytes start to end. size: of what is written as =300x200, none where both are the same. */
struct md_loose_target {
    uint32_t start, end;
    uint32_t size_start, size_end;
    bool spaced; /* the address has blanks */
};

/* The path has the ending of a file that leaflets link to or show. */
bool md_is_file(struct slice path);
/* What the `(` at `at` opens is such an address, on one line. */
bool md_loose_target(struct slice text, uint32_t at, struct md_loose_target *out);
/* The title of a picture is a size and no title. */
bool md_is_size(struct slice title);
