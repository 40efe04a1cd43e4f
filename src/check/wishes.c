#include "check/wishes.h"

#include <string.h>

#include "base/suggest.h"

static const struct {
    const char *name;
    enum diag_grade grade;
} grades[] = {
    {"off", DIAG_OFF},
    {"note", DIAG_AS_NOTE},
    {"warning", DIAG_AS_WARNING},
    {"error", DIAG_AS_ERROR},
};

static enum diag_grade find_grade(const char *name)
{
    for (size_t i = 0; i < sizeof grades / sizeof *grades; i++)
        if (strcmp(grades[i].name, name) == 0)
            return grades[i].grade;
    return DIAG_AS_TABLE;
}

/* What is an error in the table keeps somebody from getting a wrong leaflet. */
static bool may_be(enum diag_code code, enum diag_grade grade)
{
    return grade == DIAG_AS_ERROR || diag_code_severity(code) != DIAG_ERROR;
}

static bool is_number(const char *text)
{
    size_t len = strspn(text, "0123456789");
    return len > 0 && len <= 6 && text[len] == '\0';
}

static const struct rule *find_limit(const struct rule_table *table, const char *name)
{
    for (int code = 0; code < DIAG_CODE_COUNT; code++) {
        const struct rule *row = rule_of(table, (enum diag_code)code);
        if (row->limit.name && strcmp(row->limit.name, name) == 0)
            return row;
    }
    return NULL;
}

static enum rule_family find_family(const char *name)
{
    int family = 0;
    while (family < RULE_FAMILY_COUNT &&
           strcmp(rule_family_name((enum rule_family)family), name) != 0)
        family++;
    return (enum rule_family)family;
}

bool wishes_are_off(const struct check_subject *subject, enum rule_family family)
{
    const struct meta_pairs *wishes = &subject->doc->meta.check;
    enum diag_grade grade = DIAG_AS_TABLE;
    for (size_t i = 0; i < wishes->count; i++)
        if (find_family(wishes->items[i].key) == family)
            grade = find_grade(wishes->items[i].value);
    return grade == DIAG_OFF;
}

/* Of a family only what an editor asks. */
static void apply_to_family(const struct rule_table *table, const struct meta_pair *wish,
                            struct diag_list *diags)
{
    enum rule_family family = find_family(wish->key);
    enum diag_grade grade = find_grade(wish->value);
    size_t array;
    if (family == RULE_FAMILY_COUNT || grade == DIAG_AS_TABLE)
        return;
    const struct rule *row = rule_next(table, NULL, &array);
    for (; row; row = rule_next(table, row, &array))
        if (row->family == family && row->traits & RULE_EDITOR)
            diag_grade_set(diags, row->code, grade);
}

/* A rule's own wish is nearer than its family's. */
void wishes_apply(const struct check_subject *subject, struct diag_list *diags)
{
    for (size_t i = 0; i < subject->doc->meta.check.count; i++)
        apply_to_family(subject->rules, &subject->doc->meta.check.items[i], diags);
    const struct rule_table *table = subject->rules;
    const struct meta_pairs *wishes = &subject->doc->meta.check;
    for (size_t i = 0; i < wishes->count; i++) {
        const struct rule *row = rule_named(table, wishes->items[i].key);
        enum diag_grade grade = find_grade(wishes->items[i].value);
        if (row && grade != DIAG_AS_TABLE && may_be(row->code, grade))
            diag_grade_set(diags, row->code, grade);
    }
}

static const char *nearest(const struct rule_table *table, struct arena *arena, const char *written)
{
    const char *names[2 * DIAG_CODE_COUNT + RULE_FAMILY_COUNT];
    size_t count = 0;
    for (int family = 0; family < RULE_FAMILY_COUNT; family++)
        names[count++] = rule_family_name((enum rule_family)family);
    for (int code = 0; code < DIAG_CODE_COUNT; code++) {
        const struct rule *row = rule_of(table, (enum diag_code)code);
        names[count++] = diag_code_name((enum diag_code)code);
        if (row->limit.name)
            names[count++] = row->limit.name;
    }
    const char *near = suggest_nearest(written, names, count);
    return near ? arena_format(arena, "did you mean '%s'?", near)
                : "`leafset check --list` shows the rules and their limits";
}

static void look_at(const struct rule_table *table, const struct meta_pair *wish,
                    struct diag_list *diags)
{
    const struct rule *row = rule_named(table, wish->key);
    enum diag_grade grade = find_grade(wish->value);
    if (!row && find_limit(table, wish->key)) {
        if (!is_number(wish->value))
            diag_add(diags, DIAG_CODE_RULE_REFUSED, wish->value_span,
                     arena_format(diags->arena, "write a whole number, such as %s: %d", wish->key,
                                  find_limit(table, wish->key)->limit.value),
                     "the limit %s is a number, not '%s'", wish->key, wish->value);
    } else if (!row && find_family(wish->key) == RULE_FAMILY_COUNT) {
        diag_add(diags, DIAG_CODE_RULE_REFUSED, wish->key_span,
                 nearest(table, diags->arena, wish->key), "there is no rule and no limit '%s'",
                 wish->key);
    } else if (grade == DIAG_AS_TABLE) {
        diag_add(diags, DIAG_CODE_RULE_REFUSED, wish->value_span,
                 "write off, note, warning or error", "a rule cannot be '%s'", wish->value);
    } else if (row && !may_be(row->code, grade)) {
        diag_add(diags, DIAG_CODE_RULE_REFUSED, wish->value_span, "leave it out",
                 "%s stays an error: it keeps patients from getting a wrong leaflet", wish->key);
    }
}

void check_wishes(const struct check_subject *subject, struct diag_list *diags)
{
    const struct meta_pairs *wishes = &subject->doc->meta.check;
    for (size_t i = 0; i < wishes->count; i++)
        look_at(subject->rules, &wishes->items[i], diags);
}
