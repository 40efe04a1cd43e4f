/* How a leaflet is to be read: what read_document is told beside the bytes. Types only. read/, and
 * through read/read.h and read/readers.h layers 3 and up. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct diag_list;
struct doc;
struct leaflet_finder; /* read/passes/leaflets.h */
struct names;          /* read/passes/names.h */
struct settings;       /* read/front/settings.h */

/* A kind of source, a row of read/readers.c. */
struct reader {
    const char *name;       /* for --from */
    const char *endings[5]; /* of its files' names, with the stop; in capitals or not; the first is
                               the usual one, NULL behind the last */
    const char *no_title;   /* the hint where a leaflet has no title */
    bool pages;             /* form feeds and vertical tabs end lines, and are no fault */
    /* The body, from offset to the end of doc->source, as blocks below doc->root. */
    void (*read)(struct doc *doc, uint32_t offset, struct diag_list *diags);
};

struct read_options {
    struct inputs *inputs; /* what read/ opens comes from here, and it learns the content root */
    const char *name;      /* path as the user wrote it, or "<stdin>" */
    const char *folder;    /* real folder of the file: base of relative paths */
    const char *top; /* the folder given on the command line (real), or NULL: settings files are
                        looked for upwards from `folder` as long as parents have a clinic.yml
                        or until `top` is reached; see read_settings */
    /* The last symbolic link on the way by which the folder was reached: its real place, and the
       real folder that it leads to, in which `folder` lies. NULL: there was none. */
    const char *link, *goal;
    const char *lang;  /* --lang or NULL */
    const char *rules; /* a file with check: alone, the nearest of all settings; or NULL */
    const struct reader *reader;
    const struct leaflet_finder
        *finder;         /* of other leaflets; NULL: links to them are not followed */
    struct names *names; /* of folders (read/passes/names.h); NULL: this leaflet lists its own */
    struct settings *settings; /* likewise (read/front/settings.h) */
};
