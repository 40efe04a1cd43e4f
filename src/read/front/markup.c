#include "read/front/markup.h"

#include <string.h>

#include "base/slice.h"

#define MOST_SMALL  8u   /* bytes of what is raised or lowered */
#define LEAST_NAME  2u   /* of an entity's name, so that "Q&A;" is none */
#define MOST_ENTITY 32u  /* bytes */
#define MOST_BYTES  400u /* between two signs that belong together */

/* Signs on both sides of words. */
struct pair {
    const char *sign;
    bool small;   /* short, without blanks and behind a word, as H~2~O */
    bool outside; /* stands at the edges of words only */
    const char *hint;
};

static const char plain_words[] = "write the words without them: a value has no bold or italics";
static const char small_figure[] =
    "write the small figure itself, such as \xe2\x82\x82 or \xc2\xb2";

static const struct pair pairs[] = {
    {"**", false, true, plain_words},  {"__", false, true, plain_words},
    {"~~", false, false, plain_words}, {"*", false, true, plain_words},
    {"_", false, true, plain_words},   {"`", false, false, plain_words},
    {"~", true, false, small_figure},  {"^", true, false, small_figure},
};

struct markup {
    size_t start, len;
    const char *hint;
};

static char char_at(struct slice text, size_t at)
{
    return at < text.len ? text.ptr[at] : ' ';
}

/* A part of a word or of an address. */
static bool is_word(char c)
{
    return ascii_is_alnum(c) || c == '/' || (unsigned char)c >= 0x80;
}

/* The end of what the pair's signs hold together from byte at on, or at. */
static size_t pair_end(struct slice text, size_t at, const struct pair *pair)
{
    size_t len = strlen(pair->sign), from = at + len;
    bool opens = slice_starts(slice_from_position(text, at), pair->sign) &&
                 !ascii_is_space(char_at(text, from)) && char_at(text, from) != *pair->sign &&
                 !(pair->outside && at > 0 && is_word(text.ptr[at - 1])) &&
                 !(pair->small && !(at > 0 && ascii_is_alnum(text.ptr[at - 1])));
    for (size_t i = from + 1; opens && i + len <= text.len; i++) {
        if (pair->small && (ascii_is_space(text.ptr[i - 1]) || i - from > MOST_SMALL))
            break;
        if (slice_starts(slice_from_position(text, i), pair->sign) &&
            !ascii_is_space(text.ptr[i - 1]) && !(pair->outside && is_word(char_at(text, i + len))))
            return i + len;
    }
    return at;
}

/* The end of an entity of HTML at byte at, or at. */
static size_t entity_end(struct slice text, size_t at)
{
    size_t from = at + 1 + (char_at(text, at + 1) == '#'), end = from;
    while (ascii_is_alnum(char_at(text, end)) && end - at < MOST_ENTITY)
        end++;
    bool named = end >= at + 1 + LEAST_NAME && (from > at + 1 || ascii_is_alpha(text.ptr[from]));
    return text.ptr[at] == '&' && named && char_at(text, end) == ';' ? end + 1 : at;
}

/* The end of a tag of HTML at byte at, or at. */
static size_t tag_end(struct slice text, size_t at)
{
    size_t from = at + 1 + (char_at(text, at + 1) == '/'), end = from;
    while (end < text.len && text.ptr[end] != '>' && text.ptr[end] != '<')
        end++;
    bool tag = text.ptr[at] == '<' && ascii_is_alpha(char_at(text, from));
    return tag && char_at(text, end) == '>' ? end + 1 : at;
}

/* The end of "[words](address)" at byte at, or at. */
static size_t link_end(struct slice text, size_t at)
{
    size_t middle = at, end;
    while (middle < text.len && text.ptr[middle] != ']')
        middle++;
    for (end = middle; end < text.len && text.ptr[end] != ')';)
        end++;
    return text.ptr[at] == '[' && char_at(text, middle + 1) == '(' && end < text.len ? end + 1 : at;
}

static bool find_at(struct slice text, size_t at, struct markup *found)
{
    const char *hint = NULL;
    size_t end = at;
    text = slice_sub(text, 0, at + MOST_BYTES);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs && end == at; i++) {
        end = pair_end(text, at, &pairs[i]);
        hint = pairs[i].hint;
    }
    if (end == at) {
        end = entity_end(text, at);
        hint = "write the character itself, such as \xc2\xb1 or \xc3\xa9";
    }
    if (end == at) {
        end = tag_end(text, at);
        hint = "write the words without it: a value has no markup";
    }
    if (end == at) {
        end = link_end(text, at);
        hint = "write the words alone, and link them in the text";
    }
    *found = (struct markup){at, end - at, hint};
    return end > at;
}

static void tell(const struct meta_text *value, const struct markup *found, struct diag_list *diags)
{
    struct slice text = slice_from(value->value);
    struct span span = value->span;
    if (span.len == text.len) { /* it stands there as it is */
        span.offset += (uint32_t)found->start;
        span.len = (uint32_t)found->len;
    }
    diag_add(diags, DIAG_CODE_SIGN_KEPT, span, found->hint,
             "this value is plain text, so %.*s prints as it stands",
             SLICE_ARGS(slice_sub(text, found->start, found->len)));
}

void front_tell_markup(const struct meta_text *value, struct diag_list *diags)
{
    struct slice text = value->value ? slice_from(value->value) : SLICE_EMPTY;
    for (size_t at = 0; at < text.len;) {
        struct markup found = {at, 1, NULL};
        if (strchr("*_~`^&<[", text.ptr[at]) && find_at(text, at, &found))
            tell(value, &found, diags);
        at += found.len > 0 ? found.len : 1;
    }
}
