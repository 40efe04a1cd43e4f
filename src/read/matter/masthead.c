#include "read/matter/matter.h"

static struct node *paragraph(struct matter *matter, struct node *parent)
{
    return doc_add(matter->doc, parent, NODE_PARAGRAPH, SPAN_NONE);
}

/* The logo stands for the clinic's name; without a name it is decoration. */
static void put_logo(struct matter *matter, struct node *masthead)
{
    const struct meta_contact *contact = &matter->doc->meta.contact;
    if (!contact->logo_image)
        return;
    struct node *figure = doc_add(matter->doc, masthead, NODE_FIGURE, contact->logo.span);
    struct node *image = doc_add(matter->doc, figure, NODE_IMAGE, contact->logo.span);
    image->u.image.image = contact->logo_image;
    image->u.image.alt = contact->name.value ? contact->name.value : "";
}

struct node *matter_masthead(struct matter *matter)
{
    struct doc *doc = matter->doc;
    const struct meta_contact *contact = &doc->meta.contact;
    struct node *masthead = doc_add(doc, NULL, NODE_MASTHEAD, SPAN_NONE);
    if (contact->name.value)
        matter_value(matter, paragraph(matter, masthead), &contact->name, false);
    struct node *line = paragraph(matter, masthead);
    if (contact->tagline.value)
        matter_value(matter, line, &contact->tagline, false);
    else
        matter_word(matter, line, WORD_INFORMATION, NULL, NULL);
    put_logo(matter, masthead);
    if (doc->meta.status == META_STATUS_DRAFT)
        matter_word(matter, doc_add(doc, masthead, NODE_DRAFT_MARK, SPAN_NONE), WORD_DRAFT, NULL,
                    NULL);
    matter_generated(masthead);
    return masthead;
}
