#include "layout/par/hyphen.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "layout/par/memory.h"
#include "layout/par/report.h"
#include "text/lang.h"

/* A word of fewer letters is never hyphenated, whatever its language allows. */
#define LETTERS_LEAST 5u
/* Longer runs of letters are not words. */
#define BYTES_MOST 256u

static struct hyphenator *find_dictionary(const struct par_work *work, uint32_t span)
{
    struct par_memory *memory = work->layout->memory;
    const char *lang = work->spans[span].style.lang;
    if (!lang)
        return NULL;
    for (size_t i = 0; i < memory->dictionary_count; i++) {
        if (strcmp(memory->dictionaries[i].lang, lang) == 0)
            return memory->dictionaries[i].hyphenator;
    }
    struct hyphenator_trouble trouble;
    const struct layout_tools *tools = work->layout->tools;
    struct hyphenator *hyphenator = hyphenators_get(tools->text, tools->inputs, lang, &trouble);
    if (!hyphenator && work->layout->style->hyphenate) /* else it is a last resort */
        par_report_hyphenation(work, span, &trouble);
    *MEM_PUSH(memory->dictionaries, memory->dictionary_count, memory->dictionary_cap) =
        (struct par_dictionary){lang, hyphenator};
    return hyphenator;
}

static bool is_letter(uint32_t c)
{
    if (c < 0x80)
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    return text_is_alnum(c);
}

/* In German nouns begin with a capital letter, too. */
static bool names_have_capitals(const char *lang)
{
    return !text_lang_same_primary(lang, "de") && !text_lang_same_primary(lang, "lb");
}

/* True for the place of a word that has a capital letter, name or not. */
static bool begins_sentence(const struct par_work *work, size_t at)
{
    uint32_t before = ' ';
    while (at > 0 && (before == ' ' || before == 0xa0))
        before = utf8_previous(buf_slice(&work->text), &at);
    return before == ' ' || before == '\n' || before == '.' || before == '!' || before == '?' ||
           before == ':' || before == 0x2028;
}

static bool is_capital(uint32_t c)
{
    return c < 0x80 ? c >= 'A' && c <= 'Z' : text_lower(c) != c;
}

/* A name that is to stay whole, as it can. */
static bool is_name(const struct par_work *work, const struct par_chunk *chunk, struct slice word)
{
    size_t at = 0;
    return work->params.names_whole && !chunk->wide && is_capital(utf8_next(word, &at)) &&
           names_have_capitals(work->spans[chunk->span].style.lang) &&
           !begins_sentence(work, (size_t)(word.ptr - work->text.data));
}

/* Letters all in capitals: a code or short form, of which a hyphen would be taken for a sign. */
static bool is_code(const struct par_work *work, const struct par_chunk *chunk)
{
    struct slice text = {work->text.data + chunk->start, chunk->len};
    bool any = false;
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        if (is_letter(c) && !text_is_digit(c) && !is_capital(c))
            return false;
        any = any || is_capital(c);
    }
    return any;
}

/* Marks the points of one run of letters; places are bytes of the text. False: it stays whole. */
static bool mark_word(struct hyphenator *hyphenator, struct par_work *work,
                      const struct par_chunk *chunk, uint32_t start, uint32_t end)
{
    bool points[BYTES_MOST];
    struct slice word = {work->text.data + start, end - start};
    if (word.len > BYTES_MOST || utf8_count(word) < LETTERS_LEAST || is_name(work, chunk, word))
        return false;
    hyphenator_points(hyphenator, word, points);
    for (uint32_t i = 1; i < word.len; i++) {
        if (points[i] && (work->analysis.flags[start + i] & TEXT_GRAPHEME)) {
            work->analysis.flags[start + i] |= PAR_HYPHEN;
            work->breaks_inside = true;
        }
    }
    return true;
}

/* False if there is no dictionary, or nothing that may be parted. */
static bool mark_chunk(struct par_work *work, const struct par_chunk *chunk)
{
    struct slice text = {work->text.data + chunk->start, chunk->len};
    if (chunk->len < LETTERS_LEAST || memmem(text.ptr, text.len, "\xc2\xad", 2))
        return false; /* the writer's own soft hyphens rule */
    struct hyphenator *hyphenator = find_dictionary(work, chunk->span);
    if (!hyphenator)
        return false;
    size_t at = 0, start = 0;
    bool any = false;
    while (at < text.len) {
        size_t before = at;
        if (is_letter(utf8_next(text, &at)))
            continue;
        any |= mark_word(hyphenator, work, chunk, chunk->start + (uint32_t)start,
                         chunk->start + (uint32_t)before);
        start = at;
    }
    any |= mark_word(hyphenator, work, chunk, chunk->start + (uint32_t)start,
                     chunk->start + chunk->len);
    return any;
}

/* Where the word at `at` ends, and whether it is an address: has an @, or a stop or a colon inside
 * as in "clinic.example/first-visit". A hyphen in an address would be copied with it. */
static uint32_t end_of_word(const struct par_work *work, uint32_t at, bool *address)
{
    struct slice text = buf_slice(&work->text);
    bool joint = false; /* a stop or colon after a letter */
    uint32_t last = 0;
    size_t pos = at;
    *address = false;
    while (pos < text.len) {
        size_t start = pos;
        uint32_t c = utf8_next(text, &pos);
        if (c <= ' ' || c == 0xa0)
            return (uint32_t)start;
        *address = *address || c == '@' || (joint && (is_letter(c) || c == '/'));
        joint = (c == '.' || c == ':') && is_letter(last);
        last = c;
    }
    return (uint32_t)text.len;
}

/* True if there was a word with a dictionary. */
static bool hyphenate(struct par_work *work, bool wide_only)
{
    uint32_t end = 0; /* of the word that the chunks are parts of */
    bool address = false, any = false;
    for (size_t i = 0; i < work->chunk_count; i++) {
        struct par_chunk *chunk = &work->chunks[i];
        if (chunk->kind != PAR_CHUNK_WORD)
            continue;
        if (chunk->start >= end)
            end = end_of_word(work, chunk->start, &address);
        if (address || (work->spans[chunk->span].style.face & FONT_MONO) ||
            (wide_only && !chunk->wide) || is_code(work, chunk))
            continue;
        bool marked = mark_chunk(work, chunk);
        chunk->hyphens |= marked || !wide_only;
        any = any || marked;
    }
    return any;
}

void par_hyphenate(struct par_work *work)
{
    hyphenate(work, false);
}

bool par_hyphenate_wide(struct par_work *work)
{
    return hyphenate(work, true);
}
