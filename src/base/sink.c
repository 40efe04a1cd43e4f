#include "base/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/mem.h"

#define SINK_BUFFER 65536u

struct sink {
    int descriptor;     /* -1: could not be opened */
    int error;          /* first errno, 0: none */
    bool unnamed;       /* O_TMPFILE: no directory entry yet */
    bool closed;        /* finished: only the rename is left */
    bool borrowed;      /* standard output: never closed or renamed */
    bool nowhere;       /* every byte is thrown away */
    struct arena arena; /* of the names */
    const char *path;
    const char *temporary; /* hidden name in the same folder */
    size_t used;
    char buffer[SINK_BUFFER];
};

/* ".leafset-PID-HASH.tmp" beside path: the process id keeps two builds apart, the hash of the path
 * two outputs of one build. Its length does not grow with the output's name, which may be as long
 * as the file system allows. */
static const char *temporary_name(struct arena *arena, const char *folder, const char *path)
{
    return arena_format(arena, "%s/.leafset-%ld-%016llx.tmp", folder, (long)getpid(),
                        (unsigned long long)hash_bytes(HASH_SEED, path, strlen(path)));
}

#define SELF_SIZE 64u

static void name_self(int descriptor, char self[SELF_SIZE])
{
    snprintf(self, SELF_SIZE, "/proc/self/fd/%d", descriptor);
}

/* -1 where the file system has no unnamed files, or where /proc, through which such a file gets
 * its name, is not mounted (a bare chroot). */
static int open_unnamed(const char *folder)
{
    char self[SELF_SIZE];
    int descriptor = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return -1;
    name_self(descriptor, self);
    if (access(self, F_OK) == 0)
        return descriptor;
    close(descriptor);
    return -1;
}

static struct sink *new_sink(const char *path)
{
    struct sink *sink = mem_alloc(sizeof *sink); /* the buffer needs no zeroes */
    memset(sink, 0, offsetof(struct sink, buffer));
    sink->path = arena_string(&sink->arena, slice_from(path));
    return sink;
}

struct sink *sink_open(const char *path)
{
    struct sink *sink = new_sink(path);
    const char *folder = file_folder(&sink->arena, path);
    sink->temporary = temporary_name(&sink->arena, folder, path);
    sink->descriptor = open_unnamed(folder);
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
    struct sink *sink = new_sink(name);
    sink->descriptor = descriptor;
    sink->borrowed = true;
    return sink;
}

struct sink *sink_open_nowhere(void)
{
    struct sink *sink = sink_open_descriptor(-1, "");
    sink->nowhere = true;
    return sink;
}

static void fail(struct sink *sink)
{
    if (sink->error == 0)
        sink->error = errno;
}

static void write_out(struct sink *sink, const char *bytes, size_t len)
{
    if (sink->error == 0 && !file_write_descriptor(sink->descriptor, bytes, len))
        fail(sink);
}

static void flush(struct sink *sink)
{
    write_out(sink, sink->buffer, sink->used);
    sink->used = 0;
}

void sink_write(struct sink *sink, const void *bytes, size_t len)
{
    if (sink->error != 0 || sink->nowhere || len == 0)
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
    arena_free(&sink->arena);
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
