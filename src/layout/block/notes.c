#include "layout/block/notes.h"

#include "layout/block/block.h"

/* Width of the label column of a footnote in parts of its size: "12" and a space. */
#define LABEL_EMS_TENTHS 18

static void set_note(struct galley *galley, const struct node *node)
{
    struct layout *layout = galley->layout;
    struct flow flow = block_flow(layout);
    flow.text = layout->style->note;
    flow.gap = layout->style->space_item;
    flow = block_turn(galley, &flow, node);
    struct par label;
    char *number = arena_format(&layout->frames->arena, "%u", node->u.note.number);
    par_set_label(layout, slice_from(number), &flow.text, flow.rtl, node_lang(node), node->id,
                  &label);
    unit column = flow.text.size / 10 * LABEL_EMS_TENTHS;
    unit width = label.count > 0 ? label.lines[0].width : 0;
    if (width + flow.text.size / 3 > column)
        column = width + flow.text.size / 3;
    if (label.count > 0)
        galley_wait_label(galley, &label.lines[0],
                          flow.rtl ? flow.x + flow.measure - width : flow.x);
    flow = block_inset(&flow, column, 0);
    block_set_children(galley, node, &flow);
    galley_flush_labels(galley);
}

/* Turns the boxes that a footnote has added to the galley of footnotes into its lines. */
static void collect_lines(struct galley *galley, const struct node *node, size_t first)
{
    const struct galley *foot = galley->foot;
    struct galley_note note = {node, (uint32_t)galley->note_line_count, 0};
    unit above = 0;
    for (size_t i = first; i < foot->count; i++) {
        const struct pagebreak_item *item = &foot->items[i];
        if (item->kind == PAGEBREAK_GLUE)
            above += item->height;
        if (item->kind != PAGEBREAK_BOX)
            continue;
        *GALLEY_PUSH(galley, note_lines, note_line_count, note_line_cap) =
            (struct galley_note_line){(uint32_t)i, item->height + above};
        note.line_count++;
        above = 0;
    }
    *GALLEY_PUSH(galley, notes, note_count, note_cap) = note;
}

static void call_note(struct galley *galley, const struct node *node)
{
    struct galley *foot = galley->foot;
    foot->space = 0;
    foot->space_off = true;
    foot->penalty = GALLEY_FREE;
    foot->keep_lines = 0;
    size_t first = foot->count;
    set_note(foot, node);
    collect_lines(galley, node, first);
}

void notes_set_called(struct galley *galley)
{
    struct galley *foot = galley->foot;
    for (size_t i = 0; i < galley->called_count; i++) {
        call_note(galley, galley->called[i]);
        for (size_t j = 0; j < foot->called_count; j++)
            *GALLEY_PUSH(galley, called, called_count, called_cap) = foot->called[j];
        foot->called_count = 0;
    }
    galley->called_count = 0;
}

void notes_set_uncalled(struct galley *galley)
{
    const struct doc *doc = galley->layout->doc;
    for (uint32_t id = 1; id <= doc->node_count; id++) {
        const struct node *node = doc->nodes[id];
        if (node->kind != NODE_NOTE || node->media == NODE_MEDIA_EPUB || galley->note_met[id])
            continue;
        galley->note_met[id] = 1;
        galley_space(galley, galley->layout->style->space_paragraph);
        set_note(galley, node);
    }
}
