/* The options of watch, deps and --deps, once the command line is read. False: they do not go
 * together, and what is wrong is put into error. Only cli/ includes it. */
#pragma once

#include "base/buf.h"
#include "build/options.h"

/* --deps-format. */
bool again_options_format(struct build_options *build, const char *value, struct buf *error);
/* reads_standard_input: one of the paths is "-". */
bool again_options_watch(struct build_options *build, bool reads_standard_input, struct buf *error);
bool again_options_deps(struct build_options *build, bool reads_standard_input, struct buf *error);
