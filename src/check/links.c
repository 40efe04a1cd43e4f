#include "check/links.h"

void check_link_sites(const struct check_subject *subject, struct diag_list *diags)
{
    const struct doc *doc = subject->doc;
    const struct node *first = NULL;
    unsigned others = 0;
    for (const struct node *at = doc->root; at; at = node_next(at, doc->root)) {
        if (at->kind != NODE_LINK || !at->u.link.nowhere)
            continue;
        others += first != NULL;
        first = first ? first : at;
    }
    if (!first)
        return;
    char more[48] = "";
    if (others > 0)
        snprintf(more, sizeof more, "; %u more link%s like it", others,
                 others > 1 ? "s are" : " is");
    struct slice href = slice_sub(first->u.link.href, 0, 60);
    diag_add(diags, subject->release ? DIAG_CODE_LINK_SITE_REFUSED : DIAG_CODE_LINK_SITE_MISSING,
             first->span,
             doc->meta.site.value
                 ? "write the whole address, beginning with https://"
                 : "name the website in clinic.yml, as in `site: https://www.example.org/`, or "
                   "write the whole address, beginning with https://",
             "%.*s is a page of a website that is not named: the words stay, without the link%s",
             SLICE_ARGS(href), more);
}
