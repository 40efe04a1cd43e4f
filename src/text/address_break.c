#include "text/address_break.h"

#include <string.h>

#include "base/utf8.h"
#include "text/address.h"
#include "text/analysis.h"
#include "text/chars.h"

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

/* What a reader takes for an address, of some bytes: any scheme with its ://, a host behind an @, a
 * host with two dots or with a path. */
static bool is_address(struct slice word)
{
    unsigned dots = 0;
    if (memmem(word.ptr + 1, word.len - 2, "://", 3))
        return true;
    size_t at = slice_find(word, '@');
    if (at > 0 && at < word.len)
        return address_host_length(slice_from_position(word, at + 1), &dots) > 0;
    size_t host = address_host_length(word, &dots);
    return host > 0 && (host < word.len ? strchr("/?#:", word.ptr[host]) != NULL : dots >= 2);
}

/* True if "www" begins the host name and ends what stands before its dot, which stays with it. */
static bool ends_with_www(struct slice before)
{
    size_t at = before.len < 3 ? 0 : before.len - 3;
    return slice_equal_nocase(slice_from_position(before, at), SLICE_LIT("www")) &&
           (at == 0 || before.ptr[at - 1] == '/');
}

static void mark_address(struct slice text, size_t start, size_t end, uint8_t *flags)
{
    for (size_t i = start + 1; i < end; i++) {
        struct slice before = slice_sub(text, start, i - start);
        char last = text.ptr[i - 1], c = text.ptr[i];
        if (!(flags[i] & TEXT_GRAPHEME) || (flags[i] & TEXT_MUST_BREAK))
            continue;
        bool in_scheme = c == '/' && (last == ':' || slice_ends(before, ":/"));
        if (c != '/' && slice_ends(before, "://"))
            flags[i] |= TEXT_BREAK;
        else if ((is_mark(last) && !is_mark(c)) || ends_with_www(before))
            flags[i] &= (uint8_t)~TEXT_BREAK;
        else if (is_mark(c) && !in_scheme)
            flags[i] |= TEXT_BREAK;
    }
}

/* True if the mark stands between two bytes of words. */
static bool joins_words(struct slice text, char mark)
{
    for (size_t i = 1; i + 1 < text.len; i++) {
        i += slice_find(slice_sub(text, i, text.len - 1 - i), mark);
        if (i + 1 < text.len && address_is_word_byte(text.ptr[i - 1]) &&
            address_is_word_byte(text.ptr[i + 1]))
            return true;
    }
    return false;
}

/* The marks of an address are rare in running text, so most paragraphs are left after this. */
static bool may_have_address(struct slice text)
{
    return joins_words(text, '.') || joins_words(text, '@') ||
           slice_find_string(slice_from_position(text, 1), ":/") + 1 < text.len;
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
