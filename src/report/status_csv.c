#include "report/status_csv.h"

#include "report/csv.h"

static void put_date(struct csv *csv, struct meta_date date)
{
    char day[STATUS_DAY_SIZE];
    csv_text(csv, status_day(date.year, date.month, date.day, day));
}

static void put_reading(struct csv *csv, const struct reading *reading)
{
    csv_text(csv, reading->formula);
    if (!reading->formula) {
        for (int i = 0; i < 4; i++)
            csv_text(csv, NULL);
        return;
    }
    csv_hundredths(csv, reading->value);
    if (reading->age > 0)
        csv_hundredths(csv, reading->age);
    else
        csv_text(csv, NULL);
    csv_number(csv, reading->words);
    csv_number(csv, reading->sentences);
}

#define CHANGES 6 /* columns */

/* Numbers only between two of the same kind. */
static void put_change(struct csv *csv, const struct status_row *row)
{
    const struct status_before *before = &row->before;
    csv_text(csv, before->day);
    if (status_has_reading_change(row))
        csv_hundredths(csv, row->reading.value - before->value);
    else
        csv_text(csv, NULL);
    if (status_has_age_change(row))
        csv_hundredths(csv, row->reading.age - before->age);
    else
        csv_text(csv, NULL);
    if (!before->day) {
        for (int i = 0; i < 3; i++)
            csv_text(csv, NULL);
        return;
    }
    csv_number(csv, (int64_t)row->errors - before->errors);
    csv_number(csv, (int64_t)row->warnings - before->warnings);
    csv_number(csv, (int64_t)row->notes - before->notes);
}

static void put_row(struct csv *csv, const struct status_row *row, bool compared)
{
    csv_text(csv, row->path);
    csv_text(csv, row->reference);
    csv_text(csv, row->title);
    csv_text(csv, row->version);
    csv_text(csv, status_name(row->status));
    csv_text(csv, row->owner);
    csv_text(csv, row->lang);
    put_date(csv, row->published);
    put_date(csv, row->reviewed);
    put_date(csv, row->next_review);
    if (row->has_days)
        csv_number(csv, row->days_left);
    else
        csv_text(csv, NULL);
    csv_text(csv, !row->has_days ? NULL : row->days_left < 0 ? "yes" : "no");
    put_reading(csv, &row->reading);
    csv_number(csv, (int64_t)row->errors);
    csv_number(csv, (int64_t)row->warnings);
    csv_number(csv, (int64_t)row->notes);
    if (compared)
        put_change(csv, row);
    csv_end(csv);
}

void status_put_csv(const struct status_table *table, struct buf *out)
{
    static const char *const headings[] = {
        "path",        "reference",      "title",      "version",       "status",
        "owner",       "language",       "published",  "reviewed",      "next_review",
        "days_left",   "overdue",        "formula",    "reading",       "age",
        "words",       "sentences",      "errors",     "warnings",      "notes",
        "since",       "reading_change", "age_change", "errors_change", "warnings_change",
        "notes_change"};
    size_t count = sizeof headings / sizeof *headings;
    struct csv csv = {out, false};
    for (size_t i = 0; i < (table->compared ? count : count - CHANGES); i++)
        csv_text(&csv, headings[i]);
    csv_end(&csv);
    for (size_t i = 0; i < table->count; i++)
        put_row(&csv, &table->rows[i], table->compared);
}
