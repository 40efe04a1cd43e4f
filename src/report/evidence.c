#include "report/evidence.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

size_t evidence_first(enum standard standard)
{
    size_t first = 0;
    for (size_t i = 0; i < standard; i++)
        first += criteria[i].count;
    return first;
}

static const char *keep(struct arena *arena, const char *text)
{
    return text ? arena_string(arena, slice_from(text)) : NULL;
}

void evidence_judge(struct evidence *evidence, const struct verdict_subject *subject,
                    struct evidence_leaflet *leaflet)
{
    struct arena *arena = &evidence->arena;
    struct evidence_entry *entry =
        ARENA_ARRAY(arena, evidence_first(STANDARD_COUNT), struct evidence_entry);
    leaflet->entries = entry;
    for (size_t i = 0; i < STANDARD_COUNT; i++) {
        for (size_t j = 0; j < criteria[i].count; j++, entry++) {
            struct verdict verdict;
            verdict_make(subject, &criteria[i].rows[j], arena, &verdict);
            *entry = (struct evidence_entry){.kind = verdict.kind,
                                             .why = verdict.why,
                                             .question = verdict.question,
                                             .void_why = verdict.void_why};
            if (!verdict.judgement)
                continue;
            entry->by = keep(arena, verdict.judgement->by.value);
            entry->on = verdict.judgement->on;
        }
    }
}

static int by_path(const void *a, const void *b)
{
    const struct evidence_leaflet *left = a, *right = b;
    return strcmp(left->path, right->path);
}

void evidence_sort(struct evidence *evidence)
{
    if (evidence->count > 0)
        qsort(evidence->leaflets, evidence->count, sizeof *evidence->leaflets, by_path);
}

size_t evidence_refused(const struct evidence *evidence)
{
    size_t refused = 0;
    for (size_t i = 0; i < evidence->count; i++)
        refused += evidence->leaflets[i].errors > 0;
    return refused;
}

void evidence_free(struct evidence *evidence)
{
    mem_free(evidence->leaflets);
    arena_free(&evidence->arena);
}
