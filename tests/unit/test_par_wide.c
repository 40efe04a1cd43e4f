/* Chinese and Japanese paragraphs: what begins and ends lines, and how wide punctuation is. */
#include "par_kit.h"

#define EM         PT(13)
#define PARAGRAPHS 50
#define PIECES     90

/* No line begins with these (JIS X 4051, 8.1.2; GB/T 15834, 5.1; in Japanese the small kana, too).
 */
#define NO_START          "）〕］｝〉》」』】〗”、。，．：；！？・·‧～…)"
#define NO_START_JAPANESE "々ーゝヽぁぃぅぇぉっゃゅょァィゥェォッャュョヵヶ"
/* No line ends with these. */
#define NO_END "（〔［｛〈《「『【〖“￥("

static const char *const chinese[] = {
    "服用", "药", "一次", "每天", "２５０毫克", "3片",          "Panadol", "，",  "。",
    "“",    "”",  "（",   "）",   "《",         "》",           "、",      "：",  "；",
    "！",   "？", "……",   "——",   "白·求恩",    "２０～３０岁", "37.5℃",   "5％", "医生"};
static const char *const japanese[] = {
    "薬", "きっと", "データ", "ちょっと", "人々",    "ッ",  "ャ",       "、",   "。",
    "「", "」",     "『",     "』",       "（",      "）",  "・",       "！",   "？",
    "……", "――",     "１２歳", "3回",      "Panadol", "5％", "ください", "ヵ月", "医師"};

/* The same on every machine. */
static uint32_t draw(uint32_t *seed, uint32_t count)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % count;
}

static const char *make_text(struct fixture *f, const char *const *words, uint32_t count,
                             uint32_t *seed)
{
    struct buf out = {0};
    buf_put_string(&out, words[0]);
    for (int i = 0; i < PIECES; i++)
        buf_put_string(&out, words[draw(seed, count)]);
    buf_put_string(&out, "。");
    return buf_keep(&out, &f->doc->arena).ptr;
}

static bool holds(const char *list, struct slice text, bool last)
{
    char one[5] = "";
    size_t at = last ? text.len : 0;
    utf8_encode(last ? utf8_previous(text, &at) : utf8_next(text, &at), one);
    return strstr(list, one) != NULL;
}

/* Returns how many lines there were. */
static uint32_t check_edges(const struct par *par, bool is_japanese)
{
    for (uint32_t i = 0; i < par->count; i++) {
        const struct par_line *line = &par->lines[i];
        struct slice first = line->items[0].u.glyphs.text;
        struct slice last = slice_trim(line->items[line->count - 1].u.glyphs.text);
        if (i > 0)
            assert_false(holds(NO_START, first, false));
        if (i > 0 && is_japanese)
            assert_false(holds(NO_START_JAPANESE, first, false));
        if (i + 1 < par->count && last.len > 0)
            assert_false(holds(NO_END, last, true));
    }
    return par->count;
}

static void check_language(const char *lang, const char *const *words, uint32_t count)
{
    uint32_t seed = 1, lines = 0;
    for (int i = 0; i < PARAGRAPHS; i++) {
        for (int justified = 0; justified < 2; justified++) {
            struct fixture f;
            setup(&f, lang);
            f.params.measure = 24 * EM;
            f.params.justified = justified == 1;
            text(&f, f.block, make_text(&f, words, count, &seed));
            struct par par = par_set(&f.layout, f.block, &f.params);
            assert_int_equal(f.diags.count, 0);
            lines += check_edges(&par, words == japanese);
            teardown(&f);
        }
    }
    assert_in_range(lines, 500, 2000);
}

static void lines_begin_and_end_by_the_rules(void **state)
{
    (void)state;
    check_language("zh-Hans", chinese, sizeof chinese / sizeof *chinese);
    check_language("zh-Hant", chinese, sizeof chinese / sizeof *chinese);
    check_language("ja", japanese, sizeof japanese / sizeof *japanese);
}

static void check_width(const char *lang, const char *string, int halves)
{
    struct fixture f;
    setup(&f, lang);
    text(&f, f.block, string);
    struct par par = par_set(&f.layout, f.block, &f.params);
    assert_int_equal(par.count, 1);
    assert_in_range(par.lines[0].width, halves * EM / 2 - 8, halves * EM / 2 + 8);
    teardown(&f);
}

/* In halves of an em: marks lose a half beside one another, at the line's start and at its end. */
static void wide_marks_lose_halves(void **state)
{
    (void)state;
    check_width("ja", "薬", 2);
    check_width("ja", "「薬", 3);
    check_width("ja", "薬」", 3);
    check_width("ja", "薬」薬", 6);
    check_width("ja", "薬「薬", 6);
    check_width("ja", "薬」「薬", 7);
    check_width("ja", "薬。」薬", 7);
    check_width("ja", "「『薬", 4);
    check_width("ja", "薬・「薬", 7);
    check_width("ja", "薬……「薬", 10);
    check_width("zh-Hans", "“药”，", 5);
    check_width("zh-Hans", "药？”药", 7);
    check_width("zh-Hant", "藥。藥", 6); /* it stands in the middle of its square */
    check_width("zh-Hant", "藥」。", 5);
}

static void justified_lines_are_full(void **state)
{
    (void)state;
    struct fixture f;
    setup(&f, "zh-Hans");
    f.params.measure = 20 * EM + 999;
    f.params.justified = true;
    text(&f, f.block,
         "每天服用一次，饭后服用。请不要停药，也不要自行加量；如果忘记服用，请在想起时服用一片，但"
         "不要"
         "一次服用两片。如有疑问，请咨询您的医生或药师。");
    struct par par = par_set(&f.layout, f.block, &f.params);
    assert_int_equal(par.count, 4);
    for (uint32_t i = 0; i + 1 < par.count; i++)
        assert_int_equal(par.lines[i].width, f.params.measure);
    teardown(&f);
}

/* A mark whose line is too narrow for its word is drawn all the same. */
static void narrow_columns_hold_marks(void **state)
{
    (void)state;
    struct fixture f;
    setup(&f, "ja");
    f.params.measure = EM;
    text(&f, f.block, "「『薬』」、（薬）。");
    struct par par = par_set(&f.layout, f.block, &f.params);
    assert_true(par.count >= 2);
    teardown(&f);
}

static unit width_of(const char *lang, const char *string)
{
    struct fixture f;
    setup(&f, lang);
    text(&f, f.block, string);
    struct par par = par_set(&f.layout, f.block, &f.params);
    assert_int_equal(par.count, 1);
    unit width = par.lines[0].width;
    teardown(&f);
    return width;
}

/* How much wider than its parts, apart from one another, a text is: in quarters of an em. */
static void check_gaps(const char *lang, const char *first, const char *second, const char *third,
                       int quarters)
{
    char all[100];
    snprintf(all, sizeof all, "%s%s%s", first, second, third);
    unit gaps = width_of(lang, all) - width_of(lang, first) - width_of(lang, second) -
                width_of(lang, third);
    assert_in_range(gaps + EM, EM + quarters * EM / 4 - 8, EM + quarters * EM / 4 + 8);
}

static void letters_stand_apart_from_ideographs(void **state)
{
    (void)state;
    check_gaps("zh-Hans", "药", "Panadol", "药", 2);
    check_gaps("ja", "薬", "3", "かい", 2);
    check_gaps("ja", "Panadol", "カ", "薬", 1);
    unit bracketed = width_of("zh-Hans", "药（Panadol）药") - width_of("zh-Hans", "药（药药）药");
    assert_int_equal(bracketed, width_of("zh-Hans", "Panadol") - 2 * EM);
    check_gaps("zh-Hans", "药", "5%", "药", 1);
    check_gaps("ko", "약", "Panadol", "은", 0);
    unit apart = width_of("zh-Hans", "药 Panadol") - width_of("zh-Hans", "药Panadol");
    assert_in_range(apart + EM, EM - EM / 8, EM + EM / 8); /* the author's space instead */
}

/* The gap hangs out where a line begins or ends with it. */
static void gaps_vanish_at_the_edges_of_lines(void **state)
{
    (void)state;
    struct fixture f;
    setup(&f, "zh-Hans");
    f.params.measure = 5 * EM;
    text(&f, f.block, "药药药Panadol药药");
    struct par par = par_set(&f.layout, f.block, &f.params);
    assert_int_equal(par.count, 3);
    assert_int_equal(par.lines[1].items[0].box.x, -EM / 4);
    assert_in_range(par.lines[1].width, width_of("zh-Hans", "Panadol") - 8,
                    width_of("zh-Hans", "Panadol") + 8);
    teardown(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_begin_and_end_by_the_rules),
        cmocka_unit_test(wide_marks_lose_halves),
        cmocka_unit_test(letters_stand_apart_from_ideographs),
        cmocka_unit_test(gaps_vanish_at_the_edges_of_lines),
        cmocka_unit_test(justified_lines_are_full),
        cmocka_unit_test(narrow_columns_hold_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
