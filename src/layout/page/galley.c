#include "layout/page/galley.h"

#include "base/mem.h"

void galley_init(struct galley *galley, struct layout *layout, struct galley *foot)
{
    *galley = (struct galley){.layout = layout, .foot = foot, .space_off = true};
    galley->height = layout->style->text_height;
    galley->note_met = foot ? foot->note_met : mem_calloc((size_t)layout->doc->node_count + 1, 1);
}

/* A line of about 50 bytes is a penalty and a box. */
void galley_reserve(struct galley *galley, size_t bytes)
{
    MEM_RESERVE(galley->items, galley->cap, bytes / 24);
    MEM_RESERVE(galley->first_piece, galley->first_piece_cap, bytes / 24);
    MEM_RESERVE(galley->pieces, galley->piece_cap, bytes / 48);
}

void galley_free(struct galley *galley)
{
    mem_free(galley->items);
    mem_free(galley->first_piece);
    mem_free(galley->pieces);
    mem_free(galley->grounds);
    mem_free(galley->heads);
    mem_free(galley->sliced);
    mem_free(galley->turned);
    mem_free(galley->notes);
    mem_free(galley->note_lines);
    mem_free(galley->called);
    if (!galley->foot)
        mem_free(galley->note_met);
}

void galley_begin_tail(struct galley *galley)
{
    if (galley->tail == 0)
        galley->tail = galley->count;
}

void galley_end_span(struct galley *galley, unit space)
{
    galley->below_heading = false;
    galley_space(galley, space);
    galley_add_box(galley, 0, -1);
    galley_forbid_breaks(galley, 0);
    galley_keep(galley, PAGEBREAK_FORBID);
    galley->space_off = true;
    galley->span = (unit)galley_height(galley, 0);
}

void galley_space(struct galley *galley, unit space)
{
    if (!galley->space_off && !galley->below_heading && space > galley->space)
        galley->space = space;
}

void galley_space_heading(struct galley *galley, unit space)
{
    galley->space = space;
    galley->below_heading = true;
}

void galley_space_shifted(struct galley *galley, unit space, unit shift)
{
    if (galley->below_heading)
        galley->space = galley->space + shift > 0 ? galley->space + shift : 0;
    else
        galley_space(galley, space);
}

void galley_keep(struct galley *galley, int32_t penalty)
{
    if (penalty > galley->penalty)
        galley->penalty = penalty;
}

void galley_new_page(struct galley *galley)
{
    galley->new_page = true;
}

void galley_drop_space(struct galley *galley)
{
    galley->space = 0;
}

static struct pagebreak_item *add_item(struct galley *galley, enum pagebreak_kind kind)
{
    MEM_RESERVE(galley->first_piece, galley->first_piece_cap, galley->count + 1);
    galley->first_piece[galley->count] = (uint32_t)galley->piece_count;
    struct pagebreak_item *item = MEM_PUSH(galley->items, galley->count, galley->cap);
    *item = (struct pagebreak_item){.kind = (uint8_t)kind};
    return item;
}

void galley_begin_lead(struct galley *galley)
{
    galley->lead_begins = galley->lead == 0;
}

void galley_end_lead(struct galley *galley)
{
    galley->lead = 0;
}

unit galley_lost(const struct galley *galley)
{
    return galley->layout->style->text_height - galley->layout->turned->text_height;
}

/* Tables that follow one another share their pages. */
static bool join_turned(struct galley *galley, uint32_t at)
{
    size_t count = galley->turned_count;
    if (count == 0 || galley->turned[count - 1].end != at)
        return false;
    galley->turn_back = false;
    if (galley->lead > 0)
        galley->items[galley->lead].penalty = galley->lead_penalty;
    return true;
}

void galley_begin_turned(struct galley *galley)
{
    uint32_t at = galley->lead > 0 ? galley->lead : (uint32_t)galley->count;
    unit lost = galley_lost(galley);
    for (size_t i = at; i < galley->count; i++)
        galley->items[i].carry += lost;
    if (!join_turned(galley, at)) {
        *MEM_PUSH(galley->turned, galley->turned_count, galley->turned_cap) =
            (struct galley_turned){.first = at};
        if (galley->lead > 0)
            galley->items[at].penalty = PAGEBREAK_FORCE;
        else
            galley->new_page = true;
    }
    galley->carry += lost;
    galley->height -= lost;
}

void galley_end_turned(struct galley *galley)
{
    unit lost = galley_lost(galley);
    galley->carry -= lost;
    galley->height += lost;
    galley->turn_back = true;
    galley->turned[galley->turned_count - 1].end = (uint32_t)galley->count;
}

void galley_join_pages(struct galley *galley, bool join)
{
    int32_t penalty = join ? GALLEY_FREE : PAGEBREAK_FORCE;
    for (size_t i = 0; i < galley->turned_count; i++) {
        galley->items[galley->turned[i].first].penalty = penalty;
        if (galley->turned[i].end + 1 < galley->count)
            galley->items[galley->turned[i].end].penalty = penalty;
    }
    galley->all_turned = join;
}

/* What a page takes on top when it starts after this item. */
static void set_carry(const struct galley *galley, struct pagebreak_item *item)
{
    item->carry = galley->carry;
    item->carry_id = galley->head;
    if (galley->head > 0)
        item->carry += galley->heads[galley->head - 1].height;
}

static void start_lead(struct galley *galley, int32_t penalty)
{
    galley->lead = (uint32_t)galley->count;
    galley->lead_penalty = penalty;
}

/* Every gap begins with a penalty, so that what is found to be one block later can forbid the break
 * there. */
static void add_gap(struct galley *galley)
{
    int32_t penalty = galley->new_page         ? PAGEBREAK_FORCE
                      : galley->keep_lines > 0 ? PAGEBREAK_FORBID
                                               : galley->penalty;
    if (galley->lead_begins)
        start_lead(galley, penalty);
    struct pagebreak_item *item = add_item(galley, PAGEBREAK_PENALTY);
    item->penalty = galley->turn_back ? PAGEBREAK_FORCE : penalty;
    item->height = galley->feet;
    set_carry(galley, item);
    if (galley->space == 0)
        return;
    struct pagebreak_item *glue = add_item(galley, PAGEBREAK_GLUE);
    glue->height = galley->space;
    glue->stretch = galley->rigid ? 0 : galley->space * GALLEY_STRETCH_PERCENT / 100;
    glue->shrink = galley->rigid ? 0 : galley->space * GALLEY_SHRINK_PERCENT / 100;
    set_carry(galley, glue);
}

static void place_labels(struct galley *galley, unit baseline)
{
    for (uint32_t i = 0; i < galley->label_count; i++) {
        const struct galley_label *label = &galley->labels[i];
        galley_add_piece(galley, label->line.items, label->line.count, label->x,
                         baseline - label->line.baseline);
    }
    galley->label_count = 0;
}

void galley_add_box(struct galley *galley, unit height, unit baseline)
{
    if (galley->count > 0)
        add_gap(galley);
    struct pagebreak_item *box = add_item(galley, PAGEBREAK_BOX);
    box->height = height;
    box->first_note = (uint32_t)galley->note_count;
    galley->space = 0;
    galley->penalty = GALLEY_FREE;
    galley->new_page = galley->turn_back = galley->lead_begins = false;
    galley->space_off = galley->below_heading = false;
    if (baseline < 0)
        return;
    galley->keep_lines -= galley->keep_lines > 0;
    place_labels(galley, baseline);
}

void galley_add_piece(struct galley *galley, const struct frame_item *items, uint32_t count, unit x,
                      unit y)
{
    if (count > 0)
        *MEM_PUSH(galley->pieces, galley->piece_count, galley->piece_cap) =
            (struct galley_piece){.items = items, .count = count, .x = x, .y = y};
}

void galley_add_flexible(struct galley *galley, unit height, unit give, unit baseline,
                         const struct galley_picture *pictures, uint32_t count)
{
    galley_add_box(galley, height - give, baseline);
    for (uint32_t i = 0; i < count; i++) {
        galley_add_piece(galley, pictures[i].item, 1, pictures[i].x, pictures[i].y);
        struct galley_piece *piece = &galley->pieces[galley->piece_count - 1];
        piece->flexible = pictures[i].give;
        piece->right = pictures[i].right;
        piece->low = pictures[i].low;
    }
    add_item(galley, PAGEBREAK_PENALTY)->penalty = PAGEBREAK_FORBID; /* no break at the glue */
    set_carry(galley, &galley->items[galley->count - 1]);
    struct pagebreak_item *glue = add_item(galley, PAGEBREAK_GLUE);
    glue->height = glue->shrink = give;
    add_item(galley, PAGEBREAK_BOX)->first_note = (uint32_t)galley->note_count;
}

void galley_add_item(struct galley *galley, struct frame_item item, unit x, unit y)
{
    struct frame_item *items = galley_new_items(galley, 1);
    *items = item;
    galley_add_piece(galley, items, 1, x, y);
}

void galley_wait_label(struct galley *galley, const struct par_line *line, unit x)
{
    if (line->height == 0)
        return;
    if (galley->label_count == GALLEY_LABELS)
        galley_flush_labels(galley);
    galley->labels[galley->label_count++] = (struct galley_label){*line, x};
}

void galley_flush_labels(struct galley *galley)
{
    unit height = 0, baseline = 0;
    for (uint32_t i = 0; i < galley->label_count; i++) {
        const struct par_line *line = &galley->labels[i].line;
        height = line->height > height ? line->height : height;
        baseline = line->baseline > baseline ? line->baseline : baseline;
    }
    if (galley->label_count > 0)
        galley_add_box(galley, height, baseline);
}

void galley_end(struct galley *galley)
{
    galley_flush_labels(galley);
    add_item(galley, PAGEBREAK_PENALTY)->penalty = PAGEBREAK_FORCE;
}

size_t galley_open_ground(struct galley *galley, unit x, unit width, uint32_t colour)
{
    *MEM_PUSH(galley->grounds, galley->ground_count, galley->ground_cap) = (struct galley_ground){
        .first = (uint32_t)galley->count, .x = x, .width = width, .colour = colour};
    return galley->ground_count - 1;
}

void galley_close_ground(struct galley *galley, size_t ground)
{
    struct galley_ground *closed = &galley->grounds[ground];
    closed->end = (uint32_t)galley->count;
    closed->first = (uint32_t)galley_first_box(galley, closed->first);
}

void galley_open_padding(struct galley *galley, unit padding)
{
    galley_add_box(galley, padding, -1);
    galley->carry += padding;
    galley->feet += padding;
    galley->space_off = true;
    galley_keep(galley, PAGEBREAK_FORBID);
}

void galley_close_padding(struct galley *galley, unit padding)
{
    galley_flush_labels(galley);
    galley_drop_space(galley);
    galley_keep(galley, PAGEBREAK_FORBID);
    galley_add_box(galley, padding, -1);
    galley->carry -= padding;
    galley->feet -= padding;
}

size_t galley_first_box(const struct galley *galley, size_t first)
{
    while (first < galley->count && galley->items[first].kind != PAGEBREAK_BOX)
        first++;
    return first;
}

int64_t galley_height(const struct galley *galley, size_t first)
{
    int64_t height = 0;
    for (size_t i = galley_first_box(galley, first); i < galley->count; i++)
        if (galley->items[i].kind != PAGEBREAK_PENALTY)
            height += galley->items[i].height;
    return height;
}

void galley_keep_whole(struct galley *galley, size_t first)
{
    if (galley_height(galley, first) > galley->height)
        return;
    for (size_t i = galley_first_box(galley, first); i < galley->count; i++) {
        struct pagebreak_item *item = &galley->items[i];
        if (item->kind == PAGEBREAK_PENALTY && item->penalty < GALLEY_WHOLE)
            item->penalty = GALLEY_WHOLE;
    }
}

void galley_forbid_breaks(struct galley *galley, size_t first)
{
    for (size_t i = galley_first_box(galley, first); i < galley->count; i++)
        if (galley->items[i].kind == PAGEBREAK_PENALTY)
            galley->items[i].penalty = PAGEBREAK_FORBID;
}

void galley_read_across(struct galley *galley, size_t first)
{
    *MEM_PUSH(galley->sliced, galley->sliced_count, galley->sliced_cap) =
        (struct galley_sliced){(uint32_t)first, (uint32_t)galley->count};
}

struct frame_item *galley_new_items(struct galley *galley, uint32_t count)
{
    return ARENA_ARRAY(&galley->layout->lines, count, struct frame_item);
}
