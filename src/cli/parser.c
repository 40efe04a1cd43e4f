#include "cli/parser.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/diag.h"

const struct parser_option parser_options[OPTION_COUNT] = {
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

bool parser_fail(struct parser *p, const char *format, ...)
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

bool parser_taken(struct parser *p, bool good, struct buf *error)
{
    if (!good)
        parser_fail(p, "%s", error->data);
    buf_free(error);
    return good;
}

bool parser_is_given(const struct parser *p, enum option option)
{
    return (p->given & UINT64_C(1) << option) != 0;
}
