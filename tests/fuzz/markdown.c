#include "fuzz.h"

#include <string.h>

#include "base/mem.h"
#include "reading.h"

/* ---- which letters are shown */

static void mark_run(struct slice source, size_t from, const char *text, size_t len, bool *shown)
{
    for (size_t i = 0; i < len && from + i < source.len; i++)
        shown[from + i] = shown[from + i] || source.ptr[from + i] == text[i];
}

/* The places that the text comes from, by its map. */
static void mark_text(const struct doc *doc, const struct node *node, bool *shown)
{
    size_t start = 0, from = node->span.offset;
    if (node->span.source != doc->source)
        return;
    for (uint32_t i = 0; i <= node->map_count; i++) {
        size_t end = i < node->map_count ? node->map[i].text : node->text.len;
        mark_run(doc->source->text, from, node->text.ptr + start, end - start, shown);
        start = end;
        from = i < node->map_count ? node->map[i].source : from;
    }
}

/* ---- which need not be */

static size_t skip(struct slice line, size_t at, const char *characters)
{
    while (at < line.len && strchr(characters, line.ptr[at]))
        at++;
    return at;
}

/* How much of a line's beginning may be markup with letters: a label of a list (`iv)`, a word
 * processor's bullet `o`) or of a caption (`Table:`), the kind of a box (`:::note`, `!!! note`;
 * told where there is none), or the whole line of a fence. */
static size_t markup_of(struct slice line)
{
    size_t at = skip(line, 0, " \t>-*+0123456789.)(:|#!"), end = at;
    if (slice_starts(slice_from_position(line, at), "```") ||
        slice_starts(slice_from_position(line, at), "~~~"))
        return line.len;
    while (end < line.len && (ascii_is_alpha(line.ptr[end]) || line.ptr[end] == ' '))
        end++;
    bool label = end < line.len && strchr(".):", line.ptr[end]);
    bool box = memmem(line.ptr, at, ":::", 3) || memmem(line.ptr, at, "!!!", 3);
    return label || box || slice_starts(slice_from_position(line, at), "o\t") ? end : at;
}

/* Where no error is told, each letter of a text without links, HTML and the like is shown. */
static void look(const struct doc *doc, const struct diag_list *diags)
{
    if (!doc->source || diags->errors > 0)
        return;
    struct slice source = doc->source->text, rest = slice_from_position(source, doc->body);
    for (const char *c = "<&[{\\\r"; *c; c++)
        if (slice_find(rest, *c) < rest.len)
            return;
    bool *shown = mem_calloc(source.len, sizeof *shown);
    for (const struct node *at = doc->root; at; at = node_next(at, doc->root))
        if (at->kind == NODE_TEXT && !at->generated)
            mark_text(doc, at, shown);
    while (rest.len > 0) {
        struct slice line = slice_take(&rest, '\n');
        size_t start = (size_t)(line.ptr - source.ptr);
        for (size_t i = markup_of(line); i < line.len; i++)
            FUZZ_HOLDS(shown[start + i] || !ascii_is_alnum(line.ptr[i]));
    }
    mem_free(shown);
}

void fuzz_markdown(const uint8_t *bytes, size_t len)
{
    const struct memory_file leaflet = {.path = "/c/leaflet.md",
                                        .bytes = {(const char *)bytes, len}};
    reading_run(&(struct memory_files){&leaflet, 1}, "markdown", look);
}
