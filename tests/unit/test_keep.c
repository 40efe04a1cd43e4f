/* What a line's end may part, by language: | anywhere, ~ better not, _ and = only where nothing
 * else fits, = the last of all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <unicode/uvernum.h>

#include "base/buf.h"
#include "large.h"
#include "text/text.h"

/* UAX #14 parts words from the quotes and blanks around them up to Unicode 15.0, later never. */
#if U_ICU_VERSION_MAJOR_NUM >= 74
#define IN_QUOTES ""
#else
#define IN_QUOTES "="
#endif

static void keeps(const char *lang, const char *marked)
{
    struct text_engine *engine = text_engine_new();
    struct arena arena = {0};
    struct text_analysis analysis;
    struct buf plain = {0}, found = {0};
    for (const char *at = marked; *at; at++)
        if (!strchr("|~_=", *at))
            buf_put_char(&plain, *at);
    text_analyse(engine, buf_slice(&plain), TEXT_LTR, lang, &arena, &analysis);
    for (size_t i = 0; i < plain.len; i++) {
        uint8_t flags = analysis.flags[i];
        if (flags & TEXT_BREAK)
            buf_put_char(&found, "|~_="[(flags & TEXT_KEEP_MASK) / TEXT_KEEP_LIGHT]);
        buf_put_char(&found, plain.data[i]);
    }
    buf_put_char(&found, '\0');
    assert_string_equal(found.data, marked);
    buf_free(&found);
    buf_free(&plain);
    arena_free(&arena);
    text_engine_free(engine);
}

static void english(void **state)
{
    (void)state;
    keeps("en-GB", "Call |01632 =960 =123 |or |NHS _111 |at |9 =am |or |9.30 =pm");
    keeps("en-GB", "01632 =960 =001 |at |once, |(01632) =960 =001 |or |1 =800 =555 =0199");
    keeps("en-GB", "see |Dr _Green |or |Mr _J. _Smith |in |Ward _12 |(page _3) |at |SW1A =1AA");
    keeps("en-GB", "take |2 _tablets |or |10 _to _15 =mg/=kg |if |120/80 |on |23 _November |2026");
    keeps("en-GB",
          "May _23, |the |3rd _dose, |vitamin _D, |10–=15 =ml, |10 =000 _units, |≥ =38 =°C");
    keeps("en-GB", "an |X-_ray, |a |check-_up, |a |follow-_on |visit, |24-_hour |care, |and/|or");
    keeps("en-GB", "In |2026 |we |met |at |5. |Then |we |went |at |7, |two |of |us");
    keeps("en-GB", "250 =mg |in |all");
    keeps("en-GB", "0 |1 |2 |3 |4 |5 |6 |7 |8 |9 |10");
    keeps("en-GB", "as |the |doctor |says. |Green |tea |is |fine |every |morning. |2 _cups");
}

static void other_languages(void **state)
{
    (void)state;
    keeps("de", "2 _Tabletten, |z. =B. |am |23. _November |um |9 =Uhr _30 |bei |Dr. _Grün");
    keeps("de", "auf |Station _12, |10 _bis _15 =mg. |Am |23. |Danach |gehen |2 |von |uns");
    keeps("fr", "2 _comprimés |le |1er _janvier |à |9 =h _30, |« " IN_QUOTES "oui " IN_QUOTES
                "», |Mme _Durand");
    keeps("es", "2 _comprimidos |el |23 _de _noviembre, |2 _o _3 _veces, |Dra. _García");
    keeps("pl", "Weź |2 _tabletki |w ~domu |i ~23 _listopada |o ~godz. _9");
    keeps("cs",
          "Přijďte |v ~pondělí |k ~lékaři |a ~vezměte |si ~s ~sebou |2 _tablety |na ~5. _května");
    /* of a language without a table: units, signs and telephone numbers */
    keeps("fi", "2 ~tablettia, |5 =mg, |03 =1234 =567. |2 |Tablettia |2026 |vuosi");
    keeps(NULL, "5 =mg |and |5 ~tablets");
}

/* In their own letters, and of two words. */
static void units(void **state)
{
    (void)state;
    keeps("hi", "दवा |500 =मि.ग्रा., |5 =मिली |या |2 ~गोलियाँ |लें");
    keeps("bn", "ওষুধ |৫০০ =মিগ্রা, |2 ~বড়ি");
    keeps("fa", "دارو |500 =میلی =گرم، |۵۰۰ =میلی‌گرم، |2 ~قرص");
    keeps("he", "תרופה |500 =מ״ג, |2 ~כדורים");
    keeps("ka", "500 =მგ |5 =გ");
    /* with the number of a note behind it */
    keeps("fi", "5 =mg1 |5 =mg[2], |3 =kg/=m2");
}

/* Where words are not parted by spaces, what is counted follows its number. */
static void unspaced(void **state)
{
    (void)state;
    keeps("th", "ยา |500 _มก. |ทุก |4 _ชั่วโมง");
    keeps("ko", "약을 |500 _밀리그램, |하루 |3 _회 |500 =mg을");
    keeps("zh", "服|用|250 =mg/=次|（5 =ml）|或 |2 _片|10~片");
    keeps("ja", "を|500 =mg|を|37.5 =°C|以|上");
}

/* The narrower spaces, between a number and its unit, are shown as `. */
static void gaps(const char *lang, const char *marked)
{
    struct text_engine *engine = text_engine_new();
    struct arena arena = {0};
    struct text_analysis analysis;
    struct buf plain = {0}, found = {0};
    for (const char *at = marked; *at; at++)
        buf_put_char(&plain, *at == '`' ? ' ' : *at);
    text_analyse(engine, buf_slice(&plain), TEXT_LTR, lang, &arena, &analysis);
    for (size_t i = 0; i < plain.len; i++) {
        uint8_t flags = analysis.flags[i];
        bool gap = !(flags & TEXT_BREAK) && (flags & TEXT_UNIT_GAP);
        buf_put_char(&found, gap && plain.data[i] == ' ' ? '`' : plain.data[i]);
    }
    buf_put_char(&found, '\0');
    assert_string_equal(found.data, marked);
    buf_free(&found);
    buf_free(&plain);
    arena_free(&arena);
    text_engine_free(engine);
}

static void unit_gaps(void **state)
{
    (void)state;
    gaps("en-GB", "250`mg, 10 to 15`mg/kg, 38.5`°C, (120/80`mmHg) and 92`%. 5mg, 30`min");
    gaps("en-GB", "Ward 12, 2 tablets, 9 am, 01632 960 001, 5. Mg and 24 hours, ≥ 38`°C");
    gaps("en-GB", "two  spaces, 5` mg; a new\nline, 5\nmg; (5) mg; 5 (mg)");
    gaps("de", "0,5`ml, 50`%, 9 Uhr, 2 Tabletten");
    gaps("ru", "5`мг, 2 таблетки");
    gaps("pl", "23 w domu, 5 z 10, 60`kg");
    gaps("fi", "5`mg, 2 tablettia");
    gaps("ar", "5`ملغ");
    gaps("zh-Hans", "5 mg");
    gaps("ja", "5 mg");
    gaps(NULL, "5`mg");
}

/* No word, however long, and no number of marks takes more than its share of time. */
static void long_words(void **state)
{
    (void)state;
    static const char *const parts[] = {"1",  "1 ", "0 ",  "(",          "a-",
                                        "1/", "« ", "J. ", "01632 960 ", "药a5"};
    struct text_engine *engine = text_engine_new();
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct arena arena = {0};
        struct text_analysis analysis;
        struct buf text = {0};
        while (text.len < LARGE(1000000))
            buf_put_string(&text, parts[i]);
        text_analyse(engine, buf_slice(&text), TEXT_LTR, "en", &arena, &analysis);
        buf_free(&text);
        arena_free(&arena);
    }
    text_engine_free(engine);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english),  cmocka_unit_test(other_languages), cmocka_unit_test(units),
        cmocka_unit_test(unspaced), cmocka_unit_test(unit_gaps),       cmocka_unit_test(long_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
