#include "pdf/font/embed.h"

#include "base/buf.h"
#include "base/hash.h"
#include "pdf/file/syntax.h"

static int64_t per_mille(int64_t units, const struct font_metrics *metrics)
{
    int64_t per_em = metrics->units_per_em > 0 ? metrics->units_per_em : 1000;
    int64_t scaled = units * 2000 + (units < 0 ? -per_em : per_em);
    return scaled / (2 * per_em);
}

/* "ABCDEF+NotoSans": the tag tells subsets apart (9.6.4), by what they hold. */
static const char *subset_name(struct pdf_fonts *fonts, const struct face_use *face,
                               const struct font_metrics *metrics)
{
    char tag[7] = {0};
    uint64_t hash = hash_bytes(HASH_SEED, face->used, face->glyph_count * sizeof *face->used);
    for (int i = 0; i < 6; i++) {
        tag[i] = (char)('A' + hash % 26);
        hash /= 26;
    }
    return arena_format(&fonts->arena, "%s+%s", tag, metrics->postscript_name);
}

static uint32_t write_file(const struct face_use *face, struct haru *haru)
{
    struct buf entries = {0};
    if (face->subset.cff)
        buf_put_string(&entries, "/Subtype/CIDFontType0C");
    else
        buf_format(&entries, "/Length1 %zu", face->subset.data.len);
    uint32_t number =
        haru_add_stream(haru, buf_slice(&entries), buf_slice(&face->subset.data), HARU_DEFLATE);
    buf_free(&entries);
    return number;
}

static void put_metric(struct buf *out, const char *key, int64_t units,
                       const struct font_metrics *metrics)
{
    buf_put_string(out, key);
    buf_put_int(out, per_mille(units, metrics));
}

/* Flags (table 123): symbolic, as Identity-H needs; italic where the face leans. */
static uint32_t write_descriptor(const struct face_use *face, const char *name,
                                 const struct font_metrics *metrics, struct haru *haru)
{
    struct buf body = {0};
    uint32_t file = write_file(face, haru);
    buf_put_string(&body, "/Type/FontDescriptor/FontName");
    pdf_put_name(&body, name);
    buf_put_string(&body, metrics->italic_angle ? "/Flags 68" : "/Flags 4");
    buf_put_string(&body, "/FontBBox[");
    for (int i = 0; i < 4; i++) {
        buf_put_int(&body, per_mille(metrics->bounding_box[i], metrics));
        buf_put_char(&body, ' ');
    }
    buf_put_string(&body, "]/ItalicAngle ");
    buf_put_fixed(&body, metrics->italic_angle, 64, 2);
    put_metric(&body, "/Ascent ", metrics->ascender, metrics);
    put_metric(&body, "/Descent ", metrics->descender, metrics);
    put_metric(&body, "/CapHeight ", metrics->cap_height, metrics);
    buf_put_string(&body, "/StemV 80");
    buf_put_string(&body, face->subset.cff ? "/FontFile3 " : "/FontFile2 ");
    pdf_put_ref(&body, file);
    return haru_add(haru, &body);
}

/* Moves *glyph on to the next that is shown, made ones behind the others; false: there is none. */
static bool next_shown(const struct face_use *face, uint32_t *glyph)
{
    while (font_next_used(face->used, face->glyph_count, glyph)) {
        if (face->map[*glyph] != 0)
            return true;
        ++*glyph;
    }
    return *glyph < face->glyph_count + face->made_count;
}

/* All glyphs that are shown in the order of their codes, glyph 0 first. The closure of composite
 * glyphs and parts that are never shown alone leave gaps between the codes. */
static const uint32_t *list_glyphs(struct pdf_fonts *fonts, const struct face_use *face,
                                   uint32_t *count)
{
    uint32_t most = 0, n = 1;
    for (uint32_t i = 0; next_shown(face, &i); i++)
        if (face->subset.new_gid[i] > most)
            most = face->subset.new_gid[i];
    uint32_t *glyphs = ARENA_ARRAY(&fonts->arena, most + 1u, uint32_t);
    for (uint32_t i = 1; next_shown(face, &i); i++)
        glyphs[face->subset.new_gid[i]] = i;
    for (uint32_t code = 1; code <= most; code++)
        if (glyphs[code])
            glyphs[n++] = glyphs[code];
    *count = n;
    return glyphs;
}

/* Runs of widths (9.7.4.3); a new one after each gap. */
static void put_widths(struct buf *body, const struct face_use *face, const uint32_t *glyphs,
                       uint32_t count)
{
    const uint16_t *codes = face->subset.new_gid;
    buf_put_string(body, "/DW 0/W[");
    for (uint32_t i = 0; i < count; i++) {
        if (i == 0 || codes[glyphs[i]] != codes[glyphs[i - 1]] + 1) {
            buf_put_string(body, i == 0 ? "" : "]");
            buf_put_int(body, codes[glyphs[i]]);
            buf_put_char(body, '[');
        } else {
            buf_put_char(body, ' ');
        }
        buf_put_int(body, face->widths[glyphs[i]]);
    }
    buf_put_string(body, "]]");
}

static uint32_t write_descendant(const struct face_use *face, const char *name, uint32_t descriptor,
                                 const uint32_t *glyphs, uint32_t count, struct haru *haru)
{
    struct buf body = {0};
    buf_put_string(&body, "/Type/Font/Subtype/");
    buf_put_string(&body, face->subset.cff ? "CIDFontType0" : "CIDFontType2");
    buf_put_string(&body, "/BaseFont");
    pdf_put_name(&body, name);
    buf_put_string(&body, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>");
    pdf_entry_ref(&body, "/FontDescriptor ", descriptor);
    if (!face->subset.cff)
        buf_put_string(&body, "/CIDToGIDMap/Identity");
    put_widths(&body, face, glyphs, count);
    return haru_add(haru, &body);
}

static void put_utf16_hex(struct buf *out, uint32_t c)
{
    if (c > 0xffff) {
        buf_put_hex(out, 0xd800 + ((c - 0x10000) >> 10), 4);
        c = 0xdc00 + ((c - 0x10000) & 0x3ff);
    }
    buf_put_hex(out, c, 4);
}

static void put_glyph_text(struct buf *out, const struct pdf_fonts *fonts,
                           const struct face_use *face, uint32_t glyph)
{
    struct pdf_text text = pdf_fonts_text(fonts, face, glyph);
    if (text.count == 0)
        put_utf16_hex(out, MAP_NOTHING);
    for (uint32_t i = 0; i < text.count; i++)
        put_utf16_hex(out, text.points[i]);
}

/* 9.10.3: sections of at most 100 entries; code 0 is never shown. */
static uint32_t write_to_unicode(const struct pdf_fonts *fonts, const struct face_use *face,
                                 const uint32_t *glyphs, uint32_t count, struct haru *haru)
{
    struct buf map = {0};
    buf_put_string(&map, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                         "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
                         "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
                         "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
    for (uint32_t i = 1; i < count; i++) {
        if ((i - 1) % 100 == 0)
            buf_format(&map, "%s%u beginbfchar\n", i == 1 ? "" : "endbfchar\n",
                       count - i < 100 ? count - i : 100);
        buf_put_char(&map, '<');
        buf_put_hex(&map, face->subset.new_gid[glyphs[i]], 4);
        buf_put_string(&map, "><");
        put_glyph_text(&map, fonts, face, glyphs[i]);
        buf_put_string(&map, ">\n");
    }
    buf_put_string(&map, count > 1 ? "endbfchar\n" : "");
    buf_put_string(&map, "endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend");
    uint32_t number = haru_add_stream(haru, SLICE_EMPTY, buf_slice(&map), HARU_DEFLATE);
    buf_free(&map);
    return number;
}

static void write_font(struct pdf_fonts *fonts, struct face_use *face,
                       const struct font_metrics *metrics, struct haru *haru)
{
    uint32_t count;
    const char *name = subset_name(fonts, face, metrics);
    const uint32_t *glyphs = list_glyphs(fonts, face, &count);
    uint32_t descriptor = write_descriptor(face, name, metrics, haru);
    uint32_t descendant = write_descendant(face, name, descriptor, glyphs, count, haru);
    uint32_t to_unicode = write_to_unicode(fonts, face, glyphs, count, haru);
    struct buf body = {0};
    buf_put_string(&body, "/Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont");
    pdf_put_name(&body, name);
    pdf_entry_ref(&body, "/DescendantFonts[", descendant);
    pdf_entry_ref(&body, "]/ToUnicode ", to_unicode);
    face->object = haru_add(haru, &body);
}

static void measure(struct pdf_fonts *fonts, struct face_use *face, uint16_t number,
                    const struct font_metrics *metrics)
{
    face->widths = ARENA_ARRAY(&fonts->arena, face->glyph_count + face->made_count, uint16_t);
    for (uint32_t i = 0; font_next_used(face->used, face->glyph_count, &i); i++)
        face->widths[i] =
            (uint16_t)per_mille(font_glyph_advance(fonts->set, number, (uint16_t)i), metrics);
    for (uint32_t i = 0; i < face->made_count; i++)
        face->widths[face->glyph_count + i] =
            (uint16_t)per_mille(face->made[i].shape.advance, metrics);
}

static bool make_subset(struct pdf_fonts *fonts, struct face_use *face, uint16_t number)
{
    struct font_composite *made =
        ARENA_ARRAY(&fonts->arena, face->made_count + 1, struct font_composite);
    for (uint32_t i = 0; i < face->made_count; i++)
        made[i] = face->made[i].shape;
    return font_subset_make(fonts->set, number, face->used, face->glyph_count, made,
                            face->made_count, &face->subset);
}

const char *pdf_fonts_embed(struct pdf_fonts *fonts, struct haru *haru)
{
    for (uint32_t i = 0; i < fonts->face_count; i++) {
        struct face_use *face = &fonts->faces[i];
        if (!face->used)
            continue;
        const struct font_metrics *metrics = font_metrics_get(fonts->set, (uint16_t)i);
        if (!make_subset(fonts, face, (uint16_t)i))
            return metrics->postscript_name;
        measure(fonts, face, (uint16_t)i, metrics);
        write_font(fonts, face, metrics, haru);
    }
    return NULL;
}
