#include "layout/block/lines.h"

#include "layout/block/fill_in.h"
#include "layout/block/notes.h"
#include "layout/par/par.h"

void block_place_line(struct galley *galley, const struct par_line *line, unit x, unit y)
{
    galley_add_piece(galley, line->items, line->count, x, y);
    if (line->note_count > 0)
        notes_call(galley, line->notes, line->note_count);
}

void block_place_par(struct galley *galley, const struct par *par, unit x, unit y)
{
    for (uint32_t i = 0; i < par->count; i++) {
        block_place_line(galley, &par->lines[i], x, y);
        y += par->lines[i].height;
    }
}

void block_add_lines(struct galley *galley, const struct par *par, unit x)
{
    for (uint32_t i = 0; i < par->count; i++) {
        /* the first two and the last two lines stay together; three lines are whole */
        if (i == 1 || (i > 0 && i + 1 == par->count))
            galley_keep(galley, PAGEBREAK_FORBID);
        else if (i > 0 && par->lines[i - 1].hyphened)
            galley_keep(galley, GALLEY_HYPHEN);
        galley_add_box(galley, par->lines[i].height, par->lines[i].baseline);
        block_place_line(galley, &par->lines[i], x, 0);
    }
}

void block_set_par(struct galley *galley, const struct node *node, const struct par_params *params,
                   unit x)
{
    struct par par = par_set(galley->layout, node, params);
    if (!params->preformatted && params->align == PAR_START)
        fill_in_rows(galley, &par, params->measure);
    block_add_lines(galley, &par, x);
}

void block_set_inline(struct galley *galley, const struct node *node, const struct flow *flow)
{
    struct par_params params = flow_params(flow, &flow->text);
    params.justified = flow->justified;
    params.hyphenate = params.names_whole = galley->layout->style->hyphenate;
    block_set_par(galley, node, &params, flow->x);
}
