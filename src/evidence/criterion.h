/* A row of the tables of criteria (evidence/criteria.h). Types only; evidence/ and, through
 * criteria.h, what stands above it. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

/* What a leaflet may have. */
enum feature {
    FEATURE_PICTURES = 1 << 0,   /* photographs, drawings, the logo */
    FEATURE_DECORATIVE = 1 << 1, /* of them such as their writer says nothing about */
    FEATURE_GRAPHICS = 1 << 2,   /* pictures, QR codes and the signs of boxes */
    FEATURE_TABLES = 1 << 3,
    FEATURE_LISTS = 1 << 4,
    FEATURE_LINKS = 1 << 5,
    FEATURE_OWN_LINKS = 1 << 6, /* of them such as their writer worded */
    FEATURE_NOTES = 1 << 7,
    FEATURE_BLANKS = 1 << 8, /* lines or boxes to fill in by hand */
    FEATURE_MATHS = 1 << 9,  /* an equals sign, a root or the like */
};

enum standard { STANDARD_MATTERHORN, STANDARD_WCAG, STANDARD_EN, STANDARD_COUNT };

#define CRITERION_CODES 8

struct criterion {
    const char *id;       /* "M01", "1.1.1", "10.1.1.1": what judged: names */
    const char *name;     /* the standard's own */
    const char *level;    /* "A", "AA"; NULL: the standard has none */
    const char *as;       /* the id of the row that says all below, or NULL */
    const char *absent;   /* why it does not apply … */
    unsigned needs;       /* … to a leaflet without any of these; 0: to none at all */
    const char *proof;    /* how it is met; beside a question: as far as a program can tell */
    const char *question; /* what a person must judge, or NULL … */
    unsigned asked_of;    /* … of a leaflet with any of these; 0: of each */
    enum diag_code codes[CRITERION_CODES]; /* what is told of a leaflet that does not meet it; the
                                              rest 0. Errors need not be listed: a leaflet with one
                                              has no files */
};

struct criterion_array {
    const struct criterion *rows;
    size_t count;
};
