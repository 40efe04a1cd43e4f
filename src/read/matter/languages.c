#include "read/matter/languages.h"

#include "read/front/language.h"
#include "read/matter/contact.h"
#include "read/passes/unmarked.h"
#include "text/text.h"

static bool is_leaflets_own(const struct doc *doc, const char *tag)
{
    const char *lang = doc->meta.lang.value;
    return words_has_language(tag) ? words_are_same(tag, lang) : text_lang_same_primary(tag, lang);
}

/* The line of one language: a list's item in that language and its direction. */
static void put_language(struct doc *doc, struct node *list, const struct meta_language *language)
{
    const char *tag = language->tag.value;
    const struct meta_text *phone = &doc->meta.languages.phone;
    struct node *item = doc_add(doc, list, NODE_ITEM, language->tag.span);
    bool reviewed;
    item->lang = tag;
    item->dir = text_lang_is_rtl(tag) ? NODE_DIR_RTL : NODE_DIR_LTR;
    struct node *line = matter_paragraph(doc, item);
    if (language->line.value) {
        struct node *text = unmarked_from_meta(doc, &language->line);
        unmarked_put(doc, line, text, 0, text->text.len);
    } else {
        matter_text(doc, line, words_offer(tag, &reviewed));
    }
    if (!phone->value)
        return;
    matter_text(doc, line, " ");
    if (words_has_language(tag)) {
        matter_text(doc, line, words_get(tag, WORD_PHONE));
        matter_text(doc, line, " ");
    }
    matter_numbers(doc, line, phone);
}

/* The lines of leafset's own that nobody has checked yet. */
static void tell_unreviewed(struct doc *doc, const struct meta_languages *languages,
                            struct diag_list *diags)
{
    const struct meta_language *first = NULL;
    const char *tags = "";
    for (size_t i = 0; i < languages->count; i++) {
        const struct meta_language *language = &languages->items[i];
        const char *tag = language->tag.value;
        bool reviewed;
        if (language->line.value || is_leaflets_own(doc, tag) || !words_offer(tag, &reviewed) ||
            reviewed || language_is_checked(doc, tag))
            continue;
        tags = arena_format(&doc->arena, "%s%s%s", tags, first ? ", " : "", tag);
        first = first ? first : language;
    }
    if (first)
        diag_add(diags, DIAG_CODE_WORDS_UNREVIEWED, first->tag.span,
                 arena_format(&doc->arena,
                              "let somebody who speaks it read it; then write words: {checked: "
                              "[%s]} in clinic.yml, or a sentence of your own: - %s: the sentence",
                              tags, first->tag.value),
                 "nobody has checked leafset's sentence in the panel of languages for: %s", tags);
}

void matter_languages(struct doc *doc, struct diag_list *diags)
{
    const struct meta_languages *languages = &doc->meta.languages;
    struct node *list = doc_add(doc, NULL, NODE_LIST, SPAN_NONE);
    list->u.list.tight = true;
    for (size_t i = 0; i < languages->count; i++)
        if (!is_leaflets_own(doc, languages->items[i].tag.value))
            put_language(doc, list, &languages->items[i]);
    if (!list->first)
        return;
    matter_heading(doc, doc->root, WORD_LANGUAGES);
    matter_generated(doc->root->last);
    matter_generated(list);
    matter_put(doc, list, NULL);
    tell_unreviewed(doc, languages, diags);
}
