#include "report/columns.h"

#include "base/diag.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "text/chars.h"

#define GAP      2u
#define CUT      "…"
#define ISOLATE  "\u2068"
#define ISOLATED "\u2069"
#define JOINER   0x200du

struct shape {
    uint32_t widths[COLUMNS_MOST];
    bool left_out[COLUMNS_MOST];
};

void columns_add(struct columns *table, const char *text)
{
    struct buf clean = {0};
    diag_put_clean(&clean, slice_from(text ? text : ""));
    const char *cell = buf_keep(&clean, table->arena).ptr;
    *MEM_PUSH(table->cells, table->cell_count, table->cell_cap) = cell ? cell : "";
}

void columns_free(struct columns *table)
{
    mem_free(table->cells);
}

uint32_t columns_width(struct slice text)
{
    uint32_t width = 0;
    for (size_t pos = 0; pos < text.len;)
        width += (uint32_t)text_columns(utf8_next(text, &pos));
    return width;
}

/* The bytes that fit, what stands over the last of them included. */
static size_t fit(struct slice text, uint32_t most)
{
    uint32_t width = 0, before = 0;
    size_t end = 0;
    for (size_t pos = 0; pos < text.len;) {
        size_t at = pos;
        uint32_t c = utf8_next(text, &pos);
        uint32_t columns = (uint32_t)text_columns(c);
        if (columns > 0 && before != JOINER)
            end = at;
        width += columns;
        if (width > most)
            return end;
        before = c;
    }
    return text.len;
}

static const char *cell_at(const struct columns *table, size_t row, uint32_t column)
{
    return table->cells[row * table->column_count + column];
}

static void measure(const struct columns *table, struct shape *shape)
{
    size_t rows = table->cell_count / table->column_count;
    for (uint32_t i = 0; i < table->column_count; i++) {
        uint32_t most = columns_width(slice_from(table->columns[i].heading));
        for (size_t row = 0; row < rows; row++) {
            uint32_t width = columns_width(slice_from(cell_at(table, row, i)));
            most = width > most ? width : most;
        }
        shape->widths[i] = most;
        shape->left_out[i] = false;
    }
}

static uint32_t total(const struct columns *table, const struct shape *shape)
{
    uint32_t sum = 0;
    for (uint32_t i = 0; i < table->column_count; i++)
        if (!shape->left_out[i])
            sum += shape->widths[i] + (sum > 0 ? GAP : 0);
    return sum;
}

/* The column that can be cut most, or column_count. */
static uint32_t widest(const struct columns *table, const struct shape *shape)
{
    uint32_t found = table->column_count, most = 0;
    for (uint32_t i = 0; i < table->column_count; i++) {
        uint32_t least = table->columns[i].least;
        if (shape->left_out[i] || least == 0 || shape->widths[i] <= least)
            continue;
        if (shape->widths[i] - least > most) {
            most = shape->widths[i] - least;
            found = i;
        }
    }
    return found;
}

static uint32_t first_to_go(const struct columns *table, const struct shape *shape)
{
    uint32_t found = table->column_count;
    for (uint32_t i = 0; i < table->column_count; i++) {
        unsigned gives = table->columns[i].gives;
        if (!shape->left_out[i] && gives > 0 &&
            (found == table->column_count || gives < table->columns[found].gives))
            found = i;
    }
    return found;
}

/* A column is left out only where cutting does not suffice, and then all are cut anew. */
static void squeeze(const struct columns *table, uint32_t width, struct shape *shape)
{
    struct shape whole;
    measure(table, shape);
    whole = *shape;
    while (total(table, shape) > width) {
        uint32_t cut = widest(table, shape);
        if (cut < table->column_count) {
            shape->widths[cut]--;
            continue;
        }
        uint32_t gone = first_to_go(table, shape);
        if (gone == table->column_count)
            return;
        whole.left_out[gone] = true;
        *shape = whole;
    }
}

static void put_spaces(struct buf *out, uint32_t count)
{
    for (; count > 0; count--)
        buf_put_char(out, ' ');
}

static void put_cell(const char *cell, uint32_t width, bool number, bool last, struct buf *out)
{
    struct slice text = slice_from(cell);
    bool rtl = text_find_rtl(text, 0) < text.len;
    uint32_t wide = columns_width(text);
    bool cut = wide > width;
    if (cut) {
        text = slice_sub(text, 0, fit(text, width - 1));
        wide = columns_width(text) + 1;
    }
    if (number)
        put_spaces(out, width - wide);
    buf_put_string(out, rtl ? ISOLATE : "");
    buf_put_slice(out, text);
    buf_put_string(out, cut ? CUT : "");
    buf_put_string(out, rtl ? ISOLATED : "");
    if (!number && !last)
        put_spaces(out, width - wide);
}

static void put_row(const struct columns *table, const struct shape *shape,
                    const char *const *cells, struct buf *out)
{
    uint32_t last = table->column_count;
    for (uint32_t i = 0; i < table->column_count; i++)
        if (!shape->left_out[i])
            last = i;
    for (uint32_t i = 0; i <= last && i < table->column_count; i++) {
        if (shape->left_out[i])
            continue;
        put_cell(cells[i], shape->widths[i], table->columns[i].number, i == last, out);
        if (i < last)
            put_spaces(out, GAP);
    }
    while (out->len > 0 && out->data[out->len - 1] == ' ')
        out->data[--out->len] = '\0';
    buf_put_char(out, '\n');
}

static void put_left_out(const struct columns *table, const struct shape *shape, struct buf *out)
{
    bool any = false;
    for (uint32_t i = 0; i < table->column_count; i++) {
        if (!shape->left_out[i])
            continue;
        buf_format(out, "%s%s",
                   any ? ", " : "Left out for want of room: ", table->columns[i].heading);
        any = true;
    }
    if (any)
        buf_put_string(out, ".\n");
}

void columns_put(const struct columns *table, uint32_t width, struct buf *out)
{
    struct shape shape;
    const char *headings[COLUMNS_MOST];
    size_t rows = table->cell_count / table->column_count;
    for (uint32_t i = 0; i < table->column_count; i++)
        headings[i] = table->columns[i].heading;
    squeeze(table, width, &shape);
    put_row(table, &shape, headings, out);
    for (size_t row = 0; row < rows; row++)
        put_row(table, &shape, &table->cells[row * table->column_count], out);
    put_left_out(table, &shape, out);
}
