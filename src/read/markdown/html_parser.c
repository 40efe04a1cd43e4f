#include "read/markdown/html_parser.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <string.h>

#include "base/utf8.h"
#include "read/markdown/limits.h"
#include "text/text.h"

/* ---- entities */

static uint32_t digit_value(char c)
{
    char lower = ascii_lower(c);
    return ascii_is_digit(c)              ? (uint32_t)(c - '0')
           : lower >= 'a' && lower <= 'f' ? (uint32_t)(lower - 'a' + 10)
                                          : UINT32_MAX;
}

/* `&#233;` or `&#xE9;` without `&#` and `;`. CommonMark 0.30, 2.5: zero and what is no character
 * become U+FFFD. */
static uint32_t read_number(struct slice digits)
{
    bool hex = slice_starts(digits, "x") || slice_starts(digits, "X");
    uint32_t value = 0, base = hex ? 16 : 10;
    for (size_t i = hex; i < digits.len; i++) {
        uint32_t digit = digit_value(digits.ptr[i]);
        if (digit >= base || value > 0x110000)
            return 0xfffd;
        value = value * base + digit;
    }
    return value == 0 || value > 0x10ffff || (value >= 0xd800 && value < 0xe000) ? 0xfffd : value;
}

static uint32_t find_name(struct slice name)
{
    char string[MD_MAX_ENTITY];
    memcpy(string, name.ptr, name.len);
    string[name.len] = '\0';
    const htmlEntityDesc *known = htmlEntityLookup((const xmlChar *)string);
    return known ? known->value : strcmp(string, "apos") == 0 ? '\'' : 0;
}

size_t md_entity_decode(struct slice entity, char out[8], bool *forbidden)
{
    *forbidden = false;
    if (entity.len < 3 || entity.len > MD_MAX_ENTITY)
        return 0;
    struct slice inner = slice_sub(entity, 1, entity.len - 2);
    uint32_t value =
        inner.ptr[0] == '#' ? read_number(slice_from_position(inner, 1)) : find_name(inner);
    if (value == 0)
        return 0;
    *forbidden = text_is_forbidden(value);
    return *forbidden ? 0 : utf8_encode(value, out);
}

/* ---- attributes */

static const char *copy_value(struct arena *arena, const xmlAttr *attribute)
{
    xmlChar *value = xmlNodeGetContent((const xmlNode *)attribute);
    const char *copy = arena_string(arena, slice_from((const char *)value));
    if (value)
        xmlFree(value);
    return copy;
}

static void take_attribute(struct arena *arena, const xmlAttr *attribute, struct md_attributes *out)
{
    const struct {
        const char *name;
        const char **value; /* NULL: passed over in silence */
    } known[] = {{"lang", &out->lang},   {"xml:lang", &out->lang},
                 {"dir", &out->dir},     {"title", &out->title},
                 {"src", &out->src},     {"alt", &out->alt},
                 {"width", &out->width}, {"id", NULL},
                 {"class", NULL},        {"style", NULL},
                 {"height", NULL},       {"loading", NULL}};
    struct slice name = slice_from((const char *)attribute->name);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (!slice_equal_string(name, known[i].name))
            continue;
        if (known[i].value)
            *known[i].value = copy_value(arena, attribute);
        return;
    }
    out->other = arena_string(arena, name);
}

void md_attributes_read(struct arena *arena, struct slice tag, struct md_attributes *out)
{
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                        HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED | HTML_PARSE_NODEFDTD;
    *out = (struct md_attributes){0};
    if (tag.len > MD_MAX_TAG)
        return;
    xmlDoc *html = htmlReadMemory(tag.ptr, (int)tag.len, NULL, "UTF-8", options);
    const xmlNode *root = html ? xmlDocGetRootElement(html) : NULL;
    for (const xmlAttr *at = root ? root->properties : NULL; at; at = at->next)
        take_attribute(arena, at, out);
    if (html)
        xmlFreeDoc(html);
}
