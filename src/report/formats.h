/* The formats in which a run is told, one table: options, help and the man page follow from it.
 * Used by build/ and cli/. */
#pragma once

#include "report/run.h"

struct report_format {
    const char *name;
    const char *about;                                          /* for whom, for the help */
    void (*put)(const struct report_run *run, struct buf *out); /* NULL: text, told as it comes */
};

/* NULL where no format has this name. */
const struct report_format *report_formats_find(struct slice name);
/* All but for NULL at index's end. */
const struct report_format *report_formats_at(size_t index);
/* "text, json, … or rdjson". */
void report_formats_put_names(struct buf *out);
/* The text that people read while a run goes on. */
bool report_format_is_text(const struct report_format *format);
/* The one that GitHub reads from standard output, with a summary of the step beside. */
bool report_format_is_github(const struct report_format *format);
