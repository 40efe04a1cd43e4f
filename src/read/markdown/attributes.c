#include "read/markdown/attributes.h"

#include <string.h>

#include "read/markdown/html_parser.h"
#include "read/markdown/limits.h"
#include "read/markdown/nodes.h"

static const char *const hint = "delete it; for the width of a picture write {width=50%}, "
                                "{width=6cm} or {small} right behind it";

/* A size alone: `small`, `6cm`, `50%`; a bare number may be anything. */
static bool is_size(struct slice word)
{
    int32_t width;
    return word.len > 0 && !ascii_is_digit(word.ptr[word.len - 1]) && md_width_read(word, &width);
}

/* The end of one attribute at `at`, or `at`: `#id`, `.class`, `key=value`, `key="value"`, `-`, or a
 * size. */
static uint32_t attribute_end(struct slice text, uint32_t at)
{
    char first = md_at(text, at);
    bool named = first == '#' || first == '.';
    uint32_t len = md_run_word(text, at + named, "-_:"), end = at + named + len;
    if (first == '-')
        return at + 1;
    uint32_t word = at + md_run_word(text, at, ".%");
    if (is_size(slice_sub(text, at, word - at)))
        return word;
    if (len == 0 || named || md_at(text, end) != '=')
        return named && len > 0 ? end : at;
    char quote = md_at(text, ++end);
    if (quote == '"' || quote == '\'') {
        end += 1 + (uint32_t)slice_find(slice_from_position(text, end + 1), quote);
        return end < text.len ? end + 1 : at;
    }
    while (end < text.len && !md_is_blank(text.ptr[end]) && text.ptr[end] != '}')
        end++;
    return end;
}

/* The end of `{…}` at `at` if it holds attributes only; MD_NOWHERE: it does not. */
static uint32_t braces_end(struct slice text, uint32_t at)
{
    if (md_at(text, at) != '{')
        return MD_NOWHERE;
    at += md_at(text, at + 1) == ':' ? 2 : 1;
    bool some = false;
    for (uint32_t end; md_at(text, at = md_skip_blanks(text, at)) != '}'; at = end, some = true)
        if ((end = attribute_end(text, at)) == at)
            return MD_NOWHERE;
    return some ? at + 1 : MD_NOWHERE;
}

/* The size that an attribute gives: `width=6cm`, `small`, `.small`. */
static struct slice size_of(struct slice attribute)
{
    if (!slice_starts(attribute, "width="))
        return slice_from_position(attribute, slice_starts(attribute, "."));
    struct slice value = slice_from_position(attribute, strlen("width="));
    bool quoted = slice_starts(value, "\"") || slice_starts(value, "'");
    return quoted ? slice_sub(value, 1, value.len - 2) : value;
}

/* Honours the width; of the others, true. */
static bool is_unused(struct node *picture, struct slice attribute)
{
    struct slice size = size_of(attribute);
    int32_t width;
    if (!(slice_starts(attribute, "width=") || is_size(size)) || !md_width_read(size, &width))
        return true;
    picture->u.image.width = width;
    return false;
}

uint32_t md_attributes_take(struct md_reader *r, uint32_t at, uint32_t end)
{
    struct node *picture = md_top(r)->node->last;
    struct slice text = slice_sub(r->copy.text, 0, end);
    uint32_t open = md_skip_blanks(text, at), close = braces_end(text, open);
    if (r->text.any || r->pictures_open > 0 || !picture || picture->kind != NODE_IMAGE ||
        close == MD_NOWHERE || picture->span.offset + picture->span.len != md_source(&r->copy, at))
        return at;
    uint32_t first = open + (md_at(text, open + 1) == ':' ? 2 : 1);
    for (uint32_t start = first, stop; start < close - 1; start = md_skip_blanks(text, stop)) {
        stop = attribute_end(text, start = md_skip_blanks(text, start));
        struct slice attribute = slice_sub(text, start, stop - start);
        if (stop > start && is_unused(picture, attribute))
            diag_add(r->diags, DIAG_CODE_ATTRIBUTE_UNUSED, md_span(&r->copy, start, stop), hint,
                     "\"%.*s\" is not understood here, and is not printed", SLICE_ARGS(attribute));
    }
    picture->span.len = md_source(&r->copy, close - 1) + 1 - picture->span.offset;
    return close;
}

void md_attributes_check(struct md_reader *r, uint32_t at)
{
    struct slice text = slice_sub(r->copy.text, 0, (size_t)at + MD_MAX_BRACES);
    text = slice_sub(text, 0, md_line_end(text, at));
    uint32_t end = braces_end(text, at);
    size_t level = md_leaf_level(r);
    bool heading = level > 0 && r->stack.entries[level - 1].kind == NODE_HEADING;
    char before = at > 0 ? md_at(text, at - 1) : ' ';
    bool named = strchr(".#:", md_at(text, at + 1)) != NULL; /* {.big}: no words of a leaflet */
    uint32_t word = at + 1 + md_run_word(text, at + 1, "-_.%");
    if (end == MD_NOWHERE && before == ')' && word > at + 1 && md_at(text, word) == '}')
        end = word + 1; /* a size that there is not */
    if (end == MD_NOWHERE || !(heading || named || strchr("])*_`", before)))
        return;
    diag_add(r->diags, DIAG_CODE_ATTRIBUTE_UNUSED, md_span(&r->copy, at, end), hint,
             "words in braces like these are not understood, so they print as they stand");
}

void md_size_report(struct md_reader *r, struct span span, struct slice size)
{
    diag_add(r->diags, DIAG_CODE_ATTRIBUTE_UNUSED, span, hint,
             "the size \"%.*s\" behind the picture's path is not used", SLICE_ARGS(size));
}
