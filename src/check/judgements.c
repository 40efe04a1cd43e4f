#include "check/judgements.h"

#include <string.h>

#include "evidence/criteria.h"

static void look_at(const struct meta_text *id, struct diag_list *diags)
{
    if (strcmp(id->value, "all") == 0 || criteria_find(id->value))
        return;
    const char *near = criteria_nearest(id->value);
    diag_add(diags, DIAG_CODE_JUDGED_UNKNOWN, id->span,
             near ? arena_format(diags->arena, "did you mean %s?", near)
                  : "`leafset evidence` lists them: 1.1.1, M13 and so on, or all",
             "there is no criterion '%s' that could be judged", id->value);
}

static void check_criteria(const struct check_subject *subject, struct diag_list *diags)
{
    const struct meta_judgements *judged = &subject->doc->meta.judged;
    for (size_t i = 0; i < judged->count; i++)
        for (size_t j = 0; j < judged->items[i].criteria.count; j++)
            look_at(&judged->items[i].criteria.items[j], diags);
}

static const struct rule rows[] = {
    {.code = DIAG_CODE_JUDGED_UNKNOWN,
     .family = RULE_IDENTITY,
     .asks = "what somebody has judged is a criterion of accessibility",
     .why = "`leafset evidence` claims it in that person's name.",
     .bad =
         "---\ntitle: Skin test\nlang: en-GB\npublished: 2026-01-15\n"
         "judged: {by: The skin clinic, on: 2026-01-10, criteria: 1.1.11}\n---\n\nEat as usual.\n",
     .good =
         "---\ntitle: Skin test\nlang: en-GB\npublished: 2026-01-15\n"
         "judged: {by: The skin clinic, on: 2026-01-10, criteria: 1.1.1}\n---\n\nEat as usual.\n",
     .run = check_criteria},
};

const struct rule_array check_judgements = {rows, sizeof rows / sizeof *rows};
