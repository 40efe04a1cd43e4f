#include "evidence/verdict.h"

#include <string.h>

static bool names_code(const char *name, enum diag_code code)
{
    return strcmp(name, diag_code_name(code)) == 0;
}

static bool is_allowed(const struct doc *doc, enum diag_code code)
{
    for (size_t i = 0; i < doc->meta.allow.count; i++)
        if (names_code(doc->meta.allow.items[i].key, code))
            return true;
    for (const struct doc_allowance *at = doc->allowances; at; at = at->next)
        if (names_code(at->code, code))
            return true;
    return false;
}

/* What keeps a rule from being a proof, or NULL: it was asked and is kept. Somebody who has judged
 * the matter outweighs what the leaflet allows itself. */
static const char *against(const struct verdict_subject *subject, enum diag_code code, bool judged,
                           struct arena *arena)
{
    const char *name = diag_code_name(code);
    if (subject->diags->grades[code] == DIAG_OFF)
        return arena_format(arena, "The settings switch the rule %s off.", name);
    if (subject->diags->per_code[code] > 0)
        return arena_format(arena, "leafset check tells %s of this leaflet.", name);
    if (is_allowed(subject->doc, code) && !judged)
        return arena_format(arena, "The leaflet allows itself what the rule %s tells.", name);
    return NULL;
}

static bool is_of(const struct meta_judgement *judgement, const struct criterion *criterion)
{
    for (size_t i = 0; i < judgement->criteria.count; i++) {
        const char *id = judgement->criteria.items[i].value;
        if (strcmp(id, "all") == 0 || strcmp(id, criterion->id) == 0 ||
            (criterion->as && strcmp(id, criterion->as) == 0))
            return true;
    }
    return false;
}

/* Why a judgement does not count, or NULL. */
static const char *void_why(const struct verdict_subject *subject,
                            const struct meta_judgement *judgement, struct arena *arena)
{
    const char *version = subject->doc->meta.version.value;
    const struct date_moment *today = &subject->today;
    const struct meta_date now = {today->year, today->month, today->day, SPAN_NONE};
    if (judgement->version.value && *judgement->version.value &&
        (!version || strcmp(version, judgement->version.value) != 0))
        return arena_format(arena, "%s judged version %s, which is not this one.",
                            judgement->by.value, judgement->version.value);
    if (today->year != 0 && meta_date_compare(judgement->on, now) > 0)
        return arena_format(arena, "%s is said to have judged it on a day that is yet to come.",
                            judgement->by.value);
    return NULL;
}

/* The latest judgement that counts. */
static void find_judgement(const struct verdict_subject *subject, const struct criterion *criterion,
                           struct arena *arena, struct verdict *out)
{
    const struct meta_judgements *judged = &subject->doc->meta.judged;
    for (size_t i = 0; i < judged->count; i++) {
        const struct meta_judgement *at = &judged->items[i];
        if (!is_of(at, criterion))
            continue;
        const char *reason = void_why(subject, at, arena);
        if (reason)
            out->void_why = reason;
        else if (!out->judgement || meta_date_compare(at->on, out->judgement->on) >= 0)
            out->judgement = at;
    }
    if (out->judgement)
        out->void_why = NULL;
}

void verdict_make(const struct verdict_subject *subject, const struct criterion *criterion,
                  struct arena *arena, struct verdict *out)
{
    const struct criterion *row = criterion->as ? criteria_find(criterion->as) : criterion;
    unsigned facts = subject->facts;
    *out = (struct verdict){.kind = VERDICT_PROVED, .why = row->proof};
    if (row->absent && (facts & row->needs) == 0) {
        *out = (struct verdict){.kind = VERDICT_ABSENT, .why = row->absent};
        return;
    }
    if (row->question && (row->asked_of == 0 || facts & row->asked_of)) {
        out->kind = VERDICT_PERSON;
        out->question = row->question;
        find_judgement(subject, criterion, arena, out);
    }
    for (size_t i = 0; i < CRITERION_CODES && row->codes[i]; i++) {
        const char *reason = against(subject, row->codes[i], out->judgement != NULL, arena);
        if (!reason)
            continue;
        *out = (struct verdict){.kind = VERDICT_OPEN, .why = reason};
        return;
    }
}

const char *verdict_name(enum verdict_kind kind)
{
    static const char *const names[] = {[VERDICT_PROVED] = "proved",
                                        [VERDICT_ABSENT] = "does not apply",
                                        [VERDICT_PERSON] = "a person must judge",
                                        [VERDICT_OPEN] = "not proved"};
    return names[kind];
}

const char *verdict_key(enum verdict_kind kind)
{
    static const char *const keys[] = {[VERDICT_PROVED] = "proved",
                                       [VERDICT_ABSENT] = "not-applicable",
                                       [VERDICT_PERSON] = "person",
                                       [VERDICT_OPEN] = "open"};
    return keys[kind];
}
