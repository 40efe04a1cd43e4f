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
    buf_put_string(
        out, "lang: en-GB\npage: a4\nlandscape: no\nlanguages: none\n"
             "theme: {size: 12, table_size: 12, leading: 130, margin_side: 31, margin_top: 14, "
             "margin_bottom: 18}\n");
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

/* ---- criteria of which one thing is to be said, and the same of many */

static bool applies(const struct evidence *evidence, size_t entry)
{
    for (size_t i = 0; i < evidence->count; i++) {
        const struct evidence_entry *entries = evidence->leaflets[i].entries;
        if (entries && entries[entry].kind != VERDICT_ABSENT)
            return true;
    }
    return false;
}

/* What is said of each criterion of a standard, or NULL: it has a row of its own. */
struct sayings {
    enum standard standard;
    const char **absent; /* why it applies to no leaflet */
    const char **as;     /* the result, where it is a criterion of WCAG, too */
};

static struct sayings sayings_of(const struct evidence *evidence, enum standard standard,
                                 struct arena *arena)
{
    size_t count = criteria[standard].count, first = evidence_first(standard);
    struct sayings sayings = {standard, ARENA_ARRAY(arena, count, const char *),
                              ARENA_ARRAY(arena, count, const char *)};
    for (size_t i = 0; i < count; i++) {
        const struct criterion *criterion = &criteria[standard].rows[i];
        struct buf text = {0};
        if (criterion->as) {
            sheet_put_result(evidence, first + i, &text);
            sayings.as[i] = buf_keep(&text, arena).ptr;
        } else if (!applies(evidence, first + i)) {
            sheet_put_reason(evidence, criterion, first + i, &text);
            sayings.absent[i] = buf_keep(&text, arena).ptr;
        }
    }
    return sayings;
}

static bool is_said(const char *const *said, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (said[i] && strcmp(said[i], said[at]) == 0)
            return true;
    return false;
}

/* The criteria of which the same is said as of the one at `at`, and what. */
static void put_same(enum standard standard, const char *const *said, size_t at, struct buf *out)
{
    struct buf text = {0};
    for (size_t i = at; i < criteria[standard].count; i++) {
        const struct criterion *criterion = &criteria[standard].rows[i];
        if (said[i] && strcmp(said[i], said[at]) == 0)
            buf_format(&text, "%s%s %s", text.len > 0 ? "; " : "", criterion->id, criterion->name);
    }
    put_cell(out, &text);
    buf_put_string(&text, said[at]);
    put_cell(out, &text);
    buf_put_string(out, "|\n");
    buf_free(&text);
}

static void put_said(enum standard standard, const char *const *said, const char *head,
                     struct buf *out)
{
    bool any = false;
    for (size_t i = 0; i < criteria[standard].count; i++) {
        if (!said[i] || is_said(said, i))
            continue;
        if (!any)
            buf_format(out, "\n%s\n|---|---|\n", head);
        any = true;
        put_same(standard, said, i, out);
    }
}

static void put_rows(const struct evidence *evidence, const struct sayings *sayings,
                     struct buf *out)
{
    enum standard standard = sayings->standard;
    bool any = false;
    for (size_t i = 0; i < criteria[standard].count; i++) {
        if (sayings->absent[i] || sayings->as[i])
            continue;
        if (!any)
            buf_put_string(out, "\n| Criterion | Result | Why |\n|---|---|---|\n");
        any = true;
        put_row(evidence, &criteria[standard].rows[i], evidence_first(standard) + i, out);
    }
    if (any)
        buf_put_string(out, "\n{.row-headers}\n");
}

static void put_standard(const struct evidence *evidence, enum standard standard, struct buf *out)
{
    struct arena arena = {0};
    struct buf text = {0};
    const struct sayings sayings = sayings_of(evidence, standard, &arena);
    buf_put_string(out, "\n## ");
    put_escaped(out, slice_from(criteria_standard_name(standard)));
    buf_put_string(out, "\n\n");
    sheet_put_counts(evidence, standard, &text);
    put_escaped(out, buf_slice(&text));
    buf_put_string(out, "\n");
    put_rows(evidence, &sayings, out);
    put_said(standard, sayings.as, "| As criteria of WCAG above | Result |", out);
    put_said(standard, sayings.absent, "| Does not apply | Why not |", out);
    buf_free(&text);
    arena_free(&arena);
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
