/* A text in UTF-16, as ICU wants it. Only text/ includes it. */
#ifndef TEXT_UNITS_H
#define TEXT_UNITS_H

#include "base/slice.h"
#include "text/engine.h"

/* Fills engine->units and offsets. */
void text_units_fill(struct text_engine *engine, struct slice text);

/* The code point at *at of well-formed UTF-16; moves *at past it. */
uint32_t text_unit_next(const UChar *units, int32_t count, int32_t *at);

#endif
