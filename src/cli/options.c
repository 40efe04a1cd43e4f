#include "cli/options.h"

#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/slice.h"
#include "base/suggest.h"
#include "build/formats.h"
#include "cli/again_options.h"
#include "cli/commands.h"
#include "cli/report_options.h"
#include "cli/values.h"
#include "cli/workflows.h"
#include "read/readers.h"

typedef bool value_reader(struct build_options *build, const char *value, struct buf *error);

static bool read_value(struct parser *p, value_reader *reader, const char *value)
{
    struct buf error = {0};
    return parser_taken(p, reader(&p->out->build, value, &error), &error);
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
    return parser_taken(p, values_memory(&p->out->build, value, &p->out->memory, &error), &error);
}

/* What it means depends on the command, which may stand behind it. */
static bool keep_format(struct parser *p, const char *value)
{
    if (p->out->format_count == CLI_FORMATS_MOST)
        return parser_fail(p, "--format may be given %d times", CLI_FORMATS_MOST);
    p->out->formats[p->out->format_count++] = value;
    return true;
}

static bool take_file(struct parser *p, enum option option, const char *value, const char **file)
{
    *file = value;
    return *value ? true
                  : parser_fail(p, "--%s needs the name of a file", parser_options[option].name);
}

static bool parse_workflow(struct parser *p, const char *value)
{
    p->out->workflow = workflows_find(value);
    return p->out->workflow
               ? true
               : parser_fail(p,
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
        return *value ? true
                      : parser_fail(p, "-o takes a folder or a file, or - for standard output");
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
    case OPTION_RULES:
        build->rules = value;
        return *value ? true : parser_fail(p, "--rules takes a file");
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
    parser_fail(p, "the option --%s needs a value", parser_options[option].name);
    return NULL;
}

/* word: as it was typed; with a value it is an option. */
static bool is_leaflet(struct parser *p, const char *word)
{
    if (!readers_for_file(word) || strchr(word, '='))
        return false;
    parser_fail(p, "there is no option %s: if it is a file, write ./%s", word, word);
    return true;
}

static bool no_option(struct parser *p, struct slice name)
{
    const char *names[OPTION_COUNT];
    char word[32];
    for (int i = 0; i < OPTION_COUNT; i++)
        names[i] = parser_options[i].name;
    snprintf(word, sizeof word, "%.*s", SLICE_ARGS(slice_sub(name, 0, sizeof word - 1)));
    const char *near = suggest_nearest(word, names, OPTION_COUNT);
    if (near)
        return parser_fail(p, "there is no option --%s; did you mean --%s?", word, near);
    return parser_fail(p, "there is no option --%.*s", SLICE_ARGS(slice_sub(name, 0, 100)));
}

static bool parse_long(struct parser *p, const char *word)
{
    struct slice text = slice_from(word);
    size_t equals = slice_find(text, '=');
    struct slice name = slice_sub(text, 0, equals);
    const char *value = equals < text.len ? word + equals + 1 : NULL;
    for (int i = 0; i < OPTION_COUNT; i++) {
        enum option option = (enum option)i;
        if (!slice_equal_string(name, parser_options[i].name))
            continue;
        if (value && parser_options[i].valued == NO_VALUE)
            return parser_fail(p, "the option --%s takes no value", parser_options[i].name);
        if (!value)
            value = parser_options[i].valued == VALUE ? take_value(p, option) : "";
        return value && set_option(p, option, value);
    }
    return !is_leaflet(p, word - 2) && no_option(p, name);
}

static bool no_letter(struct parser *p, const char *letters)
{
    int len = (unsigned char)*letters < 0x80 ? 1 : (int)strlen(letters);
    return parser_fail(p, "there is no option -%.*s", len, letters);
}

/* One word of short options: -q, -j4, -o DIR, -qj4. */
static bool parse_short(struct parser *p, const char *word)
{
    for (const char *letters = word + 1; *letters; letters++) {
        int i = 0;
        while (i < OPTION_COUNT && parser_options[i].letter != *letters)
            i++;
        if (i == OPTION_COUNT)
            return !is_leaflet(p, word) && no_letter(p, letters);
        enum option option = (enum option)i;
        if (parser_options[i].valued != VALUE) {
            if (!set_option(p, option, ""))
                return false;
            continue;
        }
        if (letters[1] == '=')
            return parser_fail(p, "-%c takes its value without a sign between: -%c %s", *letters,
                               *letters, letters + 2);
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
            done = parse_short(p, word);
        else
            p->out->paths[p->word_count++] = word;
        if (!done)
            return false;
    }
    return true;
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
    if (!parse_words(&p) || !commands_settle(&p))
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
