#include "text/ending.h"

#include <stdbool.h>

#include "base/utf8.h"

static bool is_closing_mark(uint32_t c)
{
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201d ||
           c == 0x201c || c == 0xbb || c == 0x203a || c == 0xa0 || c == 0x202f || c == 0x3009 ||
           c == 0x300b || c == 0x300d || c == 0x300f || c == 0x3011 || c == 0xff09;
}

/* Without the number of a note behind a full stop: "as usual.1". */
static struct slice without_note(struct slice text)
{
    size_t end = text.len;
    while (end > 0 && end + 2 > text.len && ascii_is_digit(text.ptr[end - 1]))
        end--;
    bool note =
        end < text.len && end > 1 && text.ptr[end - 1] == '.' && ascii_is_alpha(text.ptr[end - 2]);
    return note ? slice_sub(text, 0, end) : text;
}

/* The last character, closing quotes and brackets aside. */
static uint32_t last_character(struct slice text)
{
    text = without_note(text);
    uint32_t c = 0;
    for (size_t at = text.len; at > 0;) {
        c = utf8_previous(text, &at);
        if (!is_closing_mark(c))
            break;
    }
    return c;
}

enum text_ending text_ending_of(struct slice line)
{
    uint32_t c = last_character(line);
    if (c == '.' || c == 0x2026 || c == 0x3002 || c == 0xff0e || c == 0x964 || c == 0x6d4)
        return TEXT_ENDING_STOP;
    if (c == '?' || c == '!' || c == 0x61f || c == 0xff1f || c == 0xff01 || c == 0x37e)
        return TEXT_ENDING_CALL;
    if (c == ':' || c == 0xff1a)
        return TEXT_ENDING_COLON;
    if (c == ';' || c == ',' || c == 0x60c || c == 0x61b || c == '-' || c == 0x2013 ||
        c == 0x2014 || c == 0x3001 || c == 0xff0c || c == 0xff1b)
        return TEXT_ENDING_PAUSE;
    return TEXT_ENDING_OPEN;
}
