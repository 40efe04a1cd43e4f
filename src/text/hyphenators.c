#include "text/hyphenators.h"

#include <string.h>

#include "base/inputs.h"
#include "base/mem.h"
#include "text/engine.h"

/* Of more languages the dictionaries are loaded anew: the largest take 10 MB. */
#define KEPT_MOST 6u

struct text_hyphenator {
    char *lang;
    struct hyphenator *hyphenator;     /* NULL: there is none for the language … */
    struct hyphenator_trouble trouble; /* … or, for a reason, none that can be read */
    struct inputs *asked;
};

static void close_one(struct text_hyphenator *entry)
{
    hyphenator_free(entry->hyphenator);
    inputs_close(entry->asked);
    mem_free(entry->lang);
}

static struct text_hyphenator *open_one(struct text_engine *engine, const struct inputs *inputs,
                                        const char *lang)
{
    struct text_hyphenator *entry =
        MEM_PUSH(engine->hyphenators, engine->hyphenator_count, engine->hyphenator_cap);
    size_t size = strlen(lang) + 1;
    *entry = (struct text_hyphenator){.lang = memcpy(mem_alloc(size), lang, size),
                                      .asked = inputs_open_like(inputs)};
    entry->hyphenator = hyphenator_open(entry->asked, lang, &entry->trouble);
    return entry;
}

struct hyphenator *hyphenators_get(struct text_engine *engine, struct inputs *inputs,
                                   const char *lang, struct hyphenator_trouble *trouble)
{
    struct text_hyphenator *entry = NULL;
    for (size_t i = 0; i < engine->hyphenator_count && !entry; i++)
        if (strcmp(engine->hyphenators[i].lang, lang) == 0)
            entry = &engine->hyphenators[i];
    if (!entry)
        entry = open_one(engine, inputs, lang);
    inputs_note_all(inputs, entry->asked);
    *trouble = entry->trouble;
    return entry->hyphenator;
}

/* What is not there may be there for the next leaflet, as it may be for the next build. */
void hyphenators_trim(struct text_engine *engine)
{
    size_t kept = 0, count = engine->hyphenator_count;
    size_t first = count > KEPT_MOST ? count - KEPT_MOST : 0;
    for (size_t i = 0; i < count; i++) {
        if (i >= first && engine->hyphenators[i].hyphenator)
            engine->hyphenators[kept++] = engine->hyphenators[i];
        else
            close_one(&engine->hyphenators[i]);
    }
    engine->hyphenator_count = kept;
}

void hyphenators_close(struct text_engine *engine)
{
    for (size_t i = 0; i < engine->hyphenator_count; i++)
        close_one(&engine->hyphenators[i]);
    mem_free(engine->hyphenators);
}
