#include "read/matter/about.h"

#include "read/passes/smart.h"

/* Words from the front matter, with the quotes of the language. */
static void put_words(struct doc *doc, struct node *block, const struct meta_text *value)
{
    matter_value(doc, block, value, true);
    read_smart(doc, block);
}

static void put_text(struct doc *doc, struct node *rows, enum word word,
                     const struct meta_text *value)
{
    if (value->value)
        put_words(doc, matter_paragraph(doc, matter_entry(doc, rows, word)), value);
}

static void put_each(struct doc *doc, struct node *rows, enum word word,
                     const struct meta_list *people)
{
    struct node *description = people->count > 0 ? matter_entry(doc, rows, word) : NULL;
    for (size_t i = 0; i < people->count; i++)
        put_words(doc, matter_paragraph(doc, description), &people->items[i]);
}

static void put_sources(struct doc *doc, struct node *rows, const struct meta_list *sources)
{
    if (sources->count <= 1) {
        put_each(doc, rows, WORD_SOURCES, sources);
        return;
    }
    struct node *list = doc_add(doc, matter_entry(doc, rows, WORD_SOURCES), NODE_LIST, SPAN_NONE);
    list->u.list.tight = true;
    for (size_t i = 0; i < sources->count; i++) {
        struct node *item = doc_add(doc, list, NODE_ITEM, SPAN_NONE);
        put_words(doc, matter_paragraph(doc, item), &sources->items[i]);
    }
}

static void put_date(struct doc *doc, struct node *rows, enum word word, struct meta_date date)
{
    if (date.year)
        matter_date(doc, matter_paragraph(doc, matter_entry(doc, rows, word)), date);
}

/* "SK-014, version 2.1": exactly as written. */
static void put_reference(struct doc *doc, struct node *rows, const struct meta *meta)
{
    if (!meta->reference.value && !meta->version.value)
        return;
    struct node *line = matter_paragraph(doc, matter_entry(doc, rows, WORD_REFERENCE));
    if (meta->reference.value)
        matter_value(doc, matter_ltr(doc, line), &meta->reference, false);
    if (meta->reference.value && meta->version.value)
        matter_text(doc, line, matter_comma(doc));
    if (meta->version.value)
        matter_word(doc, line, WORD_VERSION, meta->version.value, NULL);
}

/* The last line: whose the leaflet is. */
static void put_rights(struct doc *doc, struct node *section)
{
    if (doc->meta.rights.value)
        put_words(doc, matter_paragraph(doc, section), &doc->meta.rights);
}

void matter_about(struct doc *doc)
{
    const struct meta *meta = &doc->meta;
    struct node *section = doc_add(doc, doc->root, NODE_ABOUT, SPAN_NONE);
    matter_heading(doc, section, WORD_ABOUT);
    struct node *rows = doc_add(doc, section, NODE_DESCRIPTION_LIST, SPAN_NONE);
    put_each(doc, rows, WORD_WRITTEN_BY, &meta->authors);
    put_each(doc, rows, WORD_CHECKED_BY, &meta->reviewers);
    put_text(doc, rows, WORD_OWNER, &meta->owner);
    put_reference(doc, rows, meta);
    put_date(doc, rows, WORD_PUBLISHED, meta->published);
    put_date(doc, rows, WORD_REVIEWED, meta->reviewed);
    put_date(doc, rows, WORD_NEXT_REVIEW, meta->next_review);
    put_text(doc, rows, WORD_AUDIENCE, &meta->audience);
    put_sources(doc, rows, &meta->sources);
    if (!rows->first)
        doc_remove(rows);
    put_rights(doc, section);
    if (section->last->kind != NODE_HEADING)
        matter_generated(section);
    else
        doc_remove(section);
}
