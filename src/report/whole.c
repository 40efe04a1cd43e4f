#include "report/whole.h"

#include "base/version.h"
#include "report/json.h"

static void put_place(struct json *json, const struct finding_place *start,
                      const struct finding_place *end)
{
    if (start->line == 0)
        return;
    json_number(json, "line", start->line);
    json_number(json, "column", start->column);
    json_number(json, "endLine", end->line);
    json_number(json, "endColumn", end->column);
}

static void put_fix(struct json *json, const struct finding_fix *fix)
{
    if (!fix->text)
        return;
    json_open(json, "fix", '{');
    put_place(json, &fix->start, &fix->end);
    json_text(json, "text", fix->text);
    json_close(json, '}');
}

static void put_finding(struct json *json, const struct finding *finding)
{
    struct buf identity = {0};
    finding_put_identity(finding, &identity);
    json_open(json, NULL, '{');
    json_text(json, "code", diag_code_name(finding->code));
    json_text(json, "severity", finding_severity_name(finding->severity));
    json_text(json, "file", finding->path);
    put_place(json, &finding->start, &finding->end);
    json_text(json, "message", finding->message);
    json_text(json, "hint", finding->hint);
    json_text(json, "fingerprint", identity.data);
    put_fix(json, &finding->fix);
    json_close(json, '}');
    buf_free(&identity);
}

static void put_leaflet(struct json *json, const struct report_leaflet *leaflet)
{
    json_open(json, NULL, '{');
    json_text(json, "file", leaflet->path);
    json_text(json, "result", leaflet->broken ? "broken" : leaflet->failed ? "failed" : "passed");
    json_number(json, "findings", leaflet->count);
    json_close(json, '}');
}

static void put_summary(struct json *json, const struct report_run *run)
{
    json_open(json, "summary", '{');
    json_number(json, "leaflets", run->leaflet_count);
    json_number(json, "failed", run_failures(run));
    json_number(json, "errors", run->counts[DIAG_ERROR]);
    json_number(json, "warnings", run->counts[DIAG_WARNING]);
    json_number(json, "notes", run->counts[DIAG_NOTE]);
    json_number(json, "inBaseline", run->known);
    json_number(json, "goneFromBaseline", run->gone);
    json_number(json, "unchanged", run->unchanged);
    json_close(json, '}');
}

void whole_put(const struct report_run *run, struct buf *out)
{
    struct json json = {.out = out};
    json_open(&json, NULL, '{');
    json_number(&json, "version", WHOLE_VERSION);
    json_text(&json, "tool", "leafset " LEAFSET_VERSION);
    json_text(&json, "command", run->check ? "check" : "build");
    json_text(&json, "failOn", finding_severity_name(run->fail_on));
    put_summary(&json, run);
    json_open(&json, "leaflets", '[');
    for (size_t i = 0; i < run->leaflet_count; i++)
        put_leaflet(&json, &run->leaflets[i]);
    json_close(&json, ']');
    json_open(&json, "findings", '[');
    for (size_t i = 0; i < run->finding_count; i++)
        put_finding(&json, &run->findings[i]);
    json_close(&json, ']');
    json_close(&json, '}');
}
