/* The copy of the body that md4c parses: notes first, as the items of a list, then the body without
 * definitions. Tables are written out where GFM allows more than md4c: line of dashes with fewer
 * than three in a cell, a table right after a line of text. A body that needs none of this is
 * parsed where it stands. */
#include <string.h>

#include "base/mem.h"
#include "read/markdown/markdown.h"

struct builder {
    struct buf out;
    struct md_copy *copy;
    struct slice text; /* masked, or the source's own bytes */
    uint32_t base;     /* source offset of the body */
};

static struct md_segment *add_segment(struct builder *b, uint32_t len, uint32_t source,
                                      bool inserted)
{
    struct md_copy *copy = b->copy;
    copy->segments = mem_grow(copy->segments, &copy->segment_cap, copy->segment_count + 1,
                              sizeof *copy->segments);
    struct md_segment *segment = &copy->segments[copy->segment_count++];
    *segment = (struct md_segment){(uint32_t)b->out.len, len, source, inserted};
    return segment;
}

static void put_copy(struct builder *b, size_t start, size_t len)
{
    struct md_copy *copy = b->copy;
    uint32_t source = b->base + (uint32_t)start;
    if (len == 0)
        return;
    struct md_segment *last =
        copy->segment_count > 0 ? &copy->segments[copy->segment_count - 1] : NULL;
    if (last && !last->inserted && last->source + last->len == source) {
        last->len += (uint32_t)len;
    } else {
        if (last && last->inserted)
            last->source = source;
        add_segment(b, (uint32_t)len, source, false);
    }
    buf_put(&b->out, b->text.ptr + start, len);
}

static void put_ours(struct builder *b, struct slice bytes)
{
    struct md_copy *copy = b->copy;
    struct md_segment *last =
        copy->segment_count > 0 ? &copy->segments[copy->segment_count - 1] : NULL;
    if (last && last->inserted)
        last->len += (uint32_t)bytes.len;
    else
        add_segment(b, (uint32_t)bytes.len, last ? last->source + last->len : b->base, true);
    buf_put_slice(&b->out, bytes);
}

static size_t line_end(struct slice text, size_t at)
{
    while (at < text.len && text.ptr[at] != '\n' && text.ptr[at] != '\r')
        at++;
    return at;
}

static size_t line_next(struct slice text, size_t at)
{
    if (at + 1 < text.len && text.ptr[at] == '\r' && text.ptr[at + 1] == '\n')
        return at + 2;
    return at < text.len ? at + 1 : at;
}

/* ---- tables */

static size_t prefix_len(struct slice line)
{
    size_t at = 0;
    while (at < line.len && (line.ptr[at] == ' ' || line.ptr[at] == '\t' || line.ptr[at] == '>'))
        at++;
    return at;
}

/* Columns of a line by its bars; 0: it has none. */
static uint32_t count_columns(struct slice line)
{
    line = slice_trim(slice_sub(line, prefix_len(line), line.len));
    uint32_t bars = 0;
    for (size_t i = 0; i < line.len; i++) {
        bars += line.ptr[i] == '|';
        i += line.ptr[i] == '\\';
    }
    if (bars == 0)
        return 0;
    bool leading = line.ptr[0] == '|';
    bool trailing = line.len > 1 && line.ptr[line.len - 1] == '|' && line.ptr[line.len - 2] != '\\';
    return bars + 1 - leading - trailing;
}

/* True if the line is `|:-:|-|` (GFM 4.10); *narrow: a cell has fewer than three characters. */
static bool is_dashes(struct slice line, bool *narrow)
{
    size_t at = prefix_len(line), run = 0, dashes = 0, bars = 0;
    bool space = false;
    *narrow = false;
    if (at == line.len || (line.ptr[at] != '|' && line.ptr[at] != '-' && line.ptr[at] != ':'))
        return false;
    for (; at <= line.len; at++) {
        char c = at < line.len ? line.ptr[at] : '|';
        if (c == '|') {
            *narrow |= run > 0 && run < 3;
            bars += at < line.len;
            run = 0;
            space = false;
        } else if (c == ' ' || c == '\t') {
            space = run > 0;
        } else if ((c == '-' || c == ':') && !space) {
            run++;
            dashes += c == '-';
        } else {
            return false;
        }
    }
    return bars > 0 && dashes > 0;
}

/* md4c wants three characters in each cell of the line of dashes. */
static void put_dashes(struct builder *b, size_t start, size_t end)
{
    size_t done = start, run = 0;
    for (size_t i = start; i <= end; i++) {
        char c = i < end ? b->text.ptr[i] : '|';
        if (c == '-' || c == ':') {
            run++;
            continue;
        }
        if (run > 0 && run < 3) {
            /* before the last character if that is a colon, so that `-:` becomes `--:` */
            size_t at = b->text.ptr[i - 1] == ':' ? i - 1 : i;
            put_copy(b, done, at - done);
            put_ours(b, slice_sub(SLICE_LIT("--"), 0, 3 - run));
            done = at;
        }
        run = 0;
    }
    put_copy(b, done, end - done);
}

/* Where the walk over the lines of the body is. */
struct lines {
    bool text_before; /* the line before is not blank */
    bool table;       /* in the rows of a table */
    bool header;      /* the next line is a table's line of dashes */
};

/* Line start to end; next: where the following begins. */
static void put_line(struct builder *b, size_t start, size_t end, size_t next, struct lines *lines)
{
    struct slice line = slice_sub(b->text, start, end - start);
    bool narrow, blank = prefix_len(line) == line.len;
    if (lines->header) {
        put_dashes(b, start, end);
        put_copy(b, end, next - end);
        *lines = (struct lines){.text_before = true, .table = true};
        return;
    }
    lines->table = lines->table && !blank;
    uint32_t columns = lines->table || blank ? 0 : count_columns(line);
    if (columns > 0 && next > end) {
        struct slice below = slice_sub(b->text, next, line_end(b->text, next) - next);
        lines->header = is_dashes(below, &narrow) && count_columns(below) == columns;
        if (lines->header && lines->text_before) {
            put_ours(b, slice_sub(line, 0, prefix_len(line)));
            put_ours(b, SLICE_LIT("\n"));
        }
    }
    put_copy(b, start, next - start);
    lines->text_before = !blank;
}

/* True if some line of dashes has to be written out. */
static bool needs_tables(struct slice text)
{
    size_t before = 0, before_len = 0;
    bool blank_above = true, narrow;
    for (size_t at = 0; at < text.len;) {
        size_t end = line_end(text, at);
        struct slice line = slice_sub(text, at, end - at);
        if (memchr(line.ptr, '-', line.len) && is_dashes(line, &narrow) &&
            (narrow || !blank_above) && count_columns(slice_sub(text, before, before_len)) > 0)
            return true;
        struct slice last = slice_sub(text, before, before_len);
        blank_above = prefix_len(last) == last.len;
        before = at;
        before_len = line.len;
        at = line_next(text, end);
    }
    return false;
}

/* ---- notes */

static void put_note(struct builder *b, const struct md_note *note)
{
    size_t at = note->content - b->base, stop = note->end - b->base;
    uint32_t indent;
    put_ours(b, SLICE_LIT("+ "));
    while (at < stop && (b->text.ptr[at] == ' ' || b->text.ptr[at] == '\t'))
        at++;
    for (;;) {
        size_t end = line_end(b->text, at);
        end = end < stop ? end : stop;
        size_t next = line_next(b->text, end);
        if (next >= stop) {
            put_copy(b, at, end - at);
            put_ours(b, SLICE_LIT("\n"));
            break;
        }
        put_copy(b, at, next - at);
        end = line_end(b->text, next);
        struct slice line = slice_sub(b->text, next, end - next);
        uint32_t prefix = md_defs_prefix(line, note->quotes, note->columns, &indent);
        if (prefix < line.len)
            put_ours(b, SLICE_LIT("  "));
        at = next + prefix;
    }
}

static void put_notes(struct builder *b)
{
    for (size_t i = 0; i < b->copy->item_count; i++)
        put_note(b, b->copy->items[i]);
    if (b->copy->item_count > 0) /* ends the list, whatever follows; see leave_html */
        put_ours(b, SLICE_LIT("\n<!-- -->\n\n"));
    b->copy->start = (uint32_t)b->out.len;
}

static void put_body(struct builder *b)
{
    const struct md_copy *copy = b->copy;
    struct lines lines = {0};
    size_t cut = 0;
    for (size_t at = 0; at < b->text.len;) {
        size_t end = line_end(b->text, at), next = line_next(b->text, end);
        if (cut < copy->cut_count && copy->cuts[cut].start - b->base < next) {
            put_copy(b, at, copy->cuts[cut].start - b->base - at);
            at = copy->cuts[cut++].end - b->base;
            next = line_next(b->text, at);
            put_copy(b, at, next - at);
            lines = (struct lines){0};
        } else {
            put_line(b, at, end, next, &lines);
        }
        at = next;
    }
}

/* ---- all */

static void use_whole(struct md_copy *copy, struct slice text, uint32_t base)
{
    copy->text = text.ptr;
    copy->len = (uint32_t)text.len;
    if (text.len == 0)
        return;
    copy->segments = mem_grow(NULL, &copy->segment_cap, 1, sizeof *copy->segments);
    copy->segments[copy->segment_count++] = (struct md_segment){0, (uint32_t)text.len, base, false};
}

static bool has_marks(struct slice text)
{
    return text.len > 2 &&
           (memmem(text.ptr, text.len, "[^", 2) || memmem(text.ptr, text.len, "*[", 2));
}

void md_copy_make(struct md_reader *r, uint32_t offset)
{
    struct md_copy *copy = &r->copy;
    struct slice body = slice_sub(r->source->text, offset, r->source->text.len);
    struct builder b = {.copy = copy, .text = body, .base = offset};
    char *masked = NULL;
    bool definitions = false;
    if (has_marks(body)) {
        masked = mem_alloc(body.len);
        memcpy(masked, body.ptr, body.len);
        b.text.ptr = masked;
        copy->masked = md_defs_mask(body, masked, &definitions);
        if (definitions)
            md_defs_find(r, masked, (uint32_t)body.len, offset);
    }
    if (copy->cut_count == 0 && !needs_tables(body)) {
        use_whole(copy, b.text, offset);
        copy->owned = masked;
        return;
    }
    put_notes(&b);
    put_body(&b);
    mem_free(masked);
    copy->owned = b.out.data;
    copy->text = b.out.data ? b.out.data : "";
    copy->len = (uint32_t)b.out.len;
}

void md_copy_free(struct md_copy *copy)
{
    mem_free(copy->owned);
    mem_free(copy->segments);
    mem_free(copy->items);
    mem_free(copy->notes);
    mem_free(copy->abbreviations);
    mem_free(copy->lengths);
    mem_free(copy->cuts);
    map_free(&copy->note_map);
    map_free(&copy->abbreviation_map);
    *copy = (struct md_copy){0};
}
