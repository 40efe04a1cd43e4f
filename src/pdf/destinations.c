#include "pdf/destinations.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pdf/file/syntax.h"

static int compare(const void *a, const void *b)
{
    const struct node *const *one = a, *const *other = b;
    return strcmp((*one)->u.heading.anchor, (*other)->u.heading.anchor);
}

/* The headings that stand on a page, in the order that a name tree has (7.9.6); the caller frees.
 */
static const struct node **sort_headings(const struct pdf *pdf, size_t *count)
{
    const struct node **headings = NULL;
    size_t cap = 0;
    *count = 0;
    for (uint32_t id = 1; pdf->frames->places && id <= pdf->doc->node_count; id++)
        if (pdf->doc->nodes[id]->kind == NODE_HEADING && pdf->frames->places[id].page > 0)
            *MEM_PUSH(headings, *count, cap) = pdf->doc->nodes[id];
    if (*count > 1)
        qsort(headings, *count, sizeof *headings, compare);
    return headings;
}

static void put_heading(struct pdf *pdf, const struct node *heading, struct buf *out)
{
    struct frame_place place = pdf->frames->places[heading->id];
    const char *name = heading->u.heading.anchor;
    pdf_put_bytes(out, name, strlen(name));
    pdf_entry_ref(out, "[", haru_page(pdf->haru, place.page - 1));
    buf_put_string(out, "/XYZ null ");
    pdf_put_centi(out, pdf_centi((int64_t)frames_height(pdf->frames, place.page - 1) - place.y));
    buf_put_string(out, " null]");
}

void pdf_put_destinations(struct pdf *pdf, struct buf *catalog)
{
    size_t count;
    const struct node **headings = sort_headings(pdf, &count);
    struct buf body = {0};
    if (count == 0)
        return;
    buf_put_string(&body, "/Names[");
    for (size_t i = 0; i < count; i++)
        put_heading(pdf, headings[i], &body);
    buf_put_char(&body, ']');
    pdf_entry_ref(catalog, "/Names<</Dests ", haru_add(pdf->haru, &body));
    buf_put_string(catalog, ">>");
    mem_free(headings);
}
