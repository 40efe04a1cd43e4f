#include "read/plain/told.h"

#include <string.h>

#include "read/plain/phrase.h"

/* So many lines are named; how many more there are is said. */
#define NAMED 5u

/* Lines of which something is to be told: the first ones, and how many there are. */
struct line_set {
    uint32_t first[NAMED];
    uint32_t count;
};

static void add_line(struct line_set *set, uint32_t line)
{
    if (set->count < NAMED)
        set->first[set->count] = line;
    set->count++;
}

static struct span span_of(const struct plain_article *article, uint32_t line)
{
    const struct plain_line *at = &article->lines[line];
    return (struct span){article->source, at->offset - at->lead, at->len + at->lead};
}

/* " (also on line 12, 30, 41 and 3 more)", or nothing for one line. */
static const char *name_others(const struct plain_article *article, const struct line_set *set,
                               struct arena *arena)
{
    if (set->count < 2)
        return "";
    const char *text = " (also on line";
    uint32_t named = set->count < NAMED ? set->count : NAMED;
    for (uint32_t i = 1; i < named; i++) {
        uint32_t offset = article->lines[set->first[i]].offset;
        text = arena_format(arena, "%s%s %u", text, i > 1 ? "," : "",
                            source_locate(article->source, offset).line);
    }
    return set->count > named ? arena_format(arena, "%s and %u more)", text, set->count - named)
                              : arena_format(arena, "%s)", text);
}

static bool is_heading(const struct plain_segment *segment)
{
    return segment->role == PLAIN_TITLE || segment->role == PLAIN_SECTION ||
           segment->role == PLAIN_SUBSECTION;
}

/* True if segment i is a text that was parted from the text or item above it, or from what stands
 * below it, by its look alone. */
static bool is_assumed(const struct plain_article *article, uint32_t i)
{
    const struct plain_segment *at = &article->segments[i], *above = at - 1;
    if (i == 0 || at->kind != PLAIN_TEXT || is_heading(at))
        return false;
    const struct plain_segment *next = i + 1 < article->segment_count ? at + 1 : NULL;
    bool more = at->broken && next && !next->opens && !is_heading(next);
    bool text = above->kind != PLAIN_MARKS && above->kind != PLAIN_FURNITURE;
    return more || (!at->opens && text && (at->broken || !is_heading(above)));
}

static void tell_assumed(const struct plain_article *article, struct diag_list *diags)
{
    uint32_t i = 0;
    while (i < article->segment_count && !is_assumed(article, i))
        i++;
    if (i < article->segment_count)
        diag_add(diags, DIAG_CODE_LINES_ASSUMED, span_of(article, article->segments[i].first),
                 "put a blank line between paragraphs and around headings where that is wrong; "
                 "\"leafset dump tree\" shows what each line became",
                 "no blank line parts these paragraphs: a line that ends a sentence, or is much "
                 "shorter than its neighbours, is taken as the end of one");
}

/* The last byte of a line. */
static struct span end_of(const struct plain_article *article, uint32_t line)
{
    const struct plain_line *at = &article->lines[line];
    return (struct span){article->source, at->offset + at->len - 1, 1};
}

static void tell_parted(const struct plain_article *article, struct diag_list *diags)
{
    struct line_set set = {0};
    for (uint32_t i = 0; i + 1 < article->line_count; i++)
        if (article->lines[i + 1].joined &&
            plain_is_parted(plain_line_text(article, i), plain_line_text(article, i + 1)))
            add_line(&set, i);
    if (set.count > 0)
        diag_add(diags, DIAG_CODE_WORD_PARTED, end_of(article, set.first[0]),
                 "write the word on one line, without its hyphen if it has none",
                 "a word is parted at the end of this line; it is put together, with the hyphen%s",
                 name_others(article, &set, diags->arena));
}

static void tell_furniture(const struct plain_article *article, struct diag_list *diags)
{
    struct line_set set = {0};
    for (uint32_t i = 0; i < article->line_count; i++)
        if (article->lines[i].start.kind == PLAIN_FURNITURE)
            add_line(&set, i);
    if (set.count > 0)
        diag_add(diags, DIAG_CODE_PAGE_FURNITURE, span_of(article, set.first[0]),
                 "delete it where it is no part of the text: the leaflet gets page numbers of its "
                 "own",
                 "this looks like the head or foot of a page, copied along; it is kept as text%s",
                 name_others(article, &set, diags->arena));
}

/* Rows of columns, two or more; those between bars are Markdown. */
static bool is_table(const struct plain_article *article, uint32_t i)
{
    const struct plain_line *at = &article->lines[i], *next = at + 1;
    return i + 1 < article->line_count && at->spaced && next->spaced && !next->opens &&
           !slice_starts(plain_line_text(article, i), "|");
}

static void tell_table(const struct plain_article *article, struct diag_list *diags)
{
    uint32_t i = 0;
    while (i < article->line_count && !is_table(article, i))
        i++;
    if (i < article->line_count)
        diag_add(
            diags, DIAG_CODE_TABLE_IN_TEXT, span_of(article, i),
            "write the leaflet in Markdown, where rows such as | a | b | make a table",
            "this looks like a table, but plain text has none: its rows are kept as lines, and "
            "its columns run together");
}

/* ---- Markdown */

static bool begins_heading(struct slice line)
{
    size_t marks = 0;
    while (marks < line.len && line.ptr[marks] == '#')
        marks++;
    return marks > 0 && marks <= 6 && marks + 1 < line.len && line.ptr[marks] == ' ' &&
           (ascii_is_alpha(line.ptr[marks + 1]) || (unsigned char)line.ptr[marks + 1] >= 0x80);
}

/* True if part stands in the line from byte *at on; *at moves behind it. */
static bool find(struct slice line, const char *part, size_t *at)
{
    struct slice rest = slice_from_position(line, *at);
    const char *found = rest.len > 0 ? memmem(rest.ptr, rest.len, part, strlen(part)) : NULL;
    if (found)
        *at = (size_t)(found - line.ptr) + strlen(part);
    return found != NULL;
}

static bool holds_strong(struct slice line)
{
    size_t at = 0;
    if (!find(line, "**", &at) || at >= line.len || ascii_is_space(line.ptr[at]) ||
        line.ptr[at] == '*')
        return false;
    return find(line, "**", &at) && !ascii_is_space(line.ptr[at - 3]);
}

static bool holds_link(struct slice line)
{
    size_t at = 0;
    return find(line, "[", &at) && find(line, "](", &at) && find(line, ")", &at);
}

/* The line below the head of a table: |---|:--| */
static bool is_table_rule(struct slice line)
{
    size_t dashes = 0, bars = 0;
    for (size_t i = 0; i < line.len; i++) {
        dashes += line.ptr[i] == '-';
        bars += line.ptr[i] == '|';
        if (!strchr("-|: ", line.ptr[i]))
            return false;
    }
    return dashes >= 3 && bars > 0;
}

/* One of the words stands in the line. */
static bool holds_any(struct slice line, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (slice_find_string(line, words[i]) < line.len)
            return true;
    return false;
}

static bool holds_entity(struct slice line)
{
    static const char *const names[] = {"&lt;", "&gt;", "&amp;", "&nbsp;", "&deg;", "&micro;"};
    return holds_any(line, names, sizeof names / sizeof *names);
}

static bool holds_tag(struct slice line)
{
    static const char *const tags[] = {"<b>",   "<i>", "<br>", "<br/>",    "<br />", "<sup>",
                                       "<sub>", "<p>", "</",   "<strong>", "<em>",   "<span "};
    return holds_any(line, tags, sizeof tags / sizeof *tags);
}

static const char *markdown_of(struct slice line)
{
    return begins_heading(line)                       ? "a # for a heading"
           : slice_starts(line, "> [!")               ? "> [!\xe2\x80\xa6] for a box"
           : slice_starts(line, "```")                ? "``` for code"
           : is_table_rule(line)                      ? "bars and dashes for a table"
           : holds_strong(line)                       ? "** for bold"
           : holds_link(line)                         ? "[words](address) for a link"
           : slice_find_string(line, "[^") < line.len ? "[^1] for a note"
           : holds_entity(line)                       ? "&lt; for a sign"
           : holds_tag(line)                          ? "tags as in HTML"
                                                      : NULL;
}

static void tell_markdown(const struct plain_article *article, struct diag_list *diags)
{
    for (uint32_t i = 0; i < article->line_count; i++) {
        struct span span = span_of(article, i);
        const char *what = markdown_of(slice_sub(article->source->text, span.offset, span.len));
        if (!what)
            continue;
        diag_add(diags, DIAG_CODE_MARKDOWN_IN_TEXT, span,
                 "if it is Markdown, let its name end in .md, or call leafset with --from markdown",
                 "this file is read as plain text, but holds Markdown (%s): its signs are printed "
                 "as they stand",
                 what);
        return;
    }
}

void plain_tell(const struct plain_article *article, struct diag_list *diags)
{
    tell_assumed(article, diags);
    tell_parted(article, diags);
    tell_furniture(article, diags);
    tell_table(article, diags);
    tell_markdown(article, diags);
}
