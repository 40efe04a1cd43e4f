#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "text/break.h"
#include "text/engine.h"
#include "text/text.h"

struct fixture {
    struct text_engine *engine;
    struct arena arena;
};

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->engine = text_engine_new();
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    text_engine_free(fixture->engine);
    arena_free(&fixture->arena);
    free(fixture);
    return 0;
}

/* The text with "|" at breaks, "#" at forced ones. */
static const char *broken(struct fixture *f, const char *text, const char *lang)
{
    struct text_analysis out;
    struct slice slice = slice_from(text);
    text_analyse(f->engine, slice, TEXT_AUTO, lang, &f->arena, &out);
    char *shown = arena_bytes(&f->arena, 2 * slice.len + 1), *p = shown;
    assert_int_equal(out.flags[slice.len], TEXT_GRAPHEME);
    for (size_t i = 0; i < slice.len; i++) {
        if (out.flags[i] & TEXT_MUST_BREAK)
            *p++ = '#';
        else if (out.flags[i] & TEXT_BREAK)
            *p++ = '|';
        *p++ = text[i];
    }
    *p = '\0';
    return shown;
}

static const char *graphemes(struct fixture *f, const char *text)
{
    struct text_analysis out;
    struct slice slice = slice_from(text);
    text_analyse(f->engine, slice, TEXT_AUTO, NULL, &f->arena, &out);
    char *shown = arena_bytes(&f->arena, 2 * slice.len + 1), *p = shown;
    for (size_t i = 0; i < slice.len; i++) {
        if (i > 0 && (out.flags[i] & TEXT_GRAPHEME))
            *p++ = '|';
        *p++ = text[i];
    }
    *p = '\0';
    return shown;
}

/* Runs as "start+len/level script". */
static const char *runs(struct fixture *f, const char *text, enum text_direction direction)
{
    struct text_analysis out;
    struct buf buf = {0};
    text_analyse(f->engine, slice_from(text), direction, NULL, &f->arena, &out);
    buf_put_string(&buf, out.base_rtl ? "rtl" : "ltr");
    for (uint32_t i = 0; i < out.run_count; i++)
        buf_format(&buf, " %u+%u/%u%s", out.runs[i].start, out.runs[i].len, out.runs[i].level,
                   out.runs[i].script);
    const char *shown = arena_string(&f->arena, buf_slice(&buf));
    buf_free(&buf);
    return shown;
}

static void breaks_of_english(void **state)
{
    struct fixture *f = *state;
    assert_string_equal(broken(f, "Take 500 mg (one tablet) twice a day.", "en"),
                        "Take |500 |mg |(one |tablet) |twice |a |day.");
    assert_string_equal(broken(f, "side-effects and/or -5 °C, 2.5 %", "en"),
                        "side-|effects |and/|or |-5 |°C, |2.5 |%");
    assert_string_equal(broken(f, "line\nnext", "en"), "line\n#next");
    assert_string_equal(broken(f,
                               "a\xc2\xa0"
                               "b \xe2\x80\x9cquoted\xe2\x80\x9d \xe2\x80\x93 c",
                               "en"),
                        "a\xc2\xa0"
                        "b |\xe2\x80\x9cquoted\xe2\x80\x9d |\xe2\x80\x93 |c");
    assert_string_equal(broken(f, "", "en"), "");
}

static void breaks_of_other_scripts(void **state)
{
    struct fixture *f = *state;
    assert_string_equal(broken(f, "ภาษาไทย", "th"), "ภาษา|ไทย");
    assert_string_equal(broken(f, "中文，字", "zh"), "中|文，|字");
    assert_string_equal(broken(f, "きっと、データ", "ja"), "きっ|と、|デー|タ");
    assert_string_equal(broken(f,
                               "a b\xe2\x80\xa8"
                               "c",
                               "en"),
                        "a |b\xe2\x80\xa8#c");
    assert_string_equal(broken(f, "soft\xc2\xadhyphen zero\xe2\x80\x8bspace", "en"),
                        "soft\xc2\xad|hyphen |zero\xe2\x80\x8b|space");
    assert_string_equal(broken(f, "x \xef\xbf\xbc y", "en"), "x |\xef\xbf\xbc |y");
}

static void wide_numbers_stay_whole(void **state)
{
    struct fixture *f = *state;
    assert_string_equal(broken(f, "每２５０毫克", "zh"), "每|２５０|毫|克");
    assert_string_equal(broken(f, "１２，０００人", "ja"), "１２，０００|人");
    assert_string_equal(broken(f, "10～20，１～２", "zh"), "10～20，|１～２");
    assert_string_equal(broken(f, "ＭＲＩ检", "zh"), "ＭＲＩ|检");
    assert_string_equal(broken(f, "１／２片", "zh"), "１／２|片");
    assert_string_equal(broken(f, "5㎏，体", "zh"), "5㎏，|体");
}

static void joints_begin_no_line(void **state)
{
    struct fixture *f = *state;
    assert_string_equal(broken(f, "白·求", "zh"), "白·|求");
    assert_string_equal(broken(f, "北～南", "ja"), "北～|南");
    assert_string_equal(broken(f, "北—南", "zh"), "北—|南");
    assert_string_equal(broken(f, "好——不", "zh"), "好|——|不");
}

static void korean_parts_words_by_spaces(void **state)
{
    struct fixture *f = *state;
    assert_string_equal(broken(f, "이 약은 3일(72시간)에 한 번", "ko"),
                        "이 |약은 |3일(72시간)에 |한 |번");
    assert_string_equal(broken(f, "가운뎃점·구분", "ko"), "가운뎃점·|구분");
    assert_string_equal(broken(f, "약은", "en"), "약|은");
}

static void spaces_are_marked(void **state)
{
    struct fixture *f = *state;
    struct text_analysis out;
    struct slice text = SLICE_LIT("a \tb\xc2\xa0\xe2\x80\x83\xe2\x80\xafz");
    text_analyse(f->engine, text, TEXT_AUTO, "en", &f->arena, &out);
    static const bool space[] = {0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0};
    for (size_t i = 0; i < text.len; i++)
        assert_int_equal((out.flags[i] & TEXT_SPACE) != 0, space[i]);
}

static void breaks_of_addresses(void **state)
{
    struct fixture *f = *state;
    assert_string_equal(broken(f, "see https://www.example.org/a/b-c_d?x=1&y=2#z.", "en"),
                        "see |https://|www.example|.org|/a|/b|-c|_d|?x|=1|&y|=2|#z.");
    assert_string_equal(broken(f, "(example.org/leaflets/), or", "en"),
                        "(example|.org|/leaflets|/), |or");
    assert_string_equal(broken(f, "mail skin.clinic@example.org now", "en"),
                        "mail |skin|.clinic@example|.org |now");
    assert_string_equal(broken(f, "www.example.org", "en"), "www.example|.org");
    /* Not addresses: UAX #14 alone. */
    assert_string_equal(broken(f, "and/or e.g. 2.5/3.0 mg end.Next 24/7", "en"),
                        "and/|or |e.g. |2.5/3.0 |mg |end.Next |24/7");
    assert_string_equal(broken(f, "note:// and 1:2 @home", "en"), "note:// |and |1:2 |@home");
    /* The same in a paragraph that takes the way through ICU. */
    assert_string_equal(broken(f, "שלום https://example.org/a-b", "he"),
                        "שלום |https://|example|.org|/a|-b");
}

static void grapheme_clusters(void **state)
{
    struct fixture *f = *state;
    assert_string_equal(graphemes(f, "ab\xc3\xa9"), "a|b|\xc3\xa9");
    assert_string_equal(graphemes(f, "e\xcc\x81x"), "e\xcc\x81|x");
    assert_string_equal(graphemes(f, "👍🏽a👨‍👩‍👧🇬🇧🇫🇷"),
                        "👍🏽|a|👨‍👩‍👧|🇬🇧|🇫🇷");
    assert_string_equal(graphemes(f, "கொ"), "கொ");
    assert_string_equal(graphemes(f, "a\r\nb"), "a|\r\n|b");
}

static void bidi_runs(void **state)
{
    struct fixture *f = *state;
    assert_string_equal(runs(f, "Plain text, 500 mg.", TEXT_AUTO), "ltr 0+19/0Latn");
    assert_string_equal(runs(f, "500", TEXT_LTR), "ltr 0+3/0Zyyy");
    assert_string_equal(runs(f, "Привіт", TEXT_LTR), "ltr 0+12/0Cyrl");
    assert_string_equal(runs(f, "", TEXT_RTL), "rtl");
    /* "take 500 mg now": W2 makes the digits Arabic numbers, which do not join with the unit. */
    assert_string_equal(runs(f, "خذ 500 mg الآن", TEXT_AUTO),
                        "rtl 0+5/1Arab 5+3/2Arab 8+1/1Arab 9+2/2Latn 11+9/1Arab");
    assert_string_equal(runs(f, "abc", TEXT_RTL), "rtl 0+3/2Latn");
    assert_string_equal(runs(f, "a (عربي) b", TEXT_LTR), "ltr 0+3/0Latn 3+8/1Arab 11+3/0Latn");
    /* A forced line break does not begin a new paragraph. */
    assert_string_equal(runs(f, "שלום\nabc", TEXT_AUTO), "rtl 0+9/1Hebr 9+3/2Latn");
    /* Digits alone in their level run take the script before them. */
    assert_string_equal(runs(f, "abc שלום 500", TEXT_LTR), "ltr 0+4/0Latn 4+9/1Hebr 13+3/2Hebr");
    /* Isolates are obeyed. */
    assert_string_equal(runs(f,
                             "a \xe2\x81\xa7"
                             "שלום\xe2\x81\xa9 b",
                             TEXT_LTR),
                        "ltr 0+5/0Latn 5+8/1Hebr 13+5/0Latn");
    assert_string_equal(runs(f, "Ελλ абв", TEXT_LTR), "ltr 0+7/0Grek 7+6/0Cyrl");
}

static void visual_order(void **state)
{
    (void)state;
    uint32_t order[7];
    static const uint8_t levels[7] = {1, 1, 2, 2, 1, 0, 1};
    static const uint32_t expected[7] = {4, 2, 3, 1, 0, 5, 6};
    text_visual_order(levels, 7, order);
    assert_memory_equal(order, expected, sizeof order);
    static const uint8_t plain[3] = {0, 0, 0};
    text_visual_order(plain, 3, order);
    assert_int_equal(order[0], 0);
    assert_int_equal(order[2], 2);
    static const uint8_t deep[3] = {2, 2, 2};
    text_visual_order(deep, 3, order);
    assert_int_equal(order[0], 0);
}

static void normalisation(void **state)
{
    struct fixture *f = *state;
    struct slice ascii = SLICE_LIT("plain"), typographic = SLICE_LIT("\xe2\x80\x9cw\xe2\x80\x9d");
    assert_ptr_equal(text_normalise(ascii, &f->arena).ptr, ascii.ptr);
    assert_ptr_equal(text_normalise(typographic, &f->arena).ptr, typographic.ptr);
    struct slice arabic = SLICE_LIT("عربي 👍");
    assert_ptr_equal(text_normalise(arabic, &f->arena).ptr, arabic.ptr);
    assert_true(slice_equal_string(text_normalise(SLICE_LIT("cafe\xcc\x81"), &f->arena), "café"));
    assert_true(slice_equal_string(
        text_normalise(SLICE_LIT("\xe2\x84\xab \xe2\x84\xa6"), &f->arena), "Å Ω"));
    assert_true(
        slice_equal_string(text_normalise(SLICE_LIT("\xe2\x80\x80x"), &f->arena), "\xe2\x80\x82x"));
    /* Grows: U+FB1D and a musical symbol. */
    assert_true(slice_equal_string(text_normalise(SLICE_LIT("\xf0\x9d\x85\xa0"), &f->arena),
                                   "\xf0\x9d\x85\x98\xf0\x9d\x85\xa5\xf0\x9d\x85\xae"));
}

/* Nothing is lost where ICU is not asked to order all marks at once. */
static void many_marks_on_a_letter(void **state)
{
    struct fixture *f = *state;
    struct buf text = {0};
    size_t above = 0, below = 0;
    buf_put_string(&text, "b");
    for (int i = 0; i < 200; i++)
        buf_put_string(&text, "\xcc\x81\xcc\xa3"); /* acute, dot below */
    struct slice normal = text_normalise(buf_slice(&text), &f->arena);
    for (size_t at = 0; at < normal.len;) {
        uint32_t c = utf8_next(normal, &at);
        above += c == 0x301;
        below += c == 0x323 || c == 0x1e05; /* ḅ */
    }
    assert_int_equal(above, 200);
    assert_int_equal(below, 200);
    buf_free(&text);
}

/* UAX #9, BD16: a pair of brackets takes the direction of what is in it, to a limit of nesting. */
static void brackets_nest_to_a_limit(void **state)
{
    struct fixture *f = *state;
    static const char inside[] = "אב(ג a)דה";
    for (int depth = 61; depth <= 63; depth++) {
        struct text_analysis out;
        struct buf text = {0};
        for (int i = 0; i < depth; i++)
            buf_put_char(&text, '(');
        buf_put_string(&text, inside);
        text_analyse(f->engine, buf_slice(&text), TEXT_LTR, "he", &f->arena, &out);
        size_t bracket = (size_t)depth + strlen("אב"), run = 0;
        while (run + 1 < out.run_count && out.runs[run + 1].start <= bracket)
            run++;
        assert_int_equal(out.runs[run].level, depth < 63 ? 0 : 1);
        buf_free(&text);
    }
}

static void characters(void **state)
{
    (void)state;
    char name[96];
    text_char_name(0x2192, name);
    assert_string_equal(name, "RIGHTWARDS ARROW");
    text_char_name(0xe000, name);
    assert_string_equal(name, "");
    static const uint32_t ignorable[] = {0xad, 0x200b, 0x200d, 0x200e, 0x2067, 0xfe0f, 0xfeff};
    for (size_t i = 0; i < sizeof ignorable / sizeof *ignorable; i++)
        assert_true(text_is_ignorable(ignorable[i]));
    assert_false(text_is_ignorable(' '));
    assert_false(text_is_ignorable(0x301));
    static const uint32_t forbidden[] = {0, 1, 0x1f, 0x7f, 0x85, 0x9f, 0xfdd0, 0xfffe, 0x1ffff};
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
        assert_true(text_is_forbidden(forbidden[i]));
    assert_false(text_is_forbidden('\t'));
    assert_false(text_is_forbidden('\n'));
    assert_false(text_is_forbidden(0xfffc));
    assert_false(text_is_forbidden(0x2028));
    assert_true(text_is_alnum('z') && text_is_alnum('0') && text_is_alnum(0xe9) &&
                text_is_alnum(0x663) && text_is_alnum(0x4e2d));
    assert_false(text_is_alnum('_') || text_is_alnum(0x2014) || text_is_alnum(0x301));
    assert_int_equal(text_lower('A'), 'a');
    assert_int_equal(text_lower(0xc9), 0xe9);
    assert_int_equal(text_lower('I'), 'i');
    assert_int_equal(text_lower(0x130), 'i');
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* Pieces that make the rules of UAX #14 meet: what stands in leaflets, and each single class. */
static const char *const pieces[] = {
    "a", "word", "I", "x", "5", "12", "0", " ", "  ", " ", "\t", "-", "--", "/", ".", ",", ":", ";",
    "!", "?", "(", ")", "[", "]", "{", "}", "\"", "'", "$", "%", "+", "\\", "|", "*", "&", "=", "#",
    "_", "@", "<", ">", "~", "^", "`", "\n", ".5", "-5", "5-6", "1,000.50", "$5", "$(5", "(5)%",
    "e.g.", "and/or", "http://", "www.", "example.org", "a@b.cd",
    /* from here on beyond ASCII */
    "\xc2\xa0", "\xe2\x80\x98", "\xe2\x80\x99", "\xe2\x80\x9c", "\xe2\x80\x9d", "\xe2\x80\x93",
    "\xe2\x80\x94", "\xe2\x80\xa6", "\xe2\x80\xaf", "\xe2\x80\x89", "\xe2\x82\xac", "£", "°", "½",
    "«", "»", "¿", "¡", "µ", "×", "±", "é", "ß", "ł", "ŵ", "²", "·", "´", "§", "•", "\xe2\x80\x9e",
    "\xe2\x80\x9a", "\xe2\x80\x91", "\xe2\x80\xa8", "\xe2\x80\xba", "£5", "\xe2\x98\x90",
    "\xe2\x84\xa2", "\xe2\x9c\x94", "\xe2\x9d\xa4", "©", "\xe2\x89\xa5", "→", "Ω", "ж", "‰", "№",
    "\xe2\x80\xb9", "ˈ"};

static size_t ascii_pieces(void)
{
    size_t count = 0;
    while ((unsigned char)pieces[count][0] < 0x80)
        count++;
    return count;
}

static void compare_once(struct fixture *f, struct slice text, const char *lang, bool must_take)
{
    uint8_t *fast = calloc(text.len + 1, 1), *icu = calloc(text.len + 1, 1);
    enum text_simple_script script;
    bool simple = text_breaks_simple(f->engine, text, lang, fast, &script);
    if (must_take && !simple)
        fail_msg("the fast path refuses \"%.*s\"", SLICE_ARGS(text));
    text_units_fill(f->engine, text);
    text_breaks_icu(f->engine, text, lang, icu);
    for (size_t i = 0; simple && i < text.len; i++)
        if (fast[i] != icu[i])
            fail_msg("\"%.*s\" at %zu: fast %d, ICU %d", SLICE_ARGS(text), i, fast[i], icu[i]);
    if (simple && script != SIMPLE_MIXED) {
        struct text_analysis out = {0};
        static const char names[][5] = {"Zyyy", "Latn", "Grek", "Cyrl"};
        text_units_fill(f->engine, text);
        text_runs_icu(f->engine, TEXT_AUTO, &f->arena, &out);
        assert_int_equal(out.run_count, text.len > 0);
        if (text.len > 0) {
            assert_int_equal(out.runs[0].level, 0);
            assert_string_equal(out.runs[0].script, names[script]);
        }
    }
    free(fast);
    free(icu);
}

static void fast_path_is_icu(struct fixture *f, size_t count, uint32_t seed, int rounds, bool ascii)
{
    static const char *const langs[] = {"en", NULL, "fr", "de", "fi", "pl", "es", "cy", "sv"};
    struct buf buf = {0};
    if (!f->engine->simple) {
        print_message("this ICU's rules are not known to the fast path: nothing to compare\n");
        skip();
    }
    for (int round = 0; round < rounds; round++) {
        uint32_t parts = 1 + next_random(&seed) % 9;
        buf_clear(&buf);
        while (parts-- > 0)
            buf_put_string(&buf, pieces[next_random(&seed) % count]);
        struct arena_mark mark = arena_mark_get(&f->arena);
        compare_once(f, buf_slice(&buf), langs[round % 9], ascii);
        arena_reset(&f->arena, mark);
    }
    buf_free(&buf);
}

static void fast_path_is_icu_ascii(void **state)
{
    fast_path_is_icu(*state, ascii_pieces(), 1, 60000, true);
}

static void fast_path_is_icu_typographic(void **state)
{
    fast_path_is_icu(*state, sizeof pieces / sizeof *pieces, 2, 120000, false);
}

/* All strings of three or fewer printable ASCII characters by class, which finds what chance may
 * miss: every class in every neighbourhood. */
static void fast_path_is_icu_exhaustive(void **state)
{
    struct fixture *f = *state;
    static const char classes[] = "a5 -/.!()[}\"$%|\t\n*";
    enum { COUNT = sizeof classes - 1 };
    if (!f->engine->simple)
        skip();
    for (size_t i = 0; i < (size_t)COUNT * COUNT * COUNT * COUNT; i++) {
        char text[4] = {classes[i % COUNT], classes[i / COUNT % COUNT],
                        classes[i / COUNT / COUNT % COUNT], classes[i / COUNT / COUNT / COUNT]};
        struct arena_mark mark = arena_mark_get(&f->arena);
        compare_once(f, (struct slice){text, 4}, "en", true);
        arena_reset(&f->arena, mark);
    }
}

/* The fast path must not pass over what ICU joins or splits in its own way. */
static void fast_path_takes_every_code_point_right(void **state)
{
    struct fixture *f = *state;
    static const char *const frames[][2] = {{"a", "b"}, {"a ", "5"},  {"5", " b"},
                                            {"(", ")"}, {"- ", "-a"}, {"", ".5"}};
    if (!f->engine->simple)
        skip();
    for (uint32_t c = 0x80; c < 0x3000; c++) {
        for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
            struct buf buf = {0};
            struct arena_mark mark = arena_mark_get(&f->arena);
            buf_put_string(&buf, frames[i][0]);
            buf_put_utf8(&buf, c);
            buf_put_string(&buf, frames[i][1]);
            compare_once(f, buf_slice(&buf), "en", false);
            arena_reset(&f->arena, mark);
            buf_free(&buf);
        }
    }
}

/* Whatever the text: runs follow each other and cover it, flags stand at starts of code points, and
 * lines end only between clusters. */
static void check_invariants(struct fixture *f, struct slice text, enum text_direction direction)
{
    struct text_analysis out;
    uint32_t at = 0;
    text_analyse(f->engine, text, direction, "en", &f->arena, &out);
    for (uint32_t i = 0; i < out.run_count; i++) {
        assert_int_equal(out.runs[i].start, at);
        assert_true(out.runs[i].len > 0);
        assert_int_equal(strlen(out.runs[i].script), 4);
        at += out.runs[i].len;
    }
    assert_int_equal(at, text.len);
    assert_true(text.len == 0 || (out.flags[0] & ~TEXT_SPACE) == TEXT_GRAPHEME);
    for (size_t i = 0; i < text.len; i++) {
        if (((unsigned char)text.ptr[i] & 0xc0) == 0x80)
            assert_int_equal(out.flags[i], 0);
        if (out.flags[i] & TEXT_BREAK)
            assert_true(out.flags[i] & TEXT_GRAPHEME);
        if (out.flags[i] & TEXT_MUST_BREAK)
            assert_true(out.flags[i] & TEXT_BREAK);
    }
    assert_int_equal(out.flags[text.len], TEXT_GRAPHEME);
    struct slice normal = text_normalise(text, &f->arena);
    assert_int_equal(utf8_check(normal), normal.len);
    assert_ptr_equal(text_normalise(normal, &f->arena).ptr, normal.ptr);
}

static void random_unicode(void **state)
{
    struct fixture *f = *state;
    static const uint32_t bases[] = {
        0x20,   0xa0,   0x300,  0x590,  0x600,  0x900,  0xb80,  0xe00,   0x1100,  0x2000,  0x2028,
        0x2060, 0x2190, 0x3000, 0x4e00, 0xac00, 0xfe00, 0xfff0, 0x1f1e6, 0x1f3fb, 0x1f468, 0xe0100};
    uint32_t seed = 3;
    struct buf buf = {0};
    for (int round = 0; round < 20000; round++) {
        struct arena_mark mark = arena_mark_get(&f->arena);
        buf_clear(&buf);
        for (uint32_t n = next_random(&seed) % 12; n > 0; n--) {
            uint32_t base = bases[next_random(&seed) % (sizeof bases / sizeof *bases)];
            buf_put_utf8(&buf, base + next_random(&seed) % (base == 0x20 ? 0x5f : 0x40));
        }
        check_invariants(f, buf_slice(&buf), (enum text_direction)(round % 3));
        arena_reset(&f->arena, mark);
    }
    buf_free(&buf);
}

/* What typographic English is made of never leaves the fast path. */
static void typographic_english_is_fast(void **state)
{
    struct fixture *f = *state;
    uint8_t flags[256] = {0};
    enum text_simple_script script;
    struct slice text =
        SLICE_LIT("Don’t take “both” – 5\xc2\xa0mg, £5, 37.5 °C … naïve café — é·½");
    if (!f->engine->simple)
        skip();
    assert_true(text_breaks_simple(f->engine, text, "en", flags, &script));
    assert_int_equal(script, SIMPLE_LATIN);
    assert_null(f->engine->grapheme);
    assert_false(text_breaks_simple(f->engine, SLICE_LIT("e\xcc\x81"), "en", flags, &script));
    assert_false(text_breaks_simple(f->engine, SLICE_LIT("שלום"), "en", flags, &script));
    assert_false(text_breaks_simple(f->engine, SLICE_LIT("ascii"), "ja-JP", flags, &script));
}

/* Every byte at each place of a piece of eight, and what stands behind it. */
static void digits_are_found_at_every_place(void **state)
{
    (void)state;
    char bytes[24];
    for (int c = 1; c < 0x80; c++)
        for (size_t at = 0; at < sizeof bytes; at++) {
            memset(bytes, c < 0x40 ? 'z' : '/', sizeof bytes);
            bytes[at] = (char)c;
            struct slice text = {bytes, sizeof bytes};
            assert_int_equal(text_find_digit(text, 0), ascii_is_digit((char)c) ? at : text.len);
            assert_int_equal(text_find_digit(text, at + 1), text.len);
        }
    assert_int_equal(text_find_digit(SLICE_LIT("nine letters: \u0665"), 0), 14);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(breaks_of_english, set_up, tear_down),
        cmocka_unit_test_setup_teardown(breaks_of_other_scripts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(wide_numbers_stay_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(joints_begin_no_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(korean_parts_words_by_spaces, set_up, tear_down),
        cmocka_unit_test_setup_teardown(wide_numbers_stay_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(joints_begin_no_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(korean_parts_words_by_spaces, set_up, tear_down),
        cmocka_unit_test_setup_teardown(spaces_are_marked, set_up, tear_down),
        cmocka_unit_test_setup_teardown(breaks_of_addresses, set_up, tear_down),
        cmocka_unit_test_setup_teardown(grapheme_clusters, set_up, tear_down),
        cmocka_unit_test_setup_teardown(bidi_runs, set_up, tear_down),
        cmocka_unit_test(visual_order),
        cmocka_unit_test_setup_teardown(normalisation, set_up, tear_down),
        cmocka_unit_test_setup_teardown(many_marks_on_a_letter, set_up, tear_down),
        cmocka_unit_test_setup_teardown(brackets_nest_to_a_limit, set_up, tear_down),
        cmocka_unit_test(characters),
        cmocka_unit_test(digits_are_found_at_every_place),
        cmocka_unit_test_setup_teardown(fast_path_is_icu_ascii, set_up, tear_down),
        cmocka_unit_test_setup_teardown(fast_path_is_icu_typographic, set_up, tear_down),
        cmocka_unit_test_setup_teardown(fast_path_is_icu_exhaustive, set_up, tear_down),
        cmocka_unit_test_setup_teardown(fast_path_takes_every_code_point_right, set_up, tear_down),
        cmocka_unit_test_setup_teardown(random_unicode, set_up, tear_down),
        cmocka_unit_test_setup_teardown(typographic_english_is_fast, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
