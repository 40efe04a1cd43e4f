#include "report/github.h"

#include <string.h>

#include "base/utf8.h"

/* By the toolkit's rules: in the message % and line ends, in a property : and , as well. */
static void put_escaped(struct buf *out, const char *string, bool property)
{
    struct slice text = slice_from(string);
    for (size_t pos = 0; pos < text.len;) {
        bool good = utf8_check(slice_sub(text, pos, 4)) > 0;
        uint32_t c = good ? utf8_next(text, &pos) : 0xfffd;
        pos += !good;
        if (c == '%' || c < 0x20 || c == 0x7f || (property && (c == ':' || c == ',')))
            buf_format(out, "%%%02X", (unsigned)c);
        else
            buf_put_utf8(out, c);
    }
}

static void put_property(struct buf *out, char before, const char *name, const char *value)
{
    buf_format(out, "%c%s=", before, name);
    put_escaped(out, value, true);
}

/* Columns go only with a place on one line. */
static void put_place(struct buf *out, const struct finding *finding)
{
    if (finding->start.line == 0)
        return;
    buf_format(out, ",line=%u,endLine=%u,col=%u,endColumn=%u", finding->start.line,
               finding->start.line, finding->start.column, finding->first_end.column);
}

static const char *command_of(enum diag_severity severity)
{
    switch (severity) {
    case DIAG_NOTE: return "notice";
    case DIAG_WARNING: return "warning";
    case DIAG_ERROR: return "error";
    }
    return "";
}

static void put_annotation(struct buf *out, const struct finding *finding)
{
    char before = ' ';
    buf_format(out, "::%s", command_of(finding->severity));
    if (finding->path) {
        put_property(out, before, "file", finding->path);
        put_place(out, finding);
        before = ',';
    }
    put_property(out, before, "title", diag_code_name(finding->code));
    buf_put_string(out, "::");
    put_escaped(out, finding->message, false);
    if (finding->hint) {
        buf_put_string(out, "%0A");
        put_escaped(out, finding->hint, false);
    }
    buf_put_char(out, '\n');
}

static void put_more(struct buf *out, enum diag_severity severity, size_t more)
{
    buf_format(out, "::%s title=leafset::%zu more %s%s: the summary of this step lists them\n",
               command_of(severity), more, finding_severity_name(severity), more == 1 ? "" : "s");
}

void github_put(const struct report_run *run, struct buf *out)
{
    size_t told[DIAG_ERROR + 1] = {0};
    struct arena arena = {0};
    const struct finding **ranked = finding_rank(run->findings, run->finding_count, &arena);
    for (size_t i = 0; i < run->finding_count; i++) {
        enum diag_severity severity = ranked[i]->severity;
        size_t all = run->counts[severity];
        size_t most = all > GITHUB_ANNOTATIONS ? GITHUB_ANNOTATIONS - 1 : all;
        if (told[severity] < most)
            put_annotation(out, ranked[i]);
        else if (told[severity] == most)
            put_more(out, severity, all - most);
        told[severity]++;
    }
    arena_free(&arena);
}

/* In a cell of a table no sign of Markdown or HTML means anything. */
static void put_cell(struct buf *out, const char *string)
{
    struct buf clean = {0};
    diag_put_clean(&clean, slice_from(string));
    for (const char *c = clean.data; c && *c; c++) {
        if (strchr("&<>|`*_[]()~#@!\\:$", *c))
            buf_format(out, "&#%d;", *c);
        else
            buf_put_char(out, *c);
    }
    buf_free(&clean);
}

static void put_row(struct buf *out, const struct finding *finding)
{
    buf_format(out, "| %s | ", finding_severity_name(finding->severity));
    if (finding->path)
        put_cell(out, finding->path);
    if (finding->start.line > 0)
        buf_format(out, "&#58;%u", finding->start.line);
    buf_put_string(out, " | ");
    put_cell(out, finding->message);
    if (finding->hint) {
        buf_put_string(out, "<br>");
        put_cell(out, finding->hint);
    }
    buf_format(out, " | %s |\n", diag_code_name(finding->code));
}

static void put_head(const struct report_run *run, struct buf *out)
{
    buf_format(out, "### leafset %s: %zu leaflet%s, %zu failed\n\n", run->check ? "check" : "build",
               run->leaflet_count, run->leaflet_count == 1 ? "" : "s", run_failures(run));
    run_put_counts(run->counts, out);
    if (run->finding_count == 0)
        buf_put_string(out, "Nothing to tell.");
    if (run->known > 0)
        buf_format(out, "\n%zu in the baseline passed over.", run->known);
    if (run->unchanged > 0)
        buf_format(out, "\n%zu on lines that have not changed passed over.", run->unchanged);
    buf_put_string(out, "\n\n");
}

#define MORE_ROOM 100u /* for the line that says how many rows are left out */

void github_put_summary(const struct report_run *run, size_t most, struct buf *out)
{
    struct arena arena = {0};
    const struct finding **ranked = finding_rank(run->findings, run->finding_count, &arena);
    struct buf text = {0}, row = {0};
    size_t told = 0;
    put_head(run, &text);
    if (run->finding_count > 0)
        buf_put_string(&text, "| | file and line | what | code |\n|---|---|---|---|\n");
    for (; told < run->finding_count; told++) {
        buf_clear(&row);
        put_row(&row, ranked[told]);
        if (text.len + row.len + MORE_ROOM > most)
            break;
        buf_put_slice(&text, buf_slice(&row));
    }
    if (told < run->finding_count)
        buf_format(&text, "\n%zu more are not shown.\n", run->finding_count - told);
    buf_put_char(&text, '\n');
    if (text.len <= most)
        buf_put_slice(out, buf_slice(&text));
    buf_free(&text);
    buf_free(&row);
    arena_free(&arena);
}
