/* The options of status, evidence and the list of rules, once the command line is read: what
 * --format said goes into the rest of what is wanted. False: they do not go together, and what is
 * wrong is put into error. Only cli/ includes it. */
#pragma once

#include "base/buf.h"
#include "build/evidence.h"
#include "build/status.h"

/* The values of --format, as they were typed. */
struct library_formats {
    const char *const *items;
    size_t count;
};

/* today: year 0, nobody said. */
bool library_options_status(struct library_formats formats, struct date_moment today,
                            struct status_options *status, struct buf *error);
/* Of the list of rules: for programs, or for people. */
bool library_options_list(struct library_formats formats, bool *json, struct buf *error);
/* file: what -o said, or NULL. */
bool library_options_evidence(struct library_formats formats, const char *file,
                              struct evidence_options *evidence, struct buf *error);
