#include "doc/words.h"

#include "base/slice.h"
#include "base/utf8.h"

/* What has a raised or lowered form (Unicode 15, Superscripts and Subscripts). */
static const struct {
    uint32_t plain;
    const char *raised, *lowered;
} forms[] = {
    {'0', "\u2070", "\u2080"},    {'1', "\u00b9", "\u2081"}, {'2', "\u00b2", "\u2082"},
    {'3', "\u00b3", "\u2083"},    {'4', "\u2074", "\u2084"}, {'5', "\u2075", "\u2085"},
    {'6', "\u2076", "\u2086"},    {'7', "\u2077", "\u2087"}, {'8', "\u2078", "\u2088"},
    {'9', "\u2079", "\u2089"},    {'+', "\u207a", "\u208a"}, {'-', "\u207b", "\u208b"},
    {0x2212, "\u207b", "\u208b"}, {'=', "\u207c", "\u208c"}, {'(', "\u207d", "\u208d"},
    {')', "\u207e", "\u208e"},    {'n', "\u207f", NULL},     {'i', "\u2071", NULL},
};

/* The nearest sub- or superscript around a text, or NULL. */
static const struct node *small_around(const struct node *text)
{
    const struct node *at = text->parent;
    while (at && node_is_inline(at->kind) && at->kind != NODE_SUPERSCRIPT &&
           at->kind != NODE_SUBSCRIPT)
        at = at->parent;
    return at && node_is_inline(at->kind) ? at : NULL;
}

static const char *form_of(uint32_t c, bool raised)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (forms[i].plain == c)
            return raised ? forms[i].raised : forms[i].lowered;
    return NULL;
}

/* "1st" is read as it was meant with a plain "st", "10n-1" is not. */
static bool is_of_letters(struct slice text)
{
    for (size_t pos = 0; pos < text.len;) {
        uint32_t c = utf8_next(text, &pos);
        if (form_of(c, true) && c != 'n' && c != 'i')
            return false;
    }
    return true;
}

static void put_small(struct buf *out, struct slice text, bool raised)
{
    for (size_t pos = 0, from = 0; pos < text.len; from = pos) {
        const char *form = form_of(utf8_next(text, &pos), raised);
        if (form)
            buf_put_string(out, form);
        else
            buf_put(out, text.ptr + from, pos - from);
    }
}

void node_put_words(struct buf *out, const struct node *leaf)
{
    const struct node *small = leaf->kind == NODE_TEXT ? small_around(leaf) : NULL;
    if (small && !is_of_letters(leaf->text))
        put_small(out, leaf->text, small->kind == NODE_SUPERSCRIPT);
    else if (leaf->kind == NODE_TEXT)
        buf_put_slice(out, leaf->text);
    else if (leaf->kind == NODE_LINE_BREAK)
        buf_put_char(out, ' ');
    else if (leaf->kind == NODE_IMAGE && leaf->u.image.alt)
        buf_put_string(out, leaf->u.image.alt);
}

struct slice node_words(const struct node *node, enum node_media media, struct arena *arena)
{
    struct buf buf = {0};
    for (const struct node *at = node; at;) {
        bool shown = media == NODE_MEDIA_ALL || at->media == NODE_MEDIA_ALL || at->media == media;
        if (shown)
            node_put_words(&buf, at);
        at = shown ? node_next(at, node) : node_skip(at, node);
    }
    return slice_trim(buf_keep(&buf, arena));
}

/* White space of any width, and what nobody sees. */
static bool is_blank(uint32_t c)
{
    return c <= ' ' || c == 0xa0 || c == 0xad || c == 0x34f || c == 0x61c ||
           (c >= 0x2000 && c <= 0x200f) || (c >= 0x2028 && c <= 0x202f) ||
           (c >= 0x205f && c <= 0x206f) || c == 0x3000 || c == 0xfeff;
}

bool node_has_words(const struct node *node)
{
    struct buf words = {0};
    bool has = false;
    for (const struct node *at = node; at && !has; at = node_next(at, node)) {
        buf_clear(&words);
        node_put_words(&words, at);
        for (size_t pos = 0; pos < words.len && !has;)
            has = !is_blank(utf8_next(buf_slice(&words), &pos));
    }
    buf_free(&words);
    return has;
}
