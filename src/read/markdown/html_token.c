#include "read/markdown/html_token.h"

#include <string.h>

/* ---- tokens */

/* The end of the tag whose name ends at `at`; 0 when it does not end. */
static uint32_t tag_end(struct slice html, uint32_t at)
{
    char quote = '\0';
    for (; at < html.len; at++) {
        char c = html.ptr[at];
        if (quote != '\0') {
            if (c == quote)
                quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return at + 1;
        } else if (c == '<') {
            return 0;
        }
    }
    return 0;
}

static bool read_comment(struct slice html, uint32_t at, bool *open, struct md_token *out)
{
    struct slice rest = slice_from_position(html, at);
    if (*open || !slice_starts(rest, "<!--"))
        return false;
    const char *end = rest.len > 4 ? memmem(rest.ptr + 2, rest.len - 2, "-->", 3) : NULL;
    *open = !end;
    if (!end)
        return false;
    *out = (struct md_token){.start = at, .end = (uint32_t)(end - html.ptr) + 3};
    return true;
}

bool md_token_read(struct slice html, uint32_t at, bool *open, struct md_token *out)
{
    if (read_comment(html, at, open, out))
        return true;
    bool closing = md_at(html, at + 1) == '/';
    uint32_t name = at + 1 + closing, len = md_run_word(html, name, "-");
    char after = md_at(html, name + len);
    if (!ascii_is_alpha(md_at(html, name)) || (after != '\0' && !strchr(" \t\n\r\f>/", after)))
        return false;
    *out = (struct md_token){.start = at,
                             .end = tag_end(html, name + len),
                             .name = slice_sub(html, name, len),
                             .closing = closing};
    return out->end > 0;
}

/* ---- widths */

/* The number at the start of text is *number / *scale; returns its length, 0: it is none. */
static uint32_t read_number(struct slice text, int64_t *number, int64_t *scale)
{
    bool fraction = false;
    uint32_t at = 0;
    *number = 0;
    *scale = 1;
    for (; ascii_is_digit(md_at(text, at)) || md_at(text, at) == '.'; at++) {
        if (text.ptr[at] == '.') {
            if (fraction)
                return 0;
            fraction = true;
        } else if (*number <= 100000 && *scale <= 1000) { /* further digits make no difference */
            *number = *number * 10 + (text.ptr[at] - '0');
            *scale *= fraction ? 10 : 1;
        }
    }
    return at;
}

bool md_width_read(const char *value, int32_t *width)
{
    static const struct {
        const char *name;
        int64_t size; /* in thousandths of a point */
    } units[] = {{"", 750},
                 {"px", 750}, /* CSS: 96 px an inch */
                 {"pt", 1000},
                 {"mm", 2835},
                 {"cm", 28346}};
    struct slice text = slice_trim(slice_from(value));
    int64_t number, scale, result = 0;
    struct slice unit = slice_from_position(text, read_number(text, &number, &scale));
    if (slice_equal_string(unit, "%")) {
        *width = (int32_t)(-number / scale);
        return number / scale >= 1 && number / scale <= 100;
    }
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (slice_equal_nocase(unit, slice_from(units[i].name)))
            result = number * units[i].size * 1024 / scale / 1000;
    *width = result > INT32_MAX ? INT32_MAX : (int32_t)result;
    return result > 0;
}
