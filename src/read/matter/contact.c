#include "read/matter/contact.h"

#include <string.h>

#include "read/passes/unmarked.h"
#include "text/address.h"
#include "text/lang.h"
#include "text/phone.h"

static void put_link(struct doc *doc, struct node *parent, const char *href,
                     const struct node *text, size_t from, size_t end)
{
    struct node *link = doc_add(doc, parent, NODE_LINK, SPAN_NONE);
    link->u.link.href = slice_from(href);
    link->span = unmarked_put(doc, matter_ltr(doc, link), text, from, end)->span;
}

void matter_numbers(struct doc *doc, struct node *line, const struct meta_text *phone)
{
    struct node *parent = matter_place(doc, line, phone);
    struct node *text = unmarked_from_meta(doc, phone);
    struct phone found;
    size_t put = 0;
    while (phone_find(text->text, put, &found)) {
        struct slice number = slice_sub(text->text, found.start, found.end - found.start);
        unmarked_put(doc, parent, text, put, found.start);
        put_link(doc, parent, phone_href(&doc->arena, number), text, found.start, found.end);
        put = found.end;
    }
    unmarked_put(doc, parent, text, put, text->text.len);
}

/* A new line beside a label. */
static struct node *labelled(struct doc *doc, struct node *rows, enum word label)
{
    return matter_paragraph(doc, matter_entry(doc, rows, label));
}

/* "Phone | 01632 960 001, weekdays 9am to 5pm", or either alone. */
static void put_phone(struct doc *doc, struct node *rows, const struct meta_contact *contact)
{
    bool phone = contact->phone.value, hours = contact->hours.value;
    if (!phone && !hours)
        return;
    struct node *line = labelled(doc, rows, phone ? WORD_PHONE : WORD_HOURS);
    if (phone)
        matter_numbers(doc, line, &contact->phone);
    if (phone && hours)
        matter_text(doc, line, matter_comma(doc));
    if (hours)
        matter_value(doc, line, &contact->hours, false);
}

static void put_email(struct doc *doc, struct node *rows, const struct meta_text *email)
{
    if (!email->value)
        return;
    struct node *text = unmarked_from_meta(doc, email);
    put_link(doc, labelled(doc, rows, WORD_EMAIL),
             arena_format(&doc->arena, "mailto:%s", email->value), text, 0, text->text.len);
}

static void put_web(struct doc *doc, struct node *rows, const struct meta_text *web)
{
    if (!web->value)
        return;
    struct node *text = unmarked_from_meta(doc, web);
    struct node *line = labelled(doc, rows, WORD_WEB);
    bool scheme = strstr(web->value, "://") != NULL;
    if (strchr(web->value, ' '))
        matter_value(doc, line, web, true); /* words around an address */
    else
        put_link(doc, line, arena_format(&doc->arena, "%s%s", scheme ? "" : "https://", web->value),
                 text, 0, text->text.len);
}

static void put_address(struct doc *doc, struct node *rows, const struct meta_text *address)
{
    if (!address->value)
        return;
    struct node *text = unmarked_from_meta(doc, address);
    struct node *block = matter_place(doc, labelled(doc, rows, WORD_ADDRESS), address);
    for (size_t start = 0; start < text->text.len;) {
        struct slice rest = slice_from_position(text->text, start);
        size_t len = slice_find(rest, '\n');
        if (start > 0)
            doc_add(doc, block, NODE_LINE_BREAK, SPAN_NONE);
        unmarked_put(doc, block, text, start, start + len);
        start += len + 1;
    }
}

/* What the code is for; in the e-book it is a link, which says so itself. */
static void put_use(struct doc *doc, struct node *figure)
{
    struct node *caption = doc_add(doc, figure, NODE_CAPTION, SPAN_NONE);
    matter_word(doc, caption, WORD_QR_USE, NULL, NULL);
    matter_only(caption, NODE_MEDIA_PRINT);
}

static void put_code(struct doc *doc, struct node *box, const struct meta_text *online)
{
    if (!online->value)
        return;
    struct slice bare = address_bare(slice_from(online->value));
    struct node *figure = doc_add(doc, box, NODE_FIGURE, online->span);
    struct node *code = doc_add(doc, figure, NODE_QR_CODE, online->span);
    code->qr_address = address_encode(&doc->arena, slice_from(online->value));
    code->u.image.alt =
        words_fill(&doc->arena, doc->meta.wording[WORD_QR], arena_string(&doc->arena, bare), NULL);
    const char *lang = words_wording_lang(doc->meta.wording[WORD_QR], WORD_QR, doc->meta.words_lang,
                                          doc->meta.lang.value);
    if (lang && !text_lang_same_primary(lang, doc->meta.lang.value))
        code->lang = lang;
    put_use(doc, figure);
}

void matter_contact(struct doc *doc)
{
    const struct meta_contact *contact = &doc->meta.contact;
    struct node *box = doc_add(doc, doc->root, NODE_CONTACT, SPAN_NONE);
    matter_heading(doc, box, WORD_CONTACT);
    struct node *rows = doc_add(doc, box, NODE_DESCRIPTION_LIST, SPAN_NONE);
    put_phone(doc, rows, contact);
    put_email(doc, rows, &contact->email);
    put_web(doc, rows, &contact->web);
    put_address(doc, rows, &contact->address);
    if (!rows->first)
        doc_remove(rows);
    if (contact->formats.value)
        matter_value(doc, matter_paragraph(doc, box), &contact->formats, true);
    put_code(doc, box, &doc->meta.online);
    if (box->last->kind == NODE_HEADING)
        doc_remove(box);
    else
        matter_generated(box);
}
