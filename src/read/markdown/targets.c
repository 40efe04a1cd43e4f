#include "read/markdown/targets.h"

#include <string.h>

#include "read/markdown/limits.h"

bool md_is_file(struct slice path)
{
    static const char *const endings[] = {
        ".png",  ".jpg", ".jpeg", ".gif",  ".svg", ".webp", ".bmp", ".tif", ".tiff",
        ".heic", ".pdf", ".doc",  ".docx", ".odt", ".rtf",  ".txt", ".md",  ".htm",
        ".html", ".xls", ".xlsx", ".csv",  ".ppt", ".pptx", ".mp3", ".mp4", ".epub"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t len = strlen(endings[i]);
        if (path.len > len &&
            slice_equal_nocase(slice_from_position(path, path.len - len), slice_from(endings[i])))
            return true;
    }
    return false;
}

bool md_is_size(struct slice title)
{
    uint32_t digits = 0, crosses = 0;
    for (size_t i = 1; i < title.len; i++) {
        char c = title.ptr[i];
        digits += ascii_is_digit(c);
        crosses += c == 'x';
        if (!ascii_is_digit(c) && c != 'x' && c != '%')
            return false;
    }
    return slice_starts(title, "=") && digits > 0 && crosses <= 1;
}

/* Where the address that begins at `at` ends: at its `)`, or the blanks before a title or size. */
static uint32_t address_end(struct slice text, uint32_t at)
{
    uint32_t open = 0;
    for (uint32_t start = at; at < text.len && at - start < MD_MAX_PATH; at++) {
        char c = text.ptr[at];
        if (c == '<' || c == '>' || c == '|' || c == '\\' || md_is_line_end(c))
            break;
        if (c == ')' && open-- == 0)
            return at;
        open += c == '(';
        char next = md_is_blank(c) ? md_at(text, md_skip_blanks(text, at)) : '\0';
        if (next == '"' || next == '=' || next == ')')
            return at;
    }
    return MD_NOWHERE;
}

/* What may stand between the address and its `)`: nothing, a title, a size. */
static bool read_rest(struct slice text, uint32_t at, struct md_loose_target *out)
{
    at = md_skip_blanks(text, at);
    out->size_start = out->size_end = at;
    if (md_at(text, at) == '"') {
        do {
            at += 1 + md_is_escape(text, at);
        } while (at < text.len && text.ptr[at] != '"' && !md_is_line_end(text.ptr[at]));
        at += md_at(text, at) == '"';
    } else if (md_at(text, at) == '=') {
        at += 1 + md_run_word(text, at + 1, "%");
        out->size_end = at;
        if (!md_is_size(slice_sub(text, out->size_start, at - out->size_start)))
            return false;
    }
    return md_at(text, md_skip_blanks(text, at)) == ')';
}

bool md_loose_target(struct slice text, uint32_t at, struct md_loose_target *out)
{
    uint32_t start = md_skip_blanks(text, at + 1), end = address_end(text, start);
    if (md_at(text, at) != '(' || end == MD_NOWHERE || end == start)
        return false;
    struct slice path = slice_sub(text, start, end - start);
    *out = (struct md_loose_target){.start = start,
                                    .end = end,
                                    .spaced = slice_find(path, ' ') < path.len ||
                                              slice_find(path, '\t') < path.len};
    return (!out->spaced || md_is_file(path)) && read_rest(text, end, out) &&
           (out->spaced || out->size_end > out->size_start);
}
