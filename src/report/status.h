/* The table of a library's leaflets: what each is, when it must be looked at again, how hard it is
 * to read and what check finds. Rows are filled by build/, which shows and owns them. */
#pragma once

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "doc/meta.h"

struct reading_section {
    const char *heading; /* NULL: what stands before the first */
    int32_t value, age;  /* hundredths */
};

/* By which formula, and what it gives; formula NULL: nothing was measured. */
struct reading {
    const char *formula;
    int32_t value; /* hundredths */
    int32_t age;   /* hundredths of a year; 0: the formula tells none */
    uint32_t words, sentences;
    const struct reading_section *sections;
    uint32_t section_count;
};

/* What the last run told of the same leaflet. */
struct status_before {
    const char *day;     /* "2026-10-01"; NULL: nothing */
    const char *formula; /* "": nothing was measured */
    int32_t value, age;  /* as of struct reading */
    int64_t errors, warnings, notes;
};

struct status_row {
    const char *path;                                       /* as it is named on the command line */
    const char *reference, *title, *version, *owner, *lang; /* NULL: not given, as with dates */
    enum meta_status status;
    struct meta_date published, reviewed, next_review;
    bool has_days;
    int64_t days_left; /* has_days; below 0: overdue by so many */
    struct reading reading;
    size_t errors, warnings, notes;
    struct status_before before;
};

/* Zero-initialise; strings live in the arena. */
struct status_table {
    struct arena arena;
    struct date_moment today; /* year 0: not known, and no row has days */
    bool compared;            /* with a history */
    struct status_row *rows;
    size_t count, cap;
};

/* Works out the days left and sorts: overdue leaflets first, then by the days left, then those
 * without a date; what is equal by path. */
void status_sort(struct status_table *table);
/* True where then and now the same formula was used; and told an age. */
bool status_has_reading_change(const struct status_row *row);
bool status_has_age_change(const struct status_row *row);
/* How many are overdue. */
size_t status_overdue(const struct status_table *table);
void status_free(struct status_table *table);

/* "2026-11-28", "2026-11", or "" where there is none; into the buffer, which it returns. */
#define STATUS_DAY_SIZE 16
const char *status_day(int year, int month, int day, char out[STATUS_DAY_SIZE]);
/* "draft", "final", or NULL. */
const char *status_name(enum meta_status status);
