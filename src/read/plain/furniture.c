#include "read/plain/furniture.h"

#include <stdlib.h>

#include "base/mem.h"

/* So many lines at the head and foot of a page may be furniture. */
#define EDGE 3u

/* Longer lines are text. In bytes. */
#define FURNITURE_LIMIT 150u

/* A line at the edge of a page: its words without their digits, as a number. */
struct edge {
    uint64_t words;
    uint32_t line;
};

static size_t skip_spaces(struct slice text, size_t at)
{
    while (at < text.len && text.ptr[at] == ' ')
        at++;
    return at;
}

/* The end of one to three digits from byte at on, or 0. */
static size_t end_of_number(struct slice text, size_t at)
{
    size_t end = at;
    while (end < text.len && ascii_is_digit(text.ptr[end]))
        end++;
    return end == at || end > at + 3 ? 0 : end;
}

/* "2 of 4", "2/4" from byte at on. */
static bool is_count(struct slice text, size_t at)
{
    size_t end = end_of_number(text, at);
    if (end == 0)
        return false;
    end = skip_spaces(text, end);
    struct slice rest = slice_from_position(text, end);
    size_t word = slice_starts(rest, "/") ? 1 : slice_starts(rest, "of ") ? 3 : 0;
    end = word > 0 ? end_of_number(text, skip_spaces(text, end + word)) : 0;
    return end > 0 && (end == text.len || !ascii_is_alnum(text.ptr[end]));
}

/* "Page 2 of 4" anywhere, "Page 2" alone. */
static bool names_page(struct slice text)
{
    for (size_t at = 0; at + 6 <= text.len; at++) {
        if (!slice_equal_nocase(slice_sub(text, at, 5), SLICE_LIT("page ")) ||
            (at > 0 && ascii_is_alnum(text.ptr[at - 1])))
            continue;
        size_t number = skip_spaces(text, at + 5), end = end_of_number(text, number);
        if (is_count(text, number) || (at == 0 && end == text.len))
            return true;
    }
    return false;
}

static bool has_no_word(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_digit(text.ptr[i]) && text.ptr[i] != ' ' && text.ptr[i] != '-')
            return false;
    return text.len <= 5;
}

/* FNV-1a over all bytes but digits; the page number is what differs. */
static uint64_t words_of(struct slice text)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_digit(text.ptr[i]))
            hash = (hash ^ (unsigned char)text.ptr[i]) * 0x100000001b3u;
    return hash;
}

static int compare(const void *a, const void *b)
{
    const struct edge *x = a, *y = b;
    return x->words != y->words ? (x->words < y->words ? -1 : 1)
                                : (x->line > y->line) - (x->line < y->line);
}

/* True at the head or foot of a page; last_page: the line before which the page's end stands. */
static bool is_edge(uint32_t line, uint32_t page, uint32_t next_page)
{
    return line < page + EDGE || line + EDGE >= next_page;
}

static uint32_t next_page(const struct plain_article *article, uint32_t from)
{
    while (from < article->line_count && !article->lines[from].page)
        from++;
    return from;
}

static void mark_repeated(struct plain_article *article, struct edge *edges, size_t count)
{
    qsort(edges, count, sizeof *edges, compare);
    for (size_t i = 0; i < count; i++)
        if ((i > 0 && edges[i - 1].words == edges[i].words) ||
            (i + 1 < count && edges[i + 1].words == edges[i].words))
            article->lines[edges[i].line].start.kind = PLAIN_FURNITURE;
}

/* Goes page by page over what stands at the edges. */
static void find_at_edges(struct plain_article *article)
{
    struct edge *edges = NULL;
    size_t count = 0, cap = 0;
    for (uint32_t page = 0, next; page < article->line_count; page = next) {
        next = next_page(article, page + 1);
        for (uint32_t i = page; i < next; i++) {
            struct slice text = plain_line_text(article, i);
            if (!is_edge(i, page, next) || article->lines[i].start.kind != PLAIN_TEXT ||
                text.len > FURNITURE_LIMIT)
                continue;
            if (has_no_word(text))
                article->lines[i].start.kind = PLAIN_FURNITURE;
            else
                *MEM_PUSH(edges, count, cap) = (struct edge){words_of(text), i};
        }
    }
    if (count > 0)
        mark_repeated(article, edges, count);
    mem_free(edges);
}

void plain_find_furniture(struct plain_article *article)
{
    for (uint32_t i = 0; i < article->line_count; i++) {
        struct plain_line *line = &article->lines[i];
        struct slice text = plain_line_text(article, i);
        if (line->start.kind == PLAIN_TEXT && text.len <= FURNITURE_LIMIT && names_page(text))
            line->start.kind = PLAIN_FURNITURE;
    }
    if (next_page(article, 1) < article->line_count)
        find_at_edges(article);
}
