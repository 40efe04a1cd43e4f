#include "read/plain/classify.h"

#include "base/hash.h"
#include "read/plain/phrase.h"
#include "text/ending.h"

/* In columns: a title may take more room than a heading. */
#define TITLE_LIMIT 150u

/* In columns: what is longer is no item of a list whose bullets were lost. */
#define SENTENCE_LIMIT 100u

/* Lines no longer than this that follow each other were broken on purpose: an address. */
#define SHORT_LINE 40u

/* Lines that have so many first words in common begin alike. */
#define OPENING_WORDS 3

#define NONE UINT32_MAX

static const struct plain_segment *segment_at(const struct plain_article *article, uint32_t i)
{
    return i < article->segment_count ? &article->segments[i] : NULL;
}

static struct slice last_line(const struct plain_article *article, const struct plain_segment *s)
{
    return plain_text(article, s, s->count - 1);
}

/* The segment right below in the same block, or NULL. */
static const struct plain_segment *below(const struct plain_article *article, uint32_t i)
{
    const struct plain_segment *next = segment_at(article, i + 1);
    return next && !next->opens ? next : NULL;
}

/* The next segment that says something. */
static const struct plain_segment *next_of(const struct plain_article *article, uint32_t index)
{
    for (uint32_t i = index + 1; i < article->segment_count; i++)
        if (article->segments[i].kind != PLAIN_MARKS)
            return &article->segments[i];
    return NULL;
}

/* A question over two lines is read as one. */
static const char *why_text(const struct plain_article *article, const struct plain_segment *s)
{
    bool question = s->count == 2 && text_ending_of(last_line(article, s)) == TEXT_ENDING_CALL;
    if (s->count > 1 && !question)
        return "more than one line";
    const char *reason = plain_why_text(plain_text(article, s, 0));
    return article->lines[s->first].start.labelled ? "begins with a label or sign, which is kept"
           : article->lines[s->first].spaced       ? "holds columns"
                                                   : reason;
}

static bool is_heading_like(const struct plain_article *article, const struct plain_segment *s)
{
    return s && s->kind == PLAIN_TEXT && !why_text(article, s);
}

/* How many lines that read like headings stand right above segment i in its block: 0, 1 or 2. */
static uint32_t count_above(const struct plain_article *article, uint32_t i)
{
    uint32_t count = 0;
    while (i > 0 && count < 2 && !article->segments[i].opens &&
           article->segments[i - 1].role != PLAIN_TITLE &&
           is_heading_like(article, &article->segments[i - 1])) {
        count++;
        i--;
    }
    return count;
}

/* True if a sentence is open above segment i, or a row of short lines that are no headings. */
static bool is_open_above(const struct plain_article *article, uint32_t i)
{
    const struct plain_segment *at = &article->segments[i], *above = at - 1;
    if (i == 0 || at->opens || above->kind != PLAIN_TEXT || above->role == PLAIN_TITLE ||
        above->count > 1)
        return false;
    struct slice line = last_line(article, above);
    return text_ending_of(line) == TEXT_ENDING_PAUSE || text_ending_of(line) == TEXT_ENDING_COLON;
}

static bool asks(const struct plain_article *article, const struct plain_segment *s)
{
    return s->kind == PLAIN_TEXT && text_ending_of(last_line(article, s)) == TEXT_ENDING_CALL;
}

/* A heading may have another one above it. What stands below a question answers it, and of more
 * short lines in a row only a question is sure to be one. */
static bool is_in_row(const struct plain_article *article, uint32_t i)
{
    const struct plain_segment *at = &article->segments[i];
    bool asked = i > 0 && !at->opens && asks(article, at - 1) && (at - 1)->role != PLAIN_TITLE;
    if (asked || asks(article, at))
        return asked;
    uint32_t above = count_above(article, i);
    return above > 1 || is_open_above(article, i - above);
}

static bool ends_sentence(struct slice line)
{
    enum text_ending end = text_ending_of(line);
    return end == TEXT_ENDING_STOP || end == TEXT_ENDING_CALL;
}

/* Two headings in a row are those of a section and of its first part; of more, right below the
 * title, and where a line is open above, the upper ones are text. */
static bool may_lead(const struct plain_article *article, uint32_t i)
{
    const struct plain_segment *at = &article->segments[i], *above = at - 1;
    if (i == 0 || above->role == PLAIN_TITLE || is_heading_like(article, above))
        return false;
    return at->opens || above->kind != PLAIN_TEXT || above->count > 1 ||
           ends_sentence(last_line(article, above));
}

/* True if the text reads like a sentence: it ends one, or is too long for an item. */
static bool is_sentence(const struct plain_article *article, const struct plain_segment *s)
{
    enum text_ending end = text_ending_of(last_line(article, s));
    return s->count > 1 || end == TEXT_ENDING_STOP || end == TEXT_ENDING_CALL ||
           end == TEXT_ENDING_COLON || article->lines[s->first].width > SENTENCE_LIMIT;
}

/* A heading whose text stands right below, without a blank line: NULL, or why it is none. */
static const char *why_not_over(const struct plain_article *article, uint32_t i)
{
    const struct plain_segment *next = below(article, i);
    if (!next)
        return "not alone between blank lines";
    if (is_in_row(article, i))
        return "one of several short lines";
    if (next->kind == PLAIN_BULLET || (next->kind == PLAIN_NUMBER && next->number <= 1))
        return NULL;
    struct slice line = plain_text(article, next, 0);
    bool question = asks(article, &article->segments[i]), address = plain_is_address(line);
    if (next->kind == PLAIN_TEXT &&
        (address || (next->role == PLAIN_SECTION && may_lead(article, i))))
        return NULL;
    if (next->kind != PLAIN_TEXT ||
        (question ? asks(article, next)
                  : is_heading_like(article, next) || !is_sentence(article, next)))
        return "no text stands right below it";
    return plain_begins_lower(line) || (plain_begins_digit(line) && !question)
               ? "what stands below it begins no sentence"
               : NULL;
}

/* A short line between blank lines: true if it is a heading over what stands below. */
static bool is_over(const struct plain_article *article, uint32_t i)
{
    const struct plain_segment *next = next_of(article, i), *after = NULL;
    if (next)
        after = next_of(article, (uint32_t)(next - article->segments));
    bool row = next && next->alone && is_heading_like(article, next);
    if (row && after && after->alone && is_heading_like(article, after))
        return false;
    return next && (next->role != PLAIN_SECTION || may_lead(article, i));
}

static const char *plain_reason(const struct plain_segment *segment)
{
    switch (segment->kind) {
    case PLAIN_BULLET: return "the line begins with a bullet";
    case PLAIN_MARKS: return "a line of marks";
    case PLAIN_FURNITURE: return "looks like the head or foot of a page";
    case PLAIN_TEXT:
    case PLAIN_NUMBER: break;
    }
    return NULL;
}

/* From the end, as a heading is one only with something other than a heading below it. */
static void classify_sections(struct plain_article *article, uint32_t from)
{
    for (uint32_t i = article->segment_count; i-- > from;) {
        struct plain_segment *segment = &article->segments[i];
        if (segment->role == PLAIN_TITLE)
            continue;
        segment->reason =
            segment->kind == PLAIN_TEXT ? why_text(article, segment) : plain_reason(segment);
        if (segment->kind != PLAIN_TEXT || segment->reason)
            continue;
        bool alone = segment->opens && !below(article, i);
        if (!alone) {
            segment->reason = why_not_over(article, i);
            if (segment->reason)
                continue;
            segment->role = PLAIN_SECTION;
            segment->reason = "a short line without a full stop, text right below it";
            continue;
        }
        segment->reason = "nothing stands below it: no heading";
        if (is_over(article, i)) {
            segment->role = PLAIN_SECTION;
            segment->reason = "a short line alone, without a full stop, text below it";
        }
    }
}

/* The first words of a line, as many as make a phrase or up to a colon; empty: it has fewer. */
static struct slice opening(struct slice line)
{
    size_t at = 0;
    bool colon = false;
    for (int words = 0; words < OPENING_WORDS && !colon; words++) {
        at += slice_find(slice_from_position(line, at), ' ') + 1;
        if (at > line.len)
            return SLICE_EMPTY;
        colon = at > 1 && line.ptr[at - 2] == ':';
    }
    return slice_sub(line, 0, at);
}

static bool leads(const struct plain_article *article, uint32_t i)
{
    const struct plain_segment *next = next_of(article, i);
    return article->segments[i].role == PLAIN_SECTION && next && next->role == PLAIN_SECTION;
}

/* Short lines right above a heading that begin alike, as "Find out more about ..." at the ends of
 * sections, lead elsewhere and are no headings; nor are others that begin so. */
static void leave_links(struct plain_article *article)
{
    static const char once[] = "once", often[] = "often";
    struct map seen = {0};
    for (uint32_t i = 0; i < article->segment_count; i++) {
        struct slice words = opening(plain_text(article, &article->segments[i], 0));
        if (words.len > 0 && leads(article, i))
            map_put(&seen, words, (void *)(map_get(&seen, words) ? often : once));
    }
    for (uint32_t i = 0; i < article->segment_count; i++) {
        struct plain_segment *at = &article->segments[i];
        struct slice words = opening(plain_text(article, at, 0));
        if (at->role != PLAIN_SECTION || words.len == 0 || map_get(&seen, words) != often)
            continue;
        at->role = PLAIN_PARAGRAPH;
        at->reason = "begins as other lines above headings do, which lead elsewhere";
    }
    map_free(&seen);
}

/* A row of numbered segments: the next one's index, or NONE when the row ends at i. Side by side
 * they are one row whatever their numbers; with text between only when the number goes on. */
static uint32_t next_in_row(const struct plain_article *article, uint32_t i)
{
    for (uint32_t j = i + 1; j < article->segment_count; j++) {
        const struct plain_segment *at = &article->segments[j];
        if (at->kind == PLAIN_NUMBER)
            return at->numbering == article->segments[i].numbering &&
                           (j == i + 1 || at->number == article->segments[i].number + 1)
                       ? j
                       : NONE;
        if (at->kind == PLAIN_MARKS || at->role == PLAIN_SECTION)
            return NONE;
    }
    return NONE;
}

/* A numbered line that reads like a heading, with text or bullets, and no heading, below. */
static bool is_numbered_title(const struct plain_article *article, uint32_t i)
{
    const struct plain_segment *segment = &article->segments[i];
    const struct plain_segment *next = segment_at(article, i + 1);
    return segment->count == 1 && !plain_why_text(plain_text(article, segment, 0)) && next &&
           next->role != PLAIN_SECTION &&
           (next->kind == PLAIN_TEXT || next->kind == PLAIN_BULLET) &&
           (segment->alone || !next->opens);
}

/* The row becomes headings or a list as a whole. Returns its last member. */
static uint32_t classify_row(struct plain_article *article, uint32_t first, uint32_t *number)
{
    bool titles = true;
    uint32_t last = first, members = 0;
    for (uint32_t i = first; i != NONE; i = next_in_row(article, i)) {
        titles = titles && is_numbered_title(article, i);
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

/* A title over two or three lines: they go on in lower case and nothing is a full stop. */
static bool is_broken_title(const struct plain_article *article, const struct plain_segment *first)
{
    for (uint32_t i = 0; i < first->count; i++)
        if (text_ending_of(plain_text(article, first, i)) == TEXT_ENDING_STOP ||
            (i > 0 && !plain_begins_lower(plain_text(article, first, i))))
            return false;
    return first->count == 2 || first->count == 3;
}

uint32_t plain_find_title(const struct plain_article *article)
{
    uint32_t i = 0;
    while (i < article->segment_count &&
           (article->segments[i].kind == PLAIN_FURNITURE ||
            plain_begins_address(plain_text(article, &article->segments[i], 0))))
        i++;
    return i;
}

/* The first line is the title, unless it is the start of running text. Returns the segment after
 * it. */
static uint32_t classify_title(struct plain_article *article)
{
    uint32_t i = plain_find_title(article);
    if (i == article->segment_count || article->segments[i].kind != PLAIN_TEXT)
        return 0;
    struct plain_segment *first = &article->segments[i];
    bool broken = is_broken_title(article, first);
    if (plain_columns(plain_text(article, first, 0)) > TITLE_LIMIT || (first->count > 1 && !broken))
        return 0;
    first->role = PLAIN_TITLE;
    first->reason = broken ? "the first lines are one sentence" : "the first line";
    return i + 1;
}

static bool is_short(const struct plain_article *article, const struct plain_segment *s,
                     uint32_t line)
{
    return plain_columns(plain_text(article, s, line)) <= SHORT_LINE;
}

/* True if `at` is a line that stands below another one, which ends nothing: both are short, as in
 * an address, or both begin in small letters: a list without bullets, or a sentence of it. */
static bool follows(const struct plain_article *article, const struct plain_segment *above,
                    const struct plain_segment *at)
{
    bool texts = at->kind == PLAIN_TEXT && above->kind == PLAIN_TEXT && at->count == 1 &&
                 (above->count == 1 || above->broken) && at->role == above->role &&
                 (at->role == PLAIN_PARAGRAPH || at->role == PLAIN_INSIDE);
    if (!texts || at->opens)
        return false;
    struct slice line = last_line(article, above), next = plain_text(article, at, 0);
    enum text_ending end = text_ending_of(line);
    bool shorts = plain_columns(line) <= SHORT_LINE && plain_columns(next) <= SHORT_LINE;
    bool above_lower = plain_begins_lower(line), lower = plain_begins_lower(next);
    bool capital = !lower && !plain_begins_digit(next);
    if (capital && (above_lower || ends_sentence(next)))
        return false;
    return (end == TEXT_ENDING_OPEN || end == TEXT_ENDING_PAUSE) &&
           (shorts || (above_lower && lower)) && text_ending_of(next) != TEXT_ENDING_COLON;
}

/* A paragraph whose every line is short, was broken on purpose, unless all go on in small letters:
 * that is a narrow column. */
static bool has_short_lines(const struct plain_article *article, const struct plain_segment *s)
{
    bool lower = true;
    for (uint32_t i = 0; i < s->count; i++) {
        if (!is_short(article, s, i))
            return false;
        lower = lower && (i == 0 || plain_begins_lower(plain_text(article, s, i)));
    }
    return s->count > 1 && !lower && s->kind == PLAIN_TEXT &&
           (s->role == PLAIN_PARAGRAPH || s->role == PLAIN_INSIDE);
}

static const char *broken_reason(const struct plain_article *article, const struct plain_segment *s)
{
    for (uint32_t i = 0; i < s->count; i++)
        if (!is_short(article, s, i))
            return "lines that begin in lower case, whose line ends are kept";
    return "short lines, whose line ends are kept";
}

/* Makes one paragraph of lines that follow each other. */
static void keep_line_ends(struct plain_article *article)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < article->segment_count; i++) {
        struct plain_segment at = article->segments[i];
        struct plain_segment *above = kept > 0 ? &article->segments[kept - 1] : NULL;
        at.broken = has_short_lines(article, &at);
        if (above && follows(article, above, &at)) {
            above->count++;
            above->broken = true;
        } else {
            article->segments[kept++] = at;
        }
    }
    article->segment_count = kept;
    for (uint32_t i = 0; i < kept; i++)
        if (article->segments[i].broken)
            article->segments[i].reason = broken_reason(article, &article->segments[i]);
}

void plain_classify(struct plain_article *article, bool titled)
{
    uint32_t from = titled ? classify_title(article) : 0;
    classify_sections(article, 0);
    leave_links(article);
    classify_rows(article, from);
    keep_line_ends(article);
}
