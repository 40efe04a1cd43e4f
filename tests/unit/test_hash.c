#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/hash.h"

static void fnv_has_its_known_values(void **state)
{
    (void)state;
    /* the test values of the FNV authors, 64 bits, FNV-1a */
    assert_true(hash_bytes(HASH_SEED, "", 0) == 0xcbf29ce484222325u);
    assert_true(hash_bytes(HASH_SEED, "a", 1) == 0xaf63dc4c8601ec8cu);
    assert_true(hash_bytes(HASH_SEED, "foobar", 6) == 0x85944171f73967e8u);
    uint64_t part = hash_bytes(HASH_SEED, "foo", 3);
    assert_true(hash_bytes(part, "bar", 3) == 0x85944171f73967e8u);
}

static void md5_has_its_known_values(void **state)
{
    (void)state;
    /* RFC 1321, A.5 */
    static const char *const texts[][2] = {
        {"", "d41d8cd98f00b204e9800998ecf8427e"},
        {"a", "0cc175b9c0f1b6a831c399e269772661"},
        {"abc", "900150983cd24fb0d6963f7d28e17f72"},
        {"message digest", "f96b697d7cb7938d525a2f31aaf161d0"},
        {"abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"},
        {"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
         "d174ab98d277d9f5a5611c2c9f419d9f"},
        {"1234567890123456789012345678901234567890"
         "1234567890123456789012345678901234567890",
         "57edf4a22be3c955ac49da2e2107b67a"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        uint8_t digest[16];
        char hex[33];
        hash_md5(texts[i][0], strlen(texts[i][0]), digest);
        for (int j = 0; j < 16; j++)
            snprintf(hex + 2 * j, 3, "%02x", digest[j]);
        assert_string_equal(hex, texts[i][1]);
    }
}

/* MD5 of 0, 1, … 199 bytes 'x', chained: guards every length of padding. */
static void md5_pads_every_length(void **state)
{
    (void)state;
    static char text[200];
    uint8_t seen[200][16];
    memset(text, 'x', sizeof text);
    for (size_t len = 0; len < 200; len++) {
        hash_md5(text, len, seen[len]);
        for (size_t other = 0; other < len; other++)
            assert_memory_not_equal(seen[len], seen[other], 16);
    }
    static const uint8_t of_64[16] = {0xc1, 0xbb, 0x4f, 0x81, 0xd8, 0x92, 0xb2, 0xd5,
                                      0x79, 0x47, 0x68, 0x2a, 0xeb, 0x25, 0x24, 0x56};
    assert_memory_equal(seen[64], of_64, 16);
}

static void a_map_keeps_what_was_put(void **state)
{
    (void)state;
    struct map map = {0};
    enum { COUNT = 5000 };
    static char keys[COUNT][12];
    static int values[COUNT];
    assert_null(map_get(&map, SLICE_LIT("0")));
    for (int i = 0; i < COUNT; i++) {
        snprintf(keys[i], sizeof keys[i], "%d", i);
        assert_null(map_put(&map, slice_from(keys[i]), &values[i]));
    }
    assert_int_equal(map.count, COUNT);
    for (int i = 0; i < COUNT; i++)
        assert_ptr_equal(map_get(&map, slice_from(keys[i])), &values[i]);
    assert_null(map_get(&map, SLICE_LIT("5000")));
    assert_null(map_get(&map, SLICE_LIT("0\0"))); /* the length counts */
    map_free(&map);
    assert_null(map_get(&map, SLICE_LIT("0")));
}

static void a_second_value_replaces_the_first(void **state)
{
    (void)state;
    struct map map = {0};
    int a = 0, b = 0;
    assert_null(map_put(&map, SLICE_EMPTY, &a));
    assert_ptr_equal(map_put(&map, SLICE_EMPTY, &b), &a);
    assert_ptr_equal(map_get(&map, SLICE_EMPTY), &b);
    assert_int_equal(map.count, 1);
    map_free(&map);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fnv_has_its_known_values),
        cmocka_unit_test(md5_has_its_known_values),
        cmocka_unit_test(md5_pads_every_length),
        cmocka_unit_test(a_map_keeps_what_was_put),
        cmocka_unit_test(a_second_value_replaces_the_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
