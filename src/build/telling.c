#include "build/telling.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "build/mend.h"
#include "build/progress.h"
#include "build/refusal.h"
#include "build/targets.h"
#include "report/formats.h"
#include "report/git.h"
#include "report/github.h"

#define BASELINE_LIMIT ((size_t)256 << 20)

/* A file that something is told of: where it is, and what it is called for other programs. */
struct place_named {
    const char *real, *path;
};

/* ---- the start */

static enum status read_baseline(struct telling *telling)
{
    struct slice text;
    unsigned line;
    const char *reason, *file = telling->options->baseline;
    struct arena *arena = &telling->arena;
    if (!file)
        return STATUS_OK;
    enum status status = inputs_read(telling->inputs, file, BASELINE_LIMIT, arena, &text, &reason);
    if (status != STATUS_OK)
        return refusal_tell(DIAG_CODE_FILE_UNREADABLE, file,
                            "leafset check --write-baseline FILE writes one",
                            arena_format(arena, "the baseline cannot be read: %s", reason));
    if (baseline_parse(text, &telling->baseline, &line))
        return STATUS_OK;
    return refusal_say(arena_format(arena, "--baseline %s: line %u is no entry", file, line),
                       "write it anew with leafset check --write-baseline FILE");
}

static enum status ask_git(struct telling *telling)
{
    const char *reason, *hint, *ref = telling->options->since;
    struct arena *arena = &telling->arena;
    if (!ref || git_changes(ref, &telling->changes, arena, &reason, &hint))
        return STATUS_OK;
    return refusal_say(arena_format(arena, "--since %s: %s", ref, reason), hint);
}

static bool wants_summary(const struct build_options *options)
{
    for (size_t i = 0; i < options->report_count; i++)
        if (report_format_is_github(options->reports[i].format))
            return options->step_summary != NULL;
    return false;
}

/* It may lie anywhere, so it is opened before the sandbox. */
static enum status open_summary(struct telling *telling)
{
    const char *file = telling->options->step_summary, *reason;
    if (!wants_summary(telling->options))
        return STATUS_OK;
    telling->summary = file_open_to_append(file, &telling->summary_size, &reason);
    if (telling->summary >= 0)
        return STATUS_OK;
    return refusal_tell(DIAG_CODE_OUTPUT_FAILED, file, "check GITHUB_STEP_SUMMARY, or unset it",
                        arena_format(&telling->arena, "cannot be written: %s", reason));
}

enum status telling_open(struct telling *telling, const struct build_options *options,
                         const struct job_list *jobs, struct inputs *inputs)
{
    *telling = (struct telling){
        .options = options,
        .jobs = jobs,
        .inputs = inputs,
        .summary = -1,
        .run = {.check = options->check,
                .fail_on = report_fails_by(options),
                .paths = options->paths,
                .shard = options->shard.number,
                .path_count = options->path_count},
    };
    if (!options->keeps && !options->deps.file)
        return STATUS_OK;
    telling->here = inputs_real(inputs, &telling->arena, ".", NULL);
    enum status status = read_baseline(telling);
    if (status == STATUS_OK)
        status = ask_git(telling);
    if (status == STATUS_OK)
        status = open_summary(telling);
    return status == STATUS_OK
               ? targets_open(options, jobs, inputs, &telling->arena, &telling->scribe)
               : status;
}

/* ---- findings */

/* The text of one leaflet. */
struct crowd {
    struct buf *text;
    unsigned per_code[DIAG_CODE_COUNT];
    const char *last[DIAG_CODE_COUNT]; /* the file of the last one; borrowed */
    bool again[DIAG_CODE_COUNT];       /* it says again what is told of a leaflet before */
};

/* As seen from the working folder, if it is below that, without links among the folders: what other
 * programs find in the repository. */
static const struct place_named *place_of(struct telling *telling, const char *name)
{
    struct arena *arena = &telling->arena;
    struct place_named *place = map_get(&telling->places, slice_from(name));
    if (place)
        return place;
    place = ARENA_NEW(arena, struct place_named);
    name = arena_string(arena, slice_from(name));
    bool nowhere = strcmp(name, "<stdin>") == 0;
    place->real = nowhere ? name : targets_real(telling->inputs, arena, name);
    place->path = place->real;
    if (telling->here && strcmp(telling->here, place->real) != 0 &&
        file_is_inside(place->real, telling->here))
        place->path = file_relative(arena, telling->here, place->real);
    map_put(&telling->places, slice_from(name), place);
    return place;
}

/* What stands at the top of a file without any extent is about all of it, as is what has no place.
 */
static bool is_of_all(const struct finding *finding)
{
    const struct finding_place *start = &finding->start, *end = &finding->end;
    return start->line <= 1 && start->column <= 1 && end->line <= 1 && end->column <= 1;
}

static bool is_unchanged(struct telling *telling, const struct finding *finding)
{
    bool all = is_of_all(finding);
    return telling->options->since && finding->name &&
           !changes_touch(&telling->changes, place_of(telling, finding->name)->real,
                          all ? 0 : finding->start.line, finding->end.line);
}

/* True: it is known, or stands where nothing has changed. */
static bool passes_over(struct telling *telling, const struct finding *finding)
{
    const struct build_options *options = telling->options;
    if (finding_is_environment(finding->code))
        return false;
    if (options->write_baseline) {
        struct buf line = {0};
        baseline_put_line(finding, &line);
        *MEM_PUSH(telling->known, telling->known_count, telling->known_cap) =
            buf_keep(&line, &telling->arena).ptr;
        return true;
    }
    if (options->baseline && baseline_takes(&telling->baseline, finding)) {
        telling->run.known++;
        return true;
    }
    bool unchanged = is_unchanged(telling, finding);
    telling->run.unchanged += unchanged;
    return unchanged;
}

static unsigned count_occurrence(struct telling *telling, const struct finding *finding)
{
    struct arena *arena = &telling->arena;
    unsigned *count = map_get(&telling->repeats, slice_from(finding->fingerprint));
    if (!count) {
        count = ARENA_NEW(arena, unsigned);
        map_put(&telling->repeats,
                slice_from(arena_string(arena, slice_from(finding->fingerprint))), count);
    }
    return ++*count;
}

static void keep(struct telling *telling, const struct finding *finding)
{
    struct report_run *run = &telling->run;
    struct finding plain = *finding;
    plain.context = NULL;
    finding_copy(&plain, &telling->arena,
                 MEM_PUSH(run->findings, run->finding_count, run->finding_cap));
}

/* Of each code people read DIAG_LIMIT a leaflet, however many programs do. */
static void put_text(const struct telling *telling, const struct finding *finding,
                     struct crowd *crowd)
{
    const struct build_options *options = telling->options;
    if (options->silent || ++crowd->per_code[finding->code] > DIAG_LIMIT)
        return;
    crowd->last[finding->code] = finding->name;
    finding_put_text(finding, crowd->text, options->context, options->colour);
}

static void put_more(const struct telling *telling, const struct crowd *crowd)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    for (int code = 0; code < DIAG_CODE_COUNT; code++)
        if (crowd->per_code[code] > DIAG_LIMIT)
            diag_add_file(&diags, DIAG_CODE_MORE_DIAGNOSTICS, crowd->last[code], NULL,
                          "%u more of the kind %s are not shown",
                          crowd->per_code[code] - DIAG_LIMIT, diag_code_name((enum diag_code)code));
    diag_print(&diags, crowd->text, false, telling->options->colour);
    diag_free(&diags);
    arena_free(&arena);
}

/* Tells it, unless it may be passed over: true if it was told. */
static bool tell(struct telling *telling, struct finding finding, bool always, struct crowd *crowd)
{
    bool wanted = telling->options->keeps;
    if (wanted) {
        finding.path = finding.name ? place_of(telling, finding.name)->path : NULL;
        finding_identify(&finding);
        finding.occurrence = count_occurrence(telling, &finding);
    }
    if (wanted && !always && passes_over(telling, &finding))
        return false;
    telling->run.counts[finding.severity]++;
    telling->fixable += finding.fix.text != NULL;
    if (wanted)
        keep(telling, &finding);
    put_text(telling, &finding, crowd);
    return true;
}

/* Of equal ones the first is told, or passed over, for all; of those that several leaflets give
 * cause for, the first that is not passed over. */
static bool tell_once(struct telling *telling, const struct report_part *part, struct crowd *crowd)
{
    static const char told[] = "told", passed[] = "passed over";
    bool general = report_is_general(part->finding.code);
    const char *verdict = part->once.len > 0 ? map_get(&telling->once, part->once) : NULL;
    if (general && verdict == told && !crowd->again[part->finding.code]) {
        crowd->again[part->finding.code] = true;
        telling->more[part->finding.code]++;
    }
    if (verdict == told || (verdict && !general))
        return verdict == told;
    bool is_told = tell(telling, part->finding, false, crowd);
    if (part->once.len > 0)
        map_put(&telling->once, arena_copy(&telling->arena, part->once),
                (void *)(uintptr_t)(is_told ? told : passed));
    return is_told;
}

void telling_add(struct telling *telling, const struct diag_list *diags, struct buf *text)
{
    struct report report = {0};
    struct crowd crowd = {.text = text};
    report_make(diags, "", telling->options, &report);
    for (const struct report_part *part = report.first; part; part = part->next) {
        tell(telling, part->finding, true, &crowd);
        telling->run.broken = telling->run.broken || finding_is_environment(part->finding.code);
    }
    report_free(&report);
}

enum status telling_add_across(struct telling *telling, const struct diag_list *diags,
                               struct buf *text)
{
    struct report report = {0};
    struct crowd crowd = {.text = text};
    bool failed = false;
    report_make(diags, "", telling->options, &report);
    for (const struct report_part *part = report.first; part; part = part->next)
        if (tell(telling, part->finding, false, &crowd))
            failed = failed || part->finding.severity >= telling->run.fail_on;
    put_more(telling, &crowd);
    report_free(&report);
    return failed ? STATUS_CONTENT : STATUS_OK;
}

static bool filters(const struct build_options *options)
{
    return options->baseline || options->write_baseline || options->since;
}

enum status telling_add_leaflet(struct telling *telling, const char *path, enum status status,
                                const struct report *report, struct buf *text)
{
    struct report_run *run = &telling->run;
    size_t first = run->finding_count;
    bool failed = false;
    struct crowd crowd = {.text = text};
    for (const struct report_part *part = report->first; part; part = part->next)
        if (tell_once(telling, part, &crowd))
            failed = failed || part->finding.severity >= run->fail_on;
    put_more(telling, &crowd);
    if (status == STATUS_CONTENT && filters(telling->options) && !failed)
        status = STATUS_OK;
    if (telling->options->keeps)
        *MEM_PUSH(run->leaflets, run->leaflet_count, run->leaflet_cap) = (struct report_leaflet){
            .path = place_of(telling, path)->path,
            .first = first,
            .count = run->finding_count - first,
            .failed = status == STATUS_CONTENT || failed,
            .broken = status == STATUS_ENVIRONMENT,
        };
    run->broken = run->broken || status == STATUS_ENVIRONMENT;
    return status;
}

/* ---- the end */

static enum status write_failed(struct telling *telling, const char *file, const char *hint)
{
    const char *reason = strerror(errno);
    return refusal_tell(DIAG_CODE_OUTPUT_FAILED, file, hint,
                        arena_format(&telling->arena, "cannot be written: %s", reason));
}

static enum status print_failed(struct telling *telling)
{
    return write_failed(telling, "<stdout>", "check where standard output leads to");
}

static enum status write_reports(struct telling *telling)
{
    const struct build_options *options = telling->options;
    enum status status = STATUS_OK;
    for (size_t i = 0; i < options->report_count; i++) {
        struct buf out = {0};
        options->reports[i].format->put(&telling->run, &out);
        if (options->reports[i].file)
            scribe_put(&telling->scribe, i, buf_slice(&out));
        else if (!progress_show(buf_slice(&out)))
            status = print_failed(telling);
        buf_free(&out);
    }
    return status;
}

#define SUMMARY_MOST ((size_t)1024 * 1024) /* of all that a step appends */

static enum status write_summary(struct telling *telling)
{
    struct buf out = {0};
    enum status status = STATUS_OK;
    if (telling->summary < 0)
        return STATUS_OK;
    if (telling->summary_size < SUMMARY_MOST)
        github_put_summary(&telling->run, SUMMARY_MOST - telling->summary_size, &out);
    if (!file_write_descriptor(telling->summary, out.data, out.len))
        status = write_failed(telling, telling->options->step_summary,
                              "check GITHUB_STEP_SUMMARY, or unset it");
    close(telling->summary);
    telling->summary = -1;
    buf_free(&out);
    return status;
}

static enum status mend(struct telling *telling)
{
    const struct build_options *options = telling->options;
    struct diag_list diags = {.arena = &telling->arena};
    struct buf text = {0};
    struct mend mend = {.options = options,
                        .inputs = telling->inputs,
                        .scribe = &telling->scribe,
                        .first_target = targets_sources(options),
                        .diags = &diags};
    if (options->fix == BUILD_FIX_NONE)
        return STATUS_OK;
    enum status status =
        mend_run(&mend, telling->jobs, &telling->run) ? STATUS_OK : print_failed(telling);
    telling->fixes = mend.fixes;
    telling->fixed_files = mend.files;
    diag_print(&diags, &text, false, options->colour);
    progress_say(buf_slice(&text));
    if (diags.count > 0)
        status = STATUS_ENVIRONMENT;
    buf_free(&text);
    diag_free(&diags);
    return status;
}

/* The files that this run has looked at: what the baseline says of others is not known to be gone.
 */
static void count_gone(struct telling *telling)
{
    struct report_run *run = &telling->run;
    struct map looked_at = {0};
    for (size_t i = 0; i < run->leaflet_count; i++)
        map_put(&looked_at, slice_from(run->leaflets[i].path), telling);
    run->gone = baseline_gone(&telling->baseline, &looked_at);
    map_free(&looked_at);
}

static void write_baseline(struct telling *telling)
{
    struct buf out = {0};
    if (!telling->options->write_baseline)
        return;
    baseline_put(telling->known, telling->known_count, &out);
    scribe_put(&telling->scribe, targets_baseline(telling->options), buf_slice(&out));
    buf_free(&out);
}

static enum status write_deps(struct telling *telling, const struct deps *deps)
{
    struct build_deps wanted = telling->options->deps;
    struct buf out = {0};
    const char *name = NULL;
    enum status status = STATUS_OK;
    if (wanted.json)
        deps_put_json(deps, &out);
    else
        name = deps_put_make(deps, &telling->arena, &out);
    if (name)
        status = refusal_tell(
            DIAG_CODE_OUTPUT_FAILED, name, "rename it, or use --deps-format json",
            "--deps: the name of this file has a sign that makefiles have no way to write");
    else if (strcmp(wanted.file, "-") != 0)
        scribe_put(&telling->scribe, targets_deps(telling->options), buf_slice(&out));
    else if (!progress_show(buf_slice(&out)))
        status = print_failed(telling);
    buf_free(&out);
    return status;
}

enum status telling_end(struct telling *telling, const struct deps *deps)
{
    enum status status = deps ? write_deps(telling, deps) : STATUS_OK;
    if (telling->options->keeps) {
        count_gone(telling);
        status = status_worse(status, write_reports(telling));
        status = status_worse(status, write_summary(telling));
        write_baseline(telling);
        status = status_worse(status, mend(telling));
    }
    telling->unwritten = !scribe_end(&telling->scribe);
    return telling->unwritten ? STATUS_ENVIRONMENT : status;
}

static void put_number(struct buf *out, size_t number, const char *thing)
{
    buf_format(out, "%zu %s%s", number, thing, number == 1 ? "" : "s");
}

void telling_put_more(const struct telling *telling, struct buf *out)
{
    for (int code = 0; code < DIAG_CODE_COUNT; code++)
        if (telling->more[code] > 0)
            buf_format(out, "%s: the same of %u more leaflet%s\n",
                       diag_code_name((enum diag_code)code), telling->more[code],
                       telling->more[code] == 1 ? "" : "s");
}

void telling_put_passed(const struct telling *telling, struct buf *out)
{
    const struct build_options *options = telling->options;
    const struct report_run *run = &telling->run;
    if (options->baseline) {
        buf_put_string(out, "baseline: ");
        put_number(out, run->known, "finding");
        buf_put_string(out, " passed over");
        if (run->gone > 0)
            buf_format(out, ", %zu of its entries no longer found", run->gone);
        buf_put_char(out, '\n');
    }
    if (options->since) {
        buf_put_string(out, "since ");
        diag_put_clean(out, slice_from(options->since));
        buf_put_string(out, ": ");
        put_number(out, run->unchanged, "finding");
        buf_put_string(out, " on lines that have not changed passed over\n");
    }
    if (options->write_baseline && !telling->unwritten) {
        put_number(out, telling->known_count, "finding");
        buf_put_string(out, " written to ");
        diag_put_clean(out, slice_from(options->write_baseline));
        buf_put_char(out, '\n');
    }
    if (telling->fixable > 0 && options->check && options->fix == BUILD_FIX_NONE)
        buf_format(out, "leafset check --fix would mend %zu of them\n", telling->fixable);
    if (options->fix != BUILD_FIX_NONE && !telling->unwritten) {
        buf_format(out, "%zu fix%s %s in ", telling->fixes, telling->fixes == 1 ? "" : "es",
                   options->fix == BUILD_FIX_WRITE ? "made" : "shown");
        put_number(out, telling->fixed_files, "file");
        buf_put_char(out, '\n');
    }
}

void telling_free(struct telling *telling)
{
    run_free(&telling->run);
    map_free(&telling->once);
    map_free(&telling->places);
    map_free(&telling->repeats);
    baseline_free(&telling->baseline);
    changes_free(&telling->changes);
    mem_free(telling->known);
    arena_free(&telling->arena);
}
