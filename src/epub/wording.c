#include "epub/wording.h"

#include "text/lang.h"

const char *epub_word(const struct epub *epub, enum word word)
{
    return epub->doc->meta.wording[word];
}

const char *epub_word_lang(const struct epub *epub, enum word word)
{
    const struct meta *meta = &epub->doc->meta;
    bool own = epub_word(epub, word) != words_get(meta->words_lang, word);
    if (own || !meta->words_lang || text_lang_same_primary(meta->words_lang, epub->doc->root->lang))
        return NULL;
    return meta->words_lang;
}

void epub_put_word(const struct epub *epub, struct markup *m, const char *element, enum word word)
{
    const char *lang = epub_word_lang(epub, word);
    markup_put(m, element, ATTRIBUTES("lang", lang, "xml:lang", lang), epub_word(epub, word));
}
