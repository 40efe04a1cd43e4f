#include "read/matter/matter.h"

#include <string.h>

#include "doc/words.h"
#include "read/matter/about.h"
#include "read/matter/contact.h"
#include "read/matter/languages.h"
#include "read/matter/title.h"
#include "read/matter/web_addresses.h"
#include "read/passes/assets.h"

/* ---- the masthead */

/* The logo is decoration: the clinic's name stands beside it, and who hears that need not hear it
 * again. */
static void put_logo(struct doc *doc, struct node *masthead, struct diag_list *diags)
{
    struct meta_contact *contact = &doc->meta.contact;
    const struct meta_text *logo = &contact->logo;
    if (logo->value)
        contact->logo_image =
            read_image(doc, contact->logo_folder, slice_from(logo->value), logo->span, diags);
    if (!contact->logo_image)
        return;
    struct node *figure = doc_add(doc, masthead, NODE_FIGURE, logo->span);
    struct node *image = doc_add(doc, figure, NODE_IMAGE, logo->span);
    image->u.image.image = contact->logo_image;
    image->u.image.alt = "";
}

/* The clinic's name, a tagline, the logo and the draft mark, detached. Opens the logo and sets
 * meta.contact.logo_image. */
static struct node *make_masthead(struct doc *doc, struct diag_list *diags)
{
    const struct meta_contact *contact = &doc->meta.contact;
    struct node *masthead = doc_add(doc, NULL, NODE_MASTHEAD, SPAN_NONE);
    if (contact->name.value)
        matter_value(doc, matter_paragraph(doc, masthead), &contact->name, false);
    struct node *line = matter_paragraph(doc, masthead);
    if (contact->tagline.value)
        matter_value(doc, line, &contact->tagline, false);
    else
        matter_word(doc, line, WORD_INFORMATION, NULL, NULL);
    put_logo(doc, masthead, diags);
    if (doc->meta.status == META_STATUS_DRAFT)
        matter_word(doc, doc_add(doc, masthead, NODE_DRAFT_MARK, SPAN_NONE), WORD_DRAFT, NULL,
                    NULL);
    matter_generated(masthead);
    return masthead;
}

/* ---- the numbers of tables */

/* What stands behind `last` (NULL: all) comes before all else. */
static void move_to_front(struct node *parent, struct node *last)
{
    struct node *first = parent->first;
    while (last && last->next) {
        struct node *child = last->next;
        doc_remove(child);
        doc_insert_before(first, child);
    }
}

/* Our words around a caption's: what the pattern "Table {1}. {2}" has before and after {2}. */
static void number_caption(struct doc *doc, struct node *caption, unsigned number)
{
    struct arena *arena = &doc->arena;
    const char *pattern = doc->meta.wording[WORD_TABLE];
    const char *place = strstr(pattern, "{2}");
    size_t before = place ? (size_t)(place - pattern) : strlen(pattern);
    const char *start = arena_string(arena, (struct slice){pattern, before});
    const char *digits = arena_format(arena, "%u", number);
    if (before > 0) {
        struct node *last = caption->last;
        matter_wording(doc, caption, WORD_TABLE, words_fill(arena, start, digits, NULL));
        move_to_front(caption, last);
    }
    if (place && place[3])
        matter_wording(doc, caption, WORD_TABLE, words_fill(arena, place + 3, digits, NULL));
}

/* "Table 1. " before the captions of tables. */
static void number_captions(struct doc *doc)
{
    struct node *root = doc->root;
    unsigned number = 0;
    for (struct node *at = root; at; at = doc_next(at, root))
        if (at->kind == NODE_TABLE && at->first && at->first->kind == NODE_CAPTION)
            number_caption(doc, at->first, ++number);
}

/* ---- all */

void read_matter(struct doc *doc, const char *title_hint, struct diag_list *diags)
{
    struct node *title = matter_title(doc, title_hint, diags);
    struct node *body = doc->root->first;
    matter_put(doc, make_masthead(doc, diags), body);
    if (title)
        matter_put(doc, title, body);
    if (doc->meta.subtitle.value)
        matter_put(doc, matter_block(doc, NODE_SUBTITLE, &doc->meta.subtitle), body);
    if (doc->meta.summary.value) {
        struct node *lead = matter_block(doc, NODE_LEAD, &doc->meta.summary);
        matter_put(doc, lead, body);
        doc->meta.summary.value =
            arena_string(&doc->arena, node_words(lead, NODE_MEDIA_ALL, &doc->arena));
    }
    number_captions(doc);
    matter_contact(doc);
    matter_languages(doc, diags);
    struct node *body_end = doc->root->last;
    matter_about(doc);
    matter_addresses(doc, body_end->next);
}
