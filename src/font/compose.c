#include "font/compose.h"

#include "base/buf.h"
#include "base/mem.h"

/* Flags of a part: two words of displacement, more parts after it. */
#define ARGS_ARE_WORDS 0x0001u
#define ARGS_ARE_XY    0x0002u
#define MORE_PARTS     0x0020u
/* How high an anchored glyph reaches at least, and how wide an empty one is: parts of an em. */
#define ANCHOR_HEIGHT 50
#define ANCHOR_WIDTH  200
/* The greatest length of 'glyf' that short offsets tell. */
#define SHORT_MOST 0x1fffeu

enum table { HEAD, HHEA, MAXP, HMTX, LOCA, GLYF, TABLES };
static const char tags[TABLES][5] = {"head", "hhea", "maxp", "hmtx", "loca", "glyf"};
static const uint32_t least[TABLES] = {54, 36, 32, 4, 2, 0};

struct composer {
    struct buf tables[TABLES];
    uint32_t glyphs;           /* that the subset has */
    uint32_t points, contours; /* at most, of its own composite glyphs */
    bool long_offsets;
    uint32_t *ends;  /* of the added glyphs in 'glyf' */
    uint32_t anchor; /* the added glyph that anchors those with parts */
};

struct outline {
    int32_t box[4];
    uint32_t points, contours;
};

static uint32_t get16(const struct buf *table, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)table->data;
    return at + 2 <= table->len ? (uint32_t)bytes[at] << 8 | bytes[at + 1] : 0;
}

static int32_t get_signed(const struct buf *table, size_t at)
{
    return (int16_t)get16(table, at);
}

static void put16(struct buf *table, int32_t value)
{
    buf_put_char(table, (char)(value >> 8 & 255));
    buf_put_char(table, (char)(value & 255));
}

static void set16(struct buf *table, size_t at, uint32_t value)
{
    table->data[at] = (char)(value >> 8 & 255);
    table->data[at + 1] = (char)(value & 255);
}

static void raise16(struct buf *table, size_t at, uint32_t value)
{
    value = value > 0xffff ? 0xffff : value;
    if (get16(table, at) < value)
        set16(table, at, value);
}

static size_t offset_of(const struct composer *font, uint32_t glyph)
{
    const struct buf *loca = &font->tables[LOCA];
    if (!font->long_offsets)
        return (size_t)get16(loca, glyph * 2) * 2;
    return (size_t)get16(loca, glyph * 4) << 16 | get16(loca, glyph * 4 + 2);
}

/* The box and the number of points of a glyph; false: it is blank. */
static bool outline_of(const struct composer *font, uint32_t glyph, struct outline *out)
{
    const struct buf *glyf = &font->tables[GLYF];
    size_t at = offset_of(font, glyph), end = offset_of(font, glyph + 1);
    if (glyph >= font->glyphs || end < at + 10 || end > glyf->len)
        return false;
    int32_t contours = get_signed(glyf, at);
    for (size_t i = 0; i < 4; i++)
        out->box[i] = get_signed(glyf, at + 2 + i * 2);
    bool simple = contours >= 0;
    out->contours = simple ? (uint32_t)contours : font->contours;
    out->points = simple ? get16(glyf, at + 8 + out->contours * 2) + 1 : font->points;
    return out->contours > 0;
}

static void join_boxes(int32_t box[4], const int32_t other[4], const struct font_part *part,
                       bool first)
{
    for (int i = 0; i < 4; i++) {
        int32_t side = other[i] + (i % 2 == 0 ? part->x : part->y);
        if (first || (i < 2 ? side < box[i] : side > box[i]))
            box[i] = side;
    }
}

/* A glyph that is put together at the end of 'glyf'. */
struct assembly {
    struct outline whole;
    uint32_t parts;
    size_t start, flags; /* where it begins, where its last part does */
};

static void add_part(struct composer *font, struct assembly *glyph, uint32_t number,
                     const struct outline *outline, const struct font_part *part)
{
    struct buf *glyf = &font->tables[GLYF];
    if (glyph->parts == 0)
        buf_put(glyf, "\xff\xff\0\0\0\0\0\0\0\0", 10);
    else
        set16(glyf, glyph->flags, ARGS_ARE_WORDS | ARGS_ARE_XY | MORE_PARTS);
    glyph->flags = glyf->len;
    put16(glyf, ARGS_ARE_WORDS | ARGS_ARE_XY);
    put16(glyf, (int32_t)number);
    put16(glyf, part->x);
    put16(glyf, part->y);
    join_boxes(glyph->whole.box, outline->box, part, glyph->parts++ == 0);
    glyph->whole.points += outline->points;
    glyph->whole.contours += outline->contours;
}

/* Two points at the corners of a box on the baseline, each a contour of its own: no ink. */
static struct outline anchor_outline(const struct composer *font)
{
    int32_t em = (int32_t)get16(&font->tables[HEAD], 18);
    return (struct outline){{0, 0, em / ANCHOR_WIDTH, em / ANCHOR_HEIGHT}, 2, 2};
}

static void add_anchor(struct composer *font)
{
    struct outline box = anchor_outline(font);
    struct buf *glyf = &font->tables[GLYF];
    const int32_t head[] = {2, 0, 0, box.box[2], box.box[3], 0, 1, 0};
    const int32_t steps[] = {0, box.box[2], 0, box.box[3]};
    for (size_t i = 0; i < sizeof head / sizeof *head; i++)
        put16(glyf, head[i]);
    buf_put(glyf, "\x01\x01", 2); /* on the curve, all by words */
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        put16(glyf, steps[i]);
    raise16(&font->tables[MAXP], 6, box.points);
    raise16(&font->tables[MAXP], 8, box.contours);
}

static void put_widths(struct composer *font, uint32_t advance, int32_t bearing)
{
    put16(&font->tables[HMTX], (int32_t)advance);
    put16(&font->tables[HMTX], bearing);
}

/* Appends a glyph to 'glyf' and its widths to 'hmtx'; one without outlines is empty. */
static void add_glyph(struct composer *font, const struct font_composite *composite,
                      const uint16_t *new_gid)
{
    struct buf *maxp = &font->tables[MAXP];
    struct assembly glyph = {.start = font->tables[GLYF].len};
    struct outline outline;
    for (uint32_t i = 0; i < composite->count; i++) {
        const struct font_part *part = &composite->parts[i];
        if (outline_of(font, new_gid[part->gid], &outline))
            add_part(font, &glyph, new_gid[part->gid], &outline, part);
    }
    if (composite->anchored && glyph.parts == 0)
        add_anchor(font);
    if (composite->anchored && glyph.parts > 0) {
        outline = anchor_outline(font);
        add_part(font, &glyph, font->anchor, &outline, &(struct font_part){0});
    }
    for (size_t i = 0; i < 4 && glyph.parts > 0; i++)
        set16(&font->tables[GLYF], glyph.start + 2 + i * 2, (uint32_t)glyph.whole.box[i]);
    put_widths(font, composite->advance, glyph.whole.box[0]);
    raise16(maxp, 10, glyph.whole.points);
    raise16(maxp, 12, glyph.whole.contours);
    raise16(maxp, 28, glyph.parts);
}

/* One advance and one bearing for each glyph of the subset, where trailing ones may share one. */
static void spread_widths(struct composer *font)
{
    struct buf *hmtx = &font->tables[HMTX], full = {0};
    uint32_t pairs = get16(&font->tables[HHEA], 34);
    for (uint32_t i = 0; i < font->glyphs; i++) {
        bool pair = i < pairs;
        put16(&full, get_signed(hmtx, pair ? i * 4 : (pairs - 1) * 4));
        put16(&full, get_signed(hmtx, pair ? i * 4 + 2 : pairs * 4 + (i - pairs) * 2));
    }
    buf_free(hmtx);
    *hmtx = full;
}

static void put_offset(struct buf *loca, size_t offset, bool whole)
{
    if (whole)
        put16(loca, (int32_t)(offset >> 16));
    put16(loca, (int32_t)(whole ? offset & 0xffff : offset / 2));
}

static void write_offsets(struct composer *font, uint32_t count)
{
    struct buf loca = {0};
    bool whole = font->long_offsets || font->tables[GLYF].len > SHORT_MOST;
    for (uint32_t i = 0; i <= font->glyphs; i++)
        put_offset(&loca, offset_of(font, i), whole);
    for (uint32_t i = 0; i < count; i++)
        put_offset(&loca, font->ends[i], whole);
    buf_free(&font->tables[LOCA]);
    font->tables[LOCA] = loca;
    set16(&font->tables[HEAD], 50, whole);
}

static bool open_tables(struct composer *font, hb_face_t *subset)
{
    bool done = true;
    for (int i = 0; i < TABLES; i++) {
        unsigned len;
        hb_blob_t *blob = hb_face_reference_table(subset, hb_tag_from_string(tags[i], 4));
        const char *bytes = hb_blob_get_data(blob, &len);
        buf_put(&font->tables[i], bytes, len);
        hb_blob_destroy(blob);
        done = done && len >= least[i];
    }
    font->glyphs = get16(&font->tables[MAXP], 4);
    font->points = get16(&font->tables[MAXP], 10);
    font->contours = get16(&font->tables[MAXP], 12);
    font->long_offsets = get16(&font->tables[HEAD], 50) != 0;
    size_t width = font->long_offsets ? 4 : 2;
    return done && font->glyphs > 0 && get16(&font->tables[HHEA], 34) > 0 &&
           font->tables[LOCA].len >= (font->glyphs + 1) * width &&
           font->tables[GLYF].len >= offset_of(font, font->glyphs);
}

static hb_blob_t *write_tables(struct composer *font)
{
    hb_face_t *builder = hb_face_builder_create();
    for (int i = 0; i < TABLES; i++) {
        hb_blob_t *blob = hb_blob_create(font->tables[i].data, (unsigned)font->tables[i].len,
                                         HB_MEMORY_MODE_READONLY, NULL, NULL);
        hb_face_builder_add_table(builder, hb_tag_from_string(tags[i], 4), blob);
        hb_blob_destroy(blob);
    }
    hb_blob_t *whole = hb_face_reference_blob(builder);
    hb_face_destroy(builder);
    return whole;
}

/* All glyphs, and behind them the anchor of those with parts. */
static void add_glyphs(struct composer *font, const uint16_t *new_gid,
                       const struct font_composite *glyphs, uint32_t count)
{
    font->anchor = font->glyphs + count;
    for (uint32_t i = 0; i <= count; i++) {
        const struct font_composite anchor = {.anchored = true};
        add_glyph(font, i < count ? &glyphs[i] : &anchor, new_gid);
        font->ends[i] = (uint32_t)font->tables[GLYF].len;
    }
}

hb_blob_t *font_compose(hb_face_t *subset, const uint16_t *new_gid,
                        const struct font_composite *glyphs, uint32_t count, uint32_t *first)
{
    struct composer font = {0};
    hb_blob_t *whole = NULL;
    uint32_t added = count + 1;
    if (open_tables(&font, subset) && font.glyphs + added <= 0xffff) {
        font.ends = mem_calloc(added, sizeof *font.ends);
        font.tables[GLYF].len = offset_of(&font, font.glyphs);
        spread_widths(&font);
        add_glyphs(&font, new_gid, glyphs, count);
        write_offsets(&font, added);
        set16(&font.tables[MAXP], 4, font.glyphs + added);
        set16(&font.tables[MAXP], 30, get16(&font.tables[MAXP], 30) + 1);
        set16(&font.tables[HHEA], 34, font.glyphs + added);
        *first = font.glyphs;
        whole = write_tables(&font);
    }
    for (int i = 0; i < TABLES; i++)
        buf_free(&font.tables[i]);
    mem_free(font.ends);
    return whole;
}
