#include "read/markdown/html_tables.h"

#include "base/mem.h"
#include "read/markdown/cells.h"
#include "read/markdown/limits.h"

/* ---- cells */

/* Puts the children of node into its place. Returns the first, or what follows. */
static struct node *dissolve(struct node *node)
{
    struct node *first = node->first ? node->first : node->next;
    doc_unwrap(node);
    return first;
}

static void wrap_children(struct doc *doc, struct node *node, enum node_kind kind)
{
    struct node *inner = doc_add(doc, NULL, kind, node->span);
    while (node->first) {
        struct node *child = node->first;
        doc_remove(child);
        doc_append(inner, child);
    }
    doc_append(node, inner);
}

/* Makes a block one that may stand in a cell; NULL: it is gone, as are its blocks' blocks, which
 * follow. */
static struct node *flatten_block(struct md_reader *r, struct node *block)
{
    enum node_kind kind = block->kind;
    bool inside = block->first && node_is_inline(block->first->kind);
    bool words = kind == NODE_HEADING || kind == NODE_CODE_BLOCK || kind == NODE_CAPTION ||
                 kind == NODE_CALLOUT_LABEL || (kind == NODE_CELL && inside);
    if (kind == NODE_FIGURE && block->last->kind == NODE_CAPTION) {
        struct node *caption = block->last;
        doc_remove(caption);
        doc_insert_after(block, caption);
    }
    if (words || kind == NODE_FIGURE) {
        block->kind = NODE_PARAGRAPH;
        block->text = SLICE_EMPTY;
    }
    if (kind == NODE_HEADING)
        wrap_children(r->doc, block, NODE_STRONG);
    else if (kind == NODE_CODE_BLOCK)
        wrap_children(r->doc, block, NODE_CODE);
    else if (kind == NODE_CALLOUT_LABEL)
        doc_remove(block->first); /* its icon */
    if (block->kind == NODE_PARAGRAPH)
        return block->next;
    return dissolve(block);
}

/* True if a list is among the blocks of a cell, which are paragraphs and lists afterwards. */
static bool flatten(struct md_reader *r, struct node *cell)
{
    const struct node *told = NULL;
    bool list = false;
    for (struct node *at = cell->first; at;) {
        struct node *parent = at->parent;
        bool holds = at->kind == NODE_LIST || at->kind == NODE_ITEM;
        list |= at->kind == NODE_LIST;
        if (!holds && at->kind != NODE_PARAGRAPH) {
            if (!told)
                diag_add(r->diags, DIAG_CODE_CELL_BLOCK, at->span,
                         "write it above or below the table",
                         "a cell of a table holds words and lists: what stands here is set as "
                         "plain words");
            told = at;
            at = flatten_block(r, at);
        } else {
            at = holds && at->first ? at->first : at->next;
        }
        while (!at && parent != cell) {
            at = parent->next;
            parent = parent->parent;
        }
    }
    return list;
}

void md_html_cell_finish(struct md_reader *r, struct node *cell)
{
    if (!cell->first || node_is_inline(cell->first->kind) || flatten(r, cell))
        return;
    for (struct node *at = cell->first; at;) {
        struct node *paragraph = at;
        if (at->previous)
            doc_insert_before(at, doc_add(r->doc, NULL, NODE_LINE_BREAK,
                                          (struct span){at->span.source, at->span.offset, 0}));
        at = at->next;
        dissolve(paragraph);
    }
    md_cell_lists(r, cell);
}

/* ---- head and body */

static bool is_header_row(const struct node *row)
{
    for (const struct node *cell = row->first; cell; cell = cell->next)
        if (!cell->u.cell.header)
            return false;
    return true;
}

static struct node *find_part(struct node *table, enum node_kind kind)
{
    struct node *part = table->first;
    while (part && part->kind != kind)
        part = part->next;
    return part;
}

/* One caption, head and body at most, in this order; no part and no row is empty. The words of a
 * second caption stand on a line of their own. */
static void merge_parts(struct doc *doc, struct node *table)
{
    static const enum node_kind kinds[] = {NODE_CAPTION, NODE_TABLE_HEAD, NODE_TABLE_BODY};
    struct node *all = table->first;
    struct node *parts[3] = {NULL};
    for (struct node *at = all, *next; at; at = next) {
        next = at->next;
        /* a head below rows is no head: words keep their order */
        int i = at->kind == kinds[0] ? 0 : at->kind == kinds[1] && !parts[2] ? 1 : 2;
        doc_remove(at);
        if (i == 0 && parts[i] && at->first)
            doc_add(doc, parts[i], NODE_LINE_BREAK, SPAN_NONE);
        while (parts[i] && at->first) {
            struct node *child = at->first;
            doc_remove(child);
            doc_append(parts[i], child);
        }
        if (i == 2 && at->kind == NODE_TABLE_HEAD)
            at->kind = NODE_TABLE_BODY;
        parts[i] = parts[i] ? parts[i] : at;
    }
    for (int i = 0; i < 3; i++) {
        for (struct node *row = parts[i] && i > 0 ? parts[i]->first : NULL, *next; row;
             row = next) {
            next = row->next;
            if (!row->first)
                doc_remove(row);
        }
        if (parts[i] && parts[i]->first)
            doc_append(table, parts[i]);
    }
}

/* The rows of th alone at the top of a table without <thead>, if others follow. */
static void make_head(struct doc *doc, struct node *table)
{
    struct node *body = find_part(table, NODE_TABLE_BODY);
    if (!body || find_part(table, NODE_TABLE_HEAD) || !is_header_row(body->first) ||
        body->first == body->last)
        return;
    struct node *head = doc_add(doc, NULL, NODE_TABLE_HEAD, body->first->span);
    doc_insert_before(body, head);
    while (body->first != body->last && is_header_row(body->first)) {
        struct node *row = body->first;
        doc_remove(row);
        doc_append(head, row);
    }
}

/* ---- the grid */

/* The rows that cells above still fill, by column. */
struct grid {
    uint32_t busy[MD_MAX_COLUMNS];
    uint32_t columns;
    bool too_wide;
};

static uint32_t find_free(const struct grid *grid, uint32_t column)
{
    while (column < MD_MAX_COLUMNS && grid->busy[column] > 0)
        column++;
    return column;
}

/* Puts a cell at its column; left: rows of its part from its own on. */
static uint32_t place_cell(struct grid *grid, struct node *cell, uint32_t column, uint32_t left)
{
    uint32_t columns = cell->u.cell.columns > 1 ? cell->u.cell.columns : 1;
    uint32_t rows = cell->u.cell.rows > 1 ? cell->u.cell.rows : 1, end = column;
    column = find_free(grid, column);
    rows = rows < left ? rows : left;
    for (end = column; end < MD_MAX_COLUMNS && end < column + columns && grid->busy[end] == 0;
         end++)
        grid->busy[end] = rows;
    grid->too_wide |= end == column || (end == MD_MAX_COLUMNS && end < column + columns);
    columns = end > column ? end - column : 1;
    cell->u.cell.column = column;
    cell->u.cell.columns = columns > 1 ? columns : 0;
    cell->u.cell.rows = rows > 1 ? rows : 0;
    return end;
}

static void end_row(struct grid *grid)
{
    for (uint32_t i = 0; i < MD_MAX_COLUMNS; i++) {
        if (grid->busy[i] > 0 && i + 1 > grid->columns)
            grid->columns = i + 1;
        grid->busy[i] -= grid->busy[i] > 0;
    }
}

/* Cells that a row is short of, as empty ones. */
static void fill_row(struct md_reader *r, struct grid *grid, struct node *row)
{
    uint32_t column, missing = 0;
    while ((column = find_free(grid, 0)) < grid->columns) {
        struct node *cell = doc_add(r->doc, NULL, NODE_CELL, row->span);
        cell->generated = true;
        cell->u.cell.column = column;
        cell->u.cell.header = row->parent->kind == NODE_TABLE_HEAD;
        grid->busy[column] = 1;
        missing++;
        struct node *before = row->last;
        while (before && before->u.cell.column > column)
            before = before->previous;
        if (before)
            doc_insert_after(before, cell);
        else if (row->first)
            doc_insert_before(row->first, cell);
        else
            doc_append(row, cell);
    }
    if (missing > 0)
        diag_add(r->diags, DIAG_CODE_CELL_MISSING, row->span,
                 "write the other cells too, an empty one as <td></td>, or let one span several "
                 "columns: <td colspan=\"2\">",
                 "this row has fewer cells than the widest row of its table: %u of %u",
                 grid->columns - missing, grid->columns);
}

static uint32_t count_rows(const struct node *part)
{
    uint32_t count = 0;
    for (const struct node *row = part->first; row; row = row->next)
        count++;
    return count;
}

/* Walks over all rows: first places the cells, then fills the rows. */
static void walk_rows(struct md_reader *r, struct grid *grid, struct node *table, bool fill)
{
    for (struct node *part = table->first; part; part = part->next) {
        if (part->kind == NODE_CAPTION)
            continue;
        uint32_t left = count_rows(part);
        for (struct node *row = part->first; row; row = row->next, left--) {
            uint32_t column = 0;
            for (struct node *cell = row->first; cell; cell = cell->next) {
                cell->u.cell.header |= part->kind == NODE_TABLE_HEAD;
                column = place_cell(grid, cell, column, left);
            }
            if (fill)
                fill_row(r, grid, row);
            end_row(grid);
        }
    }
}

void md_html_table_finish(struct md_reader *r, struct node *table)
{
    struct grid grid = {.columns = 0};
    merge_parts(r->doc, table);
    if (!find_part(table, NODE_TABLE_HEAD) && !find_part(table, NODE_TABLE_BODY)) {
        if (table->first) {
            table->first->kind = NODE_PARAGRAPH;
            diag_add(r->diags, DIAG_CODE_CAPTION_STRAY, table->first->span,
                     "give the table rows, or delete it",
                     "the table of this caption is empty; it is set as a paragraph");
        }
        dissolve(table);
        return;
    }
    make_head(r->doc, table);
    walk_rows(r, &grid, table, false);
    walk_rows(r, &grid, table, true);
    if (grid.too_wide)
        diag_add(r->diags, DIAG_CODE_TABLE_TOO_WIDE, table->span,
                 "split the table into narrower ones",
                 "a table of more than %u columns: no more can be set", MD_MAX_COLUMNS);
    table->u.table.columns = grid.columns;
    table->u.table.aligns = ARENA_ARRAY(&r->doc->arena, grid.columns, enum node_align);
}
