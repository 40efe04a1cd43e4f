/* What the files of build/ share; only build/ includes it. */
#ifndef BUILD_JOBS_H
#define BUILD_JOBS_H

#include "base/arena.h"
#include "base/diag.h"
#include "build/build.h"
#include "build/interrupt.h"
#include "font/font.h"
#include "frame/frame.h"
#include "read/read.h"
#include "style/style.h"
#include "text/text.h"

/* One leaflet to build. Strings live in the list's arena. */
struct job {
    const char *path;   /* as the user would write it; "-" for standard input */
    const char *folder; /* real folder of the source */
    const char *top;    /* real folder given on the command line, or NULL for a single file */
    const char *stem;   /* output path without its ending: "out/skin/first" */
    enum read_format format;
};

struct job_list {
    struct arena arena;
    struct job *items;
    size_t count, cap;
};

/* paths.c: fills the list from the command line's paths: files as they are, folders recursively in
 * sorted order (hidden entries and README.md left out; links that lead out of what is read anyway
 * are followed). Diagnoses unreadable folders, nothing to build, and outputs that clash with one
 * another or with a source (output-clash: nothing may be built). A file that does not exist is a
 * job like others. */
enum status jobs_collect(const struct build_options *options, struct job_list *list,
                         struct diag_list *diags);
/* Adds one file as it is. */
void jobs_add_file(const struct build_options *options, const char *path, struct job_list *list);
void jobs_free(struct job_list *list);

/* What a thread keeps from leaflet to leaflet. */
struct worker {
    struct font_set *fonts;
    struct text_engine *text;
    bool has_spare;              /* a processor is idle beside it */
    struct interrupt *interrupt; /* borrowed; NULL where nothing is written */
};
void worker_open(struct worker *worker, bool has_spare, struct interrupt *interrupt);
void worker_close(struct worker *worker);

/* leaflet.c: builds one leaflet; its diagnostics are printed into report. */
struct leaflet_result {
    enum status status;
    size_t errors, warnings;
};
struct leaflet_result leaflet_build(const struct job *job, const struct build_options *options,
                                    struct worker *worker, struct buf *report);
/* The same up to the phase that `what` prints. */
struct leaflet_result leaflet_dump(const struct job *job, const struct build_options *options,
                                   struct worker *worker, enum build_dump what, struct buf *out,
                                   struct buf *report);

/* outputs.c: what the earlier phases made of one leaflet, for the writers; all borrowed. */
struct material {
    const struct job *job;
    const struct build_options *options;
    const struct doc *doc;
    const struct style *style;
    const struct frames *frames;
    struct font_set *fonts;
    struct interrupt *interrupt;
    bool side_by_side; /* the EPUB in a thread of its own */
};
/* Writes the formats asked for: all of them appear, or none, and no interrupt comes between (but
 * for standard output, whose reader may be slow). Either way of side_by_side gives the same files
 * and diagnostics. STATUS_CONTENT or STATUS_ENVIRONMENT after a diagnostic. */
enum status outputs_write(const struct material *material, struct diag_list *diags);

#endif
