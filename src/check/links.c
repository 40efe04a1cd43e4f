#include "check/links.h"

#include <string.h>

#include "doc/leaflet.h"
#include "text/address.h"

/* Not one to a file that becomes no leaflet: its reader told of it. */
static bool is_unknown_page(const struct node *node)
{
    return node->kind == NODE_LINK && node->u.link.nowhere &&
           address_may_be_page(node->u.link.href);
}

static const char *hint_for(const struct doc *doc, bool relative)
{
    if (!doc->meta.site.value)
        return relative ? "name the website in clinic.yml, as in `site: https://www.example.org/` "
                          "and `site_pages: true`, or write the whole address, beginning with "
                          "https://"
                        : "name the website in clinic.yml, as in `site: https://www.example.org/`, "
                          "or write the whole address, beginning with https://";
    return relative ? "if it is a page of your website, write `site_pages: true` in clinic.yml; or "
                      "write the whole address, beginning with https://"
                    : "write the whole address, beginning with https://";
}

/* Words, without a sign that addresses have: "[10 mg](daily)", "[Dose]: 5mg". */
static bool is_words(struct slice href)
{
    for (size_t i = 0; i < href.len; i++)
        if (strchr("/.#?:@&=%", href.ptr[i]))
            return false;
    return true;
}

static void tell_words(const struct node *link, enum diag_code code, struct diag_list *diags)
{
    diag_add(diags, code, link->span,
             "if it is to be read, put a backslash before the first bracket: \\[; if it is a page "
             "of your website, write the whole address, beginning with https://",
             "\"%.*s%s\" stands where a link has its address, so it is not printed",
             DIAG_SHOWN(link->u.link.href));
}

void check_link_sites(const struct check_subject *subject, struct diag_list *diags)
{
    const struct doc *doc = subject->doc;
    const struct node *first = NULL;
    enum diag_code code =
        subject->release ? DIAG_CODE_LINK_SITE_REFUSED : DIAG_CODE_LINK_SITE_MISSING;
    unsigned others = 0;
    bool relative = false;
    for (const struct node *at = doc->root; at; at = node_next(at, doc->root)) {
        if (!is_unknown_page(at))
            continue;
        if (!doc->meta.site.value && is_words(at->u.link.href)) {
            tell_words(at, code, diags);
            continue;
        }
        relative = relative || !strchr("/?", at->u.link.href.ptr[0]);
        others += first != NULL;
        first = first ? first : at;
    }
    if (!first)
        return;
    char more[48] = "";
    if (others > 0)
        snprintf(more, sizeof more, "; %u more link%s like it", others,
                 others > 1 ? "s are" : " is");
    struct slice href = first->u.link.href;
    diag_add(diags, code, first->span, hint_for(doc, relative),
             strchr("/?", href.ptr[0]) || !doc->meta.site.value
                 ? "%.*s%s is a page of a website that is not named: the words stay, without the "
                   "link%s"
                 : "there is no file or leaflet %.*s%s: the words stay, without the link%s",
             DIAG_SHOWN(href), more);
}

void check_link_drafts(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root;
    for (const struct node *at = root; at && subject->release; at = node_next(at, root)) {
        const struct doc_leaflet *leaflet = at->kind == NODE_LINK ? at->u.link.leaflet : NULL;
        if (leaflet && leaflet->draft && !at->generated)
            diag_add(diags, DIAG_CODE_LINK_DRAFT, at->span,
                     "release that leaflet first, or leave the link out",
                     "this link leads to a draft, which is not released: \"%s\"",
                     leaflet->title ? leaflet->title : "");
    }
}
