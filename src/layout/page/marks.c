#include "layout/page/marks.h"

#include <assert.h>

#include "font/font.h"
#include "layout/par/par.h"
#include "text/words.h"

#define FOOT_PARTS 3

/* The draft mark runs up at this angle. */
#define WATERMARK_TURN 45
#define SINE_45        724 /* of 1024 */

static const char *words_language(const struct layout *layout)
{
    const char *lang = layout->doc->meta.words_lang;
    return lang ? lang : "en";
}

static const char *wording(const struct layout *layout, enum word word)
{
    const struct meta *meta = &layout->doc->meta;
    return meta->wording ? meta->wording[word] : words_get(words_language(layout), word);
}

static struct par_line set_mark(struct layout *layout, const char *text,
                                const struct style_text *style, enum frame_artifact artifact)
{
    const char *lang = words_language(layout);
    struct par_line line =
        par_set_label(layout, slice_from(text), style, text_lang_is_rtl(lang), lang, 0);
    for (uint32_t i = 0; i < line.count; i++)
        line.items[i].artifact = (uint8_t)artifact;
    return line;
}

/* "Leaflet SK-014", "version 2.1", "next review November 2028": what is known of them. */
static uint32_t foot_parts(struct layout *layout, const char *parts[FOOT_PARTS])
{
    const struct meta *meta = &layout->doc->meta;
    struct arena *arena = &layout->frames->arena;
    uint32_t count = 0;
    if (meta->reference.value)
        parts[count++] =
            words_fill(arena, wording(layout, WORD_FOOT_LEAFLET), meta->reference.value, NULL);
    if (meta->version.value)
        parts[count++] =
            words_fill(arena, wording(layout, WORD_VERSION), meta->version.value, NULL);
    if (meta->next_review.year != 0) {
        const char *date = words_date(arena, words_language(layout), meta->next_review.year,
                                      meta->next_review.month, meta->next_review.day);
        parts[count++] = words_fill(arena, wording(layout, WORD_FOOT_REVIEW), date, NULL);
    }
    return count;
}

static const char *join_parts(struct arena *arena, const char *const *parts, uint32_t count)
{
    const char *text = "";
    for (uint32_t i = 0; i < count; i++)
        text = i == 0 ? parts[0] : arena_format(arena, "%s \xc2\xb7 %s", text, parts[i]);
    return text;
}

static struct par_line set_number(struct layout *layout, uint32_t number, uint32_t count)
{
    struct arena *arena = &layout->frames->arena;
    const char *text =
        words_fill(arena, wording(layout, WORD_PAGE), arena_format(arena, "%u", number),
                   arena_format(arena, "%u", count));
    return set_mark(layout, text, &layout->style->foot, FRAME_PAGE_FOOT);
}

/* A foot too long for its line loses its last parts; all of them stand in "About this leaflet". */
static struct par_line set_foot(struct layout *layout, uint32_t page_count)
{
    const char *parts[FOOT_PARTS];
    uint32_t count = foot_parts(layout, parts);
    struct par_line number = set_number(layout, page_count, page_count);
    unit room = layout->style->text_width - number.width - layout->style->foot_between;
    for (; count > 0; count--) {
        struct par_line line = set_mark(layout, join_parts(&layout->frames->arena, parts, count),
                                        &layout->style->foot, FRAME_PAGE_FOOT);
        if (line.width <= room)
            return line;
    }
    return (struct par_line){0};
}

void page_marks_prepare(struct layout *layout, uint32_t page_count, struct page_marks *out)
{
    *out = (struct page_marks){.foot = set_foot(layout, page_count)};
    if (layout->doc->meta.status != META_STATUS_DRAFT)
        return;
    const struct style *style = layout->style;
    struct style_text text = {.size = style->watermark_size,
                              .leading = style->watermark_size,
                              .face = FONT_BOLD,
                              .colour = style->watermark_colour};
    out->watermark = set_mark(layout, wording(layout, WORD_DRAFT), &text, FRAME_WATERMARK);
    unit room = style->page_width < style->page_height ? style->page_width : style->page_height;
    assert(room > 0);
    if (out->watermark.width > room) {
        text.size = text.leading = (unit)((int64_t)text.size * room / out->watermark.width);
        out->watermark = set_mark(layout, wording(layout, WORD_DRAFT), &text, FRAME_WATERMARK);
    }
}

struct par_line page_marks_continued(struct layout *layout, struct slice name)
{
    struct arena *arena = &layout->frames->arena;
    struct slice text = slice_from(
        words_fill(arena, wording(layout, WORD_TABLE_CONTINUED), arena_string(arena, name), NULL));
    return set_mark(layout, arena_string(arena, slice_trim(text)), &layout->style->caption,
                    FRAME_LAYOUT);
}

/* The word runs up at 45 degrees through the middle of the page: its runs begin along that line. */
void page_marks_watermark(const struct style *style, const struct page_marks *marks,
                          struct frame_list *page)
{
    const struct par_line *line = &marks->watermark;
    for (uint32_t i = 0; i < line->count; i++) {
        if (line->items[i].kind != FRAME_GLYPHS)
            continue;
        struct frame_item *item = frame_list_add(page, line->items[i]);
        /* from the middle of the word back to the run's start, and down by half the cap height */
        unit along = (unit)((int64_t)(item->box.x - line->width / 2) * SINE_45 / 1024);
        unit down = (unit)((int64_t)item->u.glyphs.size * 36 / 100 * SINE_45 / 1024);
        item->box.x = style->page_width / 2 + along + down;
        item->u.glyphs.baseline = style->page_height / 2 - along + down;
        item->box.y = item->u.glyphs.baseline - item->box.height;
        item->u.glyphs.turn = WATERMARK_TURN;
    }
}

void page_marks_foot(struct layout *layout, const struct style *style,
                     const struct page_marks *marks, uint32_t number, uint32_t page_count,
                     struct frame_list *page)
{
    bool rtl = layout->doc->root->dir == NODE_DIR_RTL;
    frame_list_add(page, frame_rule(style->margin_side, style->foot_y, style->text_width,
                                    style->rule_thin, style->rule))
        ->artifact = FRAME_PAGE_FOOT;
    struct par_line own = set_number(layout, number, page_count);
    const struct par_line *foot = &marks->foot;
    unit start = style->margin_side, end = start + style->text_width;
    unit y = style->foot_y + style->foot_gap;
    frame_list_copy(page, foot->items, foot->count, rtl ? end - foot->width : start, y);
    frame_list_copy(page, own.items, own.count, rtl ? start : end - own.width, y);
}
