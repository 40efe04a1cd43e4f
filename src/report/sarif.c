#include "report/sarif.h"

#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "base/version.h"
#include "check/check.h"
#include "report/json.h"

#define RESULTS_MOST 5000u /* GitHub keeps no more of a run */
#define TEXT_MOST    1024u /* characters of a rule's full description */

#define SCHEMA                                                                                     \
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

struct sarif {
    struct json json;
    const struct report_run *run;
    struct arena arena;
    const struct finding **ranked;
    size_t count, told;              /* results: all, and those within the limit */
    unsigned rules[DIAG_CODE_COUNT]; /* index among the rules, from 1; 0: not told */
    struct slice identity;           /* of the run */
};

/* RFC 3986: a relative reference, or a file's URI. */
static void put_uri(struct buf *out, const char *path)
{
    if (*path == '/')
        buf_put_string(out, "file://");
    for (; *path; path++) {
        bool plain = ascii_is_alnum(*path) || (*path && strchr("-._~/", *path));
        if (plain)
            buf_put_char(out, *path);
        else
            buf_format(out, "%%%02X", (unsigned)(unsigned char)*path);
    }
}

static void put_message(struct json *json, const char *key, const char *text)
{
    json_open(json, key, '{');
    json_text(json, "text", text);
    json_close(json, '}');
}

static const char *level_of(enum diag_severity severity)
{
    return finding_severity_name(severity); /* the same words: error, warning, note */
}

/* What orders GitHub's list. */
static const char *problem_of(enum diag_severity severity)
{
    switch (severity) {
    case DIAG_NOTE: return "recommendation";
    case DIAG_WARNING: return "warning";
    case DIAG_ERROR: return "error";
    }
    return "";
}

/* As a sentence: with a capital and a full stop. */
static const char *sentence(struct arena *arena, const char *text)
{
    char *made = arena_format(arena, "%s%s", text, slice_ends(slice_from(text), ".") ? "" : ".");
    if (*made >= 'a' && *made <= 'z')
        *made = (char)(*made - 'a' + 'A');
    return made;
}

/* What the rule asks, why and who, and both examples; Markdown too, which GitHub shows. */
static void put_help(struct json *json, const struct rule *rule, struct arena *arena)
{
    struct buf text = {0}, markdown = {0};
    buf_put_string(&text, sentence(arena, rule->asks));
    if (rule->why)
        buf_format(&text, " %s", sentence(arena, rule->why));
    buf_put_slice(&markdown, buf_slice(&text));
    if (rule->source) {
        buf_format(&text, "\nSource: %s", rule->source);
        buf_format(&markdown, "\n\nSource: %s", rule->source);
    }
    if (rule->bad && rule->good) {
        buf_format(&text, "\nNot so:\n%s\nBut:\n%s", rule->bad, rule->good);
        buf_format(&markdown, "\n\nNot so:\n\n~~~~~\n%s\n~~~~~\n\nBut:\n\n~~~~~\n%s\n~~~~~\n",
                   rule->bad, rule->good);
    }
    json_open(json, "help", '{');
    json_text(json, "text", text.data);
    json_text(json, "markdown", markdown.data);
    json_close(json, '}');
    buf_free(&text);
    buf_free(&markdown);
}

/* Where the rule's source can be read. */
static void put_address(struct json *json, const struct rule *rule)
{
    const char *address = rule->source ? strstr(rule->source, "https://") : NULL;
    if (address)
        json_slice(json, "helpUri", (struct slice){address, strcspn(address, "; ,")});
}

/* At most so many characters, and those whole. */
static const char *shortened(struct arena *arena, const char *string)
{
    struct slice text = slice_from(string);
    size_t pos = 0;
    for (size_t characters = 0; pos < text.len && characters < TEXT_MOST; characters++)
        utf8_next(text, &pos);
    return arena_string(arena, slice_sub(text, 0, pos));
}

static void put_rule(struct json *json, enum diag_code code, struct arena *arena)
{
    enum diag_severity severity = diag_code_severity(code);
    const struct rule *rule = check_rule_of(code);
    const char *asks = sentence(arena, rule->asks);
    const char *full =
        rule->why ? arena_format(arena, "%s %s", asks, sentence(arena, rule->why)) : asks;
    json_open(json, NULL, '{');
    json_text(json, "id", diag_code_name(code));
    put_message(json, "shortDescription", shortened(arena, asks));
    put_message(json, "fullDescription", shortened(arena, full));
    put_help(json, rule, arena);
    put_address(json, rule);
    json_open(json, "defaultConfiguration", '{');
    json_text(json, "level", level_of(severity));
    json_close(json, '}');
    json_open(json, "properties", '{');
    json_text(json, "precision", severity == DIAG_NOTE ? "medium" : "high");
    json_text(json, "problem.severity", problem_of(severity));
    json_open(json, "tags", '[');
    json_text(json, NULL, rule_family_heading(rule->family));
    json_close(json, ']');
    json_close(json, '}');
    json_close(json, '}');
}

static void put_driver(struct sarif *sarif)
{
    struct json *json = &sarif->json;
    unsigned count = 0;
    json_open(json, "tool", '{');
    json_open(json, "driver", '{');
    json_text(json, "name", "leafset");
    json_text(json, "semanticVersion", LEAFSET_VERSION);
    json_open(json, "rules", '[');
    for (size_t i = 0; i < sarif->told; i++) {
        enum diag_code code = sarif->ranked[i]->code;
        if (sarif->rules[code] > 0)
            continue;
        sarif->rules[code] = ++count;
        put_rule(json, code, &sarif->arena);
    }
    json_close(json, ']');
    json_close(json, '}');
    json_close(json, '}');
}

static void put_artifact(struct json *json, const char *path)
{
    struct buf uri = {0};
    put_uri(&uri, path);
    json_open(json, "artifactLocation", '{');
    json_slice(json, "uri", buf_slice(&uri));
    json_close(json, '}');
    buf_free(&uri);
}

static void put_region(struct json *json, const char *key, const struct finding_place *start,
                       const struct finding_place *end)
{
    json_open(json, key, '{');
    json_number(json, "startLine", start->line);
    json_number(json, "startColumn", start->column);
    json_number(json, "endLine", end->line);
    json_number(json, "endColumn", end->column);
    json_close(json, '}');
}

/* One location, on one line: GitHub shows an alert in a pull request only where all its lines are
 * in the changes. What concerns all of a file stands at its beginning. */
static void put_location(struct json *json, const struct finding *finding)
{
    static const struct finding_place top = {1, 1, 1};
    bool placed = finding->start.line > 0;
    json_open(json, "locations", '[');
    json_open(json, NULL, '{');
    json_open(json, "physicalLocation", '{');
    put_artifact(json, finding->path);
    put_region(json, "region", placed ? &finding->start : &top,
               placed ? &finding->first_end : &top);
    json_close(json, '}');
    json_close(json, '}');
    json_close(json, ']');
}

static void put_fix(struct json *json, const struct finding *finding)
{
    const struct finding_fix *fix = &finding->fix;
    if (!fix->text)
        return;
    json_open(json, "fixes", '[');
    json_open(json, NULL, '{');
    json_open(json, "artifactChanges", '[');
    json_open(json, NULL, '{');
    put_artifact(json, finding->path);
    json_open(json, "replacements", '[');
    json_open(json, NULL, '{');
    put_region(json, "deletedRegion", &fix->start, &fix->end);
    if (*fix->text)
        put_message(json, "insertedContent", fix->text);
    json_close(json, '}');
    json_close(json, ']');
    json_close(json, '}');
    json_close(json, ']');
    json_close(json, '}');
    json_close(json, ']');
}

/* What looks like [a link](of Markdown) is one in a message, but with a backslash (3.11.6). */
static void put_literal(struct buf *out, const char *text)
{
    bool links = strstr(text, "](") != NULL;
    for (; *text; text++) {
        if (links && (*text == '[' || *text == ']'))
            buf_put_char(out, '\\');
        buf_put_char(out, *text);
    }
}

static void put_result(struct sarif *sarif, const struct finding *finding)
{
    struct json *json = &sarif->json;
    struct buf text = {0};
    json_open(json, NULL, '{');
    json_text(json, "ruleId", diag_code_name(finding->code));
    json_number(json, "ruleIndex", sarif->rules[finding->code] - 1);
    json_text(json, "level", level_of(finding->severity));
    put_literal(&text, finding->message);
    if (finding->hint) {
        buf_put_char(&text, '\n');
        put_literal(&text, finding->hint);
    }
    put_message(json, "message", text.data);
    put_location(json, finding);
    json_open(json, "partialFingerprints", '{');
    buf_clear(&text);
    finding_put_identity(finding, &text);
    json_slice(json, "primaryLocationLineHash", buf_slice(&text));
    json_close(json, '}');
    put_fix(json, finding);
    json_close(json, '}');
    buf_free(&text);
}

static void put_notification(struct json *json, enum diag_severity severity, const char *text)
{
    json_open(json, NULL, '{');
    json_text(json, "level", level_of(severity));
    put_message(json, "message", text);
    json_close(json, '}');
}

/* What has no place, and what the results leave out. */
static void put_invocation(struct sarif *sarif)
{
    struct json *json = &sarif->json;
    const struct report_run *run = sarif->run;
    json_open(json, "invocations", '[');
    json_open(json, NULL, '{');
    json_bool(json, "executionSuccessful", !run->broken);
    json_open(json, "toolExecutionNotifications", '[');
    for (size_t i = 0; i < run->finding_count; i++)
        if (!run->findings[i].path)
            put_notification(json, run->findings[i].severity, run->findings[i].message);
    if (sarif->count > sarif->told)
        put_notification(json, DIAG_WARNING,
                         arena_format(&sarif->arena,
                                      "%zu more results are left out, the least severe ones",
                                      sarif->count - sarif->told));
    json_close(json, ']');
    json_close(json, '}');
    json_close(json, ']');
}

/* Two files of one tool and category in one run of GitHub's fail: shards check other paths, so
 * their names differ. */
static void put_automation(struct sarif *sarif)
{
    const struct report_run *run = sarif->run;
    struct buf id = {0};
    buf_put_string(&id, "leafset/");
    if (run->path_count == 1) {
        put_uri(&id, run->paths[0]);
    } else {
        uint64_t hash = HASH_SEED;
        for (size_t i = 0; i < run->path_count; i++)
            hash = hash_bytes(hash, run->paths[i], strlen(run->paths[i]) + 1);
        buf_format(&id, "%016llx", (unsigned long long)hash);
    }
    if (!slice_ends(buf_slice(&id), "/"))
        buf_put_char(&id, '/');
    if (run->shard > 0)
        buf_format(&id, "shard-%u/", run->shard);
    json_open(&sarif->json, "automationDetails", '{');
    json_slice(&sarif->json, "id", buf_slice(&id));
    json_close(&sarif->json, '}');
    buf_free(&id);
}

/* The results: all findings that have a place, the most severe first. */
static void rank(struct sarif *sarif)
{
    const struct report_run *run = sarif->run;
    const struct finding **ranked = finding_rank(run->findings, run->finding_count, &sarif->arena);
    for (size_t i = 0; i < run->finding_count; i++)
        if (ranked[i]->path)
            ranked[sarif->count++] = ranked[i];
    sarif->ranked = ranked;
    sarif->told = sarif->count < RESULTS_MOST ? sarif->count : RESULTS_MOST;
}

void sarif_put(const struct report_run *run, struct buf *out)
{
    struct sarif sarif = {.json = {.out = out}, .run = run};
    struct json *json = &sarif.json;
    rank(&sarif);
    json_open(json, NULL, '{');
    json_text(json, "$schema", SCHEMA);
    json_text(json, "version", "2.1.0");
    json_open(json, "runs", '[');
    json_open(json, NULL, '{');
    put_driver(&sarif);
    put_invocation(&sarif);
    put_automation(&sarif);
    json_text(json, "columnKind", "unicodeCodePoints");
    json_open(json, "results", '[');
    for (size_t i = 0; i < sarif.told; i++)
        put_result(&sarif, sarif.ranked[i]);
    json_close(json, ']');
    json_close(json, '}');
    json_close(json, ']');
    json_close(json, '}');
    arena_free(&sarif.arena);
}
