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

uint32_t md_flank_next(struct md_flanks *flanks, struct slice text, uint32_t at, uint32_t limit,
                       uint32_t *next)
{
    for (*next = limit; at < limit; at++) {
        char c = text.ptr[at];
        if (c == '\\')
            at++;
        if ((c == '|' || md_is_line_end(c)) && ends_text(text, at))
            *flanks = (struct md_flanks){0};
        if (c != '*')
            continue;
        uint32_t len = md_run(text, at, '*');
        if (len <= MOST_MARKS) {
            uint32_t blank = blank_at(flanks, text, at, len);
            flanks->open[len] = !flanks->open[len];
            *next = at + len;
            if (blank != MD_NOWHERE)
                return blank;
        }
        at += len - 1;
    }
    *next = limit;
    return MD_NOWHERE;
}
