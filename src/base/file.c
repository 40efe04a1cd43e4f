#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"

/* Says why in the words of the C library, in English whatever the locale (setlocale is never
 * called). */
static enum status failed(int error, const char **reason)
{
    *reason = strerror(error);
    return STATUS_ENVIRONMENT;
}

/* Why there is nothing at the path: NULL, or that it is a link, and where that leads. */
static const char *broken_link(const char *path, struct arena *arena)
{
    char goal[1024];
    ssize_t len = readlink(path, goal, sizeof goal);
    return len < 0 ? NULL
                   : arena_format(arena, "it is a symbolic link to '%.*s', which is not there",
                                  (int)len, goal);
}

/* Why what is at the path cannot be looked at; false and NULL: nothing is there. */
static bool why_not(const char *path, int error, struct arena *arena, const char **reason)
{
    *reason = error == ENOENT    ? broken_link(path, arena)
              : error == ENOTDIR ? NULL
                                 : strerror(error);
    return *reason != NULL;
}

static enum status read_all(int descriptor, size_t hint, size_t limit, struct arena *arena,
                            struct slice *text, const char **reason)
{
    size_t cap = hint + 1, len = 0;
    char *bytes = arena_bytes(arena, cap);
    for (;;) {
        if (len == cap) {
            char *wider = arena_bytes(arena, cap * 2);
            memcpy(wider, bytes, len);
            bytes = wider;
            cap *= 2;
        }
        ssize_t got = read(descriptor, bytes + len, cap - len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failed(errno, reason);
        if (got == 0)
            break;
        len += (size_t)got;
        if (len > limit) {
            *reason = "it is too large";
            return STATUS_CONTENT;
        }
    }
    *text = (struct slice){bytes, len};
    return STATUS_OK;
}

static enum status look_at(int descriptor, size_t limit, struct stat *info, const char **reason)
{
    if (fstat(descriptor, info) != 0)
        return failed(errno, reason);
    if (!S_ISREG(info->st_mode)) {
        *reason = S_ISDIR(info->st_mode) ? "it is a folder" : "it is not a regular file";
        return STATUS_ENVIRONMENT;
    }
    if ((size_t)info->st_size <= limit)
        return STATUS_OK;
    *reason = "it is too large";
    return STATUS_CONTENT;
}

/* A regular file of at most limit bytes; the descriptor is the caller's where it says STATUS_OK.
 * Opening waits for nobody at the other end of a pipe, and makes no terminal the process's own. */
static enum status open_regular(const char *path, size_t limit, int *descriptor, struct stat *info,
                                const char **reason)
{
    *descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (*descriptor < 0)
        return failed(errno, reason);
    enum status status = look_at(*descriptor, limit, info, reason);
    if (status != STATUS_OK)
        close(*descriptor);
    return status;
}

static bool is_unchanged(const struct stat *now, const struct stat *before)
{
    return now->st_size == before->st_size && now->st_mtim.tv_sec == before->st_mtim.tv_sec &&
           now->st_mtim.tv_nsec == before->st_mtim.tv_nsec;
}

/* Half of what one program saved and half of what another did is nobody's text. */
static enum status read_unchanged(int descriptor, const struct stat *info, size_t limit,
                                  struct arena *arena, struct slice *text, const char **reason)
{
    struct stat now;
    enum status status = read_all(descriptor, (size_t)info->st_size, limit, arena, text, reason);
    if (status == STATUS_OK && fstat(descriptor, &now) != 0)
        status = failed(errno, reason);
    if (status != STATUS_OK || is_unchanged(&now, info))
        return status;
    *text = SLICE_EMPTY;
    *reason = "it changed while it was read";
    return STATUS_ENVIRONMENT;
}

static void take_stamp(enum status status, const struct stat *info, struct file_stamp *stamp)
{
    if (stamp)
        *stamp =
            status == STATUS_OK ? file_stamp_settled(file_stamp_of(info)) : (struct file_stamp){0};
}

enum status file_read(const char *path, size_t limit, struct arena *arena, struct slice *text,
                      struct file_stamp *stamp, const char **reason)
{
    int descriptor;
    struct stat info;
    *text = SLICE_EMPTY;
    enum status status = open_regular(path, limit, &descriptor, &info, reason);
    take_stamp(status, &info, stamp);
    if (status != STATUS_OK) {
        const char *link = descriptor < 0 && errno == ENOENT ? broken_link(path, arena) : NULL;
        *reason = link ? link : *reason;
        return status;
    }
    status = read_unchanged(descriptor, &info, limit, arena, text, reason);
    close(descriptor);
    return status;
}

static bool is_missing(const char *path, int error)
{
    char goal[1]; /* a link, which leads nowhere, is there */
    return error == ENOTDIR || (error == ENOENT && readlink(path, goal, sizeof goal) < 0);
}

static bool only_root_writes(const struct stat *info)
{
    return info->st_uid == 0 && !(info->st_mode & (S_IWGRP | S_IWOTH));
}

/* A copy also where the file system cannot map. */
enum status file_map(const char *path, enum file_owner owner, size_t limit, struct file_map *map,
                     struct file_stamp *stamp, const char **reason)
{
    int descriptor;
    struct stat info;
    *map = (struct file_map){.bytes = SLICE_EMPTY};
    enum status status = open_regular(path, limit, &descriptor, &info, reason);
    take_stamp(status, &info, stamp);
    if (descriptor < 0 && is_missing(path, errno))
        *reason = NULL;
    if (status != STATUS_OK)
        return status;
    size_t size = (size_t)info.st_size;
    void *start = MAP_FAILED;
    if (owner == FILE_OF_SYSTEM && only_root_writes(&info))
        start = mmap(NULL, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (start == MAP_FAILED) {
        status = read_unchanged(descriptor, &info, limit, &map->read, &map->bytes, reason);
        if (status != STATUS_OK)
            file_unmap(map);
    } else {
        map->start = start;
        map->bytes = (struct slice){start, size};
    }
    close(descriptor);
    return status;
}

void file_unmap(struct file_map *map)
{
    if (map->start)
        munmap(map->start, map->bytes.len);
    arena_free(&map->read);
    *map = (struct file_map){.bytes = SLICE_EMPTY};
}

enum status file_read_descriptor(int descriptor, size_t limit, struct arena *arena,
                                 struct slice *text, const char **reason)
{
    *text = SLICE_EMPTY;
    return read_all(descriptor, 65536, limit, arena, text, reason);
}

bool file_write_descriptor(int descriptor, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t put = write(descriptor, bytes, len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put == 0)
            errno = EIO;
        if (put <= 0)
            return false;
        bytes += put;
        len -= (size_t)put;
    }
    return true;
}

int file_open_to_append(const char *path, size_t *size, const char **reason)
{
    struct stat info;
    int descriptor =
        open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0666);
    if (descriptor < 0 || fstat(descriptor, &info) != 0)
        *reason = strerror(errno);
    else if (!S_ISREG(info.st_mode))
        *reason = "it is not a regular file";
    else {
        *size = (size_t)info.st_size;
        return descriptor;
    }
    if (descriptor >= 0)
        close(descriptor);
    return -1;
}

enum file_kind file_kind_of(const char *path, struct arena *arena, const char **reason)
{
    struct stat info;
    const char *why;
    bool there = lstat(path, &info) == 0; /* what is missing, as most is, takes one call */
    if (there && (!S_ISLNK(info.st_mode) || stat(path, &info) == 0))
        return S_ISREG(info.st_mode)   ? FILE_REGULAR
               : S_ISDIR(info.st_mode) ? FILE_FOLDER
                                       : FILE_OTHER;
    if ((!there && errno == ENOENT) || !why_not(path, errno, arena, &why))
        return FILE_MISSING;
    *reason = why;
    return FILE_UNREADABLE;
}

bool file_is_link(const char *path)
{
    struct stat info;
    return lstat(path, &info) == 0 && S_ISLNK(info.st_mode);
}

/* Why it is no folder, as an errno; 0: it is one. */
static int folder_error(const char *path)
{
    struct stat info;
    if (stat(path, &info) != 0)
        return errno;
    return S_ISDIR(info.st_mode) ? 0 : ENOTDIR;
}

static enum status make_folder(const char *path, const char **reason)
{
    int error = mkdir(path, 0777) != 0 && errno != EEXIST ? errno : folder_error(path);
    return error == 0 ? STATUS_OK : failed(error, reason);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void file_sort_names(const char **names, size_t count)
{
    if (count > 1)
        qsort(names, count, sizeof *names, compare_names);
}

enum status file_list(const char *folder, struct arena *arena, const char ***names,
                      const char **reason)
{
    const char **list = NULL;
    size_t count = 0, cap = 0;
    DIR *stream = opendir(folder);
    if (!stream)
        return failed(errno, reason);
    for (struct dirent *entry; errno = 0, (entry = readdir(stream)) != NULL;) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        *MEM_PUSH(list, count, cap) = arena_string(arena, slice_from(entry->d_name));
    }
    int error = errno;
    closedir(stream);
    if (error != 0) { /* half a folder would be leaflets left out in silence */
        mem_free(list);
        return failed(error, reason);
    }
    file_sort_names(list, count);
    *names = ARENA_ARRAY(arena, count + 1, const char *);
    if (count > 0)
        memcpy(*names, list, count * sizeof *list);
    mem_free(list);
    return STATUS_OK;
}

enum status file_make_folders(const char *path, const char **reason)
{
    size_t len = strlen(path);
    char *part = mem_alloc(len + 1);
    enum status status = STATUS_OK;
    memcpy(part, path, len + 1);
    for (size_t i = 1; i <= len && status == STATUS_OK; i++) {
        if (part[i] != '/' && part[i] != '\0')
            continue;
        char kept = part[i];
        part[i] = '\0';
        status = make_folder(part, reason);
        part[i] = kept;
    }
    mem_free(part);
    return status;
}

void file_remove_empty(const char *path, const char *top)
{
    struct arena arena = {0};
    while (strcmp(path, top) != 0 && rmdir(path) == 0)
        path = file_folder(&arena, path);
    arena_free(&arena);
}

bool file_takes_files(const char *folder, const char **reason)
{
    int error = folder_error(folder);
    if (error == 0 && access(folder, W_OK | X_OK) != 0)
        error = errno;
    if (error == 0 || error == ENOENT)
        return true;
    failed(error, reason);
    return false;
}

char *file_join(struct arena *arena, const char *folder, const char *name)
{
    size_t len = strlen(folder);
    if (len == 0 || strcmp(folder, ".") == 0)
        return arena_string(arena, slice_from(name));
    size_t all = len + strlen(name) + 2;
    char *path = arena_bytes(arena, all), *end = path + len;
    memcpy(path, folder, len);
    if (folder[len - 1] != '/')
        *end++ = '/';
    memcpy(end, name, strlen(name) + 1);
    return path;
}

char *file_folder(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return arena_string(arena, SLICE_LIT("."));
    if (slash == path)
        return arena_string(arena, SLICE_LIT("/"));
    return arena_string(arena, (struct slice){path, (size_t)(slash - path)});
}

const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

char *file_real(struct arena *arena, const char *path, const char **reason)
{
    const char *unused;
    char *found = realpath(path, NULL);
    if (!found) {
        why_not(path, errno, arena, reason ? reason : &unused);
        return NULL;
    }
    char *copy = arena_string(arena, slice_from(found));
    free(found);
    return copy;
}

char *file_fold(struct arena *arena, const char *path)
{
    size_t len = 0;
    char *out = arena_bytes(arena, strlen(path) + 2);
    for (const char *at = path; *at;) {
        size_t part = strcspn(at, "/");
        if (part == 2 && at[0] == '.' && at[1] == '.') {
            while (len > 0 && out[--len] != '/')
                ;
        } else if (part > 0 && !(part == 1 && at[0] == '.')) {
            out[len++] = '/';
            memcpy(out + len, at, part);
            len += part;
        }
        at += part;
        at += strspn(at, "/");
    }
    if (len == 0)
        out[len++] = '/';
    out[len] = '\0';
    return out;
}

/* Behind the first part of a folded path and its slash. */
static const char *behind_part(const char *path)
{
    path += strcspn(path, "/");
    return path + (*path == '/');
}

const char *file_relative(struct arena *arena, const char *folder, const char *path)
{
    const char *from = file_fold(arena, folder) + 1, *to = file_fold(arena, path) + 1;
    struct buf out = {0};
    for (size_t part; *from && (part = strcspn(from, "/")) == strcspn(to, "/") && to[part] &&
                      strncmp(from, to, part) == 0;
         from = behind_part(from))
        to += part + 1;
    for (; *from; from = behind_part(from))
        buf_put_string(&out, "../");
    buf_put_string(&out, to);
    return buf_keep(&out, arena).ptr;
}

bool file_is_inside(const char *path, const char *folder)
{
    size_t len = strlen(folder);
    if (len > 0 && folder[len - 1] == '/')
        len--;
    return strncmp(path, folder, len) == 0 && (path[len] == '/' || path[len] == '\0');
}

struct file_stamp file_stamp_of(const struct stat *info)
{
    return (struct file_stamp){(uint64_t)info->st_dev, (uint64_t)info->st_ino,
                               (int64_t)info->st_size,
                               (int64_t)info->st_mtim.tv_sec * 1000000000 + info->st_mtim.tv_nsec};
}

struct file_stamp file_stamp(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 ? file_stamp_of(&info) : (struct file_stamp){0};
}

/* The coarsest steps in use: two seconds (FAT); others count in milliseconds. */
#define STEP_MOST 2000000000

struct file_stamp file_stamp_settled(struct file_stamp stamp)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    int64_t age = (int64_t)now.tv_sec * 1000000000 + now.tv_nsec - stamp.changed;
    bool whole = stamp.changed % 1000000000 == 0;
    if (age < (whole ? STEP_MOST : STEP_MOST / 100))
        stamp.changed = -1;
    return stamp;
}

bool file_stamp_equal(struct file_stamp a, struct file_stamp b)
{
    return a.changed >= 0 && a.device == b.device && a.inode == b.inode && a.size == b.size &&
           a.changed == b.changed;
}
