#include "text/address.h"

#include <string.h>

#include "base/utf8.h"

#define LABEL_MOST 63u /* characters between two dots of a host's name (RFC 1035, 2.3.4) */

bool address_ends_word(char c)
{
    return ascii_is_space(c) || c == '<' || c == '>' || c == '"' || c == '|';
}

static bool starts_nocase(struct slice text, const char *prefix)
{
    struct slice start = slice_from(prefix);
    return slice_equal_nocase(slice_sub(text, 0, start.len), start);
}

struct slice address_scheme(struct slice href)
{
    size_t len = 0;
    while (len < href.len &&
           (ascii_is_alpha(href.ptr[len]) ||
            (len > 0 && (ascii_is_alnum(href.ptr[len]) || strchr("+-.", href.ptr[len])))))
        len++;
    return slice_sub(href, 0, len < href.len && href.ptr[len] == ':' ? len : 0);
}

size_t address_web_prefix(struct slice href)
{
    return starts_nocase(href, "https://") ? 8 : starts_nocase(href, "http://") ? 7 : 0;
}

size_t address_host_length(struct slice word, unsigned *dots)
{
    size_t i, label = 0;
    bool letters = true;
    *dots = 0;
    for (i = 0; i < word.len; i++) {
        char c = word.ptr[i];
        if (c == '.' && i > label && i + 1 < word.len && address_is_word_byte(word.ptr[i + 1])) {
            label = i + 1;
            letters = true;
            ++*dots;
        } else if (address_is_word_byte(c) || (c == '-' && i > label)) {
            letters = letters && !ascii_is_digit(c) && c != '-';
        } else {
            break;
        }
    }
    return *dots > 0 && letters && i - label >= 2 ? i : 0;
}

/* True if the bytes [from, to) of word, one character, are among the marks. */
static bool is_one_of(const char *marks, struct slice word, size_t from, size_t to)
{
    return memmem(marks, strlen(marks), word.ptr + from, to - from);
}

struct slice address_bare_word(struct slice word)
{
    static const char opening[] = "([<\"'*_~\u00ab\u2018\u201a\u201c\u201e\u2039";
    static const char closing[] = ")]>\"'.,;:!?*_~\u00bb\u2018\u2019\u201c\u201d\u203a\u2026"
                                  "\u060c\u061b\u061f";
    size_t start = 0, end = word.len;
    for (size_t next = 0; start < end; start = next) {
        utf8_next(word, &next);
        if (!is_one_of(opening, word, start, next))
            break;
    }
    size_t open = 0, close = 0;
    for (size_t i = start; i < end; i++) {
        open += word.ptr[i] == '(';
        close += word.ptr[i] == ')';
    }
    for (size_t before = end; end > start; end = before) {
        bool bracket = utf8_previous(word, &before) == ')';
        if ((bracket && close <= open) || !is_one_of(closing, word, before, end))
            break;
        close -= bracket;
    }
    return slice_sub(word, start, end - start);
}

/* True if all of host is the name of one, in ASCII. */
static bool is_ascii_host(struct slice host)
{
    unsigned dots;
    for (size_t i = 0; i < host.len; i++)
        if ((unsigned char)host.ptr[i] >= 0x80)
            return false;
    return host.len > 0 && address_host_length(host, &dots) == host.len;
}

bool address_is_email(struct slice word)
{
    size_t at = slice_find(word, '@');
    for (size_t i = 0; i < at; i++)
        if (!ascii_is_alnum(word.ptr[i]) && !strchr("._%+-", word.ptr[i]))
            return false;
    return at > 0 && is_ascii_host(slice_from_position(word, at + 1));
}

bool address_is_url(struct slice word)
{
    size_t prefix = address_web_prefix(word);
    if (prefix == 0 && !starts_nocase(word, "www."))
        return false;
    return prefix < word.len && ascii_is_alnum(word.ptr[prefix]);
}

bool address_may_stand_in(struct slice text)
{
    if (slice_find(text, '@') < text.len || slice_find_string(text, "://") < text.len)
        return true;
    size_t dot = slice_find(text, '.');
    while (dot < text.len) {
        if (dot >= 3 && starts_nocase(slice_from_position(text, dot - 3), "www"))
            return true;
        dot += 1 + slice_find(slice_from_position(text, dot + 1), '.');
    }
    return false;
}

struct slice address_of_word(struct slice word)
{
    word = address_bare_word(word);
    return address_is_email(word) || address_is_url(word) ? word : SLICE_EMPTY;
}

bool address_is_web(struct slice word)
{
    struct slice host = slice_sub(word, 0, slice_find(word, '/'));
    size_t dash = 0;
    if (address_is_url(word))
        return true;
    while (dash < host.len && host.ptr[dash] == '-') /* the bullet of a list */
        dash++;
    return slice_find(host, '.') >= 2 && is_ascii_host(slice_from_position(host, dash));
}

bool address_may_be_email(struct slice value)
{
    size_t at = slice_find(value, '@');
    struct slice host = slice_from_position(value, at + 1);
    return at > 0 && host.len > 0 && slice_find(host, '@') == host.len &&
           slice_find(value, ' ') == value.len && slice_find(value, ':') == value.len;
}

bool address_is_certain(struct slice destination)
{
    static const char *const starts[] = {
        "http:", "https:", "mailto:", "tel:", "ftp:", "www.", "/", "./", "../", "#"};
    static const char *const ends[] = {".html", ".htm", ".md",   ".txt", ".pdf", ".png",
                                       ".jpg",  ".svg", ".jpeg", ".gif", ".php", ".epub"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (starts_nocase(destination, starts[i]) && destination.len > strlen(starts[i]))
            return true;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (destination.len > strlen(ends[i]) && slice_ends(destination, ends[i]))
            return true;
    return slice_find(destination, '@') < destination.len &&
           slice_find(destination, '.') < destination.len;
}

/* The path of an address without query and fragment. */
static struct slice path_of(struct slice href)
{
    size_t query = slice_find(href, '?'), fragment = slice_find(href, '#');
    return slice_sub(href, 0, query < fragment ? query : fragment);
}

/* ".md": two to six bytes, letters and digits with a letter; empty: none. */
static struct slice ending_of(struct slice name)
{
    size_t dot = name.len;
    bool letter = false;
    while (dot > 0 && ascii_is_alnum(name.ptr[dot - 1]))
        letter = ascii_is_alpha(name.ptr[--dot]) || letter;
    bool ends = letter && dot > 0 && name.ptr[dot - 1] == '.' && name.len - dot <= 5;
    return ends ? slice_from_position(name, dot - 1) : SLICE_EMPTY;
}

bool address_may_be_page(struct slice reference)
{
    static const char *const pages[] = {".html", ".htm", ".xhtml", ".php", ".asp", ".aspx", ".jsp"};
    struct slice path = path_of(reference);
    struct slice first = slice_sub(path, 0, slice_find(path, '/')), name = path;
    unsigned dots;
    if (slice_starts(path, "/"))
        return true;
    for (size_t i = 0; i < path.len; i++)
        if (path.ptr[i] == '/')
            name = slice_from_position(path, i + 1);
    struct slice ending = ending_of(name);
    bool page = ending.len == 0;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        page = page || slice_equal_nocase(ending, slice_from(pages[i]));
    bool host = address_is_url(first) || slice_find(first, '@') < first.len ||
                (first.len < path.len && address_host_length(first, &dots) == first.len);
    bool begins = path.len == 0 || address_is_word_byte(*path.ptr) || strchr("._~%", *path.ptr);
    return page && begins && !host && slice_find(path, '\\') == path.len;
}

/* The value of a hexadecimal digit, or -1. */
static int hex_value(char c)
{
    static const char digits[] = "0123456789abcdef";
    const char *found = memchr(digits, ascii_lower(c), 16);
    return found ? (int)(found - digits) : -1;
}

/* The byte that "%41" at i stands for (RFC 3986, 2.1), or -1. */
static int escaped_byte(struct slice text, size_t i)
{
    if (text.ptr[i] != '%' || i + 2 >= text.len)
        return -1;
    int high = hex_value(text.ptr[i + 1]), low = hex_value(text.ptr[i + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

const char *address_decode(struct arena *arena, struct slice text)
{
    struct buf buf = {0};
    for (size_t i = 0; i < text.len; i++) {
        int byte = escaped_byte(text, i);
        buf_put_char(&buf, byte > 0 ? (char)byte : text.ptr[i]);
        i += byte > 0 ? 2 : 0;
    }
    return buf_keep(&buf, arena).ptr;
}

/* True if rest, which follows "https://", begins with an authority (RFC 3986, 3.2): a host and
 * perhaps a user and a port, of letters, digits, hyphens and dots, or a numeric address in
 * brackets. */
static bool has_authority(struct slice rest)
{
    size_t end = 0, label = 0;
    while (end < rest.len && !strchr("/?#", rest.ptr[end]))
        end++;
    for (size_t i = 0; i < end; i++) {
        char c = rest.ptr[i];
        label = c == '.' ? 0 : label + !utf8_is_tail(c);
        if (label > LABEL_MOST)
            return false;
        if (!address_is_word_byte(c) && !strchr(rest.ptr[0] == '[' ? "[]:." : "-._~:@%", c))
            return false;
    }
    return end > 0 && rest.ptr[0] != ':';
}

/* True if one of the characters is in the text, as it is or encoded. */
static bool has_any(struct slice text, const char *characters)
{
    for (size_t i = 0; i < text.len; i++) {
        int byte = escaped_byte(text, i);
        if (strchr(characters, byte > 0 ? byte : text.ptr[i]) && text.ptr[i] != '\0')
            return true;
    }
    return false;
}

enum address_trap address_trap(struct slice href)
{
    bool mail = starts_nocase(href, "mailto:"), call = starts_nocase(href, "tel:");
    struct slice number = href;
    if (starts_nocase(href, "sms:"))
        number = slice_sub(href, 0, slice_find(href, '?'));
    else if (!call)
        number = SLICE_EMPTY;
    if ((mail || number.len > 0) && has_any(href, "\r\n"))
        return ADDRESS_LINE_BREAK;
    return has_any(number, "*#") ? ADDRESS_CODE : ADDRESS_PLAIN;
}

/* The schemes that lead a reader somewhere; the rest runs code or opens unknown programs. */
static bool leads_somewhere(struct slice href)
{
    static const char *const schemes[] = {"mailto:", "tel:", "sms:"};
    size_t web = address_web_prefix(href);
    if (web > 0)
        return has_authority(slice_from_position(href, web));
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        size_t len = strlen(schemes[i]);
        if (starts_nocase(href, schemes[i]))
            return href.len > len && !strchr("/?#", href.ptr[len]) &&
                   address_trap(href) == ADDRESS_PLAIN;
    }
    return false;
}

/* True for what stands in no URI, not even in one that nobody has checked. */
static bool is_foreign(char c)
{
    return (unsigned char)c <= ' ' || (unsigned char)c >= 0x7f || strchr("\"<>\\", c);
}

/* True for all that may not stand at i of a whole address (RFC 3986, section 2). Brackets stand
 * only around a numeric host. */
static bool needs_encoding(struct slice href, size_t i, bool in_host)
{
    char c = href.ptr[i];
    if (c == '%')
        return escaped_byte(href, i) < 0;
    if (c == '[' || c == ']')
        return !in_host;
    return is_foreign(c) || strchr("^`{|}", c);
}

static void put_coded(struct buf *out, char c, bool encoded)
{
    if (encoded)
        buf_format(out, "%%%02X", (unsigned)(unsigned char)c);
    else
        buf_put_char(out, c);
}

struct slice address_encode(struct arena *arena, struct slice href)
{
    struct buf buf = {0};
    size_t slashes = 0;
    if (!leads_somewhere(href))
        return SLICE_EMPTY;
    for (size_t i = 0; i < href.len; i++) {
        slashes += href.ptr[i] == '/';
        put_coded(&buf, href.ptr[i], needs_encoding(href, i, slashes == 2));
    }
    return buf_keep(&buf, arena);
}

struct slice address_of_path(struct arena *arena, const char *path)
{
    struct buf buf = {0};
    buf_put_string(&buf, strncmp(path, "../", 3) == 0 ? "" : "./");
    for (; *path; path++)
        put_coded(&buf, *path, !ascii_is_alnum(*path) && !strchr("/-._~!$&'()*+,;=@", *path));
    return buf_keep(&buf, arena);
}

/* A path that begins with "/", without its "." and ".." (RFC 3986, 5.2.4). */
static void put_path(struct buf *out, struct slice path)
{
    size_t top = out->len;
    while (path.len > 0) {
        struct slice rest = slice_from_position(path, 1);
        struct slice part = slice_sub(rest, 0, slice_find(rest, '/'));
        bool up = slice_equal_string(part, ".."), stays = slice_equal_string(part, ".");
        path = slice_from_position(rest, part.len);
        while (up && out->len > top && out->data[--out->len] != '/')
            ;
        if (up || stays) {
            buf_put_string(out, path.len == 0 ? "/" : "");
            continue;
        }
        buf_put_char(out, '/');
        buf_put_slice(out, part);
    }
}

struct slice address_resolve(struct arena *arena, struct slice base, struct slice reference)
{
    struct buf out = {0}, merged = {0};
    struct slice whole = path_of(base), path = path_of(reference);
    size_t prefix = address_web_prefix(base);
    size_t host = slice_find(slice_from_position(whole, prefix), '/');
    struct slice folder = slice_from_position(whole, prefix + host);
    if (slice_starts(reference, "//")) {
        buf_put_slice(&out, slice_sub(base, 0, prefix - 2));
        buf_put_slice(&out, reference);
        return buf_keep(&out, arena);
    }
    while (folder.len > 0 && folder.ptr[folder.len - 1] != '/')
        folder.len--;
    buf_put_slice(&out, slice_sub(whole, 0, prefix + host));
    if (!slice_starts(path, "/")) {
        buf_put_slice(&merged, folder);
        buf_put_string(&merged, folder.len == 0 ? "/" : "");
    }
    buf_put_slice(&merged, path);
    put_path(&out, buf_slice(&merged));
    buf_free(&merged);
    buf_put_slice(&out, slice_from_position(reference, path.len));
    return buf_keep(&out, arena);
}

void address_put_uri(struct buf *out, struct slice href)
{
    for (size_t i = 0; i < href.len; i++)
        put_coded(out, href.ptr[i], is_foreign(href.ptr[i]));
}

struct slice address_bare(struct slice href)
{
    struct slice rest = slice_from_position(href, address_web_prefix(href));
    if (rest.len > 1 && slice_ends(rest, "/"))
        rest.len--;
    return rest;
}

struct slice address_printed(struct slice href)
{
    size_t colon = slice_find(href, ':');
    struct slice scheme = slice_sub(href, 0, colon), rest = slice_from_position(href, colon + 1);
    /* looser than address_scheme: "How to: wash.md" has one here */
    if (colon == href.len || slice_find(scheme, '/') < scheme.len || href.ptr[0] == '#')
        return SLICE_EMPTY;
    if (slice_equal_nocase(scheme, SLICE_LIT("mailto")))
        return slice_sub(rest, 0, slice_find(rest, '?'));
    return slice_equal_nocase(scheme, SLICE_LIT("tel")) ? rest : address_bare(href);
}

bool address_repeats(struct slice href, struct slice text)
{
    if (text.len > href.len)
        return false;
    struct slice before = slice_sub(href, 0, href.len - text.len);
    return slice_equal(slice_from_position(href, before.len), text) &&
           (before.len == 0 || slice_ends(before, ":") || slice_ends(before, "://"));
}
