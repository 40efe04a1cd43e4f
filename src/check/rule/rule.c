#include "check/rule/rule.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/suggest.h"
#include "text/lang.h"

static const struct {
    const char *name, *heading;
} families[] = {
#define X(symbol, name, heading) {name, heading},
    RULE_FAMILIES(X)
#undef X
};

const char *rule_family_name(enum rule_family family)
{
    return families[family].name;
}

const char *rule_family_heading(enum rule_family family)
{
    return families[family].heading;
}

const struct rule *rule_next(const struct rule_table *table, const struct rule *row, size_t *array)
{
    if (!row)
        *array = 0;
    else if (++row < table->arrays[*array]->rows + table->arrays[*array]->count)
        return row;
    else
        (*array)++;
    return *array < table->count ? table->arrays[*array]->rows : NULL;
}

const struct rule *rule_of(const struct rule_table *table, enum diag_code code)
{
    size_t array;
    const struct rule *row = rule_next(table, NULL, &array);
    while (row && row->code != code)
        row = rule_next(table, row, &array);
    assert(row);
    return row;
}

const struct rule *rule_named(const struct rule_table *table, const char *name)
{
    for (int code = 0; code < DIAG_CODE_COUNT; code++)
        if (strcmp(diag_code_name((enum diag_code)code), name) == 0)
            return rule_of(table, (enum diag_code)code);
    return NULL;
}

int rule_limit(const struct check_subject *subject, enum diag_code code)
{
    const struct rule_limit *limit = &rule_of(subject->rules, code)->limit;
    const struct meta_pairs *wishes = &subject->doc->meta.check;
    int value = limit->value;
    for (size_t i = 0; i < wishes->count; i++)
        if (strcmp(wishes->items[i].key, limit->name) == 0)
            value = atoi(wishes->items[i].value);
    return value;
}

const char *rule_file(const struct check_subject *subject)
{
    return subject->doc->source ? subject->doc->source->name : NULL;
}

const char *rule_nearest(const char *word)
{
    const char *names[DIAG_CODE_COUNT];
    for (int code = 0; code < DIAG_CODE_COUNT; code++)
        names[code] = diag_code_name((enum diag_code)code);
    return suggest_nearest(word, names, DIAG_CODE_COUNT);
}

bool rule_is_english(const struct check_subject *subject)
{
    const char *lang = subject->doc->meta.lang.value;
    return lang && text_lang_same_primary(lang, "en");
}

bool rule_is_asked(const struct check_subject *subject, const struct rule *row)
{
    bool editor = subject->editor || (subject->release && row->traits & RULE_RELEASE);
    return (editor || !(row->traits & RULE_EDITOR)) &&
           (!(row->traits & RULE_IN_ENGLISH) || rule_is_english(subject));
}
