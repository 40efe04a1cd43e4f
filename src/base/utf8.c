#include "base/utf8.h"

#include <string.h>

/* Length of the well-formed sequence at text (RFC 3629, section 4), or 0. */
static size_t sequence(const char *text, size_t left)
{
    const unsigned char *s = (const unsigned char *)text;
    unsigned char a = s[0];
    if (a < 0x80)
        return 1;
    if (a >= 0xc2 && a <= 0xdf)
        return left >= 2 && utf8_is_tail(text[1]) ? 2 : 0;
    if (a >= 0xe0 && a <= 0xef) {
        if (left < 3 || !utf8_is_tail(text[1]) || !utf8_is_tail(text[2]))
            return 0;
        return (a == 0xe0 && s[1] < 0xa0) || (a == 0xed && s[1] > 0x9f) ? 0 : 3;
    }
    if (a >= 0xf0 && a <= 0xf4) {
        if (left < 4 || !utf8_is_tail(text[1]) || !utf8_is_tail(text[2]) || !utf8_is_tail(text[3]))
            return 0;
        return (a == 0xf0 && s[1] < 0x90) || (a == 0xf4 && s[1] > 0x8f) ? 0 : 4;
    }
    return 0;
}

size_t utf8_ascii_end(struct slice text, size_t at)
{
    uint64_t word;
    while (text.len - at >= sizeof word) {
        memcpy(&word, text.ptr + at, sizeof word);
        if (word & 0x8080808080808080u)
            break;
        at += sizeof word;
    }
    while (at < text.len && (unsigned char)text.ptr[at] < 0x80)
        at++;
    return at;
}

size_t utf8_check(struct slice text)
{
    size_t pos = 0;
    while ((pos = utf8_ascii_end(text, pos)) < text.len) {
        size_t len = sequence(text.ptr + pos, text.len - pos);
        if (len == 0)
            return pos;
        pos += len;
    }
    return text.len;
}

uint32_t utf8_next_long(struct slice text, size_t *pos)
{
    const unsigned char *s = (const unsigned char *)text.ptr + *pos;
    uint32_t c = s[0];
    if (c < 0xe0) {
        *pos += 2;
        return (c & 0x1f) << 6 | (s[1] & 0x3fu);
    }
    if (c < 0xf0) {
        *pos += 3;
        return (c & 0x0f) << 12 | (s[1] & 0x3fu) << 6 | (s[2] & 0x3fu);
    }
    *pos += 4;
    return (c & 0x07) << 18 | (s[1] & 0x3fu) << 12 | (s[2] & 0x3fu) << 6 | (s[3] & 0x3fu);
}

uint32_t utf8_previous(struct slice text, size_t *pos)
{
    do
        --*pos;
    while (*pos > 0 && utf8_is_tail(text.ptr[*pos]));
    size_t start = *pos;
    return utf8_next(text, &start);
}

size_t utf8_encode(uint32_t c, char out[4])
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xc0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xe0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3f));
        out[2] = (char)(0x80 | (c & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3f));
    out[2] = (char)(0x80 | (c >> 6 & 0x3f));
    out[3] = (char)(0x80 | (c & 0x3f));
    return 4;
}

size_t utf8_count(struct slice text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += !utf8_is_tail(text.ptr[i]);
    return count;
}
