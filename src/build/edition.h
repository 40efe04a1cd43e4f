/* A way to set a leaflet: read once, it is laid out and written for each of its editions. Types
 * only; build/. */
#pragma once

#include "doc/meta.h"

struct edition {
    const char *suffix;       /* of its files' names, before the ending; "" for the only one */
    struct meta_pairs tokens; /* theme tokens over the leaflet's own */
};
