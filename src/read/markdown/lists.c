#include "read/markdown/lists.h"

#include <string.h>

#include "base/utf8.h"
#include "doc/label.h"
#include "read/markdown/limits.h"
#include "read/markdown/markers.h"
#include "read/markdown/scan.h"
#include "text/chars.h"

#define WRAPPED_BYTES 60u /* a line as long as this may go on in the next */
#define SHORT_BYTES   30u /* and one as short as this does not */
#define MOST_PADDING  4u  /* more blanks behind a marker begin code (CommonMark 0.31, 5.2) */
#define MOST_SIGN     4u  /* bytes of a character */
#define MOST_STEP     2u  /* digits of a step's number; years have more */
#define MOST_COLUMN   3u  /* more columns before one, likewise */

static bool is_ordered(const struct md_list_level *level)
{
    return level->rank == 0;
}

/* ---- company */

/* The label has the form of a list, and is the one behind that number. */
static bool follows(const struct md_marker *m, char delimiter, enum node_numbering numbering,
                    uint32_t number)
{
    return (m->kind == MD_MARKER_LABEL || m->kind == MD_MARKER_NUMBER) &&
           m->delimiter == delimiter && label_value(m->numeral, numbering) == number + 1;
}

/* What is looked for behind the line of a marker. */
struct company {
    const struct md_marker *marker;
    enum node_numbering numbering; /* of a label or number */
    uint32_t number;
};

static bool is_company(const struct md_forms *f, const struct company *wanted,
                       const struct md_marker *m)
{
    const struct md_marker *first = wanted->marker;
    if (first->kind == MD_MARKER_LABEL || first->kind == MD_MARKER_NUMBER)
        return follows(m, first->delimiter, wanted->numbering, wanted->number);
    size_t a = first->start, b = m->start;
    return m->kind == MD_MARKER_FOREIGN && utf8_next(f->text, &a) == utf8_next(f->text, &b);
}

/* True if another item follows, before text that stands on its own. */
static bool has_company(const struct md_forms *f, const struct md_form_line *first,
                        const struct company *wanted)
{
    struct slice text = slice_sub(f->text, 0, first->next + MD_MAX_LOOK_BYTES);
    bool blank = false;
    uint32_t at = first->next;
    for (uint32_t i = 0; i < MD_MAX_LOOK_LINES && at < text.len; i++) {
        struct md_form_line line = md_form_line_at(text, at);
        struct md_marker marker = md_marker_read(text, &line);
        bool text_ends = !md_form_is_blank(&line) && md_form_ends_text(text, &line);
        if (line.quotes != first->quotes || text_ends)
            return false;
        if (marker.kind && is_company(f, wanted, &marker))
            return true;
        if (blank && !marker.kind && !md_form_is_blank(&line) && line.column <= first->column)
            return false;
        blank = md_form_is_blank(&line);
        at = line.next > at ? line.next : line.end + 1;
    }
    return false;
}

/* How a new list counts that begins with this label; false: it is none. */
static bool find_numbering(const struct md_forms *f, const struct md_form_line *line,
                           const struct md_marker *m, struct company *out)
{
    *out = (struct company){m, NODE_DECIMAL, label_value(m->numeral, NODE_DECIMAL)};
    if (m->kind == MD_MARKER_NUMBER)
        return true;
    static const enum node_numbering all[] = {NODE_DECIMAL, NODE_LOWER_ROMAN, NODE_UPPER_ROMAN,
                                              NODE_LOWER_LETTERS, NODE_UPPER_LETTERS};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        *out = (struct company){m, all[i], label_value(m->numeral, all[i])};
        if (out->number > 0 && has_company(f, line, out))
            return true;
    }
    return false;
}

/* ---- levels */

/* How many open lists the column stands inside. */
static uint32_t parents_at(const struct md_lists *l, uint32_t column)
{
    uint32_t depth = l->depth;
    while (depth > 0 && column < l->levels[depth - 1].words)
        depth--;
    return depth;
}

/* The level of the list that a bullet goes on with, or of the new one that it begins; lists pasted
 * without their indentation stand inside one another by the ranks of their bullets. */
static uint32_t bullet_level(const struct md_lists *l, uint32_t rank, uint32_t lowest)
{
    for (uint32_t i = l->depth; i-- > lowest;) {
        const struct md_list_level *level = &l->levels[i];
        if (level->rank == rank)
            return i;
        if (is_ordered(level) ? !l->blank : level->rank < rank)
            return i + 1;
    }
    return lowest;
}

/* The same of a label; *same: it goes on. */
static uint32_t label_level(const struct md_lists *l, const struct md_marker *m, uint32_t lowest,
                            bool *same)
{
    *same = false;
    for (uint32_t i = l->depth; i-- > lowest;) {
        const struct md_list_level *level = &l->levels[i];
        *same = is_ordered(level) && level->foreign &&
                follows(m, level->delimiter, level->numbering, level->number);
        if (*same)
            return i;
    }
    return l->blank ? lowest : l->depth;
}

/* ---- items */

/* Blanks before what stands at `at`, so that it begins at that column of the copy. */
static void put_column(struct md_forms *f, const struct md_form_line *line, uint32_t column)
{
    if (column != line->column)
        md_edit_blanks(f->edits, line->blanks, line->at, column);
}

/* A sign that md4c would take for the marker of a block inside the item. */
static bool is_bare_sign(struct slice text, uint32_t at)
{
    char c = md_at(text, at), after = md_at(text, at + 1);
    return c == '>' || ((c == '-' || c == '+' || c == '#') && md_is_blank(after));
}

static void put_marker(struct md_forms *f, const struct md_form_line *line,
                       const struct md_marker *m, const struct md_list_level *level)
{
    struct arena *arena = f->edits->arena;
    uint32_t padding = level->put_words - level->put_column - (is_ordered(level) ? 2 : 1);
    const char *marker = is_ordered(level) ? "1" : "";
    const char *task = m->task ? arena_format(arena, "[%c] ", m->task) : "";
    put_column(f, line, level->put_column);
    struct md_edit *edit = md_edit_add(
        f->edits, line->at, m->end,
        slice_from(arena_format(arena, "%s%c%*s%s", marker, level->mark, (int)padding, "", task)));
    if (is_ordered(level)) {
        struct md_label *label = ARENA_NEW(arena, struct md_label);
        *label = (struct md_label){level->number, level->numbering, level->delimiter};
        edit->label = label;
    }
    if (is_bare_sign(f->text, m->end))
        md_edit_add(f->edits, m->end, m->end, SLICE_LIT("\\"));
}

/* Where md4c is to see the item, and what it has as its marker. same: of the list at that level. */
static void place(struct md_lists *l, struct md_list_level *item, uint32_t at, bool same)
{
    const struct md_list_level *old = at < l->depth ? &l->levels[at] : NULL;
    const struct md_list_level *parent = at > 0 ? &l->levels[at - 1] : NULL;
    uint32_t len = is_ordered(item) ? 2 : 1, padding = item->words - item->column;
    padding = padding > len + 1 ? padding - len : 1;
    uint32_t top = item->column < MOST_COLUMN ? item->column : MOST_COLUMN;
    item->put_column = same ? old->put_column : parent ? parent->put_words : top;
    item->put_words = item->put_column + len + (padding < MOST_PADDING ? padding : MOST_PADDING);
    if (same)
        item->mark = old->mark;
    else if (is_ordered(item))
        item->mark = old && old->mark == ')' ? '.' : ')';
    else
        item->mark = old && old->mark == '-' ? '*' : '-';
    l->levels[at] = *item;
    l->depth = at + 1;
}

static uint32_t limited(uint32_t level)
{
    return level < MD_MAX_LISTS ? level : MD_MAX_LISTS - 1;
}

static bool take_bullet(struct md_forms *f, const struct md_form_line *line,
                        const struct md_marker *m)
{
    struct md_lists *l = &f->lists;
    uint32_t at = limited(bullet_level(l, m->rank, parents_at(l, line->column)));
    bool same = at < l->depth && l->levels[at].rank == m->rank;
    const struct md_list_level *top = l->depth > 0 ? &l->levels[l->depth - 1] : NULL;
    bool inside = top && top->foreign && line->column >= top->words;
    if (m->weak && !same && !inside && !has_company(f, line, &(struct company){.marker = m}))
        return false;
    struct md_list_level item = {
        .foreign = true, .column = line->column, .words = line->column + m->width, .rank = m->rank};
    place(l, &item, at, same);
    put_marker(f, line, m, &l->levels[at]);
    return true;
}

static bool take_label(struct md_forms *f, const struct md_form_line *line,
                       const struct md_marker *m)
{
    struct md_lists *l = &f->lists;
    struct company form = {0};
    bool same;
    uint32_t at = limited(label_level(l, m, parents_at(l, line->column), &same));
    if (!same && !find_numbering(f, line, m, &form))
        return false;
    if (!same && m->kind == MD_MARKER_NUMBER)
        at = limited(parents_at(l, line->column));
    same = same && at < l->depth;
    const struct md_list_level *old = same ? &l->levels[at] : NULL;
    struct md_list_level item = {.foreign = true,
                                 .column = line->column,
                                 .words = line->column + m->width,
                                 .delimiter = m->delimiter,
                                 .numbering = old ? old->numbering : form.numbering,
                                 .number = old ? old->number + 1 : form.number};
    place(l, &item, at, same);
    put_marker(f, line, m, &l->levels[at]);
    return true;
}

/* "- • words": the bullet that was pasted behind Markdown's own is not shown again. */
static void put_inner_bullet(struct md_forms *f, const struct md_form_line *line,
                             const struct md_marker *outer)
{
    struct md_form_line inside = *line;
    inside.at = outer->end;
    struct md_marker m = md_marker_read(f->text, &inside);
    if (outer->kind != MD_MARKER_BULLET || m.kind != MD_MARKER_FOREIGN || m.weak)
        return;
    struct slice task = slice_from(arena_format(f->edits->arena, "[%c] ", m.task));
    md_edit_add(f->edits, m.start, m.end, m.task ? task : SLICE_EMPTY);
}

/* The level of an item of Markdown's own. A bullet that stands right of a number, if too little for
 * md4c, is meant to stand inside that item; so are those at the same column that go on. */
static uint32_t native_level(const struct md_lists *l, uint32_t column, bool bullet)
{
    uint32_t at = parents_at(l, column);
    const struct md_list_level *over = at < l->depth ? &l->levels[at] : NULL;
    if (!bullet || !over || !is_ordered(over) || column <= over->column)
        return at;
    bool goes_on = at + 1 < l->depth && l->levels[at + 1].column == column;
    return l->blank && !goes_on ? at : at + 1;
}

/* Columns of the item's marker. More blanks behind it than md4c takes begin code. */
static uint32_t native_width(const struct md_marker *m)
{
    uint32_t len = m->kind == MD_MARKER_NUMBER ? (uint32_t)m->numeral.len + 1 : 1;
    return m->width > len + MOST_PADDING ? len + 1 : m->width;
}

/* A list that begins above 1 right below text, which by CommonMark (0.31, 5.3) goes on: a year may
 * end a sentence there. With the next number below it, it is a list. */
static bool part_number(struct md_forms *f, const struct md_form_line *line,
                        const struct md_marker *m, uint32_t number)
{
    struct company wanted = {m, NODE_DECIMAL, number};
    if (m->numeral.len > MOST_STEP || !has_company(f, line, &wanted))
        return false;
    md_form_part(f, line);
    return true;
}

/* The column at which md4c is to see an item of its own that is written at `column`. Right below
 * text one that is four columns further in than it need be would go on with it: it stands beside
 * the item above, or at its parent's words, and those that follow it beside it. */
static uint32_t native_column(const struct md_forms *f, uint32_t column, uint32_t at)
{
    const struct md_list_level *old = at < f->lists.depth ? &f->lists.levels[at] : NULL;
    const struct md_list_level *parent = at > 0 ? &f->lists.levels[at - 1] : NULL;
    uint32_t words = parent ? parent->words : 0, put = parent ? parent->put_words : 0;
    bool counted = at + 1 < MD_MAX_LISTS; /* deeper ones share a level */
    if (column < words)
        return put;
    uint32_t kept = put + (column - words);
    bool far = f->text_above && column > words + MOST_COLUMN;
    bool moved = old && old->column > words + MOST_COLUMN && old->put_column <= put + MOST_COLUMN;
    return !counted || !(far || moved) ? kept : old ? old->put_column : put;
}

/* An item of Markdown's own: seen, so that other lists may stand in it. One that md4c would take
 * for the next of a list of letters is labelled too. */
static bool take_native(struct md_forms *f, const struct md_form_line *line,
                        const struct md_marker *m)
{
    struct md_lists *l = &f->lists;
    uint32_t at = limited(native_level(l, line->column, m->kind == MD_MARKER_BULLET)), number = 0;
    const struct md_list_level *old = at < l->depth ? &l->levels[at] : NULL;
    if (m->kind == MD_MARKER_NUMBER) {
        number = label_value(m->numeral, NODE_DECIMAL);
        if (number != 1 && f->text_above && at == l->depth && !part_number(f, line, m, number))
            return false;
        if (old && old->foreign && is_ordered(old) &&
            (old->mark == m->delimiter || follows(m, old->delimiter, old->numbering, old->number)))
            return take_label(f, line, m);
    }
    uint32_t column = native_column(f, line->column, at), width = native_width(m);
    put_column(f, line, column);
    l->levels[at] = (struct md_list_level){.column = line->column,
                                           .words = line->column + width,
                                           .put_column = column,
                                           .put_words = column + width,
                                           .mark = m->delimiter,
                                           .rank = m->rank,
                                           .delimiter = m->delimiter,
                                           .number = number};
    l->depth = at + 1;
    put_inner_bullet(f, line, m);
    return true;
}

static bool take_item(struct md_forms *f, const struct md_form_line *line)
{
    struct md_marker marker = md_marker_read(f->text, line);
    switch (marker.kind) {
    case MD_MARKER_NONE: return false;
    case MD_MARKER_BULLET:
    case MD_MARKER_NUMBER: return take_native(f, line, &marker);
    case MD_MARKER_FOREIGN: return take_bullet(f, line, &marker);
    case MD_MARKER_LABEL: return take_label(f, line, &marker);
    }
    return false;
}

/* ---- lines without a marker */

/* True if the line begins as a sentence does, and what stands above it need not go on. */
static bool starts_anew(const struct md_forms *f, const struct md_form_line *line)
{
    struct slice words = md_form_words(f->text, line);
    size_t at = md_run(words, 0, md_at(words, 0) == '_' ? '_' : '*');
    uint32_t c = at < words.len ? utf8_next(words, &at) : 0;
    return text_lower(c) != c && (f->lists.length < WRAPPED_BYTES || f->lists.ended);
}

/* A line at the margin right below the first one of a short item of Markdown's own, which goes on
 * in it (CommonMark 0.31, 5.2). */
static bool is_lazy(const struct md_forms *f, const struct md_form_line *line)
{
    const struct md_list_level *top = &f->lists.levels[f->lists.depth - 1];
    struct slice words = md_form_words(f->text, line);
    bool block = md_form_ends_text(f->text, line) || strchr("<|=-*_[:!", md_at(words, 0));
    return f->lists.item && line->column < top->words && !block &&
           (starts_anew(f, line) || f->lists.length < SHORT_BYTES);
}

/* Right below an item: it goes on, or ends. Word processors have each item on one line. */
static void take_line_below(struct md_forms *f, const struct md_form_line *line)
{
    struct md_lists *l = &f->lists;
    const struct md_list_level *top = &l->levels[l->depth - 1];
    bool parts = top->foreign && line->column <= top->column && starts_anew(f, line);
    l->lazy = !parts && is_lazy(f, line);
    if (!parts)
        return;
    while (l->depth > 0 && l->levels[l->depth - 1].foreign)
        l->depth--;
    md_form_part(f, line);
}

/* Below an empty line: it belongs to the item that it is indented behind. */
static void take_paragraph(struct md_forms *f, const struct md_form_line *line)
{
    struct md_lists *l = &f->lists;
    uint32_t edge = l->levels[0].column;
    while (l->depth > 0) {
        const struct md_list_level *top = &l->levels[l->depth - 1];
        if (top->foreign ? line->column > top->column : line->column >= top->words)
            break;
        l->depth--;
    }
    if (l->depth == 0) {
        if (edge > MOST_COLUMN && line->column >= edge) /* no code, but pasted with the list */
            put_column(f, line, 0);
        return;
    }
    const struct md_list_level *top = &l->levels[l->depth - 1];
    uint32_t more = line->column > top->words ? line->column - top->words : 0;
    if (top->foreign || top->put_words != top->words)
        put_column(f, line, top->put_words + more);
}

static bool ends_sentence(struct slice words)
{
    words = slice_trim(words);
    char c = words.len > 0 ? words.ptr[words.len - 1] : '\0';
    return c == '.' || c == ':' || c == ';' || c == '?' || c == '!';
}

/* A bullet on a line of its own, as text copied out of a PDF has it, and the next line as one. */
static struct md_form_line with_next(const struct md_forms *f, const struct md_form_line *line)
{
    struct slice sign = slice_trim(md_form_words(f->text, line));
    if (sign.len == 0 || sign.len > MOST_SIGN || line->quotes > 0 || line->next >= f->text.len)
        return *line;
    struct md_form_line both = *line, below = md_form_line_at(f->text, line->next);
    both.end = below.end;
    both.next = below.next;
    struct md_marker marker = md_marker_read(f->text, &both);
    bool item = marker.kind == MD_MARKER_FOREIGN && !marker.weak &&
                !md_form_ends_text(f->text, &below) && !md_marker_read(f->text, &below).kind;
    return item ? both : *line;
}

uint32_t md_list_line(struct md_forms *f, const struct md_form_line *first)
{
    struct md_form_line both = with_next(f, first), *line = &both;
    struct md_lists *l = &f->lists;
    if (l->quotes != line->quotes)
        *l = (struct md_lists){.quotes = line->quotes};
    l->lazy = false;
    if (md_form_is_blank(line)) {
        l->blank = true;
        return line->start;
    }
    bool item = take_item(f, line);
    if (!item && l->depth > 0 && l->blank)
        take_paragraph(f, line);
    else if (!item && l->depth > 0)
        take_line_below(f, line);
    struct slice words = md_form_words(f->text, line);
    l->blank = false;
    l->length = (uint32_t)words.len;
    l->ended = ends_sentence(words);
    l->item = item && !slice_ends(words, "\\") && !slice_ends(words, "  ");
    return item ? line->next : line->start;
}

uint32_t md_list_lazy(struct md_forms *f, const struct md_form_line *line)
{
    if (f->lists.lazy && f->lists.depth > 0)
        diag_add(f->diags, DIAG_CODE_LINES_JOINED, md_form_span(f, line->at, line->end),
                 "if it stands on its own write an empty line above it; if it belongs to the item, "
                 "as many blanks before it as the item's words have",
                 "no empty line parts this line from the item above it, so it goes on in the item");
    return line->start;
}
