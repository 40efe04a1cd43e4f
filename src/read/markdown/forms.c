#include "read/markdown/forms.h"

#include <string.h>

#include "base/mem.h"
#include "read/markdown/dash_tables.h"
#include "read/markdown/foreign.h"
#include "read/markdown/form.h"
#include "read/markdown/grid_tables.h"
#include "read/markdown/line_marks.h"
#include "read/markdown/lists.h"
#include "read/markdown/loose_tables.h"
#include "read/markdown/markers.h"
#include "read/markdown/pipe_tables.h"
#include "read/markdown/rows.h"
#include "read/markdown/terms.h"
#include "read/markdown/scan.h"

#define CODE 4u /* columns that make indented code */

/* A recogniser: takes the form that begins with the line, of any number of lines: the start of the
 * line behind it. What it does not take: the start of the line itself. */
typedef uint32_t md_form(struct md_forms *forms, const struct md_form_line *line);

/* ---- what is left alone */

static uint32_t skip_fence(const struct md_forms *f, const struct md_form_line *open)
{
    struct slice words = md_form_words(f->text, open);
    uint32_t len = md_form_fence(words), at = open->next;
    while (len > 0 && at < f->text.len) {
        struct md_form_line line = md_form_line_at(f->text, at);
        struct slice inside = md_form_words(f->text, &line);
        uint32_t run = md_run(inside, 0, words.ptr[0]);
        if (line.quotes < open->quotes)
            return at;
        at = line.next;
        if (run >= len && md_skip_blanks(inside, run) == inside.len)
            break;
    }
    return len > 0 ? at : open->start;
}

/* What ends a block of HTML that begins so; NULL: an empty line. */
static const char *html_end(struct slice words)
{
    static const char *const ends[][2] = {{"<!--", "-->"},
                                          {"<pre", "</pre>"},
                                          {"<script", "</script>"},
                                          {"<style", "</style>"},
                                          {"<textarea", "</textarea>"}};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (slice_equal_nocase(slice_sub(words, 0, strlen(ends[i][0])), slice_from(ends[i][0])))
            return ends[i][1];
    return NULL;
}

static bool holds(struct slice line, const char *part)
{
    size_t len = strlen(part);
    for (size_t i = 0; i + len <= line.len; i++)
        if (slice_equal_nocase(slice_sub(line, i, len), (struct slice){part, len}))
            return true;
    return false;
}

/* HTML goes on to its end or to an empty line (CommonMark 0.31, 4.6). */
static uint32_t skip_html(const struct md_forms *f, const struct md_form_line *open)
{
    struct slice words = md_form_words(f->text, open);
    char after = md_at(words, 1);
    uint32_t at = open->start;
    if (md_at(words, 0) != '<' || !(ascii_is_alpha(after) || after == '/' || after == '!'))
        return at;
    const char *end = html_end(words);
    while (at < f->text.len) {
        struct md_form_line line = md_form_line_at(f->text, at);
        struct slice inside = slice_sub(f->text, line.start, line.end - line.start);
        if (!end && md_form_is_blank(&line))
            break;
        at = line.next;
        if (end && holds(inside, end))
            break;
    }
    return at;
}

/* Indented lines, but for lists that were pasted with their indentation, rows with tabs, and names
 * of columns above dashes. */
static uint32_t skip_code(const struct md_forms *f, const struct md_form_line *open)
{
    struct md_form_line line = *open, below = md_form_line_at(f->text, open->next);
    struct md_marker marker = md_marker_read(f->text, open);
    struct slice words = md_form_words(f->text, open);
    bool row = slice_find(words, '\t') < words.len ||
               (below.column < CODE && md_is_dash_runs(f->text, &below));
    if (row || (marker.kind == MD_MARKER_FOREIGN && !marker.weak))
        return open->start;
    bool code = !f->text_above && f->lists.depth == 0 && !md_form_is_blank(open);
    while (code && line.start < f->text.len && (line.column >= CODE || md_form_is_blank(&line)))
        line = md_form_line_at(f->text, line.next > line.start ? line.next : line.end + 1);
    return line.start;
}

static uint32_t skip_verbatim(struct md_forms *f, const struct md_form_line *line)
{
    uint32_t at = skip_fence(f, line);
    at = at > line->start ? at : skip_html(f, line);
    return at > line->start ? at : skip_code(f, line);
}

/* ---- the walk */

/* In this order; a line that none takes is text. */
static md_form *const recognisers[] = {
    skip_verbatim, md_line_mark, md_foreign_line, md_grid_table,  md_pipe_table, md_terms,
    md_list_line,  md_rows,      md_dash_table,   md_loose_table, md_list_lazy};

static uint32_t take_line(struct md_forms *f, uint32_t at)
{
    struct md_form_line line = md_form_line_at(f->text, at);
    for (size_t i = 0; i < sizeof recognisers / sizeof *recognisers; i++) {
        uint32_t next = recognisers[i](f, &line);
        if (next == at)
            continue;
        f->text_above = true;
        if (recognisers[i] != md_list_line && line.column == 0)
            f->lists.depth = 0;
        return next;
    }
    f->text_above = !md_form_is_blank(&line);
    return line.next > at ? line.next : line.end + 1;
}

void md_forms_find(const struct source *source, const struct md_definitions *definitions,
                   struct diag_list *diags, struct md_edits *edits)
{
    struct md_forms f = {
        .base = definitions->base, .source = source, .diags = diags, .edits = edits};
    struct slice body = slice_from_position(source->text, f.base);
    uint32_t at = 0;
    for (size_t cut = 0; cut <= definitions->count; cut++) {
        bool last = cut == definitions->count;
        struct span span = last ? SPAN_NONE : definitions->all[cut]->span;
        uint32_t end = last ? (uint32_t)body.len : md_line_start(body, span.offset - f.base);
        f.text = slice_sub(body, 0, end);
        f.text_above = false;
        f.lists = (struct md_lists){0};
        while (at < end)
            at = take_line(&f, at);
        if (last)
            md_line_marks_end(&f);
        else
            at = md_line_next(body, md_line_end(body, span.offset - f.base + span.len));
    }
}
