#include "read/markdown/html_blocks.h"

#include <stdlib.h>

#include "read/markdown/captions.h"
#include "read/markdown/finish.h"
#include "read/markdown/quotes.h"
#include "read/markdown/html_descriptions.h"
#include "read/markdown/html_looks.h"
#include "read/markdown/html_tables.h"
#include "read/markdown/limits.h"
#include "read/markdown/nodes.h"
#include "read/markdown/stray.h"

/* ---- what is open */

static bool holds_blocks(enum node_kind kind)
{
    return kind == NODE_DOCUMENT || kind == NODE_QUOTE || kind == NODE_ITEM || kind == NODE_CELL ||
           kind == NODE_DESCRIPTION ||
           kind == NODE_PARAGRAPH; /* of md4c's, whose words have ended */
}

bool md_html_is_between(const struct md_reader *r)
{
    const struct md_entry *top = &r->stack.entries[r->stack.depth - 1];
    bool ended = (top->kind == NODE_PARAGRAPH || top->kind == NODE_CELL) && !top->leaf;
    return top->opener == MD_HTML_BLOCK
               ? !top->leaf
               : (top->opener == MD_BLOCK || top->opener == MD_IMPLIED) && (ended || r->html.block);
}

/* The innermost HTML above the block of md4c's that is of the kind or of the tag, as a level;
 * 0: none. Tables part what is inside their cells from what is around. */
static size_t find_level(const struct md_reader *r, enum node_kind kind, const char *tag)
{
    size_t base = md_base_level(r);
    for (size_t level = r->stack.depth; level > base; level--) {
        const struct md_entry *entry = &r->stack.entries[level - 1];
        if (entry->opener != MD_HTML_BLOCK)
            continue;
        struct slice name = slice_from(entry->tag);
        if (tag ? slice_equal_string(name, tag) : entry->kind == kind)
            return level;
        if (slice_equal_string(name, "table") &&
            !(tag && slice_equal_string(slice_from(tag), "table")))
            return 0;
    }
    return 0;
}

static bool is_in_cell(const struct md_reader *r)
{
    for (size_t i = r->stack.depth; i-- > 0;)
        if (r->stack.entries[i].kind == NODE_CELL)
            return true;
    return false;
}

/* How many entries lie below and at the innermost block, of md4c's or of HTML. */
static size_t block_level(const struct md_reader *r)
{
    size_t level = r->stack.depth, base = md_base_level(r);
    while (level > base && r->stack.entries[level - 1].opener != MD_HTML_BLOCK)
        level--;
    return level;
}

/* ---- ends */

static bool is_empty_text(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_space(text.ptr[i]) && text.ptr[i] != '\xc2' && text.ptr[i] != '\xa0')
            return false;
    return true;
}

/* Blank lines that editors write as paragraphs of a no-break space. */
static bool is_spacer(const struct node *block)
{
    for (const struct node *at = node_next(block, block); at; at = node_next(at, block)) {
        bool around = at->kind == NODE_STRONG || at->kind == NODE_EMPHASIS || at->kind == NODE_SPAN;
        if (!around && at->kind != NODE_LINE_BREAK &&
            !(at->kind == NODE_TEXT && is_empty_text(at->text)))
            return false;
    }
    return true;
}

static void finish_words(struct md_reader *r, struct node *block)
{
    while (block->last && block->last->kind == NODE_LINE_BREAK)
        doc_remove(block->last);
    if (is_spacer(block)) {
        md_titles_report(r);
        doc_remove(block);
        return;
    }
    struct node *before = block->previous;
    bool caption = block->kind == NODE_CAPTION;
    bool figure =
        caption && before && before->kind == NODE_FIGURE && before->last->kind != NODE_CAPTION;
    if (caption && !figure && block->parent->kind != NODE_TABLE)
        block->kind = NODE_PARAGRAPH;
    md_block_finish(r, block);
    if (figure) {
        doc_remove(block);
        doc_append(before, block);
    }
}

/* A list is set tight unless an item has more than one paragraph. */
static void finish_list(struct node *list)
{
    list->u.list.tight = true;
    uint32_t number = list->u.list.start;
    for (struct node *item = list->first; item; item = item->next) {
        number = item->u.item.number > 0 ? item->u.item.number : number;
        item->u.item.number = list->u.list.ordered ? number++ : 0;
        uint32_t paragraphs = 0;
        for (const struct node *at = item->first; at; at = at->next)
            paragraphs += at->kind == NODE_PARAGRAPH;
        list->u.list.tight &= paragraphs < 2;
    }
    if (!list->first)
        doc_remove(list);
}

/* The line ends right behind <pre> and before </pre> are nobody's. */
static void finish_code(struct md_reader *r, struct node *code)
{
    if (code->first && slice_starts(code->first->text, "\n"))
        md_text_strip(r->doc, code->first, 1, 0);
    if (code->last && slice_ends(code->last->text, "\n"))
        md_text_strip(r->doc, code->last, 0, 1);
    if (!code->first)
        doc_remove(code);
}

void md_html_finish(struct md_reader *r, const struct md_entry *entry)
{
    if (entry->kind == NODE_CELL)
        md_html_cell_finish(r, entry->node);
}

static void finish_block(struct md_reader *r, const struct md_entry *entry)
{
    if (entry->kind == NODE_CODE_BLOCK)
        finish_code(r, entry->node);
    else if (entry->leaf)
        finish_words(r, entry->node);
    else if (entry->kind == NODE_LIST)
        finish_list(entry->node);
    else if (entry->kind == NODE_DESCRIPTION_LIST)
        md_html_descriptions_finish(r, entry->node);
    else if (entry->kind == NODE_TABLE)
        md_html_table_finish(r, entry->node);
    else if (entry->kind == NODE_CELL)
        md_html_cell_finish(r, entry->node);
    else if (!entry->node->first && entry->kind != NODE_ITEM && entry->kind != NODE_DESCRIPTION)
        doc_remove(entry->node);
}

/* Pops a block of HTML; token: the tag that closes it, or NULL. */
static void close_top(struct md_reader *r, const struct md_token *token)
{
    if (md_top(r)->leaf)
        md_flush_text(r);
    struct md_entry entry = *md_top(r);
    r->stack.depth--;
    if (entry.page_after && holds_blocks(md_top(r)->kind))
        doc_add(r->doc, md_top(r)->node, NODE_PAGE_BREAK, entry.html);
    if (!entry.own)
        return;
    const struct node *last = entry.node->last;
    struct span end = token ? md_token_span(r, token) : last ? last->span : entry.html;
    if (!entry.tag && entry.node->first)
        entry.html = entry.node->first->span; /* of its words: no tag begins it */
    entry.node->span = entry.html;
    if (end.offset + end.len > entry.html.offset)
        entry.node->span.len = end.offset + end.len - entry.html.offset;
    finish_block(r, &entry);
}

static void close_to(struct md_reader *r, size_t level)
{
    while (r->stack.depth > level) {
        size_t block = block_level(r);
        md_html_close(r, block > level ? block : level);
        if (r->stack.depth <= level)
            return;
        const struct md_entry *top = md_top(r);
        const struct md_tag *tag = top->tag ? md_tag_find(slice_from(top->tag)) : NULL;
        if (tag && !tag->optional)
            md_unclosed_report(r, top);
        close_top(r, NULL);
    }
}

/* The words of a paragraph or cell of md4c's end with the tag of a block; what it holds from now on
 * stands behind them. */
static void end_words(struct md_reader *r)
{
    struct md_entry *base = md_top(r);
    md_flush_text(r);
    base->depth = r->stack.entries[r->stack.depth - 2].depth;
    struct node *block = base->node;
    base->leaf = false;
    if (base->kind == NODE_CELL) {
        struct node *words =
            block->first ? doc_add(r->doc, block, NODE_PARAGRAPH, block->first->span) : NULL;
        while (words && block->first != words) {
            struct node *child = block->first;
            doc_remove(child);
            doc_append(words, child);
        }
        if (words)
            finish_words(r, words);
        return;
    }
    if (!r->leaf.broke) {
        md_stray_line(r, base->start);
        md_callout_begin(r, base);
        block = base->node;
    }
    if (base->own)
        block->span = md_entry_span(r, base);
    base->own = false;
    base->node = block->parent;
    finish_words(r, block);
}

void md_html_settle(struct md_reader *r)
{
    size_t base = md_base_level(r);
    close_to(r, base);
    md_flush_text(r);
}

static void end_untagged(struct md_reader *r)
{
    size_t level = block_level(r);
    const struct md_entry *block = &r->stack.entries[level - 1];
    if (block->opener == MD_HTML_BLOCK && block->leaf && !block->tag)
        close_to(r, level - 1);
}

void md_html_end_words(struct md_reader *r)
{
    end_untagged(r);
    size_t base = md_base_level(r), level = base;
    while (level < r->stack.depth && (r->stack.entries[level].tag || !r->stack.entries[level].own ||
                                      r->stack.entries[level].kind != NODE_LIST))
        level++;
    if (level < r->stack.depth)
        close_to(r, level); /* the list of an <li> that stands in none */
}

/* ---- beginnings */

static struct md_entry *open_entry(struct md_reader *r, const struct span *span, const char *tag,
                                   enum node_kind kind, bool own)
{
    const struct md_entry *parent = md_top(r);
    uint32_t depth = parent->depth;
    struct node *node = own ? doc_add(r->doc, parent->node, kind, *span) : parent->node;
    struct md_entry *entry = md_push(r, MD_HTML_BLOCK, own ? kind : NODE_DOCUMENT, node, own);
    entry->depth = depth + (own && kind != NODE_ITEM);
    entry->start = r->ledger.cursor;
    entry->tag = tag;
    entry->html = *span;
    return entry;
}

/* Where what a tag left out begins: at the next words. */
static struct span here(struct md_reader *r)
{
    uint32_t at =
        r->html.text.any ? md_text_source(&r->html.text, 0) : md_source(&r->copy, r->ledger.cursor);
    return (struct span){r->copy.source, at, 0};
}

void md_html_hold(struct md_reader *r)
{
    size_t level = block_level(r);
    struct span span = here(r);
    if (r->stack.entries[level - 1].opener == MD_HTML_BLOCK)
        close_to(r, r->stack.entries[level - 1].leaf ? level - 1 : level);
    while (md_top(r)->opener == MD_HTML_BLOCK && !holds_blocks(md_top(r)->kind)) {
        enum node_kind kind = md_top(r)->kind;
        enum node_kind inner = kind == NODE_LIST               ? NODE_ITEM
                               : kind == NODE_DESCRIPTION_LIST ? NODE_DESCRIPTION
                               : kind == NODE_TABLE            ? NODE_TABLE_BODY
                               : kind == NODE_ROW              ? NODE_CELL
                                                               : NODE_ROW;
        open_entry(r, &span, NULL, inner, true);
    }
}

static void open_words(struct md_reader *r, const struct span *span, const struct md_tag *tag)
{
    enum node_kind kind = tag ? tag->kind : NODE_PARAGRAPH;
    bool markdown = kind == NODE_CODE_BLOCK && !r->html.block; /* its words */
    if (markdown || (kind == NODE_TERM && md_top(r)->node->kind != NODE_DESCRIPTION_LIST))
        kind = NODE_PARAGRAPH;
    struct md_entry *entry = md_open_leaf(r, MD_HTML_BLOCK, kind);
    r->ledger.fresh = false;
    entry->start = r->ledger.cursor;
    entry->tag = tag ? tag->name : NULL;
    entry->html = *span;
    entry->node->span = *span;
    if (kind == NODE_HEADING)
        entry->node->u.heading.level = tag->level;
}

void md_html_need_leaf(struct md_reader *r)
{
    if (!md_html_is_between(r))
        return;
    md_html_hold(r);
    struct span span = here(r);
    open_words(r, &span, NULL);
}

/* Makes the block of md4c's end its words, so that blocks can follow. False: they cannot stand
 * here, as in a heading. */
static bool make_room(struct md_reader *r, enum node_kind kind)
{
    size_t base = md_base_level(r);
    for (size_t i = r->stack.depth; i-- > base;)
        if (r->stack.entries[i].opener == MD_SPAN)
            return false;
    const struct md_entry *block = &r->stack.entries[base - 1];
    bool list = kind == NODE_LIST || kind == NODE_ITEM;
    if (!block->leaf)
        return true;
    if (r->pictures_open > 0 ||
        !(block->kind == NODE_PARAGRAPH || (block->kind == NODE_CELL && list)))
        return false;
    md_html_close(r, base);
    end_words(r);
    return true;
}

static uint32_t read_number(const char *text, uint32_t most)
{
    long number = text ? strtol(text, NULL, 10) : 0;
    return number<0 ? 0 : number>(long) most ? most : (uint32_t)number;
}

/* Goes to the list whose term or description begins, or the <div> that holds a group of them;
 * false: there is none. */
static bool go_to_descriptions(struct md_reader *r)
{
    size_t level = find_level(r, NODE_DESCRIPTION_LIST, NULL);
    if (level == 0)
        return false;
    while (level < r->stack.depth && !r->stack.entries[level].own)
        level++;
    close_to(r, level);
    return true;
}

/* Goes to where an entry of a kind may stand; false: nowhere here. */
static bool go_to(struct md_reader *r, enum node_kind kind)
{
    static const enum node_kind homes[][3] = {
        {NODE_TABLE, NODE_KIND_COUNT, NODE_KIND_COUNT}, /* parts, caption */
        {NODE_TABLE_BODY, NODE_TABLE_HEAD, NODE_TABLE}, /* rows */
        {NODE_ROW, NODE_TABLE_BODY, NODE_TABLE}};
    const enum node_kind *home = kind == NODE_CELL  ? homes[2]
                                 : kind == NODE_ROW ? homes[1]
                                                    : homes[0];
    size_t level = 0;
    for (int i = 0; i < 3 && level == 0 && home[i] != NODE_KIND_COUNT; i++)
        level = find_level(r, home[i], NULL);
    if (level == 0)
        return false;
    close_to(r, level);
    struct span span = here(r);
    if (kind == NODE_CELL && md_top(r)->kind == NODE_TABLE)
        open_entry(r, &span, NULL, NODE_TABLE_BODY, true);
    if (kind == NODE_CELL && md_top(r)->kind != NODE_ROW)
        open_entry(r, &span, NULL, NODE_ROW, true);
    if (kind == NODE_ROW && md_top(r)->kind == NODE_TABLE)
        open_entry(r, &span, NULL, NODE_TABLE_BODY, true);
    return true;
}

static void open_item(struct md_reader *r, const struct span *span, const struct md_tag *tag,
                      const struct md_attributes *attributes)
{
    size_t level = find_level(r, NODE_LIST, NULL);
    if (level > 0) {
        close_to(r, level);
    } else {
        md_html_hold(r);
        open_entry(r, span, NULL, NODE_LIST, !md_too_deep(r, r->ledger.cursor));
    }
    bool own = md_top(r)->own;
    struct md_entry *entry = open_entry(r, span, tag->name, NODE_ITEM, own);
    if (own)
        entry->node->u.item.number = read_number(attributes->value, INT32_MAX);
}

/* <ol type="a"> */
static enum node_numbering numbering_of(const char *type)
{
    switch (type && type[0] && !type[1] ? type[0] : '1') {
    case 'a': return NODE_LOWER_LETTERS;
    case 'A': return NODE_UPPER_LETTERS;
    case 'i': return NODE_LOWER_ROMAN;
    case 'I': return NODE_UPPER_ROMAN;
    default: return NODE_DECIMAL;
    }
}

static void open_list(struct md_reader *r, const struct span *span, const struct md_tag *tag,
                      const struct md_attributes *attributes)
{
    struct node *outer = md_top(r)->kind == NODE_LIST && md_top(r)->own ? md_top(r)->node : NULL;
    if (outer && outer->last) { /* right inside another, as editors write it: of its last item */
        struct md_entry *item = md_push(r, MD_HTML_BLOCK, NODE_ITEM, outer->last, true);
        item->html = outer->last->span;
        item->start = r->ledger.cursor;
        item->depth = r->stack.entries[r->stack.depth - 2].depth;
    }
    md_html_hold(r);
    struct md_entry *entry =
        open_entry(r, span, tag->name, NODE_LIST, !md_too_deep(r, r->ledger.cursor));
    if (!entry->own)
        return;
    entry->node->u.list.ordered = slice_equal_string(slice_from(tag->name), "ol");
    entry->node->u.list.start = attributes->start ? read_number(attributes->start, INT32_MAX) : 1;
    entry->node->u.list.delimiter = '.';
    entry->node->u.list.numbering = numbering_of(attributes->type);
}

static void open_cell(struct md_reader *r, const struct span *span, const struct md_tag *tag,
                      const struct md_attributes *attributes)
{
    struct md_entry *entry = open_entry(r, span, tag->name, NODE_CELL, true);
    struct node *cell = entry->node;
    cell->u.cell.header = slice_equal_string(slice_from(tag->name), "th");
    cell->u.cell.columns = read_number(attributes->colspan, MD_MAX_SPAN);
    cell->u.cell.rows =
        attributes->rowspan && slice_equal_string(slice_from(attributes->rowspan), "0")
            ? MD_MAX_SPAN
            : read_number(attributes->rowspan, MD_MAX_SPAN);
}

/* A part of a table that stands in none. Told once. */
static void report_homeless(struct md_reader *r, struct span span, const struct md_tag *tag)
{
    if (r->html.homeless_said || tag->kind == NODE_DESCRIPTION)
        return;
    r->html.homeless_said = true;
    diag_add(r->diags, DIAG_CODE_HTML_UNKNOWN, span,
             "write <table> before the first row and </table> behind the last",
             "this <%s> stands in no <table>, so each is set as a paragraph", tag->name);
}

static void open_container(struct md_reader *r, const struct span *span, const struct md_tag *tag,
                           const struct md_attributes *attributes)
{
    bool description = tag->kind == NODE_DESCRIPTION;
    bool whole =
        tag->kind == NODE_QUOTE || tag->kind == NODE_TABLE || tag->kind == NODE_DESCRIPTION_LIST;
    bool box = tag->kind == NODE_DOCUMENT || (whole && is_in_cell(r));
    if (tag->kind == NODE_ITEM) {
        open_item(r, span, tag, attributes);
    } else if (tag->kind == NODE_LIST) {
        open_list(r, span, tag, attributes);
    } else if (box || whole) {
        if (!(box && md_top(r)->kind == NODE_DESCRIPTION_LIST))
            md_html_hold(r);
        open_entry(r, span, tag->name, tag->kind, !box && !md_too_deep(r, r->ledger.cursor));
        if (box && tag->kind == NODE_DESCRIPTION_LIST)
            md_looks_add(r, "<dl>", *span);
        if (tag->kind == NODE_TABLE && md_top(r)->own)
            md_caption_meet(r, md_top(r)->node);
    } else if (description ? !go_to_descriptions(r) : !go_to(r, tag->kind)) { /* of none */
        report_homeless(r, *span, tag);
        md_html_hold(r);
        open_entry(r, span, tag->name, NODE_DOCUMENT, false);
    } else if (tag->kind == NODE_CELL) {
        open_cell(r, span, tag, attributes);
    } else {
        open_entry(r, span, tag->name, tag->kind, true);
    }
}

void md_html_open_block(struct md_reader *r, const struct md_token *token, const struct md_tag *tag,
                        const struct md_attributes *attributes)
{
    struct span span = md_token_span(r, token);
    if (r->stack.depth >= MD_MAX_OPEN) {
        md_deep_report(r, r->ledger.cursor);
        return;
    }
    if (!make_room(r, tag->kind)) {
        if (md_top(r)->node->last || r->text.any)
            md_html_break(r, token);
        return;
    }
    if (tag->role != MD_ROLE_TEXT) {
        open_container(r, &span, tag, attributes);
    } else if ((tag->kind == NODE_CAPTION && go_to(r, NODE_CAPTION)) ||
               (tag->kind == NODE_TERM && go_to_descriptions(r))) {
        open_words(r, &span, tag);
    } else {
        md_html_hold(r);
        open_words(r, &span, tag);
    }
    md_speak(md_top(r), attributes->lang, md_direction(attributes->dir));
}

void md_html_close_block(struct md_reader *r, const struct md_token *token,
                         const struct md_tag *tag)
{
    size_t level = find_level(r, NODE_KIND_COUNT, tag->name), base = md_base_level(r);
    bool words = r->stack.entries[base - 1].leaf;
    for (size_t i = r->stack.depth; i-- > level;)
        words |= level > 0 && r->stack.entries[i].opener == MD_SPAN;
    if (words)
        return; /* a line end in words */
    if (level == 0 && tag->kind == NODE_PARAGRAPH)
        end_untagged(r);
    if (level == 0 && tag->optional)
        return; /* the end of what ended already */
    if (level == 0) {
        md_unopened_report(r, token);
        return;
    }
    close_to(r, level);
    close_top(r, token);
}

#define BOX_TAG ":::"

void md_html_open_box(struct md_reader *r, struct node *box, struct span span,
                      const struct md_mark *mark)
{
    uint32_t depth = md_top(r)->depth;
    struct md_entry *entry = md_push(r, MD_HTML_BLOCK, NODE_QUOTE, box, true);
    entry->depth = depth + 1;
    entry->start = r->ledger.cursor;
    entry->tag = BOX_TAG;
    entry->box = mark;
    entry->html = span;
}

bool md_html_close_box(struct md_reader *r, const struct md_mark *mark)
{
    size_t level = r->stack.depth, base = md_base_level(r);
    while (level > base && r->stack.entries[level - 1].box != mark)
        level--;
    if (level > base)
        close_to(r, level - 1);
    return level > base;
}

void md_html_rule(struct md_reader *r, const struct md_token *token)
{
    if (is_in_cell(r) || !make_room(r, NODE_BREAK))
        return;
    md_html_hold(r);
    doc_add(r->doc, md_top(r)->node, NODE_BREAK, md_token_span(r, token));
}
