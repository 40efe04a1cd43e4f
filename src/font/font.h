/* Faces: coverage, fallback, shaping and subsetting, by HarfBuzz (the only folder that touches
 * it). A font_set belongs to one thread and is kept across the leaflets of a batch; it owns the
 * faces and a cache of shaped words. Layers 3 and up; style/ names families by string.
 *
 * Faces are numbered by their place in the manifest (then theme fonts), never by the order of use,
 * so outputs do not depend on what was built before. Widths and offsets are in font units; layout/
 * scales them (1/1024 pt = units * size / units_per_em, rounded). */
#pragma once

#include "font/coverage.h"
#include "font/metrics.h"
#include "font/set.h"
#include "font/shape.h"
#include "font/subset.h"
