#include "check/addresses.h"

#include <string.h>

#include "text/address.h"

/* Shorter ones are neighbours of many others: of another hospital, say. */
#define FEWEST_LETTERS 5u

static const char *lower(struct arena *arena, struct slice text)
{
    char *small = arena_string(arena, text);
    for (char *c = small; *c; c++)
        *c = ascii_lower(*c);
    return small;
}

/* A letter put in, left out or changed, or two neighbours changed over. Digits tell mailboxes and
 * hosts apart. */
static bool is_slip(const char *a, const char *b)
{
    size_t len = strlen(a), other = strlen(b), at = 0;
    while (a[at] && a[at] == b[at])
        at++;
    if (ascii_is_digit(a[at]) || ascii_is_digit(b[at]))
        return false;
    if (len == other)
        return at < len && (strcmp(a + at + 1, b + at + 1) == 0 ||
                            (at + 1 < len && a[at] == b[at + 1] && a[at + 1] == b[at] &&
                             strcmp(a + at + 2, b + at + 2) == 0));
    return (len + 1 == other && strcmp(a + at, b + at + 1) == 0) ||
           (other + 1 == len && strcmp(a + at + 1, b + at) == 0);
}

/* The host of a web address, without "www."; empty: there is none that can be mistaken. */
static struct slice host_of(struct slice address)
{
    unsigned dots;
    address = slice_from_position(address, address_web_prefix(address));
    if (slice_equal_nocase(slice_sub(address, 0, 4), SLICE_LIT("www.")))
        address = slice_from_position(address, 4);
    struct slice host = slice_sub(address, 0, address_host_length(address, &dots));
    return slice_find(host, '.') < FEWEST_LETTERS ? SLICE_EMPTY : host;
}

static struct slice mailbox_of(struct slice address)
{
    struct slice box = slice_sub(address, 0, slice_find(address, '?'));
    return slice_find(box, '@') < box.len ? box : SLICE_EMPTY;
}

struct own {
    const char *email, *host; /* in small letters, or empty */
    const char *email_shown;
};

static void tell(const struct node *link, const char *written, const char *own, const char *right,
                 struct arena *arena, struct diag_list *diags)
{
    if (*written && *own && is_slip(written, own))
        diag_add(diags, DIAG_CODE_ADDRESS_NEAR, link->span,
                 arena_format(arena, "write %s, if that is meant", right),
                 "%s is nearly the clinic's address, %s", written, right);
}

static void look_at(const struct node *link, const struct own *own, struct arena *arena,
                    struct diag_list *diags)
{
    struct slice href = link->u.link.href;
    if (slice_starts(href, "mailto:"))
        tell(link, lower(arena, mailbox_of(slice_from_position(href, strlen("mailto:")))),
             own->email, own->email_shown, arena, diags);
    else if (address_web_prefix(href) > 0)
        tell(link, lower(arena, host_of(href)), own->host, own->host, arena, diags);
}

void check_address_near(const struct check_subject *subject, struct diag_list *diags)
{
    const struct meta_contact *contact = &subject->doc->meta.contact;
    const struct node *root = subject->doc->root;
    struct arena arena = {0};
    struct own own = {.email_shown = contact->email.value ? contact->email.value : ""};
    own.email = lower(&arena, mailbox_of(slice_from(own.email_shown)));
    own.host = lower(&arena, host_of(slice_from(contact->web.value ? contact->web.value : "")));
    for (const struct node *at = root; (*own.email || *own.host) && at; at = node_next(at, root))
        if (at->kind == NODE_LINK && !at->generated)
            look_at(at, &own, &arena, diags);
    arena_free(&arena);
}
