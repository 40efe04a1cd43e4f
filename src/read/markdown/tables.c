#include "read/markdown/tables.h"

#include "read/markdown/blocks.h"
#include "read/markdown/captions.h"
#include "read/markdown/inline.h"
#include "read/markdown/ledger.h"
#include "read/markdown/limits.h"
#include "read/markdown/nodes.h"
#include "read/markdown/scan.h"

static void claim_bar(struct md_reader *r, uint32_t at)
{
    if (md_at(r->copy.text, at) == '|')
        md_claim(r, at, at + 1);
}

/* Definitions may stand before a table, and its first row may look like one. */
static void seek_table(struct md_reader *r)
{
    struct slice text = r->copy.text;
    uint32_t at = md_skip_prefix(text, r->ledger.cursor, NULL), next;
    while (at == md_line_end(text, at) && (next = md_line_next(text, at)) > at)
        at = md_skip_prefix(text, next, NULL);
    if (md_row_dash_columns(md_line(text, md_line_next(text, at))) == 0)
        md_seek(r);
}

void md_enter_table(struct md_reader *r, uint32_t columns)
{
    seek_table(r);
    struct node *node = md_open_block(r, NODE_TABLE)->node;
    md_caption_meet(r, node);
    r->table.columns = columns;
    r->table.aligns = ARENA_ARRAY(&r->doc->arena, columns, enum node_align);
    node->u.table.columns = columns;
    node->u.table.aligns = r->table.aligns;
}

/* A header of empty cells says nothing: the table has none. */
static bool is_empty(const struct node *head)
{
    for (const struct node *at = head->first; at; at = node_next(at, head))
        if (at->kind != NODE_ROW && at->kind != NODE_CELL)
            return false;
    return true;
}

void md_leave_table_head(struct md_reader *r)
{
    struct slice text = r->copy.text;
    uint32_t at = md_skip_prefix(text, md_line_next(text, r->ledger.cursor), NULL);
    struct node *head = md_top(r)->node;
    md_close(r);
    md_claim(r, at, md_line_end(text, at)); /* the line of dashes */
    if (is_empty(head))
        doc_remove(head);
}

void md_leave_table_body(struct md_reader *r)
{
    struct node *body = md_top(r)->node;
    md_close(r);
    if (!body->first)
        doc_remove(body);
}

void md_enter_row(struct md_reader *r)
{
    bool head = md_top(r)->kind == NODE_TABLE_HEAD;
    md_open_block(r, NODE_ROW);
    r->table.column = 0;
    r->table.cells = 1;
    r->ledger.fresh = false; /* a row may begin like a definition */
    uint32_t at = md_seek(r);
    if (head)
        md_check_columns(r, at, r->table.columns);
    claim_bar(r, at);
}

/* Cells that the header has no column for: md4c drops them. */
static void report_cells(struct md_reader *r, uint32_t at, uint32_t end)
{
    struct slice line = slice_sub(r->copy.text, 0, end);
    for (uint32_t bar; at < end; at = bar + 1) {
        at = md_skip_blanks(line, at);
        bar = md_row_cell_end(line, at);
        struct slice cell = slice_trim(slice_sub(line, at, bar - at));
        if (cell.len > 0)
            diag_add(r->diags, DIAG_CODE_CELL_DROPPED,
                     md_span(&r->copy, at, at + (uint32_t)cell.len),
                     "add a column to the header and to the line of dashes below it, or write \\| "
                     "where the text has a bar",
                     "this cell has no column: the header has %u", r->table.columns);
    }
}

void md_leave_row(struct md_reader *r)
{
    uint32_t start = md_top(r)->start, end = md_line_end(r->copy.text, r->ledger.cursor);
    claim_bar(r, md_skip_blanks(r->copy.text, r->ledger.cursor));
    report_cells(r, r->ledger.cursor, end);
    if (r->table.cells < r->table.columns)
        diag_add(r->diags, DIAG_CODE_CELL_MISSING, md_span(&r->copy, start, start + 1),
                 "write the other cells too, an empty one as | |",
                 "this row has fewer cells than the header: %u of %u", r->table.cells,
                 r->table.columns);
    r->ledger.cursor = end;
    md_close(r);
}

/* Steps over the bar before a cell; counts the cell if more than the row's end follows. */
static void enter_next_cell(struct md_reader *r)
{
    struct slice text = r->copy.text;
    uint32_t at = md_skip_blanks(text, r->ledger.cursor);
    if (md_at(text, at) != '|')
        return;
    md_claim(r, at, at + 1);
    at = md_skip_blanks(text, at + 1);
    r->table.cells += at < text.len && !md_is_line_end(text.ptr[at]);
}

void md_enter_cell(struct md_reader *r, bool header, enum node_align align)
{
    struct md_table *table = &r->table;
    if (table->column > 0)
        enter_next_cell(r);
    struct node *cell = md_open_leaf(r, MD_BLOCK, NODE_CELL)->node;
    r->ledger.fresh = false;
    cell->u.cell.align = align;
    cell->u.cell.header = header;
    cell->u.cell.column = table->column;
    if (header && table->column < table->columns)
        table->aligns[table->column] = align;
    table->column++;
}
