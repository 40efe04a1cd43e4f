#include <libxml/HTMLparser.h>
#include <string.h>

#include "base/utf8.h"
#include "read/markdown/markdown.h"
#include "text/text.h"

#define NAME_LIMIT 40u

static int digit_value(char c)
{
    if (ascii_is_digit(c))
        return c - '0';
    char lower = ascii_lower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* `&#233;` or `&#xE9;` without `&#` and `;`. CommonMark 0.30, 2.5: zero and what is no character
 * become U+FFFD. */
static uint32_t read_number(struct slice digits)
{
    bool hex = digits.len > 0 && ascii_lower(digits.ptr[0]) == 'x';
    uint32_t value = 0;
    for (size_t i = hex; i < digits.len; i++) {
        int digit = digit_value(digits.ptr[i]);
        if (digit < 0 || (!hex && digit > 9) || value > 0x110000)
            return 0xfffd;
        value = value * (hex ? 16 : 10) + (uint32_t)digit;
    }
    return value == 0 || value > 0x10ffff || (value >= 0xd800 && value < 0xe000) ? 0xfffd : value;
}

size_t md_entity_decode(struct slice entity, char out[8], bool *forbidden)
{
    char name[NAME_LIMIT];
    uint32_t value = 0;
    *forbidden = false;
    if (entity.len < 3 || entity.len > NAME_LIMIT)
        return 0;
    struct slice inner = slice_sub(entity, 1, entity.len - 2);
    if (inner.ptr[0] == '#') {
        value = read_number(slice_sub(inner, 1, inner.len));
    } else {
        memcpy(name, inner.ptr, inner.len);
        name[inner.len] = '\0';
        const htmlEntityDesc *known = htmlEntityLookup((const xmlChar *)name);
        value = known ? known->value : strcmp(name, "apos") == 0 ? '\'' : 0;
    }
    if (value == 0)
        return 0;
    *forbidden = text_is_forbidden(value);
    return *forbidden ? 0 : utf8_encode(value, out);
}
