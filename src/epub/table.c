#include "epub/table.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "doc/direction.h"
#include "style/css.h"

/* Widths in hundredths of a digit's. */
#define LETTER      120  /* also where a reader sets them apart as WCAG 2.2, 1.4.12 asks */
#define IDEOGRAPH   190  /* a line may break after each */
#define COMFORTABLE 1200 /* what a cell of several words asks for */
#define EM          180
#define MOST        99000 /* no screen has more */
#define IDEOGRAPHS  0x2e80u
#define HUNDRED     100u

/* What a column needs. */
struct need {
    uint32_t word, total; /* the longest word; all of the longest cell, as far as it matters */
};

static uint32_t greater(uint32_t a, uint32_t b)
{
    return a > b ? a : b;
}

/* One cell, letter by letter. */
struct cell_width {
    uint32_t word, longest, total;
};

static void end_word(struct cell_width *width)
{
    width->longest = greater(width->longest, width->word);
    width->word = 0;
}

static void add_text(struct cell_width *width, struct slice text)
{
    for (size_t pos = 0; pos < text.len && width->word < MOST;) {
        uint32_t c = utf8_next(text, &pos);
        uint32_t letter = c >= IDEOGRAPHS ? IDEOGRAPH : LETTER;
        width->word += letter;
        width->total += width->total < MOST ? letter : 0;
        if (c == ' ' || c == '-' || c >= IDEOGRAPHS)
            end_word(width);
    }
}

static void add_cell(struct need *need, const struct node *cell)
{
    struct cell_width width = {0};
    for (const struct node *at = cell; at;) {
        bool shown = at->media != NODE_MEDIA_PRINT;
        if (!node_is_inline(at->kind) || at->kind == NODE_LINE_BREAK)
            end_word(&width);
        if (shown && (at->kind == NODE_TEXT || at->kind == NODE_NOTE_REF))
            add_text(&width, at->text);
        at = shown ? node_next(at, cell) : node_skip(at, cell);
    }
    end_word(&width);
    need->word = greater(need->word, width.longest);
    need->total = greater(need->total, width.total);
}

/* In digits. Cells across several columns count for none: they have the room of all. */
static uint32_t needed(const struct epub *epub, const struct node *table)
{
    const struct style *style = epub->style;
    uint32_t columns = table->u.table.columns, sum = 0;
    uint32_t gap = (uint32_t)((int64_t)style->table_cell_pad_x * EM / style->body.size);
    struct need *needs = mem_calloc(columns + 1, sizeof *needs);
    for (const struct node *row = node_first_row(table); row; row = node_next_row(row))
        for (const struct node *cell = row->first; cell; cell = cell->next)
            if (cell->u.cell.columns <= 1 && cell->u.cell.column < columns)
                add_cell(&needs[cell->u.cell.column], cell);
    for (uint32_t i = 0; i < columns && sum < MOST; i++) {
        uint32_t ease = needs[i].total < COMFORTABLE ? needs[i].total : COMFORTABLE;
        sum += gap + greater(needs[i].word, ease);
    }
    mem_free(needs);
    return (sum + HUNDRED - 1) / HUNDRED;
}

/* True for a note's call or a link: in a head that is not shown nobody could follow it, and a label
 * does not hold it. */
static bool leads_on(const struct node *row)
{
    for (const struct node *at = row; at;) {
        bool shown = at->media != NODE_MEDIA_PRINT;
        if (shown && (at->kind == NODE_NOTE_REF || at->kind == NODE_LINK))
            return true;
        at = shown ? node_next(at, row) : node_skip(at, row);
    }
    return false;
}

static bool is_plain(const struct node *table)
{
    uint32_t heads = 0, bodies = 0;
    for (const struct node *row = node_first_row(table); row; row = node_next_row(row)) {
        heads += node_is_head_row(row);
        if (node_is_head_row(row) && leads_on(row))
            return false;
        bodies += !node_is_head_row(row);
        for (const struct node *cell = row->first; cell; cell = cell->next)
            if (cell->u.cell.rows > 1 || cell->u.cell.columns > 1)
                return false;
    }
    return heads <= 1 && bodies > 0;
}

/* "Dose:", "Helps?" */
static const char *label_of(struct epub *epub, const struct node *cell)
{
    static const char *const ends[] = {":", "?", "!", ".", "\u061f", "\uff1a", "\uff1f"};
    struct slice text = slice_trim(node_label(cell, NODE_MEDIA_EPUB, &epub->arena));
    bool ended = text.len == 0;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        ended |= slice_ends(text, ends[i]);
    return text.len == 0 ? NULL
                         : arena_format(&epub->arena, "%.*s%s", SLICE_ARGS(text), ended ? "" : ":");
}

void epub_read_table(struct epub *epub, const struct node *table, struct epub_table *out)
{
    *out = (struct epub_table){.node = table, .listed = is_plain(table)};
    out->width = style_table_width(needed(epub, table));
    const struct node *head = node_first_row(table);
    if (!out->listed || !head || !node_is_head_row(head))
        return;
    out->labels = ARENA_ARRAY(&epub->arena, table->u.table.columns + 1, const char *);
    for (const struct node *cell = head->first; cell; cell = cell->next)
        if (cell->u.cell.column < table->u.table.columns)
            out->labels[cell->u.cell.column] = label_of(epub, cell);
}

const char *epub_cell_label(const struct epub_table *table, const struct node *cell)
{
    bool below = !node_is_head_row(cell->parent);
    return below && table->labels && cell->u.cell.column < table->node->u.table.columns
               ? table->labels[cell->u.cell.column]
               : NULL;
}
