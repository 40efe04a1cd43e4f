/* Numbers with units as they stand in a text. Only check/ includes it. */
#pragma once

#include <stdbool.h>

#include "prose/passage.h"
#include "text/unit.h"

struct quantity_found {
    size_t start;          /* of the number: its sign is not part of it */
    size_t end;            /* behind the number */
    size_t point;          /* its decimal sign; end: none */
    size_t unit, unit_end; /* bytes of the unit */
    enum unit_kind kind;   /* UNIT_NONE: nothing known follows */
    bool joined;           /* the unit touches the number */
};

/* The next number at or after from: digits with . or , inside, or a decimal sign first (".5").
 * Numbers inside words ("B12", "SK-014") and with more than one point ("1.0.2") are passed over.
 * Linear in the text. */
bool quantity_next(const struct prose_passage *passage, size_t from, struct quantity_found *found);
