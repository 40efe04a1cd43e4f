#include "check/posed.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "text/chars.h"
#include "text/ending.h"

#define MOST_CHARS  90u /* of a heading */
#define LEAST_CAPS  4u  /* letters of a line in capitals */
#define LINES_SHOWN 10u

static bool is_bold(const struct node *line)
{
    const struct node *only = line->first;
    while (only && only == only->parent->last && only->kind == NODE_EMPHASIS)
        only = only->first;
    return only && only == only->parent->last && only->kind == NODE_STRONG;
}

static bool is_capitals(struct slice words)
{
    uint32_t capitals = 0;
    for (size_t at = 0; at < words.len;) {
        uint32_t c = utf8_next(words, &at), lower = text_lower(c);
        capitals += lower != c;
        if (lower == c && text_is_alnum(c) && !text_is_digit(c))
            return false;
    }
    return capitals >= LEAST_CAPS;
}

/* A thematic break on the very next line of the source. */
static bool is_underlined(const struct node *line)
{
    const struct node *rule = line->next;
    if (!rule || rule->kind != NODE_BREAK || !line->span.source ||
        rule->span.source != line->span.source || rule->span.len == 0 ||
        rule->span.source->text.ptr[rule->span.offset] == '<') /* an <hr> is no underline */
        return false;
    uint32_t end = line->span.offset + line->span.len;
    uint32_t below = source_locate(rule->span.source, rule->span.offset).line;
    return below == source_locate(line->span.source, end).line + 1;
}

static bool has_break(const struct node *line)
{
    for (const struct node *at = line; at; at = node_next(at, line))
        if (at->kind == NODE_LINE_BREAK || at->kind == NODE_IMAGE)
            return true;
    return false;
}

/* What a heading may stand above. */
static bool is_text(const struct node *node)
{
    return node && !node->generated &&
           (node->kind == NODE_PARAGRAPH || node->kind == NODE_LIST || node->kind == NODE_TABLE ||
            node->kind == NODE_QUOTE || node->kind == NODE_FIGURE || node->kind == NODE_FIGURES ||
            node->kind == NODE_CALLOUT || node->kind == NODE_DESCRIPTION_LIST);
}

/* scratch: for its words. */
static bool is_posed(const struct node *line, struct arena *scratch)
{
    arena_reset(scratch, (struct arena_mark){0});
    if (line->kind != NODE_PARAGRAPH || line->generated || line->reason || has_break(line))
        return false;
    struct slice words = slice_trim(node_text(line, NODE_MEDIA_ALL, scratch));
    enum text_ending ending = text_ending_of(words);
    if (words.len == 0 || utf8_count(words) > MOST_CHARS || ending == TEXT_ENDING_STOP ||
        ending == TEXT_ENDING_PAUSE || slice_ends(words, "!") || slice_ends(words, "！") ||
        slice_starts(words, "[!")) /* the mark of a box, of which its reader has told */
        return false;
    return is_underlined(line) || (is_text(line->next) && (is_bold(line) || is_capitals(words)));
}

struct posed {
    const struct node *first;
    uint32_t count;
    struct buf lines; /* of the others: " 12, 20" */
};

static void add(struct posed *posed, const struct node *line)
{
    if (posed->count++ == 0)
        posed->first = line;
    else if (posed->count <= LINES_SHOWN)
        buf_format(&posed->lines, "%s%u", posed->count > 2 ? ", " : "",
                   source_locate(line->span.source, line->span.offset).line);
    else if (posed->count == LINES_SHOWN + 1)
        buf_put_string(&posed->lines, " ...");
}

static void report(const struct posed *posed, struct diag_list *diags)
{
    const struct node *first = posed->first;
    struct slice words = slice_trim(node_text(first, NODE_MEDIA_ALL, diags->arena));
    const char *hint = arena_format(
        diags->arena,
        "if it is a heading write ## %.*s: those who listen go from heading to heading",
        SLICE_ARGS(words));
    if (posed->count == 1)
        diag_add(diags, DIAG_CODE_HEADING_LOOKS, first->span, hint,
                 "this line looks like a heading, and is none");
    else
        diag_add(diags, DIAG_CODE_HEADING_LOOKS, first->span, hint,
                 "%u lines look like headings, and are none: this one, and on line%s %.*s",
                 posed->count, posed->count > 2 ? "s" : "", SLICE_ARGS(buf_slice(&posed->lines)));
}

void check_posed_headings(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root;
    struct posed posed = {0};
    struct arena scratch = {0};
    for (const struct node *at = root->first; at; at = at->next)
        if (is_posed(at, &scratch) && !(at->next && is_posed(at->next, &scratch)) &&
            at->span.source)
            add(&posed, at);
    if (posed.count > 0)
        report(&posed, diags);
    buf_free(&posed.lines);
    arena_free(&scratch);
}
