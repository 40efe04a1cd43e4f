/* The coverage ledger. md4c reports in the order of the text, so one cursor is enough: whatever it
 * steps over must be a blank, a line end, a quote marker, the backslash of an escape or a link
 * definition; anything else is kept as lost and diagnosed. */
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "read/markdown/markdown.h"
#include "text/address.h"
#include "text/text.h"

char md_at(const struct md_reader *r, uint32_t at)
{
    return at < r->copy.len ? r->copy.text[at] : '\0';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static bool is_white(char c)
{
    return is_blank(c) || is_line_end(c) || c == '\v' || c == '\f';
}

uint32_t md_line_end(const struct md_reader *r, uint32_t at)
{
    while (at < r->copy.len && !is_line_end(r->copy.text[at]))
        at++;
    return at;
}

uint32_t md_line_next(const struct md_reader *r, uint32_t at)
{
    if (md_at(r, at) == '\r' && md_at(r, at + 1) == '\n')
        return at + 2;
    return is_line_end(md_at(r, at)) ? at + 1 : at;
}

uint32_t md_skip_blanks(const struct md_reader *r, uint32_t at)
{
    while (is_blank(md_at(r, at)))
        at++;
    return at;
}

uint32_t md_skip_prefix(const struct md_reader *r, uint32_t at, uint32_t *count)
{
    uint32_t markers = 0;
    for (; is_blank(md_at(r, at)) || md_at(r, at) == '>'; at++)
        markers += md_at(r, at) == '>';
    if (count)
        *count = markers;
    return at;
}

uint32_t md_run(const struct md_reader *r, uint32_t at, char c)
{
    uint32_t start = at;
    while (at < r->copy.len && r->copy.text[at] == c)
        at++;
    return at - start;
}

/* ---- places */

static const struct md_segment *segment_at(struct md_reader *r, uint32_t at)
{
    const struct md_segment *segments = r->copy.segments;
    size_t low = 0, high = r->copy.segment_count;
    size_t guess = r->segment;
    if (segments[guess].at <= at && at - segments[guess].at < segments[guess].len)
        return &segments[guess];
    if (guess + 1 < high && segments[guess + 1].at <= at &&
        at - segments[guess + 1].at < segments[guess + 1].len)
        return &segments[++r->segment];
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (segments[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    r->segment = low;
    return &segments[low];
}

uint32_t md_source(struct md_reader *r, uint32_t at)
{
    if (r->copy.segment_count == 0)
        return r->source->text.len < UINT32_MAX ? (uint32_t)r->source->text.len : 0;
    const struct md_segment *segment = segment_at(r, at);
    uint32_t into = at - segment->at;
    return segment->inserted ? segment->source
                             : segment->source + (into < segment->len ? into : segment->len);
}

static bool is_inserted(struct md_reader *r, uint32_t at)
{
    return r->copy.segment_count > 0 && segment_at(r, at)->inserted;
}

struct span md_span(struct md_reader *r, uint32_t start, uint32_t end)
{
    uint32_t from = md_source(r, start);
    uint32_t to = end > start ? md_source(r, end - 1) + !is_inserted(r, end - 1) : from;
    return (struct span){r->source, from, to > from ? to - from : 0};
}

/* ---- the cursor */

static void add_lost(struct md_reader *r, uint32_t start, uint32_t end)
{
    r->lost = mem_grow(r->lost, &r->lost_cap, r->lost_count + 1, sizeof *r->lost);
    r->lost[r->lost_count++] = (struct md_range){start, end};
}

static bool at_line_start(const struct md_reader *r, uint32_t at)
{
    while (at > 0 && (is_blank(r->copy.text[at - 1]) || r->copy.text[at - 1] == '>'))
        at--;
    return at == 0 || is_line_end(r->copy.text[at - 1]);
}

/* Takes a definition at `at`; MD_NOWHERE if there is none. */
static uint32_t take_definition(struct md_reader *r, uint32_t at, uint32_t limit)
{
    struct md_definition definition;
    if (!md_link_definition(r, at, limit, &definition))
        return MD_NOWHERE;
    r->definitions = mem_grow(r->definitions, &r->definition_cap, r->definition_count + 1,
                              sizeof *r->definitions);
    r->definitions[r->definition_count++] = definition;
    return definition.end;
}

/* Accounts for the bytes from the cursor to `to`, which no callback has claimed. */
static void explain(struct md_reader *r, uint32_t to)
{
    uint32_t at = r->cursor;
    bool prefix = at < to && at_line_start(r, at);
    while (at < to) {
        char c = r->copy.text[at];
        prefix = prefix || is_line_end(c);
        if (is_white(c) || (c == '>' && prefix) || (c == '\\' && at + 1 == to)) {
            at++;
            continue;
        }
        prefix = false;
        uint32_t end = c == '[' ? take_definition(r, at, to) : MD_NOWHERE;
        if (end != MD_NOWHERE) {
            at = end;
            continue;
        }
        uint32_t line_end = md_line_end(r, at);
        end = line_end < to ? line_end : to;
        if (!is_inserted(r, at))
            add_lost(r, at, end);
        at = end;
    }
    r->cursor = to;
}

static void add_use(struct md_reader *r, uint32_t href, uint32_t label_start, uint32_t label_end)
{
    r->uses = mem_grow(r->uses, &r->use_cap, r->use_count + 1, sizeof *r->uses);
    r->uses[r->use_count++] = (struct md_use){href, label_start, label_end};
}

/* md4c gives as text what was taken for the tail of a link: `[label](not a link)`. */
static void take_back(struct md_reader *r, uint32_t at)
{
    if (r->tail.end != MD_NOWHERE && at >= r->tail.end) {
        struct span span = md_span(r, r->tail.end - 1, r->tail.end);
        if (r->tail.node)
            r->tail.node->span.len = span.offset + 1 - r->tail.node->span.offset;
        r->use_count -= r->tail.counted;
        if (r->pictures_open == 0)
            add_use(r, r->tail.href, r->tail.label, r->tail.end - 1);
    }
    while (r->definition_count > 0 && r->definitions[r->definition_count - 1].end > at) {
        struct md_definition last = r->definitions[--r->definition_count];
        if (last.start >= at)
            continue;
        if (take_definition(r, last.start, at) == MD_NOWHERE) /* its title was too long */
            add_lost(r, last.start, at);
        break;
    }
    r->cursor = at;
}

void md_claim(struct md_reader *r, uint32_t start, uint32_t end)
{
    if (start < r->cursor)
        take_back(r, start);
    else
        explain(r, start);
    for (size_t i = r->depth; i-- > 0 && r->stack[i].start == MD_NOWHERE;)
        r->stack[i].start = start;
    r->cursor = end;
    r->tail.end = MD_NOWHERE;
}

uint32_t md_seek_quote(struct md_reader *r)
{
    uint32_t at = r->cursor, markers = 0;
    bool whole = at_line_start(r, at) && md_at(r, at > 0 ? at - 1 : 0) != '>';
    while (at < r->copy.len) {
        char c = r->copy.text[at];
        uint32_t end = MD_NOWHERE;
        if (c == '>' && (!whole || markers++ == r->quotes))
            break;
        if (is_line_end(c)) {
            whole = true;
            markers = 0;
        }
        if (c == '[' && r->fresh)
            end = take_definition(r, at, r->copy.len);
        else if (is_white(c) || c == '>')
            end = at + 1;
        if (end == MD_NOWHERE)
            break;
        at = end;
    }
    r->cursor = at;
    return md_at(r, at) == '>' ? at : MD_NOWHERE;
}

uint32_t md_seek(struct md_reader *r)
{
    uint32_t at = r->cursor;
    bool prefix = at_line_start(r, at);
    while (at < r->copy.len) {
        char c = r->copy.text[at];
        prefix = prefix || is_line_end(c);
        if (is_white(c) || (c == '>' && prefix)) {
            at++;
            continue;
        }
        prefix = false;
        uint32_t end = c == '[' && r->fresh ? take_definition(r, at, r->copy.len) : MD_NOWHERE;
        if (end == MD_NOWHERE)
            break;
        at = end;
    }
    r->cursor = at;
    return at;
}

uint32_t md_expect(struct md_reader *r, const char *characters)
{
    uint32_t at = md_seek(r);
    char c = md_at(r, at);
    return c != '\0' && strchr(characters, c) ? at : MD_NOWHERE;
}

/* ---- links */

void md_claim_tail(struct md_reader *r, const struct md_entry *entry)
{
    uint32_t at = md_expect(r, "]");
    if (at == MD_NOWHERE)
        return;
    uint32_t after = at + 1, end = MD_NOWHERE;
    bool counted = false;
    if (md_at(r, after) == '(')
        end = md_link_inline(r, after);
    if (end != MD_NOWHERE && entry->href != MD_NOWHERE &&
        (entry->href < after || entry->href >= end))
        end = MD_NOWHERE; /* the address stands elsewhere: a reference before a parenthesis */
    if (end == MD_NOWHERE) {
        end = md_at(r, after) == '[' ? md_link_label(r, after) : MD_NOWHERE;
        counted = r->pictures_open == 0 || (r->pictures_open == 1 && entry->type == MD_SPAN_IMG);
        if (counted && end != MD_NOWHERE && end > after + 2)
            add_use(r, entry->href, after + 1, end - 1);
        else if (counted)
            add_use(r, entry->href, entry->label, at);
    }
    if (end == MD_NOWHERE)
        end = after;
    md_claim(r, at, end);
    r->tail = (struct md_tail){entry->own ? entry->node : NULL, after, entry->label, entry->href,
                               counted};
}

/* ---- the report */

/* The label as CommonMark matches it: blanks collapsed, case ignored (4.7). In the arena. */
static struct slice normal_label(struct md_reader *r, uint32_t start, uint32_t end)
{
    struct slice text = {r->copy.text + start, end - start};
    struct buf buf = {0};
    bool blank = false;
    for (size_t i = 0; i < text.len;) {
        char bytes[4];
        uint32_t c = utf8_next(text, &i);
        if (c < 0x80 && is_white((char)c)) {
            blank = buf.len > 0;
            continue;
        }
        if (blank)
            buf_put_char(&buf, ' ');
        blank = false;
        buf_put(&buf, bytes, utf8_encode(text_lower(c), bytes));
    }
    struct slice label = arena_copy(&r->doc->arena, buf_slice(&buf));
    buf_free(&buf);
    return label;
}

static struct md_definition *definition_at(struct md_reader *r, uint32_t at)
{
    size_t low = 0, high = r->definition_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->definitions[middle].end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < r->definition_count && r->definitions[low].start <= at ? &r->definitions[low]
                                                                        : NULL;
}

/* True for what stands in a note that is not printed. */
static bool is_unprinted(struct md_reader *r, uint32_t at)
{
    uint32_t source = md_source(r, at);
    size_t low = 0, high = at < r->copy.start ? r->copy.note_count : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->copy.notes[middle]->end <= source)
            low = middle + 1;
        else
            high = middle;
    }
    return low < r->copy.note_count && at < r->copy.start && !r->copy.notes[low]->first_ref;
}

/* By place where md4c told it; a rewritten address (escapes) by label. */
static void mark_used(struct md_reader *r)
{
    struct map labels = {0};
    for (size_t i = r->definition_count; i-- > 0;) {
        struct md_definition *definition = &r->definitions[i];
        map_put(&labels, normal_label(r, definition->label_start, definition->label_end),
                definition); /* backwards: the first of a label wins, as in CommonMark */
    }
    for (size_t i = 0; i < r->use_count; i++) {
        const struct md_use *use = &r->uses[i];
        struct md_definition *definition =
            use->href != MD_NOWHERE
                ? definition_at(r, use->href)
                : map_get(&labels, normal_label(r, use->label_start, use->label_end));
        if (definition && !is_unprinted(r, use->label_start))
            definition->used = true;
    }
    map_free(&labels);
}

/* The customary comment: `[//]: # (...)`. */
static bool is_comment(struct slice label, struct slice href)
{
    bool named = slice_equal_string(label, "//") || slice_equal_nocase(label, SLICE_LIT("comment"));
    return named && (slice_equal_string(href, "#") || href.len == 0);
}

static void report_definition(struct md_reader *r, const struct md_definition *definition)
{
    const char *copy = r->copy.text;
    struct slice label = {copy + definition->label_start,
                          definition->label_end - definition->label_start};
    struct slice href = {copy + definition->href_start,
                         definition->href_end - definition->href_start};
    if (definition->used || is_comment(label, href))
        return;
    struct span span = md_span(r, definition->start, definition->end);
    label = slice_sub(label, 0, 60);
    if (address_is_certain(href) && !definition->has_title)
        diag_add(r->diags, DIAG_CODE_LINK_ADDRESS_UNUSED, span,
                 "use it as [words](address) or [words][label], or delete it",
                 "no link uses the address of [%.*s]", SLICE_ARGS(label));
    else
        diag_add(r->diags, DIAG_CODE_LINK_DEFINITION_UNUSED, span,
                 "to print the brackets, put a backslash before the first: \\[",
                 "Markdown takes \"[%.*s]: ...\" for the address of a link and does not print it",
                 SLICE_ARGS(label));
}

static bool is_all_white(const struct md_reader *r, uint32_t start, uint32_t end)
{
    while (start < end && (is_white(r->copy.text[start]) || r->copy.text[start] == '>'))
        start++;
    return start == end;
}

static void report_lost(struct md_reader *r)
{
    for (size_t i = 0; i < r->lost_count; i++) {
        struct md_range range = r->lost[i];
        while (i + 1 < r->lost_count && is_all_white(r, range.end, r->lost[i + 1].start))
            range.end = r->lost[++i].end;
        while (range.end > range.start && is_white(r->copy.text[range.end - 1]))
            range.end--;
        struct span span = md_span(r, range.start, range.end);
        struct slice words = slice_sub(r->source->text, span.offset, span.len);
        words = slice_sub(words, 0, slice_find(words, '\n'));
        diag_add(r->diags, DIAG_CODE_TEXT_DROPPED, span, "write it in another way",
                 "Markdown does not print this: \"%.*s\"", SLICE_ARGS(slice_sub(words, 0, 60)));
    }
}

void md_ledger_report(struct md_reader *r)
{
    mark_used(r);
    for (size_t i = 0; i < r->definition_count; i++)
        report_definition(r, &r->definitions[i]);
    report_lost(r);
}
