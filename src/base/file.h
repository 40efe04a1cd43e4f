/* Reading files and walking folders. Results live in the caller's arena. What a leaflet reads is
 * opened by base/inputs.c alone; every module may take paths apart and write. Nothing here waits
 * for a pipe or a device, and what others do to a file while it is read or later changes no byte
 * of what was read. */
#pragma once

#include <stdint.h>

#include "base/arena.h"
#include "base/slice.h"
#include "base/status.h"

/* What tells, without its bytes, whether a file or folder may have changed; all zero: there is
 * none, or it cannot be looked at. */
struct file_stamp {
    uint64_t device, inode;
    int64_t size;
    int64_t changed; /* nanoseconds since 1970, of the content */
};

/* Reads a whole regular file of at most limit bytes (a longer one: STATUS_CONTENT with reason); one
 * that changes meanwhile is a failure. On failure *reason is a short text for the user, in the
 * arena or static. *stamp (it may be NULL) is the file's, settled, before it was read; zero where
 * it cannot be opened. */
enum status file_read(const char *path, size_t limit, struct arena *arena, struct slice *text,
                      struct file_stamp *stamp, const char **reason);
/* The same for an open descriptor that may be a pipe (standard input). */
enum status file_read_descriptor(int descriptor, size_t limit, struct arena *arena,
                                 struct slice *text, const char **reason);

/* A file's bytes, for as long as they are wanted: a copy or, without one, the file itself, whose
 * parts are read when they are looked at. */
struct file_map {
    struct slice bytes;
    void *start;       /* NULL: nothing is mapped */
    struct arena read; /* the copy */
};
/* Who may change a file. Whoever cuts a mapped file short ends the process that looks at it, so
 * only those of the system, which root alone can write, are mapped; all others are copied. */
enum file_owner { FILE_OF_CONTENT, FILE_OF_SYSTEM };
/* As file_read; ends with file_unmap, after which it is empty. The reason is static, and NULL where
 * there is no such file. */
enum status file_map(const char *path, enum file_owner owner, size_t limit, struct file_map *map,
                     struct file_stamp *stamp, const char **reason);
void file_unmap(struct file_map *map);

/* Writes all bytes to an open descriptor. False: it failed (errno tells). */
bool file_write_descriptor(int descriptor, const char *bytes, size_t len);

/* Opens a regular file, which is made where it is missing, to append to it; *size is what it has.
 * -1: it failed, *reason tells. */
int file_open_to_append(const char *path, size_t *size, const char **reason);

/* Missing is only what is not there: no such name, or a file where a folder would be. What may be
 * there and cannot be looked at (no permission, links in a circle or into nothing, a broken disk)
 * is unreadable, and then *reason, in the arena or static, says why. */
enum file_kind { FILE_MISSING, FILE_UNREADABLE, FILE_REGULAR, FILE_FOLDER, FILE_OTHER };
enum file_kind file_kind_of(const char *path, struct arena *arena, const char **reason);

struct file_stamp file_stamp(const char *path);
struct stat;
struct file_stamp file_stamp_of(const struct stat *info);
/* The same, but not equal to any other if the file was changed so lately that it might change again
 * without another time: file systems count it in steps. */
struct file_stamp file_stamp_settled(struct file_stamp stamp);
bool file_stamp_equal(struct file_stamp a, struct file_stamp b);

/* Entries of a folder, sorted by bytes, without . and ..; NULL-terminated, in the arena. */
enum status file_list(const char *folder, struct arena *arena, const char ***names,
                      const char **reason);

/* True for a symbolic link. */
bool file_is_link(const char *path);

/* By bytes. */
void file_sort_names(const char **names, size_t count);

/* mkdir -p. */
enum status file_make_folders(const char *path, const char **reason);
/* rmdir of the path and of the folders above it, up to and without top ("": all of a relative
 * path), while they are empty. */
void file_remove_empty(const char *path, const char *top);
/* True if new files can be made in the folder, or it is not there yet. */
bool file_takes_files(const char *folder, const char **reason);

/* "a/b", "c" -> "a/b/c"; an empty or "." folder gives the name alone. */
char *file_join(struct arena *arena, const char *folder, const char *name);
/* The folder part ("." when there is none) and the last part. */
char *file_folder(struct arena *arena, const char *path);
const char *file_name(const char *path);
/* The path without "." and "..", by its words alone; absolute, a relative one from the root. */
char *file_fold(struct arena *arena, const char *path);
/* What leads from the folder to the path, by their words alone: "a/b", "a/c/d" -> "../c/d". */
const char *file_relative(struct arena *arena, const char *folder, const char *path);
/* realpath(3) in the arena, or NULL. *reason (it may be NULL) is then NULL where nothing is there,
 * else why that cannot be told. */
char *file_real(struct arena *arena, const char *path, const char **reason);
/* True if path (real, absolute) is folder (real, absolute) or lies below it. */
bool file_is_inside(const char *path, const char *folder);
