/* --shard: the part of a batch that this machine does. Only cli/ includes it. */
#pragma once

#include "base/buf.h"
#include "build/options.h"

/* "2/7"; "auto", or "auto/7", where a scheduler has numbered the machines: their numbers stand in
 * the environment, which `get` asks (getenv). False with what is wrong in error. */
bool shard_options_read(const char *value, const char *(*get)(const char *name),
                        struct build_shard *shard, struct buf *error);
