#include "read/front/language.h"

#include <string.h>

#include "read/front/fields.h"
#include "text/text.h"
#include "text/words.h"

static void settle_lang(struct doc *doc, const char *asked_for, struct diag_list *diags)
{
    struct meta_text *lang = &doc->meta.lang;
    if (lang->value)
        return;
    lang->span = SPAN_NONE;
    if (asked_for && text_lang_is_valid(asked_for)) {
        lang->value = arena_string(&doc->arena, slice_from(asked_for));
        return;
    }
    lang->value = "en";
    if (doc->source && !fields_lost(diags))
        diag_add(diags, DIAG_CODE_LANGUAGE_ASSUMED, (struct span){doc->source, 0, 0},
                 "write lang: en (or fr, ar ...) in the front matter or in clinic.yml, or build "
                 "with --lang",
                 "no language is stated; English is assumed");
}

/* The last of repeated keys wins: the nearest settings, or the leaflet itself. */
static size_t set_wording(struct doc *doc)
{
    const char **wording = ARENA_ARRAY(&doc->arena, WORD_COUNT, const char *);
    const struct meta_pairs *words = &doc->meta.words;
    size_t own = 0;
    for (size_t i = 0; i < words->count; i++) {
        enum word word = words_find(words->items[i].key);
        if (word == WORD_COUNT)
            continue;
        own += wording[word] == NULL;
        wording[word] = words->items[i].value;
    }
    for (int i = 0; i < WORD_COUNT; i++)
        if (!wording[i])
            wording[i] = words_get(doc->meta.words_lang, (enum word)i);
    doc->meta.wording = wording;
    return own;
}

bool language_is_checked(struct doc *doc, const char *lang)
{
    const struct meta_pairs *words = &doc->meta.words;
    bool checked = false;
    for (size_t i = 0; i < words->count; i++) {
        if (strcmp(words->items[i].key, WORDS_CHECKED) != 0)
            continue;
        struct slice rest = slice_from(words->items[i].value); /* a list: a line each */
        while (rest.len > 0 && !checked) {
            struct slice line = slice_take(&rest, '\n');
            while (line.len > 0 && !checked) {
                const char *tag = arena_string(&doc->arena, slice_trim(slice_take(&line, ',')));
                checked = words_are_same(tag, lang);
            }
        }
    }
    return checked;
}

/* Labels that nobody has checked yet and that the settings do not word. */
static void tell_unreviewed(struct doc *doc, struct diag_list *diags)
{
    const struct meta *meta = &doc->meta;
    enum word first = WORD_COUNT;
    int count = 0;
    for (int i = WORD_COUNT - 1; i >= 0; i--) {
        enum word word = (enum word)i;
        const char *ours = words_get(meta->words_lang, word);
        if (meta->wording[i] == ours && !words_is_reviewed(meta->words_lang, word)) {
            first = word;
            count++;
        }
    }
    if (count > 0 && !language_is_checked(doc, meta->words_lang))
        diag_add(diags, DIAG_CODE_WORDS_UNREVIEWED, meta->lang.span,
                 arena_format(&doc->arena,
                              "let somebody who speaks it read the leaflet; then write words: "
                              "{checked: [%s]} in clinic.yml, or better words there",
                              meta->words_lang),
                 "nobody has checked %d of leafset's labels in the language '%s', such as \"%s\" "
                 "for \"%s\"",
                 count, meta->words_lang, meta->wording[first], words_get("en", first));
}

void read_language(struct doc *doc, const char *asked_for, struct diag_list *diags)
{
    settle_lang(doc, asked_for, diags);
    const char *lang = doc->meta.lang.value;
    bool known = words_has_language(lang);
    doc->meta.words_lang = known ? lang : "en";
    size_t own = set_wording(doc);
    if (!known && own < WORD_COUNT && doc->source)
        diag_add(diags, DIAG_CODE_LANGUAGE_WORDS, doc->meta.lang.span,
                 "write the words of this language under words: in clinic.yml",
                 "leafset does not know the words of the language '%s'; labels stay in English",
                 lang);
    if (doc->source)
        tell_unreviewed(doc, diags);
    doc->root->lang = lang;
    doc->root->dir = text_lang_is_rtl(lang) ? NODE_DIR_RTL : NODE_DIR_LTR;
}
