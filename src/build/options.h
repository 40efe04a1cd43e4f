/* What a build is to do. Types only; build/ and, through build/build.h, cli/. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"

struct reader;
struct report_format;
struct witness;

/* Dots an inch of pages as pictures: as screens have them, and what is taken, as RASTER_DPI_LEAST
 * and RASTER_DPI_MOST. */
#define BUILD_DPI       96
#define BUILD_DPI_LEAST 20
#define BUILD_DPI_MOST  600

#define BUILD_FIT_MOST 99 /* as META_FIT_MOST */

/* One more form in which a run is told. */
struct build_report {
    const struct report_format *format;
    const char *file; /* NULL: standard output */
};
#define BUILD_REPORTS_MOST 16

/* Diagnostics of one code and leaflet that are kept where programs read them. */
#define BUILD_FINDINGS_MOST 1000

enum build_fix { BUILD_FIX_NONE, BUILD_FIX_SHOW, BUILD_FIX_WRITE };

struct doc;
struct diag_list;
struct prose;

/* Sees a leaflet that was read and checked, in the thread that did so: its path, its document
 * and its text (NULL: it could not be read), and all that was told. What it is given does not
 * outlive the call.
 */
typedef void build_look(void *context, const char *path, const struct doc *doc,
                        const struct prose *prose, const struct diag_list *diags);

/* What the leaflets were made of, for other programs: see build/deps.h. */
struct build_deps {
    const char *file; /* "-": standard output; NULL: nobody wants to know */
    bool json;        /* else a makefile */
    bool only;        /* no other file is written */
};

/* Which part of a batch is to be done: number (from 1) of count; count 0: all. */
struct build_shard {
    unsigned number, count;
};

struct build_options {
    const char *const *paths; /* files or folders, as given */
    size_t path_count;
    const char *out;           /* folder; "-": standard output (one file, one format) */
    unsigned formats;          /* a bit each, see build/formats.h */
    const struct reader *from; /* NULL: by the file's name */
    const char *lang;
    int fit;                 /* pages that each leaflet must fit on; 0: as it says itself */
    unsigned dpi;            /* dots an inch of pages as pictures */
    const char *font_folder; /* LEAFSET_FONTS, or NULL: see font_set_look_in */
    struct build_shard shard;
    unsigned threads;         /* 0: as many as processors */
    unsigned most_threads;    /* fewer than that, for want of memory; 0: no limit */
    bool sync;                /* wait until the disk has the files */
    bool force;               /* build also what is up to date */
    bool verify;              /* read all files to know whether they are the same */
    bool prune;               /* remove files of leaflets that are gone */
    const char *rules;        /* a file with wishes of the rules, or NULL */
    struct date_moment today; /* what review dates are compared with; year 0: not said */
    bool check;      /* only report: no file is written, `out` serves to find names that clash */
    bool no_pages;   /* check alone: nothing is laid out, and what pages would tell is not asked */
    bool release;    /* refuse drafts */
    bool strict;     /* refuse leaflets with warnings … */
    bool fail_notes; /* … and with notes */
    struct build_report reports[BUILD_REPORTS_MOST];
    size_t report_count; /* formats for programs */
    bool text;           /* asked for by name … */
    bool silent;         /* … or not wanted: another format has its place */
    bool keeps;          /* the findings, and more of a code, for what is written at the end */
    const char *baseline, *write_baseline, *since; /* files and a commit of git, or NULL */
    enum build_fix fix;
    const char *step_summary; /* GITHUB_STEP_SUMMARY, or NULL */
    build_look *look;         /* to it goes what is told of a leaflet but the machine's faults, and
                                 an error does not fail it; NULL: to standard error */
    void *look_context;
    struct build_deps deps;
    struct witness *witness; /* who started this process wants to know; or NULL */
    const char *beside;      /* a folder that is written into later, or NULL */
    bool quiet;
    bool sandbox;  /* give up before reading what is not needed: see confine */
    bool progress; /* a bar on standard error */
    bool colour;
    bool context;  /* source line and caret */
    int64_t epoch; /* SOURCE_DATE_EPOCH or -1 */
};

enum build_dump { BUILD_DUMP_TREE, BUILD_DUMP_FRAMES, BUILD_DUMP_PAGES, BUILD_DUMP_PROSE };
