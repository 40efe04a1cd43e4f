#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"

static void every_code_point_comes_back(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x10ffff; c++) {
        char bytes[4];
        size_t len = utf8_encode(c, bytes), pos = 0;
        struct slice text = {bytes, len};
        bool surrogate = c >= 0xd800 && c <= 0xdfff;
        assert_int_equal(utf8_check(text), surrogate ? 0 : len);
        if (surrogate)
            continue;
        assert_int_equal(utf8_next(text, &pos), c);
        assert_int_equal(pos, len);
        assert_int_equal(utf8_previous(text, &pos), c);
        assert_int_equal(pos, 0);
        assert_int_equal(utf8_count(text), 1);
    }
}

/* Decodes by the definition of RFC 3629, section 3, as slowly as it reads. */
static bool is_well_formed(const unsigned char *s, size_t len)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t pos = 0;
    while (pos < len) {
        unsigned char a = s[pos];
        size_t need = a < 0x80             ? 1
                      : (a & 0xe0) == 0xc0 ? 2
                      : (a & 0xf0) == 0xe0 ? 3
                      : (a & 0xf8) == 0xf0 ? 4
                                           : 0;
        if (need == 0 || need > len - pos)
            return false;
        uint32_t c = need == 1 ? a : a & (0xffu >> (need + 1));
        for (size_t i = 1; i < need; i++) {
            if ((s[pos + i] & 0xc0) != 0x80)
                return false;
            c = c << 6 | (s[pos + i] & 0x3fu);
        }
        if (c < least[need] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
            return false;
        pos += need;
    }
    return true;
}

static void every_pair_and_many_longer_runs_are_judged_right(void **state)
{
    (void)state;
    unsigned char s[4];
    uint32_t seed = 1;
    for (uint32_t i = 0; i < 0x10000; i++) {
        s[0] = (unsigned char)(i >> 8);
        s[1] = (unsigned char)i;
        assert_int_equal(utf8_check((struct slice){(char *)s, 2}) == 2, is_well_formed(s, 2));
    }
    for (uint32_t i = 0; i < 2000000; i++) {
        static const unsigned char picks[] = {0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0,
                                              0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xed,
                                              0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff};
        for (int j = 0; j < 4; j++) {
            seed = seed * 1664525 + 1013904223;
            s[j] = picks[(seed >> 16) % sizeof picks];
        }
        size_t len = 3 + i % 2;
        assert_int_equal(utf8_check((struct slice){(char *)s, len}) == len, is_well_formed(s, len));
    }
}

static void the_first_bad_byte_is_told(void **state)
{
    (void)state;
    static char text[100];
    for (size_t bad = 0; bad < sizeof text; bad++) {
        memset(text, 'a', sizeof text);
        text[bad] = (char)0xff;
        assert_int_equal(utf8_check((struct slice){text, sizeof text}), bad);
    }
    assert_int_equal(utf8_check(SLICE_LIT("caf\xc3\xa9 \xe2\x82")), 6);
    assert_int_equal(utf8_check(SLICE_LIT("\xc0\xaf")), 0);
    assert_int_equal(utf8_check(SLICE_EMPTY), 0);
}

static void steps_go_both_ways(void **state)
{
    (void)state;
    struct slice text = SLICE_LIT("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80z");
    const uint32_t want[] = {'a', 0xe9, 0x20ac, 0x1f600, 'z'};
    size_t pos = 0;
    for (int i = 0; i < 5; i++)
        assert_int_equal(utf8_next(text, &pos), want[i]);
    assert_int_equal(pos, text.len);
    for (int i = 4; i >= 0; i--)
        assert_int_equal(utf8_previous(text, &pos), want[i]);
    assert_int_equal(pos, 0);
    assert_int_equal(utf8_count(text), 5);
}

static void runs_of_ascii_end_where_they_do(void **state)
{
    (void)state;
    char bytes[40];
    for (size_t len = 0; len <= sizeof bytes; len++)
        for (size_t bad = 0; bad <= len; bad++)
            for (size_t at = 0; at <= bad; at++) {
                memset(bytes, 'a', sizeof bytes);
                if (bad < len)
                    bytes[bad] = '\x80';
                assert_int_equal(utf8_ascii_end((struct slice){bytes, len}, at), bad);
            }
}

/* Every byte at every place among letters, and behind it what might be carried into it. */
static void runs_of_letters_end_where_they_do(void **state)
{
    (void)state;
    char bytes[20];
    for (int c = 0; c < 256; c++) {
        bool small = c >= 'a' && c <= 'z', letter = small || (c >= 'A' && c <= 'Z');
        for (size_t len = 1; len <= sizeof bytes; len++)
            for (size_t other = 0; other < len; other++)
                for (size_t at = 0; at <= other; at++) {
                    memset(bytes, 'z', other);
                    memset(bytes + other, '\xff', sizeof bytes - other);
                    bytes[other] = (char)c;
                    struct slice text = {bytes, len};
                    assert_int_equal(ascii_letters_end(text, at, true), other + letter);
                    assert_int_equal(ascii_letters_end(text, at, false), other + small);
                }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_comes_back),
        cmocka_unit_test(every_pair_and_many_longer_runs_are_judged_right),
        cmocka_unit_test(the_first_bad_byte_is_told),
        cmocka_unit_test(steps_go_both_ways),
        cmocka_unit_test(runs_of_ascii_end_where_they_do),
        cmocka_unit_test(runs_of_letters_end_where_they_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
