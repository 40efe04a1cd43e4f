/* md4c's callbacks: blocks. Each claims the bytes that it stands for (md_ledger.c) and opens or
 * closes a node; md_inline.c does the same for what stands inside blocks. */
#include "read/markdown/markdown.h"

#include "base/mem.h"

struct md_entry *md_top(struct md_reader *r)
{
    return &r->stack[r->depth - 1];
}

struct md_entry *md_push(struct md_reader *r, enum md_kind kind, int type, struct node *node,
                         bool own)
{
    r->stack = mem_grow(r->stack, &r->stack_cap, r->depth + 1, sizeof *r->stack);
    struct md_entry *entry = &r->stack[r->depth++];
    *entry = (struct md_entry){.kind = kind,
                               .type = type,
                               .node = node,
                               .own = own,
                               .start = MD_NOWHERE,
                               .href = MD_NOWHERE};
    return entry;
}

void md_close(struct md_reader *r)
{
    struct md_entry entry = r->stack[--r->depth];
    if (!entry.own)
        return;
    uint32_t start = entry.start == MD_NOWHERE ? r->cursor : entry.start;
    entry.node->span = md_span(r, start, r->cursor > start ? r->cursor : start);
}

static void say_deep(struct md_reader *r, uint32_t at)
{
    if (r->deep_said)
        return;
    r->deep_said = true;
    diag_add(r->diags, DIAG_CODE_NESTING_TOO_DEEP, md_span(r, at, at + 1),
             "what stands deeper is set without its nesting; write it flatter",
             "more than %u levels are nested", MD_MAX_DEPTH);
}

bool md_too_deep(struct md_reader *r, uint32_t at)
{
    bool deep = md_top(r)->depth >= MD_MAX_DEPTH;
    if (deep)
        say_deep(r, at);
    return deep;
}

/* ---- leaves: blocks with inline content */

struct md_entry *md_open_leaf(struct md_reader *r, enum md_kind kind, int type, enum node_kind node)
{
    struct node *leaf = doc_add(r->doc, md_top(r)->node, node, SPAN_NONE);
    struct md_entry *entry = md_push(r, kind, type, leaf, true);
    entry->leaf = true;
    r->fresh = true;
    r->broke = false;
    r->lazy = false;
    r->stray = false;
    r->picture_count = 0;
    return entry;
}

/* All inline content of the leaf at the top is in; its closing markup may follow. */
static void settle_leaf(struct md_reader *r)
{
    size_t level = r->depth;
    while (!r->stack[level - 1].leaf)
        level--;
    md_html_flush(r);
    md_html_close(r, level);
    md_flush_text(r);
    r->fresh = false;
}

static void close_leaf(struct md_reader *r)
{
    struct node *leaf = md_top(r)->node;
    md_close(r);
    md_block_finish(r, leaf);
}

static void close_paragraph(struct md_reader *r)
{
    settle_leaf(r);
    if (!r->broke) {
        md_stray_line(r, md_top(r)->start);
        md_callout_begin(r, md_top(r));
    }
    close_leaf(r);
}

/* md4c reports the text of a tight item without a paragraph; ours ends with the next block. */
static void close_implicit(struct md_reader *r)
{
    size_t level = r->depth;
    while (r->stack[level - 1].kind == MD_HTML || r->stack[level - 1].kind == MD_LITERAL ||
           r->stack[level - 1].kind == MD_SPAN) /* md4c 0.4.8 may leave one open */
        level--;
    if (r->stack[level - 1].kind == MD_PARAGRAPH)
        close_paragraph(r);
}

/* ---- containers */

static struct md_entry *open_container(struct md_reader *r, MD_BLOCKTYPE type, enum node_kind kind,
                                       uint32_t at)
{
    struct md_entry *parent = md_top(r);
    uint32_t depth = parent->depth + 1;
    bool flat = md_too_deep(r, at);
    struct node *node = flat ? parent->node : doc_add(r->doc, parent->node, kind, SPAN_NONE);
    struct md_entry *entry = md_push(r, MD_BLOCK, (int)type, node, !flat);
    entry->depth = flat ? depth - 1 : depth;
    return entry;
}

static void enter_quote(struct md_reader *r)
{
    uint32_t at = md_seek_quote(r);
    open_container(r, MD_BLOCK_QUOTE, NODE_QUOTE, at == MD_NOWHERE ? r->cursor : at);
    r->quotes++;
    if (at != MD_NOWHERE)
        md_claim(r, at, at + 1);
}

/* Lines of nothing but quote markers at the end belong to the quote. */
static void leave_quote(struct md_reader *r)
{
    uint32_t at = md_skip_blanks(r, r->cursor), markers = 0;
    for (uint32_t next = md_line_next(r, at); next > at; next = md_line_next(r, at)) {
        at = md_skip_prefix(r, next, &markers);
        if (markers < r->quotes || at != md_line_end(r, at))
            break;
        r->cursor = at;
    }
    r->quotes--;
    md_close(r);
}

static void enter_list(struct md_reader *r, MD_BLOCKTYPE type, const void *detail)
{
    if (r->in_notes && r->depth == 1) {
        md_push(r, MD_BLOCK, (int)type, r->doc->root, false);
        return;
    }
    struct md_entry *entry = open_container(r, type, NODE_LIST, md_seek(r));
    if (!entry->own)
        return;
    if (type == MD_BLOCK_OL) {
        const MD_BLOCK_OL_DETAIL *list = detail;
        entry->node->u.list.ordered = true;
        entry->node->u.list.start = list->start;
        entry->node->u.list.delimiter = list->mark_delimiter;
        entry->node->u.list.tight = list->is_tight;
    } else {
        entry->node->u.list.tight = ((const MD_BLOCK_UL_DETAIL *)detail)->is_tight;
    }
}

static void leave_list(struct md_reader *r)
{
    const struct md_entry *entry = md_top(r);
    if (entry->own && entry->numbers_differ && entry->wrong_item)
        diag_add(r->diags, DIAG_CODE_LIST_NUMBERS,
                 (struct span){r->source, entry->wrong_item->span.offset, 1},
                 "number the items one after the other, or give each number 1",
                 "this item is written as %llu, but prints as %u",
                 (unsigned long long)entry->wrong_number, entry->wrong_item->u.item.number);
    md_close(r);
}

/* Compares the number written with the one that is printed. */
static void check_number(struct md_entry *list, struct node *item, uint64_t written)
{
    uint32_t number = list->node->u.list.start + list->items;
    item->u.item.number = number;
    if (list->items++ == 0)
        list->first_number = written;
    list->numbers_differ |= written != list->first_number;
    if (written != number && !list->wrong_item) {
        list->wrong_item = item;
        list->wrong_number = written;
    }
}

/* The end of a list marker; *number: of an ordered one. */
static uint32_t item_marker(const struct md_reader *r, uint32_t at, uint64_t *number)
{
    *number = 0;
    while (ascii_is_digit(md_at(r, at)))
        *number = *number * 10 + (uint64_t)(md_at(r, at++) - '0');
    return at + 1;
}

static void enter_item(struct md_reader *r, const MD_BLOCK_LI_DETAIL *detail)
{
    uint64_t number = 0;
    uint32_t at = md_expect(r, "-+*0123456789");
    size_t list = r->depth - 1;
    bool flat = !r->stack[list].own;
    if (r->in_notes && r->depth == 2 && r->next_note < r->copy.item_count) {
        md_push(r, MD_BLOCK, MD_BLOCK_LI, r->copy.items[r->next_note++]->node, true);
    } else {
        struct node *parent = r->stack[list].node;
        struct node *item = flat ? parent : doc_add(r->doc, parent, NODE_ITEM, SPAN_NONE);
        uint32_t depth = r->stack[list].depth;
        md_push(r, MD_BLOCK, MD_BLOCK_LI, item, !flat)->depth = depth;
    }
    if (at == MD_NOWHERE)
        return;
    md_claim(r, at, item_marker(r, at, &number));
    if (!flat && r->stack[list].type == MD_BLOCK_OL)
        check_number(&r->stack[list], md_top(r)->node, number);
    if (detail->is_task) {
        if (!flat)
            md_top(r)->node->u.item.task =
                detail->task_mark == ' ' ? NODE_TASK_OPEN : NODE_TASK_DONE;
        md_claim(r, detail->task_mark_offset - 1, detail->task_mark_offset + 2);
    }
}

/* ---- headings, code, breaks */

static void enter_heading(struct md_reader *r, uint32_t level)
{
    struct md_entry *entry = md_open_leaf(r, MD_BLOCK, MD_BLOCK_H, NODE_HEADING);
    entry->node->u.heading.level = (int)level;
    uint32_t at = md_expect(r, "#");
    if (at == MD_NOWHERE || md_run(r, at, '#') != level)
        return;
    char after = md_at(r, at + level);
    if (after == ' ' || after == '\t' || after == '\n' || after == '\r' || after == '\0') {
        entry->atx = true;
        md_claim(r, at, at + level);
        r->fresh = false;
    }
}

static void leave_heading(struct md_reader *r)
{
    settle_leaf(r);
    uint32_t at = md_skip_blanks(r, r->cursor);
    if (!md_top(r)->atx) {
        at = md_skip_prefix(r, md_line_next(r, at), NULL);
        uint32_t len = md_run(r, at, md_at(r, at) == '=' ? '=' : '-');
        md_claim(r, at, at + len);
    } else if (md_at(r, at) == '#') {
        md_claim(r, at, at + md_run(r, at, '#'));
    }
    close_leaf(r);
}

static void enter_code(struct md_reader *r, const MD_BLOCK_CODE_DETAIL *detail)
{
    struct node *node = doc_add(r->doc, md_top(r)->node, NODE_CODE_BLOCK, SPAN_NONE);
    struct md_entry *entry = md_push(r, MD_BLOCK, MD_BLOCK_CODE, node, true);
    char fence[2] = {detail->fence_char, '\0'};
    uint32_t at = detail->fence_char ? md_expect(r, fence) : md_seek(r);
    if (!detail->fence_char || at == MD_NOWHERE)
        return;
    entry->marker = md_run(r, at, detail->fence_char);
    uint32_t end = md_line_end(r, at);
    md_claim(r, at, end);
    struct md_text info = {0};
    md_text_put_range(r, &info, md_skip_blanks(r, at + entry->marker), end);
    node->text = arena_copy(&r->doc->arena, slice_trim(md_text_slice(r, &info)));
    md_text_free(&info);
    r->cursor = md_line_next(r, end);
}

static void report_fence(struct md_reader *r, const struct md_entry *code)
{
    diag_add(r->diags, DIAG_CODE_MARKUP_UNCLOSED,
             md_span(r, code->start, code->start + code->marker),
             "write the same characters on a line of their own where it ends",
             "the code that begins here has no end: all that follows stands in it");
}

static void leave_code(struct md_reader *r, const MD_BLOCK_CODE_DETAIL *detail)
{
    const struct md_entry *entry = md_top(r);
    uint32_t markers, at = md_skip_prefix(r, r->cursor, &markers);
    md_flush_text(r);
    struct node *text = entry->node->last;
    if (text && slice_ends(text->text, "\n"))
        md_text_trim(r->doc, text, 0, 1);
    if (entry->marker > 0 && markers >= r->quotes &&
        md_run(r, at, detail->fence_char) >= entry->marker) {
        uint32_t end = at + md_run(r, at, detail->fence_char);
        if (md_skip_blanks(r, end) == md_line_end(r, end))
            md_claim(r, at, end);
        else
            report_fence(r, entry);
    } else if (entry->marker > 0) {
        report_fence(r, entry);
    }
    md_close(r);
}

static void enter_break(struct md_reader *r)
{
    struct node *node = doc_add(r->doc, md_top(r)->node, NODE_BREAK, SPAN_NONE);
    md_push(r, MD_BLOCK, MD_BLOCK_HR, node, true);
    uint32_t at = md_expect(r, "-*_");
    if (at != MD_NOWHERE)
        md_claim(r, at, md_line_end(r, at));
}

static void enter_html(struct md_reader *r)
{
    if (r->in_notes && r->depth == 1) {
        r->separator = true;
        return;
    }
    md_open_leaf(r, MD_BLOCK, MD_BLOCK_HTML, NODE_PARAGRAPH);
}

static void leave_html(struct md_reader *r)
{
    if (r->separator) {
        r->separator = r->in_notes = false;
        md_claim(r, r->copy.start, r->copy.start);
        return;
    }
    settle_leaf(r);
    close_leaf(r);
}

/* ---- tables */

/* Definitions may stand before a table, and its first row may look like one. */
static void seek_table(struct md_reader *r)
{
    uint32_t at = md_skip_prefix(r, r->cursor, NULL), next;
    while (at == md_line_end(r, at) && (next = md_line_next(r, at)) > at)
        at = md_skip_prefix(r, next, NULL);
    next = md_skip_prefix(r, md_line_next(r, at), NULL);
    if (md_delimiter_columns(r, next) == 0)
        md_seek(r);
}

static void enter_table(struct md_reader *r, const MD_BLOCK_TABLE_DETAIL *detail)
{
    seek_table(r);
    struct node *node = doc_add(r->doc, md_top(r)->node, NODE_TABLE, SPAN_NONE);
    md_caption_meet(r, node);
    md_push(r, MD_BLOCK, MD_BLOCK_TABLE, node, true);
    r->columns = detail->col_count;
    r->aligns = ARENA_ARRAY(&r->doc->arena, detail->col_count, enum node_align);
    node->u.table.columns = detail->col_count;
    node->u.table.aligns = r->aligns;
}

static void enter_part(struct md_reader *r, MD_BLOCKTYPE type, enum node_kind kind)
{
    struct node *node = doc_add(r->doc, md_top(r)->node, kind, SPAN_NONE);
    md_push(r, MD_BLOCK, (int)type, node, true);
}

static void enter_row(struct md_reader *r)
{
    bool head = md_top(r)->type == MD_BLOCK_THEAD;
    enter_part(r, MD_BLOCK_TR, NODE_ROW);
    r->column = 0;
    r->cells = 1;
    r->fresh = false; /* a row may begin like a definition */
    uint32_t at = md_seek(r);
    if (head)
        md_check_columns(r, at, r->columns);
    if (md_at(r, at) == '|')
        md_claim(r, at, at + 1);
}

/* Cells that the header has no column for: md4c drops them. */
static void report_cells(struct md_reader *r, uint32_t at, uint32_t end)
{
    while (at < end) {
        at = md_skip_blanks(r, at);
        uint32_t stop = at;
        while (stop < end && md_at(r, stop) != '|')
            stop += md_at(r, stop) == '\\' && stop + 1 < end ? 2 : 1;
        uint32_t last = stop;
        while (last > at && (md_at(r, last - 1) == ' ' || md_at(r, last - 1) == '\t'))
            last--;
        if (last > at)
            diag_add(r->diags, DIAG_CODE_CELL_DROPPED, md_span(r, at, last),
                     "add a column to the header and to the line of dashes below it, or write \\| "
                     "where the text has a bar",
                     "this cell has no column: the header has %u", r->columns);
        at = stop + 1;
    }
}

static void leave_row(struct md_reader *r)
{
    uint32_t at = md_skip_blanks(r, r->cursor), end = md_line_end(r, r->cursor);
    if (md_at(r, at) == '|')
        md_claim(r, at, at + 1);
    report_cells(r, r->cursor, end);
    if (r->cells < r->columns)
        diag_add(r->diags, DIAG_CODE_CELL_MISSING,
                 md_span(r, md_top(r)->start, md_top(r)->start + 1),
                 "write the other cells too, an empty one as | |",
                 "this row has fewer cells than the header: %u of %u", r->cells, r->columns);
    r->cursor = end;
    md_close(r);
}

static void leave_head(struct md_reader *r)
{
    uint32_t at = md_skip_prefix(r, md_line_next(r, r->cursor), NULL);
    md_close(r);
    md_claim(r, at, md_line_end(r, at)); /* the line of dashes */
}

static void leave_body(struct md_reader *r)
{
    struct node *body = md_top(r)->node;
    md_close(r);
    if (!body->first)
        doc_remove(body);
}

static enum node_align cell_align(MD_ALIGN align)
{
    return align == MD_ALIGN_CENTER  ? NODE_ALIGN_CENTRE
           : align == MD_ALIGN_RIGHT ? NODE_ALIGN_END
                                     : NODE_ALIGN_START;
}

/* Steps over the bar before a cell; counts the cell if more than the row's end follows. */
static void enter_next_cell(struct md_reader *r)
{
    uint32_t at = md_skip_blanks(r, r->cursor);
    if (md_at(r, at) != '|')
        return;
    md_claim(r, at, at + 1);
    at = md_skip_blanks(r, at + 1);
    r->cells += at != md_line_end(r, at);
}

static void enter_cell(struct md_reader *r, MD_BLOCKTYPE type, const MD_BLOCK_TD_DETAIL *detail)
{
    if (r->column > 0)
        enter_next_cell(r);
    struct node *cell = md_open_leaf(r, MD_BLOCK, (int)type, NODE_CELL)->node;
    r->fresh = false;
    cell->u.cell.align = cell_align(detail->align);
    cell->u.cell.header = type == MD_BLOCK_TH;
    cell->u.cell.column = r->column;
    if (type == MD_BLOCK_TH && r->column < r->columns)
        r->aligns[r->column] = cell->u.cell.align;
    r->column++;
}

static void leave_cell(struct md_reader *r)
{
    settle_leaf(r);
    close_leaf(r);
}

/* ---- dispatch */

static int enter_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    struct md_reader *r = data;
    if (r->depth > 0)
        close_implicit(r);
    r->fresh = true;
    if (type != MD_BLOCK_TABLE && type != MD_BLOCK_DOC)
        md_caption_meet(r, NULL);
    switch (type) {
    case MD_BLOCK_DOC: md_push(r, MD_ROOT, (int)type, r->doc->root, false)->start = 0; break;
    case MD_BLOCK_QUOTE: enter_quote(r); break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL: enter_list(r, type, detail); break;
    case MD_BLOCK_LI: enter_item(r, detail); break;
    case MD_BLOCK_HR: enter_break(r); break;
    case MD_BLOCK_H: enter_heading(r, ((const MD_BLOCK_H_DETAIL *)detail)->level); break;
    case MD_BLOCK_CODE: enter_code(r, detail); break;
    case MD_BLOCK_HTML: enter_html(r); break;
    case MD_BLOCK_P: md_open_leaf(r, MD_BLOCK, (int)type, NODE_PARAGRAPH); break;
    case MD_BLOCK_TABLE: enter_table(r, detail); break;
    case MD_BLOCK_THEAD: enter_part(r, type, NODE_TABLE_HEAD); break;
    case MD_BLOCK_TBODY: enter_part(r, type, NODE_TABLE_BODY); break;
    case MD_BLOCK_TR: enter_row(r); break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: enter_cell(r, type, detail); break;
    }
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    struct md_reader *r = data;
    if (type == MD_BLOCK_LI)
        close_implicit(r);
    switch (type) {
    case MD_BLOCK_DOC: break;
    case MD_BLOCK_QUOTE: leave_quote(r); break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL: leave_list(r); break;
    case MD_BLOCK_H: leave_heading(r); break;
    case MD_BLOCK_CODE: leave_code(r, detail); break;
    case MD_BLOCK_HTML: leave_html(r); break;
    case MD_BLOCK_P: close_paragraph(r); break;
    case MD_BLOCK_THEAD: leave_head(r); break;
    case MD_BLOCK_TR: leave_row(r); break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: leave_cell(r); break;
    case MD_BLOCK_TBODY: leave_body(r); break;
    case MD_BLOCK_LI:
    case MD_BLOCK_HR:
    case MD_BLOCK_TABLE: md_close(r); break;
    }
    r->fresh = type != MD_BLOCK_TR && type != MD_BLOCK_TH && type != MD_BLOCK_TD;
    return 0;
}

static void free_reader(struct md_reader *r)
{
    md_copy_free(&r->copy);
    md_text_free(&r->text);
    md_text_free(&r->html);
    buf_free(&r->alt);
    mem_free(r->definitions);
    mem_free(r->uses);
    mem_free(r->lost);
    mem_free(r->stack);
    mem_free(r->pictures);
}

void read_markdown(struct doc *doc, uint32_t offset, struct diag_list *diags)
{
    struct md_reader r = {.doc = doc,
                          .diags = diags,
                          .source = doc->source,
                          .lang = doc->meta.lang.value ? doc->meta.lang.value : "en",
                          .fresh = true,
                          .tail.end = MD_NOWHERE};
    MD_PARSER parser = {.flags = MD_DIALECT_GITHUB,
                        .enter_block = enter_block,
                        .leave_block = leave_block,
                        .enter_span = md_enter_span,
                        .leave_span = md_leave_span,
                        .text = md_take_text};
    md_copy_make(&r, offset);
    md_notes_begin(&r);
    if (md_parse(r.copy.text, r.copy.len, &parser, &r) != 0)
        mem_exhausted(); /* md4c fails only for lack of memory */
    md_caption_meet(&r, NULL);
    md_claim(&r, r.copy.len, r.copy.len);
    md_notes_place(&r);
    md_ledger_report(&r);
    md_abbreviations_report(&r);
    free_reader(&r);
}
