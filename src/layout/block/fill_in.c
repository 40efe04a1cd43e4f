#include "layout/block/fill_in.h"

#include <string.h>

/* So many signs make a row. */
static const struct row_sign {
    const char *sign;
    size_t least;
    bool touches; /* its signs may overlap */
} row_signs[] = {{"_", 3, true}, {".", 5, false}, {"\xe2\x80\xa6", 3, false}};

/* So many lines to fill in are a form, which a narrow column makes hard to write in. */
#define FORM_LINES 4

/* The sign that a text ends in a row of, or NULL. */
static const struct row_sign *find_row(struct slice text)
{
    for (size_t i = 0; i < sizeof row_signs / sizeof *row_signs; i++) {
        size_t count = 0, len = strlen(row_signs[i].sign);
        for (struct slice rest = text; slice_ends(rest, row_signs[i].sign); rest.len -= len)
            count++;
        if (count >= row_signs[i].least)
            return &row_signs[i];
    }
    return NULL;
}

bool fill_in_ends(const struct node *node)
{
    while (node->last)
        node = node->last;
    return node->kind == NODE_TEXT && find_row(node->text) != NULL;
}

/* More glyphs of the last one's kind, over room, as an artifact. In a right-to-left run the last
 * glyph is the leftmost. */
static bool make_more(struct galley *galley, const struct frame_item *item, unit room,
                      const struct row_sign *sign, struct frame_item *out)
{
    struct arena *arena = &galley->layout->frames->arena;
    const struct frame_glyph *old = item->u.glyphs.glyphs;
    uint32_t count = item->u.glyphs.count;
    unit step = old[count - 1].x - old[count - 2].x;
    unit advance = step < 0 ? -step : step;
    uint32_t more = advance > 0 ? (uint32_t)(room / advance) : 0;
    if (sign->touches && advance > 0 && room % advance > 0)
        more++;
    size_t len = strlen(sign->sign);
    if (more * len > FRAME_RUN_MOST)
        more = (uint32_t)(FRAME_RUN_MOST / len);
    if (more == 0)
        return false;
    unit pitch = sign->touches ? room / (unit)more : advance;
    struct frame_glyph *glyphs = ARENA_ARRAY(arena, more, struct frame_glyph);
    char *text = ARENA_ARRAY(arena, more * len, char);
    for (uint32_t i = 0; i < more; i++) {
        glyphs[i] = old[count - 1];
        glyphs[i].cluster = (uint16_t)(i * len);
        memcpy(text + i * len, sign->sign, len);
        glyphs[i].x = step < 0 ? (unit)(more - 1 - i) * pitch : (unit)(i + 1) * pitch - advance;
    }
    *out = *item;
    out->box.x += step < 0 ? -(unit)more * pitch : item->box.width;
    out->box.width = (unit)more * pitch;
    out->u.glyphs.baseline -= frame_glyph_up(item, count - 1);
    out->u.glyphs.glyphs = glyphs;
    out->u.glyphs.ups = NULL;
    out->u.glyphs.count = more;
    out->u.glyphs.text = (struct slice){text, more * len};
    out->node = 0;
    out->artifact = FRAME_LAYOUT;
    return true;
}

/* True if the line has a row. */
static bool fill_in_line(struct galley *galley, struct par_line *line, unit measure)
{
    struct frame_item *item = line->count > 0 ? &line->items[line->count - 1] : NULL;
    if (!item || item->kind != FRAME_GLYPHS || item->u.glyphs.count < 3)
        return false;
    const struct row_sign *sign = find_row(item->u.glyphs.text);
    unit end = item->box.x + item->box.width;
    unit room = item->rtl ? item->box.x : measure - end;
    bool last = item->rtl ? item->box.x - UNIT_PT(1) <= measure - line->width
                          : end + UNIT_PT(1) >= line->width; /* in the order of the line */
    if (!sign || room <= 0 || !last)
        return false;
    struct frame_item more;
    if (!make_more(galley, item, room, sign, &more))
        return true;
    struct frame_item *items = galley_new_items(galley, line->count + 1);
    memcpy(items, line->items, line->count * sizeof *items);
    items[line->count++] = more;
    line->items = items;
    line->width = measure;
    return true;
}

void fill_in_rows(struct galley *galley, struct par *par, unit measure)
{
    struct layout *layout = galley->layout;
    for (uint32_t i = 0; i < par->count; i++)
        layout->fill_ins += fill_in_line(galley, &par->lines[i], measure);
    layout->frames->cramped |= layout->fill_ins >= FORM_LINES;
}
