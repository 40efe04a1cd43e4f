#include "read/markdown/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "read/markdown/limits.h"
#include "read/markdown/nodes.h"
#include "text/address.h"
#include "text/text.h"

static void add_lost(struct md_ledger *ledger, uint32_t start, uint32_t end)
{
    *MEM_PUSH(ledger->lost, ledger->lost_count, ledger->lost_cap) = (struct md_range){start, end};
}

static void add_use(struct md_reader *r, uint32_t href, uint32_t start, uint32_t end)
{
    struct md_ledger *ledger = &r->ledger;
    *MEM_PUSH(ledger->uses, ledger->use_count, ledger->use_cap) =
        (struct md_use){href, slice_sub(r->copy.text, start, end - start), r->notes.present};
}

/* md_begins_line, which looks back no further than to where it was asked before: the markers of
 * nested quotes are asked for one by one. */
static bool begins_line(struct md_reader *r, uint32_t at)
{
    struct md_ledger *ledger = &r->ledger;
    uint32_t before = at > ledger->asked ? ledger->asked : 0;
    uint32_t start = md_prefix_start(r->copy.text, at, before);
    if (start != before || before == 0)
        ledger->begins = start == 0 || md_is_line_end(r->copy.text.ptr[start - 1]);
    ledger->asked = at;
    return ledger->begins;
}

/* Takes a definition at `at`: its end; MD_NOWHERE if there is none. */
static uint32_t take_definition(struct md_reader *r, uint32_t at, uint32_t limit)
{
    struct md_ledger *ledger = &r->ledger;
    struct md_link_definition definition;
    if (md_at(r->copy.text, at) != '[' || !md_link_definition(r->copy.text, at, limit, &definition))
        return MD_NOWHERE;
    *MEM_PUSH(ledger->definitions, ledger->definition_count, ledger->definition_cap) = definition;
    return definition.end;
}

/* Accounts for the bytes from the cursor to `to`, which no callback has claimed. */
static void explain(struct md_reader *r, uint32_t to)
{
    struct slice text = r->copy.text;
    uint32_t at = r->ledger.cursor;
    bool prefix = at < to && begins_line(r, at);
    for (;; prefix = false) {
        at = md_skip_silent(text, at, to, prefix);
        if (at >= to || (text.ptr[at] == '\\' && at + 1 == to))
            break;
        uint32_t end = take_definition(r, at, to);
        if (end == MD_NOWHERE) {
            end = md_line_end(text, at);
            end = end < to ? end : to;
            const struct md_segment *segment = md_segment_at(&r->copy, at);
            if (!segment->inserted || segment->stands_for > 0)
                add_lost(&r->ledger, at, end);
        }
        at = end;
    }
    r->ledger.cursor = to;
}

/* md4c gives as text what was taken for the tail of a link, `[label](not a link)`, or for
 * definitions. */
static void take_back(struct md_reader *r, uint32_t at)
{
    struct md_ledger *ledger = &r->ledger;
    const struct md_tail *tail = &ledger->tail;
    if (tail->end != MD_NOWHERE && at >= tail->end) {
        if (tail->node)
            tail->node->span.len =
                md_span(&r->copy, tail->end - 1, tail->end).offset + 1 - tail->node->span.offset;
        ledger->use_count -= tail->counted;
        if (r->pictures_open == 0)
            add_use(r, tail->href, tail->label, tail->end - 1);
    }
    while (ledger->definition_count > 0 &&
           ledger->definitions[ledger->definition_count - 1].end > at) {
        uint32_t start = ledger->definitions[--ledger->definition_count].start;
        if (start >= at)
            continue;
        if (take_definition(r, start, at) == MD_NOWHERE) /* its title was too long */
            add_lost(ledger, start, at);
        break;
    }
    ledger->cursor = at;
}

void md_claim(struct md_reader *r, uint32_t start, uint32_t end)
{
    if (start < r->ledger.cursor)
        take_back(r, start);
    else
        explain(r, start);
    md_stack_start(r, start);
    r->ledger.cursor = end;
    r->ledger.tail.end = MD_NOWHERE;
}

/* ---- looking ahead */

uint32_t md_seek(struct md_reader *r)
{
    struct slice text = r->copy.text;
    uint32_t at = r->ledger.cursor, end = at, limit = (uint32_t)text.len;
    bool prefix = begins_line(r, at);
    for (; end != MD_NOWHERE; prefix = false) {
        at = md_skip_silent(text, end, limit, prefix);
        end = r->ledger.fresh ? take_definition(r, at, limit) : MD_NOWHERE;
    }
    r->ledger.cursor = at;
    return at;
}

uint32_t md_expect(struct md_reader *r, const char *characters)
{
    uint32_t at = md_seek(r);
    char c = md_at(r->copy.text, at);
    return c != '\0' && strchr(characters, c) ? at : MD_NOWHERE;
}

uint32_t md_seek_quote(struct md_reader *r)
{
    struct slice text = r->copy.text;
    uint32_t at = r->ledger.cursor, limit = (uint32_t)text.len, markers = 0;
    bool whole = begins_line(r, at) && md_at(text, at > 0 ? at - 1 : 0) != '>';
    while (at < limit) {
        if (text.ptr[at] == '>' && (!whole || markers++ == r->ledger.quotes))
            break;
        if (md_is_line_end(text.ptr[at])) {
            whole = true;
            markers = 0;
        }
        uint32_t end = r->ledger.fresh ? take_definition(r, at, limit) : MD_NOWHERE;
        if (end == MD_NOWHERE)
            end = md_skip_silent(text, at, at + 1, true);
        if (end == at)
            break;
        at = end;
    }
    r->ledger.cursor = at;
    return md_at(text, at) == '>' ? at : MD_NOWHERE;
}

/* ---- links */

/* The end of `(address)` at `at` that belongs to a link; MD_NOWHERE: none does. */
static uint32_t inline_tail(const struct md_reader *r, const struct md_entry *entry, uint32_t at)
{
    uint32_t href = entry->target.href;
    if (md_at(r->copy.text, at) != '(')
        return MD_NOWHERE;
    uint32_t end = md_link_inline(r->copy.text, at, r->ledger.quotes);
    /* the address stands elsewhere: a reference before a parenthesis */
    return href != MD_NOWHERE && (href < at || href >= end) ? MD_NOWHERE : end;
}

void md_claim_tail(struct md_reader *r, const struct md_entry *entry)
{
    uint32_t at = md_expect(r, "]"), after = at + 1, href = entry->target.href;
    if (at == MD_NOWHERE)
        return;
    uint32_t end = inline_tail(r, entry, after);
    bool reference = end == MD_NOWHERE;
    bool counted = reference &&
                   (r->pictures_open == 0 || (r->pictures_open == 1 && entry->kind == NODE_IMAGE));
    if (reference && md_at(r->copy.text, after) == '[')
        end = md_link_label(r->copy.text, after);
    if (counted && end != MD_NOWHERE && end > after + 2)
        add_use(r, href, after + 1, end - 1);
    else if (counted)
        add_use(r, href, entry->label, at);
    md_claim(r, at, end == MD_NOWHERE ? after : end);
    r->ledger.tail =
        (struct md_tail){entry->own ? entry->node : NULL, after, entry->label, href, counted};
}

/* ---- which definitions are used */

/* The label as CommonMark matches it: blanks collapsed, case ignored (4.7). */
static struct slice normal_label(struct arena *arena, struct slice text)
{
    struct buf buf = {0};
    bool blank = false;
    for (size_t i = 0; i < text.len;) {
        uint32_t c = utf8_next(text, &i);
        if (c < 0x80 && (ascii_is_space((char)c) || c == '\v' || c == '\f')) {
            blank = buf.len > 0;
            continue;
        }
        if (blank)
            buf_put_char(&buf, ' ');
        blank = false;
        buf_put_utf8(&buf, text_lower(c));
    }
    return buf_keep(&buf, arena);
}

/* For bsearch. */
static int compare_place(const void *place, const void *element)
{
    uint32_t at = *(const uint32_t *)place;
    const struct md_link_definition *definition = element;
    return at < definition->start ? -1 : at >= definition->end;
}

/* By place where md4c told it; a rewritten address (escapes) by label. */
static void mark_used(struct md_reader *r)
{
    struct md_ledger *ledger = &r->ledger;
    struct map labels = {0};
    for (size_t i = ledger->definition_count; i-- > 0;) {
        struct md_link_definition *definition = &ledger->definitions[i];
        /* backwards: the first of a label wins, as in CommonMark */
        map_put(&labels, normal_label(&r->doc->arena, definition->label), definition);
    }
    for (size_t i = 0; i < ledger->use_count && ledger->definition_count > 0; i++) {
        const struct md_use *use = &ledger->uses[i];
        struct md_link_definition *definition =
            use->href != MD_NOWHERE
                ? bsearch(&use->href, ledger->definitions, ledger->definition_count,
                          sizeof *definition, compare_place)
                : map_get(&labels, normal_label(&r->doc->arena, use->label));
        if (definition && (!use->note || use->note->node->u.note.first_ref))
            definition->used = true;
    }
    map_free(&labels);
}

/* ---- what is said of those that are not */

/* The customary comment: `[//]: # (...)`. */
static bool is_comment(struct slice label, struct slice href)
{
    bool named = slice_equal_string(label, "//") || slice_equal_nocase(label, SLICE_LIT("comment"));
    return named && (slice_equal_string(href, "#") || href.len == 0);
}

static void report_definition(struct md_reader *r, const struct md_link_definition *definition)
{
    struct slice label = definition->label, href = definition->href;
    if (definition->used || is_comment(label, href))
        return;
    struct span span = md_span(&r->copy, definition->start, definition->end);
    if (address_is_certain(href) && !definition->has_title)
        diag_add(r->diags, DIAG_CODE_LINK_ADDRESS_UNUSED, span,
                 "use it as [words](address) or [words][label], or delete it",
                 "no link uses the address of [%.*s%s]", DIAG_SHOWN(label));
    else
        diag_add(r->diags, DIAG_CODE_LINK_DEFINITION_UNUSED, span,
                 "to print the brackets, put a backslash before the first: \\[",
                 "Markdown takes \"[%.*s%s]: ...\" for the address of a link and does not print it",
                 DIAG_SHOWN(label));
}

static void report_lost(struct md_reader *r)
{
    const struct md_range *lost = r->ledger.lost;
    size_t count = r->ledger.lost_count;
    struct slice text = r->copy.text;
    for (size_t i = 0; i < count;) {
        struct md_range range = lost[i++];
        while (i < count && md_skip_silent(text, range.end, lost[i].start, true) == lost[i].start)
            range.end = lost[i++].end;
        while (range.end > range.start &&
               md_skip_silent(text, range.end - 1, range.end, false) == range.end)
            range.end--;
        struct span span = md_span(&r->copy, range.start, range.end);
        struct slice words = slice_sub(r->copy.source->text, span.offset, span.len);
        words = slice_sub(words, 0, slice_find(words, '\n'));
        diag_add(r->diags, DIAG_CODE_TEXT_DROPPED, span, "write it in another way",
                 "Markdown does not print this: \"%.*s%s\"", DIAG_SHOWN(words));
    }
}

void md_ledger_report(struct md_reader *r)
{
    mark_used(r);
    for (size_t i = 0; i < r->ledger.definition_count; i++)
        report_definition(r, &r->ledger.definitions[i]);
    report_lost(r);
}
