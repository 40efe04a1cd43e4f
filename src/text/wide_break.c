#include "text/wide_break.h"

#include "base/utf8.h"
#include "text/analysis.h"
#include "text/chars.h"
#include "text/lang.h"
#include "text/line_end.h"

/* The first byte of what may be such a place: of U+2014 and all that comes after. */
#define WIDE_LEAD 0xe2

struct place {
    uint32_t earlier, before, after, later; /* code points; 0: the text's edge */
    bool korean;
};

/* Digits and letters of the wide forms of ASCII. */
static bool is_wide_ascii(uint32_t c)
{
    return (c >= 0xff10 && c <= 0xff19) || (c >= 0xff21 && c <= 0xff3a) ||
           (c >= 0xff41 && c <= 0xff5a);
}

/* At the point or comma of a number in wide digits, or the sign between the two of a range. */
static bool is_in_number(const struct place *at)
{
    uint32_t c = at->before;
    if (c == 0xff0c || c == 0xff0e)
        return is_wide_ascii(at->earlier) && is_wide_ascii(at->after);
    bool range = c == 0xff5e || c == 0x301c || c == 0x2014;
    return range && text_is_digit(at->earlier) && text_is_digit(at->after);
}

/* ㎏, ㎖, ㏄: a unit in one square. */
static bool is_square_unit(uint32_t c)
{
    return (c >= 0x3371 && c <= 0x3376) || (c >= 0x3380 && c <= 0x33df);
}

static bool is_wide_slash(uint32_t c)
{
    return c == 0xff0f;
}

/* ～, and · and the dash that is no half of a long one, after a letter of East Asia. */
static bool is_joint(const struct place *at)
{
    uint32_t c = at->after;
    if (c == 0xff5e)
        return true;
    bool joint = c == 0xb7 || (c == 0x2014 && at->before != c && at->later != c);
    return joint && (at->korean || text_side_of(at->before) != TEXT_SIDE_WORD);
}

static bool is_wide_letter(uint32_t c)
{
    return text_side_of(c) == TEXT_SIDE_WIDE && text_is_alnum(c);
}

/* Between letters of Korean, and between them and brackets, which take no space either. */
static bool is_in_word(uint32_t before, uint32_t after)
{
    if (text_is_alnum(before))
        return text_is_alnum(after) || after == '(' || after == '[';
    return (before == ')' || before == ']') && text_is_alnum(after);
}

static bool is_inside(const struct place *at)
{
    return (is_wide_ascii(at->before) && is_wide_ascii(at->after)) || is_in_number(at) ||
           is_wide_slash(at->before) || is_wide_slash(at->after) ||
           (text_is_digit(at->before) && is_square_unit(at->after)) ||
           (at->korean && is_in_word(at->before, at->after)) || is_joint(at);
}

static void settle(const struct place *at, uint8_t *flag)
{
    if (is_inside(at))
        *flag = (uint8_t)(*flag & ~(TEXT_BREAK | TEXT_KEEP_MASK));
    else if (text_is_digit(at->before) && is_wide_letter(at->after))
        *flag |= TEXT_KEEP_LIGHT;
}

void text_wide_breaks(struct slice text, const char *lang, uint8_t *flags)
{
    struct place at = {.korean = lang && text_lang_same_primary(lang, "ko")};
    size_t next = 0;
    at.later = text.len > 0 ? utf8_next(text, &next) : 0;
    for (size_t pos = 0, end = next; pos < text.len; pos = end, end = next) {
        at.earlier = at.before;
        at.before = at.after;
        at.after = at.later;
        at.later = next < text.len ? utf8_next(text, &next) : 0;
        bool may = (flags[pos] & (TEXT_BREAK | TEXT_MUST_BREAK)) == TEXT_BREAK;
        if (may &&
            ((unsigned char)text.ptr[pos] >= WIDE_LEAD || at.before >= 0x2000 || at.after == 0xb7))
            settle(&at, &flags[pos]);
    }
}
