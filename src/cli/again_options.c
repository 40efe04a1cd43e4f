#include "cli/again_options.h"

#include <string.h>

bool again_options_format(struct build_options *build, const char *value, struct buf *error)
{
    build->deps.json = strcmp(value, "json") == 0;
    if (build->deps.json || strcmp(value, "make") == 0)
        return true;
    buf_format(error, "--deps-format takes make or json, not '%s'", value);
    return false;
}

bool again_options_watch(struct build_options *build, bool reads_standard_input, struct buf *error)
{
    if (reads_standard_input)
        buf_put_string(error, "watch waits for files to change, and standard input is none");
    else if (strcmp(build->out, "-") == 0)
        buf_put_string(error, "watch writes files: name a folder with -o");
    build->sync = false; /* whoever looks on builds again after a power cut */
    return error->len == 0;
}

bool again_options_deps(struct build_options *build, bool reads_standard_input, struct buf *error)
{
    if (reads_standard_input)
        buf_put_string(error, "what standard input holds has no name that others could watch");
    else if (strcmp(build->out, "-") == 0)
        buf_put_string(error, "--deps names files: name a folder with -o");
    return error->len == 0;
}
