/* For the tests of pdf/: a document and frames made by hand, and a reader of the PDF that was
 * written (cross-reference stream and object streams), which shares no code with the writer. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <zlib.h>

#include "base/inputs.h"
#include "base/mem.h"
#include "doc/doc.h"
#include "font/font.h"
#include "frame/frame.h"
#include "pdf/pdf.h"
#include "scale.h"

#define PT(points) ((int32_t)((points) * 1024))

struct kit {
    struct doc *doc;
    struct frames *frames;
    struct inputs *inputs;
    struct font_set *fonts;
    struct arena arena;
    struct diag_list diags;
    struct pdf_options options;
    size_t item_cap;
    int32_t x, y; /* where the next run begins; y is the baseline */
    int32_t size;
    unsigned style;
    const char *lang;
    /* the PDF */
    char *pdf;
    size_t len;
};

static inline void kit_page(struct kit *kit)
{
    struct frames *frames = kit->frames;
    struct frame_page *pages =
        ARENA_ARRAY(&frames->arena, (size_t)frames->page_count + 1, struct frame_page);
    if (frames->page_count)
        memcpy(pages, frames->pages, frames->page_count * sizeof *pages);
    frames->pages = pages;
    frames->page_count++;
    kit->item_cap = 0;
    kit->x = PT(50);
    kit->y = PT(70);
}

static inline void kit_open(struct kit *kit)
{
    *kit = (struct kit){.doc = doc_new(),
                        .size = PT(13),
                        .lang = "en",
                        .options = {-1, image_store_new(), deflater_new()}};
    kit->diags.arena = &kit->arena;
    kit->doc->root->lang = "en-GB";
    kit->doc->root->dir = NODE_DIR_LTR;
    kit->doc->meta.title.value = "A leaflet";
    kit->inputs = inputs_open(NULL, false);
    kit->fonts = font_set_new(kit->inputs);
    kit->frames = mem_calloc(1, sizeof *kit->frames);
    kit->frames->page_width = PT(595.276);
    kit->frames->page_height = PT(841.89);
}

static inline void kit_close(struct kit *kit)
{
    image_store_free(kit->options.pictures);
    deflater_free(kit->options.deflater);
    frames_free(kit->frames);
    font_set_free(kit->fonts);
    inputs_close(kit->inputs);
    diag_free(&kit->diags);
    arena_free(&kit->arena);
    doc_free(kit->doc);
    free(kit->pdf);
}

static inline struct node *kit_node(struct kit *kit, struct node *parent, enum node_kind kind)
{
    return doc_add(kit->doc, parent ? parent : kit->doc->root, kind, SPAN_NONE);
}

static inline struct node *kit_text(struct kit *kit, struct node *parent, const char *text)
{
    return doc_add_text(kit->doc, parent, slice_from(text), SPAN_NONE);
}

static inline struct node *kit_heading(struct kit *kit, struct node *parent, int level)
{
    struct node *node = kit_node(kit, parent, NODE_HEADING);
    node->u.heading.level = level;
    node->u.heading.anchor = "a";
    return node;
}

/* The tree is done: frames follow. */
static inline void kit_seal(struct kit *kit)
{
    doc_seal(kit->doc);
    kit_page(kit);
}

static inline struct frame_item *kit_item(struct kit *kit, enum frame_kind kind,
                                          const struct node *node)
{
    struct frame_page *page = &kit->frames->pages[kit->frames->page_count - 1];
    if (page->count == kit->item_cap) {
        kit->item_cap = kit->item_cap ? kit->item_cap * 2 : 16;
        struct frame_item *items =
            ARENA_ARRAY(&kit->frames->arena, kit->item_cap, struct frame_item);
        if (page->count)
            memcpy(items, page->items, page->count * sizeof *items);
        page->items = items;
    }
    struct frame_item *item = &page->items[page->count++];
    item->kind = (uint8_t)kind;
    item->node = node ? node->id : 0;
    item->artifact = node ? FRAME_CONTENT : FRAME_LAYOUT;
    return item;
}

/* The places of glyphs, cluster by cluster; right to left from the right. */
static inline void kit_place(const struct font_shape *shape, int32_t size, int32_t per_em, bool rtl,
                             struct frame_glyph *out, unit *ups)
{
    int32_t total = 0, pen = 0;
    for (uint32_t i = 0; i < shape->count; i++)
        total += scale_units(shape->glyphs[i].advance, size, per_em);
    for (uint32_t i = 0, end; i < shape->count; i = end) {
        int32_t width = 0;
        for (end = i; end < shape->count && shape->glyphs[end].cluster == shape->glyphs[i].cluster;
             end++)
            width += scale_units(shape->glyphs[end].advance, size, per_em);
        int32_t at = rtl ? total - pen - width : pen;
        pen += width;
        for (uint32_t j = i; j < end; j++) {
            const struct font_glyph *glyph = &shape->glyphs[j];
            out[j].gid = glyph->gid;
            out[j].cluster = (uint16_t)glyph->cluster;
            out[j].x = at + scale_units(glyph->x_offset, size, per_em);
            ups[j] = scale_units(glyph->y_offset, size, per_em);
            at += scale_units(glyph->advance, size, per_em);
        }
    }
}

static inline struct frame_item *kit_shaped(struct kit *kit, const struct node *node,
                                            const char *string, bool rtl, const char *script)
{
    struct slice text = slice_from(string);
    size_t first = strspn(string, " "), end = first + 1;
    while (end < text.len && (text.ptr[end] & 0xc0) == 0x80)
        end++;
    uint16_t face =
        font_face_for(kit->fonts, kit->style, NULL, slice_sub(text, first, end - first));
    assert_int_not_equal(face, FONT_FACE_NONE);
    int32_t per_em = font_metrics_get(kit->fonts, face)->units_per_em;
    struct font_shape shape = font_shape(kit->fonts, face, text, rtl,
                                         font_locale(kit->fonts, script, kit->lang), FONT_TABULAR);
    struct frame_item *item = kit_item(kit, FRAME_GLYPHS, node);
    struct frame_glyph *glyphs = ARENA_ARRAY(&kit->frames->arena, shape.count, struct frame_glyph);
    unit *ups = ARENA_ARRAY(&kit->frames->arena, shape.count, unit);
    kit_place(&shape, kit->size, per_em, rtl, glyphs, ups);
    int32_t width = 0;
    for (uint32_t i = 0; i < shape.count; i++)
        width += scale_units(shape.glyphs[i].advance, kit->size, per_em);
    item->rtl = rtl;
    item->face = face;
    item->box = (struct frame_box){kit->x, kit->y - kit->size, width, kit->size * 5 / 4};
    item->u.glyphs.glyphs = glyphs;
    item->u.glyphs.ups = ups;
    item->u.glyphs.count = shape.count;
    item->u.glyphs.size = kit->size;
    item->u.glyphs.baseline = kit->y;
    item->u.glyphs.colour = 0x1d2330;
    item->u.glyphs.text = arena_copy(&kit->frames->arena, text);
    kit->x += width;
    return item;
}

/* A run of Latin text at the pen. */
static inline struct frame_item *kit_run(struct kit *kit, const struct node *node, const char *text)
{
    return kit_shaped(kit, node, text, false, "Latn");
}

static inline void kit_line(struct kit *kit)
{
    kit->x = PT(50);
    kit->y += PT(19);
}

static inline struct frame_item *kit_box(struct kit *kit, enum frame_kind kind,
                                         const struct node *node, int32_t x, int32_t y,
                                         int32_t width, int32_t height)
{
    struct frame_item *item = kit_item(kit, kind, node);
    item->box = (struct frame_box){x, y, width, height};
    return item;
}

static inline enum status kit_write(struct kit *kit)
{
    frames_map(kit->frames, kit->doc);
    struct sink *sink = sink_open();
    enum status status =
        pdf_write(kit->doc, kit->frames, kit->fonts, &kit->options, sink, &kit->diags);
    free(kit->pdf);
    kit->len = sink_bytes(sink).len;
    kit->pdf = malloc(kit->len + 1);
    assert_non_null(kit->pdf);
    if (kit->len > 0)
        memcpy(kit->pdf, sink_bytes(sink).ptr, kit->len);
    kit->pdf[kit->len] = '\0';
    sink_close(sink);
    return status;
}

/* --- reading the file back ------------------------------------------------------------------ */

static inline struct slice kit_inflate(struct kit *kit, struct slice bytes)
{
    struct buf out = {0};
    z_stream stream = {0};
    char piece[4096];
    int result = Z_OK;
    assert_int_equal(inflateInit(&stream), Z_OK);
    stream.next_in = (Bytef *)(uintptr_t)bytes.ptr;
    stream.avail_in = (uInt)bytes.len;
    while (result == Z_OK) {
        stream.next_out = (Bytef *)piece;
        stream.avail_out = sizeof piece;
        result = inflate(&stream, Z_NO_FLUSH);
        buf_put(&out, piece, sizeof piece - stream.avail_out);
    }
    assert_int_equal(result, Z_STREAM_END);
    inflateEnd(&stream);
    struct slice copy = arena_copy(&kit->arena, buf_slice(&out));
    buf_free(&out);
    return copy;
}

static inline const char *kit_find(struct slice text, const char *what)
{
    return memmem(text.ptr, text.len, what, strlen(what));
}

/* The number after a key of a dictionary, or -1. */
static inline long kit_number(struct slice dictionary, const char *key)
{
    const char *at = kit_find(dictionary, key);
    return at ? strtol(at + strlen(key), NULL, 10) : -1;
}

/* Dictionary (up to the word stream) and data of the stream object at an offset. */
static inline struct slice kit_stream_at(struct kit *kit, size_t offset, struct slice *dictionary)
{
    const char *start = kit->pdf + offset, *word = strstr(start, "\nstream\r\n");
    assert_non_null(word);
    *dictionary = (struct slice){start, (size_t)(word - start)};
    long len = kit_number(*dictionary, "/Length ");
    assert_true(len >= 0);
    struct slice data = {word + 9, (size_t)len};
    assert_memory_equal(data.ptr + data.len, "\nendstream", 10);
    return kit_find(*dictionary, "/FlateDecode") ? kit_inflate(kit, data) : data;
}

/* The cross-reference stream's dictionary and its rows with the predictor undone. */
static inline uint8_t *kit_table(struct kit *kit, long *size, long *width, struct slice *dictionary)
{
    const char *word = strstr(kit->pdf + kit->len - 40, "startxref\n");
    assert_non_null(word);
    struct slice rows = kit_stream_at(kit, strtoul(word + 10, NULL, 10), dictionary);
    *size = kit_number(*dictionary, "/Size ");
    *width = kit_number(*dictionary, "/W[1 ");
    long columns = *width + 2;
    assert_int_equal(kit_number(*dictionary, "/Columns "), columns);
    assert_int_equal((long)rows.len, *size * (columns + 1));
    uint8_t *table = arena_alloc(&kit->arena, (size_t)(*size * columns));
    for (long i = 0; i < *size; i++)
        for (long j = 0; j < columns; j++)
            table[i * columns + j] = (uint8_t)((uint8_t)rows.ptr[i * (columns + 1) + 1 + j] +
                                               (i > 0 ? table[(i - 1) * columns + j] : 0));
    return table;
}

static inline struct slice kit_packed(struct kit *kit, size_t offset, long index)
{
    struct slice dictionary, data = kit_stream_at(kit, offset, &dictionary);
    long first = kit_number(dictionary, "/First "), count = kit_number(dictionary, "/N ");
    const char *at = data.ptr;
    long start = 0, end = (long)data.len - first;
    char *next;
    for (long i = 0; i <= index + 1 && i < count; i++) {
        strtol(at, &next, 10);
        long place = strtol(next, &next, 10);
        at = next;
        if (i == index)
            start = place;
        if (i == index + 1)
            end = place;
    }
    return slice_sub(data, (size_t)(first + start), (size_t)(end - start));
}

/* The value of an object: of a stream, its data (dictionary through kit_stream_at). */
static inline struct slice kit_object(struct kit *kit, long number)
{
    long size, width;
    struct slice dictionary;
    const uint8_t *table = kit_table(kit, &size, &width, &dictionary);
    assert_in_range(number, 1, size - 1);
    const uint8_t *row = table + number * (width + 2);
    uint64_t where = 0;
    for (long i = 0; i < width; i++)
        where = where << 8 | row[1 + i];
    if (row[0] == 1)
        return kit_stream_at(kit, (size_t)where, &dictionary);
    assert_int_equal(row[0], 2);
    const uint8_t *pack = table + (long)where * (width + 2);
    uint64_t offset = 0;
    assert_int_equal(pack[0], 1);
    for (long i = 0; i < width; i++)
        offset = offset << 8 | pack[1 + i];
    return kit_packed(kit, (size_t)offset, row[1 + width]);
}

static inline struct slice kit_root(struct kit *kit)
{
    long size, width;
    struct slice dictionary;
    kit_table(kit, &size, &width, &dictionary);
    return kit_object(kit, kit_number(dictionary, "/Root "));
}

static inline struct slice kit_info(struct kit *kit)
{
    long size, width;
    struct slice dictionary;
    kit_table(kit, &size, &width, &dictionary);
    return kit_object(kit, kit_number(dictionary, "/Info "));
}

/* What a key of a dictionary refers to. */
static inline struct slice kit_follow(struct kit *kit, struct slice dictionary, const char *key)
{
    long number = kit_number(dictionary, key);
    if (number <= 0)
        fail_msg("no %s in %.*s", key, SLICE_ARGS(dictionary));
    return kit_object(kit, number);
}

/* The dictionary of a page (from 0); small documents only, whose page tree has one level. */
static inline struct slice kit_page_of(struct kit *kit, int page)
{
    struct slice pages = kit_follow(kit, kit_root(kit), "/Pages ");
    const char *at = strstr(kit_find(pages, "/Kids"), "[") + 1;
    char *next;
    long number = strtol(at, &next, 10);
    for (int i = 0; i < page; i++) {
        strtol(next, &next, 10);
        number = strtol(strchr(next, 'R') + 1, &next, 10);
    }
    return kit_object(kit, number);
}

static inline struct slice kit_content(struct kit *kit, int page)
{
    return kit_follow(kit, kit_page_of(kit, page), "/Contents ");
}

static inline void kit_outline_of(struct kit *kit, long number, struct buf *out);

/* The kids of an element: elements in brackets, marked content as #MCID (with @page object when it
 * is on another page than the element's), annotations as *. */
static inline void kit_outline_kids(struct kit *kit, struct slice element, struct buf *out)
{
    const char *at = kit_find(element, "/K[");
    const char *end = element.ptr + element.len;
    if (!at)
        return;
    for (at += 3; at < end && *at != ']';) {
        char *next;
        if (strncmp(at, "<</Type/MCR", 11) == 0) {
            buf_format(out, " @#%ld", strtol(strstr(at, "/MCID ") + 6, NULL, 10));
            at = strstr(at, ">>") + 2;
        } else if (strncmp(at, "<</Type/OBJR", 12) == 0) {
            buf_put_string(out, " *");
            at = strstr(at, ">>") + 2;
        } else if (*at == ' ') {
            at++;
        } else {
            long number = strtol(at, &next, 10);
            if (strncmp(next, " 0 R", 4) == 0) {
                kit_outline_of(kit, number, out);
                next += 4;
            } else {
                buf_format(out, " #%ld", number);
            }
            at = next;
        }
    }
}

static inline void kit_outline_of(struct kit *kit, long number, struct buf *out)
{
    struct slice element = kit_object(kit, number);
    const char *type = kit_find(element, "/S/") + 3;
    buf_format(out, " (%.*s", (int)strcspn(type, "/> "), type);
    kit_outline_kids(kit, element, out);
    buf_put_char(out, ')');
}

/* The structure tree as text: "(Document (P #0) …)". */
static inline const char *kit_structure(struct kit *kit)
{
    struct buf out = {0};
    struct slice root = kit_follow(kit, kit_root(kit), "/StructTreeRoot ");
    kit_outline_of(kit, kit_number(root, "/K "), &out);
    const char *text = arena_string(&kit->arena, slice_trim(buf_slice(&out)));
    buf_free(&out);
    return text;
}
