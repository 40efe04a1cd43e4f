#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "doc/theme.h"
#include "style/colour.h"
#include "style/css.h"
#include "style/density.h"
#include "style/style.h"

/* Contrast ratios that WCAG 2.2's formula gives, to a hundredth. */
static void contrast_follows_wcag(void **state)
{
    (void)state;
    assert_int_equal(colour_contrast(0x000000, 0xffffff), 2100);
    assert_int_equal(colour_contrast(0xffffff, 0xffffff), 100);
    assert_in_range(colour_contrast(0x777777, 0xffffff), 447, 448);
    assert_in_range(colour_contrast(0x767676, 0xffffff), 454, 455);
    assert_true(colour_contrast(0x0b5c73, 0xffffff) >= 740);
    assert_int_equal(colour_contrast(0x123456, 0xfedcba), colour_contrast(0xfedcba, 0x123456));
}

struct fixture {
    struct arena arena;
    struct diag_list diags;
    struct meta meta;
    struct meta_pair pairs[4];
    struct style style;
};

static void make(struct fixture *f)
{
    f->diags.arena = &f->arena;
    f->meta.theme.items = f->pairs;
    while (f->meta.theme.count < 4 && f->pairs[f->meta.theme.count].key)
        f->meta.theme.count++;
    style_make(&f->meta, NULL, &f->diags, &f->style);
}

static void end(struct fixture *f)
{
    diag_free(&f->diags);
    arena_free(&f->arena);
}

/* Lines of a column hold 45 to 75 letters, or there are no columns. */
static void columns_hold_lines_that_read_well(void **state)
{
    (void)state;
    static const struct {
        enum meta_page page;
        enum meta_switch landscape;
        bool wide;
    } papers[] = {{META_PAGE_A4, META_SWITCH_OFF, false},   {META_PAGE_A4, META_SWITCH_ON, true},
                  {META_PAGE_A3, META_SWITCH_OFF, true},    {META_PAGE_A3, META_SWITCH_ON, true},
                  {META_PAGE_LETTER, META_SWITCH_ON, true}, {META_PAGE_A5, META_SWITCH_ON, false}};
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
        for (double size = 12; size <= 14; size++) {
            struct fixture f = {0};
            f.meta.paper.page = papers[i].page;
            f.meta.landscape = papers[i].landscape;
            make(&f);
            const struct style_density density = {UNIT_PT(size), 100, 100, 100, 75, 0, 0, 2};
            struct style style;
            assert_int_equal(style_set_density(&f.style, &density, &style), papers[i].wide);
            double letters = style.measure / (size * 1024 * 0.463);
            assert_true(letters < 75.1 && (letters >= 45) == papers[i].wide);
            assert_true(style.margin_side * 2 + style.measure * 2 + style.column_gap <=
                        style.page_width);
            assert_true(style.margin_side >= UNIT_MM(14));
            end(&f);
        }
}

static void defaults_are_the_house_look(void **state)
{
    (void)state;
    struct fixture f = {0};
    make(&f);
    assert_int_equal(f.diags.count, 0);
    assert_int_equal(f.style.body.size, UNIT_PT(13));
    assert_int_equal(f.style.body.leading, UNIT_PT(19));
    assert_int_equal(f.style.measure, UNIT_MM(210) - 2 * UNIT_MM(31));
    assert_false(f.style.justified);
    end(&f);
}

/* RNIB clear print: nothing that a patient must read is below 12 pt, on any page size. */
static void no_content_is_below_twelve_points(void **state)
{
    (void)state;
    for (int page = META_PAGE_A4; page <= META_PAGE_LETTER; page++) {
        struct fixture f = {.pairs = {{.key = "size", .value = "12"}}};
        f.meta.paper.page = (enum meta_page)page;
        make(&f);
        const struct style_text texts[] = {
            f.style.body,          f.style.table,          f.style.caption,
            f.style.code,          f.style.contact,        f.style.note,
            f.style.about,         f.style.masthead_name,  f.style.heading[6],
            f.style.masthead_line, f.style.picture_caption};
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
            assert_true(texts[i].size >= UNIT_PT(12));
            assert_true(texts[i].leading > texts[i].size);
        }
        assert_true(f.style.measure > 0);
        end(&f);
    }
}

static void an_edition_s_tokens_stand_over_the_theme_s(void **state)
{
    (void)state;
    struct fixture f = {
        .pairs = {{.key = "size", .value = "14"}, {.key = "align", .value = "justified"}}};
    const struct meta_pair large = {.key = "size", .value = "18"};
    const struct meta_pairs over = {&large, 1};
    make(&f);
    assert_int_equal(f.style.body.size, UNIT_PT(14));
    style_make(&f.meta, &over, &f.diags, &f.style);
    assert_int_equal(f.style.body.size, UNIT_PT(18));
    assert_true(f.style.justified);
    assert_int_equal(f.diags.count, 0);
    end(&f);
}

/* What a theme measures for its own text grows with the text of a larger edition. */
static void measures_grow_with_an_edition(void **state)
{
    (void)state;
    struct fixture f = {.pairs = {{.key = "size", .value = "12"},
                                  {.key = "space_block", .value = "6mm"},
                                  {.key = "title_size", .value = "24 pt"}}};
    const struct meta_pair large = {.key = "size", .value = "18"};
    const struct meta_pairs over = {&large, 1};
    make(&f);
    assert_int_equal(f.diags.count, 0);
    assert_int_equal(f.style.space_block, UNIT_MM(6));
    assert_int_equal(f.style.heading[1].size, UNIT_PT(24));
    style_make(&f.meta, &over, &f.diags, &f.style);
    assert_in_range(f.style.space_block, UNIT_MM(9) - 1, UNIT_MM(9) + 1);
    assert_int_equal(f.style.heading[1].size, UNIT_PT(36));
    end(&f);
}

/* At its limits each number is taken, and no theme of one token is worse than clear print. */
static void each_token_holds_its_limits(void **state)
{
    (void)state;
    for (int key = 0; key < THEME_KEY_COUNT; key++) {
        const struct theme_row *row = &theme_table[key];
        const double values[] = {row->least, row->most, row->least - 0.25, row->most + 0.25};
        for (int i = 0; i < 4 && theme_sign(row->form); i++) {
            char text[32];
            struct fixture f = {0};
            f.pairs[0] = (struct meta_pair){.key = row->name, .value = text};
            snprintf(text, sizeof text, "%g", values[i]);
            make(&f);
            if (i > 1)
                assert_int_equal(f.diags.errors, 1);
            assert_true(f.style.body.size >= UNIT_PT(12));
            assert_true(f.style.measure < f.style.body.size * 76 / 2);
            assert_true(f.style.heading[1].size > f.style.heading[3].size || f.diags.errors > 0);
            end(&f);
        }
    }
}

static void pale_colours_are_refused(void **state)
{
    (void)state;
    struct fixture f = {.pairs = {{.key = "brand", .value = "#ffcc00"}}};
    make(&f);
    assert_int_equal(f.diags.errors, 1);
    assert_int_equal(f.diags.items[0].code, DIAG_CODE_THEME_CONTRAST);
    assert_int_equal(f.style.brand, 0x0b5c73);
    end(&f);
}

/* In a grey print the levels of care rank by how dark their heads are and how thick their lines. */
static void levels_of_care_rank_in_grey(void **state)
{
    (void)state;
    struct fixture f = {0};
    make(&f);
    const struct style_callout *looks = f.style.callout;
    const struct style_callout *levels[] = {&looks[CALLOUT_EMERGENCY], &looks[CALLOUT_URGENT],
                                            &looks[CALLOUT_ROUTINE]};
    for (int i = 0; i + 1 < 3; i++) {
        assert_true(colour_contrast(levels[i]->head, 0xffffff) >
                    colour_contrast(levels[i + 1]->head, 0xffffff) * 3 / 2);
        assert_true(levels[i]->frame > levels[i + 1]->frame);
    }
    assert_true(levels[0]->label.size > f.style.body.size);
    for (int kind = 0; kind < CALLOUT_KIND_COUNT; kind++) {
        assert_true(colour_contrast(f.style.body.colour, looks[kind].tint) >= CONTRAST_LEAST);
        assert_true(colour_contrast(looks[kind].label.colour, looks[kind].head) >= CONTRAST_LEAST);
        assert_true(colour_contrast(looks[kind].ink, looks[kind].icon) >= CONTRAST_LEAST);
    }
    end(&f);
}

static void wrong_tokens_are_named(void **state)
{
    (void)state;
    struct fixture f = {.pairs = {{.key = "brand", .value = "teal"},
                                  {.key = "size", .value = "11"},
                                  {.key = "colour", .value = "#000000"},
                                  {.key = "align", .value = "left"}}};
    make(&f);
    assert_int_equal(f.diags.errors, 3);
    assert_int_equal(f.diags.warnings, 1);
    end(&f);
}

static void the_nearer_token_wins(void **state)
{
    (void)state;
    struct fixture f = {
        .pairs = {{.key = "brand", .value = "nonsense"}, {.key = "brand", .value = "#123456"}}};
    make(&f);
    assert_int_equal(f.diags.count, 0);
    assert_int_equal(f.style.brand, 0x123456);
    end(&f);
}

static void scripts_without_italics_are_not_slanted(void **state)
{
    (void)state;
    struct fixture f = {0};
    struct buf css = {0};
    make(&f);
    f.style.emphasis_italic = true;
    style_css(&f.style, &css);
    assert_non_null(strstr(css.data, ",em:lang(zh){font-style:normal;font-weight:bold}"));
    assert_null(strstr(css.data, "em{font-style"));
    buf_clear(&css);
    f.style.emphasis_italic = false;
    style_css(&f.style, &css);
    assert_non_null(strstr(css.data, "\nem{font-style:normal;font-weight:bold}"));
    buf_free(&css);
    end(&f);
}

static void the_style_sheet_sets_no_colours(void **state)
{
    (void)state;
    struct fixture f = {0};
    struct buf css = {0};
    make(&f);
    style_css(&f.style, &css);
    const char *colour = strstr(css.data, "color:");
    assert_ptr_equal(colour, strstr(css.data, "color:inherit"));
    assert_null(strstr(colour + 1, "color:"));
    assert_null(strstr(css.data, "background"));
    assert_null(strstr(css.data, "border-collapse"));
    assert_null(strstr(css.data, "fixed"));
    assert_non_null(strstr(css.data, "[hidden]{display:none}"));
    assert_non_null(strstr(css.data, "h1{font-size:1.6em}"));
    buf_free(&css);
    end(&f);
}

static void the_second_style_sheet_knows_some_widths_of_tables(void **state)
{
    (void)state;
    struct fixture f = {0};
    struct buf css = {0};
    make(&f);
    style_narrow_css(&f.style, &css);
    assert_non_null(strstr(css.data, "h1{font-size:min(1.6em,max(1em,9*var(--w)))}"));
    assert_non_null(strstr(css.data, "@container (max-width:19.99ch){.listed-20,"));
    assert_non_null(strstr(css.data, ".scrolled-20{overflow:auto"));
    assert_null(strchr(css.data, '$'));
    assert_int_equal(style_table_width(0), 16);
    assert_int_equal(style_table_width(16), 16);
    assert_int_equal(style_table_width(17), 20);
    assert_int_equal(style_table_width(1000), 100);
    buf_free(&css);
    end(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contrast_follows_wcag),
        cmocka_unit_test(columns_hold_lines_that_read_well),
        cmocka_unit_test(defaults_are_the_house_look),
        cmocka_unit_test(no_content_is_below_twelve_points),
        cmocka_unit_test(an_edition_s_tokens_stand_over_the_theme_s),
        cmocka_unit_test(measures_grow_with_an_edition),
        cmocka_unit_test(each_token_holds_its_limits),
        cmocka_unit_test(pale_colours_are_refused),
        cmocka_unit_test(levels_of_care_rank_in_grey),
        cmocka_unit_test(wrong_tokens_are_named),
        cmocka_unit_test(the_nearer_token_wins),
        cmocka_unit_test(scripts_without_italics_are_not_slanted),
        cmocka_unit_test(the_style_sheet_sets_no_colours),
        cmocka_unit_test(the_second_style_sheet_knows_some_widths_of_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
