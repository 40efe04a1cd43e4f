/* What a paragraph has to report. Only par/ includes it. */
#pragma once

#include "layout/par/work.h"
#include "text/hyphen.h"

/* A character without a face, at byte place; each once a document. */
void par_report_missing(const struct par_work *work, uint32_t span, uint32_t place,
                        uint32_t code_point);
/* Bytes [start, end) are too wide for a line; broken: they were parted to fit all the same. */
void par_report_overfull(const struct par_work *work, uint32_t span, uint32_t start, uint32_t end,
                         bool broken);
/* The break at an item parts what belongs together, as no line could hold it: the first of a
 * leaflet is told (a table tells its own). */
void par_report_parted(const struct par_work *work, size_t item);
/* There is no dictionary for the language of a span or, with a reason, none that can be read. */
void par_report_hyphenation(const struct par_work *work, uint32_t span,
                            const struct hyphenator_trouble *trouble);
