/* The options that say how a run is told and what fails it. Each function reads one option's value
 * into the build's options (strings are borrowed), or says false and puts what is wrong into error.
 * Only cli/ includes it. */
#pragma once

#include "base/buf.h"
#include "build/options.h"

/* --format FORMAT or FORMAT=FILE, which may be given several times. */
bool report_options_add(struct build_options *build, const char *value, struct buf *error);
/* --fail-on error, warning or note. */
bool report_options_fail_on(struct build_options *build, const char *value, struct buf *error);
bool report_options_since(struct build_options *build, const char *value, struct buf *error);
/* --fix, or --fix=diff; value is empty where there is none. */
bool report_options_fix(struct build_options *build, const char *value, struct buf *error);

/* Whether all of them go together, once all are read. builds: build, not check. */
bool report_options_settle(struct build_options *build, bool builds, struct buf *error);
