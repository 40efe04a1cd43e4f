#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/inputs.h"
#include "base/mem.h"
#include "base/sandbox.h"
#include "base/version.h"
#include "build/watch.h"
#include "check/catalogue.h"
#include "cli/options.h"
#include "cli/shard_options.h"
#include "cli/texts.h"
#include "cli/workflows.h"
#include "read/schema.h"
#include "report/rules_json.h"
#include "report/schema.h"

/* Of what is printed into a file or a pipe, in columns. */
#define WIDTH 100

static int exit_status(enum status status)
{
    switch (status) {
    case STATUS_OK: return 0;
    case STATUS_CONTENT: return 1;
    case STATUS_USAGE: return 2;
    case STATUS_ENVIRONMENT: return 3;
    }
    return 3;
}

static void say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* A line on standard error; what was typed must not command the terminal. */
static void say(const char *format, ...)
{
    struct arena arena = {0};
    struct buf line = {0};
    va_list args;
    va_start(args, format);
    const char *text = arena_format_list(&arena, format, args);
    va_end(args);
    buf_put_string(&line, "leafset: ");
    diag_put_clean_lines(&line, slice_from(text));
    buf_put_char(&line, '\n');
    file_write_descriptor(STDERR_FILENO, line.data, line.len);
    buf_free(&line);
    arena_free(&arena);
}

static int say_failure(const char *what)
{
    say("%s: %s", what, strerror(errno));
    return exit_status(STATUS_ENVIRONMENT);
}

static int print(const char *text, size_t len)
{
    if (!file_write_descriptor(STDOUT_FILENO, text, len))
        return say_failure("standard output cannot be written");
    return 0;
}

static int print_clean(struct slice text)
{
    struct buf clean = {0};
    diag_put_clean_lines(&clean, text);
    int status = print(clean.data, clean.len);
    buf_free(&clean);
    return status;
}

static int run_help(const char *topic)
{
    struct buf help = {0};
    texts_put_help(&help, topic);
    int status = print(help.data, help.len);
    buf_free(&help);
    return status;
}

static int run_schema(enum cli_schema which)
{
    struct buf schema = {0};
    switch (which) {
    case CLI_SCHEMA_LEAFLET: schema_put(false, &schema); break;
    case CLI_SCHEMA_SETTINGS: schema_put(true, &schema); break;
    case CLI_SCHEMA_REPORT: report_schema_put(&schema); break;
    }
    int status = print(schema.data, schema.len);
    buf_free(&schema);
    return status;
}

static int run_workflow(const struct workflow *workflow)
{
    return print(workflow->text, strlen(workflow->text));
}

/* A path as a shell takes it for one word, and a program for no option. */
static void put_word(struct buf *out, const char *path)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "_-./,:@%+";
    const char *start = path[0] == '-' ? "./" : "";
    bool is_plain = strspn(path, plain) == strlen(path);
    buf_format(out, is_plain ? "%s" : "'%s", start);
    for (const char *c = path; *c; c++)
        if (*c == '\'')
            buf_put_string(out, "'\\''");
        else
            buf_put_char(out, *c);
    buf_put_string(out, is_plain ? "" : "'");
}

/* program: how it was called, so that the next command runs as it is written. */
static int run_new(const char *program, const char *path)
{
    struct buf ready = {0};
    int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0 && errno == EEXIST) {
        say("%s is there already, so it was left as it is", path);
        return exit_status(STATUS_ENVIRONMENT);
    }
    if (descriptor < 0 && errno == ENOENT) {
        say("%s: its folder is not there\n  hint: make the folder first", path);
        return exit_status(STATUS_ENVIRONMENT);
    }
    if (descriptor < 0)
        return say_failure(path);
    bool done = file_write_descriptor(descriptor, texts_starter, strlen(texts_starter));
    if (close(descriptor) != 0 || !done) {
        int status = say_failure(path);
        unlink(path);
        return status;
    }
    buf_format(&ready, "%s is ready: fill it in, then run `%s build ", path, program);
    put_word(&ready, path);
    buf_put_string(&ready, "`\n");
    int status = print_clean(buf_slice(&ready));
    buf_free(&ready);
    return status;
}

static int run_catalogue(const struct cli_options *options)
{
    struct buf out = {0};
    const char *near = NULL;
    bool known = true;
    switch (options->catalogue) {
    case CLI_NO_CATALOGUE: break;
    case CLI_LIST: catalogue_put_list(&out); break;
    case CLI_LIST_JSON: rules_put_json(&out); break;
    case CLI_EXPLAIN: known = catalogue_put_rule(options->code, &out, &near); break;
    case CLI_CHECKLIST: catalogue_put_checklist(&out); break;
    }
    if (!known)
        say("there is no rule '%s'%s%s%s\n  hint: `leafset check --list` shows them all",
            options->code, near ? "; did you mean '" : "", near ? near : "", near ? "'?" : "");
    int status = known ? print(out.data, out.len) : exit_status(STATUS_USAGE);
    buf_free(&out);
    return status;
}

static int run_dump(const struct cli_options *options)
{
    struct buf out = {0};
    int status = exit_status(build_dump(&options->build, options->dump, &out));
    int printed = 0;
    if (out.len > 0)
        printed =
            isatty(STDOUT_FILENO) == 1 ? print_clean(buf_slice(&out)) : print(out.data, out.len);
    buf_free(&out);
    return printed > status ? printed : status;
}

/* Where a step of GitHub Actions puts its summary. */
static const char *step_summary(void)
{
    const char *file = getenv("GITHUB_STEP_SUMMARY");
    return file && *file ? file : NULL;
}

static int run_status(struct cli_options *options)
{
    struct buf out = {0};
    struct winsize window;
    bool terminal = isatty(STDOUT_FILENO) == 1;
    bool known = terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0;
    options->status.width = known ? window.ws_col : WIDTH;
    int status = exit_status(build_status(&options->build, &options->status, &out));
    bool raw = terminal && options->status.format == STATUS_CSV;
    int printed = out.len == 0 ? 0 : raw ? print_clean(buf_slice(&out)) : print(out.data, out.len);
    if (options->build.today.year == 0)
        say("which day it is was not said: no days are counted, and no leaflet is called overdue\n"
            "  hint: add --today 2026-11-23");
    buf_free(&out);
    return printed > status ? printed : status;
}

static int run_evidence(const struct cli_options *options)
{
    struct buf out = {0};
    int status = exit_status(build_evidence(&options->build, &options->evidence, &out));
    int printed = out.len == 0 ? 0 : print(out.data, out.len);
    buf_free(&out);
    return printed > status ? printed : status;
}

/* Colour and progress only where a person looks on (https://no-color.org). */
static void look_at_terminal(struct build_options *build)
{
    const char *no_colour = getenv("NO_COLOR");
    const char *term = getenv("TERM");
    bool terminal = isatty(STDERR_FILENO) == 1;
    bool dumb = !term || strcmp(term, "dumb") == 0;
    build->context = terminal;
    build->colour = terminal && !dumb && !(no_colour && *no_colour);
    build->step_summary = step_summary();
    build->progress = terminal && !dumb && !build->quiet;
}

static int run_version(void)
{
    struct buf text = {0};
    buf_put_string(&text, "leafset " LEAFSET_VERSION "\nsandbox: ");
    sandbox_describe(&text);
    buf_put_char(&text, '\n');
    int status = print(text.data, text.len);
    buf_free(&text);
    return status;
}

/* False after a message: the fonts of a folder that is not there would give way to others. */
static bool look_at_fonts(struct build_options *build)
{
    const char *folder = getenv("LEAFSET_FONTS"), *reason = NULL;
    struct inputs *inputs = inputs_open(NULL, false);
    build->font_folder = folder && *folder ? folder : NULL;
    bool good = !build->font_folder || inputs_kind(inputs, folder, &reason) == FILE_FOLDER;
    if (!good)
        say("LEAFSET_FONTS names no folder that can be looked at: %s%s%s\n  hint: name the folder "
            "that holds the fonts, or unset LEAFSET_FONTS to use those of the system",
            folder, reason ? ": " : "", reason ? reason : "");
    inputs_close(inputs);
    return good;
}

static const char *variable(const char *name)
{
    return getenv(name);
}

/* False after a message. */
static bool read_shard(struct cli_options *options)
{
    struct buf error = {0};
    bool good = !options->shard ||
                shard_options_read(options->shard, variable, &options->build.shard, &error);
    if (!good)
        say("%s\n  hint: run `leafset --help`", error.data);
    buf_free(&error);
    return good;
}

static int run(const char *program, struct cli_options *options)
{
    if (options->catalogue != CLI_NO_CATALOGUE)
        return run_catalogue(options);
    bool reads = options->command == CLI_BUILD || options->command == CLI_CHECK ||
                 options->command == CLI_WATCH || options->command == CLI_DEPS ||
                 options->command == CLI_STATUS || options->command == CLI_EVIDENCE ||
                 options->command == CLI_DUMP;
    if (!read_shard(options))
        return exit_status(STATUS_USAGE);
    if (reads && !look_at_fonts(&options->build))
        return exit_status(STATUS_ENVIRONMENT);
    if (options->memory > 0 && !mem_limit(options->memory))
        return say_failure("--memory");
    look_at_terminal(&options->build);
    switch (options->command) {
    case CLI_BUILD:
    case CLI_CHECK:
    case CLI_DEPS: return exit_status(build_run(&options->build));
    case CLI_MERGE: return exit_status(build_merge(&options->build));
    case CLI_WATCH: return exit_status(build_watch(&options->build));
    case CLI_STATUS: return run_status(options);
    case CLI_EVIDENCE: return run_evidence(options);
    case CLI_DUMP: return run_dump(options);
    case CLI_NEW:
        return options->workflow ? run_workflow(options->workflow)
                                 : run_new(program, options->paths[0]);
    case CLI_SCHEMA: return run_schema(options->schema);
    case CLI_HELP: return run_help(options->topic);
    case CLI_VERSION: return run_version();
    }
    return 0;
}

/* An output must never be opened as descriptor 2, where messages would be written into it. */
static void fill_standard_descriptors(void)
{
    int descriptor = 0;
    while (descriptor >= 0 && descriptor <= STDERR_FILENO)
        descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (descriptor > STDERR_FILENO)
        close(descriptor);
}

int main(int argc, char **argv)
{
    struct cli_options options;
    int status;
    mem_keep();
    fill_standard_descriptors();
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is a write error with a message */
    signal(SIGXFSZ, SIG_IGN); /* so is a limit on the size of files */
    bool parsed = options_parse(argc, argv, getenv("SOURCE_DATE_EPOCH"), &options);
    if (parsed) {
        status = run(argc > 0 ? argv[0] : "leafset", &options);
    } else {
        say("%s\n  hint: run `leafset --help`", options.error);
        status = exit_status(STATUS_USAGE);
    }
    options_free(&options);
    return status;
}
