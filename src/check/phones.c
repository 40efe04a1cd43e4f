#include "check/phones.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "text/phone.h"

/* Spaces of any kind become plain ones. */
static const char *form_of(struct arena *arena, struct slice written)
{
    struct buf form = {0};
    for (size_t at = 0; at < written.len;) {
        uint32_t c = utf8_next(written, &at);
        buf_put_utf8(&form, c == 0xa0 || c == 0x2009 || c == 0x202f ? ' ' : c);
    }
    return buf_keep(&form, arena).ptr;
}

static const char *digits_of(struct arena *arena, struct slice written)
{
    struct buf digits = {0};
    for (size_t i = 0; i < written.len; i++)
        if (ascii_is_digit(written.ptr[i]) || (written.ptr[i] == '+' && digits.len == 0))
            buf_put_char(&digits, written.ptr[i]);
    return buf_keep(&digits, arena).ptr;
}

static bool is_dialled(struct slice written)
{
    return strchr("+(0", written.ptr[0]) != NULL;
}

struct phones {
    struct arena *arena;
    void (*take)(void *context, const struct phone_written *phone);
    void *context;
};

static void take(const struct phones *phones, struct slice written, struct span span)
{
    const struct phone_written phone = {digits_of(phones->arena, written),
                                        form_of(phones->arena, written), span};
    phones->take(phones->context, &phone);
}

static void take_node(const struct phones *phones, const struct node *node)
{
    struct phone phone;
    for (size_t from = 0; phone_find(node->text, from, &phone); from = phone.end) {
        struct slice written = slice_sub(node->text, phone.start, phone.end - phone.start);
        if (is_dialled(written))
            take(phones, written, node_text_span(node, phone.start, written.len));
    }
}

void phones_each(const struct check_subject *subject, struct arena *arena,
                 void (*take_one)(void *context, const struct phone_written *phone), void *context)
{
    const struct phones phones = {arena, take_one, context};
    const struct node *root = subject->doc->root;
    const struct meta_text *own = &subject->doc->meta.contact.phone;
    struct phone phone;
    for (const struct node *at = root; at; at = node_next(at, root))
        if (node_is_prose(at) && !at->generated)
            take_node(&phones, at);
    struct slice written = slice_from(own->value ? own->value : "");
    if (own->value && phone_find(written, 0, &phone))
        take(&phones, slice_sub(written, phone.start, phone.end - phone.start), own->span);
}

/* ---- phone-near */

/* The last digits are those of rooms and desks. */
#define EXTENSION 3u

/* Two neighbours changed over, or another digit before the extension; one more or one less. */
static bool is_slip(const char *a, const char *b)
{
    size_t len = strlen(a), other = strlen(b), at = 0;
    while (a[at] && a[at] == b[at])
        at++;
    if (len == other && len > EXTENSION + 5)
        return at < len && ((at + 1 < len && a[at] == b[at + 1] && a[at + 1] == b[at] &&
                             strcmp(a + at + 2, b + at + 2) == 0) ||
                            (at + EXTENSION < len && strcmp(a + at + 1, b + at + 1) == 0));
    if (len + 1 == other && len > EXTENSION + 5)
        return strcmp(a + at, b + at + 1) == 0;
    if (other + 1 == len && other > EXTENSION + 5)
        return strcmp(a + at + 1, b + at) == 0;
    return false;
}

struct near {
    struct diag_list *diags;
    const char *own, *own_digits;
};

static void look_at(void *context, const struct phone_written *phone)
{
    const struct near *near = context;
    if (is_slip(phone->digits, near->own_digits))
        diag_add(near->diags, DIAG_CODE_PHONE_NEAR, phone->span,
                 arena_format(near->diags->arena, "write %s, if that is meant", near->own),
                 "%s is nearly the clinic's number, %s", phone->form, near->own);
}

void check_phone_near(const struct check_subject *subject, struct diag_list *diags)
{
    const struct meta_text *own = &subject->doc->meta.contact.phone;
    struct arena arena = {0};
    struct phone phone;
    struct slice written = slice_from(own->value ? own->value : "");
    if (own->value && phone_find(written, 0, &phone)) {
        written = slice_sub(written, phone.start, phone.end - phone.start);
        struct near near = {diags, form_of(&arena, written), digits_of(&arena, written)};
        phones_each(subject, &arena, look_at, &near);
    }
    arena_free(&arena);
}
