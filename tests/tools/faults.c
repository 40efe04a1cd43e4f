/* Preloaded into leafset by tests/lib/faults.py: lets one call of the C library fail, as a machine
 * does that has no memory or whose disk is broken. The environment says which:
 *
 *   FAULT_CALL     name of the function, as below
 *   FAULT_NUMBER   which of its calls fails, from 1
 *   FAULT_ERROR    the errno of the failure
 *   FAULT_REPORT   an open descriptor: a line is written to it when the call is reached
 *   FAULT_EVERY    a number: from FAULT_NUMBER on each so manyth call fails, each in a child of its
 *                  own, and the process itself goes on: a whole sweep in one run. FAULT_REPORT gets
 *                  a line for each child: the number of the call, the child's exit status (256 and
 *                  the signal: killed), and what it said.
 *   FAULT_NAMED    the file system has no unnamed files (O_TMPFILE)
 */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *failing;         /* NULL: nothing fails (yet) */
static long wanted, every, reached; /* every -1: one call, in this process */
static int error_number, report = -1;
static bool named;
static _Thread_local bool inside; /* what this file itself calls does not count */

/* getenv does not work yet. */
static const char *value_of(const char *variable, char **environment)
{
    size_t len = strlen(variable);
    for (; *environment; environment++)
        if (strncmp(*environment, variable, len) == 0 && (*environment)[len] == '=')
            return *environment + len + 1;
    return NULL;
}

static int number_of(const char *variable, char **environment)
{
    const char *text = value_of(variable, environment);
    return text ? atoi(text) : -1;
}

/* Linked with -z initfirst: before the constructors of all other libraries, the C library's too. */
__attribute__((constructor)) static void start(int count, char **arguments, char **environment)
{
    (void)count, (void)arguments;
    wanted = number_of("FAULT_NUMBER", environment);
    error_number = number_of("FAULT_ERROR", environment);
    report = number_of("FAULT_REPORT", environment);
    every = number_of("FAULT_EVERY", environment);
    named = value_of("FAULT_NAMED", environment) != NULL;
    failing = value_of("FAULT_CALL", environment);
}

/* What a child said, its line ends shown as spaces. */
static void tell(long number, int status, int messages)
{
    char text[4096];
    int head = snprintf(text, 64, "%ld %d ", number, status);
    ssize_t got = pread(messages, text + head, sizeof text - (size_t)head - 1, 0);
    size_t len = (size_t)head + (got > 0 ? (size_t)got : 0);
    for (size_t i = 0; i < len; i++)
        if (text[i] == '\n')
            text[i] = ' ';
    text[len++] = '\n';
    syscall(SYS_write, report, text, len);
}

/* True in the child, which goes on with a failed call. */
static bool fail_in_child(long number)
{
    int messages = memfd_create("messages", 0), status;
    pid_t child = fork();
    if (child == 0) {
        failing = NULL;
        dup2(messages, STDERR_FILENO);
        return true;
    }
    waitpid(child, &status, 0);
    tell(number, WIFEXITED(status) ? WEXITSTATUS(status) : 256 + WTERMSIG(status), messages);
    close(messages);
    return false;
}

static bool fails(const char *name)
{
    if (!failing || inside || strcmp(failing, name) != 0)
        return false;
    long number = __atomic_add_fetch(&reached, 1, __ATOMIC_SEQ_CST);
    bool now = every > 0 ? number >= wanted && (number - wanted) % every == 0 : number == wanted;
    if (now && every > 0) {
        inside = true;
        now = fail_in_child(number);
        inside = false;
    } else if (now) {
        syscall(SYS_write, report, "reached\n", 8);
    }
    if (now)
        errno = error_number;
    return now;
}

/* The C library's own: dlsym would ask for memory itself. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

void *malloc(size_t size)
{
    return fails("malloc") ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails("calloc") ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return fails("realloc") ? NULL : __libc_realloc(old, size);
}

static void *next(const char *name)
{
    bool before = inside;
    inside = true;
    void *found = dlsym(RTLD_NEXT, name);
    inside = before;
    return found;
}

/* A function that fails by its result. */
#define FUNCTION(type, name, parameters, arguments, failed)                                        \
    type name parameters                                                                           \
    {                                                                                              \
        static type(*real) parameters;                                                             \
        if (!real)                                                                                 \
            *(void **)&real = next(#name);                                                         \
        return fails(#name) ? (failed) : real arguments;                                           \
    }

FUNCTION(ssize_t, read, (int file, void *bytes, size_t len), (file, bytes, len), -1)
FUNCTION(ssize_t, pread, (int file, void *bytes, size_t len, off_t at), (file, bytes, len, at), -1)
FUNCTION(int, rename, (const char *from, const char *to), (from, to), -1)
FUNCTION(int, renameat, (int a, const char *from, int b, const char *to), (a, from, b, to), -1)
FUNCTION(int, renameat2, (int a, const char *from, int b, const char *to, unsigned flags),
         (a, from, b, to, flags), -1)
FUNCTION(int, link, (const char *from, const char *to), (from, to), -1)
FUNCTION(int, linkat, (int a, const char *from, int b, const char *to, int flags),
         (a, from, b, to, flags), -1)
FUNCTION(int, unlink, (const char *path), (path), -1)
FUNCTION(int, unlinkat, (int folder, const char *path, int flags), (folder, path, flags), -1)
FUNCTION(int, mkdir, (const char *path, mode_t mode), (path, mode), -1)
FUNCTION(int, mkdirat, (int folder, const char *path, mode_t mode), (folder, path, mode), -1)
FUNCTION(int, fsync, (int file), (file), -1)
FUNCTION(int, fdatasync, (int file), (file), -1)
FUNCTION(int, syncfs, (int file), (file), -1)
FUNCTION(int, fchmod, (int file, mode_t mode), (file, mode), -1)
FUNCTION(int, ftruncate, (int file, off_t len), (file, len), -1)
FUNCTION(int, fstat, (int file, struct stat *info), (file, info), -1)
FUNCTION(int, fstatat, (int folder, const char *path, struct stat *info, int flags),
         (folder, path, info, flags), -1)
FUNCTION(int, stat, (const char *path, struct stat *info), (path, info), -1)
FUNCTION(int, lstat, (const char *path, struct stat *info), (path, info), -1)
FUNCTION(int, statx, (int folder, const char *path, int flags, unsigned mask, struct statx *info),
         (folder, path, flags, mask, info), -1)
FUNCTION(ssize_t, readlink, (const char *path, char *to, size_t len), (path, to, len), -1)
FUNCTION(int, access, (const char *path, int mode), (path, mode), -1)
FUNCTION(int, flock, (int file, int operation), (file, operation), -1)
FUNCTION(void *, mmap, (void *at, size_t len, int guard, int flags, int file, off_t from),
         (at, len, guard, flags, file, from), MAP_FAILED)
FUNCTION(DIR *, opendir, (const char *path), (path), NULL)
FUNCTION(DIR *, fdopendir, (int folder), (folder), NULL)
FUNCTION(struct dirent *, readdir, (DIR * folder), (folder), NULL)
FUNCTION(char *, realpath, (const char *path, char *real_path), (path, real_path), NULL)
FUNCTION(ssize_t, getrandom, (void *bytes, size_t len, unsigned flags), (bytes, len, flags), -1)
FUNCTION(int, pthread_create,
         (pthread_t * thread, const pthread_attr_t *attributes, void *(*run)(void *),
          void *context),
         (thread, attributes, run, context), error_number)

/* Messages are not what fails. */
ssize_t write(int file, const void *bytes, size_t len)
{
    if (file != STDERR_FILENO && fails("write"))
        return -1;
    return syscall(SYS_write, file, bytes, len);
}

/* The file is closed nevertheless, as Linux does. */
int close(int file)
{
    int failed = fails("close") ? -1 : 0;
    int error = errno;
    if (syscall(SYS_close, file) != 0)
        return -1;
    errno = error;
    return failed;
}

static int open_file(const char *call, int folder, const char *path, int flags, mode_t mode)
{
    bool unnamed = (flags & O_TMPFILE) == O_TMPFILE;
    if (named && unnamed) {
        errno = EOPNOTSUPP;
        return -1;
    }
    return fails(call) ? -1 : (int)syscall(SYS_openat, folder, path, flags, mode);
}

#define MODE_ARGUMENT(flags, mode)                                                                 \
    va_list more;                                                                                  \
    va_start(more, flags);                                                                         \
    mode_t mode = va_arg(more, mode_t);                                                            \
    va_end(more)

int open(const char *path, int flags, ...)
{
    MODE_ARGUMENT(flags, mode);
    return open_file("open", AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    MODE_ARGUMENT(flags, mode);
    return open_file("open", AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...)
{
    MODE_ARGUMENT(flags, mode);
    return open_file("openat", folder, path, flags, mode);
}

FUNCTION(FILE *, fmemopen, (void *bytes, size_t len, const char *mode), (bytes, len, mode), NULL)

FILE *fopen(const char *path, const char *mode)
{
    static FILE *(*real)(const char *, const char *);
    if (!real)
        *(void **)&real = next("fopen");
    return fails("fopen") ? NULL : real(path, mode);
}

/* dlerror has something to say, as after any failure. */
void *dlopen(const char *path, int mode)
{
    static void *(*real)(const char *, int);
    if (!real)
        *(void **)&real = next("dlopen");
    return real(fails("dlopen") ? "/no/such/library" : path, mode);
}
