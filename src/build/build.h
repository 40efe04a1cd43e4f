/* Jobs: which leaflets, where to, in how many threads; each goes read -> style -> layout -> write.
 * cli/ includes only this header. */
#ifndef BUILD_BUILD_H
#define BUILD_BUILD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/status.h"

enum { BUILD_PDF = 1, BUILD_EPUB = 2 };

struct build_options {
    const char *const *paths; /* files or folders, as given */
    size_t path_count;
    const char *out;  /* folder; "-": standard output (one file, one format) */
    unsigned formats; /* BUILD_PDF | BUILD_EPUB */
    const char *lang;
    const char *from; /* "markdown", "plain" or NULL: by the file's name */
    unsigned threads; /* 0: as many as processors */
    bool release;     /* refuse drafts */
    bool quiet;
    bool progress; /* a bar on standard error */
    bool colour;
    bool context;  /* source line and caret */
    int64_t epoch; /* SOURCE_DATE_EPOCH or -1 */
};

struct build_summary {
    size_t leaflets, built, failed, errors, warnings;
};

/* Builds all; diagnostics go to standard error in the order of the leaflets, whatever the number
 * of threads. The result is the worst status. */
enum status build_run(const struct build_options *options, struct build_summary *summary);

enum build_dump { BUILD_DUMP_TREE, BUILD_DUMP_FRAMES, BUILD_DUMP_PAGES };
/* Writes one phase's result of one leaflet as text. */
enum status build_dump(const struct build_options *options, enum build_dump what, struct buf *out);

#endif
