#include "report/run.h"

#include "base/mem.h"

size_t run_failures(const struct report_run *run)
{
    size_t failures = 0;
    for (size_t i = 0; i < run->leaflet_count; i++)
        failures += run->leaflets[i].failed || run->leaflets[i].broken;
    return failures;
}

void run_put_counts(const size_t counts[DIAG_ERROR + 1], struct buf *out)
{
    const char *between = "";
    for (int i = DIAG_ERROR; i >= DIAG_NOTE; i--) {
        if (counts[i] == 0)
            continue;
        buf_format(out, "%s%zu %s%s", between, counts[i],
                   finding_severity_name((enum diag_severity)i), counts[i] == 1 ? "" : "s");
        between = ", ";
    }
}

void run_free(struct report_run *run)
{
    mem_free(run->leaflets);
    mem_free(run->findings);
}
