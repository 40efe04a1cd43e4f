/* A place that a rule about language has found: bytes of a passage. Only check/ includes it. */
#pragma once

#include "base/diag.h"
#include "prose/passage.h"

struct found {
    const struct prose *prose;
    const struct prose_passage *passage;
    size_t start, end; /* bytes of the passage's text */
};

struct slice found_text(const struct found *found);
/* Where it stands in the source. */
struct span found_span(const struct found *found);
/* The words around it with `better` in its place, cut at blanks, "…" where it goes on: the line as
 * it should be. In the arena. */
const char *found_mended(const struct found *found, const char *better, struct arena *arena);
/* The beginning of a text, at most so many bytes, cut at a blank; "…" where it goes on. In the
 * arena. */
const char *found_beginning(struct slice text, size_t most, struct arena *arena);
/* Gives the diagnostic (NULL: it was not kept) the mend, but only where the source has the same
 * letters and digits as the passage: nothing of its markup is touched. */
void found_fix(struct diag_list *diags, struct diag *diag, const struct found *found,
               const char *better);
/* True if it stands in square brackets that wait to be filled in ("[INSERT NAME]"), which is told
 * as such; bounded look-behind. */
bool found_is_left_over(const struct found *found);
/* True if it stands in quotes, as the words of a label do; bounded look-behind. */
bool found_is_quoted(const struct found *found);
