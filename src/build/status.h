/* A library's leaflets as a table: `leafset status`. Of build/, cli/ includes this header too. */
#pragma once

#include "base/buf.h"
#include "base/status.h"
#include "build/options.h"

enum status_format { STATUS_TEXT, STATUS_JSON, STATUS_CSV };

struct status_options {
    enum status_format format;
    const char *history; /* the file that grows, or NULL; then today is known */
    unsigned width;      /* of lines of text */
};

/* Reads and checks all leaflets, lays none out, and puts the table. STATUS_CONTENT: one is overdue,
 * or there is none. What the machine is to blame for goes to standard error, and then the history
 * stays as it was. */
enum status build_status(const struct build_options *options, const struct status_options *wanted,
                         struct buf *out);
