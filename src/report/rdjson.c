#include "report/rdjson.h"

#include "report/json.h"

static const char *severity_of(enum diag_severity severity)
{
    switch (severity) {
    case DIAG_NOTE: return "INFO";
    case DIAG_WARNING: return "WARNING";
    case DIAG_ERROR: return "ERROR";
    }
    return "";
}

static void put_position(struct json *json, const char *key, const struct finding_place *place)
{
    json_open(json, key, '{');
    json_number(json, "line", place->line);
    json_number(json, "column", place->byte);
    json_close(json, '}');
}

static void put_range(struct json *json, const struct finding_place *start,
                      const struct finding_place *end)
{
    if (start->line == 0)
        return;
    json_open(json, "range", '{');
    put_position(json, "start", start);
    put_position(json, "end", end);
    json_close(json, '}');
}

static void put_suggestion(struct json *json, const struct finding_fix *fix)
{
    if (!fix->text)
        return;
    json_open(json, "suggestions", '[');
    json_open(json, NULL, '{');
    put_range(json, &fix->start, &fix->end);
    json_text(json, "text", fix->text);
    json_close(json, '}');
    json_close(json, ']');
}

static void put_finding(struct json *json, const struct finding *finding)
{
    struct buf message = {0};
    buf_put_string(&message, finding->message);
    if (finding->hint)
        buf_format(&message, "\n%s", finding->hint);
    json_open(json, NULL, '{');
    json_slice(json, "message", buf_slice(&message));
    json_open(json, "location", '{');
    json_text(json, "path", finding->path);
    put_range(json, &finding->start, &finding->end);
    json_close(json, '}');
    json_text(json, "severity", severity_of(finding->severity));
    json_open(json, "code", '{');
    json_text(json, "value", diag_code_name(finding->code));
    json_close(json, '}');
    put_suggestion(json, &finding->fix);
    json_close(json, '}');
    buf_free(&message);
}

void rdjson_put(const struct report_run *run, struct buf *out)
{
    struct json json = {.out = out};
    json_open(&json, NULL, '{');
    json_open(&json, "source", '{');
    json_text(&json, "name", "leafset");
    json_close(&json, '}');
    json_open(&json, "diagnostics", '[');
    for (size_t i = 0; i < run->finding_count; i++)
        if (run->findings[i].path)
            put_finding(&json, &run->findings[i]);
    json_close(&json, ']');
    json_close(&json, '}');
}
