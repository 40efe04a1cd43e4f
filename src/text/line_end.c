#include "text/line_end.h"

#include "base/utf8.h"
#include "text/chars.h"
#include "text/property.h"

#define SOFT_HYPHEN      0x00adu
#define ZERO_WIDTH_SPACE 0x200bu

/* From here on: scripts of East Asia. Wide characters before it are emoji and other signs. */
#define FIRST_IDEOGRAPH 0x2e80u

/* So many characters that say nothing are looked past. */
#define OPEN_MOST 8

static bool is_emoji(uint32_t c)
{
    return c >= 0x1f000 && c < 0x20000 && !(c >= 0x1f200 && c < 0x1f300);
}

static bool is_wide(UChar32 c)
{
    bool wide = text_is_wide((uint32_t)c) || property_width((uint32_t)c) == U_EA_HALFWIDTH;
    return wide && !is_emoji((uint32_t)c) && property_script((uint32_t)c) != USCRIPT_HANGUL;
}

/* Quotation marks, dashes and dots that East Asian text shares with other scripts (UAX #11, width
 * A) belong to what stands beside them. */
static bool is_shared_mark(UChar32 c)
{
    return text_is_punctuation((uint32_t)c) && property_width((uint32_t)c) == U_EA_AMBIGUOUS;
}

enum text_side text_side_of(uint32_t code_point)
{
    if (code_point < 0x80)
        return TEXT_SIDE_WORD;
    if (code_point == SOFT_HYPHEN || code_point == ZERO_WIDTH_SPACE)
        return TEXT_SIDE_JOINT;
    if (code_point >= FIRST_IDEOGRAPH && is_wide((UChar32)code_point))
        return text_is_digit(code_point) ? TEXT_SIDE_DIGIT : TEXT_SIDE_WIDE;
    bool open = is_shared_mark((UChar32)code_point) || text_is_ignorable(code_point);
    return open ? TEXT_SIDE_OPEN : TEXT_SIDE_WORD;
}

bool text_line_end_joins(enum text_side before, enum text_side after)
{
    if (before == TEXT_SIDE_JOINT || after == TEXT_SIDE_JOINT)
        return true;
    return (before == TEXT_SIDE_WIDE && (after == TEXT_SIDE_WIDE || after == TEXT_SIDE_DIGIT)) ||
           (before == TEXT_SIDE_DIGIT && after == TEXT_SIDE_WIDE);
}

bool text_lines_join(struct slice line, struct slice next)
{
    enum text_side before = TEXT_SIDE_OPEN, after = TEXT_SIDE_OPEN;
    size_t at = line.len;
    for (int i = 0; i < OPEN_MOST && at > 0 && before == TEXT_SIDE_OPEN; i++)
        before = text_side_of(utf8_previous(line, &at));
    at = 0;
    for (int i = 0; i < OPEN_MOST && at < next.len && after == TEXT_SIDE_OPEN; i++)
        after = text_side_of(utf8_next(next, &at));
    return text_line_end_joins(before, after);
}
