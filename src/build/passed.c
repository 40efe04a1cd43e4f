#include "build/passed.h"

#include <string.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/mem.h"
#include "read/readers.h"

/* So many of a kind are named, and so many kinds: what is left counts as one more. */
#define NAMES_MOST 3
#define KINDS_MOST 10

/* In small letters. */
static const char *const silent[] = {
    ".png", ".jpg",  ".jpeg", ".gif",  ".webp", ".svg", ".tif", ".tiff", ".heic",  ".heif",
    ".bmp", ".avif", ".yml",  ".yaml", ".ttf",  ".otf", ".ttc", ".woff", ".woff2",
};

/* "Letter.DOCX": .DOCX; empty where the name has no ending. */
static struct slice ending_of(const char *path)
{
    const char *name = file_name(path), *dot = strrchr(name, '.');
    return slice_from(dot && dot > name ? dot : "");
}

/* Word marks a file that is open with another one called ~$ and the rest of its name. A text that
 * is passed over is README.md, or settings that are told otherwise. */
bool passed_in_silence(const char *name)
{
    struct slice ending = ending_of(name), written = slice_from(name);
    if (slice_starts(written, "~$") || slice_equal_nocase(written, SLICE_LIT("Thumbs.db")) ||
        readers_for_file(name))
        return true;
    for (size_t i = 0; i < sizeof silent / sizeof *silent; i++)
        if (slice_equal_nocase(ending, slice_from(silent[i])))
            return true;
    return false;
}

void passed_add(struct passed_list *list, const char *path, bool output)
{
    *MEM_PUSH(list->items, list->count, list->cap) = (struct passed_file){path, output};
}

struct kind {
    struct slice ending;
    size_t count;
    const char *paths[NAMES_MOST]; /* of the first ones */
};

/* The kind of an ending, new where it was not met before; the last, without an end of its own, is
 * that of all further ones. */
static struct kind *kind_of(struct kind kinds[KINDS_MOST], struct slice ending)
{
    for (size_t i = 0; i < KINDS_MOST - 1; i++) {
        if (kinds[i].count == 0)
            kinds[i].ending = ending;
        if (slice_equal_nocase(kinds[i].ending, ending))
            return &kinds[i];
    }
    return &kinds[KINDS_MOST - 1];
}

static void put_kind(const struct kind *kind, bool rest, struct buf *out)
{
    buf_format(out, "%zu ", kind->count);
    struct buf ending = {0};
    for (size_t i = 0; i < kind->ending.len; i++)
        buf_put_char(&ending, ascii_lower(kind->ending.ptr[i]));
    diag_put_clean(out, buf_slice(&ending));
    buf_free(&ending);
    buf_put_string(out, rest ? "others (" : kind->ending.len > 0 ? " (" : "without an ending (");
    for (size_t i = 0; i < kind->count && i < NAMES_MOST; i++) {
        buf_put_string(out, i > 0 ? ", " : "");
        diag_put_clean(out, slice_from(kind->paths[i]));
    }
    buf_put_string(out, kind->count > NAMES_MOST ? " …)" : ")");
}

void passed_put(const struct passed_list *list, struct buf *out)
{
    struct kind kinds[KINDS_MOST] = {{SLICE_EMPTY, 0, {NULL}}};
    for (size_t i = 0; i < list->count; i++) {
        struct kind *kind = kind_of(kinds, ending_of(list->items[i].path));
        if (kind->count < NAMES_MOST)
            kind->paths[kind->count] = list->items[i].path;
        kind->count++;
    }
    for (size_t i = 0; i < KINDS_MOST && kinds[i].count > 0; i++) {
        buf_put_string(out, i > 0 ? ", " : "");
        put_kind(&kinds[i], i == KINDS_MOST - 1, out);
    }
}

void passed_free(struct passed_list *list)
{
    mem_free(list->items);
}
