#include "check/lengths.h"

/* An address is ASCII, one byte a character; other text takes two and, before some, a backslash. */
#define MOST_ADDRESS 32767u
#define MOST_TEXT    10000u

static void look(struct slice text, size_t most, const char *what, struct span span,
                 struct diag_list *diags)
{
    if (text.len <= most)
        return;
    diag_add(diags, DIAG_CODE_TEXT_TOO_LONG, span, "make it shorter",
             "%s is longer than a PDF can hold: at most %zu letters and signs", what, most);
}

void check_lengths(const struct check_subject *subject, struct diag_list *diags)
{
    const struct doc *doc = subject->doc;
    const struct meta_text *title = &doc->meta.title, *summary = &doc->meta.summary;
    look(slice_from(title->value), MOST_TEXT, "the title", title->span, diags);
    look(slice_from(summary->value), MOST_TEXT, "the summary", summary->span, diags);
    for (const struct node *at = doc->root; at; at = node_next(at, doc->root)) {
        if (at->generated)
            continue;
        if (at->kind == NODE_LINK)
            look(at->u.link.href, MOST_ADDRESS, "this link's address", at->span, diags);
        if (at->kind == NODE_IMAGE)
            look(slice_from(at->u.image.alt), MOST_TEXT, "this picture's description", at->span,
                 diags);
        if (at->kind == NODE_ABBREVIATION)
            look(slice_from(at->u.abbreviation.expansion), MOST_TEXT, "what is said in full",
                 at->span, diags);
    }
}
