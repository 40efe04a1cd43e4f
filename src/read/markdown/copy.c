#include "read/markdown/copy.h"

#include "base/mem.h"
#include "read/markdown/scan.h"
#include "read/markdown/targets.h"

/* A copy in the making. */
struct copying {
    struct md_copy *copy;
    const struct md_definitions *definitions;
    struct slice text; /* the body: masked, or the source's own bytes */
    uint32_t base;     /* its source offset */
};

static void add_segment(struct md_copy *copy, uint32_t len, uint32_t source, bool inserted)
{
    *MEM_PUSH(copy->segments, copy->segment_count, copy->segment_cap) =
        (struct md_segment){(uint32_t)copy->bytes.len, len, source, inserted};
}

/* Bytes start to end of the body. */
static void put_bytes(struct copying *c, uint32_t start, uint32_t end)
{
    struct md_segment *last = &c->copy->segments[c->copy->segment_count - 1];
    uint32_t source = c->base + start, len = end - start;
    if (len == 0)
        return;
    if (last->inserted)
        last->source = source;
    if (!last->inserted && last->source + last->len == source)
        last->len += len;
    else
        add_segment(c->copy, len, source, false);
    buf_put(&c->copy->bytes, c->text.ptr + start, len);
}

static void put_ours(struct copying *c, struct slice bytes)
{
    struct md_segment *last = &c->copy->segments[c->copy->segment_count - 1];
    if (last->inserted)
        last->len += (uint32_t)bytes.len;
    else
        add_segment(c->copy, (uint32_t)bytes.len, last->source + last->len, true);
    buf_put_slice(&c->copy->bytes, bytes);
}

/* Brackets for an address with blanks, which CommonMark takes for none (0.30, 6.3); a size becomes
 * a title, so that the picture is one. Where it is no link, what is inserted is not printed. */
static void put_target(struct copying *c, uint32_t start, const struct md_loose_target *target)
{
    put_bytes(c, start, target->start);
    put_ours(c, slice_sub(SLICE_LIT("<"), 0, target->spaced));
    put_bytes(c, target->start, target->end);
    put_ours(c, slice_sub(SLICE_LIT(">"), 0, target->spaced));
    if (target->size_end == target->size_start)
        return;
    put_bytes(c, target->end, target->size_start);
    put_ours(c, SLICE_LIT("("));
    put_bytes(c, target->size_start, target->size_end);
    put_ours(c, SLICE_LIT(")"));
}

/* The same, with addresses as CommonMark wants them. */
static void put_copy(struct copying *c, uint32_t start, uint32_t end)
{
    struct slice text = slice_sub(c->text, 0, end);
    struct md_loose_target target;
    for (uint32_t at = start; at < end; at++) {
        at += (uint32_t)slice_find(slice_from_position(text, at), ']');
        if (!md_loose_target(text, at + 1, &target) || md_at(text, at - (at > 0)) == '\\')
            continue;
        put_target(c, start, &target);
        start = target.size_end > target.size_start ? target.size_end : target.end;
        at = start - 1;
    }
    put_bytes(c, start, end);
}

/* ---- tables */

/* md4c wants three characters in each cell of the line of dashes. */
static void put_dashes(struct copying *c, uint32_t start, uint32_t end)
{
    struct slice line = slice_sub(c->text, 0, end);
    for (uint32_t at = md_skip_prefix(line, start, NULL), bar; at < end; at = bar + 1) {
        at = md_skip_blanks(line, at);
        bar = md_row_cell_end(line, at);
        uint32_t len = (uint32_t)slice_trim(slice_sub(line, at, bar - at)).len;
        if (len == 0 || len >= 3)
            continue;
        /* before the last character if that is a colon, so that `-:` becomes `--:` */
        at += len - (line.ptr[at + len - 1] == ':');
        put_copy(c, start, at);
        put_ours(c, slice_sub(SLICE_LIT("--"), 0, 3 - len));
        start = at;
    }
    put_copy(c, start, end);
}

/* A line of nothing but the prefix. */
static void put_empty(struct copying *c, struct slice prefix)
{
    put_ours(c, prefix);
    put_ours(c, SLICE_LIT("\n"));
}

/* What the walk over the lines of the body knows of the lines before. */
struct lines_before {
    bool text;   /* the last one is not blank */
    bool table;  /* it is a row of a table */
    bool header; /* it is a table's header: a line of dashes follows */
};

/* Line start to end; next: where the following begins. */
static void put_line(struct copying *c, uint32_t start, uint32_t end, uint32_t next,
                     struct lines_before *before)
{
    struct slice line = slice_sub(c->text, start, end - start);
    uint32_t prefix = md_skip_prefix(line, 0, NULL);
    bool blank = prefix == line.len;
    if (before->header) {
        put_dashes(c, start, end);
        put_copy(c, end, next);
        *before = (struct lines_before){.text = true, .table = true};
        return;
    }
    if (before->table && md_row_is_caption(line)) {
        put_empty(c, slice_sub(line, 0, prefix));
        before->table = false;
    }
    before->table = before->table && !blank;
    uint32_t columns = before->table || blank ? 0 : md_row_columns(line);
    if (columns > 0 && next > end) {
        struct slice below = md_line(c->text, next);
        before->header = md_row_is_dashes(below) && md_row_columns(below) == columns;
        if (before->header && before->text)
            put_empty(c, slice_sub(line, 0, prefix));
    }
    put_copy(c, start, next);
    before->text = !blank;
}

/* ---- notes */

static void put_note(struct copying *c, const struct md_definition *note)
{
    uint32_t at = md_skip_blanks(c->text, note->content - c->base), indent;
    uint32_t stop = note->span.offset + note->span.len - c->base;
    at = at < stop ? at : stop;
    put_ours(c, SLICE_LIT("+ "));
    for (uint32_t next; (next = md_line_next(c->text, md_line_end(c->text, at))) < stop;) {
        put_copy(c, at, next);
        struct slice line = md_line(c->text, next);
        uint32_t prefix = md_skip_indent(line, note->quotes, note->columns, &indent);
        if (prefix < line.len)
            put_ours(c, SLICE_LIT("  "));
        at = next + prefix;
    }
    put_copy(c, at, stop);
    put_ours(c, SLICE_LIT("\n"));
}

static void put_notes(struct copying *c)
{
    for (size_t i = 0; i < c->definitions->note_count; i++)
        put_note(c, c->definitions->notes[i]);
    if (c->definitions->note_count > 0) /* ends the list, whatever follows; see md_leave_html */
        put_ours(c, SLICE_LIT("\n<!-- -->\n\n"));
    c->copy->start = (uint32_t)c->copy->bytes.len;
}

static void put_body(struct copying *c)
{
    const struct md_definitions *cuts = c->definitions;
    struct lines_before before = {0};
    size_t cut = 0;
    for (uint32_t at = 0; at < c->text.len;) {
        uint32_t end = md_line_end(c->text, at), next = md_line_next(c->text, end);
        uint32_t start = cut < cuts->count ? cuts->all[cut]->span.offset - c->base : MD_NOWHERE;
        if (start < next) {
            put_copy(c, at, start);
            at = start + cuts->all[cut++]->span.len;
            next = md_line_next(c->text, at);
            put_copy(c, at, next);
            before = (struct lines_before){0};
        } else {
            put_line(c, at, end, next, &before);
        }
        at = next;
    }
}

void md_copy_make(struct md_copy *copy, const struct source *source,
                  const struct md_definitions *definitions)
{
    struct copying c = {.copy = copy, .definitions = definitions, .base = definitions->base};
    c.text = slice_from_position(source->text, c.base);
    if (definitions->masked)
        c.text.ptr = definitions->masked;
    *copy = (struct md_copy){.source = source};
    add_segment(copy, 0, c.base, false);
    put_notes(&c);
    put_body(&c);
    copy->text = buf_slice(&copy->bytes);
}

void md_copy_free(struct md_copy *copy)
{
    buf_free(&copy->bytes);
    mem_free(copy->segments);
}

/* ---- places */

const struct md_segment *md_segment_at(struct md_copy *copy, uint32_t at)
{
    const struct md_segment *segments = copy->segments;
    size_t low = copy->last, high = copy->segment_count;
    if (segments[low].at <= at && at - segments[low].at < segments[low].len)
        return &segments[low];
    low = segments[low].at <= at ? low : 0;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (segments[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    copy->last = low;
    return &segments[low];
}

uint32_t md_source(struct md_copy *copy, uint32_t at)
{
    const struct md_segment *segment = md_segment_at(copy, at);
    uint32_t into = at - segment->at;
    return segment->inserted ? segment->source
                             : segment->source + (into < segment->len ? into : segment->len);
}

struct span md_span(struct md_copy *copy, uint32_t start, uint32_t end)
{
    uint32_t from = md_source(copy, start), to = from;
    if (end > start)
        to = md_source(copy, end - 1) + !md_segment_at(copy, end - 1)->inserted;
    return (struct span){copy->source, from, to > from ? to - from : 0};
}
