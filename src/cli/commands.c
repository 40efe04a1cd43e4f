#include "cli/commands.h"

#include <string.h>

#include "base/file.h"
#include "base/suggest.h"
#include "build/formats.h"
#include "cli/again_options.h"
#include "cli/library_options.h"
#include "cli/report_options.h"
#include "cli/values.h"
#include "read/readers.h"

static const char *const command_names[] = {
    [CLI_BUILD] = "build",       [CLI_CHECK] = "check",     [CLI_STATUS] = "status",
    [CLI_EVIDENCE] = "evidence", [CLI_MERGE] = "merge",     [CLI_DUMP] = "dump",
    [CLI_NEW] = "new",           [CLI_SCHEMA] = "schema",   [CLI_HELP] = "help",
    [CLI_DEPS] = "deps",         [CLI_VERSION] = "version", [CLI_WATCH] = "watch",
};

#define COMMAND_COUNT (sizeof command_names / sizeof *command_names)

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
        return parser_fail(p, "there is no command '%s'; did you mean '%s'?", word, near);
    return parser_fail(
        p,
        "there is no command '%s': it is build, check, watch, deps, status, evidence, "
        "merge, dump, new, schema or help",
        word);
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

/* An option that the command would ignore is a mistake: the user expects something of it. */
static bool check_options(struct parser *p)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if (parser_is_given(p, (enum option)i) &&
            !(parser_options[i].commands & 1 << p->out->command))
            return parser_fail(p, "%s takes no option --%s", command_names[p->out->command],
                               parser_options[i].name);
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
    parser_fail(p, "standard input needs %s", choice.data);
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
        return parser_fail(p, "png makes a file for each page: name a folder with -o");
    if (one_format && p->word_count == 1)
        return true;
    if (p->word_count > 1)
        return parser_fail(p, "-o - writes one file in one format: name one leaflet only");
    formats_put_names(&choice, formats_with(FORMAT_BY_DEFAULT), "--to ", " or ");
    parser_fail(p, "-o - writes one file in one format: add %s", choice.data);
    buf_free(&choice);
    return false;
}

/* What the rules are is told without leaflets. */
static bool check_catalogue(struct parser *p)
{
    if (p->word_count > 0)
        return parser_fail(
            p, "--list, --explain and --checklist are about the rules: leave the path out");
    const struct library_formats formats = {p->out->formats, p->out->format_count};
    struct buf error = {0};
    bool json;
    if (p->out->catalogue != CLI_LIST)
        return formats.count == 0 || parser_fail(p, "--format is for --list: leave it out here");
    if (!parser_taken(p, library_options_list(formats, &json, &error), &error))
        return false;
    p->out->catalogue = json ? CLI_LIST_JSON : CLI_LIST;
    return true;
}

static bool check_reports(struct parser *p)
{
    struct build_options *build = &p->out->build;
    struct buf error = {0};
    if (parser_is_given(p, OPTION_STRICT) && parser_is_given(p, OPTION_FAIL_ON))
        return parser_fail(p, "--strict is --fail-on warning: give one of the two");
    if (build->fix != BUILD_FIX_NONE && reads_standard_input(p))
        return parser_fail(p, "--fix mends files, not standard input");
    for (size_t i = 0; i < p->out->format_count; i++)
        if (!parser_taken(p, report_options_add(build, p->out->formats[i], &error), &error))
            return false;
    return parser_taken(p, report_options_settle(build, p->out->command == CLI_BUILD, &error),
                        &error);
}

static bool check_paths(struct parser *p, const char *what)
{
    if (p->word_count == 0 && p->out->command == CLI_MERGE)
        return parser_fail(p, "name the folders to merge, which `build --shard` wrote into");
    if (p->word_count == 0)
        return parser_fail(p, "name the leaflets to %s: files or folders", what);
    for (size_t i = 0; i < p->word_count; i++)
        if (!*p->out->paths[i])
            return parser_fail(p, "a path is empty");
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
    return parser_taken(p, good, &error) && check_leaflets(p);
}

/* Of deps, and of build with --deps. */
static bool check_deps(struct parser *p)
{
    struct buf error = {0};
    if (!p->out->build.deps.file)
        return !parser_is_given(p, OPTION_DEPS_FORMAT) ||
               parser_fail(p, "--deps-format says how --deps is written: add --deps FILE");
    return parser_taken(p, again_options_deps(&p->out->build, reads_standard_input(p), &error),
                        &error);
}

/* Of status and of evidence. */
static bool check_library(struct parser *p)
{
    struct cli_options *out = p->out;
    struct buf error = {0};
    const struct library_formats formats = {out->formats, out->format_count};
    const char *file = parser_is_given(p, OPTION_OUT) ? out->build.out : NULL;
    bool status = out->command == CLI_STATUS;
    bool good = status ? library_options_status(formats, out->build.today, &out->status, &error)
                       : library_options_evidence(formats, file, &out->evidence, &error);
    return parser_taken(p, good, &error) && check_paths(p, status ? "list" : "tell about") &&
           needs_from(p);
}

static bool check_merge(struct parser *p)
{
    if (strcmp(p->out->build.out, "-") == 0)
        return parser_fail(p, "merge writes files: name a folder with -o");
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
            return parser_fail(p, "dump %s takes one file", what);
        return needs_from(p);
    }
    return parser_fail(p, "say what to dump: tree, frames, pages or prose");
}

/* The starter is Markdown. What it is called must be built as such: a .txt is read as plain text,
 * and in a folder what has another ending is passed over. */
static bool check_starter(struct parser *p, const char *path)
{
    const char *name = file_name(path);
    const struct reader *reader = readers_for_file(path);
    if (slice_equal_nocase(slice_from(name), SLICE_LIT("README.md")))
        return parser_fail(p, "README.md is taken for no leaflet: give the starter another name");
    if (strcmp(path, "-") != 0 && (reader == &readers_table[0] || (!reader && !strchr(name, '.'))))
        return true;
    return parser_fail(p, "the starter is Markdown: give it a name that ends in .md");
}

static bool check_new(struct parser *p)
{
    if (p->out->workflow)
        return p->word_count == 0 ? true
                                  : parser_fail(p, "new --workflow writes to standard output: put "
                                                   ">FILE at the end instead");
    const char *name = p->word_count == 1 ? p->out->paths[0] : "";
    if (!*name)
        return parser_fail(p, "new takes the name of one file");
    return check_starter(p, name);
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
        return parser_fail(p, "say what the schema is of: leaflet, settings or report");
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
        return parser_fail(p, "SOURCE_DATE_EPOCH must be a number of seconds, not '%s'", p->epoch);
    if (!parser_is_given(p, OPTION_TODAY))
        p->out->build.today = date_of_epoch(p->out->build.epoch);
    return true;
}

static bool check_command(struct parser *p)
{
    if (!check_options(p))
        return false;
    if (parser_is_given(p, OPTION_DPI) && !(p->out->build.formats & formats_with(FORMAT_PAGED)))
        return parser_fail(p, "--dpi is for pages as pictures: add --to png");
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

bool commands_settle(struct parser *p)
{
    if (parser_is_given(p, OPTION_VERSION) && !parser_is_given(p, OPTION_HELP)) {
        p->out->command = CLI_VERSION;
        return true;
    }
    if (parser_is_given(p, OPTION_HELP)) {
        p->out->command = CLI_HELP;
        return check_help(p);
    }
    const char *word = shift_word(p);
    if (!word)
        return parser_fail(
            p, "say what to do: build, check, watch, deps, status, evidence, merge, dump, new, "
               "schema or help");
    return find_command(word, &p->out->command) ? check_command(p) : no_command(p, word);
}
