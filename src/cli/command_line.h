/* What was asked for on the command line. Types only; strings are argv's. Only cli/ includes it. */
#pragma once

#include "build/build.h"
#include "build/evidence.h"
#include "build/merge.h"
#include "build/status.h"

enum cli_command {
    CLI_BUILD,
    CLI_CHECK,
    CLI_WATCH,
    CLI_DEPS,
    CLI_STATUS,
    CLI_EVIDENCE,
    CLI_MERGE,
    CLI_DUMP,
    CLI_NEW,
    CLI_SCHEMA,
    CLI_HELP,
    CLI_VERSION
};

enum cli_catalogue { CLI_NO_CATALOGUE, CLI_LIST, CLI_LIST_JSON, CLI_EXPLAIN, CLI_CHECKLIST };
enum cli_schema { CLI_SCHEMA_LEAFLET, CLI_SCHEMA_SETTINGS, CLI_SCHEMA_REPORT };

struct workflow;

#define CLI_FORMATS_MOST 16u

struct cli_options {
    enum cli_command command;
    struct build_options build;
    enum build_dump dump;
    struct status_options status;          /* STATUS */
    struct evidence_options evidence;      /* EVIDENCE */
    const char *formats[CLI_FORMATS_MOST]; /* --format, as it was typed */
    size_t format_count;
    enum cli_catalogue catalogue; /* CHECK: not leaflets, but what the rules are */
    const char *code;             /* of CLI_EXPLAIN */
    const char *shard;            /* --shard, or NULL: shard_options_read asks the environment */
    unsigned memory;              /* the most megabytes, 0: no limit */
    const char *topic;            /* HELP: a command's name, or NULL */
    enum cli_schema schema;
    const struct workflow *workflow; /* NEW: instead of a leaflet, or NULL */
    const char **paths;              /* owned: options_free */
    char error[256];                 /* what is wrong, when options_parse says false */
};
