/* Typographic quotes, dashes, ellipses and no-break spaces. Characters are classed in one pass over
 * the text of a block, quotes are paired, then each TEXT that changes is written anew with its map.
 * What might be a measure (5'10", 12") is left as typed: a wrong prime is worse than a plain one.
 */
#include "read/passes/smart.h"

#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "read/passes/blanks.h"
#include "read/passes/links.h"
#include "text/text.h"
#include "text/unit.h"
#include "text/words.h"

#define APOSTROPHE "\u2019"
#define NO_BREAK   "\u00a0"

/* How far back an opening quote is looked for among those still open. */
#define PAIR_WINDOW 16u

/* The most signs in a row to fill in. */
#define ROW_MOST (sizeof BLANKS_ROW - 1)

/* The longest tag that is looked for in text. */
#define TAG_LIMIT 1024u

/* Classes of what stands before a character, as stand-ins. */
#define BEFORE_NOTHING '\n'
#define BEFORE_WORD    'x'
#define BEFORE_OPENER  '('
#define BEFORE_CLOSER  ')'

/* Bytes at to at + len of a TEXT node, and what stands in their place. */
struct text_edit {
    struct node *node;
    uint32_t at, len;
    const char *with; /* NULL: left as typed */
};

struct quote {
    size_t edit;
    char typed; /* ' or " */
    bool can_open, can_close;
    bool measure; /* after a digit: perhaps a prime */
    struct words_quotes style;
};

/* What is known of a block so far. */
struct typography {
    struct node *block;
    const char *lang;
    struct text_edit *edits;
    size_t edit_count, edit_cap;
    struct quote *quotes;
    size_t quote_count, quote_cap;
    uint32_t before;           /* the character before, or a stand-in */
    bool feet;                 /* in the digits after a foot mark */
    struct node *node;         /* the text that is read now … */
    struct words_quotes style; /* … and what its language quotes with */
    bool english;
};

/* ---- context */

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == 0xa0 || c == 0x202f;
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_opening(uint32_t c)
{
    return c == '(' || c == '[' || c == '{' || c == '-' || c == '/' || c == '<' || c == 0x2013 ||
           c == 0x2014 || c == 0x2018 || c == 0x201c || c == 0x201e || c == 0x201a || c == 0xab ||
           c == 0xbf || c == 0xa1;
}

static bool is_skipped(const struct node *node)
{
    return node->kind == NODE_CODE || node->kind == NODE_KEYBOARD || node->kind == NODE_IMAGE ||
           node->kind == NODE_NOTE_REF || node->kind == NODE_QR_CODE || read_is_bare_link(node);
}

/* The character after byte `at` of the node's text, over the ends of nodes. */
static uint32_t after(const struct typography *s, size_t at)
{
    struct slice text = s->node->text;
    if (at < text.len)
        return utf8_next(text, &at);
    for (const struct node *node = node_next(s->node, s->block); node;
         node = node_next(node, s->block)) {
        size_t start = 0;
        if (node->kind == NODE_TEXT && node->text.len > 0)
            return utf8_next(node->text, &start);
        if (node->kind == NODE_NOTE_REF)
            return '.';
        if (is_skipped(node))
            return BEFORE_WORD;
        if (node->kind == NODE_LINE_BREAK)
            break;
    }
    return ' ';
}

/* ---- edits */

static size_t add_edit(struct typography *s, size_t at, size_t len, const char *with)
{
    *MEM_PUSH(s->edits, s->edit_count, s->edit_cap) =
        (struct text_edit){s->node, (uint32_t)at, (uint32_t)len, with};
    return s->edit_count - 1;
}

static size_t run_length(struct slice text, size_t at)
{
    size_t start = at;
    while (at < text.len && text.ptr[at] == text.ptr[start])
        at++;
    return at - start;
}

/* "-5--3": the second hyphen may be the sign of the second number, as the first has one. */
static bool is_signed_range(struct slice text, size_t at, size_t run)
{
    size_t start = at;
    if (at + run >= text.len || !is_digit((unsigned char)text.ptr[at + run]))
        return false;
    while (start > 0 && (is_digit((unsigned char)text.ptr[start - 1]) ||
                         text.ptr[start - 1] == '.' || text.ptr[start - 1] == ','))
        start--;
    bool hyphen = start > 0 && text.ptr[start - 1] == '-' &&
                  (start == 1 || !ascii_is_alnum(text.ptr[start - 2])); /* not "11-28--30" */
    return start < at && (hyphen || slice_ends(slice_sub(text, 0, start), "\u2212"));
}

/* Takes a run of hyphens; returns its length. */
static size_t take_dashes(struct typography *s, size_t at)
{
    size_t run = run_length(s->node->text, at);
    bool arrow = s->before == '<' || s->before == '!' || after(s, at + run) == '>';
    if (run == 2 && !arrow && !is_signed_range(s->node->text, at, run))
        add_edit(s, at, run, "\u2013");
    else if (run == 3 && !arrow)
        add_edit(s, at, run, "\u2014");
    s->before = '-';
    return run;
}

static size_t take_dots(struct typography *s, size_t at)
{
    size_t run = run_length(s->node->text, at);
    if (run == 3 && after(s, at + run) != '/')
        add_edit(s, at, run, "\u2026");
    if (run > ROW_MOST)
        add_edit(s, at, run, "........................");
    s->before = '.';
    return run;
}

/* A row to write on that is as long as a line would break in two. */
static size_t take_row(struct typography *s, size_t at)
{
    size_t run = run_length(s->node->text, at);
    if (run > ROW_MOST)
        add_edit(s, at, run, BLANKS_ROW);
    s->before = BEFORE_WORD;
    return run;
}

/* "[ ] none [ ] mild": boxes to tick, each on the line of its word; returns the length. */
static size_t take_box(struct typography *s, size_t at)
{
    struct slice rest = slice_from_position(s->node->text, at);
    bool open = slice_starts(rest, "[ ]");
    bool done = slice_starts(rest, "[x]") || slice_starts(rest, "[X]");
    bool first = s->before == BEFORE_NOTHING || s->before == ' ' || s->before == BEFORE_OPENER;
    bool word = rest.len > 4 && rest.ptr[3] == ' ' && rest.ptr[4] != '[' && rest.ptr[4] != ' ';
    s->before = '[';
    if (!(open || done) || !first || !(word || rest.len == 3 || rest.ptr[3] == ' '))
        return 1;
    if (word)
        add_edit(s, at, 4, open ? "\u2610" NO_BREAK : "\u2611" NO_BREAK);
    else
        add_edit(s, at, 3, open ? "\u2610" : "\u2611");
    s->before = word ? ' ' : BEFORE_WORD;
    return word ? 4 : 3;
}

/* Of several spaces one is kept (HTML does the same); one between a number and its unit must not
 * end a line. */
static void take_space(struct typography *s, size_t at)
{
    struct slice text = s->node->text;
    if (s->before == ' ')
        add_edit(s, at, 1, "");
    if (!is_digit(s->before) || at + 1 >= text.len)
        return;
    struct slice rest = slice_from_position(text, at + 1);
    for (const struct unit *unit = unit_table; (unit = unit_with(unit, UNIT_KEPT)); unit++) {
        size_t end = at + 1 + strlen(unit->name);
        if (slice_starts(rest, unit->name) && !text_is_alnum(after(s, end))) {
            add_edit(s, at, 1, NO_BREAK);
            return;
        }
    }
}

/* ---- quotes */

/* 'tis, 'twas … and '90s: an apostrophe although nothing stands before it. */
static bool is_elision(const struct typography *s, size_t at)
{
    static const char *const words[] = {"tis", "twas", "twere", "til", "em", "cause", "n"};
    struct slice rest = slice_from_position(s->node->text, at + 1);
    if (rest.len >= 3 && is_digit((unsigned char)rest.ptr[0]) &&
        is_digit((unsigned char)rest.ptr[1]) && rest.ptr[2] == 's')
        return !text_is_alnum(after(s, at + 4));
    for (size_t i = 0; s->english && i < sizeof words / sizeof *words; i++) {
        size_t len = strlen(words[i]);
        if (!slice_equal_nocase(slice_sub(rest, 0, len), slice_from(words[i])))
            continue;
        uint32_t next = after(s, at + 1 + len);
        if (!text_is_alnum(next) && (next != '\'' || words[i][0] == 'n'))
            return true;
    }
    return false;
}

static void add_quote(struct typography *s, size_t at, char typed, bool can_open, bool can_close,
                      bool measure)
{
    *MEM_PUSH(s->quotes, s->quote_count, s->quote_cap) =
        (struct quote){add_edit(s, at, 1, NULL), typed, can_open, can_close, measure, s->style};
    s->before = can_open ? BEFORE_OPENER : BEFORE_CLOSER;
}

static void take_quote(struct typography *s, size_t at, char typed)
{
    uint32_t before = s->before, next = after(s, at + 1);
    bool can_open = !is_blank(next) && (is_blank(before) || is_opening(before));
    bool can_close = !is_blank(before) && !is_opening(before) && !text_is_alnum(next);
    bool measure = is_digit(before);
    if (typed == '"' && s->feet) {
        s->before = BEFORE_WORD; /* the inches of 5'10" */
    } else if (typed == '\'' && measure && is_digit(next)) {
        s->feet = true;
        s->before = BEFORE_WORD;
    } else if (typed == '\'' && ((text_is_alnum(before) && text_is_alnum(next)) ||
                                 (can_open && is_elision(s, at)))) {
        add_edit(s, at, 1, APOSTROPHE);
        s->before = BEFORE_WORD;
    } else if (can_open || can_close) {
        add_quote(s, at, typed, can_open, can_close, measure);
    } else {
        s->before = BEFORE_CLOSER; /* a quote alone: as typed */
    }
}

static const char *mark(const struct quote *quote, bool opens)
{
    if (quote->typed == '"')
        return opens ? quote->style.open : quote->style.close;
    return opens ? quote->style.open_single : quote->style.close_single;
}

/* The place on the stack of the quote that this one closes; depth: none. */
static size_t find_opener(const struct typography *s, const size_t *stack, size_t depth,
                          const struct quote *quote)
{
    size_t lowest = depth > PAIR_WINDOW ? depth - PAIR_WINDOW : 0;
    for (size_t i = depth; i-- > lowest;)
        if (s->quotes[stack[i]].typed == quote->typed)
            return i;
    return depth;
}

static void pair_quotes(struct typography *s)
{
    size_t *stack = mem_calloc(s->quote_count + 1, sizeof *stack), depth = 0;
    for (size_t i = 0; i < s->quote_count; i++) {
        struct quote *quote = &s->quotes[i];
        size_t opener = quote->can_close ? find_opener(s, stack, depth, quote) : depth;
        if (opener < depth) {
            const struct quote *open = &s->quotes[stack[opener]];
            s->edits[open->edit].with = mark(open, true);
            s->edits[quote->edit].with = mark(open, false);
            depth = opener;
        } else if (quote->can_open) {
            /* should nothing close it: a quote that goes on in the next paragraph, or an
             * apostrophe ('68) */
            s->edits[quote->edit].with = quote->typed == '"' ? mark(quote, true) : APOSTROPHE;
            stack[depth++] = i;
        } else if (!quote->measure) {
            s->edits[quote->edit].with = quote->typed == '"' ? mark(quote, false) : APOSTROPHE;
        }
    }
    mem_free(stack);
}

/* ---- one pass */

/* The length of a tag that prints as it stands (`<div class="x">`), or 1. */
static size_t skip_tag(struct slice text, size_t at)
{
    if (at + 1 >= text.len || (!ascii_is_alpha(text.ptr[at + 1]) && text.ptr[at + 1] != '/'))
        return 1;
    size_t limit = text.len - at < TAG_LIMIT ? text.len - at : TAG_LIMIT;
    size_t len = slice_find(slice_sub(text, at, limit), '>');
    return len < limit ? len + 1 : 1;
}

/* The length of an address from its "://" on, or 1. Not every address is a link: releases of md4c
 * differ in where they see one. */
static size_t skip_address(struct slice text, size_t at)
{
    if (!slice_starts(slice_sub(text, at, 3), "://"))
        return 1;
    size_t end = at;
    while (end < text.len && !ascii_is_space(text.ptr[end]) && !strchr("\"<>", text.ptr[end]))
        end++;
    return end - at;
}

/* Characters that may change are taken; the others only count as what stands before. */
static void scan_text(struct typography *s, struct node *node)
{
    struct slice text = node->text;
    s->node = node;
    for (size_t at = 0; at < text.len;) {
        char c = text.ptr[at];
        size_t len = 1;
        switch (c) {
        case '-': len = take_dashes(s, at); break;
        case '.': len = take_dots(s, at); break;
        case '[': len = take_box(s, at); break;
        case '_': len = take_row(s, at); break;
        case '"':
        case '\'': take_quote(s, at, c); break;
        case '<':
        case ':':
            len = c == '<' ? skip_tag(text, at) : skip_address(text, at);
            s->before = len > 1 ? BEFORE_WORD : (unsigned char)c;
            break;
        case ' ':
            take_space(s, at);
            s->before = ' ';
            break;
        default:
            if (ascii_is_alpha(c))
                at = ascii_letters_end(text, at, true) - 1;
            s->before = utf8_next(text, &at);
            s->feet = s->feet && is_digit(s->before);
            continue;
        }
        s->feet = s->feet && c == '\'';
        at += len;
    }
}

static void set_language(struct typography *s, const struct node *node)
{
    const char *lang = node_lang(node);
    lang = lang ? lang : s->lang;
    s->style = words_quotes(lang);
    s->english = !lang || text_lang_same_primary(lang, "en");
}

static void scan_block(struct typography *s)
{
    const struct node *parent = NULL;
    for (struct node *at = s->block; at;) {
        bool skip = at != s->block && is_skipped(at);
        if (at->kind == NODE_TEXT && !at->generated) {
            if (at->parent != parent)
                set_language(s, at);
            parent = at->parent;
            scan_text(s, at);
        } else if (at->kind == NODE_LINE_BREAK) {
            s->before = BEFORE_NOTHING;
        } else if (skip) {
            s->before = at->kind == NODE_NOTE_REF ? BEFORE_CLOSER : BEFORE_WORD;
        }
        at = skip ? doc_skip(at, s->block) : doc_next(at, s->block);
    }
}

/* ---- the new texts */

/* The new text of a node in the making. */
struct new_text {
    const struct node *node; /* still with its old text */
    struct buf text;
    struct text_map *map;
    size_t map_count, map_cap;
    uint32_t next; /* source byte that the next byte stands for without a map entry */
};

static void put_new(struct new_text *out, struct slice bytes, uint32_t source)
{
    if (source != out->next && out->node->span.source)
        *MEM_PUSH(out->map, out->map_count, out->map_cap) =
            (struct text_map){(uint32_t)out->text.len, source};
    buf_put_slice(&out->text, bytes);
    out->next = source + (uint32_t)bytes.len;
}

static void put_old(struct new_text *out, uint32_t start, uint32_t end)
{
    const struct node *node = out->node;
    while (start < end) {
        uint32_t next = node_map_after(node->map, node->map_count, start), stop = end;
        if (next < node->map_count && node->map[next].text < end)
            stop = node->map[next].text;
        put_new(out, slice_sub(node->text, start, stop - start),
                node_text_span(node, start, 0).offset);
        start = stop;
    }
}

/* Applies the edits of one node; returns how many there were. A node that becomes empty goes,
 * unless it is the first below its parent. */
static size_t edit_node(struct doc *doc, const struct text_edit *edits, size_t count,
                        struct new_text *out)
{
    struct node *node = edits[0].node;
    size_t used = 0;
    uint32_t done = 0;
    out->node = node;
    out->next = node->span.offset;
    out->map_count = 0;
    buf_clear(&out->text);
    for (; used < count && edits[used].node == node; used++) {
        const struct text_edit *edit = &edits[used];
        if (!edit->with)
            continue;
        put_old(out, done, edit->at);
        put_new(out, slice_from(edit->with), node_text_span(node, edit->at, 0).offset);
        done = edit->at + edit->len;
    }
    if (done == 0)
        return used;
    put_old(out, done, (uint32_t)node->text.len);
    if (out->text.len == 0 && node->previous)
        doc_remove(node);
    node->text = arena_copy(&doc->arena, buf_slice(&out->text));
    doc_set_map(doc, node, out->map, out->map_count);
    return used;
}

/* Writes each text that changes anew, in the arena, with its map. The edits of one node stand side
 * by side, in the order of its text. */
static void edit_texts(struct doc *doc, const struct text_edit *edits, size_t count)
{
    struct new_text out = {0};
    for (size_t i = 0; i < count;)
        i += edit_node(doc, edits + i, count - i, &out);
    buf_free(&out.text);
    mem_free(out.map);
}

void read_smart(struct doc *doc, struct node *block)
{
    struct typography s = {.block = block, .lang = doc->meta.lang.value, .before = BEFORE_NOTHING};
    scan_block(&s);
    if (s.quote_count > 0)
        pair_quotes(&s);
    edit_texts(doc, s.edits, s.edit_count);
    mem_free(s.edits);
    mem_free(s.quotes);
}
