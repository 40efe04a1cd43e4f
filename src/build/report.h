/* What is told about one leaflet, until it is its turn to be printed. What concerns more leaflets
 * than one (the settings, a font that is not there) is printed once a batch. Only build/. */
#pragma once

#include "base/arena.h"
#include "base/diag.h"
#include "base/hash.h"
#include "build/options.h"

struct report {
    struct arena arena;
    struct report_part *first; /* one a diagnostic */
};

/* What a batch has printed so far. Zero-initialise. */
struct report_told {
    struct arena arena;
    struct map once;
    size_t errors, warnings;
};

/* Adds what the sorted list says of the leaflet called name. */
void report_make(const struct diag_list *diags, const char *name,
                 const struct build_options *options, struct report *out);
/* Puts what was not told yet, and counts it. */
void report_put(const struct report *report, struct report_told *told, struct buf *out);

void report_free(struct report *report);
void report_told_free(struct report_told *told);
