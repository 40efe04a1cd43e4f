/* Which sections of a leaflet are long. Only layout/ includes it. */
#pragma once

#include "doc/doc.h"
#include "frame/frame.h"

/* "; the longest sections are …" with their lines, as many as there are up to three; "" where the
 * leaflet has no two sections. In the arena. */
const char *sections_longest(const struct frames *frames, const struct doc *doc, unit leading,
                             struct arena *arena);
