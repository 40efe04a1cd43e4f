#include "read/matter/about.h"

#include "read/passes/smart.h"

struct about {
    struct matter *matter;
    struct node *list;
};

/* A row with its term; the description is filled by the caller. */
static struct node *entry(struct about *about, enum word word)
{
    struct doc *doc = about->matter->doc;
    struct node *row = doc_add(doc, about->list, NODE_DESCRIPTION_ENTRY, SPAN_NONE);
    matter_word(about->matter, doc_add(doc, row, NODE_TERM, SPAN_NONE), word, NULL, NULL);
    return doc_add(doc, row, NODE_DESCRIPTION, SPAN_NONE);
}

/* Words from the front matter, with the quotes of the language. */
static void put_words(struct about *about, struct node *block, const struct meta_text *value)
{
    struct doc *doc = about->matter->doc;
    matter_value(about->matter, block, value, true);
    read_smart(doc, block, doc->meta.lang.value);
}

static void put_text(struct about *about, enum word word, const struct meta_text *value)
{
    if (value->value)
        put_words(about, matter_paragraph(about->matter, entry(about, word)), value);
}

static void put_people(struct about *about, enum word word, const struct meta_list *people)
{
    struct node *description = people->count > 0 ? entry(about, word) : NULL;
    for (size_t i = 0; i < people->count; i++)
        put_words(about, matter_paragraph(about->matter, description), &people->items[i]);
}

static void put_sources(struct about *about, const struct meta_list *sources)
{
    struct doc *doc = about->matter->doc;
    if (sources->count == 0)
        return;
    if (sources->count == 1) {
        put_text(about, WORD_SOURCES, &sources->items[0]);
        return;
    }
    struct node *list = doc_add(doc, entry(about, WORD_SOURCES), NODE_LIST, SPAN_NONE);
    list->u.list.tight = true;
    for (size_t i = 0; i < sources->count; i++) {
        struct node *item = doc_add(doc, list, NODE_ITEM, SPAN_NONE);
        put_words(about, matter_paragraph(about->matter, item), &sources->items[i]);
    }
}

static void put_date(struct about *about, enum word word, struct meta_date date)
{
    if (date.year)
        matter_date(about->matter, matter_paragraph(about->matter, entry(about, word)), date);
}

/* "SK-014, version 2.1": exactly as written. */
static void put_reference(struct about *about, const struct meta *meta)
{
    if (!meta->reference.value && !meta->version.value)
        return;
    struct node *line = matter_paragraph(about->matter, entry(about, WORD_REFERENCE));
    if (meta->reference.value)
        matter_value(about->matter, matter_ltr(about->matter, line), &meta->reference, false);
    if (meta->reference.value && meta->version.value)
        matter_text(about->matter, line, matter_comma(about->matter));
    if (meta->version.value)
        matter_word(about->matter, line, WORD_VERSION, meta->version.value, NULL);
}

void matter_about(struct matter *matter)
{
    struct doc *doc = matter->doc;
    const struct meta *meta = &doc->meta;
    struct node *section = doc_add(doc, doc->root, NODE_ABOUT, SPAN_NONE);
    matter_heading(matter, section, WORD_ABOUT);
    struct about about = {matter, doc_add(doc, section, NODE_DESCRIPTION_LIST, SPAN_NONE)};
    put_people(&about, WORD_WRITTEN_BY, &meta->authors);
    put_people(&about, WORD_CHECKED_BY, &meta->reviewers);
    put_text(&about, WORD_OWNER, &meta->owner);
    put_reference(&about, meta);
    put_date(&about, WORD_PUBLISHED, meta->published);
    put_date(&about, WORD_REVIEWED, meta->reviewed);
    put_date(&about, WORD_NEXT_REVIEW, meta->next_review);
    put_text(&about, WORD_AUDIENCE, &meta->audience);
    put_sources(&about, &meta->sources);
    if (about.list->first)
        matter_generated(section);
    else
        doc_remove(section);
}
