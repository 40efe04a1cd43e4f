#include "read/markdown/foreign.h"

#include <string.h>

#include "read/markdown/callouts.h"
#include "read/markdown/scan.h"

#define CODE 4u /* columns that make indented code, where no text stands above */

static const char *const write_box =
    "for a box write > [!WARNING] below an empty line, and > before each of its lines";

static void tell(struct md_forms *f, const struct md_form_line *line, enum diag_code code,
                 const char *hint, const char *message)
{
    diag_add(f->diags, code, md_form_span(f, line->at, line->end), hint, "%s", message);
}

/* ---- boxes */

/* A name that stands at `at`, behind blanks and a brace, and is one of a box. */
static bool is_box_at(struct slice words, uint32_t at)
{
    enum callout_kind kind;
    at = md_skip_blanks(words, at);
    while (md_at(words, at) == '{' || md_at(words, at) == '.')
        at++;
    return md_callout_find(slice_sub(words, at, md_run_word(words, at, "-_")), &kind);
}

/* `!!! warning` and `:::warning` so far in that they go on with the text above (CommonMark 0.31,
 * 4.8). */
static bool is_indented_box(const struct md_forms *f, const struct md_form_line *line,
                            struct slice words)
{
    static const char *const marks[] = {"!!!", "???", ":::"};
    if (!f->text_above || md_form_indent(f, line) < CODE)
        return false;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_starts(words, marks[i]) && is_box_at(words, md_run(words, 0, words.ptr[0])))
            return true;
    return false;
}

/* `.. warning::` of reStructuredText, `!> …` and `?> …` of docsify, `/// warning` of PyMdown. */
static bool is_foreign_box(struct slice words)
{
    uint32_t run = md_run(words, 0, words.ptr[0]);
    if (slice_starts(words, ".. ")) {
        uint32_t at = md_skip_blanks(words, 3), end = at + md_run_word(words, at, "-_");
        return end > at && slice_starts(slice_from_position(words, end), "::");
    }
    if (slice_starts(words, "///"))
        return run >= 3 && is_box_at(words, run);
    return slice_starts(words, "!> ") || slice_starts(words, "?> ");
}

/* ---- tabs */

/* `=== "Title"` of PyMdown. */
static bool is_tab(struct slice words)
{
    return slice_starts(words, "=== \"") || slice_starts(words, "===! \"") ||
           slice_starts(words, "===+ \"");
}

uint32_t md_foreign_line(struct md_forms *f, const struct md_form_line *line)
{
    struct slice words = slice_trim(md_form_words(f->text, line));
    if (words.len == 0 || !strchr(".!?:/=", words.ptr[0]))
        return line->start;
    if (is_indented_box(f, line, words))
        tell(f, line, DIAG_CODE_CALLOUT_UNMARKED, write_box,
             "with so many blanks before it this mark of a box goes on with the text above, so it "
             "prints as it stands");
    else if (is_foreign_box(words))
        tell(f, line, DIAG_CODE_CALLOUT_UNMARKED, write_box,
             "this mark of another tool makes no box here, so it prints as it stands");
    else if (is_tab(words))
        tell(f, line, DIAG_CODE_MARK_UNKNOWN,
             "write the title as a heading, ## Title, and what follows it without blanks at the "
             "lines' starts",
             "this mark of another tool makes no tab here, so it prints as it stands");
    return line->start;
}
