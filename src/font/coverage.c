#include "font/coverage.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "font/face.h"

#define NOT_ASKED 0xfffeu

/* Clusters longer than this are not remembered. */
#define CLUSTER_MOST 64u

void font_coverage_clear(struct font_set *set)
{
    map_free(&set->clusters);
    set->clusters = (struct map){0};
    arena_free(&set->coverage_arena);
    memset(set->coverage, 0, sizeof set->coverage);
}

/* Characters that need no glyph: default ignorables (Unicode 16, DerivedCoreProperties), and the
 * control and separator characters and the object mark that the layout takes out. */
static bool needs_no_glyph(uint32_t c)
{
    if (c < 0x300)
        return c < 0x20 || c == 0x7f || c == 0x85 || c == 0xad;
    if (c < 0x2000)
        return c == 0x34f || c == 0x61c || c == 0x115f || c == 0x1160 || c == 0x17b4 ||
               c == 0x17b5 || (c >= 0x180b && c <= 0x180f);
    if (c < 0xfe00)
        return (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
               (c >= 0x2060 && c <= 0x206f) || c == 0x3164;
    return c <= 0xfe0f || c == 0xfeff || c == 0xffa0 || (c >= 0xfff0 && c <= 0xfff8) ||
           c == 0xfffc || (c >= 0x1bca0 && c <= 0x1bca3) || (c >= 0x1d173 && c <= 0x1d17a) ||
           (c >= 0xe0000 && c <= 0xe0fff);
}

/* What HarfBuzz makes up when a font has no glyph for it: spaces of other widths from the space,
 * the no-break hyphen from the hyphen. */
static uint32_t stand_in(uint32_t c)
{
    if (c == 0xa0 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f || c == 0x3000)
        return ' ';
    return c == 0x2011 ? 0x2010 : 0;
}

static bool covers(struct font_face *face, struct slice cluster)
{
    for (size_t at = 0; at < cluster.len;) {
        hb_codepoint_t gid;
        uint32_t c = utf8_next(cluster, &at);
        if (needs_no_glyph(c) || hb_font_get_nominal_glyph(face->font, c, &gid))
            continue;
        uint32_t other = stand_in(c);
        if (other == 0 || !hb_font_get_nominal_glyph(face->font, other, &gid))
            return false;
    }
    return true;
}

/* By style: the family's faces in the order in which they suit it. */
static const unsigned orders[FONT_STYLES][FONT_STYLES] = {
    {FONT_REGULAR, FONT_BOLD, FONT_ITALIC, FONT_BOLD | FONT_ITALIC},
    {FONT_BOLD, FONT_REGULAR, FONT_BOLD | FONT_ITALIC, FONT_ITALIC},
    {FONT_ITALIC, FONT_REGULAR, FONT_BOLD | FONT_ITALIC, FONT_BOLD},
    {FONT_BOLD | FONT_ITALIC, FONT_BOLD, FONT_ITALIC, FONT_REGULAR}};

/* Faces of a family cover the same characters as a rule: only the best and the regular one are
 * opened, all of them when thorough. */
static uint16_t try_family(struct font_set *set, const struct font_family *family, unsigned style,
                           struct slice cluster, bool thorough)
{
    const unsigned *order = orders[style & 3];
    bool tried = false;
    for (int i = 0; i < FONT_STYLES; i++) {
        if (tried && order[i] != FONT_REGULAR && !thorough)
            continue;
        struct font_face *face = font_face_open(set, family->faces[order[i]]);
        if (face && covers(face, cluster))
            return family->faces[order[i]];
        tried = tried || face;
    }
    return FONT_FACE_NONE;
}

static bool lists_script(const struct font_family *family, const char script[5])
{
    return strstr(family->scripts, script) != NULL;
}

static bool is_specific(hb_script_t script)
{
    return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED &&
           script != HB_SCRIPT_UNKNOWN;
}

static bool is_symbol(hb_unicode_funcs_t *unicode, uint32_t c)
{
    hb_unicode_general_category_t category = hb_unicode_general_category(unicode, c);
    return category == HB_UNICODE_GENERAL_CATEGORY_MATH_SYMBOL ||
           category == HB_UNICODE_GENERAL_CATEGORY_OTHER_SYMBOL;
}

/* The script whose fonts are likely to have the character. Common characters, such as the danda or
 * the Arabic comma, have the script of most of their block: of the nearest neighbour that has one;
 * but arrows and other signs have fonts of their own. */
static void likely_script(uint32_t c, char out[5])
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    hb_script_t script = hb_unicode_script(unicode, c);
    if (!is_specific(script) && is_symbol(unicode, c)) {
        memcpy(out, "Zsym", 5);
        return;
    }
    for (uint32_t d = 1; !is_specific(script) && d < 0x80; d++) {
        if ((c ^ (c + d)) < 0x80)
            script = hb_unicode_script(unicode, c + d);
        if (!is_specific(script) && c >= d && (c ^ (c - d)) < 0x80)
            script = hb_unicode_script(unicode, c - d);
    }
    hb_tag_to_string(hb_script_to_iso15924_tag(script), out);
    out[4] = '\0';
}

/* Fallbacks are opened one after the other until one has the cluster: first those that declare its
 * script, then those of symbols, and only for what nobody should have all others. */
static uint16_t try_fallbacks(struct font_set *set, unsigned style, struct slice cluster)
{
    char script[5];
    size_t at = 0;
    likely_script(utf8_next(cluster, &at), script);
    for (int pass = 0; pass < 3; pass++) {
        for (uint32_t i = 0; i < set->family_count; i++) {
            const struct font_family *family = &set->families[i];
            bool symbols = lists_script(family, "Zsym") || lists_script(family, "Zmth");
            if (pass < 2 && !(pass == 0 ? lists_script(family, script) : symbols))
                continue;
            uint16_t face = try_family(set, family, style, cluster, pass == 2);
            if (face != FONT_FACE_NONE)
                return face;
        }
    }
    return FONT_FACE_NONE;
}

/* A cluster of nothing but ignorables takes the style's own face. */
static uint16_t search(struct font_set *set, unsigned style, struct slice cluster)
{
    const struct font_family *own = style & FONT_MONO ? &set->families[set->mono_family]
                                    : set->has_theme  ? &set->theme
                                                      : &set->families[0];
    uint16_t face = try_family(set, own, style, cluster, false);
    if (face == FONT_FACE_NONE && style & FONT_MONO && set->has_theme)
        face = try_family(set, &set->theme, style, cluster, true);
    if (face == FONT_FACE_NONE && own != &set->families[0])
        face = try_family(set, &set->families[0], style, cluster, false);
    return face == FONT_FACE_NONE ? try_fallbacks(set, style, cluster) : face;
}

static uint16_t *page_of(struct font_set *set, unsigned style, uint32_t c)
{
    struct font_coverage *coverage = set->coverage[style];
    if (!coverage)
        coverage = set->coverage[style] = ARENA_NEW(&set->coverage_arena, struct font_coverage);
    uint16_t **page = &coverage->pages[c / COVERAGE_PAGE];
    if (!*page) {
        *page = ARENA_ARRAY(&set->coverage_arena, COVERAGE_PAGE, uint16_t);
        for (uint32_t i = 0; i < COVERAGE_PAGE; i++)
            (*page)[i] = NOT_ASKED;
    }
    return *page;
}

static uint16_t face_for_sequence(struct font_set *set, unsigned style, struct slice cluster)
{
    char key[CLUSTER_MOST + 1];
    if (cluster.len > CLUSTER_MOST)
        return search(set, style, cluster);
    key[0] = (char)('0' + style);
    memcpy(key + 1, cluster.ptr, cluster.len);
    struct slice look = {key, cluster.len + 1};
    uint16_t *known = map_get(&set->clusters, look);
    if (!known) {
        known = arena_alloc(&set->coverage_arena, sizeof *known);
        *known = search(set, style, cluster);
        map_put(&set->clusters, arena_copy(&set->coverage_arena, look), known);
    }
    return *known;
}

uint16_t font_face_for(struct font_set *set, unsigned style, struct slice cluster)
{
    size_t at = 0;
    style &= FONT_BOLD | FONT_ITALIC | FONT_MONO;
    if (cluster.len == 0)
        return search(set, style, cluster);
    uint32_t c = (unsigned char)cluster.ptr[0];
    if (c < 0x80)
        at = 1;
    else
        c = utf8_next(cluster, &at);
    if (at < cluster.len)
        return face_for_sequence(set, style, cluster);
    uint16_t *face = &page_of(set, style, c)[c % COVERAGE_PAGE];
    if (*face == NOT_ASKED)
        *face = search(set, style, cluster);
    return *face;
}
