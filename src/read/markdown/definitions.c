/* Definitions of footnotes and abbreviations: `[^id]: text` and `*[A&E]: text`. md4c knows neither
 * and may take the first for the address of a link, so both are masked (same length, other
 * characters) before a first, cheap run finds those that begin a line of a paragraph. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "read/markdown/markdown.h"

#define LABEL_LIMIT 999u
#define CONTINUED   4u /* columns by which the further blocks of a note are indented */

struct found {
    uint32_t start, end; /* in the masked text; end: of the last line of its first paragraph */
    bool note;
};

struct finder {
    const char *text;
    const char *source;
    uint32_t len;
    struct found *found;
    size_t count, cap;
    size_t open;       /* first one of the present paragraph */
    uint32_t last_end; /* of the paragraph's text so far */
    uint32_t spans;
    int block; /* innermost MD_BLOCKTYPE */
};

/* ---- masking */

static bool is_line_start(struct slice text, size_t at)
{
    while (at > 0 &&
           (text.ptr[at - 1] == ' ' || text.ptr[at - 1] == '\t' || text.ptr[at - 1] == '>'))
        at--;
    return at == 0 || text.ptr[at - 1] == '\n' || text.ptr[at - 1] == '\r';
}

static bool is_escaped(struct slice text, size_t at)
{
    size_t start = at;
    while (at > 0 && text.ptr[at - 1] == '\\')
        at--;
    return (start - at) % 2 == 1;
}

/* The `]` that ends the label that begins at `at`; 0: it is none. */
static size_t label_end(struct slice text, size_t at, bool spaces)
{
    size_t start = at;
    for (; at < text.len && at - start < LABEL_LIMIT; at++) {
        char c = text.ptr[at];
        if (c == ']')
            return at > start ? at : 0;
        if (c == '[' || c == '\n' || c == '\r' || c == '\t' || (c == ' ' && !spaces))
            return 0;
    }
    return 0;
}

static void mask(char *text, size_t start, size_t end)
{
    text[start] = '<';
    text[start + 1] = '^';
    memset(text + start + 2, 'x', end - start - 2);
    text[end] = '>';
}

bool md_defs_mask(struct slice source, char *text, bool *at_line_start)
{
    bool any = false;
    *at_line_start = false;
    for (size_t i = 0; i < source.len; i++) {
        const char *found = memchr(source.ptr + i, '[', source.len - i);
        if (!found)
            break;
        i = (size_t)(found - source.ptr);
        bool note = i + 1 < source.len && source.ptr[i + 1] == '^';
        bool star = i > 0 && source.ptr[i - 1] == '*' && is_line_start(source, i - 1);
        if ((!note && !star) || is_escaped(source, i))
            continue;
        size_t end = label_end(source, i + 1 + note, star);
        bool colon = end > 0 && end + 1 < source.len && source.ptr[end + 1] == ':';
        if (end == 0 || (star && !colon))
            continue;
        mask(text, star ? i - 1 : i, end);
        any = true;
        *at_line_start |= star || (colon && is_line_start(source, i));
        i = end;
    }
    return any;
}

/* ---- the first run */

static void end_paragraph(struct finder *f)
{
    uint32_t end = f->last_end;
    while (end < f->len && f->text[end] != '\n' && f->text[end] != '\r')
        end++;
    if (f->open < f->count)
        f->found[f->count - 1].end = end;
    f->open = f->count;
    f->spans = 0; /* md4c 0.4.8 may leave one open */
}

static int find_enter_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    struct finder *f = data;
    (void)detail;
    end_paragraph(f);
    f->block = (int)type;
    return 0;
}

static int find_leave_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    struct finder *f = data;
    (void)detail;
    (void)type;
    end_paragraph(f);
    f->block = MD_BLOCK_LI; /* text that follows is a tight item's, or there is none */
    return 0;
}

static int find_enter_span(MD_SPANTYPE type, void *detail, void *data)
{
    (void)type;
    (void)detail;
    ((struct finder *)data)->spans++;
    return 0;
}

static int find_leave_span(MD_SPANTYPE type, void *detail, void *data)
{
    (void)type;
    (void)detail;
    struct finder *f = data;
    f->spans -= f->spans > 0;
    return 0;
}

static bool is_definition(const struct finder *f, uint32_t at, uint32_t size)
{
    if (size < 4 || f->text[at] != '<' || f->source[at] == '<' || f->spans > 0)
        return false;
    if (f->block != MD_BLOCK_P && f->block != MD_BLOCK_LI)
        return false;
    const char *end = memchr(f->text + at, '>', f->len - at);
    return end && end + 1 < f->text + f->len && end[1] == ':' &&
           is_line_start((struct slice){f->text, f->len}, at);
}

static int find_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
    struct finder *f = data;
    uintptr_t start = (uintptr_t)f->text, place = (uintptr_t)text;
    if (place < start || place + size > start + f->len)
        return 0;
    uint32_t at = (uint32_t)(place - start);
    if (type == MD_TEXT_NORMAL && is_definition(f, at, size)) {
        f->found = mem_grow(f->found, &f->cap, f->count + 1, sizeof *f->found);
        if (f->open < f->count) { /* the former ends on the line before */
            uint32_t end = at;
            while (end > 0 && f->text[end - 1] != '\n' && f->text[end - 1] != '\r')
                end--;
            end -= end > 0;
            end -= end > 0 && f->text[end] == '\n' && f->text[end - 1] == '\r';
            f->found[f->count - 1].end = end;
        }
        f->found[f->count++] = (struct found){at, at, f->source[at] == '['};
    }
    f->last_end = at + size;
    return 0;
}

/* ---- how far a definition reaches */

static uint32_t line_end(const struct finder *f, uint32_t at)
{
    while (at < f->len && f->text[at] != '\n' && f->text[at] != '\r')
        at++;
    return at;
}

static uint32_t line_start(const struct finder *f, uint32_t at)
{
    while (at > 0 && f->text[at - 1] != '\n' && f->text[at - 1] != '\r')
        at--;
    return at;
}

static uint32_t line_next(const struct finder *f, uint32_t at)
{
    if (at + 1 < f->len && f->text[at] == '\r' && f->text[at + 1] == '\n')
        return at + 2;
    return at < f->len ? at + 1 : at;
}

uint32_t md_defs_prefix(struct slice line, uint32_t quotes, uint32_t columns, uint32_t *indent)
{
    uint32_t at = 0, seen = 0, column = 0;
    while (seen < quotes && at < line.len) { /* quote markers, each with the blanks before it */
        uint32_t next = at;
        while (next < line.len && (line.ptr[next] == ' ' || line.ptr[next] == '\t'))
            next++;
        if (next == line.len || line.ptr[next] != '>')
            break;
        at = next + 1;
        at += ++seen == quotes && at < line.len && line.ptr[at] == ' ';
    }
    for (; at < line.len && column < columns; at++) {
        if (line.ptr[at] == ' ')
            column++;
        else if (line.ptr[at] == '\t')
            column += 4 - column % 4;
        else
            break;
    }
    *indent = seen < quotes ? 0 : column;
    return at;
}

/* Quote markers and indentation before a definition. */
static uint32_t count_quotes(const struct finder *f, uint32_t at, uint32_t *indent)
{
    uint32_t quotes = 0;
    bool after = true;
    *indent = 0;
    for (; at > 0 && f->text[at - 1] != '\n' && f->text[at - 1] != '\r'; at--) {
        quotes += f->text[at - 1] == '>';
        after = after && f->text[at - 1] != '>';
        if (after)
            *indent += f->text[at - 1] == '\t' ? 4 : 1;
    }
    return quotes;
}

static bool is_white(struct slice line)
{
    for (size_t i = 0; i < line.len; i++)
        if (line.ptr[i] != ' ' && line.ptr[i] != '\t')
            return false;
    return true;
}

/* Indented blocks after a note's first paragraph belong to it. */
static uint32_t note_end(const struct finder *f, uint32_t end, uint32_t limit, uint32_t quotes,
                         uint32_t columns)
{
    for (uint32_t at = line_next(f, end); at < limit && at > end;) {
        uint32_t stop = line_end(f, at), indent;
        struct slice line = {f->text + at, stop - at};
        uint32_t prefix = md_defs_prefix(line, quotes, columns, &indent);
        bool blank = is_white(slice_sub(line, prefix, line.len));
        if (!blank && indent < columns)
            break;
        if (!blank)
            end = stop;
        uint32_t next = line_next(f, stop);
        if (next == at)
            break;
        at = next;
    }
    return end;
}

/* ---- what was found */

struct slice md_note_key(struct arena *arena, struct slice label)
{
    char *key = arena_string(arena, label);
    for (char *c = key; *c; c++)
        *c = ascii_lower(*c);
    return slice_from(key);
}

static void add_note(struct md_reader *r, const struct finder *f, const struct found *found,
                     uint32_t base, uint32_t limit)
{
    struct md_copy *copy = &r->copy;
    struct md_note *note = ARENA_NEW(&r->doc->arena, struct md_note);
    const char *close = memchr(f->text + found->start, '>', f->len - found->start);
    uint32_t label = found->start + 2, label_len = (uint32_t)(close - f->text) - label, indent;
    uint32_t quotes = count_quotes(f, found->start, &indent);
    note->quotes = quotes;
    note->columns = indent > 3 ? indent + CONTINUED : CONTINUED;
    note->key = md_note_key(&r->doc->arena, (struct slice){f->source + label, label_len});
    note->start = base + found->start;
    note->content = base + label + label_len + 2;
    note->end = base + note_end(f, found->end, limit, quotes, note->columns);
    copy->notes =
        mem_grow(copy->notes, &copy->note_cap, copy->note_count + 1, sizeof(struct md_note *));
    copy->notes[copy->note_count++] = note;
    if (map_get(&copy->note_map, note->key)) {
        diag_add(r->diags, DIAG_CODE_FOOTNOTE_REPEATED,
                 (struct span){r->source, note->start, note->end - note->start},
                 "give each footnote its own label",
                 "the footnote [^%.*s] is defined a second time; this one is not printed",
                 SLICE_ARGS(slice_sub(note->key, 0, 60)));
        return;
    }
    map_put(&copy->note_map, note->key, note);
    copy->items =
        mem_grow(copy->items, &copy->item_cap, copy->item_count + 1, sizeof(struct md_note *));
    copy->items[copy->item_count++] = note;
}

static void add_abbreviation(struct md_reader *r, const struct finder *f, uint32_t start,
                             uint32_t base)
{
    struct md_copy *copy = &r->copy;
    struct md_abbreviation *abbreviation = ARENA_NEW(&r->doc->arena, struct md_abbreviation);
    const char *close = memchr(f->text + start, '>', f->len - start);
    uint32_t label = start + 2, after = (uint32_t)(close - f->text) + 2;
    uint32_t end = line_end(f, start);
    struct slice key = {f->source + label, after - 2 - label};
    struct slice expansion = slice_trim((struct slice){f->source + after, end - after});
    abbreviation->key = slice_trim(key);
    abbreviation->expansion = arena_string(&r->doc->arena, expansion);
    abbreviation->start = base + start;
    abbreviation->end = base + end;
    copy->cuts = mem_grow(copy->cuts, &copy->cut_cap, copy->cut_count + 1, sizeof *copy->cuts);
    copy->cuts[copy->cut_count++] = (struct md_range){base + start, base + end};
    if (abbreviation->key.len == 0 || map_get(&copy->abbreviation_map, abbreviation->key)) {
        diag_add(r->diags, DIAG_CODE_ABBREVIATION_REPEATED,
                 (struct span){r->source, abbreviation->start, end - start},
                 "delete one of the lines", "the abbreviation \"%.*s\" is defined a second time",
                 SLICE_ARGS(slice_sub(abbreviation->key, 0, 60)));
        return;
    }
    map_put(&copy->abbreviation_map, abbreviation->key, abbreviation);
    copy->abbreviations = mem_grow(copy->abbreviations, &copy->abbreviation_cap,
                                   copy->abbreviation_count + 1, sizeof(struct md_abbreviation *));
    copy->abbreviations[copy->abbreviation_count++] = abbreviation;
}

static int longest_first(const void *left, const void *right)
{
    size_t a = *(const size_t *)left, b = *(const size_t *)right;
    return a > b ? -1 : a < b;
}

/* The lengths that abbreviations have: how many bytes to look up at a word. */
static void list_lengths(struct md_copy *copy)
{
    size_t count = copy->abbreviation_count, kept = 0;
    copy->lengths = mem_calloc(count, sizeof *copy->lengths);
    for (size_t i = 0; i < count; i++)
        copy->lengths[i] = copy->abbreviations[i]->key.len;
    qsort(copy->lengths, count, sizeof *copy->lengths, longest_first);
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || copy->lengths[kept - 1] != copy->lengths[i])
            copy->lengths[kept++] = copy->lengths[i];
    copy->length_count = kept;
}

void md_defs_find(struct md_reader *r, const char *text, uint32_t len, uint32_t base)
{
    struct finder f = {
        .text = text, .source = r->source->text.ptr + base, .len = len, .block = MD_BLOCK_DOC};
    MD_PARSER parser = {.flags = MD_DIALECT_GITHUB,
                        .enter_block = find_enter_block,
                        .leave_block = find_leave_block,
                        .enter_span = find_enter_span,
                        .leave_span = find_leave_span,
                        .text = find_text};
    if (md_parse(text, len, &parser, &f) != 0)
        mem_exhausted(); /* md4c fails only for lack of memory */
    for (size_t i = 0; i < f.count; i++) {
        uint32_t limit = i + 1 < f.count ? line_start(&f, f.found[i + 1].start) : len;
        if (!f.found[i].note) {
            add_abbreviation(r, &f, f.found[i].start, base);
            continue;
        }
        add_note(r, &f, &f.found[i], base, limit);
        const struct md_note *note = r->copy.notes[r->copy.note_count - 1];
        struct md_copy *copy = &r->copy;
        copy->cuts = mem_grow(copy->cuts, &copy->cut_cap, copy->cut_count + 1, sizeof *copy->cuts);
        copy->cuts[copy->cut_count++] = (struct md_range){note->start, note->end};
    }
    if (r->copy.abbreviation_count > 0)
        list_lengths(&r->copy);
    mem_free(f.found);
}
