#include "read/markdown/line_marks.h"

#include <string.h>

#include "read/markdown/callouts.h"
#include "read/markdown/scan.h"

#define COMMENT "<!-- -->"
#define BODY    4u /* columns that the body of a box is indented, and code too */

static bool is_one_of(struct slice words, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slice_equal_nocase(words, slice_from(names[i])))
            return true;
    return false;
}

bool md_is_page_comment(struct slice words)
{
    static const char *const names[] = {"pagebreak", "page-break", "page break", "newpage",
                                        "new page",  "nextpage",   "page"};
    return is_one_of(slice_trim(words), names, sizeof names / sizeof *names);
}

/* ---- marks in the copy */

/* Puts a comment in the place of bytes start to end. */
static struct md_mark *put_mark(struct md_forms *f, enum md_mark_kind kind, uint32_t start,
                                uint32_t end, struct slice ours)
{
    struct md_mark *mark = ARENA_NEW(f->edits->arena, struct md_mark);
    *mark = (struct md_mark){.kind = kind, .start = f->base + start, .end = f->base + end};
    md_edit_add(f->edits, start, end, ours)->mark = mark;
    return mark;
}

static struct md_mark *put_line(struct md_forms *f, enum md_mark_kind kind,
                                const struct md_form_line *line)
{
    return put_mark(f, kind, line->at, line->end, SLICE_LIT(COMMENT));
}

static void tell(struct md_mark *mark, enum diag_code code, const char *message, const char *hint)
{
    mark->code = code;
    mark->message = message;
    mark->hint = hint;
}

/* ---- page breaks, contents, attributes */

static bool is_page_break(struct slice words)
{
    static const char *const names[] = {"\\newpage",     "\\pagebreak",       "\\clearpage",
                                        "[pagebreak]",   "{pagebreak}",       "{{pagebreak}}",
                                        "[[pagebreak]]", "{{< pagebreak >}}", "<<<",
                                        "\\newpage{}",   "\\pagebreak{}"};
    return is_one_of(words, names, sizeof names / sizeof *names);
}

static bool is_contents(struct slice words)
{
    static const char *const names[] = {
        "[toc]", "[[toc]]", "[[_toc_]]", "{:toc}",    "{{toc}}",          "{{< toc >}}",
        "{toc}", "${toc}",  "@[toc]",    "[[_toc_]]", "\\tableofcontents"};
    return is_one_of(words, names, sizeof names / sizeof *names);
}

/* `{: .note #dose}` alone on its line: attributes of the block beside it, as kramdown has them. */
static bool is_attributes(struct slice words)
{
    return words.len > 3 && slice_starts(words, "{:") && slice_ends(words, "}") &&
           memchr(words.ptr + 1, '{', words.len - 1) == NULL && !ascii_is_alnum(words.ptr[2]);
}

/* Alone on its line, below a table. */
static bool is_row_headers(struct slice words)
{
    static const char *const names[] = {"{.row-headers}", "{: .row-headers}", "{:.row-headers}",
                                        "{row-headers}"};
    return is_one_of(words, names, sizeof names / sizeof *names);
}

bool md_line_is_attributes(struct slice words)
{
    words = slice_trim(words);
    return is_row_headers(words) || is_attributes(words);
}

/* ---- boxes */

/* The word that names a box, behind its colons or exclamation marks: `warning`, `{.warning}`. */
static struct slice box_name(struct slice words, uint32_t at, uint32_t *end)
{
    bool braces = md_at(words, at) == '{';
    uint32_t start = at + braces;
    start += braces && (md_at(words, start) == '.' || md_at(words, start) == '#');
    uint32_t len = md_run_word(words, start, "-_");
    *end = start + len;
    if (braces)
        *end += (uint32_t)slice_find(slice_from_position(words, *end), '}') + 1;
    *end = *end < words.len ? *end : (uint32_t)words.len;
    return slice_sub(words, start, len);
}

/* The title without its quotes or brackets, and without colons at its end. */
static struct slice box_title(struct slice text)
{
    text = slice_trim(text);
    while (text.len > 0 && text.ptr[text.len - 1] == ':')
        text = slice_trim(slice_sub(text, 0, text.len - 1));
    bool quoted = text.len > 1 && (slice_starts(text, "\"") || slice_starts(text, "["));
    return quoted ? slice_sub(text, 1, text.len - 2) : text;
}

static void tell_box(struct md_forms *f, struct md_mark *mark, struct slice name)
{
    tell(mark, DIAG_CODE_MARK_UNKNOWN,
         arena_format(f->edits->arena,
                      "this line of another tool is left out: there is no box \"%.*s%s\"",
                      DIAG_SHOWN(name)),
         "for a box write > [!NOTE] and > before each of its lines; the others are [!EMERGENCY], "
         "[!URGENT], [!ROUTINE], [!TIP], [!IMPORTANT], [!WARNING], [!CAUTION], [!DO] and [!DONT]");
}

/* Opens a box if its kind is known; if not, its line is left out and its words stay. NULL: neither,
 * as its title would vanish. */
static const struct md_mark *open_box(struct md_forms *f, const struct md_form_line *line,
                                      struct slice words, uint32_t at)
{
    enum callout_kind kind;
    uint32_t end;
    struct slice name = box_name(words, at, &end);
    struct slice title = box_title(slice_from_position(words, end));
    bool known = md_callout_find(name, &kind);
    if (!known && title.len > 0)
        return NULL;
    struct md_mark *mark = put_line(f, known ? MD_MARK_BOX : MD_MARK_LEFT_OUT, line);
    mark->callout = kind;
    mark->title = title;
    if (title.len > 0) {
        mark->start = md_place(f->source->text, title.ptr, title.len);
        mark->end = mark->start + (uint32_t)title.len;
    }
    if (!known)
        tell_box(f, mark, name);
    return mark;
}

/* `:::warning Title` … `:::`, of pandoc, Docusaurus and others. */
static bool take_colons(struct md_forms *f, const struct md_form_line *line, struct slice words)
{
    uint32_t run = md_run(words, 0, ':'), at = md_skip_blanks(words, run);
    if (run < 3 || (at < words.len && !ascii_is_alpha(words.ptr[at]) && words.ptr[at] != '{'))
        return false;
    if (at < words.len) {
        if (f->box_depth == MD_MAX_BOXES)
            return false;
        f->boxes[f->box_depth].mark = open_box(f, line, words, at);
        f->boxes[f->box_depth++].line = *line;
    } else if (f->box_depth > 0) {
        const struct md_mark *opening = f->boxes[--f->box_depth].mark;
        bool known = opening && opening->kind == MD_MARK_BOX;
        struct md_mark *mark = put_line(f, known ? MD_MARK_BOX_END : MD_MARK_LEFT_OUT, line);
        mark->opening = opening;
        if (known)
            tell(mark, DIAG_CODE_MARK_UNKNOWN,
                 "this line is left out: the box that it would end is not open here", "delete it");
    } else {
        return false;
    }
    return true;
}

/* The body goes to where the line that opens the box stands: what is more than that is taken off
 * its lines. The line behind it, or that of the box itself where it has none. */
static struct md_form_line take_body(struct md_forms *f, const struct md_form_line *line)
{
    struct md_form_line last = *line;
    uint32_t inside = line->column + BODY, indent, kept;
    for (uint32_t next = line->next; next < f->text.len && next > last.start;) {
        struct slice whole = md_line(f->text, next);
        uint32_t from = next + md_skip_indent(whole, line->quotes, line->column, &kept);
        uint32_t at = next + md_skip_indent(whole, line->quotes, inside, &indent);
        struct md_form_line inner = md_form_line_at(f->text, next);
        if (!md_form_is_blank(&inner) && indent < inside)
            break;
        if (!md_form_is_blank(&inner)) {
            md_edit_add(f->edits, from, at, SLICE_EMPTY);
            last = inner;
        }
        next = inner.next > next ? inner.next : inner.end + 1;
    }
    return last;
}

/* `!!! warning "Title"` with an indented body, of MkDocs: its lines lose the indent, and behind the
 * last of them the box ends, in the quotes and the item that it stands in. */
static uint32_t take_admonition(struct md_forms *f, const struct md_form_line *line,
                                struct slice words)
{
    uint32_t at = md_skip_blanks(words, md_run(words, 0, words.ptr[0])), name_end;
    enum callout_kind kind;
    const struct md_mark *opening;
    if (!ascii_is_alpha(md_at(words, at)) ||
        !md_callout_find(box_name(words, at, &name_end), &kind) ||
        (opening = open_box(f, line, words, at)) == NULL)
        return line->start;
    struct md_form_line last = take_body(f, line);
    if (last.next == last.end)
        return last.end + 1;
    struct slice in = slice_sub(f->text, line->start, line->at - line->start);
    const char *end = arena_format(f->edits->arena, "\n%.*s\n%.*s" COMMENT "\n%.*s\n",
                                   SLICE_ARGS(in), SLICE_ARGS(in), SLICE_ARGS(in));
    put_mark(f, MD_MARK_BOX_END, last.end, last.next, slice_from(end))->opening = opening;
    return last.next;
}

/* ---- all */

static void take_contents(struct md_forms *f, const struct md_form_line *line)
{
    tell(put_line(f, MD_MARK_LEFT_OUT, line), DIAG_CODE_MARK_UNKNOWN,
         "this line is left out: the headings make the outline of the PDF and the contents of the "
         "EPUB by themselves",
         "delete it");
}

static void take_attributes(struct md_forms *f, const struct md_form_line *line)
{
    tell(put_line(f, MD_MARK_LEFT_OUT, line), DIAG_CODE_ATTRIBUTE_UNUSED,
         "words in braces like these are not understood, so this line is left out",
         "delete it; for a box write > [!NOTE]");
}

uint32_t md_line_mark(struct md_forms *f, const struct md_form_line *line)
{
    struct slice words = slice_trim(md_form_words(f->text, line));
    bool taken = true;
    if (words.len == 0 || !strchr(":!?\\[{<$@", words.ptr[0]) || md_form_indent(f, line) >= BODY)
        return line->start;
    if (is_page_break(words)) {
        put_line(f, MD_MARK_PAGE_BREAK, line);
    } else if (is_contents(words)) {
        take_contents(f, line);
    } else if (is_row_headers(words)) {
        put_line(f, MD_MARK_ROW_HEADERS, line);
    } else if (is_attributes(words)) {
        take_attributes(f, line);
    } else if (slice_starts(words, "!!!") || slice_starts(words, "???")) {
        return take_admonition(f, line, words);
    } else {
        taken = take_colons(f, line, words);
    }
    return taken ? (line->next > line->start ? line->next : line->end + 1) : line->start;
}

void md_line_marks_end(struct md_forms *f)
{
    while (f->box_depth > 0) {
        const struct md_form_line *line = &f->boxes[--f->box_depth].line;
        diag_add(f->diags, DIAG_CODE_MARKUP_UNCLOSED, md_form_span(f, line->at, line->end),
                 "write ::: on a line of its own where it ends",
                 "the box that begins here has no end: all that follows stands in it");
    }
}
