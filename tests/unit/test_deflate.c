#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <zlib.h>

#include "base/deflate.h"

/* By the other library that knows deflate. */
static void assert_unpacks(struct slice packed, enum deflate_form form, struct slice expected)
{
    static uint8_t bytes[100000];
    z_stream stream = {.next_in = (Bytef *)(uintptr_t)packed.ptr, .avail_in = (uInt)packed.len};
    assert_int_equal(inflateInit2(&stream, form == DEFLATE_RAW ? -MAX_WBITS : MAX_WBITS), Z_OK);
    stream.next_out = bytes;
    stream.avail_out = sizeof bytes;
    assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
    assert_int_equal(stream.avail_in, 0);
    assert_int_equal(stream.total_out, expected.len);
    assert_memory_equal(bytes, expected.ptr, expected.len);
    inflateEnd(&stream);
}

/* Of all lengths, short and long: text, numbers that never repeat, one byte. */
static void what_is_packed_can_be_unpacked(void **state)
{
    static const size_t lens[] = {0, 1, 2, 100, 5000, 8191, 8192, 8193, 50000};
    static char texts[3][50000];
    uint32_t random = 1;
    (void)state;
    for (size_t i = 0; i < sizeof texts[0]; i++) {
        random = random * 1664525u + 1013904223u;
        texts[0][i] = "one tablet twice a day "[i * i / 7 % 23];
        texts[1][i] = (char)(random >> 24);
    }
    for (int kind = 0; kind < 3; kind++)
        for (size_t i = 0; i < sizeof lens / sizeof *lens; i++)
            for (enum deflate_form form = DEFLATE_ZLIB; form <= DEFLATE_RAW; form++) {
                struct slice text = {texts[kind], lens[i]};
                struct buf packed = {0};
                struct deflater *deflater = deflater_new();
                deflater_put(deflater, form, text, &packed);
                assert_unpacks(buf_slice(&packed), form, text);
                deflater_free(deflater);
                buf_free(&packed);
            }
}

/* More than are remembered, in turn: what comes from memory is what was packed at first. */
static void lasting_streams_are_remembered(void **state)
{
    static const char *const texts[] = {"p{margin:0}", "", "p{margin:1em}", "div", "div{margin:0}"};
    struct deflater *deflater = deflater_new();
    (void)state;
    for (int i = 0; i < 60; i++) {
        struct buf packed[2] = {{0}};
        struct slice text = slice_from(texts[i * i % 5]);
        enum deflate_form form = i % 3 == 0 ? DEFLATE_ZLIB : DEFLATE_RAW;
        deflater_put(deflater, form, text, &packed[0]);
        deflater_put_lasting(deflater, form, text, &packed[1]);
        assert_true(slice_equal(buf_slice(&packed[0]), buf_slice(&packed[1])));
        buf_free(&packed[0]);
        buf_free(&packed[1]);
    }
    deflater_free(deflater);
}

/* The check values of the standards: of "123456789", and of "Wikipedia" in pieces. */
static void checksums_are_those_of_the_standards(void **state)
{
    (void)state;
    assert_int_equal(deflate_crc(SLICE_LIT("123456789")), 0xcbf43926);
    uint32_t sum = deflate_adler(1, SLICE_LIT("Wiki"));
    assert_int_equal(deflate_adler(sum, SLICE_LIT("pedia")), 0x11e60398);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_packed_can_be_unpacked),
        cmocka_unit_test(lasting_streams_are_remembered),
        cmocka_unit_test(checksums_are_those_of_the_standards),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
