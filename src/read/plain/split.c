#include "read/plain/split.h"

#include <string.h>

#include "base/mem.h"

/* Above this, "2026. A year to remember" would be an item. */
#define NUMBER_LIMIT 99u
#define TAB_WIDTH    4u

struct segment_splitter {
    struct plain_article *article;
    bool in_block;
    uint32_t block; /* first segment of the block that is open */
};

/* What a line begins with. */
struct line_start {
    enum plain_kind kind;
    uint32_t indent;
    size_t skip; /* bytes of the bullet or number with the blanks after it */
    uint32_t number;
    char delimiter;
};

struct slice plain_text(const struct plain_article *article, const struct plain_segment *segment,
                        uint32_t line)
{
    const struct plain_line *at = &article->lines[segment->first + line];
    return slice_sub(article->source->text, at->offset, at->len);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* White space of Unicode that editors put at line ends: the no-break space. */
static struct slice trim(struct slice text)
{
    for (;;) {
        text = slice_trim(text);
        if (slice_ends(text, "\u00a0"))
            text.len -= 2;
        else if (slice_starts(text, "\u00a0"))
            text = slice_from_position(text, 2);
        else
            return text;
    }
}

static bool is_marks(struct slice text)
{
    size_t marks = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (strchr("*-_=~#+", text.ptr[i]) && text.ptr[i])
            marks++;
        else if (!is_blank(text.ptr[i]))
            return false;
    }
    return marks >= 3;
}

static size_t skip_blanks(struct slice text, size_t at)
{
    while (at < text.len && is_blank(text.ptr[at]))
        at++;
    return at;
}

static bool starts_bullet(struct slice text, struct line_start *start)
{
    size_t len = slice_starts(text, "\u2022")                         ? 3
                 : slice_starts(text, "-") || slice_starts(text, "*") ? 1
                                                                      : 0;
    size_t after = skip_blanks(text, len);
    if (len == 0 || after == len || after == text.len)
        return false;
    start->kind = PLAIN_BULLET;
    start->skip = after;
    return true;
}

static bool starts_number(struct slice text, struct line_start *start)
{
    size_t len = 0;
    uint32_t number = 0;
    for (; len < text.len && ascii_is_digit(text.ptr[len]) && number <= NUMBER_LIMIT; len++)
        number = number * 10 + (uint32_t)(text.ptr[len] - '0');
    if (len == 0 || len > 2 || len >= text.len || (text.ptr[len] != '.' && text.ptr[len] != ')'))
        return false;
    size_t after = skip_blanks(text, len + 1);
    if (after == len + 1 || after == text.len)
        return false;
    start->kind = PLAIN_NUMBER;
    start->skip = after;
    start->number = number;
    start->delimiter = text.ptr[len];
    return true;
}

static uint32_t indent_of(struct slice line)
{
    uint32_t columns = 0;
    for (size_t i = 0; i < line.len && is_blank(line.ptr[i]); i++)
        columns += line.ptr[i] == '\t' ? TAB_WIDTH - columns % TAB_WIDTH : 1;
    return columns;
}

static struct line_start start_of(struct slice line, struct slice text)
{
    struct line_start start = {.kind = PLAIN_TEXT, .indent = indent_of(line)};
    if (is_marks(text))
        start.kind = PLAIN_MARKS;
    else if (!starts_bullet(text, &start))
        starts_number(text, &start);
    return start;
}

static struct plain_segment *last_segment(struct segment_splitter *s)
{
    return s->in_block ? &s->article->segments[s->article->segment_count - 1] : NULL;
}

/* Running text that is wrapped so that a line begins with "2. " is no list; one that begins with
 * "1. " is (CommonMark 0.31, 5.2, has the same rule). */
static bool begins_segment(const struct line_start *start, const struct plain_segment *last)
{
    if (!last || start->kind == PLAIN_MARKS || last->kind == PLAIN_MARKS)
        return true;
    if (start->kind == PLAIN_BULLET)
        return true;
    return start->kind == PLAIN_NUMBER &&
           (last->kind == PLAIN_NUMBER || (last->kind == PLAIN_TEXT && start->number == 1));
}

static void add_segment(struct segment_splitter *s, const struct line_start *start)
{
    struct plain_article *article = s->article;
    *MEM_PUSH(article->segments, article->segment_count, article->segment_cap) =
        (struct plain_segment){.kind = start->kind,
                               .first = article->line_count,
                               .number = start->number,
                               .delimiter = start->delimiter,
                               .indent = start->indent,
                               .opens = !s->in_block};
    if (!s->in_block)
        s->block = article->segment_count - 1;
    s->in_block = true;
}

static void end_block(struct segment_splitter *s)
{
    struct plain_article *article = s->article;
    if (s->in_block && s->block + 1 == article->segment_count)
        article->segments[s->block].alone = article->segments[s->block].count == 1;
    s->in_block = false;
}

static void add_line(struct segment_splitter *s, struct slice line)
{
    struct plain_article *article = s->article;
    struct slice text = trim(line);
    if (text.len == 0) {
        end_block(s);
        return;
    }
    struct line_start start = start_of(line, text);
    if (begins_segment(&start, last_segment(s)))
        add_segment(s, &start);
    else
        start.skip = 0; /* a line of running text, whatever it begins with */
    text = slice_from_position(text, start.skip);
    *MEM_PUSH(article->lines, article->line_count, article->line_cap) = (struct plain_line){
        (uint32_t)(text.ptr - article->source->text.ptr), (uint32_t)text.len, (uint32_t)start.skip};
    last_segment(s)->count++;
}

void plain_split(const struct source *source, uint32_t offset, struct plain_article *out)
{
    struct segment_splitter s = {.article = out};
    *out = (struct plain_article){.source = source};
    for (uint32_t number = 1; number <= source->line_count; number++) {
        struct slice line = source_line(source, number);
        size_t start = (size_t)(line.ptr - source->text.ptr);
        if (line.len == 0 || start + line.len <= offset)
            end_block(&s);
        else
            add_line(&s, start < offset ? slice_from_position(line, offset - start) : line);
    }
    end_block(&s);
}

void plain_free(struct plain_article *article)
{
    mem_free(article->lines);
    mem_free(article->segments);
}
