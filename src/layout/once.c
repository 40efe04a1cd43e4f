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

static struct pagebreak_result find_breaks(struct layout *layout, const struct galley *galley,
                                           unit height)
{
    struct pagebreak_list list = {.items = galley->items,
                                  .count = (uint32_t)galley->count,
                                  .notes = list_notes(galley, &layout->scratch),
                                  .height = height,
                                  .note_rule = layout->style->note_rule_height,
                                  .tail = (uint32_t)galley->tail,
                                  .columns = layout->style->columns,
                                  .head = galley->span};
    return pagebreak_find(&list, &layout->scratch);
}

/* A table alone on its page leaves the title alone on another: where one turned page holds all of
 * the leaflet, that is its page. False: it does not. */
static bool break_one_turned(struct layout *layout, struct galley *galley,
                             struct pagebreak_result *result)
{
    if (galley->turned_count == 0 || galley_height(galley, 0) / 2 > layout->turned->text_height)
        return false;
    galley_join_pages(galley, true);
    *result = find_breaks(layout, galley, layout->turned->text_height);
    if (result->count > 1)
        galley_join_pages(galley, false);
    return result->count <= 1;
}

static void break_pages(struct layout *layout, struct galley *galley)
{
    struct arena_mark mark = arena_mark_get(&layout->scratch);
    struct pagebreak_result result;
    if (!break_one_turned(layout, galley, &result))
        result = find_breaks(layout, galley, layout->style->text_height);
    page_make_all(layout, galley, &result);
    arena_reset(&layout->scratch, mark);
}

struct frames *layout_once(const struct doc *doc, const struct style *style,
                           const struct layout_tools *tools, struct par_memory *memory,
                           struct diag_list *diags)
{
    struct layout layout = {.doc = doc,
                            .style = style,
                            .tools = tools,
                            .diags = diags,
                            .frames = mem_calloc(1, sizeof *layout.frames),
                            .memory = memory};
    struct style turned;
    if (style->turns && style_turn(style, &turned))
        layout.turned = &turned;
    struct galley galley, foot;
    par_memory_start(memory);
    galley_init(&foot, &layout, NULL);
    galley_init(&galley, &layout, &foot);
    galley_reserve(&galley, doc->source ? doc->source->text.len : 0);
    block_set_document(&galley);
    break_pages(&layout, &galley);
    galley_free(&galley);
    galley_free(&foot);
    arena_free(&layout.lines);
    arena_free(&layout.scratch);
    frames_map(layout.frames, doc);
    return layout.frames;
}
