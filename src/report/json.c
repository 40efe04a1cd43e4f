#include "report/json.h"

#include "base/utf8.h"

static bool is_escaped(uint32_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f) || (c >= 0x200e && c <= 0x200f) || c == 0x61c ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

static void put_character(struct buf *out, uint32_t c)
{
    if (c == '"' || c == '\\')
        buf_format(out, "\\%c", (char)c);
    else if (c == '\n')
        buf_put_string(out, "\\n");
    else if (is_escaped(c))
        buf_format(out, "\\u%04x", (unsigned)c);
    else
        buf_put_utf8(out, c);
}

static void put_quoted(struct buf *out, struct slice text)
{
    buf_put_char(out, '"');
    for (size_t pos = 0; pos < text.len;) {
        bool good = utf8_check(slice_sub(text, pos, 4)) > 0;
        uint32_t c = good ? utf8_next(text, &pos) : 0xfffd;
        pos += !good;
        put_character(out, c);
    }
    buf_put_char(out, '"');
}

static void start(struct json *json, const char *key)
{
    if (json->depth > 0) {
        buf_put_string(json->out, json->follows ? ",\n" : "\n");
        for (unsigned i = 0; i < json->depth; i++)
            buf_put_string(json->out, "  ");
    }
    json->follows = true;
    if (!key)
        return;
    put_quoted(json->out, slice_from(key));
    buf_put_string(json->out, ": ");
}

void json_open(struct json *json, const char *key, char bracket)
{
    start(json, key);
    buf_put_char(json->out, bracket);
    json->depth++;
    json->follows = false;
}

void json_close(struct json *json, char bracket)
{
    json->depth--;
    if (json->follows) {
        buf_put_char(json->out, '\n');
        for (unsigned i = 0; i < json->depth; i++)
            buf_put_string(json->out, "  ");
    }
    buf_put_char(json->out, bracket);
    if (json->depth == 0)
        buf_put_char(json->out, '\n');
    json->follows = true;
}

void json_number(struct json *json, const char *key, uint64_t value)
{
    start(json, key);
    buf_format(json->out, "%llu", (unsigned long long)value);
}

void json_integer(struct json *json, const char *key, int64_t value)
{
    start(json, key);
    buf_put_int(json->out, value);
}

void json_fixed(struct json *json, const char *key, int64_t value, int64_t denominator, int digits)
{
    start(json, key);
    buf_put_fixed(json->out, value, denominator, digits);
}

void json_null(struct json *json, const char *key)
{
    start(json, key);
    buf_put_string(json->out, "null");
}

void json_bool(struct json *json, const char *key, bool value)
{
    start(json, key);
    buf_put_string(json->out, value ? "true" : "false");
}

void json_slice(struct json *json, const char *key, struct slice text)
{
    start(json, key);
    put_quoted(json->out, text);
}

void json_text(struct json *json, const char *key, const char *text)
{
    if (text)
        json_slice(json, key, slice_from(text));
}

void json_text_or_null(struct json *json, const char *key, const char *text)
{
    if (text)
        json_text(json, key, text);
    else
        json_null(json, key);
}
