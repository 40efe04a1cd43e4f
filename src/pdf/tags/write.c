#include "pdf/tags/write.h"

#include "base/buf.h"
#include "doc/label.h"
#include "pdf/file/syntax.h"
#include "pdf/tags/tree.h"
#include "text/lang.h"
#include "text/words.h"

#define LEAF_MOST 64u /* pages or annotations of one leaf of the ParentTree */

/* What is needed while the tree is written. */
struct tree_writer {
    struct tags *tags;
    struct haru *haru;
    uint32_t root;     /* number of the root */
    uint32_t *marks;   /* places of marks, by element, then in reading order */
    uint32_t *objects; /* places of objects, by element */
    uint32_t notes;    /* Notes written so far */
    struct buf body;
};

static uint32_t leaf_count(const struct tags *tags)
{
    uint32_t entries = tags->frames->page_count + tags->object_count;
    return (entries + LEAF_MOST - 1) / LEAF_MOST;
}

/* The elements (without the root), the leaves of the ParentTree, its root. */
uint32_t tags_count(const struct tags *tags)
{
    return tags->element_count + leaf_count(tags);
}

/* After the elements come the ParentTree's objects. */
static uint32_t number_of(const struct tree_writer *writer, uint32_t element)
{
    return element == 0 ? writer->root : haru_reserved(writer->haru, element - 1);
}

/* Puts what belongs to each element side by side; order inside is that of making. */
static void group(struct tree_writer *writer)
{
    struct tags *tags = writer->tags;
    uint32_t mark = 0, object = 0;
    for (uint32_t i = 0; i < tags->element_count; i++) {
        struct tag_element *element = &tags->elements[i];
        element->mark = mark;
        element->object = object;
        mark += element->mark_count;
        object += element->object_count;
        element->mark_count = element->object_count = 0;
    }
    for (uint32_t i = 0; i < tags->mark_count; i++) {
        struct tag_element *element = &tags->elements[tags->marks[i].element];
        writer->marks[element->mark + element->mark_count++] = i;
    }
    for (uint32_t i = 0; i < tags->object_count; i++) {
        struct tag_element *element = &tags->elements[tags->objects[i].element];
        writer->objects[element->object + element->object_count++] = i;
    }
}

/* Reading order by node id; marks come nearly sorted, and those of one node in order of pages. */
static void sort_marks(const struct tree_writer *writer, const struct tag_element *element)
{
    const struct tag_mark *marks = writer->tags->marks;
    uint32_t *places = writer->marks + element->mark;
    for (uint32_t i = 1; i < element->mark_count; i++) {
        uint32_t place = places[i], j = i;
        for (; j > 0 && marks[places[j - 1]].node > marks[place].node; j--)
            places[j] = places[j - 1];
        places[j] = place;
    }
}

static void put_mark(struct tree_writer *writer, const struct tag_element *element,
                     const struct tag_mark *mark)
{
    struct buf *body = &writer->body;
    if (mark->page + 1 == element->page) {
        buf_put_int(body, mark->mcid);
        buf_put_char(body, ' ');
        return;
    }
    pdf_entry_ref(body, "<</Type/MCR/Pg ", haru_page(writer->haru, mark->page));
    buf_put_string(body, "/MCID ");
    buf_put_int(body, mark->mcid);
    buf_put_string(body, ">>");
}

/* Children and marked content, merged in reading order; annotations last. */
static void put_kids(struct tree_writer *writer, const struct tag_element *element)
{
    const struct tags *tags = writer->tags;
    uint32_t child = element->first, at = 0;
    sort_marks(writer, element);
    while (child || at < element->mark_count) {
        const struct tag_mark *mark =
            at < element->mark_count ? &tags->marks[writer->marks[element->mark + at]] : NULL;
        if (mark && (!child || mark->node <= tags->elements[child].node->id)) {
            put_mark(writer, element, mark);
            at++;
        } else {
            pdf_put_ref(&writer->body, number_of(writer, child));
            child = tags->elements[child].next;
        }
    }
    for (uint32_t i = 0; i < element->object_count; i++) {
        const struct tag_object *object = &tags->objects[writer->objects[element->object + i]];
        pdf_entry_ref(&writer->body, "<</Type/OBJR/Pg ", haru_page(writer->haru, object->page));
        pdf_entry_ref(&writer->body, "/Obj ", object->number);
        buf_put_string(&writer->body, ">>");
    }
}

/* ISO 32000-1, table 347; "None": labels of no numbering, the terms of a description list. */
static void put_list(struct buf *body, const struct node *node)
{
    static const char *const numberings[] = {
        [NODE_DECIMAL] = "Decimal",          [NODE_LOWER_LETTERS] = "LowerAlpha",
        [NODE_UPPER_LETTERS] = "UpperAlpha", [NODE_LOWER_ROMAN] = "LowerRoman",
        [NODE_UPPER_ROMAN] = "UpperRoman",
    };
    const char *numbering = "Disc";
    if (node->kind == NODE_DESCRIPTION_LIST)
        numbering = "None";
    else if (node->u.list.ordered)
        numbering = numberings[node->u.list.numbering];
    else if (node->first && node->first->u.item.task != NODE_TASK_NONE)
        numbering = "Square";
    buf_put_string(body, "/A<</O/List/ListNumbering/");
    buf_put_string(body, numbering);
    buf_put_string(body, ">>");
}

static void put_figure(struct tree_writer *writer, const struct tag_element *element)
{
    const struct frame_box *box = &writer->tags->boxes[element->box - 1];
    struct buf *body = &writer->body;
    bool block = element->node->parent && element->node->parent->kind == NODE_FIGURE;
    pdf_entry_text(body, "/Alt", slice_from(element->node->u.image.alt));
    buf_put_string(body, "/A<</O/Layout/Placement/");
    buf_put_string(body, block ? "Block/BBox" : "Inline/BBox");
    uint32_t page = element->page > 0 ? element->page - 1 : 0;
    pdf_put_box(body, box, frames_height(writer->tags->frames, page));
    buf_put_string(body, ">>");
}

/* A task box is a mere sign; its label says in words, behind a number, whether the task is done,
 * and their language where it is not that of the item. */
static void put_label(struct tree_writer *writer, const struct node *node)
{
    const struct meta *meta = &writer->tags->doc->meta;
    if (node->kind != NODE_ITEM || node->u.item.task == NODE_TASK_NONE || !meta->wording)
        return;
    enum word word = node->u.item.task == NODE_TASK_DONE ? WORD_TASK_DONE : WORD_TASK_OPEN;
    const char *lang =
        words_wording_lang(meta->wording[word], word, meta->words_lang, meta->lang.value);
    struct buf alt = {0};
    if (node->parent->u.list.ordered) {
        label_put(&alt, node->parent, node->u.item.number);
        buf_put_char(&alt, ' ');
    }
    buf_put_string(&alt, meta->wording[word]);
    pdf_entry_text(&writer->body, "/Alt", buf_slice(&alt));
    buf_free(&alt);
    if (lang && !text_lang_same_primary(lang, node_lang(node)))
        pdf_entry_text(&writer->body, "/Lang", slice_from(lang));
}

/* ISO 32000-1, table 349. */
static void put_cell(struct buf *body, const struct node *cell)
{
    uint32_t columns = cell->u.cell.columns, rows = cell->u.cell.rows;
    if (!cell->u.cell.header && columns < 2 && rows < 2)
        return;
    buf_put_string(body, "/A<</O/Table");
    if (cell->u.cell.header)
        buf_format(body, "/Scope/%s",
                   cell->parent->parent->kind == NODE_TABLE_HEAD ? "Column" : "Row");
    if (columns > 1)
        buf_format(body, "/ColSpan %u", columns);
    if (rows > 1)
        buf_format(body, "/RowSpan %u", rows);
    buf_put_string(body, ">>");
}

static void put_attributes(struct tree_writer *writer, const struct tag_element *element)
{
    struct buf *body = &writer->body;
    const struct node *node = element->node;
    if (element->type == TAG_L)
        put_list(body, node);
    else if (element->type == TAG_LBL)
        put_label(writer, node);
    else if (element->type == TAG_FIGURE)
        put_figure(writer, element);
    else if (element->type == TAG_TH || element->type == TAG_TD)
        put_cell(body, node);
    else if (element->type == TAG_NOTE)
        buf_format(body, "/ID(note%08u)", ++writer->notes);
    else if (node->kind == NODE_ABBREVIATION && node->u.abbreviation.expansion[0])
        pdf_entry_text(body, "/E", slice_from(node->u.abbreviation.expansion));
    if (element->primary && node->lang && node->parent)
        pdf_entry_text(body, "/Lang", slice_from(node->lang));
}

static void write_element(struct tree_writer *writer, uint32_t index)
{
    const struct tag_element *element = &writer->tags->elements[index];
    struct buf *body = &writer->body;
    buf_clear(body);
    buf_put_string(body, "<</S/");
    buf_put_string(body, tags_type(writer->tags, index));
    pdf_entry_ref(body, "/P ", number_of(writer, element->parent));
    if (element->page)
        pdf_entry_ref(body, "/Pg ", haru_page(writer->haru, element->page - 1));
    put_attributes(writer, element);
    if (element->first || element->mark_count || element->object_count) {
        buf_put_string(body, "/K[");
        put_kids(writer, element);
        buf_put_char(body, ']');
    }
    buf_put_string(body, ">>");
    haru_put(writer->haru, number_of(writer, index), buf_slice(body));
}

/* One key of the ParentTree: a page's elements by MCID, or an annotation's element (14.7.4.4). */
static void put_parents(struct tree_writer *writer, uint32_t key, uint32_t *mark)
{
    const struct tags *tags = writer->tags;
    struct buf *body = &writer->body;
    buf_put_int(body, key);
    if (key >= tags->frames->page_count) {
        uint32_t object = key - tags->frames->page_count;
        buf_put_char(body, ' ');
        pdf_put_ref(body, number_of(writer, tags->objects[object].element));
        return;
    }
    buf_put_char(body, '[');
    for (; *mark < tags->mark_count && tags->marks[*mark].page == key; ++*mark)
        pdf_put_ref(body, number_of(writer, tags->marks[*mark].element));
    buf_put_char(body, ']');
}

/* The ParentTree, a number tree of two levels; its number. */
static uint32_t write_parent_tree(struct tree_writer *writer)
{
    const struct tags *tags = writer->tags;
    uint32_t entries = tags->frames->page_count + tags->object_count, mark = 0;
    uint32_t leaves = leaf_count(tags), first = tags->element_count, root = first + leaves;
    struct buf *body = &writer->body;
    for (uint32_t leaf = 0; leaf < leaves; leaf++) {
        uint32_t low = leaf * LEAF_MOST, high = low + LEAF_MOST;
        high = high < entries ? high : entries;
        buf_clear(body);
        buf_format(body, "<</Limits[%u %u]/Nums[", low, high - 1);
        for (uint32_t key = low; key < high; key++)
            put_parents(writer, key, &mark);
        buf_put_string(body, "]>>");
        haru_put(writer->haru, number_of(writer, first + leaf), buf_slice(body));
    }
    buf_clear(body);
    buf_put_string(body, "<</Kids[");
    for (uint32_t leaf = 0; leaf < leaves; leaf++)
        pdf_put_ref(body, number_of(writer, first + leaf));
    buf_put_string(body, "]>>");
    haru_put(writer->haru, number_of(writer, root), buf_slice(body));
    return number_of(writer, root);
}

/* The IDTree: required where elements have identifiers (table 322). */
static void put_ids(struct tree_writer *writer)
{
    const struct tags *tags = writer->tags;
    uint32_t note = 0;
    buf_put_string(&writer->body, "/IDTree<</Names[");
    for (uint32_t i = 0; i < tags->element_count; i++) {
        if (tags->elements[i].type != TAG_NOTE)
            continue;
        buf_format(&writer->body, "(note%08u)", ++note);
        pdf_put_ref(&writer->body, number_of(writer, i));
    }
    buf_put_string(&writer->body, "]>>");
}

static void write_root(struct tree_writer *writer, uint32_t parent_tree)
{
    const struct tags *tags = writer->tags;
    buf_clear(&writer->body);
    pdf_entry_ref(&writer->body, "/Type/StructTreeRoot/K ",
                  number_of(writer, tags->elements[0].first));
    pdf_entry_ref(&writer->body, "/ParentTree ", parent_tree);
    buf_format(&writer->body, "/ParentTreeNextKey %u",
               tags->frames->page_count + tags->object_count);
    if (writer->notes > 0)
        put_ids(writer);
    haru_fill(writer->haru, writer->root, &writer->body);
}

void tags_write(struct tags *tags, struct haru *haru, uint32_t root)
{
    struct tree_writer writer = {.tags = tags, .haru = haru, .root = root};
    writer.marks = ARENA_ARRAY(&tags->arena, (size_t)tags->mark_count + 1, uint32_t);
    writer.objects = ARENA_ARRAY(&tags->arena, (size_t)tags->object_count + 1, uint32_t);
    group(&writer);
    for (uint32_t i = 1; i < tags->element_count; i++)
        write_element(&writer, i);
    uint32_t parent_tree = write_parent_tree(&writer);
    write_root(&writer, parent_tree);
}
