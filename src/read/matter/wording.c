#include "read/matter/wording.h"

#include "read/passes/unmarked.h"
#include "read/passes/smart.h"
#include "text/text.h"

/* Which way the text below a node runs; what stands apart is as the leaflet. */
static enum node_direction direction_at(const struct doc *doc, const struct node *node)
{
    while (node && node->dir == NODE_DIR_INHERIT)
        node = node->parent;
    return node ? node->dir : doc->root->dir;
}

/* Below parent, or below a span that says the language where it is not the one there. */
struct node *matter_in_language(struct doc *doc, struct node *parent, const char *lang)
{
    const char *around = node_lang(parent);
    if (!lang || text_lang_same_primary(lang, around ? around : doc->meta.lang.value))
        return parent;
    struct node *span = doc_add(doc, parent, NODE_SPAN, SPAN_NONE);
    span->lang = lang;
    span->generated = true;
    enum node_direction dir = text_lang_is_rtl(lang) ? NODE_DIR_RTL : NODE_DIR_LTR;
    if (dir != direction_at(doc, parent))
        span->dir = dir;
    return span;
}

struct node *matter_place(struct doc *doc, struct node *parent, const struct meta_text *value)
{
    bool settings = value->span.source && value->span.source != doc->source;
    const char *lang = settings ? doc->meta.settings_lang : NULL;
    return lang ? matter_in_language(doc, parent, lang) : parent;
}

static void put_part(struct doc *doc, struct node *parent, struct slice text)
{
    doc_add_text(doc, parent, text, SPAN_NONE)->generated = true;
}

void matter_text(struct doc *doc, struct node *parent, const char *text)
{
    put_part(doc, parent, slice_from(text));
}

/* Own wording is in the leaflet's language; the table's may not be. Blanks at its ends part it from
 * what stands around it and belong to that, also in their direction. */
void matter_wording(struct doc *doc, struct node *parent, enum word word, const char *text)
{
    const struct meta *meta = &doc->meta;
    const char *lang =
        words_wording_lang(meta->wording[word], word, meta->words_lang, meta->lang.value);
    struct slice all = slice_from(text), words = slice_trim(all);
    struct node *place = matter_in_language(doc, parent, lang);
    if (place == parent || words.len == 0) {
        matter_text(doc, parent, text);
        return;
    }
    size_t before = (size_t)(words.ptr - all.ptr);
    if (before > 0) {
        doc_remove(place);
        put_part(doc, parent, slice_sub(all, 0, before));
        doc_append(parent, place);
    }
    put_part(doc, place, words);
    if (before + words.len < all.len)
        put_part(doc, parent, slice_from_position(all, before + words.len));
}

void matter_word(struct doc *doc, struct node *parent, enum word word, const char *first,
                 const char *second)
{
    matter_wording(doc, parent, word,
                   words_fill(&doc->arena, doc->meta.wording[word], first, second));
}

void matter_date(struct doc *doc, struct node *parent, struct meta_date date)
{
    matter_text(doc, matter_in_language(doc, parent, doc->meta.words_lang),
                words_date(&doc->arena, doc->meta.words_lang, date.year, date.month, date.day));
}

void matter_value(struct doc *doc, struct node *parent, const struct meta_text *value, bool linked)
{
    struct node *text = unmarked_from_meta(doc, value);
    struct node *place = matter_place(doc, parent, value);
    if (linked)
        unmarked_put_linked(doc, place, text);
    else
        unmarked_put(doc, place, text, 0, text->text.len);
}

struct node *matter_paragraph(struct doc *doc, struct node *parent)
{
    return doc_add(doc, parent, NODE_PARAGRAPH, SPAN_NONE);
}

struct node *matter_entry(struct doc *doc, struct node *rows, enum word term)
{
    struct node *row = doc_add(doc, rows, NODE_DESCRIPTION_ENTRY, SPAN_NONE);
    matter_word(doc, doc_add(doc, row, NODE_TERM, SPAN_NONE), term, NULL, NULL);
    return doc_add(doc, row, NODE_DESCRIPTION, SPAN_NONE);
}

void matter_heading(struct doc *doc, struct node *parent, enum word word)
{
    struct node *heading = doc_add(doc, parent, NODE_HEADING, SPAN_NONE);
    heading->u.heading.level = 2;
    matter_word(doc, heading, word, NULL, NULL);
}

struct node *matter_block(struct doc *doc, enum node_kind kind, const struct meta_text *value)
{
    struct node *block = doc_add(doc, NULL, kind, value->span);
    matter_value(doc, block, value, false);
    read_smart(doc, block);
    return block;
}

struct node *matter_ltr(struct doc *doc, struct node *parent)
{
    if (direction_at(doc, parent) != NODE_DIR_RTL)
        return parent;
    struct node *span = doc_add(doc, parent, NODE_SPAN, SPAN_NONE);
    span->dir = NODE_DIR_LTR;
    return span;
}

const char *matter_comma(const struct doc *doc)
{
    return words_comma(doc->meta.lang.value);
}

void matter_put(struct doc *doc, struct node *block, struct node *before)
{
    if (before)
        doc_insert_before(before, block);
    else
        doc_append(doc->root, block);
}

void matter_generated(struct node *node)
{
    for (struct node *at = node; at; at = doc_next(at, node))
        at->generated = true;
}

void matter_only(struct node *node, enum node_media media)
{
    matter_generated(node);
    for (struct node *at = node; at; at = doc_next(at, node))
        at->media = media;
}
