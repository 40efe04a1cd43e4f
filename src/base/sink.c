#include "base/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/mem.h"

#define SINK_BUFFER 65536u

struct sink {
    int descriptor; /* -1: could not be opened */
    int error;      /* first errno, 0: none */
    bool unnamed;   /* O_TMPFILE: no directory entry yet */
    bool closed;    /* finished: only the rename is left */
    bool borrowed;  /* standard output: never closed or renamed */
    char *path;
    char *temporary; /* hidden name in the same folder */
    size_t used;
    char buffer[SINK_BUFFER];
};

static char *copy_string(const char *text)
{
    size_t size = strlen(text) + 1;
    return memcpy(mem_alloc(size), text, size);
}

/* ".leafset-PID-HASH.tmp" beside path: the process id keeps two builds apart, the hash of the path
 * two outputs of one build. Its length does not grow with the output's name, which may be as long
 * as the file system allows. */
static char *temporary_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    size_t folder = slash ? (size_t)(slash - path) + 1 : 0;
    size_t size = folder + 64;
    char *name = mem_alloc(size);
    memcpy(name, path, folder);
    snprintf(name + folder, size - folder, ".leafset-%ld-%016llx.tmp", (long)getpid(),
             (unsigned long long)hash_bytes(HASH_SEED, path, strlen(path)));
    return name;
}

#define SELF_SIZE 64u

static void name_self(int descriptor, char self[SELF_SIZE])
{
    snprintf(self, SELF_SIZE, "/proc/self/fd/%d", descriptor);
}

/* -1 where the file system has no unnamed files, or where /proc, through which such a file gets
 * its name, is not mounted (a bare chroot). */
static int open_unnamed(const char *path)
{
    char self[SELF_SIZE];
    const char *slash = strrchr(path, '/');
    char *folder = copy_string(slash ? path : ".");
    if (slash)
        folder[slash == path ? 1 : slash - path] = '\0';
    int descriptor = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    mem_free(folder);
    if (descriptor < 0)
        return -1;
    name_self(descriptor, self);
    if (access(self, F_OK) == 0)
        return descriptor;
    close(descriptor);
    return -1;
}

struct sink *sink_open(const char *path)
{
    struct sink *sink = mem_alloc(sizeof *sink); /* the buffer needs no zeroes */
    memset(sink, 0, offsetof(struct sink, buffer));
    sink->path = copy_string(path);
    sink->temporary = temporary_name(path);
    sink->descriptor = open_unnamed(path);
    sink->unnamed = sink->descriptor >= 0;
    if (sink->descriptor < 0) {
        unlink(sink->temporary); /* of a process of this number that was killed */
        sink->descriptor = open(sink->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    }
    if (sink->descriptor < 0)
        sink->error = errno;
    return sink;
}

struct sink *sink_open_descriptor(int descriptor, const char *name)
{
    struct sink *sink = mem_alloc(sizeof *sink);
    memset(sink, 0, offsetof(struct sink, buffer));
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
        if (put <= 0) {
            sink->error = put < 0 ? errno : EIO;
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
    if (len > SINK_BUFFER - sink->used)
        flush(sink);
    if (len >= SINK_BUFFER) {
        write_out(sink, bytes, len);
        return;
    }
    memcpy(sink->buffer + sink->used, bytes, len);
    sink->used += len;
}

bool sink_failed(const struct sink *sink)
{
    return sink->error != 0;
}

static void fail(struct sink *sink)
{
    if (sink->error == 0)
        sink->error = errno;
}

/* linkat cannot replace a file, so the unnamed file first gets the hidden name, from which rename
 * puts it in place at one stroke. */
static void name_file(struct sink *sink)
{
    char self[SELF_SIZE];
    name_self(sink->descriptor, self);
    unlink(sink->temporary);
    if (linkat(AT_FDCWD, self, AT_FDCWD, sink->temporary, AT_SYMLINK_FOLLOW) == 0)
        sink->unnamed = false;
    else
        fail(sink);
}

/* A folder of the output's name would make the rename fail: known before anything is renamed. */
static void look_at_goal(struct sink *sink)
{
    struct stat info;
    if (lstat(sink->path, &info) == 0 && S_ISDIR(info.st_mode)) {
        errno = EISDIR;
        fail(sink);
    }
}

bool sink_finish(struct sink *sink)
{
    flush(sink);
    if (sink->borrowed || sink->descriptor < 0)
        return sink->error == 0;
    if (sink->error == 0)
        look_at_goal(sink);
    if (sink->error == 0 && sink->unnamed)
        name_file(sink);
    if (close(sink->descriptor) != 0) /* NFS and quotas tell only now */
        fail(sink);
    sink->descriptor = -1;
    sink->closed = true;
    return sink->error == 0;
}

static void sink_free(struct sink *sink)
{
    mem_free(sink->path);
    mem_free(sink->temporary);
    mem_free(sink);
}

static void remove_temporary(struct sink *sink)
{
    if ((sink->closed || sink->descriptor >= 0) && !sink->borrowed && !sink->unnamed)
        unlink(sink->temporary);
}

enum status sink_commit(struct sink *sink, const char **reason)
{
    sink_finish(sink);
    if (!sink->borrowed && sink->error == 0 && rename(sink->temporary, sink->path) != 0)
        fail(sink);
    int error = sink->error;
    if (error != 0)
        remove_temporary(sink);
    sink_free(sink);
    if (error != 0 && reason)
        *reason = strerror(error);
    return error == 0 ? STATUS_OK : STATUS_ENVIRONMENT;
}

void sink_discard(struct sink *sink)
{
    if (!sink->borrowed && sink->descriptor >= 0)
        close(sink->descriptor);
    remove_temporary(sink);
    sink_free(sink);
}
