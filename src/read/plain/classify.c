#include "read/plain/classify.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "text/address.h"
#include "text/text.h"

/* In code points. A heading is a short line; a title may take more room. */
#define HEADING_LIMIT 70u
#define TITLE_LIMIT   150u

/* So many digits in a row, blanks and the marks of phone numbers aside, are a phone number. */
#define PHONE_DIGITS 7

static bool is_closing_mark(uint32_t c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201d ||
           c == 0x201c || c == 0xbb || c == 0x203a || c == 0xa0 || c == 0x202f;
}

/* The last character, closing quotes and brackets aside. */
static uint32_t last_character(struct slice text)
{
    uint32_t c = 0;
    for (size_t at = text.len; at > 0;) {
        c = utf8_previous(text, &at);
        if (!is_closing_mark(c))
            break;
    }
    return c;
}

/* Full stops and their like in the scripts that leaflets come in. */
static bool is_stop(uint32_t c)
{
    return c == '.' || c == 0x2026 || c == 0x3002 || c == 0x964 || c == 0x6d4;
}

static bool is_pause(uint32_t c)
{
    return c == ':' || c == ';' || c == ',' || c == 0x60c || c == 0x61b || c == 0xff1a ||
           c == '-' || c == 0x2013 || c == 0x2014;
}

/* Scripts without case have no lower case: only Latin, Greek, Cyrillic, Armenian count. */
static bool begins_lower(struct slice text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        if (!text_is_alnum(c))
            continue;
        bool cased =
            (c >= 'a' && c <= 'z') || (c >= 0xdf && c < 0x590) || (c >= 0x1e00 && c < 0x2000);
        return cased && text_lower(c) == c;
    }
    return false;
}

/* Numbers too short to tell by their digits. */
static bool is_emergency(struct slice word)
{
    static const char *const numbers[] = {"999", "112", "911", "111", "101"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (slice_equal_string(word, numbers[i]))
            return true;
    return false;
}

static bool holds_phone(struct slice text)
{
    int digits = 0;
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        bool group = c == ' ' || c == '-' || c == '(' || c == ')' || c == '.' || c == '/' ||
                     c == '+' || c == 0xa0 || c == 0x202f || c == 0x2010 || c == 0x2011 ||
                     c == 0x2013;
        if (c >= '0' && c <= '9')
            digits++;
        else if (!group)
            digits = 0;
        if (digits >= PHONE_DIGITS)
            return true;
    }
    return false;
}

static const char *holds_address(struct slice text)
{
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        while (end < text.len && !ascii_is_space(text.ptr[end]))
            end++;
        struct slice word = address_bare_word(slice_sub(text, at, end - at));
        if (address_is_email(word))
            return "holds an e-mail address";
        if (address_is_web(word))
            return "holds a web address";
        if (is_emergency(word))
            return "holds a phone number";
        at = end + 1;
    }
    return holds_phone(text) ? "holds a phone number" : NULL;
}

static bool has_letter(struct slice text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        if (text_is_alnum(c) && !(c >= '0' && c <= '9'))
            return true;
    }
    return false;
}

/* NULL when the line reads like a heading, else why it does not. */
static const char *why_text(struct slice text)
{
    uint32_t last = last_character(text);
    if (is_stop(last))
        return "ends with a full stop";
    if (last == ':' || last == 0xff1a)
        return "ends with a colon";
    if (is_pause(last))
        return "ends in the middle of a sentence";
    if (begins_lower(text))
        return "begins in lower case";
    if (text.len > HEADING_LIMIT * 4u || utf8_count(text) > HEADING_LIMIT)
        return "too long for a heading";
    if (!has_letter(text))
        return "holds no word";
    return holds_address(text);
}

static bool is_numbered_title(struct plain_article *article, const struct plain_segment *segment)
{
    return segment->kind == PLAIN_NUMBER && segment->alone &&
           !why_text(plain_text(article, segment, 0));
}

/* The next segment that says something. */
static const struct plain_segment *next_of(const struct plain_article *article, uint32_t index)
{
    for (uint32_t i = index + 1; i < article->segment_count; i++)
        if (article->segments[i].kind != PLAIN_MARKS)
            return &article->segments[i];
    return NULL;
}

/* From the end, as a heading is one only with something other than a heading below it. */
static void classify_sections(struct plain_article *article, uint32_t from)
{
    for (uint32_t i = article->segment_count; i-- > from;) {
        struct plain_segment *segment = &article->segments[i];
        if (segment->kind != PLAIN_TEXT) {
            segment->reason =
                segment->kind == PLAIN_MARKS ? "a line of marks" : "the line begins with a bullet";
            continue;
        }
        segment->reason = segment->alone       ? why_text(plain_text(article, segment, 0))
                          : segment->count > 1 ? "more than one line"
                                               : "not alone between blank lines";
        if (segment->reason)
            continue;
        const struct plain_segment *next = next_of(article, i);
        segment->reason = "nothing stands below it: no heading";
        if (next && next->role != PLAIN_SECTION) {
            segment->role = PLAIN_SECTION;
            segment->reason = "a short line alone, without a full stop, text below it";
        }
    }
}

#define NONE UINT32_MAX

/* A row of numbered segments: the next one's index, or NONE when the row ends at i. Side by side
 * they are one row whatever their numbers; with text between only when the number goes on. */
static uint32_t next_in_row(const struct plain_article *article, uint32_t i)
{
    for (uint32_t j = i + 1; j < article->segment_count; j++) {
        const struct plain_segment *at = &article->segments[j];
        if (at->kind == PLAIN_NUMBER)
            return j == i + 1 || at->number == article->segments[i].number + 1 ? j : NONE;
        if (at->kind == PLAIN_MARKS || at->role == PLAIN_SECTION)
            return NONE;
    }
    return NONE;
}

/* True when text or bullets, and no heading, stand right below. */
static bool has_text_below(const struct plain_article *article, uint32_t i)
{
    const struct plain_segment *next =
        i + 1 < article->segment_count ? &article->segments[i + 1] : NULL;
    return next && next->role != PLAIN_SECTION &&
           (next->kind == PLAIN_TEXT || next->kind == PLAIN_BULLET);
}

/* The row becomes headings or a list as a whole. Returns its last member. */
static uint32_t classify_row(struct plain_article *article, uint32_t first, uint32_t *number)
{
    bool titles = true;
    uint32_t last = first, members = 0;
    for (uint32_t i = first; i != NONE; i = next_in_row(article, i)) {
        titles = titles && is_numbered_title(article, &article->segments[i]) &&
                 has_text_below(article, i);
        last = i;
        members++;
    }
    bool begins =
        article->segments[first].number <= 1 || article->segments[first].number == *number + 1;
    bool lonely = members == 1 && !begins;
    if (!lonely)
        *number = article->segments[last].number;
    article->segments[first].starts_list = !titles && !lonely;
    for (uint32_t i = first; i <= last; i++) {
        struct plain_segment *at = &article->segments[i];
        if (at->kind != PLAIN_NUMBER) {
            at->role = titles ? at->role : PLAIN_INSIDE;
            at->reason = titles ? at->reason : "stands between two items of a numbered list";
            continue;
        }
        at->role = lonely ? PLAIN_PARAGRAPH : titles ? PLAIN_SUBSECTION : PLAIN_ITEM;
        at->reason = lonely   ? "a single number that begins no row"
                     : titles ? "a numbered line alone, text below each of its row"
                              : "a numbered line, not each of its row has text below it";
    }
    return last;
}

static void classify_rows(struct plain_article *article, uint32_t from)
{
    uint32_t number = 0;
    for (uint32_t i = from; i < article->segment_count; i++)
        if (article->segments[i].kind == PLAIN_NUMBER)
            i = classify_row(article, i, &number);
}

/* Cuts the first line off as a segment of its own. */
static void split_first(struct plain_article *article)
{
    MEM_RESERVE(article->segments, article->segment_cap, article->segment_count + 1);
    struct plain_segment *first = &article->segments[0];
    struct plain_segment rest = *first;
    rest.first++;
    rest.count--;
    rest.role = PLAIN_PARAGRAPH;
    rest.opens = true;
    rest.alone = false;
    first->count = 1;
    memmove(first + 2, first + 1, (article->segment_count - 1) * sizeof *first);
    first[1] = rest;
    article->segment_count++;
}

/* A title broken over two lines: the second goes on in lower case and nothing is a full stop. */
static bool is_two_lines(const struct plain_article *article, const struct plain_segment *first)
{
    return first->count == 2 && begins_lower(plain_text(article, first, 1)) &&
           !is_stop(last_character(plain_text(article, first, 0))) &&
           !is_stop(last_character(plain_text(article, first, 1)));
}

/* The first line is the title, unless it is the start of running text. Returns how many segments
 * the title takes. */
static uint32_t classify_title(struct plain_article *article)
{
    struct plain_segment *first = article->segments;
    if (article->segment_count == 0 || first->kind != PLAIN_TEXT)
        return 0;
    struct slice line = plain_text(article, first, 0);
    bool running = first->count > 1 && begins_lower(plain_text(article, first, 1));
    bool two = is_two_lines(article, first);
    if (utf8_count(line) > TITLE_LIMIT || (running && !two))
        return 0;
    first->role = PLAIN_TITLE;
    first->reason = two ? "the first two lines are one sentence" : "the first line";
    if (!two && first->count > 1)
        split_first(article);
    return 1;
}

void plain_classify(struct plain_article *article, bool titled)
{
    uint32_t from = titled ? classify_title(article) : 0;
    classify_sections(article, from);
    classify_rows(article, from);
}
