#include "cli/report_options.h"

#include <string.h>

#include "report/formats.h"

static bool no_format(struct slice name, struct buf *error)
{
    buf_put_string(error, "--format takes ");
    report_formats_put_names(error);
    buf_format(error, ", not '%.*s'", SLICE_ARGS(slice_sub(name, 0, 40)));
    return false;
}

bool report_options_add(struct build_options *build, const char *value, struct buf *error)
{
    struct slice text = slice_from(value);
    size_t equals = slice_find(text, '=');
    const char *file = equals < text.len ? value + equals + 1 : NULL;
    const struct report_format *format = report_formats_find(slice_sub(text, 0, equals));
    if (!format)
        return no_format(slice_sub(text, 0, equals), error);
    bool is_text = report_format_is_text(format);
    build->text = build->text || is_text;
    if (is_text && file)
        buf_format(error, "text goes to standard error: put 2>%s at the end instead", file);
    else if (file && !*file)
        buf_format(error, "--format %s= needs the name of a file", format->name);
    else if (!is_text && build->report_count == BUILD_REPORTS_MOST)
        buf_format(error, "--format may be given %d times", BUILD_REPORTS_MOST);
    else if (!is_text)
        build->reports[build->report_count++] = (struct build_report){format, file};
    return error->len == 0;
}

bool report_options_fail_on(struct build_options *build, const char *value, struct buf *error)
{
    build->fail_notes = strcmp(value, "note") == 0;
    build->strict = build->fail_notes || strcmp(value, "warning") == 0;
    if (build->strict || strcmp(value, "error") == 0)
        return true;
    buf_format(error, "--fail-on takes error, warning or note, not '%s'", value);
    return false;
}

/* What begins with - git would take for an option. */
bool report_options_since(struct build_options *build, const char *value, struct buf *error)
{
    build->since = value;
    if (*value && *value != '-')
        return true;
    buf_format(error, "--since takes a commit, branch or tag of git, not '%s'", value);
    return false;
}

bool report_options_fix(struct build_options *build, const char *value, struct buf *error)
{
    build->fix = *value ? BUILD_FIX_SHOW : BUILD_FIX_WRITE;
    if (!*value || strcmp(value, "diff") == 0)
        return true;
    buf_format(error, "--fix stands alone, or is --fix=diff, not --fix=%s", value);
    return false;
}

bool report_options_settle(struct build_options *build, bool builds, struct buf *error)
{
    bool fixes = build->fix != BUILD_FIX_NONE;
    size_t shown = fixes, formats = 0;
    shown += builds && strcmp(build->out, "-") == 0;
    shown += build->deps.file && strcmp(build->deps.file, "-") == 0;
    for (size_t i = 0; i < build->report_count; i++)
        formats += !build->reports[i].file;
    if (shown + formats > 1)
        buf_format(error,
                   "standard output takes one thing%s: give the formats files, as in "
                   "--format sarif=out.sarif",
                   fixes ? ", and --fix shows what it changes" : "");
    else if (build->write_baseline && (build->baseline || build->since))
        buf_put_string(error, "--write-baseline writes down all findings: it goes with neither "
                              "--baseline nor --since");
    build->silent = formats > 0 && !build->text;
    build->keeps = build->report_count > 0 || build->baseline || build->write_baseline ||
                   build->since || fixes;
    return error->len == 0;
}
