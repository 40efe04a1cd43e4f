/* JUnit XML as GitLab, Jenkins and others read it: a test case a leaflet. Used
 * within report/ only. */
#pragma once

#include "report/run.h"

void junit_put(const struct report_run *run, struct buf *out);
