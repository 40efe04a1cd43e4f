#include "read/passes/direction.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "text/text.h"

#define LTR_LEAST_WORDS 3u /* fewer, such as a name or a dose, stay where they are */

/* ---- blocks that run the other way */

/* Letters by direction below a node, and left-to-right words. */
struct letters {
    uint32_t ltr, rtl, ltr_words;
};

static bool has_rtl(const struct doc *doc)
{
    for (uint32_t id = 1; id <= doc->node_count; id++) {
        const struct node *node = doc->nodes[id];
        if (node_is_prose(node) && text_find_rtl(node->text, 0) < node->text.len)
            return true;
    }
    return false;
}

static struct letters count_letters(struct slice text)
{
    struct letters letters = {0};
    bool in_word = false;
    for (size_t pos = 0; pos < text.len;) {
        uint32_t c = utf8_next(text, &pos);
        int direction = text_strong_direction(c);
        letters.ltr += direction > 0;
        letters.rtl += direction < 0;
        letters.ltr_words += direction > 0 && !in_word;
        in_word = direction > 0 || (in_word && c != ' ' && c != 0xa0);
    }
    return letters;
}

/* Of every node, by id; the caller frees. */
static struct letters *count_all(const struct doc *doc)
{
    struct letters *all = mem_calloc((size_t)doc->node_count + 1, sizeof *all);
    for (uint32_t id = 1; id <= doc->node_count; id++) {
        if (!node_is_prose(doc->nodes[id]))
            continue;
        struct letters own = count_letters(doc->nodes[id]->text);
        for (const struct node *node = doc->nodes[id]; node; node = node->parent) {
            all[node->id].ltr += own.ltr;
            all[node->id].rtl += own.rtl;
            all[node->id].ltr_words += own.ltr_words;
        }
    }
    return all;
}

/* Blocks that are set in one direction as a whole. */
static bool may_turn(const struct node *node)
{
    if (node->generated || node->dir != NODE_DIR_INHERIT)
        return false;
    switch (node->kind) {
    case NODE_LEAD:
    case NODE_SUBTITLE:
    case NODE_HEADING:
    case NODE_PARAGRAPH:
    case NODE_LIST:
    case NODE_ITEM:
    case NODE_QUOTE:
    case NODE_TABLE:
    case NODE_CAPTION:
    case NODE_CELL:
    case NODE_CALLOUT:
    case NODE_NOTE: return true;
    case NODE_DOCUMENT:
    case NODE_MASTHEAD:
    case NODE_DRAFT_MARK:
    case NODE_CODE_BLOCK:
    case NODE_BREAK:
    case NODE_PAGE_BREAK:
    case NODE_TABLE_HEAD:
    case NODE_TABLE_BODY:
    case NODE_ROW:
    case NODE_CALLOUT_LABEL:
    case NODE_FIGURE:
    case NODE_FIGURES:
    case NODE_CONTACT:
    case NODE_ABOUT:
    case NODE_DESCRIPTION_LIST:
    case NODE_DESCRIPTION_ENTRY:
    case NODE_TERM:
    case NODE_DESCRIPTION:
    case NODE_WEB_ADDRESSES:
    NODE_CASE_INLINES:
    case NODE_KIND_COUNT: return false;
    }
    return false;
}

static enum node_direction direction_around(const struct node *node)
{
    while (node->parent && node->parent->dir == NODE_DIR_INHERIT)
        node = node->parent;
    return node->parent ? node->parent->dir : NODE_DIR_LTR;
}

static void turn_blocks(struct doc *doc, const struct letters *letters)
{
    for (struct node *at = doc->root; at; at = doc_next(at, doc->root)) {
        const struct letters *own = &letters[at->id];
        enum node_direction around = direction_around(at);
        if (!may_turn(at))
            continue;
        if (around == NODE_DIR_LTR && own->rtl > own->ltr)
            at->dir = NODE_DIR_RTL;
        else if (around == NODE_DIR_RTL && own->ltr > own->rtl && own->ltr_words >= LTR_LEAST_WORDS)
            at->dir = NODE_DIR_LTR;
    }
}

/* A block most of whose letters run the other way than the text around it takes their direction (a
 * Hebrew paragraph, list or table in an English leaflet; three words of English or more in an
 * Arabic one), as HTML's dir="auto" does by the first letter. Generated blocks keep theirs. */
static void turn_all(struct doc *doc)
{
    if (doc->root->dir != NODE_DIR_RTL && !has_rtl(doc))
        return;
    struct letters *letters = count_all(doc);
    turn_blocks(doc, letters);
    mem_free(letters);
}

/* ---- numbers and doses in right-to-left text */

/* Code points below this that are letters are Latin. */
#define LATIN_END 0x250u

struct run {
    size_t start, end;
};

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_latin(uint32_t c)
{
    return c == 0xb5 || (c < LATIN_END && !is_digit(c) && text_is_alnum(c));
}

static bool is_word(uint32_t c)
{
    return is_digit(c) || is_latin(c) || c == '%' || c == 0xb0;
}

/* Signs and spaces that join the parts of a number, a range or a dose when a part follows. */
static bool is_joint(uint32_t c)
{
    return c == ' ' || c == 0xa0 || c == 0x202f || c == 0x2013 || c == 0x2212 || c == 0xd7 ||
           (c < 0x80 && strchr(".,:/-+=<>", (int)c));
}

/* The run of digits and Latin words from pos on; mixed tells that it has digits and more. */
static struct run measure_run(struct slice text, size_t pos, bool *mixed)
{
    struct run run = {pos, pos};
    bool digit = false, other = false;
    int joints = 0;
    while (pos < text.len) {
        size_t before = pos;
        uint32_t c = utf8_next(text, &pos);
        if (is_word(c)) {
            digit = digit || is_digit(c);
            other = other || !is_digit(c) || (run.end > run.start && run.end < before);
            run.end = pos;
            joints = 0;
        } else if (!is_joint(c) || ++joints > 3) {
            break; /* a dash between spaces at the most */
        }
    }
    *mixed = digit && other;
    return run;
}

static bool find_run(struct slice text, size_t from, struct run *run)
{
    while (from < text.len) {
        size_t pos = from;
        bool mixed;
        if (!is_word(utf8_next(text, &pos))) {
            from = pos;
            continue;
        }
        *run = measure_run(text, from, &mixed);
        if (mixed)
            return true;
        from = run->end;
    }
    return false;
}

/* The direction in force, and whether the node stands in code, which keeps its own. */
static bool is_right_to_left(const struct node *node)
{
    for (; node; node = node->parent) {
        if (node->kind == NODE_CODE_BLOCK)
            return false;
        if (node->dir == NODE_DIR_LTR || node->dir == NODE_DIR_RTL)
            return node->dir == NODE_DIR_RTL;
    }
    return false;
}

/* A left-to-right SPAN of the run. */
static struct node *isolate(struct doc *doc, const struct node *text, struct run run)
{
    struct node *span = doc_add(doc, NULL, NODE_SPAN, SPAN_NONE);
    span->dir = NODE_DIR_LTR;
    span->generated = true;
    span->media = text->media;
    doc_append(span, doc_cut_text(doc, text, run.start, run.end));
    return span;
}

/* Puts the text's runs, each in its span, and what stands between them into its place. */
static void isolate_runs(struct doc *doc, struct node *text)
{
    size_t done = 0;
    struct run run;
    while (find_run(text->text, done, &run)) {
        if (run.start > done)
            doc_insert_before(text, doc_cut_text(doc, text, done, run.start));
        doc_insert_before(text, isolate(doc, text, run));
        done = run.end;
    }
    if (done == 0)
        return;
    if (done < text->text.len)
        doc_insert_before(text, doc_cut_text(doc, text, done, text->text.len));
    doc_remove(text);
}

/* In right-to-left text the bidirectional algorithm (UAX #9) turns the groups of "01632 960 001"
 * and the parts of "500 mg" or "5-10 ml" around: a wrong number to dial, a dose that reads
 * backwards. Puts each such run of digits and Latin words into a left-to-right SPAN, for all
 * outputs. */
static void isolate_all(struct doc *doc)
{
    uint32_t count = doc->node_count; /* what is made below needs no look */
    for (uint32_t id = 1; id <= count; id++) {
        struct node *node = doc->nodes[id];
        if (node->kind == NODE_TEXT && node->parent && is_right_to_left(node))
            isolate_runs(doc, node);
    }
}

void read_direction(struct doc *doc)
{
    turn_all(doc);
    isolate_all(doc);
}
