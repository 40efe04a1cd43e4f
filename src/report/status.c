#include "report/status.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static int compare_dates(struct meta_date a, struct meta_date b)
{
    bool none_a = a.year == 0, none_b = b.year == 0;
    if (none_a || none_b)
        return none_a - none_b;
    int64_t days = meta_days_left(
        a, (struct date_moment){.year = b.year,
                                .month = b.month,
                                .day = b.day ? b.day : date_days_in_month(b.year, b.month)});
    return (days > 0) - (days < 0);
}

/* The order of the dates is that of the days left, also where today is not known. */
static int compare_rows(const void *a, const void *b)
{
    const struct status_row *left = a, *right = b;
    int order = compare_dates(left->next_review, right->next_review);
    return order != 0 ? order : strcmp(left->path, right->path);
}

void status_sort(struct status_table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        struct status_row *row = &table->rows[i];
        row->has_days = table->today.year != 0 && row->next_review.year != 0;
        row->days_left = row->has_days ? meta_days_left(row->next_review, table->today) : 0;
    }
    if (table->count > 0)
        qsort(table->rows, table->count, sizeof *table->rows, compare_rows);
}

bool status_has_reading_change(const struct status_row *row)
{
    return row->before.day && row->reading.formula &&
           strcmp(row->reading.formula, row->before.formula) == 0;
}

bool status_has_age_change(const struct status_row *row)
{
    return status_has_reading_change(row) && row->reading.age > 0 && row->before.age > 0;
}

size_t status_overdue(const struct status_table *table)
{
    size_t overdue = 0;
    for (size_t i = 0; i < table->count; i++)
        overdue += table->rows[i].has_days && table->rows[i].days_left < 0;
    return overdue;
}

void status_free(struct status_table *table)
{
    mem_free(table->rows);
    arena_free(&table->arena);
}

const char *status_day(int year, int month, int day, char out[STATUS_DAY_SIZE])
{
    out[0] = '\0';
    if (year != 0 && day != 0)
        snprintf(out, STATUS_DAY_SIZE, "%04d-%02d-%02d", year % 10000, month % 100, day % 100);
    else if (year != 0)
        snprintf(out, STATUS_DAY_SIZE, "%04d-%02d", year % 10000, month % 100);
    return out;
}

const char *status_name(enum meta_status status)
{
    switch (status) {
    case META_STATUS_NONE: return NULL;
    case META_STATUS_DRAFT: return "draft";
    case META_STATUS_FINAL: return "final";
    }
    return NULL;
}
