#include "read/plain/article.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "read/plain/phrase.h"

#define TAB_WIDTH 4u

struct line_reader {
    struct plain_article *article;
    bool blank; /* the line before was, or there is none */
    bool page;
};

struct slice plain_line_text(const struct plain_article *article, uint32_t line)
{
    const struct plain_line *at = &article->lines[line];
    return slice_sub(article->source->text, at->offset, at->len);
}

struct slice plain_text(const struct plain_article *article, const struct plain_segment *segment,
                        uint32_t line)
{
    return plain_line_text(article, segment->first + line);
}

void plain_restore_start(struct plain_line *line)
{
    line->offset -= line->lead;
    line->len += line->lead;
    line->lead = 0;
    line->start.kind = PLAIN_TEXT;
}

static uint32_t indent_of(struct slice line)
{
    uint32_t columns = 0;
    for (size_t at = 0, blank; (blank = plain_blank_length(line, at)) > 0; at += blank)
        columns += line.ptr[at] == '\t' ? TAB_WIDTH - columns % TAB_WIDTH : blank < 3;
    return columns;
}

/* Columns made with tabs, with three blanks and more, or with bars. */
static bool is_spaced(struct slice text)
{
    if (slice_starts(text, "|"))
        return true;
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] == '\t' || slice_starts(slice_from_position(text, i), "   "))
            return true;
    return false;
}

/* Where the next item of a line begins that holds several, "• salt • pepper", or 0. */
static size_t next_item(struct slice text, const struct plain_start *start)
{
    if (start->kind != PLAIN_BULLET || !start->glued)
        return 0;
    for (size_t at = start->skip, from; at < text.len;) {
        from = at;
        if (utf8_next(text, &at) == start->mark && ascii_is_space(text.ptr[from - 1]) &&
            at < text.len)
            return from;
    }
    return 0;
}

static void add_line(struct line_reader *r, struct slice line)
{
    struct plain_article *article = r->article;
    struct slice text = plain_trim(line);
    if (text.len == 0)
        r->blank = true;
    uint32_t indent = indent_of(line);
    for (size_t next = 1; text.len > 0 && next > 0; text = slice_from_position(text, next)) {
        struct plain_start start = plain_start_of(text);
        next = next_item(text, &start);
        struct slice part = plain_trim(slice_sub(text, 0, next > 0 ? next : text.len));
        struct slice words = slice_from_position(part, start.skip);
        *MEM_PUSH(article->lines, article->line_count, article->line_cap) = (struct plain_line){
            .offset = (uint32_t)(words.ptr - article->source->text.ptr),
            .len = (uint32_t)words.len,
            .lead = (uint32_t)(words.ptr - part.ptr),
            .indent = indent,
            .width = indent + plain_columns(part),
            .start = start,
            .opens = r->blank,
            .page = r->page,
            .spaced = is_spaced(words),
        };
        r->blank = r->page = false;
    }
}

/* The length of what ends a line here beside the line ends of struct source, or 0. */
static size_t end_length(struct slice text, size_t at)
{
    char c = text.ptr[at];
    if (c == '\f' || c == '\v')
        return 1;
    struct slice rest = slice_from_position(text, at);
    return slice_starts(rest, "\u2028") || slice_starts(rest, "\u2029") ? 3 : 0;
}

static void add_source_line(struct line_reader *r, struct slice line)
{
    size_t from = 0;
    for (size_t at = 0, len; at < line.len; at += len ? len : 1) {
        len = end_length(line, at);
        if (len == 0)
            continue;
        if (at > from)
            add_line(r, slice_sub(line, from, at - from));
        r->page = r->page || line.ptr[at] == '\f';
        r->blank = r->blank || slice_starts(slice_from_position(line, at), "\u2029");
        from = at + len;
    }
    if (from == 0 || from < line.len)
        add_line(r, slice_from_position(line, from));
}

static bool is_bare(const struct plain_article *article, uint32_t i)
{
    return i < article->line_count && article->lines[i].start.kind == PLAIN_BULLET &&
           article->lines[i].len == 0;
}

/* A bullet on a line of its own belongs to the text on the next one; several in a row have lost
 * their texts, and stay as they are. */
static void settle_bare_bullets(struct plain_article *article)
{
    uint32_t kept = 0;
    for (uint32_t i = 0, row = 0; i < article->line_count; i++) {
        struct plain_line line = article->lines[i];
        bool bare = is_bare(article, i);
        row = bare ? row + 1 : 0;
        if (row == 1 && !is_bare(article, i + 1) && i + 1 < article->line_count &&
            article->lines[i + 1].start.kind == PLAIN_TEXT) {
            const struct plain_line *text = &article->lines[++i];
            line.lead = text->offset + line.lead - line.offset;
            line.offset = text->offset;
            line.len = text->len;
            line.width += 1 + text->width;
        } else if (bare) {
            plain_restore_start(&line);
        }
        article->lines[kept++] = line;
    }
    article->line_count = kept;
}

void plain_read_lines(const struct source *source, uint32_t offset, struct plain_article *out)
{
    struct line_reader r = {.article = out, .blank = true};
    *out = (struct plain_article){.source = source};
    for (uint32_t number = 1; number <= source->line_count; number++) {
        struct slice line = source_line(source, number);
        size_t start = (size_t)(line.ptr - source->text.ptr);
        if (start + line.len <= offset)
            r.blank = r.blank || start + line.len >= offset;
        else
            add_source_line(&r, start < offset ? slice_from_position(line, offset - start) : line);
        if (line.len == 0)
            r.blank = true;
    }
    settle_bare_bullets(out);
}

void plain_free(struct plain_article *article)
{
    mem_free(article->lines);
    mem_free(article->segments);
}
