#include "read/matter/wording.h"

#include "read/passes/unmarked.h"
#include "read/passes/smart.h"
#include "text/text.h"

/* Below parent, or below a span that says the language where it is not the leaflet's. */
static struct node *in_language(struct matter *matter, struct node *parent, const char *lang)
{
    if (text_lang_same_primary(lang, matter->doc->meta.lang.value))
        return parent;
    struct node *span = doc_add(matter->doc, parent, NODE_SPAN, SPAN_NONE);
    span->lang = lang;
    span->generated = true;
    if (text_lang_is_rtl(lang) != matter->rtl)
        span->dir = text_lang_is_rtl(lang) ? NODE_DIR_RTL : NODE_DIR_LTR;
    return span;
}

struct node *matter_place(struct matter *matter, struct node *parent, const struct meta_text *value)
{
    const struct doc *doc = matter->doc;
    bool settings = value->span.source && value->span.source != doc->source;
    const char *lang = settings ? doc->meta.settings_lang : NULL;
    return lang ? in_language(matter, parent, lang) : parent;
}

void matter_text(struct matter *matter, struct node *parent, const char *text)
{
    doc_add_text(matter->doc, parent, slice_from(text), SPAN_NONE)->generated = true;
}

/* Own wording is in the leaflet's language; the table's may not be. */
void matter_wording(struct matter *matter, struct node *parent, enum word word, const char *text)
{
    const struct meta *meta = &matter->doc->meta;
    bool own = meta->wording[word] != words_get(meta->words_lang, word);
    matter_text(matter, own ? parent : in_language(matter, parent, meta->words_lang), text);
}

void matter_word(struct matter *matter, struct node *parent, enum word word, const char *first,
                 const char *second)
{
    struct doc *doc = matter->doc;
    matter_wording(matter, parent, word,
                   words_fill(&doc->arena, doc->meta.wording[word], first, second));
}

void matter_date(struct matter *matter, struct node *parent, struct meta_date date)
{
    struct doc *doc = matter->doc;
    matter_text(matter, in_language(matter, parent, doc->meta.words_lang),
                words_date(&doc->arena, doc->meta.words_lang, date.year, date.month, date.day));
}

void matter_value(struct matter *matter, struct node *parent, const struct meta_text *value,
                  bool linked)
{
    struct node *text = unmarked_from_meta(matter->doc, value);
    struct node *place = matter_place(matter, parent, value);
    if (linked)
        unmarked_put_linked(matter->doc, place, text);
    else
        unmarked_put(matter->doc, place, text, 0, text->text.len);
}

struct node *matter_paragraph(struct matter *matter, struct node *parent)
{
    return doc_add(matter->doc, parent, NODE_PARAGRAPH, SPAN_NONE);
}

void matter_heading(struct matter *matter, struct node *parent, enum word word)
{
    struct node *heading = doc_add(matter->doc, parent, NODE_HEADING, SPAN_NONE);
    heading->u.heading.level = 2;
    matter_word(matter, heading, word, NULL, NULL);
}

struct node *matter_block(struct matter *matter, enum node_kind kind, const struct meta_text *value)
{
    struct doc *doc = matter->doc;
    struct node *block = doc_add(doc, NULL, kind, value->span);
    matter_value(matter, block, value, false);
    read_smart(doc, block, doc->meta.lang.value);
    return block;
}

struct node *matter_ltr(struct matter *matter, struct node *parent)
{
    if (!matter->rtl)
        return parent;
    struct node *span = doc_add(matter->doc, parent, NODE_SPAN, SPAN_NONE);
    span->dir = NODE_DIR_LTR;
    return span;
}

const char *matter_comma(const struct matter *matter)
{
    static const char *const arabic[] = {"ar", "fa", "ur", "ps", "sd", "ug", "ckb"};
    for (size_t i = 0; i < sizeof arabic / sizeof *arabic; i++)
        if (text_lang_same_primary(matter->doc->meta.lang.value, arabic[i]))
            return "\u060c ";
    return ", ";
}

void matter_generated(struct node *node)
{
    for (struct node *at = node; at; at = doc_next(at, node))
        at->generated = true;
}
