/* GitLab's Code Quality report (docs.gitlab.com, ci/testing/code_quality): an array of findings.
 * Used within report/ only. */
#pragma once

#include "report/run.h"

void codequality_put(const struct report_run *run, struct buf *out);
