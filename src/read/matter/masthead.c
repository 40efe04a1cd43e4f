#include "read/matter/masthead.h"

#include "read/passes/assets.h"

/* The logo stands for the clinic's name; without a name it is decoration. */
static void put_logo(struct matter *matter, struct node *masthead)
{
    struct doc *doc = matter->doc;
    struct meta_contact *contact = &doc->meta.contact;
    const struct meta_text *logo = &contact->logo;
    if (logo->value)
        contact->logo_image = read_image(doc, contact->logo_folder, slice_from(logo->value),
                                         logo->span, matter->diags);
    if (!contact->logo_image)
        return;
    struct node *figure = doc_add(doc, masthead, NODE_FIGURE, logo->span);
    struct node *image = doc_add(doc, figure, NODE_IMAGE, logo->span);
    image->u.image.image = contact->logo_image;
    image->u.image.alt = contact->name.value ? contact->name.value : "";
}

struct node *matter_masthead(struct matter *matter)
{
    struct doc *doc = matter->doc;
    const struct meta_contact *contact = &doc->meta.contact;
    struct node *masthead = doc_add(doc, NULL, NODE_MASTHEAD, SPAN_NONE);
    if (contact->name.value)
        matter_value(matter, matter_paragraph(matter, masthead), &contact->name, false);
    struct node *line = matter_paragraph(matter, masthead);
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
