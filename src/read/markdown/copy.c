#include "read/markdown/copy.h"

#include "base/mem.h"
#include "read/markdown/flanks.h"
#include "read/markdown/limits.h"
#include "read/markdown/scan.h"
#include "read/markdown/targets.h"

/* A copy in the making. */
struct copying {
    struct md_copy *copy;
    const struct md_definitions *definitions;
    const struct md_edits *edits;
    size_t edit;       /* the next of them */
    struct slice text; /* the body: masked, or the source's own bytes */
    uint32_t base;     /* its source offset */
    struct md_flanks flanks;
};

static void add_segment(struct md_copy *copy, uint32_t len, uint32_t source, bool inserted)
{
    *MEM_PUSH(copy->segments, copy->segment_count, copy->segment_cap) = (struct md_segment){
        .at = (uint32_t)copy->bytes.len, .len = len, .source = source, .inserted = inserted};
}

/* Bytes start to end of the body. */
static void put_bytes(struct copying *c, uint32_t start, uint32_t end)
{
    struct md_segment *last = &c->copy->segments[c->copy->segment_count - 1];
    uint32_t source = c->base + start, len = end - start;
    if (len == 0)
        return;
    if (last->inserted && last->stands_for == 0)
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
    if (last->inserted && last->stands_for == 0)
        last->len += (uint32_t)bytes.len;
    else
        add_segment(c->copy, (uint32_t)bytes.len,
                    last->source + (last->inserted ? last->stands_for : last->len), true);
    buf_put_slice(&c->copy->bytes, bytes);
}

static void put_edit(struct copying *c, const struct md_edit *edit)
{
    struct md_copy *copy = c->copy;
    if (edit->start == edit->end)
        put_ours(c, edit->ours);
    else if (edit->ours.len > 0) {
        add_segment(copy, (uint32_t)edit->ours.len, c->base + edit->start, true);
        copy->segments[copy->segment_count - 1].stands_for = edit->end - edit->start;
        copy->segments[copy->segment_count - 1].label = edit->label;
        copy->segments[copy->segment_count - 1].mark = edit->mark;
        buf_put_slice(&copy->bytes, edit->ours);
    }
}

/* Bytes start to end, with the blanks that marks beside Han want. */
static void put_words(struct copying *c, uint32_t start, uint32_t end)
{
    uint32_t next = start, blank;
    while ((blank = md_flank_next(&c->flanks, c->text, next, end, &next)) != MD_NOWHERE) {
        put_bytes(c, start, blank);
        put_ours(c, SLICE_LIT(" "));
        start = blank;
    }
    put_bytes(c, start, end);
}

/* Brackets for an address with blanks, which CommonMark takes for none (0.30, 6.3); a size becomes
 * a title, so that the picture is one. Where it is no link, what is inserted is not printed. */
static void put_target(struct copying *c, uint32_t start, const struct md_loose_target *target)
{
    put_words(c, start, target->start);
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

/* `[!WARNING]:` whose bracket ends at `at`: CommonMark would take the line for the address of a
 * link and all marks of that kind for its links. */
static bool is_box_mark(struct slice text, uint32_t at)
{
    uint32_t start = at;
    while (start > 0 && at - start < MD_MAX_LABEL && text.ptr[start - 1] != '[' &&
           text.ptr[start - 1] != ']' && !md_is_line_end(text.ptr[start - 1]))
        start--;
    return start > 0 && text.ptr[start - 1] == '[' && text.ptr[start] == '!';
}

/* The same, with addresses as CommonMark wants them. */
static void put_copy(struct copying *c, uint32_t start, uint32_t end)
{
    struct slice text = slice_sub(c->text, 0, end);
    struct md_loose_target target;
    for (uint32_t at = start; at < end; at++) {
        at += (uint32_t)slice_find(slice_from_position(text, at), ']');
        if (md_at(text, at + 1) == ':' && is_box_mark(text, at)) {
            put_words(c, start, at + 1);
            put_ours(c, SLICE_LIT("\\"));
            start = at + 1;
            continue;
        }
        if (!md_loose_target(text, at + 1, &target) || md_at(text, at - (at > 0)) == '\\')
            continue;
        put_target(c, start, &target);
        start = target.size_end > target.size_start ? target.size_end : target.end;
        at = start - 1;
    }
    put_words(c, start, end);
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

/* The same, with the edits. */
static void put_edited(struct copying *c, uint32_t start, uint32_t end)
{
    for (; c->edit < c->edits->count && c->edits->all[c->edit].start < end; c->edit++) {
        const struct md_edit *edit = &c->edits->all[c->edit];
        put_copy(c, start, edit->start);
        put_edit(c, edit);
        start = edit->end;
    }
    put_copy(c, start, end);
}

static void put_body(struct copying *c)
{
    const struct md_definitions *cuts = c->definitions;
    uint32_t at = 0;
    for (size_t i = 0; i < cuts->count; i++) {
        uint32_t start = cuts->all[i]->span.offset - c->base;
        put_edited(c, at, start);
        at = start + cuts->all[i]->span.len;
    }
    put_edited(c, at, (uint32_t)c->text.len);
}

void md_copy_make(struct md_copy *copy, const struct source *source,
                  const struct md_definitions *definitions, const struct md_edits *edits)
{
    struct copying c = {
        .copy = copy, .definitions = definitions, .edits = edits, .base = definitions->base};
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

/* How many source bytes a byte of the segment stands for. */
static uint32_t covers(const struct md_segment *segment)
{
    return segment->inserted ? segment->stands_for : 1;
}

struct span md_span(struct md_copy *copy, uint32_t start, uint32_t end)
{
    uint32_t from = md_source(copy, start), to = from;
    if (end > start)
        to = md_source(copy, end - 1) + covers(md_segment_at(copy, end - 1));
    return (struct span){copy->source, from, to > from ? to - from : 0};
}
