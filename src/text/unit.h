/* Units of measure, and what doses are counted in: the one table of them. Layers 2 and up. */
#pragma once

#include <stdbool.h>

#include "base/slice.h"

/* What a unit is for those who look at how doses are written. */
enum unit_kind {
    UNIT_NONE,
    UNIT_WEIGHT,    /* mg, g, kg, ng, mmol */
    UNIT_MICROGRAM, /* µg, mcg, ug */
    UNIT_VOLUME,    /* ml, l */
    UNIT_UNITS,     /* U, IU */
    UNIT_LENGTH,    /* mm, cm, m, km */
    UNIT_WORD       /* written out: "milligrams", "micrograms", "units" */
};

/* Who knows a unit. */
enum unit_use {
    UNIT_OF_TABLES = 1, /* behind amounts in the cells of tables, in letters of any case: a symbol
                           that is the same in most languages, a currency's, and what careful
                           writers do not abbreviate */
    UNIT_KEPT = 2,      /* the blank between it and its number must not end a line */
    UNIT_OF_DOSES = 4   /* a number with it in a note is a dose, in letters of any case */
};

struct unit {
    const char *name; /* NULL: behind the last */
    unsigned uses;
    enum unit_kind kind;
    bool any_case; /* of the kind: also in other letters */
};

extern const struct unit unit_table[];

/* The next row from `unit` on with the use, or NULL. */
const struct unit *unit_with(const struct unit *unit, enum unit_use use);
/* What kind of unit the whole word is; UNIT_NONE: none. */
enum unit_kind unit_kind_of(struct slice word);
/* True if the whole word is a unit of tables. */
bool unit_is_of_tables(struct slice word);
