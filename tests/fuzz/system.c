#include "system.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "font/manifest.h"

#define FONTS        "/usr/share/fonts/truetype"
#define DICTIONARIES "/usr/share/hyphen"

/* Mapped: only what is looked at takes memory. */
static bool map_file(const char *path, struct slice *bytes)
{
    struct stat info;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    bool there = file >= 0 && fstat(file, &info) == 0 && info.st_size > 0;
    void *start = MAP_FAILED;
    if (there)
        start = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    if (file >= 0)
        close(file);
    if (start == MAP_FAILED)
        return false;
    *bytes = (struct slice){start, (size_t)info.st_size};
    return true;
}

static size_t add(struct memory_file *files, size_t count, size_t most, const char *path)
{
    struct slice bytes;
    for (size_t i = 0; i < count; i++)
        if (strcmp(files[i].path, path) == 0)
            return count; /* several faces of one collection */
    if (count == most || !map_file(path, &bytes))
        return count;
    size_t len = strlen(path) + 1;
    files[count] = (struct memory_file){.path = memcpy(mem_alloc(len), path, len), .bytes = bytes};
    return count + 1;
}

static size_t add_fonts(struct memory_file *files, size_t count, size_t most)
{
    size_t row_count;
    const struct font_row *rows = font_manifest(&row_count);
    for (size_t i = 0; i < row_count; i++) {
        char path[200];
        struct slice name = slice_from(rows[i].path);
        name.len = slice_find(name, '#');
        snprintf(path, sizeof path, FONTS "/%.*s", SLICE_ARGS(name));
        count = add(files, count, most, path);
    }
    return count;
}

static size_t add_dictionaries(struct memory_file *files, size_t count, size_t most)
{
    struct arena arena = {0};
    const char **names, *reason;
    if (file_list(DICTIONARIES, &arena, &names, &reason) == STATUS_OK)
        for (; *names; names++)
            count = add(files, count, most, file_join(&arena, DICTIONARIES, *names));
    arena_free(&arena);
    return count;
}

size_t system_files(struct memory_file *files, size_t count, size_t most)
{
    count = add_fonts(files, count, most);
    return add_dictionaries(files, count, most);
}
