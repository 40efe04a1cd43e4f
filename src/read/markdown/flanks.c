#include "read/markdown/flanks.h"

#include "base/utf8.h"
#include "read/markdown/scan.h"
#include "text/chars.h"

#define MOST_MARKS 3u

static bool is_wide_letter(uint32_t c)
{
    return c >= 0x80 && text_is_wide(c) && text_is_alnum(c);
}

static bool is_point(uint32_t c)
{
    return c < 0x80 ? c > ' ' && !ascii_is_alnum((char)c) : text_is_punctuation(c);
}

/* Where a blank makes the run at `at` begin or end emphasis; MD_NOWHERE: it does so as it is. */
static uint32_t blank_at(const struct md_flanks *flanks, struct slice text, uint32_t at,
                         uint32_t len)
{
    size_t front = at, end = at + len;
    uint32_t before = at > 0 ? utf8_previous(text, &front) : ' ';
    uint32_t after = end < text.len ? utf8_next(text, &end) : ' ';
    if (flanks->open[len])
        return is_point(before) && is_wide_letter(after) ? at + len : MD_NOWHERE;
    return is_wide_letter(before) && is_point(after) ? at : MD_NOWHERE;
}

/* A paragraph or a cell ends what is open. */
static bool ends_text(struct slice text, uint32_t at)
{
    if (text.ptr[at] == '|')
        return true;
    uint32_t line = md_line_next(text, at);
    return md_is_line_end(md_at(text, md_skip_prefix(text, line, NULL)));
}

static bool is_any_open(const struct md_flanks *flanks)
{
    return flanks->open[1] || flanks->open[2] || flanks->open[3];
}

/* Over bytes without a mark. */
static void pass(struct md_flanks *flanks, struct slice text, uint32_t at, uint32_t end)
{
    for (; at < end && is_any_open(flanks); at++)
        if ((text.ptr[at] == '|' || md_is_line_end(text.ptr[at])) && ends_text(text, at))
            *flanks = (struct md_flanks){0};
}

static bool is_escaped(struct slice text, uint32_t at)
{
    uint32_t start = at;
    while (start > 0 && text.ptr[start - 1] == '\\')
        start--;
    return (at - start) % 2 != 0;
}

uint32_t md_flank_next(struct md_flanks *flanks, struct slice text, uint32_t at, uint32_t limit,
                       uint32_t *next)
{
    while (at < limit) {
        uint32_t mark = at + (uint32_t)slice_find(slice_sub(text, at, limit - at), '*'), len = 1;
        pass(flanks, text, at, mark);
        if (mark < limit && !is_escaped(text, mark)) {
            len = md_run(text, mark, '*');
            uint32_t blank = len <= MOST_MARKS ? blank_at(flanks, text, mark, len) : MD_NOWHERE;
            if (len <= MOST_MARKS)
                flanks->open[len] = !flanks->open[len];
            *next = mark + len;
            if (blank != MD_NOWHERE)
                return blank;
        }
        at = mark + len;
    }
    *next = limit;
    return MD_NOWHERE;
}
