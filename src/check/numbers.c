/* Three looks: along the words of the tree, whether the digits come from digits of the source that
 * stand side by side there, with the same signs and units; on the way, whether their order is the
 * source's; and along the source, whether each digit was seen. */
#include "check/numbers.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "check/kept.h"
#include "text/chars.h"

#define NOWHERE UINT32_MAX

/* Of a number in a message, to each side. */
#define SHOWN_BYTES 24u

/* The longest tag that is looked for before a number, and the longest entity. */
#define TAG_LIMIT    1024u
#define ENTITY_LIMIT 16u

/* The reading orders that a leaflet has: a note stands behind the block that calls it, the title
 * above all, a table's caption above the table also if it is written below. */
enum flow { FLOW_BODY, FLOW_TITLE, FLOW_NOTE, FLOW_CAPTION, FLOW_COUNT };

struct guard {
    const struct doc *doc;
    struct slice source;
    unsigned char *marks; /* of kept.h, for each byte of the source */
    struct diag_list *diags;
    const struct node *before; /* the TEXT whose end the present one touches, or NULL */
    enum flow flow, around;    /* around: of the table whose caption is FLOW_CAPTION */
    uint32_t last[FLOW_COUNT]; /* the last digit so far */
};

/* ---- characters */

static uint32_t char_at(struct slice text, size_t at)
{
    return at < text.len ? utf8_next(text, &at) : 0;
}

static uint32_t char_before(struct slice text, size_t at)
{
    return at > 0 ? utf8_previous(text, &at) : 0;
}

/* Signs that change what a number says when they touch it. */
static bool is_sign(uint32_t c)
{
    static const uint32_t others[] = {
        0xa3,   /* pound */
        0xa5,   /* yen */
        0xb0,   /* degree */
        0xb1,   /* plus or minus */
        0xd7,   /* times */
        0xf7,   /* divided by */
        0x2012, /* figure dash */
        0x2013, /* en dash */
        0x2014, /* em dash */
        0x2030, /* per mille */
        0x20ac, /* euro */
        0x2212, /* minus */
        0x2248, /* almost equal */
        0x2264, /* at most */
        0x2265, /* at least */
    };
    if (c < 0x80)
        return c && strchr("+-~<>=*/%^$.,:", (int)c);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i] == c)
            return true;
    return false;
}

/* Signs that also end a sentence: they count between digits only. */
static bool is_point(uint32_t c)
{
    return c == '.' || c == ',' || c == ':';
}

static bool is_word(uint32_t c)
{
    return text_is_alnum(c) || (c >= 0x80 && is_sign(c)) || c == '$';
}

/* What read/passes/smart.c may have made of a sign. */
static bool is_same(uint32_t written, uint32_t shown)
{
    return written == shown || (written == '-' && (shown == 0x2013 || shown == 0x2014)) ||
           (written == '.' && shown == 0x2026);
}

/* ---- places */

static uint32_t source_of(const struct node *node, size_t at)
{
    return node_text_span(node, at, 1).offset;
}

static bool is_shown(const struct guard *g, size_t at)
{
    return at < g->source.len && (g->marks[at] & KEPT_SHOWN);
}

/* Where the run of one byte at `at` begins and ends. */
static size_t run_start(struct slice text, size_t at)
{
    char c = text.ptr[at];
    while (at > 0 && text.ptr[at - 1] == c)
        at--;
    return at;
}

static size_t run_end(struct slice text, size_t at)
{
    char c = text.ptr[at];
    while (at < text.len && text.ptr[at] == c)
        at++;
    return at;
}

static bool is_added(const struct node *node)
{
    return node->generated && node->media == NODE_MEDIA_PRINT;
}

/* What stands between words and parts them. */
static bool parts_words(const struct node *node)
{
    return !node_is_inline(node->kind) || node->kind == NODE_LINE_BREAK ||
           node->kind == NODE_NOTE_REF || node->kind == NODE_IMAGE || node->kind == NODE_ICON ||
           node->kind == NODE_QR_CODE;
}

/* The TEXT that touches the end of this one, or NULL. */
static const struct node *text_after(const struct guard *g, const struct node *node)
{
    const struct node *root = g->doc->root;
    for (const struct node *at = node_skip(node, root); at;
         at = is_added(at) ? node_skip(at, root) : node_next(at, root)) {
        if (parts_words(at))
            return NULL;
        if (at->kind == NODE_TEXT && at->text.len > 0 && !is_added(at))
            return at;
    }
    return NULL;
}

static uint32_t shown_before(const struct guard *g, const struct node *node, size_t at)
{
    if (at > 0)
        return char_before(node->text, at);
    return g->before ? char_before(g->before->text, g->before->text.len) : 0;
}

static uint32_t shown_after(const struct guard *g, const struct node *node, size_t at)
{
    if (at < node->text.len)
        return char_at(node->text, at);
    const struct node *next = text_after(g, node);
    return next ? char_at(next->text, 0) : 0;
}

/* ---- messages */

/* A no-break space as well: the two bytes of U+00A0. */
static bool ends_word(struct slice text, size_t at)
{
    return ascii_is_space(text.ptr[at]) || text.ptr[at] == '|' ||
           slice_starts(slice_sub(text, at, 2), "\u00a0");
}

static size_t word_start(struct slice text, size_t at)
{
    size_t limit = at > SHOWN_BYTES ? at - SHOWN_BYTES : 0;
    while (at > limit && !ends_word(text, at - 1))
        at--;
    while (at < text.len && utf8_is_tail(text.ptr[at]))
        at++;
    return at;
}

static size_t word_end(struct slice text, size_t at)
{
    size_t limit = at + SHOWN_BYTES < text.len ? at + SHOWN_BYTES : text.len;
    while (at < limit && !ends_word(text, at))
        at++;
    while (at < text.len && utf8_is_tail(text.ptr[at]))
        at++;
    return at;
}

/* The word as it is shown around byte `at`, over the ends of nodes. */
static void put_shown(const struct guard *g, const struct node *node, size_t at, struct buf *out)
{
    size_t start = word_start(node->text, at), end = word_end(node->text, at);
    if (start == 0 && g->before) {
        struct slice text = g->before->text;
        buf_put_slice(out, slice_from_position(text, word_start(text, text.len)));
    }
    buf_put_slice(out, slice_sub(node->text, start, end - start));
    for (; end == node->text.len && out->len < 2 * (size_t)SHOWN_BYTES;
         end = word_end(node->text, 0)) {
        node = text_after(g, node);
        if (!node)
            break;
        buf_put_slice(out, slice_sub(node->text, 0, word_end(node->text, 0)));
    }
}

static const char *hint_for(struct slice written)
{
    if (memchr(written.ptr, '~', written.len))
        return "put a backslash before the sign, \\~, or write the word \"to\" or \"about\"; a low "
               "number is <sub>2</sub>";
    if (memchr(written.ptr, '*', written.len))
        return "put a backslash before the sign, \\*, or write it as \u00d7";
    if (written.ptr[0] == '>')
        return "put a backslash before the sign, \\>, or a space after it to quote";
    return "write a space between two numbers, and a backslash before a sign that is meant";
}

/* One message for a word; node NULL: it is not shown at all. */
static void report(struct guard *g, uint32_t source, const struct node *node, size_t at)
{
    uint32_t start = (uint32_t)word_start(g->source, source);
    uint32_t end = (uint32_t)word_end(g->source, source);
    end = end > source ? end : source + 1;
    if (source >= g->source.len || g->marks[source] & KEPT_TOLD)
        return;
    for (uint32_t i = start; i < end; i++)
        g->marks[i] |= KEPT_TOLD;
    struct span span = {g->doc->source, start, end - start};
    struct slice written = slice_sub(g->source, start, end - start);
    struct buf shown = {0};
    if (node)
        put_shown(g, node, at, &shown);
    if (node && !slice_equal(buf_slice(&shown), written))
        diag_add(g->diags, DIAG_CODE_NUMBER_CHANGED, span, hint_for(written),
                 "this number would be printed as %.*s, but is written %.*s", (int)shown.len,
                 shown.data, SLICE_ARGS(written));
    else if (node)
        diag_add(g->diags, DIAG_CODE_NUMBER_CHANGED, span, hint_for(written),
                 "this number would be printed in another place than it is written: %.*s",
                 SLICE_ARGS(written));
    else
        diag_add(g->diags, DIAG_CODE_NUMBER_CHANGED, span, hint_for(written),
                 "this number would not be printed as it is written: %.*s", SLICE_ARGS(written));
    buf_free(&shown);
}

/* ---- markup */

/* The end of a tag or comment at `at`, or `at`. */
static size_t tag_end(struct slice text, size_t at)
{
    char next = at + 1 < text.len ? text.ptr[at + 1] : '\0';
    if (text.ptr[at] != '<' || !(ascii_is_alpha(next) || next == '/' || next == '!'))
        return at;
    size_t limit = text.len - at < TAG_LIMIT ? text.len - at : TAG_LIMIT;
    size_t len = slice_find(slice_sub(text, at, limit), '>');
    return len < limit ? at + len + 1 : at;
}

/* The end of two marks or more at `at`, or `at`. */
static size_t marks_end(struct slice text, size_t at)
{
    size_t end = strchr("*_~", text.ptr[at]) ? run_end(text, at) : at;
    return end > at + 1 ? end : at;
}

/* The end of the markup of a link at `at`, "[" or "](address)", or `at`. */
static size_t bracket_end(struct slice text, size_t at)
{
    struct slice rest = slice_from_position(text, at);
    if (rest.ptr[0] == '[')
        return at + 1;
    size_t len = slice_starts(rest, "](") ? slice_find(rest, ')') : rest.len;
    return len < rest.len ? at + len + 1 : at;
}

/* Raised and lowered figures stand between signs of their own: 10^6^, H~2~O. */
static bool is_small(const struct node *node)
{
    enum node_kind kind = node && node->parent ? node->parent->kind : NODE_TEXT;
    return kind == NODE_SUPERSCRIPT || kind == NODE_SUBSCRIPT;
}

/* True if two digits that touch are parted by tags or doubled marks: 10<sup>6</sup>, 1**2**. One
 * mark between digits is a sign that was taken for markup, and a link alone does not look like
 * another number. */
static bool is_markup(struct slice source, size_t start, size_t end)
{
    struct slice text = slice_sub(source, 0, end);
    bool parted = false;
    for (size_t next; start < end; start = next) {
        next = tag_end(text, start);
        next = next > start ? next : marks_end(text, start);
        parted = parted || next > start;
        next = next > start ? next : bracket_end(text, start);
        if (next == start)
            return false;
    }
    return parted;
}

/* True if `>` at `at` ends a tag or comment that is not shown. */
static bool ends_tag(const struct guard *g, size_t at)
{
    size_t limit = at > TAG_LIMIT ? at - TAG_LIMIT : 0, start = at;
    if (at >= 2 && g->source.ptr[at - 1] == '-' && g->source.ptr[at - 2] == '-')
        return true;
    while (start > limit && !is_shown(g, start - 1) && g->source.ptr[start] != '<')
        start--;
    return tag_end(g->source, start) == at + 1;
}

static bool is_in_link(const struct node *node)
{
    while (node && node_is_inline(node->kind) && node->kind != NODE_LINK)
        node = node->parent;
    return node && node->kind == NODE_LINK;
}

/* What a factor may be. Han and kana have no blanks between words: emphasis touches them. */
static bool is_factor(uint32_t c)
{
    return is_word(c) && (!text_is_wide(c) || text_is_digit(c));
}

/* True if a sign at `at` (of the source) that is not shown is markup and no sign. */
static bool is_mark(const struct guard *g, const struct node *node, size_t at, bool before)
{
    struct slice source = g->source;
    char c = source.ptr[at];
    if (is_shown(g, at))
        return false; /* shown, but not here */
    if (c == '<')
        return tag_end(source, at) > at && !is_shown(g, at + 1);
    if (c == '>')
        return before ? ends_tag(g, at) : is_in_link(node);
    if (c == '^' || c == '~') {
        const struct node *other = before ? g->before : text_after(g, node);
        if (is_small(node) || is_small(other))
            return true;
    }
    if (c != '*' && c != '~')
        return false;
    size_t start = run_start(source, at), end = run_end(source, at);
    uint32_t other = before ? char_before(source, start) : char_at(source, end);
    return end - start > 1 || (c == '*' && !is_factor(other));
}

/* ---- along the words */

/* True if a sign of the same TEXT that begins at byte `at` comes from the source: itself, an entity
 * or what became typography. */
static bool is_written(const struct guard *g, const struct node *node, size_t at)
{
    uint32_t shown = char_at(node->text, at), c = char_at(g->source, source_of(node, at));
    return !is_sign(shown) || c == '&' || is_same(c, shown);
}

/* The signs that touch the digits start to end of the text. */
static bool has_written_signs(const struct guard *g, const struct node *node, size_t start,
                              size_t end)
{
    size_t before = start;
    if (start > 0)
        utf8_previous(node->text, &before);
    return (start == 0 || is_written(g, node, before)) &&
           (end == node->text.len || is_written(g, node, end));
}

/* A sign or digit right before or behind the digits in the source is shown there too. */
static bool keeps_neighbour(const struct guard *g, const struct node *node, size_t at,
                            uint32_t source, bool before)
{
    struct slice text = g->source;
    uint32_t c = before ? char_before(text, source) : char_at(text, source);
    if (!text_is_digit(c) && !is_sign(c))
        return true;
    if (is_same(c, before ? shown_before(g, node, at) : shown_after(g, node, at)))
        return true;
    if (is_point(c)) {
        uint32_t other = before ? char_before(text, source - 1) : char_at(text, source + 1);
        if (!text_is_digit(other))
            return true;
    }
    return c < 0x80 && is_mark(g, node, before ? source - 1 : source, before);
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == 0xa0 || c == 0x202f;
}

/* The letters of a unit: right behind the number, or behind blanks. */
static struct slice unit_of(struct slice source, size_t at)
{
    for (size_t next = at; next < source.len && is_blank(utf8_next(source, &next));)
        at = next;
    size_t end = at;
    while (end < source.len && (ascii_is_alpha(source.ptr[end]) || source.ptr[end] == '%' ||
                                (unsigned char)source.ptr[end] >= 0x80))
        end++;
    return slice_sub(source, at, end - at);
}

/* The words behind byte `at` begin with the unit. */
static bool keeps_unit(const struct guard *g, const struct node *node, size_t at, uint32_t source)
{
    struct slice unit = unit_of(g->source, source);
    bool begun = false;
    for (size_t i = 0; i < unit.len;) {
        while (node && at >= node->text.len) {
            node = text_after(g, node);
            at = 0;
        }
        if (!node)
            return false;
        size_t next = at;
        if (!begun && is_blank(utf8_next(node->text, &next))) {
            at = next;
            continue;
        }
        begun = true;
        if (node->text.ptr[at++] != unit.ptr[i++])
            return false;
    }
    return true;
}

/* True if the entity at `at` of the source stands for this digit: &#53; */
static bool is_entity_of(struct slice source, size_t at, uint32_t digit)
{
    uint32_t value = 0;
    struct slice text = slice_sub(source, at, ENTITY_LIMIT);
    bool hex = slice_starts(text, "&#x") || slice_starts(text, "&#X");
    if (!slice_starts(text, "&#"))
        return false;
    for (size_t i = hex ? 3 : 2; i < text.len && text.ptr[i] != ';'; i++) {
        char c = ascii_lower(text.ptr[i]);
        uint32_t place = ascii_is_digit(c) ? (uint32_t)(c - '0') : (uint32_t)(c - 'a') + 10;
        value = (value * (hex ? 16u : 10u) + place) & 0xffffff;
    }
    return value == digit;
}

/* One digit: from the same digit of the source, which stands right behind the one before it
 * (source offset `end`) if it does so here. Returns where it ends in the source, NOWHERE: it is
 * an entity, or was reported. */
static uint32_t check_digit(struct guard *g, const struct node *node, size_t at, size_t len,
                            uint32_t end)
{
    uint32_t source = source_of(node, at);
    struct slice digit = slice_sub(node->text, at, len);
    if (!slice_equal(slice_sub(g->source, source, len), digit)) {
        if (!is_entity_of(g->source, source, char_at(digit, 0)))
            report(g, source, node, at);
        return NOWHERE;
    }
    if (end != NOWHERE && source != end &&
        (source < end || at > 0 ||
         !(is_markup(g->source, end, source) ||
           (source == end + 1 && is_mark(g, node, end, true)))))
        report(g, source, node, at);
    if (source >= g->doc->body) {
        if (source < g->last[g->flow])
            report(g, source, node, at);
        g->last[g->flow] = source;
    }
    return source + (uint32_t)len;
}

/* The digits from byte `at` on: returns where they end. */
static size_t check_digits(struct guard *g, const struct node *node, size_t at)
{
    struct slice text = node->text;
    const struct node *before = at == 0 ? g->before : NULL;
    uint32_t end = NOWHERE, source = source_of(node, at);
    if (before && text_is_digit(shown_before(g, node, at)) && before->span.source == g->doc->source)
        end = source_of(before, before->text.len - 1) + 1;
    size_t start = at;
    for (size_t len; (len = text_digit_length(text, at)) > 0; at += len)
        end = check_digit(g, node, at, len, end);
    if (end == NOWHERE)
        return at;
    bool same = has_written_signs(g, node, start, at) &&
                keeps_neighbour(g, node, start, source, true) &&
                keeps_neighbour(g, node, at, end, false) && keeps_unit(g, node, at, end);
    if (!same)
        report(g, source, node, start);
    return at;
}

/* Values with escapes, and aliases, are mapped to their source by approximation only. */
static bool is_escaped(const struct guard *g, const struct node *text)
{
    struct slice line = slice_sub(g->source, text->span.offset, text->span.len);
    return text->span.offset < g->doc->body &&
           (slice_find(line, '\\') < line.len || slice_starts(line, "*"));
}

static void check_text(struct guard *g, const struct node *node)
{
    struct slice text = node->text;
    bool again = node->generated && node->span.offset >= g->doc->body;
    bool wordless =
        node->parent && node->parent->kind == NODE_LINK && node->parent->u.link.wordless;
    if (node->span.source != g->doc->source || again || wordless || is_escaped(g, node))
        return;
    for (size_t at = 0; (at = text_find_digit(text, at)) < text.len;)
        at = check_digits(g, node, at);
}

static bool is_caption_below(const struct node *node)
{
    return node && node->kind == NODE_CAPTION && node->parent->kind == NODE_TABLE && node->next &&
           node->span.offset > node->next->span.offset;
}

static void choose_flow_in_table(struct guard *g, const struct node *part)
{
    if (is_caption_below(part->previous))
        g->flow = g->around;
    if (!is_caption_below(part))
        return;
    g->around = g->flow;
    g->flow = FLOW_CAPTION;
    g->last[FLOW_CAPTION] = 0;
}

static void choose_flow(struct guard *g, const struct node *block)
{
    bool title = block->kind == NODE_HEADING && block->u.heading.level == 1;
    g->flow = block->kind == NODE_NOTE ? FLOW_NOTE : title ? FLOW_TITLE : FLOW_BODY;
    if (g->flow == FLOW_NOTE)
        g->last[FLOW_NOTE] = 0;
}

static void check_words(struct guard *g)
{
    const struct node *root = g->doc->root;
    for (const struct node *at = node_next(root, root); at;
         at = is_added(at) ? node_skip(at, root) : node_next(at, root)) {
        if (at->parent == root)
            choose_flow(g, at);
        else
            choose_flow_in_table(g, at);
        if (parts_words(at))
            g->before = NULL;
        if (at->kind != NODE_TEXT || at->text.len == 0 || is_added(at))
            continue;
        check_text(g, at);
        g->before = at;
    }
}

/* ---- along the source */

static void check_source(struct guard *g, uint32_t from)
{
    struct slice text = g->source;
    for (size_t at = from; (at = text_find_digit(text, at)) < text.len;) {
        size_t start = at, missing = text.len;
        for (size_t len; (len = text_digit_length(text, at)) > 0; at += len)
            if (!g->marks[at] && missing == text.len)
                missing = at;
        if (missing < text.len && !(kept_is_entity(text, start, at) && !is_shown(g, start - 1)))
            report(g, (uint32_t)missing, NULL, 0);
    }
}

/* What is wrong with the front matter as a whole is told; its values are lost. */
static bool has_lost_front(const struct diag_list *diags)
{
    static const enum diag_code codes[] = {DIAG_CODE_YAML_SYNTAX,   DIAG_CODE_YAML_ALIAS,
                                           DIAG_CODE_YAML_TOO_DEEP, DIAG_CODE_VALUE_TYPE,
                                           DIAG_CODE_VALUE_FORM,    DIAG_CODE_KEY_REPEATED};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (diags->per_code[codes[i]] > 0)
            return true;
    return false;
}

void check_numbers(const struct check_subject *subject, struct diag_list *diags)
{
    const struct doc *doc = subject->doc;
    if (!doc->source || doc->source->text.len == 0)
        return;
    struct guard g = {.doc = doc, .source = doc->source->text, .diags = diags};
    g.marks = mem_calloc(g.source.len, 1);
    bool whole = kept_mark(doc, diags, g.marks);
    check_words(&g);
    if (whole)
        check_source(&g, has_lost_front(diags) ? doc->body : 0);
    mem_free(g.marks);
}
