#include "report/status_json.h"

#include "base/version.h"
#include "report/json.h"

static void put_date(struct json *json, const char *key, struct meta_date date)
{
    char day[STATUS_DAY_SIZE];
    json_text_or_null(json, key,
                      date.year ? status_day(date.year, date.month, date.day, day) : NULL);
}

/* In hundredths, as 11.2. */
static void put_decimal(struct json *json, const char *key, int64_t value)
{
    json_fixed(json, key, value, 100, 2);
}

static void put_age(struct json *json, int32_t age)
{
    if (age > 0)
        put_decimal(json, "age", age);
    else
        json_null(json, "age");
}

static void put_reading(struct json *json, const struct reading *reading)
{
    if (!reading->formula) {
        json_null(json, "reading");
        return;
    }
    json_open(json, "reading", '{');
    json_text(json, "formula", reading->formula);
    put_decimal(json, "value", reading->value);
    put_age(json, reading->age);
    json_number(json, "words", reading->words);
    json_number(json, "sentences", reading->sentences);
    json_open(json, "sections", '[');
    for (uint32_t i = 0; i < reading->section_count; i++) {
        json_open(json, NULL, '{');
        json_text_or_null(json, "heading", reading->sections[i].heading);
        put_decimal(json, "value", reading->sections[i].value);
        put_age(json, reading->sections[i].age);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}

static void put_findings(struct json *json, const struct status_row *row)
{
    json_open(json, "findings", '{');
    json_number(json, "errors", row->errors);
    json_number(json, "warnings", row->warnings);
    json_number(json, "notes", row->notes);
    json_close(json, '}');
}

static void put_change(struct json *json, const struct status_row *row)
{
    const struct status_before *before = &row->before;
    if (!before->day) {
        json_null(json, "change");
        return;
    }
    json_open(json, "change", '{');
    json_text(json, "since", before->day);
    if (status_has_reading_change(row))
        put_decimal(json, "reading", row->reading.value - before->value);
    else
        json_null(json, "reading");
    if (status_has_age_change(row))
        put_decimal(json, "age", row->reading.age - before->age);
    else
        json_null(json, "age");
    json_integer(json, "errors", (int64_t)row->errors - before->errors);
    json_integer(json, "warnings", (int64_t)row->warnings - before->warnings);
    json_integer(json, "notes", (int64_t)row->notes - before->notes);
    json_close(json, '}');
}

static void put_row(struct json *json, const struct status_row *row)
{
    json_open(json, NULL, '{');
    json_text(json, "path", row->path);
    json_text_or_null(json, "reference", row->reference);
    json_text_or_null(json, "title", row->title);
    json_text_or_null(json, "version", row->version);
    json_text_or_null(json, "status", status_name(row->status));
    json_text_or_null(json, "owner", row->owner);
    json_text_or_null(json, "language", row->lang);
    put_date(json, "published", row->published);
    put_date(json, "reviewed", row->reviewed);
    put_date(json, "next_review", row->next_review);
    if (row->has_days) {
        json_integer(json, "days_left", row->days_left);
        json_bool(json, "overdue", row->days_left < 0);
    } else {
        json_null(json, "days_left");
        json_null(json, "overdue");
    }
    put_reading(json, &row->reading);
    put_findings(json, row);
    put_change(json, row);
    json_close(json, '}');
}

void status_put_json(const struct status_table *table, struct buf *out)
{
    char day[STATUS_DAY_SIZE];
    const struct date_moment *today = &table->today;
    struct json json = {.out = out};
    json_open(&json, NULL, '{');
    json_number(&json, "version", STATUS_JSON_VERSION);
    json_text(&json, "tool", "leafset " LEAFSET_VERSION);
    json_text_or_null(&json, "today",
                      today->year ? status_day(today->year, today->month, today->day, day) : NULL);
    if (today->year)
        json_number(&json, "overdue", status_overdue(table));
    else
        json_null(&json, "overdue");
    json_open(&json, "leaflets", '[');
    for (size_t i = 0; i < table->count; i++)
        put_row(&json, &table->rows[i]);
    json_close(&json, ']');
    json_close(&json, '}');
}
