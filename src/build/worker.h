/* What a thread keeps from leaflet to leaflet. Only build/. */
#pragma once

#include "base/inputs.h"
#include "build/interrupt.h"
#include "build/neighbours.h"
#include "font/font.h"
#include "text/text.h"

struct worker {
    struct inputs *inputs; /* of the leaflet at hand, or of the one just built */
    struct font_set *fonts;
    struct text_engine *text;
    bool has_spare;                /* a processor is idle beside it */
    struct neighbours *neighbours; /* borrowed, shared by all; NULL: links to leaflets stay */
    struct interrupt *interrupt;   /* borrowed; NULL where nothing is written */
};

/* The inputs are the worker's from now on. */
void worker_open(struct worker *worker, struct inputs *inputs, struct neighbours *neighbours,
                 bool has_spare, struct interrupt *interrupt);
void worker_close(struct worker *worker);
