/* Which leaflets are to be built, and what their files are called. Only build/. */
#pragma once

#include "base/arena.h"
#include "base/diag.h"
#include "base/inputs.h"
#include "base/status.h"
#include "build/edition.h"
#include "build/options.h"
#include "build/passed.h"

/* One leaflet to build. Strings live in the list's arena. */
struct job {
    size_t index;       /* its place in the list */
    const char *path;   /* as the user would write it; "-" for standard input */
    const char *folder; /* real folder of the source … */
    const char *reason; /* … or why that, or the way to it, is not known; else NULL */
    const char *top;    /* real folder given on the command line, or NULL for a single file */
    const char *link;   /* where the folder was reached by a symbolic link: that link's place, … */
    const char *goal;   /* … and the real folder it leads to; else NULL */
    const char *stem;   /* output path without its ending: "out/skin/first" */
    const struct slice *text; /* what the source holds, and path is but its name; NULL: a file */
    const struct reader *reader;
    const struct edition *editions; /* one or more, each with a suffix of its own */
    size_t edition_count;
};

struct job_list {
    struct arena arena;
    struct job *items;
    size_t count, cap;
    struct passed_list passed; /* files of the folders that are no leaflets */
};

/* Fills the list from the command line's paths: files as they are, folders recursively in sorted
 * order (hidden entries and README.md left out, files that are no leaflets noted; links that lead
 * out of what is read anyway, or lie where other settings hold, are followed). Diagnoses unreadable
 * folders and nothing to build. A file that does not exist is a job like others. What their outputs
 * would overwrite: build/clashes.h. */
enum status jobs_collect(const struct build_options *options, struct inputs *inputs,
                         struct job_list *list, struct diag_list *diags);
/* Adds one file as it is. */
void jobs_add_file(const struct build_options *options, struct inputs *inputs, const char *path,
                   struct job_list *list);
void jobs_free(struct job_list *list);

/* True for the name of a file that a folder build takes for a leaflet. */
bool jobs_is_source(const char *name);
/* Where a file (the real path of its folder, and its name) is for whoever comes by the job's link:
 * below that link, if it lies where the link leads to; else as it is. */
const char *jobs_reached(struct arena *arena, const struct job *job, const char *place);
/* The source's own place, its links not followed: what a rename there would replace. */
const char *jobs_place(struct arena *arena, const struct job *job);
/* What a stem, or the path of an output, is below the folder of the outputs. Borrowed from it. */
const char *jobs_below(const struct build_options *options, const char *path);
/* The stem of an edition's files. */
const char *jobs_stem(struct arena *arena, const struct job *job, const struct edition *edition);
