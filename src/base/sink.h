/* Where the writers put an output's bytes: memory, until all files of a leaflet are whole and
 * commit/ gives them to the file system at once. So a writer never meets a full disk, and nothing
 * of a leaflet that fails, or of a process that is killed while it writes, is ever seen. Used by
 * pdf/, epub/ and build/. */
#pragma once

#include "base/slice.h"

struct sink;

struct sink *sink_open(void);
/* A sink that keeps nothing: for a writer whose diagnostics alone are wanted. */
struct sink *sink_open_nowhere(void);

void sink_write(struct sink *sink, const void *bytes, size_t len);
/* All that was written; valid until the next write. */
struct slice sink_bytes(const struct sink *sink);
void sink_close(struct sink *sink);
