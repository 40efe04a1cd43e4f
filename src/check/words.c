#include "check/words.h"

#include "doc/words.h"

/* How to write the words, in the form that the picture is written in. */
static const char *hint_for(const struct node *picture)
{
    const struct span span = picture->span;
    bool tag = span.source && span.offset < span.source->text.len &&
               span.source->text.ptr[span.offset] == '<';
    return tag ? "say in words what it shows: alt=\"words\"; of a picture that only decorates: "
                 "alt=\"\""
               : "say in words what it shows: ![words](file); a picture that only decorates is "
                 "<img src=\"file\" alt=\"\">";
}

void check_picture_words(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root;
    for (const struct node *at = root; at; at = node_next(at, root))
        if (at->kind == NODE_IMAGE && at->u.image.undescribed)
            diag_add(diags, DIAG_CODE_IMAGE_NO_ALT, at->span, hint_for(at),
                     "this picture has no description");
}

/* A picture in it without a description is told as such. */
static bool is_wordless(const struct node *link)
{
    for (const struct node *at = link; at; at = node_next(at, link))
        if (at->kind == NODE_IMAGE && at->u.image.undescribed)
            return false;
    return !node_has_words(link);
}

void check_link_words(const struct check_subject *subject, struct diag_list *diags)
{
    const struct node *root = subject->doc->root;
    for (const struct node *at = root; at; at = node_next(at, root))
        if (at->kind == NODE_LINK && (at->u.link.wordless || is_wordless(at)))
            diag_add(diags, DIAG_CODE_LINK_EMPTY, at->span,
                     "write between the brackets what the link leads to", "this link has no words");
}
