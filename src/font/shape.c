#include "font/shape.h"

#include <assert.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "font/face.h"

/* The cache is emptied by font_shapes_trim when it holds more than this. */
#define SHAPES_MOST ((size_t)8 * 1024 * 1024)

/* More pairs of script and language than this are shaped without the language. */
#define LOCALES_MOST 1024u

struct shape_entry {
    uint64_t hash;
    const char *text; /* NULL: free */
    uint32_t len;
    uint16_t face, locale; /* (locale * 2 + rtl) * 2 + figures */
    struct font_shape shape;
};

void font_shapes_clear(struct font_set *set)
{
    arena_free(&set->shapes.arena);
    mem_free(set->shapes.entries);
    set->shapes = (struct shape_cache){0};
}

void font_shapes_trim(struct font_set *set)
{
    if (set->shapes.bytes + set->shapes.cap * sizeof *set->shapes.entries > SHAPES_MOST)
        font_shapes_clear(set);
}

/* script: of four letters */
static bool is_locale(const struct font_locale *locale, const char *script, const char *lang)
{
    return memcmp(locale->script, script, 4) == 0 && strcmp(locale->lang, lang) == 0;
}

size_t font_locale(struct font_set *set, const char *script, const char *lang)
{
    if (!(script[0] && script[1] && script[2] && script[3]) || script[4])
        script = "Zyyy";
    if (!lang)
        lang = "";
    if (set->last_locale < set->locale_count &&
        is_locale(&set->locales[set->last_locale], script, lang))
        return set->last_locale;
    size_t i = 0;
    while (i < set->locale_count && !is_locale(&set->locales[i], script, lang))
        i++;
    if (i == set->locale_count && i >= LOCALES_MOST && lang[0])
        return font_locale(set, script, "");
    if (i == set->locale_count) {
        struct font_locale *locale = MEM_PUSH(set->locales, set->locale_count, set->locale_cap);
        memcpy(locale->script, script, 5);
        locale->lang = arena_string(&set->arena, slice_from(lang));
        locale->hb_script = hb_script_from_iso15924_tag(hb_tag_from_string(script, 4));
        locale->hb_lang = lang[0] ? hb_language_from_string(lang, -1) : HB_LANGUAGE_INVALID;
    }
    set->last_locale = i;
    return i;
}

#define SHORT_BYTES 8u

/* The bytes of a text of at most SHORT_BYTES; each has a place of its own in it. */
static uint64_t short_word(struct slice text)
{
    const unsigned char *bytes = (const unsigned char *)text.ptr;
    uint32_t first, last;
    if (text.len < 4)
        return bytes[0] | (uint32_t)bytes[text.len / 2] << 8 | (uint32_t)bytes[text.len - 1] << 16;
    memcpy(&first, bytes, 4);
    memcpy(&last, bytes + text.len - 4, 4);
    return first | (uint64_t)last << 32;
}

/* Eight bytes at a time; the table is small and the keys are words. Each step can be undone, so
 * that two short texts of one length and seed have the same hash only if they are the same. */
static uint64_t hash_word(struct slice text, uint64_t seed)
{
    uint64_t hash = (seed ^ text.len) * 0x9e3779b97f4a7c15u, part = 0;
    for (; text.len > SHORT_BYTES; text.ptr += sizeof part, text.len -= sizeof part) {
        memcpy(&part, text.ptr, sizeof part);
        hash = (hash ^ part) * 0xff51afd7ed558ccdu;
        hash ^= hash >> 32;
    }
    hash = (hash ^ short_word(text)) * 0xff51afd7ed558ccdu;
    return hash ^ hash >> 32;
}

static inline bool same_entry(const struct shape_entry *a, const struct shape_entry *b)
{
    return a->hash == b->hash && a->len == b->len && a->face == b->face && a->locale == b->locale &&
           (a->len <= SHORT_BYTES || memcmp(a->text, b->text, a->len) == 0);
}

static struct shape_entry *find_entry(const struct shape_cache *cache,
                                      const struct shape_entry *key)
{
    size_t at = (size_t)key->hash & (cache->cap - 1);
    while (cache->entries[at].text && !same_entry(&cache->entries[at], key))
        at = (at + 1) & (cache->cap - 1);
    return &cache->entries[at];
}

static void grow_cache(struct shape_cache *cache)
{
    struct shape_cache old = *cache;
    cache->cap = old.cap ? old.cap * 2 : 1024;
    cache->entries = mem_calloc(cache->cap, sizeof *cache->entries);
    for (size_t i = 0; i < old.cap; i++)
        if (old.entries[i].text)
            *find_entry(cache, &old.entries[i]) = old.entries[i];
    mem_free(old.entries);
}

static int16_t narrow(hb_position_t value)
{
    return (int16_t)(value > INT16_MAX ? INT16_MAX : value < INT16_MIN ? INT16_MIN : value);
}

/* A control or separator character that the layout left in has no width, a tab that of a space. */
static void hide_control(struct font_face *face, struct slice text, struct font_glyph *glyph)
{
    hb_codepoint_t space = 0;
    size_t at = glyph->cluster;
    uint32_t c = utf8_next(text, &at);
    if (!(c < 0x20 || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xfffc) ||
        !hb_font_get_nominal_glyph(face->font, ' ', &space))
        return;
    glyph->gid = (uint16_t)space;
    glyph->advance = c == '\t' ? narrow(hb_font_get_glyph_h_advance(face->font, space)) : 0;
}

/* Writes count glyphs from the buffer at index from. */
static void copy_glyphs(const hb_glyph_info_t *infos, const hb_glyph_position_t *places,
                        unsigned count, struct font_glyph *out)
{
    for (unsigned i = 0; i < count; i++) {
        out[i].gid = (uint16_t)infos[i].codepoint;
        out[i].advance = narrow(places[i].x_advance);
        out[i].x_offset = narrow(places[i].x_offset);
        out[i].y_offset = narrow(places[i].y_offset);
        out[i].cluster = infos[i].cluster;
    }
}

/* HarfBuzz gives right-to-left runs from left to right: the clusters are turned round, the glyphs
 * inside each stay. */
static void copy_reversed(const hb_glyph_info_t *infos, const hb_glyph_position_t *places,
                          unsigned count, struct font_glyph *out)
{
    for (unsigned end = count; end > 0;) {
        unsigned start = end - 1;
        while (start > 0 && infos[start - 1].cluster == infos[end - 1].cluster)
            start--;
        copy_glyphs(infos + start, places + start, end - start, out);
        out += end - start;
        end = start;
    }
}

/* A text without digits is the same in both kinds, so HarfBuzz is not asked for either. */
static void shape_figures(hb_font_t *font, hb_buffer_t *buffer, struct slice text,
                          enum font_figures figures)
{
    static const hb_feature_t features[] = {
        [FONT_PROPORTIONAL] = {HB_TAG('p', 'n', 'u', 'm'), 1, 0, HB_FEATURE_GLOBAL_END},
        [FONT_TABULAR] = {HB_TAG('t', 'n', 'u', 'm'), 1, 0, HB_FEATURE_GLOBAL_END}};
    bool digits = false;
    for (size_t i = 0; i < text.len && !digits; i++)
        digits = ascii_is_digit(text.ptr[i]);
    hb_shape(font, buffer, digits ? &features[figures] : NULL, digits);
}

static void shape_text(struct font_set *set, struct font_face *face, struct slice text, bool rtl,
                       const struct font_locale *locale, enum font_figures figures,
                       struct font_shape *out)
{
    if (!set->buffer) {
        set->buffer = hb_buffer_create();
        hb_buffer_set_cluster_level(set->buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
    }
    hb_buffer_t *buffer = set->buffer;
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_BOT | HB_BUFFER_FLAG_EOT |
                                    HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_add_utf8(buffer, text.ptr, (int)text.len, 0, (int)text.len);
    hb_buffer_set_direction(buffer, rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, locale->hb_script);
    hb_buffer_set_language(buffer, locale->hb_lang);
    shape_figures(face->font, buffer, text, figures);
    if (!hb_buffer_allocation_successful(buffer))
        mem_exhausted();
    unsigned count = hb_buffer_get_length(buffer);
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, NULL);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(buffer, NULL);
    struct font_glyph *glyphs = ARENA_ARRAY(&set->shapes.arena, count, struct font_glyph);
    set->shapes.bytes += count * sizeof *glyphs;
    if (rtl)
        copy_reversed(infos, places, count, glyphs);
    else
        copy_glyphs(infos, places, count, glyphs);
    *out = (struct font_shape){glyphs, count, 0, false};
    for (unsigned i = 0; i < count; i++) {
        if (glyphs[i].gid == 0)
            hide_control(face, text, &glyphs[i]);
        out->advance += glyphs[i].advance;
        out->rises = out->rises || glyphs[i].y_offset != 0;
    }
}

struct font_shape font_shape(struct font_set *set, uint16_t number, struct slice text, bool rtl,
                             size_t locale, enum font_figures figures)
{
    struct font_shape none = {NULL, 0, 0, false};
    struct font_face *face = font_face_get(set, number);
    if (!face || text.len == 0 || text.len > INT32_MAX)
        return none;
    struct shape_cache *cache = &set->shapes;
    struct shape_entry key = {.text = text.ptr, .len = (uint32_t)text.len, .face = number};
    key.locale = (uint16_t)((locale * 2 + rtl) * 2 + figures);
    key.hash = hash_word(text, (uint64_t)number << 16 | key.locale);
    if (cache->count * 4 >= cache->cap * 3)
        grow_cache(cache);
    struct shape_entry *entry = find_entry(cache, &key);
    if (entry->text)
        return entry->shape;
    shape_text(set, face, text, rtl, &set->locales[locale], figures, &key.shape);
    key.text = arena_copy(&cache->arena, text).ptr;
    cache->bytes += text.len;
    cache->count++;
    *entry = key;
    return key.shape;
}

void font_shape_ink(struct font_set *set, uint16_t number, const struct font_glyph *glyphs,
                    uint32_t count, int32_t *top, int32_t *bottom)
{
    struct font_face *face = font_face_open(set, number);
    for (uint32_t i = 0; face && i < count; i++) {
        hb_glyph_extents_t box;
        if (!hb_font_get_glyph_extents(face->font, glyphs[i].gid, &box))
            continue;
        int32_t upper = glyphs[i].y_offset + box.y_bearing, lower = upper + box.height;
        *top = upper > *top ? upper : *top;
        *bottom = lower < *bottom ? lower : *bottom;
    }
}
