/* A library's history: a CSV file (report/csv.h) with a heading and a line for each leaflet and
 * run, which only grows. Used by build/. */
#pragma once

#include "report/status.h"

/* Tells each row what the last line about its path says. False: the text is no history. An empty
 * one is the beginning of one. */
bool history_compare(struct slice text, struct status_table *table);
/* Puts what is to be added behind the text, in the order of the paths: the heading first where the
 * text is empty. The day is table->today. */
void history_put(struct slice text, const struct status_table *table, struct buf *out);
