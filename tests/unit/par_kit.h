/* What the tests of paragraphs share: a document of one block, the real faces, and what every set
 * line must be. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/inputs.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "image/image.h"
#include "layout/par/memory.h"
#include "layout/par/par.h"
#include "scale.h"
#include "text/hyphen.h"

#define PT(points) ((unit)(1024 * (points)))

/* "take" and "medicine" in Arabic, "peace" in Hebrew. */
#define ARABIC_TAKE   "\xd8\xae\xd8\xb0"
#define ARABIC_DRUG   "\xd8\xaf\xd9\x88\xd8\xa7\xd8\xa1"
#define HEBREW_SHALOM "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d"

#define SAMPLE                                                                                     \
    "Microneedling is a treatment in which very fine needles make tiny holes in the top layer of " \
    "the skin. The skin then repairs itself and makes new collagen. Most people need three or "    \
    "four sessions, about six weeks apart, before they see how well the treatment works for them."

struct fixture {
    struct doc *doc;
    struct node *block;
    struct style style;
    struct layout_tools tools;
    struct arena diag_arena;
    struct diag_list diags;
    struct frames frames;
    struct layout layout;
    struct par_params params;
    struct source source;
};

static inline void setup(struct fixture *f, const char *lang)
{
    memset(f, 0, sizeof *f);
    f->doc = doc_new();
    f->doc->root->lang = lang;
    f->block = doc_add(f->doc, f->doc->root, NODE_PARAGRAPH, SPAN_NONE);
    f->tools.inputs = inputs_open(NULL, false);
    f->tools.fonts = font_set_new(f->tools.inputs);
    f->tools.text = text_engine_new();
    f->diags.arena = &f->diag_arena;
    style_make(&f->doc->meta, NULL, &f->diags, &f->style);
    f->layout = (struct layout){.memory = par_memory_new(),
                                .doc = f->doc,
                                .style = &f->style,
                                .tools = &f->tools,
                                .diags = &f->diags,
                                .frames = &f->frames};
    f->params = (struct par_params){.text = {PT(13), PT(19), FONT_REGULAR, 0x1d2330},
                                    .measure = UNIT_MM(148)};
}

static inline void teardown(struct fixture *f)
{
    par_memory_free(f->layout.memory);
    arena_free(&f->layout.lines);
    arena_free(&f->layout.scratch);
    arena_free(&f->frames.arena);
    diag_free(&f->diags);
    arena_free(&f->diag_arena);
    text_engine_free(f->tools.text);
    font_set_free(f->tools.fonts);
    inputs_close(f->tools.inputs);
    doc_free(f->doc);
}

static inline struct node *add(struct fixture *f, struct node *parent, enum node_kind kind)
{
    return doc_add(f->doc, parent, kind, SPAN_NONE);
}

static inline struct node *text(struct fixture *f, struct node *parent, const char *string)
{
    return doc_add_text(f->doc, parent, slice_from(string), SPAN_NONE);
}

/* --- what every set line must be ----------------------------------------------------------------
 */

struct ink {
    unit left, right;
};

static inline int compare_ink(const void *a, const void *b)
{
    const struct ink *one = a, *two = b;
    return (one->left > two->left) - (one->left < two->left);
}

/* True if the text begins with white space. */
static inline bool is_blank(struct slice text)
{
    size_t at = 0;
    uint32_t c = text.len > 0 ? utf8_next(text, &at) : 'x';
    return c == ' ' || c == 0xa0 || (c >= 0x2000 && c <= 0x200b);
}

/* Clusters go up and stay inside the text, boxes lie in the line, and the advances of the glyphs
 * (as the face has them, wider or narrower by the line's part) tile the line from end to end:
 * nothing overlaps; the boxes of the runs add up to the line. */
static inline void check_line(const struct fixture *f, const struct par_line *line, unit measure)
{
    struct ink *inks = NULL;
    size_t count = 0, cap = 0;
    unit boxes = 0;
    for (uint32_t i = 0; i < line->count; i++) {
        const struct frame_item *item = &line->items[i];
        if (item->kind == FRAME_GLYPHS || item->kind == FRAME_IMAGE)
            boxes += item->box.width;
        if (item->kind != FRAME_GLYPHS)
            continue;
        assert_true(item->u.glyphs.count > 0);
        assert_int_not_equal(item->face, FONT_FACE_NONE);
        assert_int_equal(utf8_check(item->u.glyphs.text), item->u.glyphs.text.len);
        assert_int_equal(item->actual, item->u.glyphs.text.len == 0);
        assert_int_equal(item->box.height, line->height);
        uint32_t cluster = 0;
        for (uint32_t j = 0; j < item->u.glyphs.count; j++) {
            const struct frame_glyph *glyph = &item->u.glyphs.glyphs[j];
            assert_int_not_equal(glyph->gid, 0);
            assert_true(glyph->cluster >= cluster);
            assert_true(item->actual || glyph->cluster < item->u.glyphs.text.len);
            cluster = glyph->cluster;
            const struct font_metrics *metrics = font_metrics_get(f->tools.fonts, item->face);
            unit width = scale_units(font_glyph_advance(f->tools.fonts, item->face, glyph->gid),
                                     item->u.glyphs.size, metrics->units_per_em);
            width = width * (1000 + item->u.glyphs.expanded) / 1000;
            unit left = item->box.x + glyph->x;
            if (width == 0 || left < 0 || left >= measure ||
                is_blank(slice_sub(item->u.glyphs.text, cluster, SIZE_MAX)))
                continue; /* marks; spaces, which may shrink or hang */
            inks = mem_grow(inks, &cap, count + 1, sizeof *inks);
            inks[count++] = (struct ink){left, left + width};
        }
    }
    if (!f->params.preformatted)
        assert_in_range(boxes - line->width, 0, PT(12)); /* what hangs out of the measure */
    if (count > 0) {
        qsort(inks, count, sizeof *inks, compare_ink);
        for (size_t i = 1; i < count; i++)
            assert_true(inks[i].left >= inks[i - 1].right - PT(1.3)); /* kerning */
    }
    mem_free(inks);
}

/* The text of a line's items as a reader puts it together. */
static inline char *line_text(struct fixture *f, const struct par_line *line)
{
    struct buf buf = {0};
    for (uint32_t i = 0; i < line->count; i++) {
        if (line->items[i].kind == FRAME_GLYPHS)
            buf_put_slice(&buf, line->items[i].u.glyphs.text);
    }
    char *result = arena_string(&f->doc->arena, buf_slice(&buf));
    buf_free(&buf);
    return result;
}

static inline void set(struct fixture *f, struct par *par)
{
    *par = par_set(&f->layout, f->block, &f->params);
    unit widest = 0;
    for (uint32_t i = 0; i < par->count; i++) {
        check_line(f, &par->lines[i], f->params.measure);
        widest = par->lines[i].width > widest ? par->lines[i].width : widest;
    }
    assert_int_equal(par->width, widest);
    assert_null(f->layout.scratch.head); /* reset */
}

#define assert_line(f, line, string) assert_string_equal(line_text((f), (line)), (string))

static inline const struct frame_item *item_with(const struct par_line *line, const char *part)
{
    for (uint32_t i = 0; i < line->count; i++) {
        const struct frame_item *item = &line->items[i];
        if (item->kind == FRAME_GLYPHS &&
            memmem(item->u.glyphs.text.ptr, item->u.glyphs.text.len, part, strlen(part)))
            return item;
    }
    fail_msg("no item has %s", part);
    return NULL;
}

/* Left edge of the first glyph of a string in a line. */
static inline unit x_of(const struct par_line *line, const char *part)
{
    const struct frame_item *item = item_with(line, part);
    const char *at = memmem(item->u.glyphs.text.ptr, item->u.glyphs.text.len, part, strlen(part));
    uint32_t cluster = (uint32_t)(at - item->u.glyphs.text.ptr);
    for (uint32_t i = 0; i < item->u.glyphs.count; i++) {
        if (item->u.glyphs.glyphs[i].cluster >= cluster)
            return item->box.x + item->u.glyphs.glyphs[i].x;
    }
    fail();
    return 0;
}

static inline uint32_t count_kind(const struct par_line *line, enum frame_kind kind)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < line->count; i++)
        count += line->items[i].kind == kind;
    return count;
}

static inline const struct frame_item *first_of(const struct par_line *line, enum frame_kind kind)
{
    for (uint32_t i = 0; i < line->count; i++) {
        if (line->items[i].kind == kind)
            return &line->items[i];
    }
    fail();
    return NULL;
}
