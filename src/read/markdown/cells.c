#include "read/markdown/cells.h"

#include <string.h>

#include "read/markdown/scan.h"

/* The bullet or the number that a line begins with. */
struct marker {
    uint32_t len; /* with the blanks behind it; 0: there is none */
    uint32_t number;
    char delimiter; /* '\0': a bullet */
};

static struct marker read_marker(struct slice text)
{
    static const char *const bullets[] = {"-",      "*",      "\u2013", "\u2022",
                                          "\u2023", "\u25aa", "\u25cf", "\u25e6",
                                          "\u00b7", "\uf0b7", "\uf0a7"};
    struct marker out = {0};
    uint32_t at = md_skip_blanks(text, 0), start = at;
    for (; ascii_is_digit(md_at(text, at)) && at - start < 4; at++)
        out.number = out.number * 10 + (uint32_t)(text.ptr[at] - '0');
    if (at > start && (md_at(text, at) == '.' || md_at(text, at) == ')'))
        out.delimiter = text.ptr[at++];
    for (size_t i = 0; at == start && i < sizeof bullets / sizeof *bullets; i++)
        if (slice_starts(slice_from_position(text, at), bullets[i]))
            at += (uint32_t)strlen(bullets[i]);
    bool marked = at > start && (out.delimiter || !ascii_is_digit(text.ptr[start]));
    uint32_t end = md_skip_blanks(text, at);
    struct slice mark = slice_from_position(text, start);
    bool minus = (slice_starts(mark, "-") || slice_starts(mark, "\u2013")) &&
                 ascii_is_digit(md_at(text, end)); /* "- 5 degrees" */
    out.len = marked && !minus && end > at ? end : 0;
    return out;
}

/* The first node of the next line, or NULL. */
static struct node *next_line(const struct node *line)
{
    while (line && node_is_inline(line->kind) && line->kind != NODE_LINE_BREAK)
        line = line->next;
    return line && line->kind == NODE_LINE_BREAK ? line->next : NULL;
}

static struct marker line_marker(const struct node *line)
{
    struct marker none = {0};
    if (!line || line->kind != NODE_TEXT)
        return none;
    struct marker marker = read_marker(line->text);
    bool words = marker.len < line->text.len || (line->next && node_is_inline(line->next->kind) &&
                                                 line->next->kind != NODE_LINE_BREAK);
    return words ? marker : none;
}

/* The second marker goes on with the list of the first. */
static bool follows(struct marker first, struct marker second)
{
    return first.len > 0 && second.len > 0 && first.delimiter == second.delimiter &&
           (first.delimiter == '\0' || second.number == first.number + 1);
}

static bool has_list(const struct node *cell)
{
    for (const struct node *line = cell->first, *next; line; line = next) {
        next = next_line(line);
        if (follows(line_marker(line), line_marker(next)))
            return true;
    }
    return false;
}

/* Moves the nodes of a line into a paragraph; its line break goes. */
static struct node *move_line(struct md_reader *r, struct node *parent, struct node *line)
{
    struct node *paragraph = doc_add(r->doc, parent, NODE_PARAGRAPH, line->span);
    while (line && node_is_inline(line->kind) && line->kind != NODE_LINE_BREAK) {
        struct node *next = line->next;
        doc_remove(line);
        doc_append(paragraph, line);
        line = next;
    }
    if (line && line->kind == NODE_LINE_BREAK)
        doc_remove(line);
    if (!paragraph->first)
        doc_remove(paragraph);
    return paragraph;
}

static struct node *open_list(struct md_reader *r, struct node *cell, const struct node *line,
                              struct marker marker)
{
    struct node *list = doc_add(r->doc, cell, NODE_LIST, line->span);
    list->u.list.tight = true;
    list->u.list.ordered = marker.delimiter != '\0';
    list->u.list.start = marker.number;
    list->u.list.delimiter = marker.delimiter;
    return list;
}

bool md_cell_lists(struct md_reader *r, struct node *cell)
{
    if (!has_list(cell))
        return false;
    struct node *stop = NULL, *list = NULL;
    struct marker before = {0};
    while (cell->first != stop) { /* lines move from the front to behind the last of them */
        struct node *line = cell->first;
        struct marker marker = line_marker(line);
        bool goes_on = list && follows(before, marker);
        bool begins = follows(marker, line_marker(next_line(line)));
        if (!goes_on)
            list = begins ? open_list(r, cell, line, marker) : NULL;
        struct node *parent = cell, *made = list;
        if (list) {
            uint32_t blanks = md_skip_blanks(line->text, 0);
            md_text_trim(r->doc, line, blanks, 0); /* an item begins with its marker */
            marker.len -= blanks;
            parent = doc_add(r->doc, list, NODE_ITEM, line->span);
            parent->u.item.number = marker.number;
            struct node *rest = line->next;
            line = md_text_strip(r->doc, line, marker.len, 0) ? line : rest;
        }
        struct node *paragraph = move_line(r, parent, line);
        made = made ? made : paragraph->parent ? paragraph : NULL;
        stop = stop ? stop : made;
        before = marker;
    }
    return true;
}
