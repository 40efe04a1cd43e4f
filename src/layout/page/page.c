#include "layout/page/page.h"

#include "base/mem.h"
#include "layout/page/marks.h"

struct page_maker {
    struct layout *layout;
    const struct galley *galley;
    struct frame_list page;
    unit *ys; /* tops of the items of a range */
    size_t y_cap;
    const struct style *style; /* of the page that is made */
    unit left, top, foot;      /* of upright text in the region that is made */
    unit low;                  /* of the text in the one made last */
    size_t turned_low;
    size_t ground_low[2]; /* grounds before it are done: of the text, of the footnotes */
    size_t sliced_low;
};

/* ---- a range of the galley ---- */

/* A range of items on a page; ys[i - first] are the tops of its boxes. */
struct page_range {
    const struct galley *galley;
    uint32_t first, end;
    unit top, y; /* of the area, and of the first box (below carried padding) */
    unit push;   /* how far down the tail stands from where it would */
    int32_t ratio;
};

static unit glue_height(const struct pagebreak_item *glue, int32_t ratio)
{
    int64_t give = ratio > 0 ? glue->stretch : glue->shrink;
    return glue->height + (unit)(give * ratio / 1024);
}

/* Finds the tops of the boxes; glue before the first vanishes. */
static void find_tops(struct page_maker *maker, const struct page_range *range)
{
    MEM_RESERVE(maker->ys, maker->y_cap, range->end - range->first + 1u);
    unit y = range->y;
    bool begun = false;
    for (uint32_t i = range->first; i < range->end; i++) {
        const struct pagebreak_item *item = &range->galley->items[i];
        if (i == range->galley->tail && begun)
            y += range->push;
        maker->ys[i - range->first] = y;
        if (item->kind == PAGEBREAK_BOX) {
            begun = true;
            y += item->height;
        } else if (item->kind == PAGEBREAK_GLUE && begun) {
            y += glue_height(item, range->ratio);
        }
    }
}

static void add_ground(struct page_maker *maker, const struct page_range *range,
                       const struct galley_ground *ground)
{
    uint32_t from = ground->first > range->first ? ground->first : range->first;
    uint32_t to = ground->end < range->end ? ground->end : range->end;
    const struct pagebreak_item *items = range->galley->items;
    while (from < to && items[from].kind != PAGEBREAK_BOX)
        from++;
    while (to > from && items[to - 1].kind != PAGEBREAK_BOX)
        to--;
    if (from == to)
        return;
    /* the padding of what goes on overleaf belongs to the ground */
    unit top = ground->first < range->first ? range->top : maker->ys[from - range->first];
    unit low = maker->ys[to - 1 - range->first] + items[to - 1].height;
    if (ground->end > range->end && items[range->end].kind == PAGEBREAK_PENALTY)
        low += items[range->end].height;
    struct frame_box box = {maker->left + ground->x, top, ground->width, low - top};
    struct frame_item *item = frame_list_add(&maker->page, frame_fill(box, ground->colour));
    item->u.fill.radius = ground->radius;
    item->u.fill.stroke = ground->stroke;
}

/* Grounds are drawn before all text of the range, outer ones first. */
static void add_grounds(struct page_maker *maker, const struct page_range *range)
{
    const struct galley *galley = range->galley;
    size_t *low = &maker->ground_low[galley->foot == NULL];
    while (*low < galley->ground_count && galley->grounds[*low].end <= range->first)
        ++*low;
    for (size_t i = *low; i < galley->ground_count && galley->grounds[i].first < range->end; i++)
        if (galley->grounds[i].end > range->first)
            add_ground(maker, range, &galley->grounds[i]);
}

/* How much lower a flexible box is: its glue stands two items on. */
static unit given_by(const struct page_range *range, uint32_t box)
{
    const struct pagebreak_item *glue = &range->galley->items[box + 2];
    return glue->height - glue_height(glue, range->ratio < 0 ? range->ratio : 0);
}

/* A picture as large as the page's spaces leave it. */
static void add_flexible(struct page_maker *maker, const struct page_range *range, uint32_t i,
                         const struct galley_piece *piece)
{
    struct frame_item item = *piece->items;
    struct frame_box box = item.box;
    const struct pagebreak_item give = {.height = piece->flexible, .shrink = piece->flexible};
    unit lower = range->ratio < 0 ? give.height - glue_height(&give, range->ratio) : 0;
    item.box.height -= lower;
    item.box.width = (unit)((int64_t)box.width * item.box.height / box.height);
    unit x = piece->x + (piece->right ? box.width - item.box.width : 0);
    unit y = piece->y + (piece->low ? lower - given_by(range, i) : 0);
    frame_list_copy(&maker->page, &item, 1, maker->left + x, maker->ys[i - range->first] + y);
}

static void add_box(struct page_maker *maker, const struct page_range *range, uint32_t i)
{
    const struct galley *galley = range->galley;
    uint32_t end =
        i + 1 < galley->count ? galley->first_piece[i + 1] : (uint32_t)galley->piece_count;
    for (uint32_t p = galley->first_piece[i]; p < end; p++) {
        const struct galley_piece *piece = &galley->pieces[p];
        if (piece->flexible)
            add_flexible(maker, range, i, piece);
        else
            frame_list_copy(&maker->page, piece->items, piece->count, maker->left + piece->x,
                            maker->ys[i - range->first] + piece->y);
    }
}

/* Slices of a row were set line by line: back into the order of the cells, which is that of the
 * nodes. A stable insertion: nearly sorted already. */
static void sort_by_node(struct frame_item *items, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct frame_item item = items[i];
        size_t at = i;
        for (; at > 0 && items[at - 1].node > item.node; at--)
            items[at] = items[at - 1];
        items[at] = item;
    }
}

static const struct galley_sliced *sliced_at(struct page_maker *maker,
                                             const struct page_range *range, uint32_t i)
{
    const struct galley *galley = range->galley;
    if (galley->foot == NULL)
        return NULL;
    while (maker->sliced_low < galley->sliced_count && galley->sliced[maker->sliced_low].end <= i)
        maker->sliced_low++;
    if (maker->sliced_low == galley->sliced_count)
        return NULL;
    const struct galley_sliced *sliced = &galley->sliced[maker->sliced_low];
    return sliced->first <= i ? sliced : NULL;
}

static void add_boxes(struct page_maker *maker, const struct page_range *range)
{
    for (uint32_t i = range->first; i < range->end; i++) {
        const struct galley_sliced *sliced = sliced_at(maker, range, i);
        if (!sliced) {
            add_box(maker, range, i);
            continue;
        }
        size_t begin = maker->page.count;
        for (; i < range->end && i < sliced->end; i++)
            add_box(maker, range, i);
        sort_by_node(maker->page.items + begin, maker->page.count - begin);
        i--;
    }
}

/* ---- header rows again ---- */

/* A copy is for the eye only: its cells have been read where the table begins. */
static void add_head_copy(struct page_maker *maker, const struct galley_head *head)
{
    unit top = maker->top + head->above;
    struct page_range range = {.galley = maker->galley,
                               .first = head->first,
                               .end = head->end,
                               .top = maker->top,
                               .y = top + head->line.height};
    frame_list_copy(&maker->page, head->line.items, head->line.count, maker->left + head->x, top);
    find_tops(maker, &range);
    size_t begin = maker->page.count, kept = begin;
    for (uint32_t i = range.first; i < range.end; i++)
        add_box(maker, &range, i);
    for (size_t i = begin; i < maker->page.count; i++) {
        struct frame_item *item = &maker->page.items[i];
        if (item->kind == FRAME_LINK)
            continue;
        item->node = 0;
        item->artifact = FRAME_LAYOUT;
        maker->page.items[kept++] = *item;
    }
    maker->page.count = kept;
}

/* ---- footnotes ---- */

struct note_part {
    uint32_t first_line, end_line; /* of the note */
};

static struct note_part part_of_note(const struct page_maker *maker,
                                     const struct pagebreak_region *region, uint32_t note)
{
    struct note_part part = {0, maker->galley->notes[note].line_count};
    if (note == region->note_first)
        part.first_line = region->note_first_line;
    if (note == region->note_end)
        part.end_line = region->note_end_line;
    return part;
}

static unit part_height(const struct page_maker *maker, uint32_t note, struct note_part part)
{
    const struct galley_note *own = &maker->galley->notes[note];
    unit height = 0;
    for (uint32_t line = part.first_line; line < part.end_line; line++)
        height += maker->galley->note_lines[own->first_line + line].height;
    return height;
}

static void add_note_rule(struct page_maker *maker, unit y)
{
    const struct style *style = maker->layout->style;
    unit width = style->note_rule_width < style->measure ? style->note_rule_width : style->measure;
    bool rtl = maker->layout->doc->root->dir == NODE_DIR_RTL;
    unit x = rtl ? maker->left + style->measure - width : maker->left;
    frame_list_add(&maker->page, frame_rule(x, y - style->note_rule_below - style->rule_thin, width,
                                            style->rule_thin, style->muted));
}

static void add_note_part(struct page_maker *maker, uint32_t note, struct note_part part, unit y)
{
    const struct galley_note *own = &maker->galley->notes[note];
    const struct galley_note_line *lines = maker->galley->note_lines + own->first_line;
    const struct galley *foot = maker->galley->foot;
    const struct galley_note_line *first = &lines[part.first_line];
    struct page_range range = {.galley = foot,
                               .first = first->item,
                               .end = lines[part.end_line - 1].item + 1,
                               .top = y,
                               .y = y + first->height - foot->items[first->item].height};
    find_tops(maker, &range);
    add_grounds(maker, &range);
    add_boxes(maker, &range);
}

/* Sets the footnotes of a region from y on, or only measures them; returns their height. */
static unit walk_notes(struct page_maker *maker, const struct pagebreak_region *region, unit top,
                       bool measure)
{
    unit y = top;
    uint32_t end = region->note_end + (region->note_end_line > 0); /* the last may be a part */
    for (uint32_t note = region->note_first; note < end; note++) {
        struct note_part part = part_of_note(maker, region, note);
        if (part.end_line <= part.first_line)
            continue;
        if (y > top && part.first_line == 0)
            y += maker->layout->style->note_space;
        if (!measure)
            add_note_part(maker, note, part, y);
        y += part_height(maker, note, part);
    }
    return y - top;
}

static void add_notes(struct page_maker *maker, const struct pagebreak_region *region, unit height)
{
    unit top = maker->foot - height;
    if (height == 0)
        return;
    add_note_rule(maker, top);
    walk_notes(maker, region, top, false);
}

/* ---- columns ---- */

/* The lower edge of the lowest box. */
static unit find_low(const struct page_maker *maker, const struct page_range *range)
{
    const struct pagebreak_item *items = range->galley->items;
    for (uint32_t i = range->end; i > range->first; i--)
        if (items[i - 1].kind == PAGEBREAK_BOX)
            return maker->ys[i - 1 - range->first] + items[i - 1].height;
    return maker->top;
}

/* On the page that ends with it, the tail stands at the foot, above the footnotes; in columns as
 * low as the first one reaches. Returns the gap. */
static unit push_tail(struct page_maker *maker, struct page_range *range, unit low, unit foot)
{
    const struct galley *galley = range->galley;
    bool ends = range->end + 1 == galley->count;
    if (!ends || galley->tail <= range->first || galley->tail >= range->end)
        return 0;
    range->push = foot > low ? foot - low : 0;
    find_tops(maker, range);
    return range->push;
}

/* How far down the first box stands. Breaks before turned pages carry what these are lower. */
static unit carry_of(const struct page_maker *maker, const struct pagebreak_region *region,
                     bool turned)
{
    unit carry = region->first > 0 ? maker->galley->items[region->first - 1].carry : 0;
    return turned && region->first > 0 ? carry - galley_lost(maker->galley) : carry;
}

static void set_text(struct page_maker *maker, const struct pagebreak_region *region, unit notes,
                     struct frame_page *out)
{
    const struct galley *galley = maker->galley;
    struct page_range range = {.galley = galley,
                               .first = region->first,
                               .end = region->end,
                               .top = maker->top,
                               .y = maker->top + carry_of(maker, region, out->turned),
                               .ratio = region->ratio};
    find_tops(maker, &range);
    unit low = find_low(maker, &range), foot = maker->foot - notes;
    if (maker->style->columns > 1)
        foot = foot < maker->low ? foot : maker->low;
    unit gap = push_tail(maker, &range, low, foot);
    out->gap = maker->style->columns > 1 ? 0 : gap;
    maker->low = low;
    add_grounds(maker, &range);
    if (region->carry_id > 0) {
        add_head_copy(maker, &galley->heads[region->carry_id - 1]);
        find_tops(maker, &range);
    }
    add_boxes(maker, &range);
}

/* Text and footnotes of a region; returns their height, from the top of the page's text. */
static unit set_region(struct page_maker *maker, const struct pagebreak_region *region,
                       struct frame_page *out)
{
    unit notes = walk_notes(maker, region, 0, true);
    unit below = notes > 0 ? notes + maker->style->note_rule_height : 0;
    unit top = maker->style->margin_top;
    if (region->first < region->end)
        set_text(maker, region, below, out);
    else
        maker->low = maker->top;
    add_notes(maker, region, notes);
    return maker->low - top + below;
}

/* ---- pages ---- */

static bool is_turned(struct page_maker *maker, const struct pagebreak_region *region)
{
    const struct galley *galley = maker->galley;
    if (galley->all_turned)
        return true;
    while (maker->turned_low < galley->turned_count &&
           galley->turned[maker->turned_low].end <= region->first)
        maker->turned_low++;
    return maker->turned_low < galley->turned_count &&
           galley->turned[maker->turned_low].first < region->first;
}

/* Text set for upright pages begins where the lines of a turned page do. The columns stand in the
 * direction of reading, below what spans them. */
static void place_region(struct page_maker *maker, const struct pagebreak_region *region)
{
    const struct style *style = maker->style;
    bool rtl = maker->layout->doc->root->dir == NODE_DIR_RTL;
    bool right = style->columns > 1 ? rtl == (region->column == 0) : rtl;
    maker->left = style->margin_side;
    if (right)
        maker->left += style->text_width - maker->layout->style->measure;
    maker->top = style->margin_top;
    maker->foot = maker->top + style->text_height;
    if (region->page == 0 && region->column > 0)
        maker->top += maker->galley->span;
}

/* Returns how many regions the page has. */
static uint32_t make_page(struct page_maker *maker, const struct pagebreak_region *regions,
                          uint32_t left, const struct page_marks *marks)
{
    struct frames *frames = maker->layout->frames;
    uint32_t number = regions->page + 1, count = 0;
    struct frame_page *out = &frames->pages[number - 1];
    maker->page.count = 0;
    out->turned = is_turned(maker, regions);
    maker->style = out->turned ? maker->layout->turned : maker->layout->style;
    maker->low = maker->style->margin_top;
    page_marks_watermark(maker->style, marks, &maker->page);
    for (; count < left && regions[count].page == regions->page; count++) {
        place_region(maker, &regions[count]);
        out->second = (uint32_t)maker->page.count;
        out->used += set_region(maker, &regions[count], out) / (unit)maker->style->columns;
        frames->cramped |= regions[count].overfull;
    }
    page_marks_foot(maker->layout, maker->style, marks, number, frames->page_count, &maker->page);
    out->count = (uint32_t)maker->page.count;
    out->second = count > 1 ? out->second : out->count;
    out->items = frame_list_keep(&maker->page, &frames->arena);
    return count;
}

void page_make_all(struct layout *layout, const struct galley *galley,
                   const struct pagebreak_result *result)
{
    const struct style *style = layout->style;
    struct frames *frames = layout->frames;
    struct page_maker maker = {.layout = layout, .galley = galley};
    frames->page_width = style->page_width;
    frames->page_height = style->page_height;
    frames->page_count = result->page_count;
    frames->pages = ARENA_ARRAY(&frames->arena, result->page_count, struct frame_page);
    struct page_marks marks;
    page_marks_prepare(layout, result->page_count, &marks);
    for (uint32_t i = 0; i < result->count;)
        i += make_page(&maker, &result->regions[i], result->count - i, &marks);
    mem_free(maker.page.items);
    mem_free(maker.ys);
}
