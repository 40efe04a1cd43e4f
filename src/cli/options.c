#include "cli/options.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/mem.h"
#include "base/slice.h"
#include "base/suggest.h"
#include "base/utf8.h"
#include "build/formats.h"
#include "cli/again_options.h"
#include "cli/library_options.h"
#include "cli/report_options.h"
#include "cli/texts.h"
#include "cli/values.h"
#include "cli/workflows.h"
#include "read/readers.h"
#include "text/lang.h"
#include "text/lang_names.h"

enum option {
    OPTION_OUT,
    OPTION_TO,
    OPTION_DPI,
    OPTION_FROM,
    OPTION_LANG,
    OPTION_JOBS,
    OPTION_FIT,
    OPTION_MEMORY,
    OPTION_SHARD,
    OPTION_QUIET,
    OPTION_RELEASE,
    OPTION_STRICT,
    OPTION_TODAY,
    OPTION_RULES,
    OPTION_NO_PAGES,
    OPTION_LIST,
    OPTION_EXPLAIN,
    OPTION_CHECKLIST,
    OPTION_FORMAT,
    OPTION_DEPS,
    OPTION_DEPS_FORMAT,
    OPTION_HISTORY,
    OPTION_FAIL_ON,
    OPTION_BASELINE,
    OPTION_WRITE_BASELINE,
    OPTION_SINCE,
    OPTION_FIX,
    OPTION_WORKFLOW,
    OPTION_FORCE,
    OPTION_VERIFY,
    OPTION_PRUNE,
    OPTION_NO_SYNC,
    OPTION_NO_SANDBOX,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT,
};

/* The commands that take an option, as bits; --help and --version go with all. */
enum {
    FOR_BUILD = 1 << CLI_BUILD,
    FOR_CHECK = 1 << CLI_CHECK,
    FOR_NEW = 1 << CLI_NEW,
    FOR_LEAFLETS = FOR_BUILD | FOR_CHECK,
    FOR_STATUS = 1 << CLI_STATUS,
    FOR_EVIDENCE = 1 << CLI_EVIDENCE,
    FOR_MERGE = 1 << CLI_MERGE,
    FOR_WATCH = 1 << CLI_WATCH,
    FOR_DEPS = 1 << CLI_DEPS,
    FOR_AGAIN = FOR_WATCH | FOR_DEPS,
    FOR_MANY = FOR_LEAFLETS | FOR_STATUS | FOR_EVIDENCE,
    FOR_READING = FOR_MANY | 1 << CLI_DUMP,
    FOR_ALL = ~0,
};

enum value { NO_VALUE, VALUE, VALUE_BEHIND_EQUALS /* or none */ };

static const struct {
    const char *name;
    char letter; /* 0: none */
    enum value valued;
    int commands;
} option_table[OPTION_COUNT] = {
    [OPTION_OUT] = {"output", 'o', VALUE, FOR_BUILD | FOR_EVIDENCE | FOR_MERGE | FOR_AGAIN},
    [OPTION_TO] = {"to", 0, VALUE, FOR_LEAFLETS | FOR_AGAIN},
    [OPTION_DPI] = {"dpi", 0, VALUE, FOR_BUILD | FOR_WATCH},
    [OPTION_FROM] = {"from", 0, VALUE, FOR_READING | FOR_AGAIN},
    [OPTION_LANG] = {"lang", 0, VALUE, FOR_READING | FOR_AGAIN},
    [OPTION_FIT] = {"fit", 0, VALUE, FOR_LEAFLETS | FOR_EVIDENCE | 1 << CLI_DUMP | FOR_AGAIN},
    [OPTION_JOBS] = {"jobs", 'j', VALUE, FOR_MANY | FOR_AGAIN},
    [OPTION_MEMORY] = {"memory", 0, VALUE, FOR_MANY | FOR_AGAIN},
    [OPTION_SHARD] = {"shard", 0, VALUE, FOR_LEAFLETS | FOR_DEPS},
    [OPTION_QUIET] = {"quiet", 'q', NO_VALUE, FOR_MANY | FOR_MERGE | FOR_WATCH},
    [OPTION_RELEASE] = {"release", 0, NO_VALUE, FOR_MANY | FOR_AGAIN},
    [OPTION_STRICT] = {"strict", 0, NO_VALUE, FOR_LEAFLETS | FOR_AGAIN},
    [OPTION_TODAY] = {"today", 0, VALUE, FOR_MANY | FOR_AGAIN},
    [OPTION_RULES] = {"rules", 0, VALUE, FOR_MANY | FOR_AGAIN},
    [OPTION_NO_PAGES] = {"no-pages", 0, NO_VALUE, FOR_CHECK},
    [OPTION_LIST] = {"list", 0, NO_VALUE, FOR_CHECK},
    [OPTION_EXPLAIN] = {"explain", 0, VALUE, FOR_CHECK},
    [OPTION_CHECKLIST] = {"checklist", 0, NO_VALUE, FOR_CHECK},
    [OPTION_FORMAT] = {"format", 0, VALUE, FOR_MANY | FOR_MERGE},
    [OPTION_DEPS] = {"deps", 0, VALUE, FOR_BUILD},
    [OPTION_DEPS_FORMAT] = {"deps-format", 0, VALUE, FOR_BUILD | FOR_DEPS},
    [OPTION_HISTORY] = {"history", 0, VALUE, FOR_STATUS},
    [OPTION_FAIL_ON] = {"fail-on", 0, VALUE, FOR_LEAFLETS | FOR_AGAIN},
    [OPTION_BASELINE] = {"baseline", 0, VALUE, FOR_CHECK},
    [OPTION_WRITE_BASELINE] = {"write-baseline", 0, VALUE, FOR_CHECK},
    [OPTION_SINCE] = {"since", 0, VALUE, FOR_CHECK},
    [OPTION_FIX] = {"fix", 0, VALUE_BEHIND_EQUALS, FOR_CHECK},
    [OPTION_WORKFLOW] = {"workflow", 0, VALUE, FOR_NEW},
    [OPTION_FORCE] = {"force", 0, NO_VALUE, FOR_BUILD},
    [OPTION_VERIFY] = {"verify", 0, NO_VALUE, FOR_BUILD},
    [OPTION_PRUNE] = {"prune", 0, NO_VALUE, FOR_BUILD | FOR_WATCH},
    [OPTION_NO_SYNC] = {"no-sync", 0, NO_VALUE, FOR_BUILD | FOR_STATUS | FOR_EVIDENCE | FOR_MERGE},
    [OPTION_NO_SANDBOX] = {"no-sandbox", 0, NO_VALUE, FOR_READING | FOR_MERGE | FOR_AGAIN},
    [OPTION_HELP] = {"help", 'h', NO_VALUE, FOR_ALL},
    [OPTION_VERSION] = {"version", 'V', NO_VALUE, FOR_ALL},
};

static const char *const command_names[] = {
    [CLI_BUILD] = "build",       [CLI_CHECK] = "check",     [CLI_STATUS] = "status",
    [CLI_EVIDENCE] = "evidence", [CLI_MERGE] = "merge",     [CLI_DUMP] = "dump",
    [CLI_NEW] = "new",           [CLI_SCHEMA] = "schema",   [CLI_HELP] = "help",
    [CLI_DEPS] = "deps",         [CLI_VERSION] = "version", [CLI_WATCH] = "watch",
};

#define COMMAND_COUNT (sizeof command_names / sizeof *command_names)

struct parser {
    struct cli_options *out;
    int argc, at;
    char **argv;
    size_t word_count; /* words that are no options, in out->paths */
    uint64_t given;    /* options, as bits */
    const char *epoch; /* of the environment, or NULL */
};

static bool fail(struct parser *p, const char *format, ...) __attribute__((format(printf, 2, 3)));

static bool fail(struct parser *p, const char *format, ...)
{
    char typed[sizeof p->out->error];
    struct buf clean = {0};
    va_list args;
    va_start(args, format);
    vsnprintf(typed, sizeof typed, format, args);
    va_end(args);
    diag_put_clean(&clean, slice_from(typed));
    snprintf(p->out->error, sizeof p->out->error, "%s", clean.data);
    buf_free(&clean);
    return false;
}

static bool find_command(const char *word, enum cli_command *command)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(word, command_names[i]) != 0)
            continue;
        *command = (enum cli_command)i;
        return true;
    }
    return false;
}

static bool no_command(struct parser *p, const char *word)
{
    const char *near = suggest_nearest(word, command_names, COMMAND_COUNT);
    if (near)
        return fail(p, "there is no command '%s'; did you mean '%s'?", word, near);
    return fail(p,
                "there is no command '%s': it is build, check, watch, deps, status, evidence, "
                "merge, dump, new, schema or help",
                word);
}

/* What came of an option that cli/report_options.h or cli/values.h took. */
static bool taken(struct parser *p, bool good, struct buf *error)
{
    if (!good)
        fail(p, "%s", error->data);
    buf_free(error);
    return good;
}

typedef bool value_reader(struct build_options *build, const char *value, struct buf *error);

static bool read_value(struct parser *p, value_reader *reader, const char *value)
{
    struct buf error = {0};
    return taken(p, reader(&p->out->build, value, &error), &error);
}

static bool set_catalogue(struct parser *p, enum cli_catalogue catalogue, const char *code)
{
    p->out->catalogue = catalogue;
    p->out->code = code;
    return true;
}

static bool parse_memory(struct parser *p, const char *value)
{
    struct buf error = {0};
    return taken(p, values_memory(&p->out->build, value, &p->out->memory, &error), &error);
}

/* What it means depends on the command, which may stand behind it. */
static bool keep_format(struct parser *p, const char *value)
{
    if (p->out->format_count == CLI_FORMATS_MOST)
        return fail(p, "--format may be given %d times", CLI_FORMATS_MOST);
    p->out->formats[p->out->format_count++] = value;
    return true;
}

static bool take_file(struct parser *p, enum option option, const char *value, const char **file)
{
    *file = value;
    return *value ? true : fail(p, "--%s needs the name of a file", option_table[option].name);
}

static bool parse_workflow(struct parser *p, const char *value)
{
    p->out->workflow = workflows_find(value);
    return p->out->workflow ? true
                            : fail(p,
                                   "--workflow takes github, gitlab, github-shards, gitlab-shards, "
                                   "slurm, kubernetes or parallel, not '%s'",
                                   value);
}

static bool set_option(struct parser *p, enum option option, const char *value)
{
    struct build_options *build = &p->out->build;
    p->given |= UINT64_C(1) << option;
    switch (option) {
    case OPTION_OUT:
        build->out = value;
        return *value ? true : fail(p, "-o takes a folder or a file, or - for standard output");
    case OPTION_TO: return read_value(p, values_formats, value);
    case OPTION_DPI: return read_value(p, values_dpi, value);
    case OPTION_FROM: return read_value(p, values_from, value);
    case OPTION_LANG: return read_value(p, values_lang, value);
    case OPTION_FIT: return read_value(p, values_fit, value);
    case OPTION_JOBS: return read_value(p, values_jobs, value);
    case OPTION_MEMORY: return parse_memory(p, value);
    case OPTION_SHARD: p->out->shard = value; return true;
    case OPTION_QUIET: build->quiet = true; return true;
    case OPTION_RELEASE: build->release = true; return true;
    case OPTION_STRICT: build->strict = true; return true;
    case OPTION_TODAY: return read_value(p, values_today, value);
    case OPTION_RULES: build->rules = value; return *value ? true : fail(p, "--rules takes a file");
    case OPTION_NO_PAGES: build->no_pages = true; return true;
    case OPTION_LIST: return set_catalogue(p, CLI_LIST, NULL);
    case OPTION_EXPLAIN: return set_catalogue(p, CLI_EXPLAIN, value);
    case OPTION_CHECKLIST: return set_catalogue(p, CLI_CHECKLIST, NULL);
    case OPTION_FORMAT: return keep_format(p, value);
    case OPTION_DEPS: return take_file(p, option, value, &build->deps.file);
    case OPTION_DEPS_FORMAT: return read_value(p, again_options_format, value);
    case OPTION_HISTORY: return take_file(p, option, value, &p->out->status.history);
    case OPTION_FAIL_ON: return read_value(p, report_options_fail_on, value);
    case OPTION_BASELINE: return take_file(p, option, value, &build->baseline);
    case OPTION_WRITE_BASELINE: return take_file(p, option, value, &build->write_baseline);
    case OPTION_SINCE: return read_value(p, report_options_since, value);
    case OPTION_FIX: return read_value(p, report_options_fix, value);
    case OPTION_WORKFLOW: return parse_workflow(p, value);
    case OPTION_FORCE: build->force = true; return true;
    case OPTION_VERIFY: build->verify = true; return true;
    case OPTION_PRUNE: build->prune = true; return true;
    case OPTION_NO_SYNC: build->sync = false; return true;
    case OPTION_NO_SANDBOX: build->sandbox = false; return true;
    case OPTION_HELP:
    case OPTION_VERSION:
    case OPTION_COUNT: break;
    }
    return true;
}

/* The word after the option; NULL after a message that there is none. */
static const char *take_value(struct parser *p, enum option option)
{
    if (p->at < p->argc)
        return p->argv[p->at++];
    fail(p, "the option --%s needs a value", option_table[option].name);
    return NULL;
}

static bool no_option(struct parser *p, struct slice name)
{
    const char *names[OPTION_COUNT];
    char word[32];
    for (int i = 0; i < OPTION_COUNT; i++)
        names[i] = option_table[i].name;
    snprintf(word, sizeof word, "%.*s", SLICE_ARGS(slice_sub(name, 0, sizeof word - 1)));
    const char *near = suggest_nearest(word, names, OPTION_COUNT);
    if (near)
        return fail(p, "there is no option --%s; did you mean --%s?", word, near);
    return fail(p, "there is no option --%.*s", SLICE_ARGS(slice_sub(name, 0, 100)));
}

static bool parse_long(struct parser *p, const char *word)
{
    struct slice text = slice_from(word);
    size_t equals = slice_find(text, '=');
    struct slice name = slice_sub(text, 0, equals);
    const char *value = equals < text.len ? word + equals + 1 : NULL;
    for (int i = 0; i < OPTION_COUNT; i++) {
        enum option option = (enum option)i;
        if (!slice_equal_string(name, option_table[i].name))
            continue;
        if (value && option_table[i].valued == NO_VALUE)
            return fail(p, "the option --%s takes no value", option_table[i].name);
        if (!value)
            value = option_table[i].valued == VALUE ? take_value(p, option) : "";
        return value && set_option(p, option, value);
    }
    return no_option(p, name);
}

/* One word of short options: -q, -j4, -o DIR, -qj4. */
static bool parse_short(struct parser *p, const char *letters)
{
    for (; *letters; letters++) {
        int i = 0;
        while (i < OPTION_COUNT && option_table[i].letter != *letters)
            i++;
        if (i == OPTION_COUNT)
            return fail(p, "there is no option -%c", *letters);
        enum option option = (enum option)i;
        if (option_table[i].valued != VALUE) {
            if (!set_option(p, option, ""))
                return false;
            continue;
        }
        const char *value = letters[1] ? letters + 1 : take_value(p, option);
        return value && set_option(p, option, value);
    }
    return true;
}

static bool parse_words(struct parser *p)
{
    bool ended = false;
    while (p->at < p->argc) {
        const char *word = p->argv[p->at++];
        bool done = true;
        if (!ended && strcmp(word, "--") == 0)
            ended = true;
        else if (!ended && strncmp(word, "--", 2) == 0)
            done = parse_long(p, word + 2);
        else if (!ended && word[0] == '-' && word[1])
            done = parse_short(p, word + 1);
        else
            p->out->paths[p->word_count++] = word;
        if (!done)
            return false;
    }
    return true;
}

/* Takes the first word off the paths. */
static const char *shift_word(struct parser *p)
{
    if (p->word_count == 0)
        return NULL;
    const char *word = p->out->paths[0];
    p->word_count--;
    memmove(p->out->paths, p->out->paths + 1, p->word_count * sizeof *p->out->paths);
    return word;
}

static bool is_given(const struct parser *p, enum option option)
{
    return (p->given & UINT64_C(1) << option) != 0;
}

/* An option that the command would ignore is a mistake: the user expects something of it. */
static bool check_options(struct parser *p)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if (is_given(p, (enum option)i) && !(option_table[i].commands & 1 << p->out->command))
            return fail(p, "%s takes no option --%s", command_names[p->out->command],
                        option_table[i].name);
    return true;
}

static bool reads_standard_input(const struct parser *p)
{
    for (size_t i = 0; i < p->word_count; i++)
        if (strcmp(p->out->paths[i], "-") == 0)
            return true;
    return false;
}

static bool needs_from(struct parser *p)
{
    struct buf choice = {0};
    if (p->out->build.from || !reads_standard_input(p))
        return true;
    readers_put_names(&choice, "--from ", " or ");
    fail(p, "standard input needs %s", choice.data);
    buf_free(&choice);
    return false;
}

/* Standard output takes one file. */
static bool check_stdout(struct parser *p)
{
    unsigned formats = p->out->build.formats;
    bool one_format = (formats & (formats - 1)) == 0;
    struct buf choice = {0};
    if (strcmp(p->out->build.out, "-") != 0)
        return true;
    if (formats & formats_with(FORMAT_PAGED))
        return fail(p, "png makes a file for each page: name a folder with -o");
    if (one_format && p->word_count == 1)
        return true;
    formats_put_names(&choice, formats_with(FORMAT_BY_DEFAULT), "--to ", " or ");
    fail(p, "-o - writes one file in one format: add %s", choice.data);
    buf_free(&choice);
    return false;
}

/* What the rules are is told without leaflets. */
static bool check_catalogue(struct parser *p)
{
    if (p->word_count > 0)
        return fail(p, "--list, --explain and --checklist are about the rules: leave the path out");
    const struct library_formats formats = {p->out->formats, p->out->format_count};
    struct buf error = {0};
    bool json;
    if (p->out->catalogue != CLI_LIST)
        return formats.count == 0 || fail(p, "--format is for --list: leave it out here");
    if (!taken(p, library_options_list(formats, &json, &error), &error))
        return false;
    p->out->catalogue = json ? CLI_LIST_JSON : CLI_LIST;
    return true;
}

static bool check_reports(struct parser *p)
{
    struct build_options *build = &p->out->build;
    struct buf error = {0};
    if (is_given(p, OPTION_STRICT) && is_given(p, OPTION_FAIL_ON))
        return fail(p, "--strict is --fail-on warning: give one of the two");
    if (build->fix != BUILD_FIX_NONE && reads_standard_input(p))
        return fail(p, "--fix mends files, not standard input");
    for (size_t i = 0; i < p->out->format_count; i++)
        if (!taken(p, report_options_add(build, p->out->formats[i], &error), &error))
            return false;
    return taken(p, report_options_settle(build, p->out->command == CLI_BUILD, &error), &error);
}

static bool check_paths(struct parser *p, const char *what)
{
    if (p->word_count == 0)
        return fail(p, "name the leaflets to %s: files or folders", what);
    for (size_t i = 0; i < p->word_count; i++)
        if (!*p->out->paths[i])
            return fail(p, "a path is empty");
    return true;
}

/* Of build and of check. */
static bool check_leaflets(struct parser *p)
{
    if (p->out->catalogue != CLI_NO_CATALOGUE)
        return check_catalogue(p);
    bool deps = p->out->command == CLI_DEPS;
    return check_paths(p, deps ? "tell about" : command_names[p->out->command]) &&
           check_stdout(p) && check_reports(p) && needs_from(p);
}

static bool check_watch(struct parser *p)
{
    struct buf error = {0};
    bool good = again_options_watch(&p->out->build, reads_standard_input(p), &error);
    return taken(p, good, &error) && check_leaflets(p);
}

/* Of deps, and of build with --deps. */
static bool check_deps(struct parser *p)
{
    struct buf error = {0};
    if (!p->out->build.deps.file)
        return !is_given(p, OPTION_DEPS_FORMAT) ||
               fail(p, "--deps-format says how --deps is written: add --deps FILE");
    return taken(p, again_options_deps(&p->out->build, reads_standard_input(p), &error), &error);
}

/* Of status and of evidence. */
static bool check_library(struct parser *p)
{
    struct cli_options *out = p->out;
    struct buf error = {0};
    const struct library_formats formats = {out->formats, out->format_count};
    const char *file = is_given(p, OPTION_OUT) ? out->build.out : NULL;
    bool status = out->command == CLI_STATUS;
    bool good = status ? library_options_status(formats, out->build.today, &out->status, &error)
                       : library_options_evidence(formats, file, &out->evidence, &error);
    return taken(p, good, &error) && check_paths(p, status ? "list" : "tell about") &&
           needs_from(p);
}

static bool check_merge(struct parser *p)
{
    if (strcmp(p->out->build.out, "-") == 0)
        return fail(p, "merge writes files: name a folder with -o");
    return check_paths(p, "merge") && check_reports(p);
}

static bool check_dump(struct parser *p)
{
    static const char *const names[] = {[BUILD_DUMP_TREE] = "tree",
                                        [BUILD_DUMP_FRAMES] = "frames",
                                        [BUILD_DUMP_PAGES] = "pages",
                                        [BUILD_DUMP_PROSE] = "prose"};
    const char *what = shift_word(p);
    for (int i = 0; what && i < 4; i++) {
        if (strcmp(what, names[i]) != 0)
            continue;
        p->out->dump = (enum build_dump)i;
        if (p->word_count != 1)
            return fail(p, "dump %s takes one file", what);
        return needs_from(p);
    }
    return fail(p, "say what to dump: tree, frames, pages or prose");
}

/* The starter is Markdown, and a .txt would be read as plain text. */
static bool check_new(struct parser *p)
{
    if (p->out->workflow)
        return p->word_count == 0 ? true
                                  : fail(p, "new --workflow writes to standard output: put "
                                            ">FILE at the end instead");
    const char *name = p->word_count == 1 ? p->out->paths[0] : "";
    if (!*name)
        return fail(p, "new takes the name of one file");
    const struct reader *reader = readers_for_file(name);
    if (reader && reader != &readers_table[0])
        return fail(p, "the starter is Markdown: give it a name that ends in .md");
    return true;
}

static bool check_schema(struct parser *p)
{
    static const char *const names[] = {[CLI_SCHEMA_LEAFLET] = "leaflet",
                                        [CLI_SCHEMA_SETTINGS] = "settings",
                                        [CLI_SCHEMA_REPORT] = "report"};
    const char *what = shift_word(p);
    p->out->schema = CLI_SCHEMA_LEAFLET;
    for (int i = 0; what && i < 3; i++)
        if (strcmp(what, names[i]) == 0) {
            p->out->schema = (enum cli_schema)i;
            what = NULL;
        }
    if (p->word_count > 0 || what)
        return fail(p, "say what the schema is of: leaflet, settings or report");
    return true;
}

static bool check_help(struct parser *p)
{
    enum cli_command command;
    p->out->topic = shift_word(p);
    if (p->out->topic && !find_command(p->out->topic, &command))
        return no_command(p, p->out->topic);
    return true;
}

/* https://reproducible-builds.org/specs/source-date-epoch/: seconds, decimal. The limit is the end
 * of the year 9999, the last that the files' dates can hold. */
static bool parse_epoch(struct parser *p)
{
    if (!p->epoch || !*p->epoch)
        return true;
    if (!values_number(p->epoch, 253402300799, &p->out->build.epoch))
        return fail(p, "SOURCE_DATE_EPOCH must be a number of seconds, not '%s'", p->epoch);
    if (!is_given(p, OPTION_TODAY))
        p->out->build.today = date_of_epoch(p->out->build.epoch);
    return true;
}

static bool check_command(struct parser *p)
{
    if (!check_options(p))
        return false;
    if (is_given(p, OPTION_DPI) && !(p->out->build.formats & formats_with(FORMAT_PAGED)))
        return fail(p, "--dpi is for pages as pictures: add --to png");
    switch (p->out->command) {
    case CLI_BUILD: return check_deps(p) && check_leaflets(p) && parse_epoch(p);
    case CLI_CHECK: return check_leaflets(p) && parse_epoch(p);
    case CLI_DEPS:
        p->out->build.deps.only = true;
        p->out->build.deps.file = "-";
        p->out->build.quiet = true;
        return check_deps(p) && check_leaflets(p) && parse_epoch(p);
    case CLI_WATCH: return check_watch(p) && parse_epoch(p);
    case CLI_STATUS:
    case CLI_EVIDENCE: return parse_epoch(p) && check_library(p);
    case CLI_MERGE: return check_merge(p);
    case CLI_DUMP: return check_dump(p) && parse_epoch(p);
    case CLI_NEW: return check_new(p);
    case CLI_SCHEMA: return check_schema(p);
    case CLI_HELP: return check_help(p);
    case CLI_VERSION: return true;
    }
    return true;
}

/* --help wins over all but an option that does not exist, so that it can be added to any line. */
static bool parse_command(struct parser *p)
{
    if (is_given(p, OPTION_VERSION) && !is_given(p, OPTION_HELP)) {
        p->out->command = CLI_VERSION;
        return true;
    }
    if (is_given(p, OPTION_HELP)) {
        p->out->command = CLI_HELP;
        return check_help(p);
    }
    const char *word = shift_word(p);
    if (!word)
        return fail(
            p, "say what to do: build, check, watch, deps, status, evidence, merge, dump, new, "
               "schema or help");
    return find_command(word, &p->out->command) ? check_command(p) : no_command(p, word);
}

bool options_parse(int argc, char **argv, const char *environment_epoch, struct cli_options *out)
{
    struct parser p = {.out = out, .argc = argc, .at = 1, .argv = argv, .epoch = environment_epoch};
    *out = (struct cli_options){.command = CLI_BUILD};
    out->build.out = "out";
    out->build.sync = true;
    out->build.formats = formats_with(FORMAT_BY_DEFAULT);
    out->build.dpi = BUILD_DPI;
    out->build.epoch = -1;
    out->build.sandbox = true;
    out->paths = mem_calloc((size_t)argc + 1, sizeof *out->paths);
    if (!parse_words(&p) || !parse_command(&p))
        return false;
    out->build.check = out->command == CLI_CHECK;
    out->build.paths = out->paths;
    out->build.path_count = p.word_count;
    return true;
}

void options_free(struct cli_options *options)
{
    mem_free(options->paths);
}
