#include "evidence/criteria.h"

#include <string.h>

#include "base/suggest.h"
#include "evidence/en.h"
#include "evidence/matterhorn.h"
#include "evidence/wcag.h"

const struct criterion_array criteria[STANDARD_COUNT] = {
    [STANDARD_MATTERHORN] = {criteria_matterhorn, MATTERHORN_COUNT},
    [STANDARD_WCAG] = {criteria_wcag, WCAG_COUNT},
    [STANDARD_EN] = {criteria_en, EN_COUNT},
};

#define CRITERIA_COUNT (MATTERHORN_COUNT + WCAG_COUNT + EN_COUNT)

const char *criteria_standard_name(enum standard standard)
{
    switch (standard) {
    case STANDARD_MATTERHORN: return "Matterhorn Protocol 1.1 (PDF/UA-1)";
    case STANDARD_WCAG: return "WCAG 2.2, levels A and AA";
    case STANDARD_EN: return "EN 301 549 V3.2.1, clause 10";
    case STANDARD_COUNT: break;
    }
    return "";
}

const struct criterion *criteria_find(const char *id)
{
    for (size_t i = 0; i < STANDARD_COUNT; i++)
        for (size_t j = 0; j < criteria[i].count; j++)
            if (strcmp(criteria[i].rows[j].id, id) == 0)
                return &criteria[i].rows[j];
    return NULL;
}

const char *criteria_nearest(const char *id)
{
    const char *ids[CRITERIA_COUNT];
    size_t count = 0;
    for (size_t i = 0; i < STANDARD_COUNT; i++)
        for (size_t j = 0; j < criteria[i].count; j++)
            ids[count++] = criteria[i].rows[j].id;
    return suggest_nearest(id, ids, count);
}
