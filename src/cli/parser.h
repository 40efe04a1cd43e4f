/* The command line while it is taken apart: the table of options, what was given, what is wrong.
 * Only cli/options.c and cli/commands.c include it. */
#pragma once

#include "base/buf.h"
#include "cli/command_line.h"

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

/* A row of the table of options. */
struct parser_option {
    const char *name;
    char letter; /* 0: none */
    enum value valued;
    int commands;
};
extern const struct parser_option parser_options[OPTION_COUNT];

struct parser {
    struct cli_options *out;
    int argc, at;
    char **argv;
    size_t word_count; /* words that are no options, in out->paths */
    uint64_t given;    /* options, as bits */
    const char *epoch; /* of the environment, or NULL */
};

/* Says what is wrong; false. */
bool parser_fail(struct parser *p, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* What came of an option that another file took: where it is not good, error says why. Frees it. */
bool parser_taken(struct parser *p, bool good, struct buf *error);
bool parser_is_given(const struct parser *p, enum option option);
