#include "check/lists.h"

/* The end of the number at a place of a text, which may have a point or comma; the place itself:
 * there is none. */
static size_t skip_number(struct slice text, size_t at)
{
    while (at < text.len &&
           (ascii_is_digit(text.ptr[at]) ||
            (at > 0 && at + 1 < text.len && (text.ptr[at] == '.' || text.ptr[at] == ',') &&
             ascii_is_digit(text.ptr[at - 1]) && ascii_is_digit(text.ptr[at + 1]))))
        at++;
    return at;
}

static bool are_degrees(struct slice text, size_t at)
{
    struct slice rest = slice_from_position(text, at);
    if (slice_starts(rest, " "))
        rest = slice_from_position(rest, 1);
    else if (slice_starts(rest, "\u00a0") || slice_starts(rest, "\u202f"))
        rest = slice_from_position(rest, rest.ptr[0] == '\xc2' ? 2 : 3);
    return slice_starts(rest, "\u00b0") || slice_starts(rest, "degree");
}

static bool is_doubtful(const struct node *item)
{
    const struct span span = item->span;
    const struct node *text = item->first ? item->first->first : NULL;
    char marker = span.source && span.len > 0 ? span.source->text.ptr[span.offset] : '\0';
    if (!text || text->kind != NODE_TEXT || text->generated)
        return false;
    size_t end = skip_number(text->text, 0);
    return end > 0 && (marker == '+' || (marker == '-' && are_degrees(text->text, end)));
}

void check_bullet_signs(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *told = NULL, *root = subject->doc->root;
    for (const struct node *at = root; at; at = node_next(at, root)) {
        if (at->kind != NODE_ITEM || at->parent == told || at->parent->u.list.ordered ||
            !is_doubtful(at))
            continue;
        told = at->parent;
        diag_add(
            diags, DIAG_CODE_SIGN_AS_BULLET, (struct span){at->span.source, at->span.offset, 1},
            "where the sign belongs to the number, write a backslash before it, or \"minus\" or "
            "\"plus\"; where it is a bullet, write *",
            "this sign is read as a bullet and not as part of the number");
    }
}
