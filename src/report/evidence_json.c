#include "report/evidence_json.h"

#include "base/version.h"
#include "report/json.h"
#include "report/status.h"

static void put_judged(struct json *json, const struct evidence_entry *entry)
{
    char day[STATUS_DAY_SIZE];
    if (!entry->by) {
        json_null(json, "judged");
        return;
    }
    json_open(json, "judged", '{');
    json_text(json, "by", entry->by);
    json_text(json, "on", status_day(entry->on.year, entry->on.month, entry->on.day, day));
    json_close(json, '}');
}

static void put_entry(struct json *json, const struct criterion *criterion,
                      const struct evidence_entry *entry)
{
    json_open(json, NULL, '{');
    json_text(json, "id", criterion->id);
    json_text(json, "result", verdict_key(entry->kind));
    json_text_or_null(json, "why", entry->why);
    json_text_or_null(json, "question", entry->question);
    put_judged(json, entry);
    json_text_or_null(json, "judgement_void", entry->void_why);
    json_close(json, '}');
}

static void put_leaflet(struct json *json, const struct evidence_leaflet *leaflet)
{
    json_open(json, NULL, '{');
    json_text(json, "path", leaflet->path);
    json_text_or_null(json, "title", leaflet->title);
    json_text_or_null(json, "reference", leaflet->reference);
    json_text_or_null(json, "version", leaflet->version);
    json_number(json, "errors", leaflet->errors);
    json_open(json, "criteria", '[');
    for (size_t i = 0; leaflet->entries && i < STANDARD_COUNT; i++)
        for (size_t j = 0; j < criteria[i].count; j++)
            put_entry(json, &criteria[i].rows[j],
                      &leaflet->entries[evidence_first((enum standard)i) + j]);
    json_close(json, ']');
    json_close(json, '}');
}

static void put_standard(struct json *json, enum standard standard)
{
    json_open(json, NULL, '{');
    json_text(json, "name", criteria_standard_name(standard));
    json_open(json, "criteria", '[');
    for (size_t i = 0; i < criteria[standard].count; i++) {
        const struct criterion *row = &criteria[standard].rows[i];
        json_open(json, NULL, '{');
        json_text(json, "id", row->id);
        json_text(json, "name", row->name);
        json_text_or_null(json, "level", row->level);
        json_text_or_null(json, "as", row->as);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_close(json, '}');
}

void evidence_put_json(const struct evidence *evidence, struct buf *out)
{
    struct json json = {.out = out};
    json_open(&json, NULL, '{');
    json_number(&json, "version", EVIDENCE_JSON_VERSION);
    json_text(&json, "tool", "leafset " LEAFSET_VERSION);
    json_open(&json, "standards", '[');
    for (size_t i = 0; i < STANDARD_COUNT; i++)
        put_standard(&json, (enum standard)i);
    json_close(&json, ']');
    json_open(&json, "leaflets", '[');
    for (size_t i = 0; i < evidence->count; i++)
        put_leaflet(&json, &evidence->leaflets[i]);
    json_close(&json, ']');
    json_close(&json, '}');
}
