/* A disk that fails, for LD_PRELOAD: it sees the calls that make, write, rename and remove files
 * below DISK_FOLDER (an absolute path), counts them, and
 *
 *   DISK_LOG=file    writes a line for each that was done;
 *   DISK_KILL=n      kills the process with SIGKILL before the n-th;
 *   DISK_FAIL=n      lets the n-th fail with EIO;
 *   DISK_WAIT=n      waits n microseconds before each;
 *   DISK_LACKS=words lets all of a kind fail as a poorer file system does: link, flock; inode: a
 *                    file has another number whenever its name is looked up;
 *   DISK_STEAL=end   puts another file in the place of each that is renamed to a name with this
 *                    end;
 *   DISK_COUNT=file  writes how many there were. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

enum { DESCRIPTORS = 4096 };

static struct {
    pthread_mutex_t lock;
    const char *folder, *lacks, *steal;
    long count, kill, fail, wait;
    FILE *log, *counter;       /* opened at the start: the sandbox comes later */
    bool watched[DESCRIPTORS]; /* what was opened below the folder */
} disk = {.lock = PTHREAD_MUTEX_INITIALIZER};

static long number(const char *name)
{
    const char *value = getenv(name);
    return value ? atol(value) : 0;
}

__attribute__((constructor)) static void begin(void)
{
    const char *log = getenv("DISK_LOG"), *counter = getenv("DISK_COUNT");
    disk.lacks = getenv("DISK_LACKS");
    disk.steal = getenv("DISK_STEAL");
    disk.kill = number("DISK_KILL");
    disk.fail = number("DISK_FAIL");
    disk.wait = number("DISK_WAIT");
    disk.log = log ? fopen(log, "we") : NULL;
    disk.counter = counter ? fopen(counter, "we") : NULL;
    disk.folder = getenv("DISK_FOLDER");
}

__attribute__((destructor)) static void end(void)
{
    if (disk.counter) {
        fprintf(disk.counter, "%ld\n", disk.count);
        fclose(disk.counter);
    }
    if (disk.log)
        fclose(disk.log);
}

static bool is_below(const char *path)
{
    return disk.folder && strncmp(path, disk.folder, strlen(disk.folder)) == 0;
}

static bool is_watched(int descriptor)
{
    return descriptor >= 0 && descriptor < DESCRIPTORS && disk.watched[descriptor];
}

static void watch(int descriptor, bool watched)
{
    if (descriptor >= 0 && descriptor < DESCRIPTORS)
        disk.watched[descriptor] = watched;
}

/* True: the call is to fail. */
static bool comes(bool seen, const char *kind)
{
    if (!seen)
        return false;
    if (disk.lacks && strstr(disk.lacks, kind)) {
        errno = EOPNOTSUPP;
        return true;
    }
    if (disk.wait > 0)
        usleep((useconds_t)disk.wait);
    pthread_mutex_lock(&disk.lock);
    long count = ++disk.count;
    if (count == disk.kill)
        raise(SIGKILL); /* of all threads; the sandbox refuses kill */
    pthread_mutex_unlock(&disk.lock);
    errno = EIO;
    return count == disk.fail;
}

static void say(bool done, const char *format, ...)
{
    if (!done || !disk.log)
        return;
    int error = errno;
    va_list args;
    va_start(args, format);
    pthread_mutex_lock(&disk.lock);
    vfprintf(disk.log, format, args);
    fflush(disk.log);
    pthread_mutex_unlock(&disk.lock);
    va_end(args);
    errno = error;
}

int open(const char *path, int flags, ...)
{
    va_list args;
    va_start(args, flags);
    mode_t mode = va_arg(args, mode_t);
    va_end(args);
    bool folder = (flags & O_DIRECTORY) != 0, place = (flags & O_PATH) != 0;
    bool seen = !place && (is_below(path) || (disk.folder && folder));
    if (comes(seen, "open"))
        return -1;
    int descriptor = REAL(open)(path, flags, mode);
    watch(descriptor, seen);
    if (descriptor >= 0)
        say(seen, "%s\t%d\t%s\n",
            folder            ? "folder"
            : flags & O_CREAT ? "create"
                              : "open",
            descriptor, path);
    return descriptor;
}

ssize_t write(int descriptor, const void *bytes, size_t len)
{
    if (comes(is_watched(descriptor), "write"))
        return -1;
    ssize_t put = REAL(write)(descriptor, bytes, len);
    if (is_watched(descriptor) && put > 0 && disk.log) {
        char *hex = malloc(2 * (size_t)put + 1);
        for (ssize_t i = 0; i < put; i++)
            snprintf(hex + 2 * i, 3, "%02x", ((const unsigned char *)bytes)[i]);
        say(true, "write\t%d\t%s\n", descriptor, hex);
        free(hex);
    }
    return put;
}

int fsync(int descriptor)
{
    if (comes(is_watched(descriptor), "fsync"))
        return -1;
    int result = REAL(fsync)(descriptor);
    say(is_watched(descriptor) && result == 0, "fsync\t%d\n", descriptor);
    return result;
}

int close(int descriptor)
{
    bool seen = is_watched(descriptor), fails = comes(seen, "close");
    watch(descriptor, false);
    int result = REAL(close)(descriptor);
    if (fails)
        errno = EIO;
    return fails ? -1 : result;
}

int flock(int descriptor, int operation)
{
    return comes(is_watched(descriptor), "flock") ? -1 : REAL(flock)(descriptor, operation);
}

int fstat(int descriptor, struct stat *info)
{
    return comes(is_watched(descriptor), "fstat") ? -1 : REAL(fstat)(descriptor, info);
}

int lstat(const char *path, struct stat *info)
{
    if (comes(is_below(path), "lstat"))
        return -1;
    int result = REAL(lstat)(path, info);
    if (is_below(path) && disk.lacks && strstr(disk.lacks, "inode") && !strstr(path, "turn"))
        info->st_ino++;
    return result;
}

int statx(int at, const char *path, int flags, unsigned mask, struct statx *info)
{
    return comes(is_below(path), "statx") ? -1 : REAL(statx)(at, path, flags, mask, info);
}

static void steal(const char *path)
{
    size_t len = strlen(path), end_len = disk.steal ? strlen(disk.steal) : len + 1;
    if (end_len > len || strcmp(path + len - end_len, disk.steal) != 0)
        return;
    REAL(unlink)(path);
    close(REAL(open)(path, O_WRONLY | O_CREAT, 0666));
}

int rename(const char *from, const char *to)
{
    if (comes(is_below(to), "rename"))
        return -1;
    int result = REAL(rename)(from, to);
    if (is_below(to) && result == 0)
        steal(to);
    say(is_below(to) && result == 0, "rename\t%s\t%s\n", from, to);
    return result;
}

int link(const char *from, const char *to)
{
    if (comes(is_below(to), "link"))
        return -1;
    int result = REAL(link)(from, to);
    say(is_below(to) && result == 0, "link\t%s\t%s\n", from, to);
    return result;
}

int unlink(const char *path)
{
    if (comes(is_below(path), "unlink"))
        return -1;
    int result = REAL(unlink)(path);
    say(is_below(path) && result == 0, "unlink\t%s\n", path);
    return result;
}

int mkdir(const char *path, mode_t mode)
{
    if (comes(is_below(path), "mkdir"))
        return -1;
    int result = REAL(mkdir)(path, mode);
    say(is_below(path) && result == 0, "mkdir\t%s\n", path);
    return result;
}
