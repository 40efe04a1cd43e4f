#include "font/metrics.h"

#include <hb-ot.h>
#include <string.h>

#include "font/coverage.h"
#include "font/face.h"

static int16_t signed_at(const uint8_t *bytes)
{
    return (int16_t)(bytes[0] << 8 | bytes[1]);
}

/* head: the bounding box; post: the angle, a 16.16 number. */
static void read_tables(const struct font_face *face, struct font_metrics *metrics)
{
    uint8_t box[8] = {0}, angle[4] = {0}, any;
    font_face_read(face, "head", 36, box, sizeof box);
    font_face_read(face, "post", 4, angle, sizeof angle);
    for (int i = 0; i < 4; i++)
        metrics->bounding_box[i] = signed_at(box + 2 * i);
    metrics->italic_angle = signed_at(angle) * 64 + angle[2] / 4; /* of 1/65536 */
    metrics->cff = font_face_read(face, "CFF ", 0, &any, 1);
}

static int32_t measure(const struct font_face *face, hb_ot_metrics_tag_t tag, int32_t otherwise)
{
    hb_position_t value;
    return hb_ot_metrics_get_position(face->font, tag, &value) ? value : otherwise;
}

/* A face's ascender and descender hold its tallest stack of letters and its deepest, which hardly
 * ever meet: this share of their distance is what its lines need as a rule. */
#define LINE_SHARE 2 / 3

/* A sign in a text is no reason to part its lines. */
static bool is_of_signs(const struct font_set *set, uint16_t number)
{
    for (uint32_t i = 0; i < set->family_count; i++)
        if (set->families[i].name == set->faces[number].family)
            return font_family_has_signs(&set->families[i]);
    return false;
}

/* ISO 32000-1, 7.3.5 allows more, but a PostScript name is printable ASCII without delimiters. */
static const char *read_name(struct arena *arena, const struct font_face *face)
{
    char name[128] = "";
    unsigned len = sizeof name;
    hb_ot_name_get_utf8(face->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &len, name);
    char *to = name;
    for (const char *from = name; *from; from++)
        if (*from > ' ' && *from < 0x7f && !strchr("()<>[]{}/%#", *from))
            *to++ = *from;
    *to = '\0';
    return arena_string(arena, slice_from(name[0] ? name : "Unnamed"));
}

const struct font_metrics *font_metrics_get(struct font_set *set, uint16_t number)
{
    struct font_face *face = font_face_open(set, number);
    if (!face)
        return NULL;
    if (face->metrics)
        return face->metrics;
    bool theme = number >= set->face_count - FONT_STYLES;
    struct arena *arena = theme ? &set->theme_arena : &set->arena;
    struct font_metrics *metrics = face->metrics = ARENA_NEW(arena, struct font_metrics);
    int32_t em = metrics->units_per_em = (int32_t)hb_face_get_upem(face->face);
    metrics->ascender = measure(face, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, em * 4 / 5);
    metrics->descender = measure(face, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -em / 5);
    if (!is_of_signs(set, number))
        metrics->line_height = (metrics->ascender - metrics->descender) * LINE_SHARE;
    metrics->x_height = measure(face, HB_OT_METRICS_TAG_X_HEIGHT, em / 2);
    metrics->cap_height = measure(face, HB_OT_METRICS_TAG_CAP_HEIGHT, em * 7 / 10);
    metrics->underline_position = measure(face, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, -em / 10);
    metrics->underline_thickness = measure(face, HB_OT_METRICS_TAG_UNDERLINE_SIZE, em / 20);
    read_tables(face, metrics);
    metrics->postscript_name = read_name(arena, face);
    metrics->family = face->family;
    metrics->path = face->path;
    return metrics;
}

int32_t font_glyph_advance(struct font_set *set, uint16_t number, uint16_t gid)
{
    struct font_face *face = font_face_open(set, number);
    return face ? hb_font_get_glyph_h_advance(face->font, gid) : 0;
}

int32_t font_glyph_middle(struct font_set *set, uint16_t number, uint16_t gid)
{
    struct font_face *face = font_face_open(set, number);
    hb_glyph_extents_t extents;
    if (!face || !hb_font_get_glyph_extents(face->font, gid, &extents))
        return 0;
    return extents.y_bearing + extents.height / 2; /* the height of an outline is negative */
}

bool font_glyph_on_line(struct font_set *set, uint16_t number, uint16_t gid)
{
    struct font_face *face = font_face_open(set, number);
    hb_glyph_extents_t box;
    int32_t em = face ? (int32_t)hb_face_get_upem(face->face) : 0;
    return face && hb_font_get_glyph_extents(face->font, gid, &box) && box.y_bearing >= em / 50 &&
           box.y_bearing + box.height <= em / 100;
}

enum font_ink font_glyph_ink(struct font_set *set, uint16_t number, uint16_t gid)
{
    struct font_face *face = font_face_open(set, number);
    hb_glyph_extents_t box;
    int32_t em = face ? (int32_t)hb_face_get_upem(face->face) : 0;
    if (!face || hb_font_get_glyph_h_advance(face->font, gid) != em ||
        !hb_font_get_glyph_extents(face->font, gid, &box) || box.width == 0)
        return FONT_INK_OTHER;
    if (box.x_bearing + box.width <= em / 2)
        return FONT_INK_LEFT;
    if (box.x_bearing >= em / 2)
        return FONT_INK_RIGHT;
    bool middle = box.x_bearing >= em / 4 && box.x_bearing + box.width <= em - em / 4;
    return middle ? FONT_INK_MIDDLE : FONT_INK_OTHER;
}

uint32_t font_glyph_count(struct font_set *set, uint16_t number)
{
    struct font_face *face = font_face_open(set, number);
    return face ? hb_face_get_glyph_count(face->face) : 0;
}

bool font_is_mark(uint32_t character)
{
    return hb_unicode_general_category(hb_unicode_funcs_get_default(), character) ==
           HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK;
}
