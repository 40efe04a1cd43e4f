/* The fixed texts of the command: help and the starter leaflet. Only cli/ includes it. */
#pragma once

#include "base/buf.h"

/* Help for a command's name; NULL or an unknown name: the overview. */
void texts_put_help(struct buf *out, const char *topic);
/* What --to takes: "pdf, epub or pdf,epub". */
void texts_put_formats(struct buf *out);

extern const char texts_starter[];
