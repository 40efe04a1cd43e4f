#include "report/evidence_text.h"

#include "report/columns.h"
#include "report/sheet.h"

#define WIDTH  80u
#define INDENT 4u

/* A paragraph, its lines after the first further in. What comes from leaflets is clean then. */
static void put_wrapped(struct buf *out, struct slice raw, uint32_t first, uint32_t rest)
{
    struct buf clean = {0};
    uint32_t at = first;
    bool begun = false;
    diag_put_clean(&clean, raw);
    for (struct slice text = buf_slice(&clean); text.len > 0;) {
        struct slice word = slice_take(&text, ' ');
        uint32_t width = columns_width(word);
        if (begun && at + 1 + width > WIDTH) {
            buf_put_char(out, '\n');
            at = rest;
            begun = false;
        }
        if (begun)
            buf_put_char(out, ' ');
        else
            buf_format(out, "%*s", (int)at, "");
        buf_put_slice(out, word);
        at += width + begun;
        begun = true;
    }
    buf_put_char(out, '\n');
    buf_free(&clean);
}

static void put_criterion(const struct evidence *evidence, const struct criterion *criterion,
                          size_t entry, struct buf *out)
{
    struct buf line = {0}, reason = {0};
    buf_format(&line, "%s %s", criterion->id, criterion->name);
    if (criterion->level)
        buf_format(&line, " (%s)", criterion->level);
    buf_put_string(&line, ": ");
    sheet_put_result(evidence, entry, &line);
    put_wrapped(out, buf_slice(&line), 0, INDENT);
    sheet_put_reason(evidence, criterion, entry, &reason);
    if (reason.len > 0)
        put_wrapped(out, buf_slice(&reason), INDENT, INDENT);
    buf_free(&line);
    buf_free(&reason);
}

static void put_standard(const struct evidence *evidence, enum standard standard, struct buf *out)
{
    struct buf counts = {0};
    sheet_put_counts(evidence, standard, &counts);
    buf_format(out, "\n%s\n", criteria_standard_name(standard));
    put_wrapped(out, buf_slice(&counts), 0, 0);
    buf_put_char(out, '\n');
    for (size_t i = 0; i < criteria[standard].count; i++)
        put_criterion(evidence, &criteria[standard].rows[i], evidence_first(standard) + i, out);
    buf_free(&counts);
}

static void put_leaflets(const struct evidence *evidence, struct buf *out)
{
    struct buf line = {0};
    buf_put_string(out, "\nLeaflets\n\n");
    for (size_t i = 0; i < evidence->count; i++) {
        buf_clear(&line);
        sheet_put_leaflet(&evidence->leaflets[i], &line);
        put_wrapped(out, buf_slice(&line), 0, INDENT);
    }
    buf_free(&line);
}

void evidence_put_text(const struct evidence *evidence, struct buf *out)
{
    struct buf title = {0};
    sheet_put_title(evidence, &title);
    put_wrapped(out, buf_slice(&title), 0, 0);
    for (size_t i = 0; i < SHEET_PARAGRAPHS; i++) {
        buf_put_char(out, '\n');
        put_wrapped(out, slice_from(sheet_paragraphs[i]), 0, 0);
    }
    if (evidence_refused(evidence) < evidence->count)
        for (size_t i = 0; i < STANDARD_COUNT; i++)
            put_standard(evidence, (enum standard)i, out);
    put_leaflets(evidence, out);
    buf_free(&title);
}
