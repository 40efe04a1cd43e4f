#include "epub/wording.h"

#include "text/lang.h"

const char *epub_word(const struct epub *epub, enum word word)
{
    return epub->doc->meta.wording[word];
}

const char *epub_word_lang(const struct epub *epub, enum word word, const struct node *at)
{
    const struct node *root = epub->doc->root;
    const char *lang =
        words_wording_lang(epub_word(epub, word), word, epub->doc->meta.words_lang, root->lang);
    return text_lang_same_primary(lang, node_lang(at ? at : root)) ? NULL : lang;
}

void epub_put_word(const struct epub *epub, struct markup *m, const char *element, enum word word)
{
    const char *lang = epub_word_lang(epub, word, NULL);
    markup_put(m, element, ATTRIBUTES("lang", lang, "xml:lang", lang), epub_word(epub, word));
}
