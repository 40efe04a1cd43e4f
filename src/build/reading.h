/* How hard a leaflet is to read, for the table of leaflets. Only build/. */
#pragma once

#include "prose/passage.h"
#include "report/status.h"

/* By the first formula of the leaflet's language; what it points at lives in the arena. */
void reading_measure(const struct prose *prose, struct arena *arena, struct reading *out);
/* Copies into the arena what it points at. */
void reading_keep(struct reading *reading, struct arena *arena);
