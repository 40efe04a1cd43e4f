/* An output file that becomes visible only by an atomic rename after a successful flush and
 * close; until then an existing file of that name stays as it is. Whoever opened a sink ends it
 * with sink_commit or sink_discard, exactly once. Errors are sticky: write without looking, ask
 * once at the end. Used by pdf/, epub/, build/ and cli/. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"
#include "base/status.h"

struct sink;

/* Opens an output that will be named path. The folder must exist (file_make_folders). Always
 * returns a sink; a failure to open is sticky. Uses an unnamed file (O_TMPFILE) where the file
 * system has them, so that a process killed while it writes leaves nothing behind; elsewhere (NFS,
 * FUSE), and between sink_finish and the rename, SIGKILL may leave a hidden
 * ".leafset-PID-HASH.tmp". */
struct sink *sink_open(const char *path);

/* A sink onto an open descriptor (standard output); commit flushes, nothing is renamed and the
 * descriptor stays open. */
struct sink *sink_open_descriptor(int descriptor, const char *name);

/* A sink that keeps nothing and never fails: for a writer whose diagnostics alone are wanted. */
struct sink *sink_open_nowhere(void);

void sink_write(struct sink *sink, const void *bytes, size_t len);
/* True once anything has failed. */
bool sink_failed(const struct sink *sink);

/* Flushes and closes, so that only the rename is left to sink_commit: call it on outputs that are
 * to appear together before the first is committed. False: it failed, and sink_commit says why. */
bool sink_finish(struct sink *sink);

/* Finishes (if that is not done) and renames. On failure the old file is untouched, *reason (when
 * not NULL) points to a short static or thread-local description ("No space left on device").
 * Frees. */
enum status sink_commit(struct sink *sink, const char **reason);
/* Throws the output away and frees. */
void sink_discard(struct sink *sink);
