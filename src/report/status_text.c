#include "report/status_text.h"

#include "report/columns.h"

/* What is left out first where the terminal is narrow: what the other columns tell nearly as well.
 */
static const struct column columns[] = {
    {"Days left", true, 0, 0},  {"Next review", false, 0, 6}, {"Reference", false, 16, 0},
    {"Title", false, 20, 0},    {"Version", false, 7, 4},     {"Owner", false, 12, 2},
    {"Published", false, 0, 1}, {"Age", true, 0, 5},          {"Err", true, 0, 7},
    {"Warn", true, 0, 7},       {"Notes", true, 0, 3},        {"Since last run", false, 12, 8},
};

#define COLUMN_COUNT (sizeof columns / sizeof *columns)

static void add_number(struct columns *table, int64_t value)
{
    columns_add(table, arena_format(table->arena, "%lld", (long long)value));
}

static void add_date(struct columns *table, struct meta_date date)
{
    char day[STATUS_DAY_SIZE];
    columns_add(table, status_day(date.year, date.month, date.day, day));
}

static const char *days_text(struct arena *arena, const struct status_row *row)
{
    if (!row->has_days)
        return "-";
    if (row->days_left < 0)
        return arena_format(arena, "%lld late", (long long)-row->days_left);
    return arena_format(arena, "%lld", (long long)row->days_left);
}

/* One decimal: more would look as if it were known. */
static const char *age_text(struct arena *arena, const struct reading *reading)
{
    struct buf text = {0};
    if (reading->age <= 0)
        return "-";
    buf_put_fixed(&text, (reading->age + 5) / 10, 10, 1);
    return buf_keep(&text, arena).ptr;
}

static void put_part(struct buf *text, int64_t change, int64_t denominator, const char *what)
{
    if (change == 0)
        return;
    buf_format(text, "%s%s%s", text->len > 0 ? ", " : "", what, change > 0 ? " +" : " ");
    buf_put_fixed(text, change, denominator, 1);
}

static const char *change_text(struct arena *arena, const struct status_row *row)
{
    struct buf text = {0};
    if (!row->before.day)
        return "new";
    if (status_has_age_change(row))
        put_part(&text, row->reading.age - row->before.age, 100, "age");
    else if (status_has_reading_change(row))
        put_part(&text, row->reading.value - row->before.value, 100, "reading");
    put_part(&text, (int64_t)row->errors - row->before.errors, 1, "errors");
    put_part(&text, (int64_t)row->warnings - row->before.warnings, 1, "warnings");
    put_part(&text, (int64_t)row->notes - row->before.notes, 1, "notes");
    if (text.len == 0)
        buf_put_string(&text, "as before");
    return buf_keep(&text, arena).ptr;
}

static void add_row(struct columns *table, const struct status_row *row, bool compared)
{
    struct arena *arena = table->arena;
    columns_add(table, days_text(arena, row));
    add_date(table, row->next_review);
    columns_add(table, row->reference);
    columns_add(table, row->title ? row->title : row->path);
    columns_add(table, row->version);
    columns_add(table, row->owner);
    add_date(table, row->published);
    columns_add(table, age_text(arena, &row->reading));
    add_number(table, (int64_t)row->errors);
    add_number(table, (int64_t)row->warnings);
    add_number(table, (int64_t)row->notes);
    if (compared)
        columns_add(table, change_text(arena, row));
}

static void put_count(struct buf *out, size_t count, const char *what, const char *more)
{
    buf_format(out, "%zu %s%s", count, what, count == 1 ? "" : more);
}

static void put_summary(const struct status_table *table, struct buf *out)
{
    size_t dateless = 0, errors = 0, warnings = 0, notes = 0;
    for (size_t i = 0; i < table->count; i++) {
        const struct status_row *row = &table->rows[i];
        dateless += row->next_review.year == 0;
        errors += row->errors;
        warnings += row->warnings;
        notes += row->notes;
    }
    put_count(out, table->count, "leaflet", "s");
    if (table->today.year != 0) {
        char day[STATUS_DAY_SIZE];
        status_day(table->today.year, table->today.month, table->today.day, day);
        buf_format(out, ": %zu overdue on %s, ", status_overdue(table), day);
    } else {
        buf_put_string(out, ": ");
    }
    buf_format(out, "%zu without a next review; ", dateless);
    put_count(out, errors, "error", "s");
    buf_put_string(out, ", ");
    put_count(out, warnings, "warning", "s");
    buf_put_string(out, ", ");
    put_count(out, notes, "note", "s");
    buf_put_char(out, '\n');
}

void status_put_text(const struct status_table *from, uint32_t width, struct buf *out)
{
    struct arena arena = {0};
    struct columns table = {
        .arena = &arena, .columns = columns, .column_count = COLUMN_COUNT - !from->compared};
    for (size_t i = 0; i < from->count; i++)
        add_row(&table, &from->rows[i], from->compared);
    columns_put(&table, width, out);
    put_summary(from, out);
    columns_free(&table);
    arena_free(&arena);
}
