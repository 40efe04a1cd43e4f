#include "read/markdown/html_parser.h"

#include <md4c-html.h>
#include <string.h>

#include "base/buf.h"
#include "base/library.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "libraries.inc"
#include "read/markdown/limits.h"
#include "read/markdown/scan.h"
#include "text/text.h"

/* ---- tokens */

/* The end of the tag whose name ends at `at`; 0 when it does not end. */
static uint32_t tag_end(struct slice html, uint32_t at)
{
    for (; at < html.len && html.ptr[at] != '<'; at++) {
        char c = html.ptr[at];
        if (c == '>')
            return at + 1;
        if (c == '"' || c == '\'')
            at += 1 + (uint32_t)slice_find(slice_from_position(html, at + 1), c);
    }
    return 0;
}

static bool read_comment(struct slice html, uint32_t at, bool *open, struct md_token *out)
{
    struct slice rest = slice_from_position(html, at);
    if (*open || !slice_starts(rest, "<!--"))
        return false;
    const char *end = rest.len > 4 ? memmem(rest.ptr + 2, rest.len - 2, "-->", 3) : NULL;
    *open = !end;
    if (!end)
        return false;
    *out = (struct md_token){.start = at, .end = (uint32_t)(end - html.ptr) + 3};
    return true;
}

bool md_token_read(struct slice html, uint32_t at, bool *open, struct md_token *out)
{
    if (read_comment(html, at, open, out))
        return true;
    bool closing = md_at(html, at + 1) == '/';
    uint32_t name = at + 1 + closing, len = md_run_word(html, name, "-");
    if (len == 1 && md_at(html, name + 1) == ':' && ascii_is_alpha(md_at(html, name + 2)))
        len = 2 + md_run_word(html, name + 2, "-"); /* <o:p> of Word */
    char after = md_at(html, name + len);
    if (!ascii_is_alpha(md_at(html, name)) || (after != '\0' && !strchr(" \t\n\r\f>/", after)))
        return false;
    *out = (struct md_token){.start = at,
                             .end = tag_end(html, name + len),
                             .name = slice_sub(html, name, len),
                             .closing = closing};
    return out->end > 0;
}

/* ---- widths */

/* The number at the start of text is *number / *scale; returns its length, 0: it is none. */
static uint32_t read_number(struct slice text, int64_t *number, int64_t *scale)
{
    bool fraction = false;
    uint32_t at = 0;
    *number = 0;
    *scale = 1;
    for (; ascii_is_digit(md_at(text, at)) || md_at(text, at) == '.'; at++) {
        if (text.ptr[at] == '.') {
            if (fraction)
                return 0;
            fraction = true;
        } else if (*number <= 100000 && *scale <= 1000) { /* further digits make no difference */
            *number = *number * 10 + (text.ptr[at] - '0');
            *scale *= fraction ? 10 : 1;
        }
    }
    return at;
}

/* Parts of the measure, for those who do not want to reckon. */
static int32_t read_size_name(struct slice text)
{
    static const struct {
        const char *name;
        int32_t percent;
    } names[] = {{"small", 33}, {"medium", 50}, {"large", 100}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_equal_nocase(text, slice_from(names[i].name)))
            return names[i].percent;
    return 0;
}

bool md_width_read(struct slice value, int32_t *width)
{
    static const struct {
        const char *name;
        int64_t size;                       /* in thousandths of a point */
    } units[] = {{"", 750},    {"px", 750}, /* CSS: 96 px an inch */
                 {"pt", 1000}, {"mm", 2835}, {"cm", 28346}, {"in", 72000}};
    struct slice text = slice_trim(value);
    int64_t number, scale, result = 0;
    struct slice unit = slice_trim(slice_from_position(text, read_number(text, &number, &scale)));
    *width = -read_size_name(text);
    if (*width < 0)
        return true;
    if (slice_equal_string(unit, "%")) {
        *width = (int32_t)(-number / scale);
        return number / scale >= 1 && number / scale <= 100;
    }
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (slice_equal_nocase(unit, slice_from(units[i].name)))
            result = number * units[i].size * 1024 / scale / 1000;
    *width = result > INT32_MAX ? INT32_MAX : (int32_t)result;
    return result > 0;
}

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
static uint32_t read_code(struct slice digits)
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

/* The few characters that md_html writes as entities itself. */
static size_t put_escaped(struct slice text, char out[8])
{
    static const struct {
        const char *entity;
        char c;
    } escaped[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}};
    for (size_t i = 0; i < sizeof escaped / sizeof *escaped; i++)
        if (slice_equal_string(text, escaped[i].entity)) {
            out[0] = escaped[i].c;
            return 1;
        }
    return 0;
}

static void gather(const char *text, MD_SIZE size, void *data)
{
    buf_put(data, text, size);
}

#define CALLS(X) X(md_html)

LIBRARY_DEFINE(md4c_html, LIBRARY_MD4C_HTML, CALLS)

/* The names of HTML 5, of which some stand for two characters: md4c's writer of HTML knows them.
 * One that it does not know it writes with an escaped &. */
static size_t find_name(struct slice entity, char out[8])
{
    struct buf html = {0};
    size_t len = 0;
    if (md4c_html_load().md_html(entity.ptr, (MD_SIZE)entity.len, gather, &html, 0, 0) != 0)
        mem_exhausted();
    struct slice text = buf_slice(&html);
    if (slice_starts(text, "<p>"))
        text = slice_trim(slice_sub(text, 3, slice_find(slice_from_position(text, 3), '/') - 1));
    if (slice_starts(text, "&"))
        len = put_escaped(text, out);
    else if (text.len > 0 && text.len <= 8)
        memcpy(out, text.ptr, len = text.len);
    buf_free(&html);
    return len;
}

size_t md_entity_decode(struct slice entity, char out[8], bool *forbidden)
{
    size_t at = 0, len;
    *forbidden = false;
    if (entity.len < 3 || entity.len > MD_MAX_ENTITY)
        return 0;
    if (entity.ptr[1] == '#' && entity.len == 3)
        return 0;
    if (entity.ptr[1] == '#')
        len = utf8_encode(read_code(slice_sub(entity, 2, entity.len - 3)), out);
    else
        len = find_name(entity, out);
    while (at < len && !*forbidden)
        *forbidden = text_is_forbidden(utf8_next((struct slice){out, len}, &at));
    return *forbidden ? 0 : len;
}

/* ---- attributes */

static const char *copy_value(struct arena *arena, const xmlAttr *attribute)
{
    xmlChar *value = xml()->xmlNodeGetContent((const xmlNode *)attribute);
    const char *copy = arena_string(arena, slice_from((const char *)value));
    if (value)
        (*xml()->xmlFree)(value);
    return copy;
}

/* What machines, scripts and site generators read, or what follows from the rest. */
static bool is_silent(struct slice name)
{
    static const char *const names[] = {
        "id",       "name",     "scope",  "headers", "rel",      "target", "loading",
        "height",   "hreflang", "role",   "summary", "datetime", "cite",   "tabindex",
        "download", "sizes",    "srcset", "media",   "type",     "span",   "decoding",
        "hidden",   "for",      "action", "method",  "open",     "xmlns",  "charset"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_equal_nocase(name, slice_from(names[i])))
            return true;
    return slice_starts(name, "data-") || slice_starts(name, "aria-") || slice_starts(name, "on");
}

static const char *find_looks(struct slice name)
{
    static const char *const names[] = {
        "class",  "align",  "valign",  "bgcolor",     "color",       "face",  "size",
        "border", "nowrap", "noshade", "cellpadding", "cellspacing", "rules", "hspace",
        "vspace", "frame",  "clear",   "compact",     "background"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_equal_nocase(name, slice_from(names[i])))
            return names[i];
    return NULL;
}

static void take_attribute(struct arena *arena, const xmlAttr *attribute, struct md_attributes *out)
{
    const struct {
        const char *name;
        const char **value;
    } known[] = {{"lang", &out->lang},       {"xml:lang", &out->lang},  {"dir", &out->dir},
                 {"title", &out->title},     {"src", &out->src},        {"alt", &out->alt},
                 {"width", &out->width},     {"href", &out->href},      {"style", &out->style},
                 {"start", &out->start},     {"type", &out->type},      {"value", &out->value},
                 {"colspan", &out->colspan}, {"rowspan", &out->rowspan}};
    struct slice name = slice_from((const char *)attribute->name);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (!slice_equal_string(name, known[i].name))
            continue;
        *known[i].value = copy_value(arena, attribute);
        return;
    }
    const char *looks = find_looks(name);
    if (looks && out->look_count < MD_LOOKS_OF_TAG)
        out->looks[out->look_count++] = looks;
    if (looks || is_silent(name))
        return;
    out->other = arena_string(arena, name);
    out->bare |= !attribute->children;
}

void md_attributes_read(struct arena *arena, struct slice tag, struct md_attributes *out)
{
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                        HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED | HTML_PARSE_NODEFDTD;
    *out = (struct md_attributes){0};
    if (tag.len > MD_MAX_TAG)
        return;
    xmlDoc *html = xml()->htmlReadMemory(tag.ptr, (int)tag.len, NULL, "UTF-8", options);
    const xmlNode *root = html ? xml()->xmlDocGetRootElement(html) : NULL;
    for (const xmlAttr *at = root ? root->properties : NULL; at; at = at->next)
        take_attribute(arena, at, out);
    if (html)
        xml()->xmlFreeDoc(html);
}
