#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "build/formats.h"
#include "cli/options.h"
#include "cli/texts.h"
#include "read/readers.h"

#define MOST_WORDS 24

/* Parses "leafset" and the words of a line (separated by single spaces). */
static bool parse(const char *line, struct cli_options *out)
{
    static char copy[256];
    char *words[MOST_WORDS] = {"leafset"};
    int count = 1;
    strcpy(copy, line);
    for (char *word = strtok(copy, " "); word; word = strtok(NULL, " "))
        words[count++] = word;
    return options_parse(count, words, NULL, out);
}

static void check_error(const char *line, const char *part)
{
    struct cli_options options;
    assert_false(parse(line, &options));
    assert_non_null(strstr(options.error, part));
    options_free(&options);
}

static void a_build_has_its_defaults(void **state)
{
    (void)state;
    struct cli_options options;
    assert_true(parse("build content", &options));
    assert_int_equal(options.command, CLI_BUILD);
    assert_string_equal(options.build.out, "out");
    assert_int_equal(options.build.formats, formats_parse("pdf,epub"));
    assert_int_equal(options.build.path_count, 1);
    assert_string_equal(options.build.paths[0], "content");
    assert_int_equal(options.build.epoch, -1);
    options_free(&options);
}

static void options_stand_anywhere_and_in_any_form(void **state)
{
    (void)state;
    struct cli_options options;
    assert_true(parse("build a -qj4 b --to=epub -o x --lang cy --release -- -c", &options));
    assert_int_equal(options.build.threads, 4);
    assert_true(options.build.quiet);
    assert_true(options.build.release);
    assert_int_equal(options.build.formats, formats_parse("epub"));
    assert_string_equal(options.build.out, "x");
    assert_string_equal(options.build.lang, "cy");
    assert_int_equal(options.build.path_count, 3);
    assert_string_equal(options.build.paths[2], "-c");
    options_free(&options);
}

static void a_check_takes_what_a_build_does_but_its_outputs(void **state)
{
    (void)state;
    struct cli_options options;
    assert_true(parse("check a b -qj4 --lang cy --from plain --release --strict", &options));
    assert_int_equal(options.command, CLI_CHECK);
    assert_true(options.build.check);
    assert_true(options.build.strict);
    assert_true(options.build.release);
    assert_true(options.build.quiet);
    assert_int_equal(options.build.threads, 4);
    assert_string_equal(options.build.lang, "cy");
    assert_string_equal(options.build.from->name, "plain");
    assert_int_equal(options.build.formats, formats_with(FORMAT_BY_DEFAULT));
    assert_int_equal(options.build.path_count, 2);
    options_free(&options);
    assert_true(parse("build a --strict", &options));
    assert_true(options.build.strict);
    assert_false(options.build.check);
    options_free(&options);
    check_error("check", "name the leaflets to check");
    check_error("check -", "--from");
    check_error("chekc x", "did you mean 'check'");
}

static void dumps_name_a_phase_and_a_file(void **state)
{
    (void)state;
    struct cli_options options;
    assert_true(parse("dump frames a.md", &options));
    assert_int_equal(options.command, CLI_DUMP);
    assert_int_equal(options.dump, BUILD_DUMP_FRAMES);
    assert_string_equal(options.build.paths[0], "a.md");
    options_free(&options);
    check_error("dump leaves a.md", "tree, frames, pages or prose");
    check_error("dump tree", "one file");
}

static void a_word_that_is_no_option_is_told_with_what_to_write(void **state)
{
    (void)state;
    check_error("build -draft.md", "if it is a file, write ./-draft.md");
    check_error("build --fromat=text=report.txt a.md", "--fromat; did you mean --format?");
    check_error("build --draft.md", "write ./--draft.md");
    check_error("build -o=public a.md", "-o public");
    check_error("build -j=4 a.md", "-j 4");
    check_error("build -o - --to pdf a.md b.md", "name one leaflet only");
    check_error("merge", "name the folders to merge");
}

static void what_was_typed_cannot_command_the_terminal(void **state)
{
    (void)state;
    check_error("build --to=\033[31mpdf a.md", "not '?[31mpdf'");
}

static void the_last_of_repeated_options_counts(void **state)
{
    (void)state;
    struct cli_options options;
    assert_true(parse("build -o a x -o b --to pdf --to epub,pdf", &options));
    assert_string_equal(options.build.out, "b");
    assert_int_equal(options.build.formats, formats_parse("pdf,epub"));
    options_free(&options);
    assert_true(parse("-q build --from=plain --output=o -", &options));
    assert_string_equal(options.build.from->name, "plain");
    assert_string_equal(options.build.paths[0], "-");
    options_free(&options);
}

static void an_option_that_would_do_nothing_is_refused(void **state)
{
    (void)state;
    struct cli_options options;
    check_error("dump tree a.md -o x", "dump takes no option --output");
    check_error("dump tree a.md --release", "--release");
    check_error("new a.md --lang en", "new takes no option --lang");
    check_error("watch a.md --sync", "no option --sync");
    check_error("watch a.md --format json", "watch takes no option --format");
    check_error("watch a.md --shard 1/2", "watch takes no option --shard");
    check_error("check a.md --deps x", "check takes no option --deps");
    check_error("deps a.md --deps x", "deps takes no option --deps");
    check_error("help -q", "help takes no option --quiet");
    check_error("check a.md -o x", "check takes no option --output");
    check_error("check a.md --no-sync", "check takes no option --no-sync");
    check_error("dump tree a.md --to pdf", "dump takes no option --to");
    check_error("dump tree a.md --strict", "dump takes no option --strict");
    assert_true(parse("dump tree --lang cy --from plain -", &options));
    assert_string_equal(options.build.lang, "cy");
    options_free(&options);
}

static void mistakes_are_described(void **state)
{
    (void)state;
    check_error("", "say what to do");
    check_error("biuld x", "did you mean 'build'");
    check_error("build", "name the leaflets");
    check_error("build x --outptu y", "did you mean --output");
    check_error("build x --rel", "did you mean --release"); /* no abbreviations */
    check_error("build x --outpu=y", "did you mean --output");
    check_error("build x --zebra", "no option --zebra");
    check_error("build x --to docx", "not 'docx'");
    check_error("build x --to", "needs a value");
    check_error("build x --to=", "--to takes");
    check_error("build x --to pdf,docx", "not 'pdf,docx'");
    check_error("build x -o", "needs a value");
    check_error("build x --output=", "-o takes a folder");
    check_error("build x --quiet=yes", "takes no value");
    check_error("build x -j 0", "from 1 to 64");
    check_error("build x -j 99999999999999999999", "from 1 to 64");
    check_error("build x -z", "-z");
    check_error("build x --lang english_language_of_mine", "--lang");
    check_error("build x --lang English", "--lang en-GB");
    check_error("build x --fit 0", "from 1 to 99");
    check_error("new x --fit 2", "new takes no option --fit");
    check_error("build x --lang Cymraeg", "--lang cy");
    check_error("build -", "--from");
    check_error("build x -o -", "one file in one format");
    check_error("build x y -o - --to pdf", "one file in one format");
    check_error("watch", "name the leaflets to watch");
    check_error("watch --from plain -", "standard input is none");
    check_error("watch x -o -", "name a folder");
    check_error("deps", "name the leaflets to tell about");
    check_error("deps --from plain -", "has no name");
    check_error("build x --deps y --deps-format yaml", "make or json");
    check_error("build x --deps-format make", "add --deps FILE");
    check_error("build x --to pdf -o - --deps y", "name a folder");
    check_error("build x --deps - --format json", "standard output takes one thing");
    check_error("build x --deps=", "--deps needs");
    check_error("new", "one file");
    check_error("new a.md b.md", "one file");
    check_error("new a.TXT", "Markdown");
    check_error("help biuld", "did you mean 'build'");
    check_error("dump pages -", "--from");
}

static void the_epoch_is_a_number_of_seconds(void **state)
{
    (void)state;
    struct cli_options options;
    char *words[] = {"leafset", "build", "x"};
    assert_true(options_parse(3, words, "1700000000", &options));
    assert_int_equal(options.build.epoch, 1700000000);
    options_free(&options);
    assert_true(options_parse(3, words, "", &options));
    assert_int_equal(options.build.epoch, -1);
    options_free(&options);
    const char *const wrong[] = {"now", "-1", "1e9", "99999999999999999999"};
    for (int i = 0; i < 4; i++) {
        assert_false(options_parse(3, words, wrong[i], &options));
        assert_non_null(strstr(options.error, "SOURCE_DATE_EPOCH"));
        options_free(&options);
    }
    words[1] = "--version"; /* what reads no date does not mind */
    assert_true(options_parse(2, words, "now", &options));
    assert_int_equal(options.command, CLI_VERSION);
    options_free(&options);
}

static void help_is_always_there(void **state)
{
    (void)state;
    struct cli_options options;
    assert_true(parse("--help", &options));
    assert_int_equal(options.command, CLI_HELP);
    options_free(&options);
    assert_true(parse("build --help", &options));
    assert_string_equal(options.topic, "build");
    options_free(&options);
    assert_true(parse("check -h", &options));
    assert_string_equal(options.topic, "check");
    options_free(&options);
    assert_true(parse("help dump", &options));
    assert_string_equal(options.topic, "dump");
    options_free(&options);
}

static void memory_is_in_megabytes(void **state)
{
    (void)state;
    struct cli_options options;
    assert_true(parse("build --memory 500 a.md", &options));
    assert_int_equal(options.memory, 500);
    assert_int_equal(options.build.most_threads, 15);
    options_free(&options);
    assert_true(parse("check --memory=1 a.md", &options));
    options_free(&options);
    check_error("build --memory 0 a.md", "from 1 to 1048576");
    check_error("build --memory 1048577 a.md", "not '1048577'");
    check_error("build --memory 1.5 a.md", "a number of megabytes");
    check_error("build --memory a.md", "not 'a.md'");
    check_error("new --memory 5 a.md", "new takes no option --memory");
}

static void schema_is_of_one_of_three(void **state)
{
    (void)state;
    struct cli_options options;
    assert_true(parse("schema", &options));
    assert_int_equal(options.command, CLI_SCHEMA);
    assert_int_equal(options.schema, CLI_SCHEMA_LEAFLET);
    options_free(&options);
    assert_true(parse("schema settings", &options));
    assert_int_equal(options.schema, CLI_SCHEMA_SETTINGS);
    options_free(&options);
    assert_true(parse("schema leaflet", &options));
    assert_int_equal(options.schema, CLI_SCHEMA_LEAFLET);
    options_free(&options);
    assert_true(parse("schema report", &options));
    assert_int_equal(options.schema, CLI_SCHEMA_REPORT);
    options_free(&options);
    check_error("schema clinic", "leaflet, settings or report");
    check_error("schema settings leaflet", "leaflet, settings or report");
    check_error("schema --strict", "schema takes no option --strict");
}

static void reports_are_several_but_one_on_standard_output(void **state)
{
    (void)state;
    struct cli_options options;
    assert_true(
        parse("check a.md --format sarif=a.sarif --format=json --format junit=a=b", &options));
    assert_int_equal(options.build.report_count, 3);
    assert_string_equal(options.build.reports[0].file, "a.sarif");
    assert_null(options.build.reports[1].file);
    assert_string_equal(options.build.reports[2].file, "a=b");
    assert_true(options.build.silent);
    options_free(&options);
    assert_true(parse("build a.md --format text --format github", &options));
    assert_false(options.build.silent);
    options_free(&options);
    assert_true(parse("check a.md --format text", &options));
    assert_false(options.build.silent || options.build.keeps);
    options_free(&options);
    check_error("check a.md --format xml",
                "json, sarif, junit, github, gitlab or rdjson, not 'xml'");
    check_error("check a.md --format json --format sarif", "standard output takes one thing");
    check_error("build a.md --to pdf -o - --format json", "standard output takes one thing");
    check_error("check a.md --fix --format json", "--fix shows what it changes");
    check_error("check a.md --format text=x", "2>x");
    check_error("check a.md --format json=", "the name of a file");
}

static void what_fails_is_said_once(void **state)
{
    (void)state;
    struct cli_options options;
    assert_true(parse("check a.md --fail-on note", &options));
    assert_true(options.build.strict && options.build.fail_notes);
    options_free(&options);
    assert_true(parse("check a.md --fail-on warning", &options));
    assert_true(options.build.strict && !options.build.fail_notes);
    options_free(&options);
    check_error("check a.md --fail-on hint", "error, warning or note, not 'hint'");
    check_error("check a.md --strict --fail-on error", "give one of the two");
    check_error("build a.md --baseline b", "build takes no option --baseline");
    check_error("check a.md --baseline b --write-baseline c", "all findings");
    check_error("check a.md --write-baseline=", "the name of a file");
    check_error("check a.md --since --x", "a commit, branch or tag");
    check_error("check a.md --fix=now", "--fix=diff, not --fix=now");
    check_error("check - --from plain --fix", "not standard input");
    check_error("new --workflow jenkins", "kubernetes or parallel, not 'jenkins'");
    check_error("new --workflow github a.yml", ">FILE");
}

static void choices_follow_the_tables(void **state)
{
    (void)state;
    struct buf help = {0};
    check_error("build x --to docx", "--to takes pdf, epub, png or pdf,epub,png, not");
    check_error("build x --from docx", "--from takes markdown or plain, not");
    check_error("build -", "needs --from markdown or --from plain");
    check_error("build x -o -", "add --to pdf or --to epub");
    texts_put_help(&help, "check");
    assert_non_null(
        strstr(help.data, "(every .md, .markdown, .mdown, .mkd, .txt and .text file\nbelow it"));
    assert_non_null(strstr(help.data, "markdown or plain (default"));
    assert_null(strstr(help.data, "--output"));
    help.len = 0;
    texts_put_help(&help, "build");
    assert_non_null(strstr(help.data, "DIR/NAME.pdf and DIR/NAME.epub."));
    assert_non_null(strstr(help.data, ".txt and .text file\nbelow it"));
    assert_non_null(strstr(help.data, "pdf, epub, png or pdf,epub,png (default: pdf,epub)\n"));
    assert_non_null(strstr(help.data, "markdown or plain (default"));
    for (char *line = strtok(help.data, "\n"); line; line = strtok(NULL, "\n"))
        assert_true(strlen(line) <= 100);
    buf_free(&help);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_build_has_its_defaults),
        cmocka_unit_test(options_stand_anywhere_and_in_any_form),
        cmocka_unit_test(a_check_takes_what_a_build_does_but_its_outputs),
        cmocka_unit_test(dumps_name_a_phase_and_a_file),
        cmocka_unit_test(a_word_that_is_no_option_is_told_with_what_to_write),
        cmocka_unit_test(what_was_typed_cannot_command_the_terminal),
        cmocka_unit_test(the_last_of_repeated_options_counts),
        cmocka_unit_test(an_option_that_would_do_nothing_is_refused),
        cmocka_unit_test(mistakes_are_described),
        cmocka_unit_test(the_epoch_is_a_number_of_seconds),
        cmocka_unit_test(help_is_always_there),
        cmocka_unit_test(memory_is_in_megabytes),
        cmocka_unit_test(schema_is_of_one_of_three),
        cmocka_unit_test(reports_are_several_but_one_on_standard_output),
        cmocka_unit_test(what_fails_is_said_once),
        cmocka_unit_test(choices_follow_the_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
