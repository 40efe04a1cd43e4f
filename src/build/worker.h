/* What a thread keeps from leaflet to leaflet. Only build/. */
#pragma once

#include "base/deflate.h"
#include "base/inputs.h"
#include "build/beside.h"
#include "build/neighbours.h"
#include "check/across.h"
#include "font/font.h"
#include "image/store.h"
#include "prose/vocabulary.h"
#include "raster/raster.h"
#include "text/text.h"

struct worker {
    struct inputs *inputs; /* of the leaflet at hand, or of the one just built */
    struct font_set *fonts;
    struct text_engine *text;
    struct deflater *pdf_deflater, *epub_deflater; /* one each: writers may run side by side */
    struct raster *cover_raster;
    struct prose_vocabulary *vocabulary;
    struct arena arena;                 /* of the next, which is made for the first check */
    const struct phrase_index *phrases; /* NULL: not yet */
    struct beside *beside;              /* a processor is idle beside it; NULL: none is */
    struct image_store *pictures;       /* borrowed; NULL where nothing is written */
    struct across *across;              /* likewise; NULL: leaflets are not held to one another */
    struct neighbours *neighbours;      /* shared by all; NULL: links to leaflets stay */
    const struct map *known; /* files that earlier builds made, below the folder of the outputs;
                                NULL: that is not known */
};

/* The inputs are the worker's from now on; it shares nothing with others yet. */
void worker_open(struct worker *worker, struct inputs *inputs);
void worker_close(struct worker *worker);
