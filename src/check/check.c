#include "check/check.h"

#include "check/across.h"
#include "check/allow.h"
#include "check/balance.h"
#include "check/wording/doses.h"
#include "check/wording/english.h"
#include "check/wording/english_words.h"
#include "check/identity.h"
#include "check/judgements.h"
#include "check/print.h"
#include "check/rows.h"
#include "check/structure.h"
#include "check/wishes.h"

/* The families. A new rule is a row in its family's array. */
static const struct rule_array *const arrays[] = {
    &check_rows,           /* readers, layout, writers; rules that build asks, too */
    &check_structure_rows, /* headings, links, pictures */
    &check_identity_rows,  /* status, dates, who answers for it */
    &check_english_rows,   /* sentences, words, forms */
    &check_doses_rows,     /* numbers and units */
    &check_balance_rows,   /* benefits, risks, choices, promises */
    &check_print_rows,     /* the pages */
    &check_across_rows,    /* what others say */
    &check_judgements,     /* what somebody has judged */
};

const struct rule_table check_table = {arrays, sizeof arrays / sizeof *arrays};

static void run_rows(const struct check_subject *subject, bool pages, struct diag_list *diags)
{
    size_t array;
    const struct rule *row = rule_next(subject->rules, NULL, &array);
    for (; row; row = rule_next(subject->rules, row, &array))
        if (row->run && rule_is_asked(subject, row) && pages == !!(row->traits & RULE_FRAMES))
            row->run(subject, diags);
}

/* A rule that the settings switch off is off with --release, too. */
static void raise_for_release(const struct rule_table *table, struct diag_list *diags)
{
    size_t array;
    const struct rule *row = rule_next(table, NULL, &array);
    for (; row; row = rule_next(table, row, &array))
        if (row->traits & RULE_RELEASE && diags->grades[row->code] != DIAG_OFF)
            diag_grade_set(diags, row->code, DIAG_AS_ERROR);
}

/* What an editor's rule says better. */
static void leave_to_build(const struct check_subject *subject, struct diag_list *diags)
{
    size_t array;
    const struct rule *row = rule_next(subject->rules, NULL, &array);
    for (; row; row = rule_next(subject->rules, row, &array))
        if (row->traits & RULE_BUILD && !wishes_are_off(subject, row->family))
            diag_grade_set(diags, row->code, DIAG_OFF);
}

void check_run(const struct check_subject *given, struct diag_list *diags)
{
    struct check_subject subject = *given;
    subject.rules = &check_table;
    wishes_apply(&subject, diags);
    if (subject.release)
        raise_for_release(subject.rules, diags);
    if (subject.editor)
        leave_to_build(&subject, diags);
    allow_start(&subject, diags);
    run_rows(&subject, false, diags);
}

void check_pages(const struct check_subject *given, struct diag_list *diags)
{
    struct check_subject subject = *given;
    subject.rules = &check_table;
    run_rows(&subject, true, diags);
}

void check_finish(const struct check_subject *given, struct diag_list *diags)
{
    struct check_subject subject = *given;
    subject.rules = &check_table;
    allow_finish(&subject, diags);
}

const struct phrase_index *check_phrases(struct arena *arena)
{
    return english_words_index(arena);
}

const struct rule *check_rule_of(enum diag_code code)
{
    return rule_of(&check_table, code);
}
