#include "layout/block/notes.h"

#include "base/mem.h"
#include "layout/block/nested.h"
#include "layout/block/printed.h"
#include "layout/par/par.h"

static void set_note(struct galley *galley, const struct node *node)
{
    struct layout *layout = galley->layout;
    struct flow flow = flow_of_page(layout);
    flow.text = layout->style->note;
    flow.gap = layout->style->space_item;
    flow = flow_turn(layout, &flow, node);
    char *number = arena_format(&layout->frames->arena, "%u", node->u.note.number);
    struct par_line label =
        par_set_label(layout, slice_from(number), &flow.text, flow.rtl, node_lang(node), node->id);
    unit column = flow.text.size / 10 * layout->style->note_label;
    if (label.width + flow.text.size / 3 > column)
        column = label.width + flow.text.size / 3;
    galley_wait_label(galley, &label, flow_x(&flow, 0, label.width));
    flow = flow_inset(&flow, column, 0);
    block_set_children(galley, node, &flow);
    galley_flush_labels(galley);
}

/* Turns the boxes that a footnote has added to the galley of footnotes into its lines. */
static void collect_lines(struct galley *galley, size_t first)
{
    const struct galley *foot = galley->foot;
    struct galley_note note = {(uint32_t)galley->note_line_count, 0};
    unit above = 0;
    for (size_t i = first; i < foot->count; i++) {
        const struct pagebreak_item *item = &foot->items[i];
        if (item->kind == PAGEBREAK_GLUE)
            above += item->height;
        if (item->kind != PAGEBREAK_BOX)
            continue;
        *MEM_PUSH(galley->note_lines, galley->note_line_count, galley->note_line_cap) =
            (struct galley_note_line){(uint32_t)i, item->height + above};
        note.line_count++;
        above = 0;
    }
    *MEM_PUSH(galley->notes, galley->note_count, galley->note_cap) = note;
}

static void set_called_note(struct galley *galley, const struct node *node)
{
    struct galley *foot = galley->foot;
    foot->space = 0;
    foot->space_off = true;
    foot->penalty = GALLEY_FREE;
    foot->keep_lines = 0;
    size_t first = foot->count;
    set_note(foot, node);
    collect_lines(galley, first);
}

/* Sets the footnotes that wait, and those that they call in turn. */
static void set_called(struct galley *galley)
{
    struct galley *foot = galley->foot;
    for (size_t i = 0; i < galley->called_count; i++) {
        set_called_note(galley, galley->called[i]);
        for (size_t j = 0; j < foot->called_count; j++)
            *MEM_PUSH(galley->called, galley->called_count, galley->called_cap) = foot->called[j];
        foot->called_count = 0;
    }
    galley->called_count = 0;
}

void notes_call(struct galley *galley, const struct node *const *notes, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (galley->note_met[notes[i]->id])
            continue;
        galley->note_met[notes[i]->id] = 1;
        *MEM_PUSH(galley->called, galley->called_count, galley->called_cap) = notes[i];
    }
    if (!galley->foot)
        return; /* in a footnote: set when it is finished */
    set_called(galley);
    struct pagebreak_item *box = &galley->items[galley->count - 1];
    box->note_count = (uint32_t)galley->note_count - box->first_note;
}

void notes_set_uncalled(struct galley *galley)
{
    const struct doc *doc = galley->layout->doc;
    for (uint32_t id = 1; id <= doc->node_count; id++) {
        const struct node *node = doc->nodes[id];
        if (node->kind != NODE_NOTE || !printed_is(node) || galley->note_met[id])
            continue;
        galley->note_met[id] = 1;
        galley_space(galley, galley->layout->style->space_paragraph);
        set_note(galley, node);
    }
}
