#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "build_doc.h"
#include "layout/block/table_columns.h"
#include "read/passes/tables.h"

/* ---- column widths ---- */

#define MOST 8

struct columns {
    int32_t smallest[MOST], largest[MOST], cells[MOST * 20], widths[MOST];
    struct table_columns table;
};

static void random_columns(struct columns *c, uint64_t *seed)
{
    memset(c, 0, sizeof *c);
    uint32_t count = 1 + build_random(seed, MOST), rows = 1 + build_random(seed, 20);
    for (uint32_t i = 0; i < count; i++) {
        c->smallest[i] = (int32_t)build_random(seed, 60000);
        c->largest[i] = c->smallest[i];
    }
    for (uint32_t i = 0; i < count * rows; i++) {
        int32_t *cell = &c->cells[i];
        *cell = (int32_t)build_random(seed, 400000);
        if (*cell > c->largest[i % count])
            c->largest[i % count] = *cell;
    }
    c->table = (struct table_columns){count, c->smallest, c->largest, c->cells, rows, 430000, NULL};
}

static int64_t sum(const int32_t *values, uint32_t count)
{
    int64_t total = 0;
    for (uint32_t i = 0; i < count; i++)
        total += values[i];
    return total;
}

static void test_widths_are_natural_or_fill_the_measure(void **state)
{
    (void)state;
    uint64_t seed = 1;
    uint32_t fitted = 0, squeezed = 0;
    for (int round = 0; round < 3000; round++) {
        struct columns c;
        random_columns(&c, &seed);
        uint32_t count = c.table.columns;
        if (round % 3 == 0)
            c.table.measure = (int32_t)build_random(&seed, 200000) + 2000;
        bool fits = table_columns_share(&c.table, c.widths);
        assert_true(fits == (sum(c.smallest, count) <= c.table.measure));
        if (fits && sum(c.largest, count) <= c.table.measure)
            assert_memory_equal(c.widths, c.largest, count * sizeof *c.widths);
        else if (fits)
            assert_true(sum(c.widths, count) == c.table.measure);
        else
            assert_true(sum(c.widths, count) <= c.table.measure &&
                        sum(c.widths, count) > c.table.measure - (int32_t)count);
        for (uint32_t i = 0; i < count; i++) {
            assert_true(c.widths[i] >= 0);
            assert_true(fits ? c.widths[i] >= c.smallest[i] : c.widths[i] <= c.smallest[i]);
        }
        fitted += fits;
        squeezed += !fits;
    }
    assert_true(fitted > 500 && squeezed > 100);
}

static int64_t lines_total(const struct columns *c, const int32_t *widths)
{
    int64_t total = 0;
    for (uint32_t row = 0; row < c->table.rows; row++) {
        int64_t most = 1;
        for (uint32_t i = 0; i < c->table.columns; i++) {
            int64_t cell = c->cells[row * c->table.columns + i];
            int64_t lines = cell <= widths[i] ? 1 : (cell * 108 / 100 + widths[i] - 1) / widths[i];
            most = lines > most ? lines : most;
        }
        total += most;
    }
    return total;
}

/* CSS 2.1 shares the room in proportion to largest - smallest; ours must be as low or lower. */
static void test_tables_are_lower_than_by_proportion(void **state)
{
    (void)state;
    uint64_t seed = 2;
    int64_t ours = 0, theirs = 0;
    for (int round = 0; round < 500; round++) {
        struct columns c;
        random_columns(&c, &seed);
        uint32_t count = c.table.columns;
        int64_t room = c.table.measure - sum(c.smallest, count);
        int64_t wanted = sum(c.largest, count) - sum(c.smallest, count);
        if (!table_columns_share(&c.table, c.widths) || wanted <= room)
            continue;
        int32_t plain[MOST];
        for (uint32_t i = 0; i < count; i++)
            plain[i] = c.smallest[i] + (int32_t)(room * (c.largest[i] - c.smallest[i]) / wanted);
        ours += lines_total(&c, c.widths);
        theirs += lines_total(&c, plain);
    }
    assert_true(theirs > 0 && ours < theirs);
}

/* "Day 12" stays on one line beside long texts, also in rows that are tall anyway. */
static void test_short_columns_are_not_broken(void **state)
{
    (void)state;
    struct columns c;
    memset(&c, 0, sizeof c);
    enum { ROWS = 20, COLUMNS = 4 };
    static const int32_t least[COLUMNS] = {22000, 60000, 70000, 40000};
    static const int32_t tall[COLUMNS] = {38000, 400000, 420000, 40000};
    static const int32_t low[COLUMNS] = {38000, 30000, 80000, 40000};
    for (int i = 0; i < ROWS * COLUMNS; i++)
        c.cells[i] = (i / COLUMNS % 3 ? tall : low)[i % COLUMNS];
    memcpy(c.smallest, least, sizeof least);
    memcpy(c.largest, tall, sizeof tall);
    c.table = (struct table_columns){COLUMNS, c.smallest, c.largest, c.cells, ROWS, 430000, NULL};
    assert_true(table_columns_share(&c.table, c.widths));
    assert_true(c.widths[0] >= 38000);
    assert_int_equal(sum(c.widths, COLUMNS), 430000);
}

/* ---- frames of tables ---- */

static const struct frame_item *find(const struct built *built, const struct node *node,
                                     uint32_t *page)
{
    for (uint32_t i = 0; i < built->frames->page_count; i++)
        for (uint32_t j = 0; j < built->frames->pages[i].count; j++)
            if (built->frames->pages[i].items[j].node == node->id) {
                if (page)
                    *page = i;
                return &built->frames->pages[i].items[j];
            }
    fail_msg("node %u is not shown", node->id);
    return NULL;
}

static const struct node *cell_text(const struct node *table, int row, int column)
{
    const struct node *node = table->last->first;
    while (row-- > 0)
        node = node->next;
    node = node->first;
    while (column-- > 0)
        node = node->next;
    return node->first;
}

static void long_rows(struct buf *rows, uint32_t count)
{
    buf_put_string(rows, "Medicine|Dose|Remarks");
    for (uint32_t i = 0; i < count; i++)
        buf_format(rows, "\nMedicine%u|%u|Take it with water after a meal and rest", i, i * 7);
}

static void test_header_is_repeated_as_an_artifact(void **state)
{
    (void)state;
    struct buf rows = {0};
    long_rows(&rows, 90);
    struct doc *doc = build_start("en", false);
    build_par(doc, doc->root, "Before the table.");
    const struct node *table = build_table(doc, doc->root, "Table 1. Long", rows.data);
    struct built built;
    build_layout(&built, doc);
    const struct node *head = table->first->next->first->first->first; /* the text "Medicine" */
    assert_true(built.frames->page_count >= 3);
    for (uint32_t i = 0; i < built.frames->page_count; i++) {
        const struct frame_page *page = &built.frames->pages[i];
        uint32_t real = 0, copies = 0;
        int32_t copy_low = 0, first_row = INT32_MAX;
        for (uint32_t j = 0; j < page->count; j++) {
            const struct frame_item *item = &page->items[j];
            if (item->kind != FRAME_GLYPHS)
                continue;
            bool says = slice_equal_string(slice_trim(item->u.glyphs.text), "Medicine");
            real += item->node == head->id;
            if (item->node == 0 && says) {
                assert_int_equal(item->artifact, FRAME_LAYOUT);
                copies++;
                copy_low = item->box.y + item->box.height;
            }
            if (item->node != 0 && item->box.y < first_row)
                first_row = item->box.y;
        }
        assert_int_equal(real, i == 0);
        assert_int_equal(copies, i > 0);
        assert_true(first_row >= copy_low); /* the copy covers nothing */
    }
    buf_free(&rows);
    build_free(&built);
}

static void test_short_table_is_not_repeated(void **state)
{
    (void)state;
    struct doc *doc = build_start("en", false);
    const struct node *table = build_table(doc, doc->root, "Caption", "A|B\n1|2\n3|4");
    struct built built;
    build_layout(&built, doc);
    assert_int_equal(built.frames->page_count, 1);
    const struct frame_item *caption = find(&built, table->first->first, NULL);
    const struct frame_item *cell = find(&built, cell_text(table, 0, 0), NULL);
    assert_true(caption->box.y + caption->box.height <= cell->box.y);
    for (uint32_t j = 0; j < built.frames->pages[0].count; j++) {
        const struct frame_item *item = &built.frames->pages[0].items[j];
        assert_true(item->kind != FRAME_GLYPHS || item->node != 0 ||
                    item->artifact == FRAME_PAGE_FOOT);
    }
    build_free(&built);
}

/* The place of the decimal sign, or of the end, of a cell that is set in one run. */
static int32_t point_of(const struct built *built, const struct node *text)
{
    const struct frame_item *item = find(built, text, NULL);
    size_t point = slice_find(item->u.glyphs.text, '.');
    for (uint32_t i = 0; i < item->u.glyphs.count; i++)
        if (item->u.glyphs.glyphs[i].cluster == point)
            return item->box.x + item->u.glyphs.glyphs[i].x;
    return item->box.x + item->box.width;
}

static void test_amounts_are_aligned_at_the_point(void **state)
{
    (void)state;
    for (int rtl = 0; rtl < 2; rtl++) {
        struct doc *doc = build_start(rtl ? "ar" : "en", rtl);
        const struct node *table =
            build_table(doc, doc->root, NULL,
                        "Name|Cost|Mixed\nAda|£1,200.50|12\nBo|–|about 5\nCy|7|9\nDi|0.125|8");
        read_tables(doc);
        struct built built;
        build_layout(&built, doc);
        int32_t point = point_of(&built, cell_text(table, 0, 1));
        for (int row = 1; row < 4; row++)
            assert_in_range(point_of(&built, cell_text(table, row, 1)), point - 8, point + 8);
        const struct frame_item *words[] = {find(&built, cell_text(table, 0, 2), NULL),
                                            find(&built, cell_text(table, 1, 2), NULL)};
        assert_int_equal(words[0]->box.x + (rtl ? words[0]->box.width : 0),
                         words[1]->box.x + (rtl ? words[1]->box.width : 0));
        build_free(&built);
    }
}

/* The right edges of what the columns of the body show. */
static int32_t right_of(const struct built *built, const struct node *table, int row, int column)
{
    const struct frame_item *item = find(built, cell_text(table, row, column), NULL);
    return item->box.x + item->box.width;
}

static void test_small_table_is_as_wide_as_its_words(void **state)
{
    (void)state;
    struct doc *doc = build_start("en", false);
    const struct node *table = build_table(doc, doc->root, NULL, "Item|Price\nCrutch|£10.50");
    read_tables(doc);
    struct built built;
    build_layout(&built, doc);
    int32_t gap = find(&built, cell_text(table, 0, 1), NULL)->box.x - right_of(&built, table, 0, 0);
    assert_in_range(gap, UNIT_MM(4), UNIT_MM(7));
    build_free(&built);
}

/* A column of empty cells is one to write in: it takes what is left of the measure. */
static void test_columns_to_write_in_fill_the_measure(void **state)
{
    (void)state;
    struct doc *doc = build_start("en", false);
    const struct node *table =
        build_table(doc, doc->root, NULL, "Day|Pain|Hours\nMon||5\nTue||6\nWed|4|7");
    read_tables(doc);
    struct built built;
    build_layout(&built, doc);
    int32_t edge = built.style.page_width - built.style.margin_side;
    assert_in_range(right_of(&built, table, 0, 2), edge - 8, edge + 8);
    build_free(&built);
}

static void test_tops_and_baselines_of_a_row_agree(void **state)
{
    (void)state;
    struct doc *doc = build_start("en", false);
    const struct node *table = build_table(
        doc, doc->root, NULL,
        "A|B\nshort|a cell that is much longer than one line can be, so that it goes on to others "
        "and the row has the height of the highest cell of all the cells in it");
    struct built built;
    build_layout(&built, doc);
    assert_int_equal(find(&built, cell_text(table, 0, 0), NULL)->u.glyphs.baseline,
                     find(&built, cell_text(table, 0, 1), NULL)->u.glyphs.baseline);
    build_free(&built);
}

static void test_row_taller_than_a_page_is_split(void **state)
{
    (void)state;
    struct buf rows = {0};
    buf_put_string(&rows, "A|B\n");
    for (int column = 0; column < 2; column++) {
        for (int i = 0; i < 700; i++)
            buf_put_string(&rows, "word ");
        buf_put_string(&rows, column == 0 ? "end|" : "end");
    }
    struct doc *doc = build_start("en", false);
    const struct node *table = build_table(doc, doc->root, NULL, rows.data);
    struct built built;
    build_layout(&built, doc);
    assert_true(built.frames->page_count >= 2);
    int32_t bottom = built.style.page_height - built.style.margin_bottom;
    size_t words = 0;
    for (uint32_t i = 0; i < built.frames->page_count; i++) {
        uint32_t last = 0;
        for (uint32_t j = 0; j < built.frames->pages[i].count; j++) {
            const struct frame_item *item = &built.frames->pages[i].items[j];
            if (item->kind != FRAME_GLYPHS || item->node == 0)
                continue;
            assert_true(item->box.y + item->box.height <= bottom + 1024);
            assert_true(item->node >= last); /* read cell by cell */
            last = item->node;
            for (size_t k = 0; k < item->u.glyphs.text.len; k++)
                words += item->u.glyphs.text.ptr[k] == 'w';
        }
    }
    assert_int_equal(words, 1400);
    assert_int_equal(built.diags.errors, 0);
    (void)table;
    buf_free(&rows);
    build_free(&built);
}

/* All cells of a table of too many columns are shown once as content, in their order, in parts
 * whose first column is a copy in all but the first; one message tells it. */
static void test_too_many_columns_are_set_in_parts(void **state)
{
    (void)state;
    struct buf rows = {0};
    for (int row = 0; row < 2; row++)
        for (int column = 0; column < 40; column++)
            buf_format(&rows, "%sparacetamol%d", column ? "|" : row ? "\n" : "", column);
    struct doc *doc = build_start("en", false);
    build_table(doc, doc->root, NULL, rows.data);
    struct built built;
    build_layout(&built, doc);
    uint32_t shown = 0, copies = 0, last = 0;
    for (uint32_t i = 0; i < built.frames->page_count; i++)
        for (uint32_t j = 0; j < built.frames->pages[i].count; j++) {
            const struct frame_item *item = &built.frames->pages[i].items[j];
            bool first = item->kind == FRAME_GLYPHS &&
                         slice_equal_string(slice_trim(item->u.glyphs.text), "paracetamol0");
            copies += first && item->node == 0;
            shown += item->node != 0;
            assert_true(item->node == 0 || item->node > last);
            last = item->node > 0 ? item->node : last;
            assert_true(item->box.x >= UNIT_MM(15) - 8);
            assert_true(item->box.x + item->box.width <= built.style.page_width - UNIT_MM(15) + 8);
        }
    assert_int_equal(shown, 80);
    assert_true(copies >= 12);
    assert_int_equal(built.diags.count, 1);
    assert_int_equal(built.diags.items[0].code, DIAG_CODE_TABLE_OVERFULL);
    buf_free(&rows);
    build_free(&built);
}

static void test_ragged_rows_and_empty_cells(void **state)
{
    (void)state;
    struct doc *doc = build_start("en", true);
    struct node *table = build_table(doc, doc->root, NULL, "A|B|C\n1\n|x|\n");
    struct built built;
    build_layout(&built, doc);
    find(&built, cell_text(table, 0, 0), NULL);
    find(&built, cell_text(table, 1, 1), NULL);
    assert_int_equal(built.diags.count, 0);
    build_free(&built);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_widths_are_natural_or_fill_the_measure),
        cmocka_unit_test(test_tables_are_lower_than_by_proportion),
        cmocka_unit_test(test_short_columns_are_not_broken),
        cmocka_unit_test(test_header_is_repeated_as_an_artifact),
        cmocka_unit_test(test_short_table_is_not_repeated),
        cmocka_unit_test(test_amounts_are_aligned_at_the_point),
        cmocka_unit_test(test_small_table_is_as_wide_as_its_words),
        cmocka_unit_test(test_columns_to_write_in_fill_the_measure),
        cmocka_unit_test(test_tops_and_baselines_of_a_row_agree),
        cmocka_unit_test(test_row_taller_than_a_page_is_split),
        cmocka_unit_test(test_too_many_columns_are_set_in_parts),
        cmocka_unit_test(test_ragged_rows_and_empty_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
