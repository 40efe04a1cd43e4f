/* The files of one leaflet, of all its editions and formats: all of them appear, or none. Only
 * build/. */
#pragma once

#include "base/diag.h"
#include "base/status.h"
#include "build/interrupt.h"
#include "build/material.h"
#include "build/options.h"

/* The caller sets the first three; outputs_close frees the rest. */
struct outputs {
    const struct build_options *options;
    struct interrupt *interrupt; /* borrowed */
    bool side_by_side;           /* each format in a thread of its own */
    struct arena arena;
    struct output *first, *last;
};

/* Writes one edition in the formats asked for, to stem.pdf and so on; no file has its name yet.
 * Either way of side_by_side gives the same files and diagnostics; a check makes no file and gives
 * the same diagnostics. From the first call until outputs_close no interrupt comes between (but for
 * standard output, whose reader may be slow, and a check). STATUS_ENVIRONMENT after a diagnostic:
 * there is no folder for them. What else fails is told by outputs_close. */
enum status outputs_write(struct outputs *outputs, const struct material *material,
                          const char *stem, struct diag_list *diags);

/* Gives all files their names, or, where `failed` or one of them has failed, throws all away. Adds
 * the writers' diagnostics in the order of the files. STATUS_CONTENT or STATUS_ENVIRONMENT after
 * one. */
enum status outputs_close(struct outputs *outputs, bool failed, struct diag_list *diags);
