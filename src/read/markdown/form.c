#include "read/markdown/form.h"

#include "read/markdown/scan.h"

#define TAB_STOP 4u

struct md_form_line md_form_line_at(struct slice text, uint32_t start)
{
    struct md_form_line line = {.start = start, .end = md_line_end(text, start)};
    struct slice whole = slice_sub(text, 0, line.end);
    line.next = md_line_next(text, line.end);
    line.at = md_skip_prefix(whole, start, &line.quotes);
    for (line.blanks = line.at; line.blanks > start && md_is_blank(text.ptr[line.blanks - 1]);)
        line.blanks--;
    if (line.quotes > 0 && line.blanks < line.at && text.ptr[line.blanks] == ' ')
        line.blanks++;
    for (uint32_t i = line.blanks; i < line.at; i++)
        line.column += text.ptr[i] == '\t' ? TAB_STOP - line.column % TAB_STOP : 1;
    return line;
}

bool md_form_is_blank(const struct md_form_line *line)
{
    return line->at == line->end;
}

struct slice md_form_words(struct slice text, const struct md_form_line *line)
{
    return slice_sub(text, line->at, line->end - line->at);
}

uint32_t md_form_indent(const struct md_forms *forms, const struct md_form_line *line)
{
    const struct md_lists *lists = &forms->lists;
    uint32_t depth = lists->quotes == line->quotes ? lists->depth : 0;
    while (depth > 0 && line->column < lists->levels[depth - 1].words)
        depth--;
    return line->column - (depth > 0 ? lists->levels[depth - 1].words : 0);
}

struct span md_form_span(const struct md_forms *forms, uint32_t start, uint32_t end)
{
    return (struct span){forms->source, forms->base + start, end - start};
}

bool md_form_is_placed(const struct md_forms *forms, const struct md_form_line *line)
{
    const struct md_edits *edits = forms->edits;
    return edits->count > 0 && edits->all[edits->count - 1].end > line->blanks;
}

void md_form_part(struct md_forms *forms, const struct md_form_line *line)
{
    if (md_form_is_placed(forms, line))
        return; /* what stands above ends by itself, as code between fences does */
    md_edit_empty_line(forms->edits, line->start,
                       slice_sub(forms->text, line->start, line->blanks - line->start));
}

void md_form_break(struct md_forms *forms, const struct md_form_line *line)
{
    md_edit_add(forms->edits, line->end, line->end, SLICE_LIT("  "));
}

/* ---- blocks that end text */

uint32_t md_form_fence(struct slice words)
{
    char c = md_at(words, 0);
    uint32_t len = c == '`' || c == '~' ? md_run(words, 0, c) : 0;
    bool span = c == '`' && slice_find(slice_from_position(words, len), '`') < words.len - len;
    return len >= 3 && !span ? len : 0;
}

bool md_form_ends_text(struct slice text, const struct md_form_line *line)
{
    struct slice words = md_form_words(text, line);
    uint32_t marks = md_run(words, 0, '#');
    return words.len == 0 || md_form_fence(words) > 0 ||
           (marks > 0 && marks <= 6 && (marks == words.len || md_is_blank(words.ptr[marks])));
}
