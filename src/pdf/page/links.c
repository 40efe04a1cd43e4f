#include "pdf/page/links.h"

#include "doc/leaflet.h"
#include "doc/words.h"
#include "pdf/file/syntax.h"
#include "text/address.h"
#include "text/words.h"

/* Bytes of a value that stands in every annotation of its link. What is longer stands once in the
 * file: a link of n bytes has about n / 80 lines. */
#define VALUE_MOST 1000u

/* An entry that all annotations of a link share; the value is freed. */
static void put_shared(struct pdf *pdf, const char *key, struct buf *value, struct buf *out)
{
    buf_put_string(out, key);
    if (value->len > VALUE_MOST) {
        pdf_entry_ref(out, " ", haru_add_value(pdf->haru, value));
        return;
    }
    buf_put_slice(out, buf_slice(value));
    buf_free(value);
}

/* Where it leads to: a place in the leaflet, else an address. */
static void put_action(struct pdf *pdf, const struct node *node, struct buf *out)
{
    const struct node *target =
        node->kind == NODE_NOTE_REF ? node->u.note_ref.note : node->u.link.target;
    if (!target) {
        struct buf uri = {0}, action = {0};
        address_put_uri(&uri, node->u.link.href);
        buf_put_string(&action, "<</S/URI/URI");
        pdf_put_bytes(&action, uri.data, uri.len);
        buf_put_string(&action, ">>");
        buf_free(&uri);
        put_shared(pdf, "/A", &action, out);
        return;
    }
    struct frame_place place = {0, 0};
    if (pdf->frames->places && target->id <= pdf->frames->node_count)
        place = pdf->frames->places[target->id];
    if (place.page == 0)
        place = (struct frame_place){1, 0};
    pdf_entry_ref(out, "/Dest[", haru_page(pdf->haru, place.page - 1));
    buf_put_string(out, "/XYZ null ");
    pdf_put_centi(out, pdf_centi((int64_t)frames_height(pdf->frames, place.page - 1) - place.y));
    buf_put_string(out, " null]");
}

/* The words, and the leaflet's title and reference where they say something else. */
static struct slice describe_leaflet(struct arena *arena, struct slice words,
                                     const struct doc_leaflet *leaflet)
{
    const char *title = leaflet->title ? leaflet->title : "";
    const char *reference = leaflet->reference ? leaflet->reference : "";
    const char *comma = *title && *reference ? ", " : "";
    const char *name = arena_format(arena, "%s%s%s", title, comma, reference);
    if (*name == '\0' || slice_equal_string(words, name))
        return words;
    if (words.len == 0 || slice_equal_string(words, title))
        return slice_from(name);
    return slice_from(arena_format(arena, "%.*s (%s)", SLICE_ARGS(words), name));
}

/* What the link says and where it leads (ISO 14289-1, 7.18.5). */
static struct slice describe(struct pdf *pdf, const struct node *node)
{
    struct arena *arena = &pdf->arena;
    const struct meta *meta = &pdf->doc->meta;
    if (node->kind == NODE_NOTE_REF) {
        const char *pattern =
            meta->wording ? meta->wording[WORD_FOOTNOTE] : words_get(pdf->lang, WORD_FOOTNOTE);
        const char *number = arena_format(arena, "%u", node->u.note_ref.note->u.note.number);
        return slice_from(words_fill(arena, pattern, number, NULL));
    }
    struct slice text = node_words(node, NODE_MEDIA_PRINT, arena);
    struct slice href = node->u.link.href;
    if (node->u.link.leaflet)
        text = describe_leaflet(arena, text, node->u.link.leaflet);
    if (text.len == 0)
        return href;
    if (node->u.link.leaflet || node->u.link.target || slice_equal(text, href))
        return text;
    return slice_from(arena_format(arena, "%.*s (%.*s)", SLICE_ARGS(text), SLICE_ARGS(href)));
}

/* What each annotation of the link says. */
static struct slice entries_of(struct pdf *pdf, const struct node *node)
{
    if (pdf->link == node)
        return buf_slice(&pdf->link_entries);
    struct buf contents = {0};
    struct arena_mark mark = arena_mark_get(&pdf->arena);
    pdf_put_text(&contents, describe(pdf, node));
    arena_reset(&pdf->arena, mark);
    pdf->link = node;
    buf_clear(&pdf->link_entries);
    put_shared(pdf, "/Contents", &contents, &pdf->link_entries);
    put_action(pdf, node, &pdf->link_entries);
    return buf_slice(&pdf->link_entries);
}

/* F 4: printed (PDF/A-2, 6.3.2). One annotation for each line that the link stands on; all belong
 * to one Link element. */
static uint32_t add_link(struct pdf *pdf, uint32_t page, const struct frame_item *item,
                         const struct node *node)
{
    struct buf body = {0};
    uint32_t number = haru_add(pdf->haru, &(struct buf){0});
    uint32_t key = tags_annotation(pdf->tags, node->id, page, number);
    pdf_entry_ref(&body, "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/P ",
                  haru_page(pdf->haru, page));
    buf_format(&body, "/StructParent %u", key);
    buf_put_string(&body, "/Rect");
    pdf_put_box(&body, &item->box, frames_height(pdf->frames, page));
    buf_put_slice(&body, entries_of(pdf, node));
    haru_fill(pdf->haru, number, &body);
    return number;
}

void pdf_put_links(struct pdf *pdf, uint32_t page, struct buf *entries)
{
    const struct frame_page *frame = &pdf->frames->pages[page];
    bool any = false;
    for (uint32_t i = 0; i < frame->count; i++) {
        const struct frame_item *item = &frame->items[i];
        if (item->kind != FRAME_LINK || tags_element(pdf->tags, item) == TAGS_ARTIFACT)
            continue;
        const struct node *node = pdf->doc->nodes[item->node];
        if (node->kind != NODE_LINK && node->kind != NODE_NOTE_REF)
            continue;
        buf_put_string(entries, any ? "" : "/Annots[");
        pdf_put_ref(entries, add_link(pdf, page, item, node));
        any = true;
    }
    buf_put_string(entries, any ? "]" : "");
}
