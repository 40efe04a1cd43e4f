#include "report/evidence_markdown.h"

#include <string.h>

#include "report/sheet.h"
#include "report/status.h"

/* Text as Markdown that means nothing but itself: every ASCII punctuation that has a meaning is
 * escaped (CommonMark, 2.4). On one line. */
static void put_escaped(struct buf *out, struct slice raw)
{
    struct buf clean = {0};
    diag_put_clean(&clean, raw);
    for (size_t i = 0; i < clean.len; i++) {
        if (strchr("\\`*_{}[]<>#+-!|~$^=@&:/\"'", clean.data[i]))
            buf_put_char(out, '\\');
        buf_put_char(out, clean.data[i]);
    }
    buf_free(&clean);
}

/* In single quotes (YAML 1.2, 7.3.2). */
static void put_value(struct buf *out, const char *key, struct slice raw)
{
    struct buf clean = {0};
    diag_put_clean(&clean, raw);
    buf_format(out, "%s: '", key);
    for (size_t i = 0; i < clean.len; i++) {
        if (clean.data[i] == '\'')
            buf_put_char(out, '\'');
        buf_put_char(out, clean.data[i]);
    }
    buf_put_string(out, "'\n");
    buf_free(&clean);
}

static void put_front(const struct evidence *evidence, struct date_moment today, struct buf *out)
{
    struct buf title = {0};
    char day[STATUS_DAY_SIZE];
    sheet_put_title(evidence, &title);
    buf_put_string(out, "---\n");
    put_value(out, "title", buf_slice(&title));
    buf_put_string(out,
                   "lang: en-GB\npage: a4\nlandscape: no\nlanguages: none\ntheme: {size: 12}\n");
    if (today.year != 0)
        buf_format(out, "published: %s\n", status_day(today.year, today.month, today.day, day));
    buf_put_string(out, "---\n");
    buf_free(&title);
}

static void put_cell(struct buf *out, struct buf *text)
{
    buf_put_string(out, "| ");
    put_escaped(out, buf_slice(text));
    buf_put_char(out, ' ');
    buf_clear(text);
}

static void put_row(const struct evidence *evidence, const struct criterion *criterion,
                    size_t entry, struct buf *out)
{
    struct buf text = {0};
    buf_format(&text, "%s %s", criterion->id, criterion->name);
    if (criterion->level)
        buf_format(&text, " (%s)", criterion->level);
    put_cell(out, &text);
    sheet_put_result(evidence, entry, &text);
    put_cell(out, &text);
    sheet_put_reason(evidence, criterion, entry, &text);
    put_cell(out, &text);
    buf_put_string(out, "|\n");
    buf_free(&text);
}

static void put_standard(const struct evidence *evidence, enum standard standard, struct buf *out)
{
    struct buf text = {0};
    buf_put_string(out, "\n## ");
    put_escaped(out, slice_from(criteria_standard_name(standard)));
    buf_put_string(out, "\n\n");
    sheet_put_counts(evidence, standard, &text);
    put_escaped(out, buf_slice(&text));
    buf_put_string(out, "\n\n| Criterion | Result | Why |\n|---|---|---|\n");
    for (size_t i = 0; i < criteria[standard].count; i++)
        put_row(evidence, &criteria[standard].rows[i], evidence_first(standard) + i, out);
    buf_put_string(out, "\n{.row-headers}\n");
    buf_free(&text);
}

static void put_leaflets(const struct evidence *evidence, struct buf *out)
{
    struct buf line = {0};
    buf_put_string(out, "\n## Leaflets\n\n");
    for (size_t i = 0; i < evidence->count; i++) {
        sheet_put_leaflet(&evidence->leaflets[i], &line);
        buf_put_string(out, "- ");
        put_escaped(out, buf_slice(&line));
        buf_put_char(out, '\n');
        buf_clear(&line);
    }
    buf_free(&line);
}

void evidence_put_markdown(const struct evidence *evidence, struct date_moment today,
                           struct buf *out)
{
    put_front(evidence, today, out);
    for (size_t i = 0; i < SHEET_PARAGRAPHS; i++) {
        buf_put_char(out, '\n');
        put_escaped(out, slice_from(sheet_paragraphs[i]));
        buf_put_char(out, '\n');
    }
    if (evidence_refused(evidence) < evidence->count)
        for (size_t i = 0; i < STANDARD_COUNT; i++)
            put_standard(evidence, (enum standard)i, out);
    put_leaflets(evidence, out);
}
