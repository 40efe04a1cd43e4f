#include "read/front/judgements.h"

#include <string.h>

#define FORM "{by: NAME, on: 2026-11-01, criteria: all}"

enum { KEY_BY, KEY_ON, KEY_CRITERIA, KEY_VERSION, KEY_COUNT };

const char *const value_judgement_keys[] = {
    [KEY_BY] = "by",           [KEY_ON] = "on",    [KEY_CRITERIA] = "criteria",
    [KEY_VERSION] = "version", [KEY_COUNT] = NULL,
};

static int find_key(const char *key)
{
    int found = 0;
    while (found < KEY_COUNT && strcmp(key, value_judgement_keys[found]) != 0)
        found++;
    return found;
}

/* "1.1.1, 2.4.6" and lists of such. */
static void read_criteria(const struct value *value, struct meta_list *out)
{
    struct meta_list lines = {0};
    size_t count = 0, most = 0;
    value_list(value, false, &lines);
    for (size_t i = 0; i < lines.count; i++)
        most += strlen(lines.items[i].value) + 1;
    struct meta_text *items = ARENA_ARRAY(value->arena, most / 2 + 1, struct meta_text);
    for (size_t i = 0; i < lines.count; i++) {
        for (struct slice rest = slice_from(lines.items[i].value); rest.len > 0;) {
            struct slice id = slice_trim(slice_take(&rest, ','));
            if (id.len > 0)
                items[count++] = (struct meta_text){.value = arena_string(value->arena, id),
                                                    .span = lines.items[i].span};
        }
    }
    *out = (struct meta_list){items, count};
}

static void read_part(const struct value *part, struct meta_judgement *out)
{
    switch (find_key(part->node->key)) {
    case KEY_BY: value_line(part, &out->by); return;
    case KEY_ON: value_date(part, &out->on); return;
    case KEY_CRITERIA: read_criteria(part, &out->criteria); return;
    case KEY_VERSION: value_line(part, &out->version); return;
    default:
        diag_add(part->diags, DIAG_CODE_KEY_UNKNOWN, part->node->key_span,
                 "its keys are by, on, criteria and version",
                 "there is no key '%s' in judged:", part->node->key);
    }
}

/* False after a diagnostic; a part that was told already is not missed a second time. */
static bool is_whole(const struct value *value, const struct meta_judgement *judgement,
                     size_t errors)
{
    const char *missing = !judgement->by.value || !*judgement->by.value ? "who judged (by)"
                          : judgement->on.year == 0                     ? "when (on)"
                          : judgement->criteria.count == 0              ? "what (criteria)"
                                                                        : NULL;
    if (missing && value->diags->errors == errors)
        diag_add(value->diags, DIAG_CODE_VALUE_FORM, value->node->span, "write it as judged: " FORM,
                 "'judged' does not say %s", missing);
    return !missing;
}

void value_judgements(const struct value *value, struct meta_judgements *out)
{
    const struct yaml_node *node = value->node;
    struct value item = *value;
    if (node->kind == YAML_TEXT && !*node->text)
        return;
    struct meta_judgement *items = ARENA_ARRAY(value->arena, node->weight, struct meta_judgement);
    *out = (struct meta_judgements){.items = items};
    for (item.node = node->kind == YAML_LIST ? node->first : node; item.node;
         item.node = node->kind == YAML_LIST ? item.node->next : NULL) {
        struct meta_judgement judgement = {.span = item.node->span};
        size_t errors = value->diags->errors;
        if (item.node->kind != YAML_MAP) {
            diag_add(value->diags, DIAG_CODE_VALUE_TYPE, item.node->span,
                     "write it as judged: " FORM, "'judged' is %s, but must be a mapping",
                     yaml_kind_name(item.node->kind));
            continue;
        }
        struct value part = item;
        for (part.node = item.node->first; part.node; part.node = part.node->next)
            read_part(&part, &judgement);
        if (is_whole(&item, &judgement, errors))
            items[out->count++] = judgement;
    }
}
