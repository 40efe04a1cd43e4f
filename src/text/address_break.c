#include "text/address_break.h"

#include "base/utf8.h"
#include "text/analysis.h"
#include "text/chars.h"

/* True for marks before which an address may be broken. */
static bool is_mark(char c)
{
    return c == '.' || c == '/' || c == '?' || c == '&' || c == '=' || c == '#' || c == '-' ||
           c == '_';
}

static bool is_word_byte(char c)
{
    return ascii_is_alpha(c) || ascii_is_digit(c) || (unsigned char)c >= 0x80;
}

static bool is_address_byte(char c)
{
    switch (c) {
    case '<':
    case '>':
    case '"':
    case '`':
    case '{':
    case '}':
    case '|':
    case '\\':
    case '^':
    case ' ': return false;
    default: return c > ' ' && c < 0x7f;
    }
}

static size_t skip_address(struct slice text, size_t at)
{
    while (at < text.len) {
        size_t next = at;
        if ((unsigned char)text.ptr[at] < 0x80) {
            if (!is_address_byte(text.ptr[at]))
                return at;
            at++;
        } else if (text_is_alnum(utf8_next(text, &next))) {
            at = next;
        } else {
            return at;
        }
    }
    return at;
}

/* A host name at the start of a word: labels, dots, a last label of letters. Returns its length, 0
 * when there is none, and the number of its dots. */
static size_t host_length(struct slice word, unsigned *dots)
{
    size_t i = 0, label = 0;
    bool letters = true;
    *dots = 0;
    while (i < word.len) {
        char c = word.ptr[i];
        if (c == '.' && i > label && i + 1 < word.len && is_word_byte(word.ptr[i + 1])) {
            label = i + 1;
            letters = true;
            ++*dots;
        } else if (is_word_byte(c) || (c == '-' && i > label)) {
            letters = letters && !ascii_is_digit(c) && c != '-';
        } else {
            break;
        }
        i++;
    }
    return *dots > 0 && letters && i - label >= 2 ? i : 0;
}

static bool is_address(struct slice word)
{
    unsigned dots = 0;
    for (size_t i = 1; i + 3 < word.len; i++)
        if (word.ptr[i] == ':' && word.ptr[i + 1] == '/' && word.ptr[i + 2] == '/')
            return true;
    size_t at = slice_find(word, '@');
    if (at > 0 && at < word.len)
        return host_length(slice_from_position(word, at + 1), &dots) > 0;
    size_t host = host_length(word, &dots);
    if (host == 0)
        return false;
    if (host < word.len)
        return word.ptr[host] == '/' || word.ptr[host] == '?' || word.ptr[host] == '#' ||
               word.ptr[host] == ':';
    return dots >= 2;
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
        if ((c == '.' || c == '@') && is_word_byte(text.ptr[i - 1]) &&
            is_word_byte(text.ptr[i + 1]))
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
        while (start < end && !is_word_byte(text.ptr[start]))
            start++;
        /* Punctuation at the end belongs to the sentence. */
        while (end > start && !is_word_byte(text.ptr[end - 1]) && text.ptr[end - 1] != '/')
            end--;
        if (end - start > 4 && is_address((struct slice){text.ptr + start, end - start}))
            mark_address(text, start, end, flags);
    }
}
