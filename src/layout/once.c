#include "layout/once.h"

#include "base/mem.h"
#include "layout/block/block.h"
#include "layout/page/page.h"
#include "layout/par/memory.h"

/* Footnotes as page breaking sees them: heights of lines. */
static struct pagebreak_note *list_notes(const struct galley *galley, struct arena *arena)
{
    struct pagebreak_note *notes = ARENA_ARRAY(arena, galley->note_count, struct pagebreak_note);
    for (size_t i = 0; i < galley->note_count; i++) {
        const struct galley_note *note = &galley->notes[i];
        unit *lines = ARENA_ARRAY(arena, note->line_count, unit);
        for (uint32_t line = 0; line < note->line_count; line++)
            lines[line] = galley->note_lines[note->first_line + line].height;
        notes[i] =
            (struct pagebreak_note){lines, note->line_count, galley->layout->style->note_space};
    }
    return notes;
}

static void break_pages(struct layout *layout, const struct galley *galley)
{
    struct arena_mark mark = arena_mark_get(&layout->scratch);
    struct pagebreak_list list = {.items = galley->items,
                                  .count = (uint32_t)galley->count,
                                  .notes = list_notes(galley, &layout->scratch),
                                  .height = layout->style->text_height,
                                  .note_rule = layout->style->note_rule_height,
                                  .tail = (uint32_t)galley->tail};
    struct pagebreak_result result = pagebreak_find(&list, &layout->scratch);
    page_make_all(layout, galley, &result);
    arena_reset(&layout->scratch, mark);
}

struct frames *layout_once(const struct doc *doc, const struct style *style,
                           const struct layout_tools *tools, struct diag_list *diags)
{
    struct layout layout = {.doc = doc,
                            .style = style,
                            .tools = tools,
                            .diags = diags,
                            .frames = mem_calloc(1, sizeof *layout.frames),
                            .memory = par_memory_new()};
    struct galley galley, foot;
    galley_init(&foot, &layout, NULL);
    galley_init(&galley, &layout, &foot);
    block_set_document(&galley);
    break_pages(&layout, &galley);
    galley_free(&galley);
    galley_free(&foot);
    par_memory_free(layout.memory);
    arena_free(&layout.scratch);
    frames_map(layout.frames, doc);
    return layout.frames;
}
