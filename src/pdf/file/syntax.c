#include "pdf/file/syntax.h"

#include <string.h>

#include "base/utf8.h"

int64_t pdf_centi(int64_t units)
{
    int64_t scaled = units * 100;
    return (scaled + (scaled < 0 ? -512 : 512)) / 1024;
}

void pdf_put_centi(struct buf *out, int64_t centi)
{
    buf_put_fixed(out, centi, 100, 2);
}

void pdf_put_exact(struct buf *out, int64_t units)
{
    buf_put_fixed(out, units, 1024, 3);
}

void pdf_put_box(struct buf *out, const struct frame_box *box, int32_t page_height)
{
    int64_t top = (int64_t)page_height - box->y;
    const int64_t sides[] = {box->x, top - box->height, (int64_t)box->x + box->width, top};
    buf_put_char(out, '[');
    for (int i = 0; i < 4; i++) {
        pdf_put_centi(out, pdf_centi(sides[i]));
        buf_put_char(out, ' ');
    }
    buf_put_char(out, ']');
}

void pdf_put_ref(struct buf *out, uint32_t number)
{
    buf_put_int(out, number);
    buf_put_string(out, " 0 R ");
}

void pdf_put_name(struct buf *out, const char *name)
{
    buf_put_char(out, '/');
    for (; *name; name++) {
        unsigned char c = (unsigned char)*name;
        if (c > 32 && c < 127 && !strchr("#()<>[]{}/%", c))
            buf_put_char(out, (char)c);
        else
            buf_format(out, "#%02X", (unsigned)c);
    }
}

/* A bare CR would be read as LF (7.3.4.2). */
static void put_byte(struct buf *out, char c)
{
    if (c == '(' || c == ')' || c == '\\')
        buf_put_char(out, '\\');
    if (c == '\r')
        buf_put_string(out, "\\r");
    else
        buf_put_char(out, c);
}

void pdf_put_bytes(struct buf *out, const void *bytes, size_t len)
{
    const char *at = bytes;
    buf_put_char(out, '(');
    for (size_t i = 0; i < len && i < PDF_STRING_MOST; i++)
        put_byte(out, at[i]);
    buf_put_char(out, ')');
}

static bool is_printable_ascii(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] < 32 || text.ptr[i] > 126)
            return false;
    return true;
}

static void put_utf16(struct buf *out, uint32_t code_unit)
{
    put_byte(out, (char)(code_unit >> 8));
    put_byte(out, (char)(code_unit & 255));
}

void pdf_put_text(struct buf *out, struct slice text)
{
    if (text.len <= PDF_STRING_MOST && is_printable_ascii(text)) {
        pdf_put_bytes(out, text.ptr, text.len);
        return;
    }
    buf_put_char(out, '(');
    put_utf16(out, 0xfeff);
    size_t used = 2;
    for (size_t at = 0; at < text.len && used + 4 <= PDF_STRING_MOST;) {
        uint32_t c = utf8_next(text, &at);
        used += c > 0xffff ? 4 : 2;
        if (c > 0xffff) {
            put_utf16(out, 0xd800 + ((c - 0x10000) >> 10));
            c = 0xdc00 + ((c - 0x10000) & 0x3ff);
        }
        put_utf16(out, c);
    }
    buf_put_char(out, ')');
}

void pdf_entry_ref(struct buf *out, const char *key, uint32_t number)
{
    buf_put_string(out, key);
    pdf_put_ref(out, number);
}

void pdf_entry_text(struct buf *out, const char *key, struct slice text)
{
    buf_put_string(out, key);
    pdf_put_text(out, text);
}

void pdf_put_colour(struct buf *out, uint32_t colour)
{
    for (int shift = 16; shift >= 0; shift -= 8) {
        buf_put_fixed(out, colour >> shift & 255, 255, 3);
        buf_put_char(out, ' ');
    }
}
