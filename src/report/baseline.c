#include "report/baseline.h"

#include <string.h>

#include "base/file.h"

#define HEAD "# leafset baseline 1: findings that are known, see --baseline in the manual\n"

#define PRINT_LEN 16u

struct baseline_entry {
    struct baseline_entry *next;
    const char *path;
    size_t count, taken;
};

static bool is_print(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_digit(text.ptr[i]) && (text.ptr[i] < 'a' || text.ptr[i] > 'f'))
            return false;
    return text.len == PRINT_LEN;
}

static void put_path(struct buf *out, const char *path)
{
    for (; *path; path++) {
        if ((unsigned char)*path < 0x20 || *path == '%' || *path == 0x7f)
            buf_format(out, "%%%02X", (unsigned)*path);
        else
            buf_put_char(out, *path);
    }
}

static int digit_of(char c)
{
    if (ascii_is_digit(c))
        return c - '0';
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static const char *take_path(struct slice text, struct arena *arena)
{
    struct buf path = {0};
    for (size_t i = 0; i < text.len; i++) {
        int high = text.ptr[i] == '%' && text.len - i > 2 ? digit_of(text.ptr[i + 1]) : -1;
        int low = high >= 0 ? digit_of(text.ptr[i + 2]) : -1;
        buf_put_char(&path, low >= 0 ? (char)(high * 16 + low) : text.ptr[i]);
        i += low >= 0 ? 2 : 0;
    }
    return buf_keep(&path, arena).ptr;
}

/* fingerprint, code, path; a finding without a file has none. */
static bool parse_line(struct slice line, struct baseline *out)
{
    struct slice print = slice_take(&line, ' ');
    struct slice code = slice_take(&line, ' ');
    if (!is_print(print) || code.len == 0)
        return false;
    struct baseline_entry *entry = map_get(&out->entries, print);
    if (!entry) {
        entry = ARENA_NEW(&out->arena, struct baseline_entry);
        entry->path = take_path(line, &out->arena);
        entry->next = out->first;
        out->first = entry;
        map_put(&out->entries, print, entry);
    }
    entry->count++;
    out->count++;
    return true;
}

bool baseline_parse(struct slice text, struct baseline *out, unsigned *line)
{
    for (*line = 1; text.len > 0; ++*line) {
        struct slice entry = slice_trim(slice_take(&text, '\n'));
        if (entry.len > 0 && entry.ptr[0] != '#' && !parse_line(entry, out))
            return false;
    }
    return true;
}

bool baseline_takes(struct baseline *baseline, const struct finding *finding)
{
    struct baseline_entry *entry = map_get(&baseline->entries, slice_from(finding->fingerprint));
    if (!entry || entry->taken == entry->count)
        return false;
    entry->taken++;
    return true;
}

size_t baseline_gone(const struct baseline *baseline, const struct map *paths)
{
    size_t gone = 0;
    for (const struct baseline_entry *entry = baseline->first; entry; entry = entry->next)
        if (map_get(paths, slice_from(entry->path)))
            gone += entry->count - entry->taken;
    return gone;
}

void baseline_free(struct baseline *baseline)
{
    map_free(&baseline->entries);
    arena_free(&baseline->arena);
}

void baseline_put_line(const struct finding *finding, struct buf *out)
{
    buf_format(out, "%s %s ", finding->fingerprint, diag_code_name(finding->code));
    put_path(out, finding->path ? finding->path : "");
}

void baseline_put(const char **lines, size_t count, struct buf *out)
{
    file_sort_names(lines, count);
    buf_put_string(out, HEAD);
    for (size_t i = 0; i < count; i++) {
        buf_put_string(out, lines[i]);
        buf_put_char(out, '\n');
    }
}
