#include "font/compose.h"

#include "base/buf.h"
#include "base/mem.h"

/* Flags of a part: two words of displacement, more parts after it. */
#define ARGS_ARE_WORDS 0x0001u
#define ARGS_ARE_XY    0x0002u
#define MORE_PARTS     0x0020u
/* The sides of a speck in font units. */
#define SPECK 6
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
    uint32_t *ends; /* of the added glyphs in 'glyf' */
    hb_font_t *font;
    hb_draw_funcs_t *pen;
};

struct point {
    int32_t x, y;
    bool found;
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

static void first_point(hb_draw_funcs_t *pen, void *data, hb_draw_state_t *state, float x, float y,
                        void *user)
{
    struct point *point = data;
    (void)pen, (void)state, (void)user;
    if (!point->found)
        *point = (struct point){(int32_t)x, (int32_t)y, true};
}

/* A triangle at the point where the outline of the first part that has one begins. */
static void add_speck(struct composer *font, const struct font_composite *glyph,
                      const uint16_t *new_gid)
{
    struct buf *glyf = &font->tables[GLYF];
    struct point at = {0};
    for (uint32_t i = 0; i < glyph->count && !at.found; i++) {
        hb_font_get_glyph_shape(font->font, new_gid[glyph->parts[i].gid], font->pen, &at);
        at.x += glyph->parts[i].x;
        at.y += glyph->parts[i].y;
    }
    put16(&font->tables[HMTX], glyph->advance);
    put16(&font->tables[HMTX], at.found ? at.x : 0);
    if (!at.found)
        return;
    const int32_t numbers[] = {1, at.x, at.y, at.x + SPECK, at.y + SPECK, 2, 0};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        put16(glyf, numbers[i]);
    /* On the curve all: the first by words; one to the right, one up and back, by bytes. */
    buf_put(glyf, "\x01\x33\x27", 3);
    put16(glyf, at.x);
    buf_put(glyf, (const char[]){SPECK, SPECK}, 2);
    put16(glyf, at.y);
    buf_put_char(glyf, SPECK);
}

/* Appends a glyph to 'glyf' and its widths to 'hmtx'; one without outlines is empty. */
static void add_glyph(struct composer *font, const struct font_composite *glyph,
                      const uint16_t *new_gid)
{
    struct buf *glyf = &font->tables[GLYF], *maxp = &font->tables[MAXP];
    struct outline whole = {0}, outline;
    uint32_t parts = 0;
    size_t start = glyf->len, flags = 0;
    for (uint32_t i = 0; i < glyph->count; i++) {
        const struct font_part *part = &glyph->parts[i];
        if (!outline_of(font, new_gid[part->gid], &outline))
            continue;
        if (parts == 0)
            buf_put(glyf, "\xff\xff\0\0\0\0\0\0\0\0", 10);
        else
            set16(glyf, flags, ARGS_ARE_WORDS | ARGS_ARE_XY | MORE_PARTS);
        flags = glyf->len;
        put16(glyf, ARGS_ARE_WORDS | ARGS_ARE_XY);
        put16(glyf, new_gid[part->gid]);
        put16(glyf, part->x);
        put16(glyf, part->y);
        join_boxes(whole.box, outline.box, part, parts++ == 0);
        whole.points += outline.points;
        whole.contours += outline.contours;
    }
    for (size_t i = 0; i < 4 && parts > 0; i++)
        set16(glyf, start + 2 + i * 2, (uint32_t)whole.box[i]);
    put16(&font->tables[HMTX], glyph->advance);
    put16(&font->tables[HMTX], whole.box[0]);
    raise16(maxp, 10, whole.points);
    raise16(maxp, 12, whole.contours);
    raise16(maxp, 28, parts);
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

hb_blob_t *font_compose(hb_face_t *subset, const uint16_t *new_gid,
                        const struct font_composite *glyphs, uint32_t count, uint32_t *first)
{
    struct composer font = {0};
    hb_blob_t *whole = NULL;
    if (open_tables(&font, subset) && font.glyphs + count <= 0xffff) {
        font.ends = mem_calloc(count, sizeof *font.ends);
        font.tables[GLYF].len = offset_of(&font, font.glyphs);
        spread_widths(&font);
        font.font = hb_font_create(subset);
        font.pen = hb_draw_funcs_create();
        hb_draw_funcs_set_move_to_func(font.pen, first_point, NULL, NULL);
        for (uint32_t i = 0; i < count; i++) {
            if (glyphs[i].speck)
                add_speck(&font, &glyphs[i], new_gid);
            else
                add_glyph(&font, &glyphs[i], new_gid);
            font.ends[i] = (uint32_t)font.tables[GLYF].len;
        }
        write_offsets(&font, count);
        set16(&font.tables[MAXP], 4, font.glyphs + count);
        set16(&font.tables[MAXP], 30, get16(&font.tables[MAXP], 30) + 1);
        set16(&font.tables[HHEA], 34, font.glyphs + count);
        *first = font.glyphs;
        whole = write_tables(&font);
    }
    for (int i = 0; i < TABLES; i++)
        buf_free(&font.tables[i]);
    hb_draw_funcs_destroy(font.pen);
    hb_font_destroy(font.font);
    mem_free(font.ends);
    return whole;
}
