#include "base/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

#define SINK_BUFFER 65536u

struct sink {
    int descriptor; /* -1: could not be opened */
    int error;      /* first errno, 0: none */
    bool unnamed;   /* O_TMPFILE: no directory entry yet */
    bool borrowed;  /* standard output: never closed or renamed */
    char *path;
    char *temporary; /* hidden name in the same folder */
    size_t used;
    uint64_t size;
    char buffer[SINK_BUFFER];
};

static char *copy_string(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(mem_alloc(size), text, size);
}

/* ".NAME.leafset-PID" beside path: the process id keeps two builds apart; it is never visible
 * once a build has ended. */
static char *temporary_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    size_t folder = slash ? (size_t)(slash - path) + 1 : 0;
    size_t size = strlen(path) + 48;
    char *name = mem_alloc(size);
    snprintf(name, size, "%.*s.%s.leafset-%ld", (int)folder, path, path + folder, (long)getpid());
    return name;
}

static int open_unnamed(const char *path)
{
#ifdef O_TMPFILE
    const char *slash = strrchr(path, '/');
    char *folder = copy_string(slash ? path : ".");
    if (slash)
        folder[slash == path ? 1 : slash - path] = '\0';
    int descriptor = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    mem_free(folder);
    return descriptor;
#else
    (void)path;
    errno = EOPNOTSUPP;
    return -1;
#endif
}

struct sink *sink_open(const char *path)
{
    struct sink *sink = mem_calloc(1, sizeof *sink);
    sink->path = copy_string(path);
    sink->temporary = temporary_name(path);
    sink->descriptor = open_unnamed(path);
    sink->unnamed = sink->descriptor >= 0;
    if (sink->descriptor < 0) {
        unlink(sink->temporary);
        sink->descriptor =
            open(sink->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    }
    if (sink->descriptor < 0)
        sink->error = errno;
    return sink;
}

struct sink *sink_open_descriptor(int descriptor, const char *name)
{
    struct sink *sink = mem_calloc(1, sizeof *sink);
    sink->path = copy_string(name);
    sink->descriptor = descriptor;
    sink->borrowed = true;
    return sink;
}

static void write_out(struct sink *sink, const char *bytes, size_t len)
{
    while (len > 0 && sink->error == 0) {
        ssize_t put = write(sink->descriptor, bytes, len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0) {
            sink->error = errno;
            return;
        }
        bytes += put;
        len -= (size_t)put;
    }
}

static void flush(struct sink *sink)
{
    write_out(sink, sink->buffer, sink->used);
    sink->used = 0;
}

void sink_write(struct sink *sink, const void *bytes, size_t len)
{
    if (sink->error != 0 || len == 0)
        return;
    sink->size += len;
    if (len > SINK_BUFFER - sink->used)
        flush(sink);
    if (len >= SINK_BUFFER) {
        write_out(sink, bytes, len);
        return;
    }
    memcpy(sink->buffer + sink->used, bytes, len);
    sink->used += len;
}

uint64_t sink_size(const struct sink *sink)
{
    return sink->size;
}

bool sink_failed(const struct sink *sink)
{
    return sink->error != 0;
}

/* linkat cannot replace a file, so the unnamed file first gets the hidden name, then rename puts
 * it in place at one stroke. */
static void publish(struct sink *sink)
{
    char self[64];
    if (sink->unnamed) {
        snprintf(self, sizeof self, "/proc/self/fd/%d", sink->descriptor);
        unlink(sink->temporary);
        if (linkat(AT_FDCWD, self, AT_FDCWD, sink->temporary, AT_SYMLINK_FOLLOW) != 0) {
            sink->error = errno;
            return;
        }
        sink->unnamed = false;
    }
    if (rename(sink->temporary, sink->path) != 0)
        sink->error = errno;
}

static void sink_free(struct sink *sink)
{
    mem_free(sink->path);
    mem_free(sink->temporary);
    mem_free(sink);
}

enum status sink_commit(struct sink *sink, const char **reason)
{
    if (sink->error == 0)
        flush(sink);
    if (!sink->borrowed && sink->error == 0)
        publish(sink);
    if (!sink->borrowed && sink->descriptor >= 0 && close(sink->descriptor) != 0 &&
        sink->error == 0)
        sink->error = errno;
    int error = sink->error;
    if (error != 0 && sink->temporary && !sink->unnamed)
        unlink(sink->temporary);
    sink_free(sink);
    if (error != 0 && reason)
        *reason = strerror(error);
    return error == 0 ? STATUS_OK : STATUS_ENVIRONMENT;
}

void sink_discard(struct sink *sink)
{
    if (!sink->borrowed && sink->descriptor >= 0) {
        close(sink->descriptor);
        if (!sink->unnamed)
            unlink(sink->temporary);
    }
    sink_free(sink);
}
