/* Embedding levels (UAX #9) and scripts (UAX #24). Layers 2 and up. */
#pragma once

#include "base/arena.h"
#include "text/analysis.h"

/* Levels and scripts by ICU, for engine->units; only text/ calls it. */
struct text_engine;
void text_runs_icu(struct text_engine *engine, enum text_direction direction, struct arena *arena,
                   struct text_analysis *out);

/* Visual order of count items by their levels (UAX #9 rule L2): order[visual] = logical. */
void text_visual_order(const uint8_t *levels, uint32_t count, uint32_t *order);
