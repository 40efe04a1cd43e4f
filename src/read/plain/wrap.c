#include "read/plain/wrap.h"

#include "base/mem.h"
#include "read/plain/phrase.h"
#include "text/ending.h"
#include "text/line_end.h"

/* The measure of a line is found among so many on either side of it. */
#define WINDOW 12u

/* In columns. No text is wrapped at less than the first, and what is longer than the second is a
 * whole paragraph. */
#define LEAST_MEASURE 40u
#define MOST_MEASURE  140u

/* In columns: what is shorter may be a heading. */
#define LEAST_SENTENCE 25u

/* In hundredths of the measure. A line whose next word would have ended beyond FULL was wrapped
 * (type of proportional width gives lines of uneven counts); one that would have ended before SHORT
 * was not, even where a small letter follows. Columns beside wider ones reach at least NARROW. */
#define FULL    88u
#define SHORT   70u
#define CROWDED 85u
#define NARROW  50u

/* So many lines near the measure show that there is one. */
#define CROWD 3u

/* In columns: by how much a bullet that word processors put inside others is deeper. */
#define RANK_INDENT 2u

struct joiner {
    struct plain_article *article;
    bool wrapped;   /* the article holds lines that were surely wrapped */
    uint32_t title; /* the first line that is no furniture */
};

/* What the widths around a line say. */
struct measure {
    uint32_t columns; /* the second widest line: one may stick out */
    bool crowded;     /* several lines end near it: they were wrapped there */
};

static const struct plain_line *line_at(const struct joiner *j, uint32_t i)
{
    return &j->article->lines[i];
}

static bool has_width(const struct plain_line *line)
{
    return line->start.kind != PLAIN_FURNITURE && line->start.kind != PLAIN_MARKS;
}

static struct measure measure_at(const struct joiner *j, uint32_t i)
{
    uint32_t from = i > WINDOW ? i - WINDOW : 0, end = i + WINDOW + 1, widest = 0, second = 0;
    uint32_t crowd = 0;
    end = end < j->article->line_count ? end : j->article->line_count;
    for (uint32_t at = from; at < end; at++) {
        uint32_t width = has_width(line_at(j, at)) ? line_at(j, at)->width : 0;
        if (width >= widest) {
            second = widest;
            widest = width;
        } else if (width > second) {
            second = width;
        }
    }
    struct measure measure = {second > LEAST_MEASURE ? second : LEAST_MEASURE, false};
    for (uint32_t at = from; at < end; at++)
        crowd += line_at(j, at)->width * 100 >= measure.columns * CROWDED;
    measure.crowded = crowd >= CROWD && measure.columns <= MOST_MEASURE;
    return measure;
}

/* How far line i would reach with the next line's first word, in hundredths of the measure. */
static uint32_t reach_of(const struct joiner *j, uint32_t i)
{
    uint32_t word = plain_first_word(plain_line_text(j->article, i + 1));
    return (line_at(j, i)->width + 1 + word) * 100 / measure_at(j, i).columns;
}

static enum text_ending end_of(const struct joiner *j, uint32_t i)
{
    return text_ending_of(plain_line_text(j->article, i));
}

static bool is_lower(const struct joiner *j, uint32_t i)
{
    return plain_begins_lower(plain_line_text(j->article, i));
}

static bool is_inside(enum text_ending end)
{
    return end == TEXT_ENDING_OPEN || end == TEXT_ENDING_PAUSE;
}

/* True if line i + 1 is text of the same block as line i, so that it may go on. */
static bool may_join(const struct joiner *j, uint32_t i)
{
    const struct plain_line *a = line_at(j, i), *b = line_at(j, i + 1);
    return i + 1 < j->article->line_count && !b->opens && b->start.kind == PLAIN_TEXT &&
           has_width(a);
}

/* Lines that end inside a sentence at the measure, and go on in small letters. */
static bool is_wrapped(const struct joiner *j, uint32_t i)
{
    return may_join(j, i) && is_inside(end_of(j, i)) && is_lower(j, i + 1) &&
           line_at(j, i)->width <= MOST_MEASURE && measure_at(j, i).crowded &&
           reach_of(j, i) >= FULL;
}

static bool find_wrapped(const struct joiner *j)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i + 1 < j->article->line_count && count < 2; i++)
        count += is_wrapped(j, i);
    return count == 2;
}

/* True if a line that begins with a capital may be the middle of a sentence: a number, a bracket or
 * an abbreviation begins it, or a name or a comma ends the line before. */
static bool is_middle(struct slice line, struct slice next)
{
    return plain_begins_digit(next) || slice_starts(next, "(") || plain_begins_capitals(next) ||
           text_ending_of(line) == TEXT_ENDING_PAUSE || plain_ends_name(line);
}

/* A soft hyphen parts a word. */
static bool is_parted(const struct joiner *j, uint32_t i)
{
    return slice_ends(plain_line_text(j->article, i), "\u00ad");
}

/* True if line i was ended on purpose: there was room for the next word. */
static bool is_ended(const struct joiner *j, uint32_t i)
{
    const struct plain_line *a = line_at(j, i), *b = line_at(j, i + 1);
    if (is_parted(j, i))
        return false;
    if (a->width > MOST_MEASURE || a->spaced || b->spaced || b->start.labelled)
        return true;
    uint32_t reach = reach_of(j, i);
    bool lower = is_inside(end_of(j, i)) && is_lower(j, i + 1);
    bool item = a->start.kind != PLAIN_TEXT &&
                !(measure_at(j, i).crowded &&
                  is_middle(plain_line_text(j->article, i), plain_line_text(j->article, i + 1)));
    return reach < SHORT || (!lower && (item || reach < FULL));
}

/* The hanging lines of an item: they begin right of its bullet. */
static bool hangs(const struct joiner *j, uint32_t item, uint32_t i)
{
    const struct plain_line *first = line_at(j, item), *line = line_at(j, i);
    bool is_item = first->start.kind == PLAIN_BULLET || first->start.kind == PLAIN_NUMBER;
    return is_item && line->indent > first->indent && !line->spaced;
}

/* "What can I do to help / control my blood pressure?": headings are set larger, so that their
 * lines are shorter. */
static bool is_question(const struct joiner *j, uint32_t i)
{
    bool begins = line_at(j, i)->start.kind == PLAIN_TEXT && !line_at(j, i)->joined;
    return begins && end_of(j, i) == TEXT_ENDING_OPEN && !is_lower(j, i) && is_lower(j, i + 1) &&
           end_of(j, i + 1) == TEXT_ENDING_CALL &&
           line_at(j, i)->width <= measure_at(j, i).columns &&
           line_at(j, i + 1)->width <= measure_at(j, i).columns;
}

/* Sentences in a column narrower than its neighbours: what begins with a capital, or with a bullet,
 * and ends inside a sentence goes on in small letters. A short line may be a heading over a list
 * without bullets. */
static bool is_sentence(const struct joiner *j, uint32_t first, uint32_t i)
{
    bool item = line_at(j, first)->start.kind != PLAIN_TEXT;
    bool title = first == j->title;
    return is_inside(end_of(j, i)) && is_lower(j, i + 1) && !line_at(j, i)->spaced &&
           !line_at(j, i + 1)->spaced && !line_at(j, i + 1)->start.labelled &&
           (item || !is_lower(j, first)) &&
           (title || (item && i == first) ||
            (line_at(j, i)->width >= LEAST_SENTENCE && reach_of(j, i) >= NARROW));
}

/* A line of a script that parts no words is full where its last letters stand at the measure. */
static bool is_full_wide(const struct joiner *j, uint32_t i)
{
    return is_inside(end_of(j, i)) && reach_of(j, i) >= FULL &&
           text_lines_join(plain_line_text(j->article, i), plain_line_text(j->article, i + 1));
}

/* In a block some of whose lines were ended on purpose: true if line i + 1 goes on. */
static bool goes_on(const struct joiner *j, uint32_t first, uint32_t i)
{
    if (is_parted(j, i) || is_full_wide(j, i) || (j->wrapped && is_sentence(j, first, i)))
        return true;
    if (is_ended(j, i))
        return !line_at(j, i)->spaced && is_question(j, i);
    struct slice line = plain_line_text(j->article, i), next = plain_line_text(j->article, i + 1);
    enum text_ending end = text_ending_of(line);
    if (!j->wrapped || reach_of(j, i) < FULL || end == TEXT_ENDING_COLON)
        return false;
    bool item = line_at(j, first)->start.kind != PLAIN_TEXT;
    if (plain_begins_lower(next))
        return item || !plain_begins_lower(plain_line_text(j->article, first));
    return is_inside(end) && i != j->title && is_middle(line, next);
}

/* The end of the run of texts that line i begins, each of which may join the one before. */
static uint32_t run_end(const struct joiner *j, uint32_t i)
{
    while (may_join(j, i))
        i++;
    return i + 1;
}

/* The lines from first to end (not including): an item or text and the texts below it. */
static void join_run(const struct joiner *j, uint32_t first, uint32_t end, bool strict)
{
    uint32_t item = first;
    for (uint32_t i = first; i + 1 < end; i++) {
        struct plain_line *next = &j->article->lines[i + 1];
        next->joined = hangs(j, item, i + 1) || !strict || goes_on(j, item, i);
        if (!next->joined)
            item = i + 1;
    }
}

/* Two lines between blank ones, the second of which goes on in small letters. */
static bool is_pair(const struct joiner *j, uint32_t first, uint32_t end)
{
    return end - first == 2 && is_inside(end_of(j, first)) && is_lower(j, first + 1) &&
           !line_at(j, first)->spaced && !line_at(j, first + 1)->spaced &&
           !line_at(j, first + 1)->start.labelled;
}

/* True if some line of the block from first to end was ended on purpose. */
static bool is_strict(const struct joiner *j, uint32_t first, uint32_t end)
{
    if (is_pair(j, first, end))
        return false;
    uint32_t item = first;
    for (uint32_t i = first; i + 1 < end; i++) {
        item = line_at(j, i)->start.kind == PLAIN_TEXT ? item : i;
        if (may_join(j, i) && !hangs(j, item, i + 1) && is_ended(j, i))
            return true;
    }
    return false;
}

static void join_block(const struct joiner *j, uint32_t first, uint32_t end)
{
    bool strict = is_strict(j, first, end);
    for (uint32_t i = first, next; i < end; i = next) {
        next = run_end(j, i);
        join_run(j, i, next, strict);
    }
}

static uint32_t block_end(const struct plain_article *article, uint32_t first)
{
    uint32_t end = first + 1;
    while (end < article->line_count && !article->lines[end].opens)
        end++;
    return end;
}

/* Running text may be wrapped so that a line begins with a dash, or with "2. ": true if line i says
 * nothing else. One that begins with "1. " is a list (CommonMark 0.31, 5.2, has the same rule). */
static bool is_inside_sentence(const struct joiner *j, uint32_t i)
{
    const struct plain_line *before = line_at(j, i - 1), *line = line_at(j, i);
    if (before->start.kind != PLAIN_TEXT || !is_inside(end_of(j, i - 1)) ||
        before->width > MOST_MEASURE || before->spaced)
        return false;
    uint32_t word = plain_first_word(plain_line_text(j->article, i)) + line->start.skip;
    return (before->width + 1 + word) * 100 >= measure_at(j, i - 1).columns * FULL;
}

/* "- 5 °C", "- 5 tablets": the dash may be a minus sign. It is a bullet only in a list of other
 * words, and never before a temperature. */
static bool is_minus(const struct joiner *j, uint32_t first, uint32_t i)
{
    const struct plain_start *start = &line_at(j, i)->start;
    struct slice text = plain_line_text(j->article, i);
    bool dash = start->kind == PLAIN_BULLET && start->weak && start->mark != 'o';
    if (!dash || !plain_begins_digit(text))
        return false;
    bool list = i > first && line_at(j, i - 1)->start.kind == PLAIN_BULLET &&
                !plain_begins_digit(plain_line_text(j->article, i - 1));
    return !list || plain_begins_degrees(text);
}

/* In the block from first to end: takes bullets and numbers that are none for words. */
static void settle_starts(const struct joiner *j, uint32_t first, uint32_t end)
{
    uint32_t number = 0;
    for (uint32_t i = first; i < end; i++) {
        struct plain_line *line = &j->article->lines[i];
        struct plain_start *start = &line->start;
        bool sibling = i + 1 < end && line_at(j, i + 1)->start.kind == PLAIN_BULLET &&
                       line_at(j, i + 1)->start.mark == start->mark;
        bool after = i > first && line_at(j, i - 1)->start.kind == PLAIN_BULLET;
        if (is_minus(j, first, i)) {
            plain_restore_start(line);
            start->labelled = true;
        }
        if (start->kind == PLAIN_BULLET && start->weak && i > first && !after && !sibling &&
            is_inside_sentence(j, i))
            plain_restore_start(line);
        else if (start->kind == PLAIN_NUMBER && i > first && start->number != 1 &&
                 start->number != number + 1 && line_at(j, i - 1)->start.kind != PLAIN_NUMBER &&
                 is_inside_sentence(j, i))
            plain_restore_start(line);
        if (start->kind == PLAIN_NUMBER)
            number = start->number;
    }
}

static void add_segment(struct plain_article *article, uint32_t i)
{
    const struct plain_line *line = &article->lines[i];
    *MEM_PUSH(article->segments, article->segment_count, article->segment_cap) =
        (struct plain_segment){.kind = line->start.kind,
                               .first = i,
                               .number = line->start.number,
                               .numbering = line->start.numbering,
                               .delimiter = line->start.delimiter,
                               .indent = line->indent + RANK_INDENT * line->start.rank,
                               .task = line->start.task,
                               .opens = line->opens};
}

static void make_segments(struct plain_article *article)
{
    for (uint32_t i = 0; i < article->line_count; i++) {
        if (!article->lines[i].joined)
            add_segment(article, i);
        article->segments[article->segment_count - 1].count++;
    }
    for (uint32_t i = 0; i < article->segment_count; i++) {
        struct plain_segment *at = &article->segments[i];
        bool last = i + 1 == article->segment_count || article->segments[i + 1].opens;
        at->alone = at->opens && last && at->count == 1;
    }
}

void plain_join_lines(struct plain_article *article)
{
    struct joiner j = {article, false, 0};
    while (j.title < article->line_count && !has_width(line_at(&j, j.title)))
        j.title++;
    for (uint32_t i = 0, end; i < article->line_count; i = end) {
        end = block_end(article, i);
        settle_starts(&j, i, end);
    }
    j.wrapped = find_wrapped(&j);
    for (uint32_t i = 0, end; i < article->line_count; i = end) {
        end = block_end(article, i);
        join_block(&j, i, end);
    }
    make_segments(article);
}
