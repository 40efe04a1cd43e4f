/* Where the front matter of a leaflet begins and ends. Only front/. */
#pragma once

#include "base/diag.h"

/* Lines, from 1; the first of the keys, the first behind them, and the first of the body. */
struct fence {
    uint32_t first, end, body;
};

/* Front matter stands between a line --- at the very beginning and a line --- or `...`. What is
 * meant for it and stands or is written otherwise is diagnosed and taken; TOML and JSON are
 * diagnosed and passed over. False: there is none. */
bool fence_find(const struct source *source, struct diag_list *diags, struct fence *out);
