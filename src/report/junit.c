#include "report/junit.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/utf8.h"

/* GitLab reads at most 250,000 objects of XML, of which a case has up to a dozen. */
#define CASES_MOST    20000u
#define FINDINGS_MOST 100u               /* told of one leaflet */
#define BYTES_MOST    ((size_t)24 << 20) /* of findings: GitLab reads files below 30 MB */

struct junit {
    const struct report_run *run;
    struct buf *out;
    struct arena arena;
    struct map names; /* those that were used, with how often */
};

/* XML 1.0, 2.2: other characters are none, even as references. */
static bool is_character(uint32_t c)
{
    return c == '\t' || c == '\n' || (c >= 0x20 && c < 0xfffe) || c > 0xffff;
}

static void put_escaped(struct buf *out, const char *string)
{
    struct slice text = slice_from(string);
    for (size_t pos = 0; pos < text.len;) {
        bool good = utf8_check(slice_sub(text, pos, 4)) > 0;
        uint32_t c = good ? utf8_next(text, &pos) : 0xfffd;
        pos += !good;
        if (c == '&' || c == '<' || c == '>' || c == '"' || (c < 0x20 && is_character(c)))
            buf_format(out, "&#%u;", (unsigned)c);
        else
            buf_put_utf8(out, is_character(c) ? c : 0xfffd);
    }
}

static void put_attribute(struct buf *out, const char *name, const char *value)
{
    buf_format(out, " %s=\"", name);
    put_escaped(out, value);
    buf_put_char(out, '"');
}

static void put_line(struct buf *out, const struct finding *finding)
{
    struct buf line = {0};
    if (finding->path) {
        diag_put_clean(&line, slice_from(finding->path));
        if (finding->start.line > 0)
            buf_format(&line, ":%u:%u", finding->start.line, finding->start.column);
        buf_put_string(&line, ": ");
    }
    buf_format(&line, "%s: %s [%s]", finding_severity_name(finding->severity), finding->message,
               diag_code_name(finding->code));
    put_escaped(out, line.data);
    buf_put_char(out, '\n');
    if (finding->hint) {
        buf_put_string(out, "  hint: ");
        put_escaped(out, finding->hint);
        buf_put_char(out, '\n');
    }
    buf_free(&line);
}

static void put_findings(struct junit *junit, const struct report_leaflet *leaflet)
{
    const struct finding *own = junit->run->findings + leaflet->first;
    const struct finding **ranked = finding_rank(own, leaflet->count, &junit->arena);
    size_t told = leaflet->count < FINDINGS_MOST ? leaflet->count : FINDINGS_MOST;
    if (junit->out->len > BYTES_MOST)
        told = 0;
    buf_put_char(junit->out, '\n');
    for (size_t i = 0; i < told; i++)
        put_line(junit->out, ranked[i]);
    if (told < leaflet->count)
        buf_format(junit->out, "%zu more\n", leaflet->count - told);
}

/* A failure's headline. What is told once for several leaflets may stand with another one. */
static void put_headline(struct junit *junit, const struct report_leaflet *leaflet)
{
    size_t counts[DIAG_ERROR + 1] = {0};
    struct buf text = {0};
    for (size_t i = 0; i < leaflet->count; i++)
        counts[junit->run->findings[leaflet->first + i].severity]++;
    run_put_counts(counts, &text);
    if (leaflet->count == 0)
        buf_put_string(&text, "by what is told of another leaflet or of the settings");
    put_attribute(junit->out, "message", text.data);
    buf_free(&text);
}

/* Of two cases with one name GitLab counts the first. */
static const char *unique(struct junit *junit, const char *path)
{
    struct slice key = slice_from(path);
    unsigned *used = map_get(&junit->names, key);
    if (!used) {
        used = ARENA_NEW(&junit->arena, unsigned);
        map_put(&junit->names, key, used);
    }
    return ++*used == 1 ? path : arena_format(&junit->arena, "%s (%u)", path, *used);
}

static void put_case(struct junit *junit, const struct report_leaflet *leaflet, bool is_file)
{
    struct buf *out = junit->out;
    const char *element = leaflet->broken ? "error" : leaflet->failed ? "failure" : "system-out";
    struct arena_mark mark;
    buf_put_string(out, "    <testcase");
    put_attribute(out, "classname", file_folder(&junit->arena, leaflet->path));
    put_attribute(out, "name", unique(junit, leaflet->path));
    if (is_file)
        put_attribute(out, "file", leaflet->path);
    if (leaflet->count == 0 && !leaflet->failed && !leaflet->broken) {
        buf_put_string(out, "/>\n");
        return;
    }
    mark = arena_mark_get(&junit->arena);
    buf_format(out, ">\n      <%s", element);
    if (leaflet->failed || leaflet->broken)
        put_headline(junit, leaflet);
    buf_put_char(out, '>');
    put_findings(junit, leaflet);
    buf_format(out, "      </%s>\n    </testcase>\n", element);
    arena_reset(&junit->arena, mark);
}

/* Those that failed come first where not all can be told. */
static void put_cases(struct junit *junit)
{
    const struct report_run *run = junit->run;
    bool all = run->leaflet_count <= CASES_MOST;
    size_t told = 0;
    for (int round = all ? 1 : 0; round < 2; round++)
        for (size_t i = 0; i < run->leaflet_count && told < CASES_MOST; i++) {
            const struct report_leaflet *leaflet = &run->leaflets[i];
            bool failed = leaflet->failed || leaflet->broken;
            if (!all && failed != (round == 0))
                continue;
            put_case(junit, leaflet, true);
            told++;
        }
    if (told < run->leaflet_count)
        buf_format(junit->out, "    <testcase classname=\"leafset\" name=\"%zu more leaflets\"/>\n",
                   run->leaflet_count - told);
}

/* What is told of no leaflet alone, as a case of its own: what leaflets contradict each other in.
 */
static struct report_leaflet rest_of(const struct report_run *run)
{
    struct report_leaflet rest = {.path = "all leaflets", .count = run->finding_count};
    if (run->leaflet_count > 0) {
        const struct report_leaflet *last = &run->leaflets[run->leaflet_count - 1];
        rest.first = last->first + last->count;
        rest.count -= rest.first;
    }
    for (size_t i = rest.first; i < run->finding_count; i++)
        rest.failed = rest.failed || run->findings[i].severity >= run->fail_on;
    return rest;
}

static void put_totals(const struct report_run *run, struct buf *out)
{
    size_t failures = 0, errors = 0;
    for (size_t i = 0; i < run->leaflet_count; i++) {
        errors += run->leaflets[i].broken;
        failures += run->leaflets[i].failed && !run->leaflets[i].broken;
    }
    struct report_leaflet rest = rest_of(run);
    buf_format(out, " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\"",
               run->leaflet_count + (rest.count > 0), failures + rest.failed, errors);
}

void junit_put(const struct report_run *run, struct buf *out)
{
    struct junit junit = {.run = run, .out = out};
    buf_put_string(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"leafset\"");
    put_totals(run, out);
    buf_format(out, ">\n  <testsuite name=\"leafset %s\"", run->check ? "check" : "build");
    put_totals(run, out);
    buf_put_string(out, ">\n");
    put_cases(&junit);
    struct report_leaflet rest = rest_of(run);
    if (rest.count > 0)
        put_case(&junit, &rest, false);
    buf_put_string(out, "  </testsuite>\n</testsuites>\n");
    map_free(&junit.names);
    arena_free(&junit.arena);
}
