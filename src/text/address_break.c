#include "text/address_break.h"

#include <string.h>

#include "base/utf8.h"
#include "text/address.h"
#include "text/text.h"

/* True for marks before which an address may be broken. */
static bool is_mark(char c)
{
    return c != '\0' && strchr("./?&=#-_", c);
}

/* True for what an address may hold in running text: the visible characters of ASCII but those that
 * RFC 3986 leaves out, letters and digits of any script. */
static bool is_of_address(uint32_t c)
{
    return c < 0x80 ? c > ' ' && c < 0x7f && !strchr("<>\"`{}|\\^", (int)c) : text_is_alnum(c);
}

static size_t skip_address(struct slice text, size_t at)
{
    for (size_t next = at; at < text.len && is_of_address(utf8_next(text, &next));)
        at = next;
    return at;
}

/* What a reader takes for an address: any scheme with its ://, a host behind an @, a host with two
 * dots or with a path. */
static bool is_address(struct slice word)
{
    unsigned dots = 0;
    for (size_t i = 1; i + 3 < word.len; i++)
        if (word.ptr[i] == ':' && word.ptr[i + 1] == '/' && word.ptr[i + 2] == '/')
            return true;
    size_t at = slice_find(word, '@');
    if (at > 0 && at < word.len)
        return address_host_length(slice_from_position(word, at + 1), &dots) > 0;
    size_t host = address_host_length(word, &dots);
    return host > 0 && (host < word.len ? strchr("/?#:", word.ptr[host]) != NULL : dots >= 2);
}

/* True after a "www" that begins the host name: its dot stays with it. */
static bool is_after_www(struct slice text, size_t start, size_t i)
{
    return i >= start + 3 && ascii_lower(text.ptr[i - 1]) == 'w' &&
           ascii_lower(text.ptr[i - 2]) == 'w' && ascii_lower(text.ptr[i - 3]) == 'w' &&
           (i == start + 3 || text.ptr[i - 4] == '/');
}

static void mark_address(struct slice text, size_t start, size_t end, uint8_t *flags)
{
    for (size_t i = start + 1; i < end; i++) {
        char before = text.ptr[i - 1], c = text.ptr[i];
        if (!(flags[i] & TEXT_GRAPHEME) || (flags[i] & TEXT_MUST_BREAK))
            continue;
        bool in_scheme = c == '/' && (before == ':' ||
                                      (before == '/' && i - start >= 2 && text.ptr[i - 2] == ':'));
        bool after_scheme = before == '/' && c != '/' && i - start >= 3 && text.ptr[i - 2] == '/' &&
                            text.ptr[i - 3] == ':';
        if ((is_mark(before) && !is_mark(c)) || is_after_www(text, start, i))
            flags[i] &= (uint8_t)~TEXT_BREAK;
        else if (is_mark(c) && !in_scheme)
            flags[i] |= TEXT_BREAK;
        if (after_scheme)
            flags[i] |= TEXT_BREAK;
    }
}

/* The marks of an address are rare in running text, so most paragraphs are left after this. */
static bool may_have_address(struct slice text)
{
    for (size_t i = 1; i + 1 < text.len; i++) {
        char c = text.ptr[i];
        if ((c == '.' || c == '@') && address_is_word_byte(text.ptr[i - 1]) &&
            address_is_word_byte(text.ptr[i + 1]))
            return true;
        if (c == ':' && text.ptr[i + 1] == '/')
            return true;
    }
    return false;
}

void address_add_breaks(struct slice text, uint8_t *flags)
{
    if (!may_have_address(text))
        return;
    for (size_t at = 0; at < text.len;) {
        size_t end = skip_address(text, at);
        size_t start = at;
        if (end == at) {
            utf8_next(text, &at);
            continue;
        }
        at = end;
        while (start < end && !address_is_word_byte(text.ptr[start]))
            start++;
        /* Punctuation at the end belongs to the sentence. */
        while (end > start && !address_is_word_byte(text.ptr[end - 1]) && text.ptr[end - 1] != '/')
            end--;
        if (end - start > 4 && is_address(slice_sub(text, start, end - start)))
            mark_address(text, start, end, flags);
    }
}
