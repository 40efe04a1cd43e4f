#include "report/formats.h"

#include "report/codequality.h"
#include "report/github.h"
#include "report/junit.h"
#include "report/rdjson.h"
#include "report/sarif.h"
#include "report/whole.h"

static const struct report_format table[] = {
    {"text", "lines for people, on standard error", NULL},
    {"json", "all there is, see leafset schema report", whole_put},
    {"sarif", "SARIF 2.1.0, for code scanning", sarif_put},
    {"junit", "JUnit XML, a case a leaflet", junit_put},
    {"github", "annotations of GitHub Actions", github_put},
    {"gitlab", "GitLab's Code Quality", codequality_put},
    {"rdjson", "for reviewdog", rdjson_put},
};

#define COUNT (sizeof table / sizeof *table)

const struct report_format *report_formats_find(struct slice name)
{
    for (size_t i = 0; i < COUNT; i++)
        if (slice_equal_string(name, table[i].name))
            return &table[i];
    return NULL;
}

const struct report_format *report_formats_at(size_t index)
{
    return index < COUNT ? &table[index] : NULL;
}

void report_formats_put_names(struct buf *out)
{
    for (size_t i = 0; i < COUNT; i++) {
        if (i > 0)
            buf_put_string(out, i + 1 == COUNT ? " or " : ", ");
        buf_put_string(out, table[i].name);
    }
}

bool report_format_is_text(const struct report_format *format)
{
    return !format->put;
}

bool report_format_is_github(const struct report_format *format)
{
    return format->put == github_put;
}
