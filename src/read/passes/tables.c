#include "read/passes/tables.h"

#include "base/mem.h"
#include "text/amount.h"

static bool is_wide(const struct node *cell)
{
    return cell->u.cell.columns > 1;
}

/* ---- amounts */

enum column_content { COLUMN_EMPTY, COLUMN_AMOUNTS, COLUMN_WORDS };

/* True for a cell of words on one line. */
static bool is_line(const struct node *cell)
{
    for (const struct node *at = cell->first; at; at = node_next(at, cell))
        if (!node_is_inline(at->kind) || at->kind == NODE_LINE_BREAK || at->kind == NODE_IMAGE)
            return false;
    return true;
}

static enum column_content read_amount(struct node *cell, struct arena *arena)
{
    size_t point = 0;
    if (!is_line(cell))
        return COLUMN_WORDS;
    struct slice text = node_text(cell, NODE_MEDIA_PRINT, arena);
    bool missing = amount_is_missing(text);
    if (!missing && !amount_read(text, node_lang(cell), &point))
        return COLUMN_WORDS;
    cell->u.cell.point = (uint32_t)(missing ? text.len : point);
    return missing ? COLUMN_EMPTY : COLUMN_AMOUNTS;
}

/* The most that a cell of the body holds, by column. */
static void find_contents(struct node *table, enum column_content *contents)
{
    struct arena scratch = {0};
    for (struct node *row = node_first_row(table); row; row = node_next_row(row)) {
        struct arena_mark mark = arena_mark_get(&scratch);
        for (struct node *cell = row->first; cell; cell = cell->next) {
            enum column_content *most = &contents[cell->u.cell.column];
            if (node_is_head_row(row) || is_wide(cell) || *most == COLUMN_WORDS)
                continue;
            enum column_content own = read_amount(cell, &scratch);
            *most = own > *most ? own : *most;
        }
        arena_reset(&scratch, mark);
    }
    arena_free(&scratch);
}

/* A column that the writer has aligned to its start or centre stays so. Amounts in the first
 * column stand at its start all the same, as the labels of their rows. */
static void mark_amounts(struct node *table, const enum column_content *contents)
{
    for (struct node *row = node_first_row(table); row; row = node_next_row(row))
        for (struct node *cell = row->first; cell; cell = cell->next) {
            enum node_align align = cell->u.cell.align;
            bool free = align == NODE_ALIGN_NATURAL || align == NODE_ALIGN_END;
            if (!free || is_wide(cell) || contents[cell->u.cell.column] != COLUMN_AMOUNTS)
                continue;
            cell->u.cell.amount = !node_is_head_row(row);
            if (align == NODE_ALIGN_NATURAL && cell->u.cell.column > 0)
                cell->u.cell.align = NODE_ALIGN_END;
        }
}

/* ---- headers */

static bool is_blank(const struct node *cell)
{
    for (const struct node *at = cell->first; at; at = node_next(at, cell))
        if (at->kind != NODE_TEXT || slice_trim(at->text).len > 0)
            return false;
    return true;
}

/* True if all that a cell says is bold, but for the marks of footnotes. */
static bool is_bold(const struct node *cell)
{
    bool bold = false;
    for (const struct node *at = cell->first; at; at = at->next) {
        bool blank = at->kind == NODE_TEXT && slice_trim(at->text).len == 0;
        bold |= at->kind == NODE_STRONG;
        if (at->kind != NODE_STRONG && at->kind != NODE_NOTE_REF && !blank)
            return false;
    }
    return bold;
}

/* The cell of the first column, or NULL where one above goes on. */
static struct node *first_cell(const struct node *row)
{
    return row->first && row->first->u.cell.column == 0 ? row->first : NULL;
}

static bool is_corner_empty(const struct node *table)
{
    const struct node *row = node_first_row(table);
    const struct node *corner = row && node_is_head_row(row) ? first_cell(row) : NULL;
    return corner && !corner->u.cell.header && !is_wide(corner);
}

/* True if the first column of the body is bold and some other cell is not: bold sets it apart. */
static bool is_first_bold(const struct node *table)
{
    bool others = false, any = false;
    for (const struct node *row = node_first_row(table); row; row = node_next_row(row)) {
        const struct node *first = first_cell(row);
        if (node_is_head_row(row))
            continue;
        if (first && !is_blank(first) && (is_wide(first) || !is_bold(first)))
            return false;
        any |= first && !is_blank(first);
        for (const struct node *cell = row->first; cell; cell = cell->next)
            others |= cell != first && !is_blank(cell) && !is_bold(cell);
    }
    return any && others;
}

static void clear_empty_heads(struct node *table)
{
    for (struct node *row = node_first_row(table); row && node_is_head_row(row);
         row = node_next_row(row))
        for (struct node *cell = row->first; cell; cell = cell->next)
            if (is_blank(cell))
                cell->u.cell.header = false;
}

static void mark_row_headers(struct node *table)
{
    for (struct node *row = node_first_row(table); row; row = node_next_row(row)) {
        struct node *cell = first_cell(row);
        if (!node_is_head_row(row) && cell && !is_wide(cell) && !is_blank(cell))
            cell->u.cell.header = true;
    }
}

static void read_table(struct node *table)
{
    if (table->u.table.columns == 0)
        return;
    enum column_content *contents = mem_calloc(table->u.table.columns, sizeof *contents);
    find_contents(table, contents);
    mark_amounts(table, contents);
    mem_free(contents);
    clear_empty_heads(table);
    if (table->u.table.row_headers || is_corner_empty(table) || is_first_bold(table))
        mark_row_headers(table);
}

void read_tables(struct doc *doc)
{
    for (struct node *at = doc->root; at; at = doc_next(at, doc->root))
        if (at->kind == NODE_TABLE)
            read_table(at);
}
