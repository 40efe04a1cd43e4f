#include "prose/prose.h"

#include "base/mem.h"
#include "prose/gather.h"
#include "prose/sentences.h"
#include "prose/words.h"
#include "text/lang.h"

struct prose *prose_new(const struct doc *doc, struct prose_vocabulary *vocabulary)
{
    struct prose_vocabulary *own = vocabulary ? NULL : vocabulary_new();
    struct prose *prose = mem_calloc(1, sizeof *prose);
    prose->doc = doc;
    prose->english = doc->root->lang && text_lang_same_primary(doc->root->lang, "en");
    prose_gather(prose);
    for (uint32_t i = 0; i < prose->passage_count; i++) {
        prose_find_words(prose, &prose->passages[i], own ? own : vocabulary);
        prose_find_sentences(prose, i);
    }
    vocabulary_free(own);
    return prose;
}

void prose_free(struct prose *prose)
{
    if (!prose)
        return;
    mem_free(prose->passages);
    mem_free(prose->pieces);
    mem_free(prose->sentences);
    mem_free(prose->words);
    buf_free(&prose->bytes);
    mem_free(prose);
}
