/* What front matter and settings may hold, as a JSON Schema (draft 07) for editors: made from the
 * tables that leafset reads by. cli/ and tests. */
#pragma once

#include <stdbool.h>

#include "base/buf.h"

/* Puts the schema of a leaflet's front matter or, with settings, of clinic.yml. */
void schema_put(bool settings, struct buf *out);
