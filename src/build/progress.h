/* The bar on the terminal while a batch is built, and what is printed above it. Only build/; one
 * thread at a time. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

struct progress {
    bool wanted;
    size_t done, count; /* leaflets */
    bool drawn;         /* a bar stands on the terminal */
    int64_t draw_next;  /* not before, in milliseconds */
};

/* wanted: standard error is a terminal that takes a bar. */
void progress_start(struct progress *progress, bool wanted, size_t count);
/* Another leaflet is done. */
void progress_step(struct progress *progress);
/* Prints on standard error; where that leads nowhere there is nowhere left to say so. */
void progress_say(struct slice text);
/* Prints on standard output, on a terminal so that what is not ours does not command it. False: it
 * failed (errno). */
bool progress_show(struct slice text);
/* As progress_say, in the bar's place. */
void progress_print(struct progress *progress, const struct buf *text);
