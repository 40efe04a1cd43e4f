#include "check/rule/found.h"

#include "base/utf8.h"
#include "prose/passage.h"

/* Of what is shown before and after a place, in bytes. */
#define AROUND 24u

#define QUOTE_BYTES 120u /* how far an opening quote is looked for */

struct slice found_text(const struct found *found)
{
    return slice_sub(found->passage->text, found->start, found->end - found->start);
}

struct span found_span(const struct found *found)
{
    return prose_span(found->prose, found->passage, found->start, found->end);
}

/* The first byte of what is shown before `at`: behind a blank, if one is near. */
static size_t context_start(struct slice text, size_t at)
{
    if (at <= AROUND)
        return 0;
    size_t start = at - AROUND;
    for (size_t i = start; i < at; i++)
        if (text.ptr[i] == ' ' || text.ptr[i] == '\n')
            return i + 1;
    return at;
}

static size_t context_end(struct slice text, size_t at)
{
    if (text.len - at <= AROUND)
        return text.len;
    for (size_t end = at + AROUND; end > at; end--)
        if (text.ptr[end] == ' ' || text.ptr[end] == '\n')
            return end;
    return at;
}

const char *found_mended(const struct found *found, const char *better, struct arena *arena)
{
    struct slice text = found->passage->text;
    size_t start = context_start(text, found->start), end = context_end(text, found->end);
    struct slice before = slice_sub(text, start, found->start - start);
    struct slice after = slice_sub(text, found->end, end - found->end);
    return arena_format(arena, "%s%.*s%s%.*s%s", start > 0 ? "…" : "", SLICE_ARGS(before), better,
                        SLICE_ARGS(after), end < text.len ? "…" : "");
}

const char *found_beginning(struct slice text, size_t most, struct arena *arena)
{
    if (text.len <= most)
        return arena_string(arena, text);
    size_t end = most;
    while (end > most / 2 && text.ptr[end] != ' ')
        end--;
    if (text.ptr[end] != ' ')
        for (end = most; end > 0 && utf8_is_tail(text.ptr[end]);)
            end--;
    return arena_format(arena, "%.*s…", SLICE_ARGS(slice_sub(text, 0, end)));
}

/* The next letter or digit (of any script: all beyond ASCII but dashes and quotes, U+2000 on), or
 * '\0'. */
static char next_letter(struct slice text, size_t *at)
{
    while (*at < text.len) {
        char c = text.ptr[(*at)++];
        if ((unsigned char)c == 0xe2)
            *at += 2;
        else if (ascii_is_alnum(c) || (unsigned char)c >= 0x80)
            return c;
    }
    return '\0';
}

static bool has_same_letters(struct slice a, struct slice b)
{
    size_t at_a = 0, at_b = 0;
    for (;;) {
        char c = next_letter(a, &at_a);
        if (c != next_letter(b, &at_b))
            return false;
        if (c == '\0')
            return true;
    }
}

void found_fix(struct diag_list *diags, struct diag *diag, const struct found *found,
               const char *better)
{
    struct span span = found_span(found);
    if (!diag || !span.source)
        return;
    struct slice written = slice_sub(span.source->text, span.offset, span.len);
    bool plain =
        slice_find(written, '<') == written.len && slice_find(written, '&') == written.len &&
        slice_find(written, '*') == written.len && slice_find(written, '\\') == written.len;
    if (plain && has_same_letters(written, found_text(found)))
        diag_fix(diags, diag, span, better);
}

bool found_is_quoted(const struct found *found)
{
    const char *text = found->passage->text.ptr;
    size_t from = found->start > QUOTE_BYTES ? found->start - QUOTE_BYTES : 0;
    for (size_t i = found->start; i >= from + 3; i--) {
        const unsigned char *mark = (const unsigned char *)text + i - 3;
        if (mark[0] == 0xe2 && mark[1] == 0x80 && mark[2] == 0x9d) /* ” */
            return false;
        if (mark[0] == 0xe2 && mark[1] == 0x80 && (mark[2] == 0x9c || mark[2] == 0x98)) /* “ ‘ */
            return true;
    }
    return false;
}

bool found_is_left_over(const struct found *found)
{
    static const char *const openings[] = {"[insert ", "[add ", "[your "};
    struct slice text = found->passage->text;
    size_t from = found->start > QUOTE_BYTES ? found->start - QUOTE_BYTES : 0;
    for (size_t at = found->start; at > from && text.ptr[at - 1] != ']'; at--)
        for (size_t i = 0; text.ptr[at - 1] == '[' && i < sizeof openings / sizeof *openings; i++) {
            struct slice opening = slice_from(openings[i]);
            if (slice_equal_nocase(slice_sub(text, at - 1, opening.len), opening))
                return true;
        }
    return false;
}
