#include "report/history.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "report/csv.h"

enum history_cell {
    CELL_DATE,
    CELL_PATH,
    CELL_REFERENCE,
    CELL_VERSION,
    CELL_FORMULA,
    CELL_READING,
    CELL_AGE,
    CELL_WORDS,
    CELL_ERRORS,
    CELL_WARNINGS,
    CELL_NOTES,
    CELL_SECTIONS,
    CELL_COUNT
};

static const char *const headings[CELL_COUNT] = {
    [CELL_DATE] = "date",         [CELL_PATH] = "path",       [CELL_REFERENCE] = "reference",
    [CELL_VERSION] = "version",   [CELL_FORMULA] = "formula", [CELL_READING] = "reading",
    [CELL_AGE] = "age",           [CELL_WORDS] = "words",     [CELL_ERRORS] = "errors",
    [CELL_WARNINGS] = "warnings", [CELL_NOTES] = "notes",     [CELL_SECTIONS] = "sections"};

/* "11.20" is 1120; whatever is no number is 0. */
static int32_t hundredths_of(const char *text)
{
    bool negative = *text == '-';
    long value = 0;
    int decimals = -1;
    for (text += negative; *text && value < 10000000; text++) {
        if (*text == '.' && decimals < 0)
            decimals = 0;
        else if (ascii_is_digit(*text) && decimals < 2)
            value = value * 10 + (*text - '0'), decimals += decimals >= 0;
    }
    for (decimals = decimals < 0 ? 0 : decimals; decimals < 2; decimals++)
        value *= 10;
    return (int32_t)(negative ? -value : value);
}

static bool is_heading(const char *const *cells, size_t count)
{
    bool same = count == CELL_COUNT;
    for (size_t i = 0; i < CELL_COUNT && same; i++)
        same = strcmp(cells[i], headings[i]) == 0;
    return same;
}

static void remember(const char *const *cells, struct status_row *row)
{
    row->before = (struct status_before){
        .day = cells[CELL_DATE],
        .formula = cells[CELL_FORMULA],
        .value = hundredths_of(cells[CELL_READING]),
        .age = hundredths_of(cells[CELL_AGE]),
        .errors = atol(cells[CELL_ERRORS]),
        .warnings = atol(cells[CELL_WARNINGS]),
        .notes = atol(cells[CELL_NOTES]),
    };
}

bool history_compare(struct slice text, struct status_table *table)
{
    const char *cells[CELL_COUNT];
    struct map rows = {0};
    table->compared = true;
    if (text.len == 0)
        return true;
    if (!is_heading(cells, csv_read(&text, &table->arena, cells, CELL_COUNT)))
        return false;
    for (size_t i = 0; i < table->count; i++)
        map_put(&rows, slice_from(table->rows[i].path), &table->rows[i]);
    for (;;) {
        struct arena_mark mark = arena_mark_get(&table->arena);
        size_t count = csv_read(&text, &table->arena, cells, CELL_COUNT);
        struct status_row *row =
            count == CELL_COUNT ? map_get(&rows, slice_from(cells[CELL_PATH])) : NULL;
        if (row)
            remember(cells, row);
        else
            arena_reset(&table->arena, mark);
        if (count == 0)
            break;
    }
    map_free(&rows);
    return true;
}

/* "Before: 9.10; What is it?: 11.30" */
static const char *sections_of(const struct reading *reading, struct buf *out)
{
    struct csv value = {out, false};
    for (uint32_t i = 0; i < reading->section_count; i++) {
        const struct reading_section *section = &reading->sections[i];
        buf_format(out, "%s%s: ", i > 0 ? "; " : "", section->heading ? section->heading : "-");
        value.follows = false;
        csv_hundredths(&value, section->value);
    }
    return out->data;
}

static void put_row(struct csv *csv, const char *day, const struct status_row *row)
{
    const struct reading *reading = &row->reading;
    struct buf sections = {0};
    csv_text(csv, day);
    csv_text(csv, row->path);
    csv_text(csv, row->reference);
    csv_text(csv, row->version);
    csv_text(csv, reading->formula);
    if (reading->formula)
        csv_hundredths(csv, reading->value);
    else
        csv_text(csv, NULL);
    if (reading->age > 0)
        csv_hundredths(csv, reading->age);
    else
        csv_text(csv, NULL);
    csv_number(csv, reading->words);
    csv_number(csv, (int64_t)row->errors);
    csv_number(csv, (int64_t)row->warnings);
    csv_number(csv, (int64_t)row->notes);
    csv_text(csv, sections_of(reading, &sections));
    csv_end(csv);
    buf_free(&sections);
}

static int by_path(const void *a, const void *b)
{
    const struct status_row *const *left = a, *const *right = b;
    return strcmp((*left)->path, (*right)->path);
}

void history_put(struct slice text, const struct status_table *table, struct buf *out)
{
    char day[STATUS_DAY_SIZE];
    struct csv csv = {out, false};
    status_day(table->today.year, table->today.month, table->today.day, day);
    if (text.len == 0) {
        for (size_t i = 0; i < CELL_COUNT; i++)
            csv_text(&csv, headings[i]);
        csv_end(&csv);
    } else if (text.ptr[text.len - 1] != '\n') {
        csv_end(&csv); /* an editor has taken the last line's end */
    }
    const struct status_row **rows = mem_calloc(table->count + 1, sizeof *rows);
    for (size_t i = 0; i < table->count; i++)
        rows[i] = &table->rows[i];
    qsort(rows, table->count, sizeof *rows, by_path);
    for (size_t i = 0; i < table->count; i++)
        put_row(&csv, day, rows[i]);
    mem_free(rows);
}
