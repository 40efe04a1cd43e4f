#include "read/markdown/inline.h"

#include "read/markdown/addresses.h"
#include "read/markdown/attributes.h"
#include "read/markdown/quotes.h"
#include "read/markdown/inline_marks.h"
#include "read/markdown/ledger.h"
#include "read/markdown/limits.h"
#include "read/markdown/line_ends.h"
#include "read/markdown/nodes.h"
#include "read/markdown/notes.h"
#include "read/markdown/scan.h"
#include "read/markdown/signs.h"
#include "read/markdown/stray.h"
#include "read/markdown/targets.h"

/* ---- words */

static bool is_ref(struct md_reader *r, uint32_t at, uint32_t end)
{
    return r->definitions.masked && at + 3 < end && md_at(r->copy.text, at + 1) == '^' &&
           r->copy.source->text.ptr[md_source(&r->copy, at)] == '[';
}

/* The next masked `[^label]` or raised figure at or after `at`, or end. */
static uint32_t find_special(struct md_reader *r, uint32_t at, uint32_t end)
{
    struct slice text = slice_sub(r->copy.text, 0, end);
    for (; at < end; at++) {
        char c = text.ptr[at];
        if (c == '<' && is_ref(r, at, end))
            return at;
        if (c == '^' && md_small_end(text, at) != MD_NOWHERE && !md_in_address(r, at, 1))
            return at;
    }
    return end;
}

/* `^2^` at `at`: returns its end. */
static uint32_t put_raised(struct md_reader *r, uint32_t at, uint32_t end)
{
    uint32_t stop = md_small_end(slice_sub(r->copy.text, 0, end), at);
    if (md_too_deep(r, at)) {
        md_put_range(r, at, stop);
        return stop;
    }
    md_flush_text(r);
    struct node *parent = md_top(r)->node;
    struct node *node = doc_add(r->doc, parent, NODE_SUPERSCRIPT, md_span(&r->copy, at, stop));
    struct span inside = md_span(&r->copy, at + 1, stop - 1);
    doc_add(r->doc, node, NODE_TEXT, inside)->text =
        slice_sub(inside.source->text, inside.offset, inside.len);
    return stop;
}

void md_take_words(struct md_reader *r, uint32_t at, uint32_t end)
{
    struct slice text = slice_sub(r->copy.text, 0, end);
    md_claim(r, at, end);
    at = md_attributes_take(r, at, end);
    bool plain = !md_stray_check(r, at, end);
    while (!plain && r->pictures_open == 0 && at < end) {
        uint32_t special = find_special(r, at, end);
        md_put_range(r, at, special);
        at = special;
        if (md_at(text, at) == '^') {
            at = put_raised(r, at, end);
            continue;
        }
        uint32_t len = (uint32_t)slice_find(slice_from_position(text, at), '>') + 1;
        if (at == end || at + len > end)
            break;
        md_note_ref(r, at, len);
        at += len;
    }
    md_put_range(r, at, end);
}

void md_take_entity(struct md_reader *r, uint32_t at, uint32_t end)
{
    uint32_t source = md_source(&r->copy, at);
    md_claim(r, at, end);
    md_put_entity(r, slice_sub(r->copy.source->text, source, end - at), source);
}

/* ---- line ends */

void md_check_columns(struct md_reader *r, uint32_t at, uint32_t columns)
{
    if (columns > MD_MAX_COLUMNS)
        diag_add(r->diags, DIAG_CODE_TABLE_TOO_WIDE, md_span(&r->copy, at, at + 1),
                 "split the table into narrower ones",
                 "a table of %u columns: at most %u can be set", columns, MD_MAX_COLUMNS);
}

/* Newer releases of md4c leave a table of too many columns a paragraph: its second line tells. */
static void check_wide(struct md_reader *r, const struct md_entry *paragraph, uint32_t next)
{
    uint32_t at = md_skip_prefix(r->copy.text, next, NULL);
    char c = md_at(r->copy.text, at);
    if (c == '|' || c == '-' || c == ':')
        md_check_columns(r, paragraph->start, md_row_dash_columns(md_line(r->copy.text, at)));
}

/* CommonMark 0.31, 5.1: a paragraph in a quote goes on in a line without its >. Told once for a
 * block, as words meant to stand below a warning's box must not end up in it unseen. */
static void check_lazy(struct md_reader *r, uint32_t next)
{
    uint32_t markers, at = md_skip_prefix(r->copy.text, next, &markers);
    uint32_t end = md_line_end(r->copy.text, at);
    if (r->leaf.lazy || markers >= r->ledger.quotes || at == end)
        return;
    r->leaf.lazy = true;
    diag_add(r->diags, DIAG_CODE_QUOTE_LAZY, md_span(&r->copy, at, end),
             "write > in front of it, or an empty line before it if it stands on its own",
             "this line has no > and yet belongs to the %s above it",
             r->ledger.quotes > 1 ? "inner quote or box" : "quote or box");
}

/* The same, 4.8: a > four columns in begins no quote in a line that goes on. Told once likewise. */
static void check_markers(struct md_reader *r, uint32_t next)
{
    struct slice text = r->copy.text;
    uint32_t markers, indent;
    md_skip_prefix(text, next, &markers);
    if (r->leaf.stray || markers <= r->ledger.quotes)
        return;
    uint32_t at = next + md_skip_indent(md_line(text, next), r->ledger.quotes, UINT32_MAX, &indent);
    r->leaf.stray = true;
    diag_add(r->diags, DIAG_CODE_QUOTE_UNMARKED, md_span(&r->copy, at, at + 1),
             "for a quote or a box write fewer blanks before it: none, in a list as many as its "
             "marker is wide; if the sign is meant, put a backslash before it",
             "with so many blanks before it this > goes on with the text above, so it prints as it "
             "stands");
}

/* The first line of a paragraph ended. True: it was a callout's label. */
static bool end_first_line(struct md_reader *r, struct md_entry *paragraph, uint32_t next)
{
    const struct node *before = paragraph->node;
    check_wide(r, paragraph, next);
    md_stray_line(r, paragraph->start);
    md_callout_begin(r, paragraph);
    r->leaf.broke = true;
    return paragraph->node != before;
}

void md_take_break(struct md_reader *r, bool hard)
{
    struct slice text = r->copy.text;
    uint32_t start = r->ledger.cursor, at = md_skip_blanks(text, start);
    at += hard && md_at(text, at) == '\\';
    uint32_t next = md_line_next(text, at);
    uint32_t source = md_source(&r->copy, at);
    uint32_t end = next > at ? md_source(&r->copy, next - 1) + 1 : source;
    struct md_entry *top = md_top(r);
    md_claim(r, hard ? start : at, next);
    check_lazy(r, next);
    check_markers(r, next);
    if (!r->leaf.broke && top->leaf && top->kind == NODE_PARAGRAPH && end_first_line(r, top, next))
        return;
    md_stray_line(r, md_skip_prefix(text, next, NULL));
    const struct node *last = r->text.any ? NULL : top->node->last;
    if (!hard && last && last->kind == NODE_LINE_BREAK)
        return; /* the line end after a <br> */
    if (r->pictures_open > 0) {
        buf_put_char(&r->alt, '\n');
        return;
    }
    if (!hard) {
        md_put_bytes(r, SLICE_LIT(" "), source, end > source);
        return;
    }
    md_flush_text(r);
    doc_add(r->doc, top->node, NODE_LINE_BREAK, md_span(&r->copy, start, next));
}

/* ---- code and HTML */

static const struct md_blanks *blanks_at_cursor(struct md_reader *r)
{
    struct md_blanks *blanks = &r->ledger.blanks;
    uint32_t cursor = r->ledger.cursor;
    if (blanks->from != cursor || blanks->prefix_end == cursor)
        *blanks = (struct md_blanks){cursor, md_skip_blanks(r->copy.text, cursor),
                                     md_skip_prefix(r->copy.text, cursor, NULL)};
    return blanks;
}

/* A line end, or the blanks of an indentation, of a code or HTML block: constants of md4c's that
 * stand for what is at the cursor. */
static void take_constant(struct md_reader *r, struct md_text *out, struct slice bytes)
{
    struct slice text = r->copy.text;
    const struct md_blanks *blanks = blanks_at_cursor(r);
    uint32_t cursor = blanks->from, at = blanks->end, prefix = blanks->prefix_end;
    uint32_t len = (uint32_t)bytes.len;
    if (bytes.ptr[0] == '\n') {
        at = prefix == md_line_end(text, prefix) ? prefix : at;
        uint32_t next = md_line_next(text, at), source = md_source(&r->copy, at);
        len = next > at ? md_source(&r->copy, next - 1) + 1 - source : 0;
        if (next == at || !md_segment_at(&r->copy, at)->inserted)
            md_text_put(out, bytes, source, len);
        md_claim(r, at, next);
        return;
    }
    if (r->ledger.quotes > 0)
        at = prefix;
    uint32_t start = at >= cursor + len ? at - len : cursor;
    bool same = slice_equal(slice_sub(text, start, at - start), bytes);
    md_text_put(out, bytes, md_source(&r->copy, start), same ? len : 0);
}

/* The raw bytes of a block. */
static void take_raw(struct md_reader *r, struct md_text *out, uint32_t at, struct slice bytes)
{
    uint32_t end = at + (uint32_t)bytes.len;
    if (at == MD_NOWHERE) {
        take_constant(r, out, bytes);
        return;
    }
    md_claim(r, at, end);
    md_text_put_range(out, &r->copy, at, end);
}

/* GFM 4.10: in a table, `\|` is a bar, in code as well. */
static void take_span_code(struct md_reader *r, uint32_t at, uint32_t end)
{
    struct slice text = slice_sub(r->copy.text, 0, end);
    size_t level = md_leaf_level(r);
    bool cell = level > 0 && r->stack.entries[level - 1].kind == NODE_CELL;
    md_claim(r, at, end);
    for (uint32_t bar = at; cell && bar < end; bar++) {
        if (text.ptr[bar] != '\\' || md_at(text, bar + 1) != '|')
            continue;
        md_put_range(r, at, bar);
        at = ++bar;
    }
    md_put_range(r, at, end);
}

void md_take_code(struct md_reader *r, uint32_t at, struct slice bytes)
{
    if (md_top(r)->kind == NODE_CODE_BLOCK) {
        take_raw(r, &r->text, at, bytes);
    } else if (at == MD_NOWHERE) {
        uint32_t line = md_skip_blanks(r->copy.text, r->ledger.cursor);
        md_put_bytes(r, SLICE_LIT(" "), md_source(&r->copy, line), 1);
        md_claim(r, line, md_line_next(r->copy.text, line));
    } else {
        take_span_code(r, at, at + (uint32_t)bytes.len);
    }
}

void md_take_html(struct md_reader *r, uint32_t at, struct slice bytes)
{
    if (!r->notes.separator)
        take_raw(r, &r->html.text, at, bytes);
}

/* ---- spans */

/* Emphasis that is none: its words stand where they are. */
static struct md_entry *open_sign(struct md_reader *r, enum node_kind kind, uint32_t at,
                                  uint32_t len)
{
    const struct md_entry *parent = md_top(r);
    uint32_t depth = parent->leaf ? 0 : parent->depth;
    md_stack_start(r, at);
    md_put_range(r, at, at + len);
    struct md_entry *entry = md_push(r, MD_SPAN, kind, parent->node, false);
    entry->depth = depth;
    entry->start = at;
    return entry;
}

void md_enter_marked(struct md_reader *r, enum node_kind kind, const char *marks, uint32_t len)
{
    uint32_t at = md_expect(r, marks);
    uint32_t run = at == MD_NOWHERE ? 0 : md_run(r->copy.text, at, md_at(r->copy.text, at));
    uint32_t marker = len > 0 && len < run ? len : run;
    bool inside = marker > 0 && md_in_address(r, at, marker);
    bool lowered = kind == NODE_STRIKE && marker == 1 && !inside &&
                   md_small_end(r->copy.text, at) != MD_NOWHERE; /* H~2~O */
    bool fill = marker > 0 && md_is_to_fill(r->copy.text, at);
    bool sign = inside || fill || (!lowered && md_is_sign(r, kind, at, marker));
    if (sign && !inside && !fill)
        md_report_sign(r, at, marker);
    struct md_entry *entry = sign ? open_sign(r, kind, at, marker)
                                  : md_open_inline(r, MD_SPAN, lowered ? NODE_SUBSCRIPT : kind,
                                                   at == MD_NOWHERE ? r->ledger.cursor : at);
    entry->kind = kind;
    entry->marks = marks;
    entry->marker = marker;
    entry->sign = sign;
    entry->in_address = inside;
    if (marker > 0)
        md_claim(r, at, at + marker);
}

/* len: of the opening marks, 0 for a bare address. */
static struct md_entry *open_target(struct md_reader *r, enum node_kind kind, uint32_t at,
                                    uint32_t len, struct md_target target)
{
    struct md_entry *entry =
        md_open_inline(r, MD_SPAN, kind, at == MD_NOWHERE ? r->ledger.cursor : at);
    entry->label = entry->start + len;
    entry->target = target;
    if (len > 0)
        md_claim(r, entry->start, entry->label);
    return entry;
}

void md_enter_link(struct md_reader *r, struct md_target target)
{
    uint32_t at = md_expect(r, "[<");
    bool angle = md_at(r->copy.text, at) == '<';
    struct md_entry *entry = open_target(r, NODE_LINK, at, at != MD_NOWHERE, target);
    entry->bracket = at != MD_NOWHERE && !angle;
    if (angle) {
        entry->marks = ">";
        entry->marker = 1;
    }
}

void md_enter_image(struct md_reader *r, struct md_target target)
{
    uint32_t at = md_expect(r, "!");
    md_flush_text(r);
    if (r->pictures_open++ == 0)
        buf_clear(&r->alt);
    open_target(r, NODE_IMAGE, at, at == MD_NOWHERE ? 0 : 2, target)->bracket = true;
}

/* A link or picture inside the description of a picture, or nested too deep, is only its words. */
static void report_dropped(struct md_reader *r, const struct md_entry *entry)
{
    struct span span = md_entry_span(r, entry);
    if (entry->target.title.len > 0)
        diag_add(
            r->diags, DIAG_CODE_TEXT_DROPPED, span, "give the words their own place in the text",
            "the title of this link is not printed: \"%.*s%s\"", DIAG_SHOWN(entry->target.title));
    else if (entry->target.address.len > 0 && entry->bracket)
        diag_add(r->diags, DIAG_CODE_LINK_ADDRESS_UNUSED, span,
                 "a picture's description is plain words: put the link into the text",
                 "the address of this link is not used");
}

static void leave_link(struct md_reader *r, const struct md_entry *entry)
{
    struct node *node = entry->node;
    if (!entry->own) {
        report_dropped(r, entry);
        return;
    }
    node->u.link.href = entry->target.address;
    node->u.link.title = entry->target.title;
    if (entry->target.address.len == 0) {
        diag_add(r->diags, DIAG_CODE_LINK_EMPTY, node->span,
                 "write the address between the parentheses", "this link has no address");
        if (entry->target.title.len > 0)
            report_dropped(r, entry);
        doc_unwrap(node);
        r->ledger.tail.node = NULL;
    } else if (!node->first) {
        node->u.link.wordless = true;
        doc_add_text(r->doc, node, entry->target.address, node->span);
    }
}

static void leave_image(struct md_reader *r, const struct md_entry *entry)
{
    if (--r->pictures_open > 0) {
        report_dropped(r, entry);
        return;
    }
    const char *alt = md_lines_text(buf_slice(&r->alt), &r->doc->arena);
    bool blank = !*alt;
    struct md_target target = entry->target;
    if (md_is_size(target.title)) {
        md_size_report(r, md_entry_span(r, entry), target.title);
        target.title = SLICE_EMPTY;
    }
    r->ledger.tail.node =
        md_add_picture(r, &target, blank ? NULL : alt, 0, md_entry_span(r, entry));
}

/* The closing marks are signs, so the opening ones are: both go back into the text. */
static void undo_emphasis(struct md_reader *r, const struct md_entry *entry)
{
    struct span open = md_span(&r->copy, entry->start, entry->start + entry->marker);
    struct node *text =
        doc_add_text(r->doc, NULL, slice_sub(open.source->text, open.offset, open.len), open);
    doc_insert_before(entry->node, text);
    doc_unwrap(entry->node);
}

/* True if the marks at `at` that would close the emphasis are signs. */
static bool closes_as_sign(struct md_reader *r, const struct md_entry *entry, uint32_t at)
{
    return md_is_sign(r, entry->kind, at, entry->marker) || md_in_address(r, at, entry->marker);
}

void md_finish_span(struct md_reader *r)
{
    if (md_top(r)->own)
        md_flush_text(r);
    struct md_entry entry = *md_top(r);
    uint32_t at = entry.marks ? md_expect(r, entry.marks) : MD_NOWHERE;
    bool lowered = entry.own && entry.node->kind == NODE_SUBSCRIPT;
    bool undone = entry.own && !lowered && at != MD_NOWHERE && closes_as_sign(r, &entry, at);
    if (entry.bracket)
        md_claim_tail(r, &entry);
    else if (at != MD_NOWHERE && entry.marker > 0)
        md_claim(r, at, at + entry.marker);
    md_close(r);
    if (undone) {
        undo_emphasis(r, &entry);
        md_report_sign(r, at, entry.marker);
    }
    if (entry.in_address && at != MD_NOWHERE && !md_in_address(r, at, entry.marker))
        md_report_sign(r, entry.start, entry.marker);
    if ((undone || entry.sign) && at != MD_NOWHERE)
        md_put_range(r, at, at + entry.marker);
    if (entry.kind == NODE_LINK)
        leave_link(r, &entry);
    else if (entry.kind == NODE_IMAGE)
        leave_image(r, &entry);
}

void md_put_stray_marks(struct md_reader *r)
{
    uint32_t at = md_expect(r, "*_~");
    if (at == MD_NOWHERE)
        return;
    uint32_t end = at + md_run(r->copy.text, at, md_at(r->copy.text, at));
    md_claim(r, at, end);
    md_put_range(r, at, end);
}
