/* Joining what several machines built: the outputs, the state and the reports of shards. */
#pragma once

#include "base/status.h"
#include "build/options.h"

/* options->paths are the folders that the shards were built into; options->out gets the files of
 * all, and a state as one build of all would have left it. What the shards told is told again, in
 * the order of that build. The result is the worst status of all leaflets. Nothing is written where
 * a folder is none of a shard, and no state where a file in one is not what was built. */
enum status build_merge(const struct build_options *options);
