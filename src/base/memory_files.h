/* Files in memory that answer as those on the disk do (base/file.h): nothing is there but they and
 * the folders of their paths, and no links. Some may be unreadable, which a disk's seldom are when
 * they should be. Paths are absolute; a relative one is taken from the root. Every module may make
 * them, base/inputs.c asks them. */
#pragma once

#include "base/file.h"

struct memory_file {
    const char *path; /* folded, see file_fold */
    struct slice bytes;
    const char *trouble; /* why neither it nor what is below it can be looked at; NULL: it can */
};

/* In any order; all borrowed. */
struct memory_files {
    const struct memory_file *items;
    size_t count;
};

/* As file_read, file_kind_of, file_list and file_real; the bytes are not copied. */
enum status memory_read(const struct memory_files *files, const char *path, size_t limit,
                        struct slice *bytes, const char **reason);
enum file_kind memory_kind(const struct memory_files *files, const char *path, const char **reason);
enum status memory_list(const struct memory_files *files, const char *folder, struct arena *arena,
                        const char ***names, const char **reason);
char *memory_real(const struct memory_files *files, struct arena *arena, const char *path,
                  const char **reason);
