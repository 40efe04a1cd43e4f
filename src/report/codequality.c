#include "report/codequality.h"

#include "report/json.h"

/* Of info, minor, major, critical and blocker. */
static const char *severity_of(const struct finding *finding)
{
    switch (finding->severity) {
    case DIAG_NOTE: return "info";
    case DIAG_WARNING: return "minor";
    case DIAG_ERROR: return "major";
    }
    return "";
}

static void put_description(struct json *json, const struct finding *finding)
{
    struct buf text = {0};
    buf_put_string(&text, finding->message);
    if (finding->hint)
        buf_format(&text, " (%s)", finding->hint);
    json_slice(json, "description", buf_slice(&text));
    buf_free(&text);
}

/* A place is mandatory: what concerns all of a file stands at its first line. */
static void put_location(struct json *json, const struct finding *finding)
{
    bool placed = finding->start.line > 0;
    json_open(json, "location", '{');
    json_text(json, "path", finding->path);
    json_open(json, "lines", '{');
    json_number(json, "begin", placed ? finding->start.line : 1);
    json_number(json, "end", placed ? finding->end.line : 1);
    json_close(json, '}');
    json_close(json, '}');
}

static void put_finding(struct json *json, const struct finding *finding)
{
    struct buf identity = {0};
    finding_put_identity(finding, &identity);
    json_open(json, NULL, '{');
    put_description(json, finding);
    json_text(json, "check_name", diag_code_name(finding->code));
    json_text(json, "fingerprint", identity.data);
    json_text(json, "severity", severity_of(finding));
    put_location(json, finding);
    json_close(json, '}');
    buf_free(&identity);
}

void codequality_put(const struct report_run *run, struct buf *out)
{
    struct json json = {.out = out};
    json_open(&json, NULL, '[');
    for (size_t i = 0; i < run->finding_count; i++)
        if (run->findings[i].path)
            put_finding(&json, &run->findings[i]);
    json_close(&json, ']');
}
