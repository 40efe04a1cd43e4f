#include "read/markdown/blocks.h"

#include "read/markdown/doubts.h"
#include "read/markdown/boxes.h"
#include "read/markdown/callouts.h"
#include "read/markdown/cells.h"
#include "read/markdown/finish.h"
#include "read/markdown/quotes.h"
#include "read/markdown/html.h"
#include "read/markdown/html_blocks.h"
#include "read/markdown/ledger.h"
#include "read/markdown/limits.h"
#include "read/markdown/nodes.h"
#include "read/markdown/stray.h"
#include "read/markdown/terms.h"

/* ---- leaves */

void md_need_leaf(struct md_reader *r)
{
    if (md_top(r)->kind == NODE_ITEM && md_top(r)->opener == MD_BLOCK)
        md_open_leaf(r, MD_IMPLIED, NODE_PARAGRAPH);
    else
        md_html_need_leaf(r);
}

/* A backslash at the very end, where no line follows that it would part, is text (CommonMark 0.31,
 * 6.7). */
static void check_last_backslash(struct md_reader *r)
{
    struct slice text = r->copy.text;
    uint32_t end = r->ledger.cursor, start = end;
    while (start > 0 && text.ptr[start - 1] == '\\')
        start--;
    if ((end - start) % 2 != 0)
        diag_add(r->diags, DIAG_CODE_SIGN_KEPT, md_span(&r->copy, end - 1, end),
                 "delete it: the last line needs none",
                 "no line follows here from which this backslash could part its line, so it prints "
                 "as it stands");
}

/* All inline content of the innermost leaf is in; its closing markup may follow. */
static void settle_leaf(struct md_reader *r)
{
    md_html_flush(r);
    md_html_end_drop(r);
    md_html_settle(r);
    check_last_backslash(r);
    r->ledger.fresh = false;
}

static void close_leaf(struct md_reader *r)
{
    const struct md_entry entry = *md_top(r);
    md_close(r);
    if (entry.leaf)
        md_block_finish(r, entry.node);
    else
        md_html_finish(r, &entry);
}

void md_leave_leaf(struct md_reader *r)
{
    settle_leaf(r);
    if (md_top(r)->leaf && md_top(r)->kind == NODE_CELL)
        md_cell_lists(r, md_top(r)->node);
    close_leaf(r);
}

void md_close_paragraph(struct md_reader *r)
{
    settle_leaf(r);
    if (!r->leaf.broke && md_top(r)->leaf) {
        md_stray_line(r, md_top(r)->start);
        md_callout_begin(r, md_top(r));
    } else if (!r->leaf.stray) {
        md_doubt_lines(r, md_top(r)->start, r->ledger.cursor);
    }
    close_leaf(r);
}

void md_close_implied(struct md_reader *r)
{
    size_t level = md_base_level(r);
    if (level > 0 && r->stack.entries[level - 1].opener == MD_IMPLIED)
        md_close_paragraph(r);
}

/* ---- containers */

static struct md_entry *open_container(struct md_reader *r, enum node_kind kind, uint32_t at)
{
    const struct md_entry *parent = md_top(r);
    uint32_t depth = parent->depth;
    struct md_entry *entry = md_too_deep(r, at) ? md_push(r, MD_BLOCK, kind, parent->node, false)
                                                : md_open_block(r, kind);
    entry->depth = depth + entry->own;
    return entry;
}

void md_enter_quote(struct md_reader *r)
{
    uint32_t at = md_seek_quote(r);
    open_container(r, NODE_QUOTE, at == MD_NOWHERE ? r->ledger.cursor : at);
    r->ledger.quotes++;
    if (at != MD_NOWHERE)
        md_claim(r, at, at + 1);
}

/* Lines of nothing but quote markers at the end belong to the quote. */
void md_leave_quote(struct md_reader *r)
{
    struct slice text = r->copy.text;
    uint32_t at = md_skip_blanks(text, r->ledger.cursor), markers = 0;
    for (uint32_t next = md_line_next(text, at); next > at; next = md_line_next(text, at)) {
        at = md_skip_prefix(text, next, &markers);
        if (markers < r->ledger.quotes || at != md_line_end(text, at))
            break;
        r->ledger.cursor = at;
    }
    r->ledger.quotes--;
    const struct md_entry *quote = md_top(r);
    if (r->ledger.quotes == 0 && quote->own && !quote->node->first &&
        md_skip_prefix(text, quote->start, NULL) == md_line_end(text, quote->start))
        diag_add(r->diags, DIAG_CODE_SIGN_AS_BULLET,
                 md_span(&r->copy, quote->start, quote->start + 1),
                 "write words behind it; where \"more than\" is meant, write it in words",
                 "this > begins a quotation without words and is not printed");
    md_close(r);
}

/* ---- lists */

struct node *md_enter_list(struct md_reader *r)
{
    bool notes = r->notes.open && r->stack.depth == 1;
    struct md_entry *entry = notes ? md_push(r, MD_BLOCK, NODE_LIST, r->doc->root, false)
                                   : open_container(r, NODE_LIST, md_seek(r));
    return entry->own ? entry->node : NULL;
}

void md_leave_list(struct md_reader *r)
{
    const struct md_numbers *numbers = &md_top(r)->numbers;
    if (numbers->differ && numbers->wrong_item)
        diag_add(r->diags, DIAG_CODE_LIST_NUMBERS,
                 (struct span){r->copy.source, numbers->wrong_item->span.offset, 1},
                 "number the items one after the other, or give each number 1",
                 "this item is written as %llu, but prints as %u",
                 (unsigned long long)numbers->wrong, numbers->wrong_item->u.item.number);
    struct node *list = md_top(r)->own ? md_top(r)->node : NULL;
    md_close(r);
    if (list)
        md_terms_finish(list);
}

/* Compares the number written with the one that is printed. */
static void check_number(struct md_entry *list, struct node *item, uint64_t written)
{
    struct md_numbers *numbers = &list->numbers;
    uint32_t number = list->node->u.list.start + numbers->items;
    item->u.item.number = number;
    if (numbers->items++ == 0)
        numbers->first = written;
    numbers->differ |= written != numbers->first;
    if (written != number && !numbers->wrong_item) {
        numbers->wrong_item = item;
        numbers->wrong = written;
    }
}

/* The end of a list marker; *number: of an ordered one. */
static uint32_t item_marker(struct slice text, uint32_t at, uint64_t *number)
{
    for (*number = 0; ascii_is_digit(md_at(text, at)); at++)
        *number = *number * 10 + (uint64_t)(text.ptr[at] - '0');
    return at + 1;
}

/* Opens an item in the list at the top; its list's entry, or NULL where neither has a node. */
static struct md_entry *open_item(struct md_reader *r)
{
    struct md_stack *stack = &r->stack;
    size_t list = stack->depth - 1;
    uint32_t depth = md_top(r)->depth;
    bool own = md_top(r)->own;
    if (r->notes.open && stack->depth == 2 && r->notes.next < r->definitions.note_count) {
        r->notes.present = r->definitions.notes[r->notes.next++];
        md_push(r, MD_BLOCK, NODE_ITEM, r->notes.present->node, true);
    } else if (own)
        md_open_block(r, NODE_ITEM)->depth = depth;
    else
        md_push(r, MD_BLOCK, NODE_ITEM, md_top(r)->node, false)->depth = depth;
    return own ? &stack->entries[list] : NULL;
}

/* The label that is written, where the marker in the copy is ours. */
static void set_label(struct node *list, struct node *item, const struct md_label *label)
{
    list->u.list.numbering = label->numbering;
    list->u.list.delimiter = label->delimiter;
    if (list->first == item)
        list->u.list.start = label->number;
    item->u.item.number = label->number;
}

void md_enter_item(struct md_reader *r, char task, uint32_t task_at)
{
    uint64_t number;
    uint32_t at = md_expect(r, "-+*0123456789");
    struct md_entry *list = open_item(r);
    struct node *item = md_top(r)->node;
    if (at == MD_NOWHERE)
        return;
    const struct md_label *label = md_segment_at(&r->copy, at)->label;
    md_claim(r, at, item_marker(r->copy.text, at, &number));
    if (list && label)
        set_label(list->node, item, label);
    else if (list && list->node->u.list.ordered)
        check_number(list, item, number);
    if (task == '\0')
        return;
    if (list)
        item->u.item.task = task == ' ' ? NODE_TASK_OPEN : NODE_TASK_DONE;
    md_claim(r, task_at - 1, task_at + 2);
}

/* ---- headings, code, breaks */

void md_enter_heading(struct md_reader *r, uint32_t level)
{
    struct slice text = r->copy.text;
    struct md_entry *entry = md_open_leaf(r, MD_BLOCK, NODE_HEADING);
    entry->node->u.heading.level = (int)level;
    uint32_t at = md_expect(r, "#");
    if (at == MD_NOWHERE || md_run(text, at, '#') != level)
        return;
    char after = md_at(text, at + level);
    if (ascii_is_space(after) || after == '\0') {
        entry->marker = level;
        md_claim(r, at, at + level);
        r->ledger.fresh = false;
    }
}

void md_leave_heading(struct md_reader *r)
{
    struct slice text = r->copy.text;
    settle_leaf(r);
    uint32_t at = md_skip_blanks(text, r->ledger.cursor);
    if (md_top(r)->marker == 0) {
        md_doubt_underline(r, md_top(r)->start, at);
        at = md_skip_prefix(text, md_line_next(text, at), NULL);
        md_claim(r, at, at + md_run(text, at, md_at(text, at) == '=' ? '=' : '-'));
    } else if (md_at(text, at) == '#') {
        md_claim(r, at, at + md_run(text, at, '#'));
    }
    close_leaf(r);
}

/* ```{warning} of MyST, ```ad-warning of Obsidian, ```admonish warning of mdBook. */
static void check_fence(struct md_reader *r, struct slice info, struct span span)
{
    struct slice name = info;
    enum callout_kind kind;
    if (slice_starts(name, "{"))
        name = slice_sub(name, 1, slice_find(name, '}') - 1);
    if (slice_starts(name, "ad-"))
        name = slice_from_position(name, 3);
    name = slice_sub(name, 0, md_run_word(name, 0, "-"));
    bool box = slice_equal_string(name, "admonish") || slice_equal_string(name, "admonition");
    if (box || md_callout_find(name, &kind))
        diag_add(r->diags, DIAG_CODE_CALLOUT_UNMARKED, span,
                 "for a box write > [!WARNING] and > before each of its lines, without the fence",
                 "\"%.*s%s\" at a fence makes no box: its words are set as a computer's text",
                 DIAG_SHOWN(name));
}

void md_enter_code(struct md_reader *r, char fence)
{
    struct slice text = r->copy.text;
    struct md_entry *entry = md_open_block(r, NODE_CODE_BLOCK);
    uint32_t at = fence ? md_expect(r, (char[]){fence, '\0'}) : md_seek(r);
    if (at == MD_NOWHERE)
        return;
    if (!fence) {
        md_doubt_code(r, at);
        return;
    }
    entry->marker = md_run(text, at, fence);
    uint32_t end = md_line_end(text, at);
    md_claim(r, at, end);
    uint32_t info = md_skip_blanks(text, at + entry->marker);
    entry->node->text = slice_trim(md_text_of_range(&r->copy, info, end, &r->doc->arena));
    check_fence(r, entry->node->text, md_span(&r->copy, at, end));
    r->ledger.cursor = md_line_next(text, end);
}

void md_leave_code(struct md_reader *r, char fence)
{
    struct slice text = r->copy.text;
    const struct md_entry *entry = md_top(r);
    uint32_t markers, at = md_skip_prefix(text, r->ledger.cursor, &markers);
    uint32_t run = md_run(text, at, fence);
    bool closed = markers >= r->ledger.quotes && run >= entry->marker &&
                  md_skip_blanks(text, at + run) == md_line_end(text, at + run);
    md_flush_text(r);
    struct node *last = entry->node->last;
    if (last && slice_ends(last->text, "\n"))
        md_text_trim(r->doc, last, 0, 1);
    if (entry->marker > 0 && closed)
        md_claim(r, at, at + run);
    else if (entry->marker > 0)
        diag_add(r->diags, DIAG_CODE_MARKUP_UNCLOSED,
                 md_span(&r->copy, entry->start, entry->start + entry->marker),
                 "write the same characters on a line of their own where it ends",
                 "the code that begins here has no end: all that follows stands in it");
    md_close(r);
}

void md_enter_break(struct md_reader *r)
{
    md_open_block(r, NODE_BREAK);
    uint32_t at = md_expect(r, "-*_");
    if (at != MD_NOWHERE)
        md_claim(r, at, md_line_end(r->copy.text, at));
}

void md_enter_html(struct md_reader *r)
{
    uint32_t depth = md_top(r)->depth;
    if (r->notes.open && r->stack.depth == 1)
        r->notes.separator = true;
    else
        md_push(r, MD_BLOCK, NODE_PARAGRAPH, md_top(r)->node, false)->depth = depth;
}

static void take_html_block(struct md_reader *r)
{
    r->html.block = true;
    md_html_flush(r);
    md_html_end_drop(r);
    md_html_end_words(r);
    r->html.block = false;
}

bool md_take_html_mark(struct md_reader *r, uint32_t at, uint32_t len)
{
    const struct md_mark *mark = at == MD_NOWHERE ? NULL : md_segment_at(&r->copy, at)->mark;
    if (!mark)
        return false;
    if (md_leaf_level(r) > 0) { /* the line goes on with text, whose words it is */
        md_html_flush(r);
        md_claim(r, at, at + len);
        md_put_range(r, at, at + len);
        return true;
    }
    struct md_entry block = *md_top(r);
    md_claim(r, at, at + len);
    r->stack.depth--;
    take_html_block(r); /* md4c makes one block of comments that follow one another */
    md_box_mark(r, mark);
    uint32_t depth = md_top(r)->depth;
    md_push(r, block.opener, block.kind, md_top(r)->node, false)->depth = depth;
    return true;
}

void md_leave_html(struct md_reader *r)
{
    if (!r->notes.separator) {
        r->stack.depth--; /* what is open may go on behind the block */
        take_html_block(r);
        return;
    }
    r->notes = (struct md_note_list){0};
    md_claim(r, r->copy.start, r->copy.start);
}
