#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/mem.h"
#include "base/utf8.h"

/* What most formatted texts have room in, so that they are formatted but once. */
#define FORMATTED 64

void buf_put(struct buf *buf, const void *bytes, size_t len)
{
    MEM_RESERVE(buf->data, buf->cap, buf->len + len + 1);
    if (len > 0)
        memcpy(buf->data + buf->len, bytes, len);
    buf->len += len;
    buf->data[buf->len] = '\0';
}

void buf_put_string(struct buf *buf, const char *string)
{
    buf_put(buf, string, strlen(string));
}

void buf_put_slice(struct buf *buf, struct slice text)
{
    buf_put(buf, text.ptr, text.len);
}

void buf_put_char(struct buf *buf, char c)
{
    MEM_RESERVE(buf->data, buf->cap, buf->len + 2);
    buf->data[buf->len++] = c;
    buf->data[buf->len] = '\0';
}

void buf_put_utf8(struct buf *buf, uint32_t code_point)
{
    char bytes[4];
    buf_put(buf, bytes, utf8_encode(code_point, bytes));
}

static void put_digits(struct buf *buf, uint64_t value)
{
    char digits[20];
    size_t start = sizeof digits;
    do {
        digits[--start] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    buf_put(buf, digits + start, sizeof digits - start);
}

void buf_put_int(struct buf *buf, int64_t value)
{
    if (value < 0)
        buf_put_char(buf, '-');
    put_digits(buf, value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
}

void buf_put_hex(struct buf *buf, uint32_t value, unsigned digits)
{
    while (digits-- > 0)
        buf_put_char(buf, "0123456789ABCDEF"[value >> (4 * digits) & 15]);
}

void buf_put_fixed(struct buf *buf, int64_t value, int64_t denominator, int digits)
{
    uint64_t unit = 1;
    bool negative = (value < 0) != (denominator < 0);
    uint64_t over = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    uint64_t under = denominator < 0 ? 0 - (uint64_t)denominator : (uint64_t)denominator;
    for (int i = 0; i < digits; i++)
        unit *= 10;
    uint64_t whole = over / under;
    uint64_t fraction = ((over % under) * unit + under / 2) / under;
    if (fraction == unit) {
        whole++;
        fraction = 0;
    }
    if (negative && (whole > 0 || fraction > 0))
        buf_put_char(buf, '-');
    put_digits(buf, whole);
    if (fraction == 0)
        return;
    buf_put_char(buf, '.');
    for (; fraction > 0; fraction %= unit) {
        fraction *= 10;
        buf_put_char(buf, (char)('0' + fraction / unit));
    }
}

/* True if a C1 control character (U+0080 to U+009F) starts at p. */
static bool is_c1(const unsigned char *p, size_t left)
{
    return left >= 2 && p[0] == 0xc2 && p[1] >= 0x80 && p[1] <= 0x9f;
}

void buf_put_quoted(struct buf *buf, struct slice text)
{
    const unsigned char *bytes = (const unsigned char *)text.ptr;
    size_t plain = 0; /* start of what is copied as it stands */
    buf_put_char(buf, '"');
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = bytes[i];
        bool c1 = is_c1(bytes + i, text.len - i);
        if (c >= 0x20 && c != 0x7f && c != '"' && c != '\\' && !c1)
            continue;
        buf_put(buf, text.ptr + plain, i - plain);
        if (c == '"' || c == '\\')
            buf_format(buf, "\\%c", c);
        else if (c == '\n')
            buf_put_string(buf, "\\n");
        else
            buf_format(buf, "\\x%02x", c1 ? bytes[++i] : c);
        plain = i + 1;
    }
    buf_put(buf, text.ptr + plain, text.len - plain);
    buf_put_char(buf, '"');
}

void buf_format(struct buf *buf, const char *format, ...)
{
    va_list args, again;
    MEM_RESERVE(buf->data, buf->cap, buf->len + FORMATTED);
    va_start(args, format);
    va_copy(again, args);
    size_t room = buf->cap - buf->len;
    int len = vsnprintf(buf->data + buf->len, room, format, args);
    va_end(args);
    if (len > 0 && (size_t)len >= room) {
        room = (size_t)len + 1;
        MEM_RESERVE(buf->data, buf->cap, buf->len + room);
        vsnprintf(buf->data + buf->len, room, format, again);
    }
    va_end(again);
    buf->len += len > 0 ? (size_t)len : 0;
    buf->data[buf->len] = '\0';
}

void buf_clear(struct buf *buf)
{
    buf->len = 0;
    if (buf->data)
        buf->data[0] = '\0';
}

void buf_free(struct buf *buf)
{
    mem_free(buf->data);
    *buf = (struct buf){0};
}

struct slice buf_keep(struct buf *buf, struct arena *arena)
{
    struct slice kept = {arena_string(arena, buf_slice(buf)), buf->len};
    buf_free(buf);
    return kept;
}
