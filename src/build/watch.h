/* Builds, waits, and builds again what a change touches: `leafset watch`. Of build/, cli/ includes
 * this header too. */
#pragma once

#include "base/status.h"
#include "build/options.h"

/* Builds until it is interrupted, each time in a process of its own, since a build gives up its
 * rights for good. Messages and a line for each build go to standard error. STATUS_OK: by SIGINT,
 * which is how it is ended; any other signal ends the process. STATUS_ENVIRONMENT after a message:
 * what is asked of the disk cannot be watched. No other thread runs. */
enum status build_watch(const struct build_options *options);
