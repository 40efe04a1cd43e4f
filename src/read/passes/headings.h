/* Headings after any reader: the empty ones go, the others get anchors, names by which links find
 * them. Only read/. */
#pragma once

#include "base/hash.h"
#include "doc/doc.h"

/* heading-empty: takes out headings without words, which would be empty entries of every list of
 * headings, and diagnoses each. Call before the title is looked for. */
void read_headings(struct doc *doc, struct diag_list *diags);

/* ---- anchors */

/* A heading's names. */
struct anchor {
    const char *slug, *name; /* GitHub's; and in ASCII, as u.heading.anchor */
    const struct node *heading;
};

/* Zero-initialise but for arena, in which the names live; free with anchors_free. */
struct anchors {
    struct arena *arena;
    struct map by_slug, by_name;
    const char **slugs; /* for suggestions */
    size_t slug_count, slug_cap;
};

void anchors_free(struct anchors *anchors);

/* Gives the heading its anchor: GitHub's slug (lower case, spaces to hyphens, punctuation left out,
 * -1, -2 … behind a slug that is taken) in ASCII, as XML and URLs take it. */
void anchors_give(struct anchors *anchors, struct node *heading);

/* The heading that a fragment (decoded, without #) names: as GitHub slugs it, in any case, or as
 * its anchor stands. NULL if there is none. */
const struct anchor *anchors_find(const struct anchors *anchors, const char *name);
/* The slug that a fragment which names no heading was most likely meant to be; NULL: none is near.
 */
const char *anchors_nearest(const struct anchors *anchors, const char *name);
