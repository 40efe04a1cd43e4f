#include "build/maker.h"

#include <elf.h>
#include <link.h>
#include <string.h>

#include "base/file.h"
#include "base/version.h"
#include "libraries.inc"

static const char *const later[] = {LIBRARY_ALL};

struct survey {
    struct buf *out;
    struct arena arena;
    const char *folder; /* of the library at hand before: most lie in one */
};

static void put_file(struct buf *out, const char *path)
{
    struct file_stamp stamp = file_stamp(path);
    buf_format(out, "%s %lld %lld\n", file_name(path), (long long)stamp.size,
               (long long)stamp.changed);
}

/* Libraries that are not loaded lie where the loaded ones do; where one is in several places, all
 * count. */
static void put_later_ones(struct survey *survey, const char *loaded)
{
    const char *folder = file_folder(&survey->arena, loaded);
    if (survey->folder && strcmp(folder, survey->folder) == 0)
        return;
    survey->folder = folder;
    for (size_t i = 0; i < sizeof later / sizeof *later; i++)
        put_file(survey->out, file_join(&survey->arena, folder, later[i]));
}

static size_t padded(size_t size)
{
    return (size + 3) / 4 * 4;
}

/* The note NT_GNU_BUILD_ID of a segment of notes (ELF, "Note Section"). */
static bool put_id(struct buf *out, const char *notes, size_t size)
{
    ElfW(Nhdr) note;
    while (size >= sizeof note) {
        memcpy(&note, notes, sizeof note);
        size_t name = padded(note.n_namesz), all = sizeof note + name + padded(note.n_descsz);
        if (all > size)
            return false;
        if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == 4 &&
            memcmp(notes + sizeof note, "GNU", 4) == 0) {
            buf_put(out, notes + sizeof note + name, note.n_descsz);
            buf_put_char(out, '\n');
            return true;
        }
        notes += all;
        size -= all;
    }
    return false;
}

static bool is_later(const char *name)
{
    for (size_t i = 0; i < sizeof later / sizeof *later; i++)
        if (strcmp(name, later[i]) == 0)
            return true;
    return false;
}

/* The loader tells of objects in the order in which they came: with the first of those that are
 * loaded when they are needed begins what this process happens to have needed so far. */
static int put_object(struct dl_phdr_info *info, size_t size, void *context)
{
    struct survey *survey = context;
    const char *path = info->dlpi_name;
    bool known = false;
    (void)size;
    if (*path && *path != '/')
        return 0; /* the kernel's own */
    if (is_later(file_name(path)))
        return 1;
    for (size_t i = 0; i < info->dlpi_phnum && !known; i++) {
        const ElfW(Phdr) *header = &info->dlpi_phdr[i];
        if (header->p_type == PT_NOTE)
            known = put_id(survey->out, (const char *)(info->dlpi_addr + header->p_vaddr),
                           header->p_memsz);
    }
    if (!known)
        put_file(survey->out, *path ? path : "/proc/self/exe");
    if (*path)
        put_later_ones(survey, path);
    return 0;
}

void maker_put(struct buf *out)
{
    struct survey survey = {.out = out};
    buf_put_string(out, LEAFSET_VERSION "\n");
    dl_iterate_phdr(put_object, &survey);
    arena_free(&survey.arena);
}
