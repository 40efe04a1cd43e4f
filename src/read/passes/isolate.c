#include "read/passes/isolate.h"

#include "base/buf.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "doc/direction.h"
#include "read/passes/links.h"
#include "text/quantity.h"
#include "text/text.h"

/* ---- words in a marked language, addresses */

static void turn_inlines(struct doc *doc)
{
    for (struct node *at = doc->root; at; at = doc_next(at, doc->root)) {
        if (!node_is_inline(at->kind) || at->dir != NODE_DIR_INHERIT || at->kind == NODE_ISOLATE)
            continue;
        enum node_direction own = at->dir;
        if (at->lang)
            own = text_lang_is_rtl(at->lang) ? NODE_DIR_RTL : NODE_DIR_LTR;
        else if (read_is_bare_link(at))
            own = NODE_DIR_LTR;
        if (own != NODE_DIR_INHERIT && own != node_direction_around(at))
            at->dir = own;
    }
}

/* ---- runs: text that is read as one */

/* A text of a run and where it begins in the text of the whole. */
struct piece {
    struct node *text;
    size_t start;
};

/* The texts of a block's line, up to what is isolated or no text. */
struct run {
    struct piece *pieces;
    size_t count, cap;
    struct slice text; /* of all; in whole where there are several */
    struct buf whole;
    const struct node *isolate; /* what isolates them in their line, or NULL */
};

/* A quantity and its parts: texts that hold nothing else. */
struct found {
    struct quantity place;
    size_t first, count;
};

struct walk {
    struct doc *doc;
    struct run run;
    int strong; /* of the last strong character in this block's line: 1, -1; 0: none */
    enum quantity_comparison comparison; /* the last one in this block, table or list */
    const struct node *group; /* the outermost table or list that it stands in, or NULL */
    struct found *found;
    size_t found_count, found_cap;
    struct node **parts;
    size_t part_count, part_cap;
};

/* What an inline node around the text isolates does not reach the text behind it. */
static const struct node *isolate_around(const struct node *node)
{
    for (; node_is_inline(node->kind); node = node->parent)
        if (node->dir != NODE_DIR_INHERIT || node->kind == NODE_ISOLATE)
            return node;
    return NULL;
}

static bool is_in_code_block(const struct node *node)
{
    while (node && node->kind != NODE_CODE_BLOCK)
        node = node->parent;
    return node;
}

/* Of the node or the inline node around it that is shown in one medium only. */
static enum node_media media_of(const struct node *node)
{
    while (node->media == NODE_MEDIA_ALL && node_is_inline(node->parent->kind))
        node = node->parent;
    return node->media;
}

static void begin_run(struct walk *walk, const struct node *isolate)
{
    struct run *run = &walk->run;
    run->count = 0;
    buf_clear(&run->whole);
    run->isolate = isolate;
}

static void add_piece(struct run *run, struct node *text)
{
    if (run->count == 1)
        buf_put_slice(&run->whole, run->text);
    struct piece piece = {text, run->count > 0 ? run->whole.len : 0};
    if (run->count > 0)
        buf_put_slice(&run->whole, text->text);
    *MEM_PUSH(run->pieces, run->count, run->cap) = piece;
    run->text = run->count > 1 ? buf_slice(&run->whole) : text->text;
}

/* ---- quantities */

static int last_strong(struct slice text, int strong)
{
    for (size_t pos = 0; pos < text.len;) {
        int own = text_strong_direction(utf8_next(text, &pos));
        strong = own ? own : strong;
    }
    return strong;
}

/* Lists the quantities of the run that must be isolated. */
static void find_quantities(struct walk *walk)
{
    const struct run *run = &walk->run;
    bool rtl = node_direction_around(run->pieces[0].text) == NODE_DIR_RTL;
    int strong = run->isolate ? 0 : walk->strong;
    struct quantity place = {.comparison = walk->comparison};
    size_t seen = 0;
    walk->found_count = 0;
    for (; quantity_find(run->text, seen, &place); seen = place.end) {
        strong = last_strong(slice_sub(run->text, seen, place.start - seen), strong);
        if (rtl || strong < 0)
            *MEM_PUSH(walk->found, walk->found_count, walk->found_cap) =
                (struct found){place, 0, 0};
        else
            strong =
                last_strong(slice_sub(run->text, place.start, place.end - place.start), strong);
    }
    strong = last_strong(slice_from_position(run->text, seen), strong);
    walk->comparison = place.comparison;
    if (!run->isolate)
        walk->strong = strong;
}

/* Puts bytes start to end of a piece before it. */
static struct node *put_part(struct walk *walk, const struct piece *piece, size_t start, size_t end)
{
    struct node *part = doc_cut_text(walk->doc, piece->text, start, end);
    doc_insert_before(piece->text, part);
    return part;
}

/* Cuts a piece where quantities begin and end, from found[*next] on, and lists their parts. */
static void cut_piece(struct walk *walk, const struct piece *piece, size_t *next)
{
    size_t len = piece->text->text.len, end = piece->start + len, done = 0;
    for (; *next < walk->found_count && walk->found[*next].place.start < end; ++*next) {
        struct found *found = &walk->found[*next];
        size_t from = found->place.start > piece->start ? found->place.start - piece->start : 0;
        size_t to = found->place.end < end ? found->place.end - piece->start : len;
        if (from > done)
            put_part(walk, piece, done, from);
        if (found->count++ == 0)
            found->first = walk->part_count;
        *MEM_PUSH(walk->parts, walk->part_count, walk->part_cap) = put_part(walk, piece, from, to);
        done = to;
        if (found->place.end > end)
            break;
    }
    if (done == 0)
        return;
    if (done < len)
        put_part(walk, piece, done, len);
    doc_remove(piece->text);
}

/* ---- spans */

static struct node *add_span(struct doc *doc, struct node *before)
{
    struct node *span = doc_add(doc, NULL, NODE_SPAN, SPAN_NONE);
    span->dir = NODE_DIR_LTR;
    span->generated = true;
    span->media = before->media;
    doc_insert_before(before, span);
    return span;
}

static void wrap(struct doc *doc, struct node *node)
{
    struct node *span = add_span(doc, node);
    doc_remove(node);
    doc_append(span, node);
}

static bool is_arabic_digit(uint32_t c)
{
    return c >= 0x660 && c <= 0x669;
}

/* The end of the digits of U+0660 to U+0669 at pos, or of what is none. */
static size_t group_end(struct slice text, size_t pos)
{
    bool digits = is_arabic_digit(utf8_next(text, &pos));
    for (size_t next = pos; pos < text.len; pos = next)
        if (is_arabic_digit(utf8_next(text, &next)) != digits)
            break;
    return pos;
}

/* What is between digits of class AN runs from right to left even in a left-to-right span (UAX #9,
 * N1), but not between isolates: each group of them in the part is made one. */
static void isolate_groups(struct doc *doc, struct node *part)
{
    struct slice text = part->text;
    if (group_end(text, 0) == text.len)
        return;
    for (size_t pos = 0, end; pos < text.len; pos = end) {
        size_t first = pos;
        bool digits = is_arabic_digit(utf8_next(text, &first));
        end = group_end(text, pos);
        struct node *group = doc_cut_text(doc, part, pos, end);
        doc_insert_before(part, group);
        if (digits)
            wrap(doc, group);
    }
    doc_remove(part);
}

static bool is_below(const struct node *node, const struct node *root)
{
    while (node && node != root)
        node = node->parent;
    return node;
}

/* Nodes of which two in a row show what one shows. */
static bool may_split(const struct node *node)
{
    return node->kind == NODE_EMPHASIS || node->kind == NODE_STRONG || node->kind == NODE_STRIKE ||
           node->kind == NODE_SPAN || node->kind == NODE_CODE;
}

/* True if what holds `at` up to a node that holds `other` too has only `at` at that edge, or can be
 * split there. */
static bool may_be_whole(const struct node *at, const struct node *other, bool last)
{
    for (; !is_below(other, at->parent); at = at->parent)
        if ((last ? at->next : at->previous) && !may_split(at->parent))
            return false;
    return true;
}

/* Moves what stands behind a node, or before it, to a node like its parent. */
static void split_parent(struct doc *doc, struct node *at, bool behind)
{
    struct node *parent = at->parent, *other = doc_add(doc, NULL, parent->kind, parent->span);
    other->lang = parent->lang;
    other->dir = parent->dir;
    other->media = parent->media;
    other->generated = parent->generated;
    if (behind)
        doc_insert_after(parent, other);
    else
        doc_insert_before(parent, other);
    for (struct node *node = behind ? at->next : parent->first, *next; node && node != at;
         node = next) {
        next = node->next;
        doc_remove(node);
        doc_append(other, node);
    }
}

/* The node with `at` at its edge, and nothing else there, whose parent holds `other` too. */
static struct node *whole_node(struct doc *doc, struct node *at, const struct node *other,
                               bool last)
{
    for (; !is_below(other, at->parent); at = at->parent)
        if (last ? at->next : at->previous)
            split_parent(doc, at, last);
    return at;
}

/* Puts a quantity into a left-to-right span: whole if the nodes that hold it hold nothing else or
 * can be split, else (a link) a span for each part. */
static void isolate_found(struct walk *walk, const struct found *found)
{
    struct node **parts = &walk->parts[found->first], *end = parts[found->count - 1];
    bool whole = may_be_whole(parts[0], end, false) && may_be_whole(end, parts[0], true);
    if (whole) {
        struct node *first = whole_node(walk->doc, parts[0], end, false);
        struct node *last = whole_node(walk->doc, end, parts[0], true);
        struct node *span = add_span(walk->doc, first);
        for (struct node *node = first, *next; node; node = next) {
            next = node == last ? NULL : node->next;
            doc_remove(node);
            doc_append(span, node);
        }
    }
    for (size_t i = 0; i < found->count; i++) {
        if (!whole)
            wrap(walk->doc, parts[i]);
        isolate_groups(walk->doc, parts[i]);
    }
}

static void end_run(struct walk *walk)
{
    size_t next = 0;
    if (walk->run.count == 0)
        return;
    find_quantities(walk);
    walk->part_count = 0;
    for (size_t i = 0; i < walk->run.count && next < walk->found_count; i++)
        cut_piece(walk, &walk->run.pieces[i], &next);
    for (size_t i = 0; i < walk->found_count; i++)
        isolate_found(walk, &walk->found[i]);
    begin_run(walk, NULL);
}

/* The outermost table or list around a node, or itself: its limits are compared by eye. */
static const struct node *find_group(const struct node *node)
{
    const struct node *group = NULL;
    for (; node; node = node->parent)
        if (node->kind == NODE_TABLE || node->kind == NODE_LIST)
            group = node;
    return group;
}

static void begin_block(struct walk *walk, const struct node *block)
{
    const struct node *group = find_group(block);
    walk->strong = 0;
    if (!group || group != walk->group)
        walk->comparison = QUANTITY_NO_COMPARISON;
    walk->group = group;
}

/* Reads the tree as it was: what a run makes of its nodes is made when its line goes on with
 * something else, which stands behind all of them. */
static void read_node(struct walk *walk, struct node *at)
{
    bool text = at->kind == NODE_TEXT && at->parent && !is_in_code_block(at);
    const struct node *isolate = text ? isolate_around(at) : NULL;
    const struct run *run = &walk->run;
    bool ends = text ? run->count > 0 && (isolate != run->isolate ||
                                          media_of(at) != media_of(run->pieces[0].text))
                     : !node_is_inline(at->kind) || !at->first;
    if (ends)
        end_run(walk);
    if (!node_is_inline(at->kind))
        begin_block(walk, at);
    if (!text || at->text.len == 0)
        return;
    if (walk->run.count == 0)
        begin_run(walk, isolate);
    add_piece(&walk->run, at);
}

void read_isolates(struct doc *doc)
{
    struct walk walk = {.doc = doc};
    turn_inlines(doc);
    for (struct node *at = doc->root, *next; at; at = next) {
        next = doc_next(at, doc->root);
        read_node(&walk, at);
    }
    end_run(&walk);
    mem_free(walk.run.pieces);
    buf_free(&walk.run.whole);
    mem_free(walk.found);
    mem_free(walk.parts);
}
