/* Findings that are known: a text file of one a line, sorted, so that it merges and reads well:
 *
 *     0123456789abcdef heading-skipped content/ent/ears.md
 *
 * The fingerprint tells; equal ones count. A line that begins with # is a comment; in the path %
 * and control characters are written %25 and so on. Used by build/. */
#pragma once

#include "base/hash.h"
#include "report/finding.h"

/* Zero-initialise; what is parsed must outlive it. */
struct baseline {
    struct arena arena;
    struct map entries;
    struct baseline_entry *first;
    size_t count; /* of lines */
};

/* False: a line is no entry, which *line (from 1) says. */
bool baseline_parse(struct slice text, struct baseline *out, unsigned *line);
/* True for as many of the same fingerprint as the baseline has. */
bool baseline_takes(struct baseline *baseline, const struct finding *finding);
/* How many entries for the files named, as values of a map by path, were not taken. */
size_t baseline_gone(const struct baseline *baseline, const struct map *paths);
void baseline_free(struct baseline *baseline);

/* One finding's line, without its end. */
void baseline_put_line(const struct finding *finding, struct buf *out);
/* The file for such lines, which it sorts. */
void baseline_put(const char **lines, size_t count, struct buf *out);
