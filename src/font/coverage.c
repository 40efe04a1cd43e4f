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

bool font_family_has_signs(const struct font_family *family)
{
    return lists_script(family, "Zsym") || lists_script(family, "Zmth") ||
           lists_script(family, "Zsye");
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

/* The signs of East Asian text: punctuation, enclosed letters and units, wide Latin letters. */
static bool is_wide_sign(uint32_t c)
{
    return (c >= 0x2ff0 && c <= 0x303f) || (c >= 0x3190 && c <= 0x33ff) ||
           (c >= 0xfe30 && c <= 0xfe4f) || (c >= 0xff00 && c <= 0xffef);
}

/* The script whose fonts are likely to have the character. Common characters, such as the danda or
 * the Arabic comma, have the script of most of their block: of the nearest neighbour that has one;
 * but arrows and other signs have fonts of their own. */
static void likely_script(uint32_t c, char out[5])
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    hb_script_t script = hb_unicode_script(unicode, c);
    if (is_wide_sign(c) && (!is_specific(script) || script == HB_SCRIPT_LATIN))
        script = HB_SCRIPT_HAN;
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

/* How much of a language tag (BCP 47) a prefix of whole subtags takes: its length; 0: not that. */
static size_t begins_tag(struct slice tag, struct slice prefix)
{
    if (prefix.len > tag.len || (prefix.len < tag.len && tag.ptr[prefix.len] != '-'))
        return 0;
    tag.len = prefix.len;
    return slice_equal_nocase(tag, prefix) ? prefix.len : 0;
}

static unsigned find_preference(const struct font_set *set, struct slice lang)
{
    size_t longest = 0;
    unsigned preference = 0;
    for (uint32_t i = 0; i < set->family_count; i++) {
        struct slice rest = slice_from(set->families[i].languages);
        while (rest.len > 0) {
            size_t len = begins_tag(lang, slice_take(&rest, ' '));
            if (len > longest)
                preference = set->families[i].preference;
            longest = len > longest ? len : longest;
        }
    }
    return preference;
}

/* The preference of a language; a paragraph asks for the same one many times. */
static unsigned preference_of(struct font_set *set, const char *lang)
{
    if (!lang || strlen(lang) >= sizeof set->asked_language)
        return 0;
    if (strcmp(lang, set->asked_language) != 0) {
        set->asked_preference = find_preference(set, slice_from(lang));
        memcpy(set->asked_language, lang, strlen(lang) + 1);
    }
    return set->asked_preference;
}

/* NULL: none. */
static const struct font_family *preferred_family(const struct font_set *set, unsigned preference)
{
    for (uint32_t i = 0; preference > 0 && i < set->family_count; i++)
        if (set->families[i].preference == preference)
            return &set->families[i];
    return NULL;
}

/* What is asked for: a cluster in a style, and the family that its language prefers. */
struct wish {
    unsigned style, preference;
    struct slice cluster;
};

static uint16_t try_wish(struct font_set *set, const struct font_family *family,
                         const struct wish *wish, bool thorough)
{
    return try_family(set, family, wish->style, wish->cluster, thorough);
}

/* A sign and the key around it (UTS #51): in a face that does not make one sign of both, the key
 * hides what is on it. */
static bool is_keycap(struct slice cluster)
{
    return cluster.len > 3 && memcmp(cluster.ptr + cluster.len - 3, "\xe2\x83\xa3", 3) == 0;
}

/* Fallbacks are opened one after the other until one has the cluster: the language's, those that
 * declare its script, then those of symbols, and only for what nobody should have all others. */
static uint16_t try_fallbacks(struct font_set *set, const struct wish *wish)
{
    char script[5];
    size_t at = 0;
    const struct font_family *preferred = preferred_family(set, wish->preference);
    uint16_t face = preferred ? try_wish(set, preferred, wish, false) : (uint16_t)FONT_FACE_NONE;
    likely_script(utf8_next(wish->cluster, &at), script);
    if (is_keycap(wish->cluster))
        memcpy(script, "Zsye", 5);
    for (int pass = 0; pass < 3 && face == FONT_FACE_NONE; pass++) {
        for (uint32_t i = 0; i < set->family_count && face == FONT_FACE_NONE; i++) {
            const struct font_family *family = &set->families[i];
            if (pass < 2 &&
                !(pass == 0 ? lists_script(family, script) : font_family_has_signs(family)))
                continue;
            face = try_wish(set, family, wish, pass == 2);
        }
    }
    return face;
}

/* Punctuation that Chinese, Japanese and Korean share with other scripts, and set as wide as their
 * letters or in another place (UAX #11: East Asian Width A). */
static bool is_shared_punctuation(uint32_t c)
{
    return c == 0xb7 || c == 0x2014 || c == 0x2015 || c == 0x2018 || c == 0x2019 || c == 0x201c ||
           c == 0x201d || c == 0x2025 || c == 0x2026 || c == 0x2027;
}

/* True if the language's own family goes before the style's: for quotation marks, dots and dashes
 * beside Han letters, unless these stand in a face of the theme. */
static bool prefers_own(struct font_set *set, const struct font_family *own,
                        const struct wish *wish)
{
    size_t at = 0;
    const struct font_family *preferred = preferred_family(set, wish->preference);
    return preferred && lists_script(preferred, "Hani") && !(wish->style & FONT_MONO) &&
           is_shared_punctuation(utf8_next(wish->cluster, &at)) &&
           try_family(set, own, wish->style, SLICE_LIT("\xe4\xb8\x80"), false) == FONT_FACE_NONE;
}

/* A cluster of nothing but ignorables takes the style's own face. */
static uint16_t search(struct font_set *set, const struct wish *wish)
{
    const struct font_family *own = wish->style & FONT_MONO ? &set->families[set->mono_family]
                                    : set->has_theme        ? &set->theme
                                                            : &set->families[0];
    uint16_t face = FONT_FACE_NONE;
    if (prefers_own(set, own, wish))
        face = try_wish(set, preferred_family(set, wish->preference), wish, false);
    if (face == FONT_FACE_NONE)
        face = try_wish(set, own, wish, false);
    if (face == FONT_FACE_NONE && wish->style & FONT_MONO && set->has_theme)
        face = try_wish(set, &set->theme, wish, true);
    if (face == FONT_FACE_NONE && own != &set->families[0])
        face = try_wish(set, &set->families[0], wish, false);
    return face == FONT_FACE_NONE ? try_fallbacks(set, wish) : face;
}

static uint16_t *page_of(struct font_set *set, const struct wish *wish, uint32_t c)
{
    struct font_coverage **coverage = &set->coverage[wish->preference][wish->style];
    if (!*coverage)
        *coverage = ARENA_NEW(&set->coverage_arena, struct font_coverage);
    uint16_t ***plane = &(*coverage)->planes[c / PLANE];
    if (!*plane)
        *plane = ARENA_ARRAY(&set->coverage_arena, PLANE / COVERAGE_PAGE, uint16_t *);
    uint16_t **page = &(*plane)[c % PLANE / COVERAGE_PAGE];
    if (!*page) {
        *page = ARENA_ARRAY(&set->coverage_arena, COVERAGE_PAGE, uint16_t);
        for (uint32_t i = 0; i < COVERAGE_PAGE; i++)
            (*page)[i] = NOT_ASKED;
    }
    return *page;
}

static uint16_t face_for_sequence(struct font_set *set, const struct wish *wish)
{
    char key[CLUSTER_MOST + 1];
    if (wish->cluster.len > CLUSTER_MOST)
        return search(set, wish);
    key[0] = (char)(wish->preference * 8 + wish->style);
    memcpy(key + 1, wish->cluster.ptr, wish->cluster.len);
    struct slice look = {key, wish->cluster.len + 1};
    uint16_t *known = map_get(&set->clusters, look);
    if (!known) {
        known = arena_alloc(&set->coverage_arena, sizeof *known);
        *known = search(set, wish);
        map_put(&set->clusters, arena_copy(&set->coverage_arena, look), known);
    }
    return *known;
}

uint16_t font_face_for(struct font_set *set, unsigned style, const char *lang, struct slice cluster)
{
    size_t at = 0;
    struct wish wish = {style & (FONT_BOLD | FONT_ITALIC | FONT_MONO), 0, cluster};
    if (cluster.len == 0)
        return search(set, &wish);
    uint32_t c = (unsigned char)cluster.ptr[0];
    if (c < 0x80) {
        at = 1;
    } else {
        c = utf8_next(cluster, &at);
        wish.preference = preference_of(set, lang);
    }
    if (at < cluster.len)
        return face_for_sequence(set, &wish);
    uint16_t *face = &page_of(set, &wish, c)[c % COVERAGE_PAGE];
    if (*face == NOT_ASKED)
        *face = search(set, &wish);
    return *face;
}

static const char *lacking_package(struct font_set *set, const struct font_family *family)
{
    uint16_t face = family->faces[FONT_REGULAR];
    return font_face_open(set, face) ? NULL : set->faces[face].package;
}

const char *font_package_for(struct font_set *set, const char *lang, uint32_t c)
{
    char script[5];
    const struct font_family *preferred = preferred_family(set, preference_of(set, lang));
    const char *package = NULL;
    likely_script(c, script);
    bool sign = strcmp(script, "Zsym") == 0;
    if (preferred && lists_script(preferred, script))
        package = lacking_package(set, preferred);
    for (uint32_t i = 0; i < set->family_count && !package; i++) {
        const struct font_family *family = &set->families[i];
        if (sign ? font_family_has_signs(family) : lists_script(family, script))
            package = lacking_package(set, family);
    }
    return package;
}
