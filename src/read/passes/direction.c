#include "read/passes/direction.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "doc/direction.h"
#include "read/passes/isolate.h"
#include "text/quantity.h"
#include "text/text.h"

#define LTR_LEAST_WORDS 3u /* fewer, such as a name or a dose, stay where they are */

/* A great majority: so many letters of the other direction for each of the block's own; fewer where
 * the block begins in the other direction than where it does not. So many words, too, of
 * left-to-right text. */
#define MANY      4u
#define MANY_MORE 9u

/* ---- blocks that run the other way */

/* Letters by direction. */
struct letters {
    uint32_t ltr, rtl;
};

/* Of a node and all below. Units of numbers and words with digits in them count nowhere. */
struct letter_counts {
    struct letters own, marked; /* marked: in a span that says its language or direction, in code */
    uint32_t ltr_words, rtl_words; /* the latter unmarked */
    int first;                     /* direction of the first letter of its own: 1, -1; 0: none */
};

static bool has_rtl(const struct doc *doc)
{
    for (uint32_t id = 1; id <= doc->node_count; id++) {
        const struct node *node = doc->nodes[id];
        if (node->dir == NODE_DIR_RTL)
            return true;
        if (node_is_prose(node) && text_find_rtl(node->text, 0) < node->text.len)
            return true;
    }
    return false;
}

static bool is_marked(const struct node *node)
{
    for (; node_is_inline(node->kind); node = node->parent)
        if (node->lang || node->dir != NODE_DIR_INHERIT || node->kind == NODE_ISOLATE ||
            node->kind == NODE_CODE || node->kind == NODE_KEYBOARD)
            return true;
    return false;
}

static struct letter_counts count_letters(struct slice text, bool marked)
{
    struct letter_counts counts = {0};
    struct letters *letters = marked ? &counts.marked : &counts.own;
    uint32_t word = 0; /* left-to-right letters of the present one */
    bool in_word = false, in_rtl = false;
    for (size_t pos = 0; pos < text.len;) {
        uint32_t c = utf8_next(text, &pos);
        int direction = text_strong_direction(c);
        if (c == ' ' || c == 0xa0)
            word = 0;
        counts.rtl_words += direction < 0 && !in_rtl && !marked;
        in_rtl = direction < 0 || (in_rtl && c != ' ' && c != 0xa0);
        word += direction > 0;
        letters->ltr += direction > 0;
        letters->rtl += direction < 0;
        counts.ltr_words += direction > 0 && !in_word;
        if (counts.first == 0 && !marked)
            counts.first = direction;
        in_word = direction > 0 || (in_word && c != ' ' && c != 0xa0);
        if (!text_is_digit(c))
            continue;
        letters->ltr -= word;
        counts.ltr_words -= word > 0;
        word = 0;
        pos += quantity_unit_length(text, pos);
    }
    return counts;
}

static void add_counts(struct letter_counts *all, const struct letter_counts *part)
{
    all->own.ltr += part->own.ltr;
    all->own.rtl += part->own.rtl;
    all->marked.ltr += part->marked.ltr;
    all->marked.rtl += part->marked.rtl;
    all->ltr_words += part->ltr_words;
    all->rtl_words += part->rtl_words;
    if (all->first == 0)
        all->first = part->first;
}

/* Of every node, by id; the caller frees. Generated text counts in generated nodes alone. */
static struct letter_counts *count_all(struct doc *doc)
{
    struct letter_counts *all = mem_calloc((size_t)doc->node_count + 1, sizeof *all);
    for (struct node *at = doc->root; at; at = doc_next(at, doc->root)) {
        if (!node_is_prose(at) && !(at->kind == NODE_TEXT && at->generated))
            continue;
        struct letter_counts own = count_letters(at->text, is_marked(at));
        for (const struct node *node = at; node && node->generated >= at->generated;
             node = node->parent)
            add_counts(&all[node->id], &own);
    }
    return all;
}

/* Blocks that are set in one direction as a whole. */
static bool may_turn(const struct node *node)
{
    if (node->dir != NODE_DIR_INHERIT)
        return false;
    if (node->generated)
        return node->kind == NODE_PARAGRAPH;
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
    case NODE_DESCRIPTION_LIST:
    case NODE_TERM:
    case NODE_DESCRIPTION:
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
    case NODE_DESCRIPTION_ENTRY:
    case NODE_WEB_ADDRESSES:
    NODE_CASE_INLINES:
    case NODE_KIND_COUNT: return false;
    }
    return false;
}

static bool has_own_letters(const struct letter_counts *counts)
{
    return counts->own.ltr + counts->own.rtl > 0;
}

/* True if the letters that speak for the direction are a great majority. Where all is marked, all
 * of it speaks. */
static bool is_of(const struct letter_counts *counts, enum node_direction dir)
{
    bool rtl = dir == NODE_DIR_RTL;
    struct letters letters = has_own_letters(counts) ? counts->own : counts->marked;
    uint64_t with = rtl ? letters.rtl : letters.ltr, against = rtl ? letters.ltr : letters.rtl;
    bool begins = counts->first == (rtl ? -1 : 1);
    return with > 0 && with >= against * (begins ? MANY : MANY_MORE);
}

/* Three names with "and" between them are no English sentence. */
static bool is_ltr_prose(const struct letter_counts *counts)
{
    return counts->ltr_words >= LTR_LEAST_WORDS &&
           counts->ltr_words >= (uint64_t)counts->rtl_words * MANY && is_of(counts, NODE_DIR_LTR);
}

/* The direction of a block that does not run as the text around it; else NODE_DIR_INHERIT. */
static enum node_direction own_direction(const struct node *block,
                                         const struct letter_counts *counts)
{
    enum node_direction around = node_direction_around(block);
    if (block->lang)
        return text_lang_is_rtl(block->lang) ? NODE_DIR_RTL : NODE_DIR_LTR;
    if (around == NODE_DIR_LTR && is_of(counts, NODE_DIR_RTL))
        return NODE_DIR_RTL;
    if (around == NODE_DIR_RTL && is_ltr_prose(counts))
        return NODE_DIR_LTR;
    return NODE_DIR_INHERIT;
}

/* All that a paragraph holds, in a span: its lines stay at the edge of their block. */
static void turn_content(struct doc *doc, struct node *paragraph, enum node_direction dir)
{
    if (!paragraph->first)
        return;
    struct node *span = doc_add(doc, NULL, NODE_SPAN, SPAN_NONE);
    span->dir = dir;
    span->generated = true;
    for (struct node *node = paragraph->first, *next; node; node = next) {
        next = node->next;
        doc_remove(node);
        doc_append(span, node);
    }
    doc_append(paragraph, span);
}

/* A block has its language's direction, else that of the text around it unless a great majority of
 * its letters says otherwise (a Hebrew paragraph, list or table in an English leaflet; three words
 * of English or more in an Arabic one). Of generated blocks only the content of paragraphs runs so:
 * an address or opening hours of English settings that do not say their language, beside the labels
 * of the leaflet's. */
static void turn_all(struct doc *doc)
{
    struct letter_counts *counts = count_all(doc);
    for (struct node *at = doc->root; at; at = doc_next(at, doc->root)) {
        enum node_direction own = NODE_DIR_INHERIT;
        if (may_turn(at) && (!at->generated || has_own_letters(&counts[at->id])))
            own = own_direction(at, &counts[at->id]);
        if (own != NODE_DIR_INHERIT && at->generated)
            turn_content(doc, at, own);
        else if (own != NODE_DIR_INHERIT)
            at->dir = own;
    }
    mem_free(counts);
}

void read_direction(struct doc *doc)
{
    if (doc->root->dir != NODE_DIR_RTL && !has_rtl(doc))
        return;
    turn_all(doc);
    read_isolates(doc);
}
