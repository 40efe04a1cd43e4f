#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <hb-ot.h>
#include <hb-subset.h>

#include "base/buf.h"
#include "font/cff.h"
#include "font/face.h"
#include "font/font.h"
#include "font/outline.h"

static struct font_set *new_set(void)
{
    return font_set_new(inputs_open(NULL, false));
}

static void free_set(struct font_set *set)
{
    struct inputs *inputs = set->inputs;
    font_set_free(set);
    inputs_close(inputs);
}

static int set_up(void **state)
{
    struct arena arena = {0};
    const char *places;
    *state = new_set();
    bool missing = font_set_is_missing(*state, &arena, &places);
    arena_free(&arena);
    return missing ? -1 : 0;
}

static int tear_down(void **state)
{
    free_set(*state);
    return 0;
}

static uint16_t face(struct font_set *set, unsigned style, const char *cluster)
{
    return font_face_for(set, style, NULL, slice_from(cluster));
}

static const char *name(struct font_set *set, unsigned style, const char *cluster)
{
    uint16_t number = face(set, style, cluster);
    return number == FONT_FACE_NONE ? "none" : font_metrics_get(set, number)->postscript_name;
}

/* Shapes in the face of the first cluster; checks what holds for every result. */
static struct font_shape shape(struct font_set *set, const char *first, const char *text, bool rtl,
                               const char *script, const char *lang)
{
    uint16_t number = face(set, 0, first);
    struct slice slice = slice_from(text);
    struct font_shape out =
        font_shape(set, number, slice, rtl, font_locale(set, script, lang), FONT_TABULAR);
    int32_t sum = 0;
    for (uint32_t i = 0; i < out.count; i++) {
        assert_true(out.glyphs[i].cluster < slice.len);
        assert_true(i == 0 || out.glyphs[i].cluster >= out.glyphs[i - 1].cluster);
        assert_true(out.glyphs[i].gid < font_glyph_count(set, number));
        sum += out.glyphs[i].advance;
    }
    assert_int_equal(sum, out.advance);
    return out;
}

static void faces_by_style(void **state)
{
    struct font_set *set = *state;
    assert_string_equal(name(set, FONT_REGULAR, "a"), "NotoSans-Regular");
    assert_string_equal(name(set, FONT_BOLD, "a"), "NotoSans-Bold");
    assert_string_equal(name(set, FONT_ITALIC, "\xc3\xa9"), "NotoSans-Italic");
    assert_string_equal(name(set, FONT_BOLD | FONT_ITALIC, "a"), "NotoSans-BoldItalic");
    assert_string_equal(name(set, FONT_MONO, "a"), "NotoSansMono-Regular");
    assert_string_equal(name(set, FONT_MONO | FONT_BOLD, "a"), "NotoSansMono-Bold");
    assert_string_equal(name(set, FONT_MONO | FONT_ITALIC, "a"), "NotoSansMono-Regular");
    assert_int_equal(face(set, 0, "a"), 0);
    assert_int_equal(face(set, 0, "ж"), 0);
    assert_int_equal(face(set, 0, "Ω"), 0);
    assert_null(font_metrics_get(set, FONT_FACE_NONE));
}

static void fallbacks(void **state)
{
    struct font_set *set = *state;
    assert_string_equal(name(set, 0, "ع"), "NotoSansArabic-Regular");
    assert_string_equal(name(set, FONT_BOLD, "ع"), "NotoSansArabic-Bold");
    /* Emphasis shows where a script has no italics. */
    assert_string_equal(name(set, FONT_ITALIC, "ע"), "NotoSansHebrew-Bold");
    assert_string_equal(name(set, 0, "\xd8\x8c"), "NotoSansArabic-Regular"); /* Arabic comma */
    assert_string_equal(name(set, 0, "ก"), "NotoSansThai-Regular");
    assert_string_equal(name(set, 0, "க"), "NotoSansTamil-Regular");
    assert_string_equal(name(set, 0, "ਪ"), "NotoSansGurmukhi-Regular");
    assert_string_equal(name(set, 0, "ગ"), "NotoSansGujarati-Regular");
    assert_string_equal(name(set, 0, "আ"), "NotoSansBengali-Regular");
    /* Marks of leaflets that Noto Sans lacks. */
    static const char *const marks[] = {"☐", "☑", "✓", "→", "≥", "⚠", "☎", "✉", "•", "½", "µ"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (face(set, 0, marks[i]) == FONT_FACE_NONE)
            fail_msg("no face for %s", marks[i]);
    /* Signs are as wide as they look, but in code. */
    assert_string_equal(name(set, 0, "→"), "NotoSansSymbols-Regular");
    assert_string_equal(name(set, FONT_BOLD, "↓"), "NotoSansSymbols-Bold");
    assert_string_equal(name(set, 0, "⇒"), "NotoSansMath-Regular");
    assert_string_equal(name(set, FONT_MONO, "→"), "NotoSansMono-Regular");
    assert_string_equal(name(set, 0, "1\xef\xb8\x8f\xe2\x83\xa3"), "NotoSansSymbols2-Regular");
    /* Code in another script, and code's own family first. */
    assert_string_equal(name(set, FONT_MONO, "ع"), "NotoSansArabic-Regular");
}

static const char *name_in(struct font_set *set, unsigned style, const char *lang,
                           const char *cluster)
{
    uint16_t number = font_face_for(set, style, lang, slice_from(cluster));
    return number == FONT_FACE_NONE ? "none" : font_metrics_get(set, number)->postscript_name;
}

static void faces_by_language(void **state)
{
    static const struct {
        const char *lang, *cluster, *face;
        unsigned style;
    } cases[] = {
        {"ur", "ع", "NotoNastaliqUrdu-Regular", 0},
        {"ur-PK", "ع", "NotoNastaliqUrdu-Bold", FONT_BOLD},
        {"UR", "۔", "NotoNastaliqUrdu-Regular", 0},
        {"pa-Arab", "ع", "NotoNastaliqUrdu-Regular", 0},
        {"pa", "ع", "NotoSansArabic-Regular", 0},
        {"ar", "ع", "NotoSansArabic-Regular", 0},
        {"ur", "a", "NotoSans-Regular", 0},
        {"urx", "ع", "NotoSansArabic-Regular", 0},
        {"zh", "骨", "NotoSansCJKsc-Regular", 0},
        {"zh-Hans", "骨", "NotoSansCJKsc-Bold", FONT_BOLD},
        {"zh-Hans", "骨", "NotoSansCJKsc-Bold", FONT_ITALIC},
        {"zh-Hant", "骨", "NotoSansCJKtc-Regular", 0},
        {"zh-TW", "骨", "NotoSansCJKtc-Regular", 0},
        {"zh-Hant-HK", "骨", "NotoSansCJKhk-Regular", 0},
        {"ja", "骨", "NotoSansCJKjp-Regular", 0},
        {"ko", "골", "NotoSansCJKkr-Regular", 0},
        {"en", "骨", "NotoSansCJKsc-Regular", 0},
        {"en", "か", "NotoSansCJKjp-Regular", 0},
        {"en", "골", "NotoSansCJKkr-Regular", 0},
        {"en", "。", "NotoSansCJKsc-Regular", 0},
        {"ja", "Ａ", "NotoSansCJKjp-Regular", 0},
        {"zh", "“", "NotoSansCJKsc-Regular", 0},
        {"en", "“", "NotoSans-Regular", 0},
        {"zh", "“", "NotoSansMono-Regular", FONT_MONO},
        {"zh", "5", "NotoSans-Regular", 0},
    };
    struct font_set *set = *state;
    if (strcmp(name(set, 0, "骨"), "none") == 0)
        skip(); /* fonts-noto-cjk is optional */
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(name_in(set, cases[i].style, cases[i].lang, cases[i].cluster),
                            cases[i].face);
}

static void packages_that_are_missing(void **state)
{
    struct font_set *set = new_set();
    (void)state;
    for (uint32_t i = 0; i < set->face_count; i++)
        if (set->faces[i].package && strcmp(set->faces[i].package, "fonts-noto-core") != 0)
            set->faces[i].state = FACE_MISSING;
    assert_int_equal(font_face_for(set, 0, "zh", SLICE_LIT("骨")), FONT_FACE_NONE);
    assert_string_equal(font_package_for(set, "zh", 0x9aa8), "fonts-noto-cjk");
    assert_string_equal(font_package_for(set, NULL, 0xace8), "fonts-noto-cjk");
    assert_string_equal(font_package_for(set, NULL, 0x1f600), "fonts-symbola");
    assert_null(font_package_for(set, NULL, 0x639)); /* Arabic: its face is there */
    assert_null(font_package_for(set, NULL, 0xe000));
    free_set(set);
}

/* Every file of the package is listed: what a leaflet of any script needs is known by name. */
static void letters_of_many_scripts(void **state)
{
    static const char *const letters[] = {"𐤀", "ᚠ",  "𐌰", "ꦄ", "ꯀ", "𑄇", "ᱚ", "ⴰ", "ߊ", "ꔀ", "ᨀ",
                                          "ᤀ", "ꀀ", "𞤀", "ꡀ", "ᜀ", "𒀀", "𓀀", "Ꭰ", "ᐁ", "ܐ", "ހ"};
    struct font_set *set = *state;
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (face(set, 0, letters[i]) == FONT_FACE_NONE)
            fail_msg("no face for %s", letters[i]);
}

static void clusters_need_one_face(void **state)
{
    struct font_set *set = *state;
    assert_string_equal(name(set, 0, "x\xcc\x84"), "NotoSans-Regular");
    assert_string_equal(name(set, 0, "ع\xd9\x8e"), "NotoSansArabic-Regular");
    assert_string_equal(name(set, 0, "क\xe0\xa5\x8dष"), "NotoSansDevanagari-Regular");
    /* Ignorable characters do not matter, and alone they have the style's own face. */
    assert_string_equal(name(set, 0, "ی\xe2\x80\x8c"), "NotoSansArabic-Regular");
    assert_string_equal(name(set, FONT_BOLD, "\xe2\x80\x8d"), "NotoSans-Bold");
    assert_string_equal(name(set, 0, "\xc2\xad"), "NotoSans-Regular");
    assert_string_equal(name(set, 0, "⚠\xef\xb8\x8f"), name(set, 0, "⚠"));
    /* Spaces of other widths and the no-break hyphen never leave the text face. */
    assert_int_equal(face(set, 0, "\xc2\xa0"), 0);
    assert_int_equal(face(set, 0, "\xe2\x80\xaf"), 0);
    assert_int_equal(face(set, 0, "\xe2\x80\x89"), 0);
    assert_int_equal(face(set, 0, "\xe2\x80\x91"), 0);
    /* What no face has. */
    assert_int_equal(face(set, 0, "a"), 0);
    assert_int_equal(face(set, 0, "🧼"), FONT_FACE_NONE);
    assert_int_equal(face(set, 0, "🧼\xe2\x80\x8d🧼"), FONT_FACE_NONE);
    assert_int_equal(face(set, 0, "a🧼"), FONT_FACE_NONE);
    assert_int_equal(face(set, 0, "a\xe0\xb8\x81"), FONT_FACE_NONE); /* Latin with Thai */
    assert_int_equal(face(set, 0, "\xee\x80\x80"), FONT_FACE_NONE);  /* private use */
    /* Asked again, the answer is the same. */
    assert_int_equal(face(set, 0, "a🧼"), FONT_FACE_NONE);
    assert_string_equal(name(set, 0, "x\xcc\x84"), "NotoSans-Regular");
}

static size_t open_faces(const struct font_set *set)
{
    size_t count = 0;
    for (uint32_t i = 0; i < set->face_count; i++)
        count += set->faces[i].state == FACE_OPEN;
    return count;
}

static void faces_are_opened_when_used(void **state)
{
    struct font_set *set = new_set();
    (void)state;
    assert_int_equal(open_faces(set), 0);
    face(set, 0, "a");
    assert_int_equal(open_faces(set), 1);
    face(set, 0, "ع");
    assert_int_equal(open_faces(set), 2);
    face(set, 0, "☐");
    assert_true(open_faces(set) <= 4); /* Noto Sans Symbols and Symbols 2 */
    free_set(set);
}

static void shapes_latin(void **state)
{
    struct font_set *set = *state;
    struct font_shape out = shape(set, "a", "tablet", false, "Latn", "en");
    assert_int_equal(out.count, 6);
    for (uint32_t i = 0; i < 6; i++)
        assert_int_equal(out.glyphs[i].cluster, i);
    assert_int_equal(font_glyph_advance(set, 0, out.glyphs[0].gid), out.glyphs[0].advance);
    /* Kerning stays on. */
    struct font_shape pair = shape(set, "a", "AV", false, "Latn", "en");
    assert_true(pair.advance < font_glyph_advance(set, 0, pair.glyphs[0].gid) +
                                   font_glyph_advance(set, 0, pair.glyphs[1].gid));
    /* A mark that no letter is composed with stands on its base with no width of its own. */
    struct font_shape mark = shape(set, "a", "x\xcc\x84", false, "Latn", "en");
    assert_int_equal(mark.count, 2);
    assert_int_equal(mark.glyphs[1].cluster, 0);
    assert_int_equal(mark.glyphs[1].advance, 0);
    assert_int_equal(shape(set, "a", "", false, "Latn", "en").count, 0);
    assert_int_equal(font_shape(set, FONT_FACE_NONE, SLICE_LIT("a"), false,
                                font_locale(set, "Latn", "en"), FONT_TABULAR)
                         .count,
                     0);
}

static void ignorables_have_no_glyph(void **state)
{
    struct font_set *set = *state;
    assert_int_equal(shape(set, "a", "\xc2\xad", false, "Latn", "en").count, 0);
    struct font_shape soft = shape(set, "a",
                                   "a\xc2\xad"
                                   "b",
                                   false, "Latn", "en");
    assert_int_equal(soft.count, 2);
    assert_int_equal(soft.glyphs[1].cluster, 3);
    struct font_shape control = shape(set, "a", "a\t\n", false, "Latn", "en");
    for (uint32_t i = 0; i < control.count; i++)
        assert_int_not_equal(control.glyphs[i].gid, 0);
    assert_int_equal(control.glyphs[2].advance, 0);
    struct font_shape thin = shape(set, "a", "5\xe2\x80\xafmg", false, "Latn", "fr");
    assert_int_equal(thin.count, 4);
    assert_int_not_equal(thin.glyphs[1].gid, 0);
    assert_true(thin.glyphs[1].advance > 0);
}

static void shapes_arabic_in_logical_order(void **state)
{
    struct font_set *set = *state;
    struct font_shape out = shape(set, "ع", "محمد", true, "Arab", "ar");
    assert_true(out.count >= 1);
    assert_int_equal(out.glyphs[0].cluster, 0);
    /* Letters join: the same letter has another glyph at the start than alone. */
    struct font_shape alone = shape(set, "ع", "م", true, "Arab", "ar");
    struct font_shape first = shape(set, "ع", "من", true, "Arab", "ar");
    assert_int_not_equal(first.glyphs[0].gid, alone.glyphs[0].gid);
    /* lam + alef: one ligature, one cluster. */
    struct font_shape lam_alef = shape(set, "ع", "لا", true, "Arab", "ar");
    for (uint32_t i = 0; i < lam_alef.count; i++)
        assert_int_equal(lam_alef.glyphs[i].cluster, 0);
    /* A vowel mark belongs to its letter's cluster. */
    struct font_shape vowel = shape(set, "ع", "بَت", true, "Arab", "ar");
    assert_int_equal(vowel.glyphs[0].cluster, 0);
    assert_int_equal(vowel.glyphs[vowel.count - 1].cluster, 4);
    /* Inside a cluster the glyphs stand as HarfBuzz gives them, for its offsets say so. */
    uint16_t number = face(set, 0, "ع");
    struct font_shape marked = shape(set, "ع", "بَّ", true, "Arab", "ar");
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, "بَّ", -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(set->faces[number].font, buffer, NULL, 0);
    assert_int_equal(hb_buffer_get_length(buffer), marked.count);
    assert_true(marked.count >= 2);
    for (uint32_t i = 0; i < marked.count; i++) {
        hb_glyph_position_t place = hb_buffer_get_glyph_positions(buffer, NULL)[i];
        assert_int_equal(marked.glyphs[i].gid,
                         hb_buffer_get_glyph_infos(buffer, NULL)[i].codepoint);
        assert_int_equal(marked.glyphs[i].x_offset, place.x_offset);
        assert_int_equal(marked.glyphs[i].y_offset, place.y_offset);
    }
    hb_buffer_destroy(buffer);
    /* ZWNJ ends the joining and shows nothing. */
    struct font_shape joined = shape(set, "ع", "میخ", true, "Arab", "fa");
    struct font_shape apart = shape(set, "ع", "می\xe2\x80\x8cخ", true, "Arab", "fa");
    assert_int_not_equal(joined.glyphs[1].gid, apart.glyphs[1].gid);
    assert_true(apart.advance > 0);
}

static void shapes_hebrew_in_logical_order(void **state)
{
    struct font_set *set = *state;
    struct font_shape out = shape(set, "ש", "שלום", true, "Hebr", "he");
    assert_int_equal(out.count, 4);
    for (uint32_t i = 0; i < 4; i++)
        assert_int_equal(out.glyphs[i].cluster, 2 * i);
    struct font_shape shin = shape(set, "ש", "ש", true, "Hebr", "he");
    assert_int_equal(out.glyphs[0].gid, shin.glyphs[0].gid);
}

static void shapes_indic_and_thai(void **state)
{
    struct font_set *set = *state;
    /* The short i stands before its consonant, in the same cluster. */
    struct font_shape ka = shape(set, "क", "क", false, "Deva", "hi");
    struct font_shape ki = shape(set, "क", "कि", false, "Deva", "hi");
    assert_int_equal(ki.count, 2);
    assert_int_equal(ki.glyphs[0].cluster, 0);
    assert_int_equal(ki.glyphs[1].cluster, 0);
    assert_int_equal(ki.glyphs[1].gid, ka.glyphs[0].gid);
    /* A vowel in two parts, round its consonant. */
    struct font_shape tamil = shape(set, "க", "கொ", false, "Taml", "ta");
    assert_int_equal(tamil.count, 3);
    assert_int_equal(tamil.glyphs[2].cluster, 0);
    struct font_shape thai = shape(set, "ก", "ที่", false, "Thai", "th");
    assert_true(thai.count >= 2);
    assert_int_equal(thai.glyphs[thai.count - 1].cluster, 0);
    for (uint32_t i = 0; i < thai.count; i++)
        assert_int_not_equal(thai.glyphs[i].gid, 0);
}

static void words_are_cached(void **state)
{
    struct font_set *set = *state;
    struct font_shape first = shape(set, "a", "again", false, "Latn", "en");
    char other[] = "again";
    struct font_shape again =
        font_shape(set, 0, slice_from(other), false, font_locale(set, "Latn", "en"), FONT_TABULAR);
    assert_ptr_equal(first.glyphs, again.glyphs);
    /* Every part of the key counts. */
    assert_ptr_not_equal(
        font_shape(set, 1, slice_from(other), false, font_locale(set, "Latn", "en"), FONT_TABULAR)
            .glyphs,
        first.glyphs);
    assert_ptr_not_equal(
        font_shape(set, 0, slice_from(other), true, font_locale(set, "Latn", "en"), FONT_TABULAR)
            .glyphs,
        first.glyphs);
    assert_ptr_not_equal(
        font_shape(set, 0, slice_from(other), false, font_locale(set, "Zyyy", "en"), FONT_TABULAR)
            .glyphs,
        first.glyphs);
    assert_ptr_not_equal(
        font_shape(set, 0, slice_from(other), false, font_locale(set, "Latn", "de"), FONT_TABULAR)
            .glyphs,
        first.glyphs);
    /* A small cache outlives a trim, results stay through many more words. */
    font_set_trim(set);
    for (int i = 0; i < 5000; i++) {
        char word[16];
        snprintf(word, sizeof word, "w%dx", i);
        font_shape(set, 0, slice_from(word), false, font_locale(set, "Latn", "en"), FONT_TABULAR);
    }
    again =
        font_shape(set, 0, slice_from(other), false, font_locale(set, "Latn", "en"), FONT_TABULAR);
    assert_ptr_equal(first.glyphs, again.glyphs);
    assert_int_equal(again.count, 5);
}

/* Whatever the text and direction: clusters in logical order, glyphs of the face, a sum that is
 * right (shape() checks them). */
static int32_t figures_width(struct font_set *set, const char *text, enum font_figures figures)
{
    return font_shape(set, 0, slice_from(text), false, font_locale(set, "Latn", "en"), figures)
        .advance;
}

/* "1" is as wide as "0" in a column of numbers only; words are the same in both. */
static void figures_are_tabular_or_proportional(void **state)
{
    struct font_set *set = *state;
    assert_int_equal(figures_width(set, "111", FONT_TABULAR),
                     figures_width(set, "000", FONT_TABULAR));
    assert_true(figures_width(set, "111", FONT_PROPORTIONAL) <
                figures_width(set, "000", FONT_PROPORTIONAL));
    assert_int_equal(figures_width(set, "mg", FONT_TABULAR),
                     figures_width(set, "mg", FONT_PROPORTIONAL));
}

static void shapes_random_text(void **state)
{
    struct font_set *set = *state;
    static const struct {
        const char *first, *script;
        uint32_t base, count;
    } scripts[] = {{"a", "Latn", 0x20, 0x300}, {"ع", "Arab", 0x600, 0x100},
                   {"ש", "Hebr", 0x590, 0x60}, {"क", "Deva", 0x900, 0x80},
                   {"க", "Taml", 0xb80, 0x80}, {"ก", "Thai", 0xe00, 0x60},
                   {"আ", "Beng", 0x980, 0x80}, {"က", "Mymr", 0x1000, 0xa0}};
    static const uint32_t marks[] = {0x20, 0x301, 0x200c, 0x200d, 0xad, 0x25cc, 0x0a, 0x2028};
    uint32_t seed = 7;
    for (int round = 0; round < 4000; round++) {
        struct buf buf = {0};
        size_t s = (size_t)round % (sizeof scripts / sizeof *scripts);
        for (int i = 0; i < 1 + round % 9; i++) {
            seed = seed * 1664525u + 1013904223u;
            uint32_t pick = seed >> 8;
            buf_put_utf8(&buf, pick % 5 == 0 ? marks[pick / 5 % 8]
                                             : scripts[s].base + pick % scripts[s].count);
        }
        shape(set, scripts[s].first, buf.data, round & 1, scripts[s].script, "en");
        buf_free(&buf);
    }
}

/* A document that names a language for each of its words still gets its glyphs. */
static void thousands_of_languages(void **state)
{
    struct font_set *set = *state;
    for (int i = 0; i < 3000; i++) {
        char lang[32];
        snprintf(lang, sizeof lang, "en-x-a%d", i);
        assert_int_equal(shape(set, "a", "word", false, i & 1 ? "Latn" : "Zyyy", lang).count, 4);
    }
    assert_true(set->locale_count < 1100);
}

static void big_caches_are_dropped(void **state)
{
    struct font_set *set = *state;
    static char text[1000];
    for (unsigned i = 0; i < 900; i++) {
        memset(text, 'a', sizeof text);
        snprintf(text, 16, "%u", i);
        text[strlen(text)] = 'b';
        font_shape(set, 0, (struct slice){text, sizeof text}, false, font_locale(set, "Latn", "en"),
                   FONT_TABULAR);
    }
    assert_true(set->shapes.bytes > (size_t)8 << 20);
    font_set_trim(set);
    assert_int_equal(set->shapes.count, 0);
    assert_int_equal(shape(set, "a", "ab", false, "Latn", "en").count, 2);
}

static void metrics_of_a_face(void **state)
{
    struct font_set *set = *state;
    const struct font_metrics *m = font_metrics_get(set, face(set, 0, "a"));
    assert_int_equal(m->units_per_em, 1000);
    assert_true(m->ascender > 900 && m->ascender < 1200);
    assert_true(m->descender < -200 && m->descender > -400);
    assert_true(m->x_height > 500 && m->x_height < 560);
    assert_true(m->cap_height > 680 && m->cap_height < 740);
    assert_true(m->underline_thickness > 0);
    assert_true(m->bounding_box[0] < 0 && m->bounding_box[2] > 1000);
    assert_int_equal(m->italic_angle, 0);
    assert_false(m->cff);
    assert_string_equal(m->family, "Noto Sans");
    assert_int_equal(m->path[0], '/');
    m = font_metrics_get(set, face(set, FONT_ITALIC, "a"));
    assert_int_equal(m->italic_angle, -12 * 64);
}

static bool *glyphs_of(struct font_set *set, uint16_t number, const char *text)
{
    bool *used = calloc(font_glyph_count(set, number), 1);
    struct font_shape out = font_shape(set, number, slice_from(text), false,
                                       font_locale(set, "Latn", "en"), FONT_TABULAR);
    for (uint32_t i = 0; i < out.count; i++)
        used[out.glyphs[i].gid] = true;
    return used;
}

static void subset_for_embedding(void **state)
{
    struct font_set *set = *state;
    struct font_subset subset, again;
    uint32_t count = font_glyph_count(set, 0);
    bool *used = glyphs_of(set, 0, "Take é 500 mg");
    assert_true(font_subset_make(set, 0, used, count, NULL, 0, &subset));
    assert_false(subset.cff);
    assert_int_equal(subset.glyph_count, count);
    assert_true(subset.data.len > 500 && subset.data.len < 6000);
    assert_memory_equal(subset.data.data, "\0\1\0\0", 4);
    /* The glyphs are the same: advances and outlines under the new numbers. */
    hb_blob_t *blob = hb_blob_create(subset.data.data, (unsigned)subset.data.len,
                                     HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *small = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(small);
    assert_int_equal(hb_face_get_upem(small), 1000);
    bool *taken = calloc(hb_face_get_glyph_count(small), 1);
    assert_int_equal(subset.new_gid[0], 0);
    for (uint32_t gid = 1; gid < count; gid++) {
        if (!used[gid])
            continue;
        uint16_t new_gid = subset.new_gid[gid];
        hb_glyph_extents_t a, b;
        assert_in_range(new_gid, 1, hb_face_get_glyph_count(small) - 1);
        assert_false(taken[new_gid]);
        taken[new_gid] = true;
        assert_int_equal(hb_font_get_glyph_h_advance(font, new_gid),
                         font_glyph_advance(set, 0, (uint16_t)gid));
        assert_true(hb_font_get_glyph_extents(font, new_gid, &a));
        assert_true(hb_font_get_glyph_extents(set->faces[0].font, gid, &b));
        assert_memory_equal(&a, &b, sizeof a);
    }
    /* No tables but those of outlines and widths. */
    hb_tag_t tags[32];
    unsigned tag_count = 32;
    assert_int_equal(hb_face_get_table_tags(small, 0, &tag_count, tags), 6);
    hb_font_destroy(font);
    hb_face_destroy(small);
    hb_blob_destroy(blob);
    free(taken);
    /* The same bytes again, also from another set. */
    struct font_set *other = new_set();
    face(other, FONT_BOLD, "ع");
    assert_true(font_subset_make(other, 0, used, count, NULL, 0, &again));
    assert_int_equal(again.data.len, subset.data.len);
    assert_memory_equal(again.data.data, subset.data.data, subset.data.len);
    free_set(other);
    font_subset_free(&again);
    font_subset_free(&subset);
    assert_null(subset.data.data);
    free(used);
    assert_false(font_subset_make(set, FONT_FACE_NONE, NULL, 0, NULL, 0, &subset));
}

/* What a composite glyph of a subset looks like. */
static hb_glyph_extents_t made_extents(const struct font_subset *subset, uint32_t made,
                                       int *advance)
{
    hb_blob_t *blob = hb_blob_create(subset->data.data, (unsigned)subset->data.len,
                                     HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *small = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(small);
    hb_codepoint_t glyph = subset->new_gid[subset->glyph_count + made];
    hb_glyph_extents_t extents = {0};
    assert_in_range(glyph, 1, hb_face_get_glyph_count(small) - 1);
    hb_font_get_glyph_extents(font, glyph, &extents);
    *advance = hb_font_get_glyph_h_advance(font, glyph);
    hb_font_destroy(font);
    hb_face_destroy(small);
    hb_blob_destroy(blob);
    return extents;
}

/* Two letters side by side, one above the line and anchored, a blank that is and one that is not.
 */
static void composite_glyphs(void **state)
{
    struct font_set *set = *state;
    struct font_subset subset;
    struct font_shape text =
        font_shape(set, 0, SLICE_LIT("me"), false, font_locale(set, "Latn", "en"), FONT_TABULAR);
    uint16_t m = text.glyphs[0].gid, e = text.glyphs[1].gid;
    uint32_t count = font_glyph_count(set, 0);
    bool *used = glyphs_of(set, 0, "me");
    const struct font_part pair[] = {{m, -10, 0}, {e, 900, 50}}, high[] = {{e, 900, 500}};
    const struct font_composite made[] = {
        {pair, 2, 1500, false}, {high, 1, 7, true}, {NULL, 0, 20, true}, {NULL, 0, 30, false}};
    assert_true(font_subset_make(set, 0, used, count, made, 4, &subset));
    hb_glyph_extents_t a, b;
    assert_true(hb_font_get_glyph_extents(set->faces[0].font, m, &a));
    assert_true(hb_font_get_glyph_extents(set->faces[0].font, e, &b));
    int advance;
    hb_glyph_extents_t whole = made_extents(&subset, 0, &advance);
    assert_int_equal(advance, 1500);
    assert_int_equal(whole.x_bearing, a.x_bearing - 10);
    assert_int_equal(whole.x_bearing + whole.width, b.x_bearing + b.width + 900);
    assert_int_equal(whole.y_bearing, b.y_bearing + 50);
    hb_glyph_extents_t tall = made_extents(&subset, 1, &advance);
    assert_int_equal(advance, 7);
    assert_int_equal(tall.y_bearing, b.y_bearing + 500);
    assert_int_equal(tall.height, -tall.y_bearing);
    hb_glyph_extents_t anchor = made_extents(&subset, 2, &advance);
    assert_int_equal(advance, 20);
    assert_int_equal(anchor.width, 1000 / 200);
    assert_int_equal(anchor.y_bearing, 1000 / 50);
    hb_glyph_extents_t blank = made_extents(&subset, 3, &advance);
    assert_int_equal(advance, 30);
    assert_int_equal(blank.width, 0);
    font_subset_free(&subset);
    free(used);
}

static void glyphs_on_the_line(void **state)
{
    struct font_set *set = *state;
    struct font_shape text = font_shape(set, 0, SLICE_LIT("mg,-' "), false,
                                        font_locale(set, "Latn", "en"), FONT_TABULAR);
    static const bool on_line[] = {true, true, true, false, false, false};
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(font_glyph_on_line(set, 0, text.glyphs[i].gid), on_line[i]);
}

static void subset_of_nothing_has_notdef(void **state)
{
    struct font_set *set = *state;
    struct font_subset subset;
    assert_true(font_subset_make(set, 0, NULL, 0, NULL, 0, &subset));
    assert_true(subset.data.len > 100);
    font_subset_free(&subset);
}

/* A CFF table of five glyphs: header, name, top DICT (with ROS when CID-keyed, char strings at 48,
 * charset at 64), char strings of no use, and the charset. */
static size_t make_cff(uint8_t out[96], bool cid_keyed, const void *charset, size_t charset_len)
{
    static const uint8_t start[] = {1, 0, 4, 1, 0, 1, 1, 1, 2, 'n'};
    static const uint8_t ros[] = {139, 139, 139, 12, 30};
    static const uint8_t rest[] = {28, 0, 48, 17, 30, 0x1a, 0x2f, 12, 7, 29, 0, 0, 0, 64, 15};
    uint8_t *p = out;
    memset(out, 0, 96);
    memcpy(p, start, sizeof start);
    p += sizeof start;
    size_t dict = sizeof rest + (cid_keyed ? sizeof ros : 0);
    const uint8_t index[] = {0, 1, 1, 1, (uint8_t)(1 + dict)};
    memcpy(p, index, sizeof index);
    p += sizeof index;
    if (cid_keyed) {
        memcpy(p, ros, sizeof ros);
        p += sizeof ros;
    }
    memcpy(p, rest, sizeof rest);
    out[49] = 5;
    memcpy(out + 64, charset, charset_len);
    return 64 + charset_len;
}

static void cids_of_cff_fonts(void **state)
{
    (void)state;
    static const struct {
        uint8_t bytes[10];
        size_t len;
        uint16_t cids[5];
    } charsets[] = {{{0, 0, 7, 0, 3, 1, 0, 0, 9}, 9, {0, 7, 3, 256, 9}},
                    {{1, 0, 7, 1, 2, 0, 1}, 7, {0, 7, 8, 512, 513}},
                    {{2, 0x10, 0, 0, 3}, 5, {0, 4096, 4097, 4098, 4099}},
                    {{2, 0x10, 0, 0xff, 0xff}, 5, {0, 4096, 4097, 4098, 4099}}};
    uint8_t cff[96];
    uint16_t cids[5];
    bool cid_keyed;
    for (size_t i = 0; i < sizeof charsets / sizeof *charsets; i++) {
        size_t len = make_cff(cff, true, charsets[i].bytes, charsets[i].len);
        assert_true(font_cff_cids(cff, len, cids, 5, &cid_keyed));
        assert_true(cid_keyed);
        assert_memory_equal(cids, charsets[i].cids, sizeof cids);
        for (size_t cut = 0; cut < len; cut++) {
            uint8_t *copy = malloc(cut + 1);
            memcpy(copy, cff, cut);
            assert_false(font_cff_cids(copy, cut, cids, 5, &cid_keyed) && cid_keyed);
            free(copy);
        }
        assert_false(font_cff_cids(cff, len, cids, 4, &cid_keyed));
    }
    size_t len = make_cff(cff, false, charsets[0].bytes, charsets[0].len);
    assert_true(font_cff_cids(cff, len, cids, 5, &cid_keyed));
    assert_false(cid_keyed);
}

static void themes(void **state)
{
    struct font_set *set = *state;
    uint16_t hebrew = face(set, FONT_BOLD, "ע");
    assert_int_not_equal(hebrew, FONT_FACE_NONE);
    char *own = strdup(font_metrics_get(set, hebrew)->path);
    char *regular = strdup(font_metrics_get(set, 0)->path);
    uint16_t first_theme = (uint16_t)(set->face_count - FONT_STYLES);
    /* A theme of Noto Sans Hebrew Bold as the regular face: its own letters come first, what it
     * lacks comes from the default. */
    assert_true(font_set_theme(set, own, NULL, NULL, NULL, NULL));
    assert_int_equal(face(set, FONT_REGULAR, "ע"), first_theme);
    assert_int_equal(face(set, FONT_BOLD, "ע"), first_theme);
    assert_string_equal(name(set, FONT_REGULAR, "ж"), "NotoSans-Regular");
    assert_string_equal(name(set, FONT_MONO, "a"), "NotoSansMono-Regular");
    assert_string_equal(font_metrics_get(set, first_theme)->postscript_name, "NotoSansHebrew-Bold");
    assert_string_equal(font_metrics_get(set, first_theme)->path, own);
    struct font_shape out = font_shape(set, first_theme, SLICE_LIT("ע"), true,
                                       font_locale(set, "Hebr", "he"), FONT_TABULAR);
    assert_int_equal(out.count, 1);
    /* Another one, with a bold face; the same paths again change nothing. */
    assert_true(font_set_theme(set, regular, own, NULL, NULL, NULL));
    assert_int_equal(face(set, FONT_REGULAR, "a"), first_theme);
    assert_int_equal(face(set, FONT_BOLD, "ע"), first_theme + 1);
    hb_face_t *kept = set->faces[first_theme].face;
    assert_true(font_set_theme(set, regular, own, NULL, NULL, NULL));
    assert_ptr_equal(set->faces[first_theme].face, kept);
    /* Of a theme with a bad file nothing is used, nor of the one before. */
    struct font_refusal refusal = {0};
    assert_false(font_set_theme(set, regular, "/nowhere/there.ttf", NULL, NULL, &refusal));
    assert_int_equal(refusal.style, FONT_BOLD);
    assert_int_equal(face(set, FONT_REGULAR, "a"), 0);
    assert_true(font_set_theme(set, regular, NULL, NULL, NULL, NULL));
    assert_int_equal(face(set, FONT_REGULAR, "a"), first_theme);
    assert_true(font_set_theme(set, NULL, NULL, NULL, NULL, NULL));
    assert_int_equal(face(set, FONT_REGULAR, "a"), 0);
    free(own);
    free(regular);
}

static void assert_drawn_alike(const struct font_outline *a, const struct font_outline *b)
{
    assert_int_equal(a->units_per_em, b->units_per_em);
    assert_int_equal(a->point_count, b->point_count);
    assert_int_equal(a->end_count, b->end_count);
    if (a->point_count > 0)
        assert_memory_equal(a->points, b->points, a->point_count * sizeof *a->points);
    if (a->end_count > 0)
        assert_memory_equal(a->ends, b->ends, a->end_count * sizeof *a->ends);
}

/* A pen that has drawn before, also of another theme's face of that number, and more than it keeps,
 * draws as a new one. */
static void outlines_are_kept(void **state)
{
    struct font_set *set = *state;
    char *paths[] = {strdup(font_metrics_get(set, face(set, FONT_BOLD, "ע"))->path),
                     strdup(font_metrics_get(set, 0)->path)};
    uint16_t first_theme = (uint16_t)(set->face_count - FONT_STYLES);
    struct font_pen *pen = font_pen_new(set);
    for (int round = 0; round < 3; round++) {
        assert_true(font_set_theme(set, paths[round % 2], NULL, NULL, NULL, NULL));
        for (unsigned i = 0; i < 3000; i++) {
            struct font_pen *other = font_pen_new(set);
            uint16_t number = i % 2 ? 0 : first_theme;
            uint16_t gid = (uint16_t)(i / 2 % (round == 1 ? 1500 : 40));
            assert_drawn_alike(font_pen_draw(pen, number, gid), font_pen_draw(other, number, gid));
            font_pen_free(other);
        }
    }
    const struct font_outline *kept = font_pen_draw(pen, 0, 36);
    assert_true(kept->point_count > 0);
    assert_ptr_equal(font_pen_draw(pen, 0, 36), kept);
    font_pen_free(pen);
    free(paths[0]);
    free(paths[1]);
}

/* What the leaflet before was refused is no input of the next one. */
static void a_refused_theme_is_forgotten(void **state)
{
    struct font_set *set = *state;
    assert_false(font_set_theme(set, "/nowhere/there.ttf", NULL, NULL, NULL, NULL));
    inputs_clear(set->inputs);
    font_set_trim(set);
    assert_true(font_set_theme(set, NULL, NULL, NULL, NULL, NULL));
    assert_int_equal(inputs_count(set->inputs), 0);
}

/* The reason for a file with these bytes. */
static const char *reason_for(struct font_set *set, const void *bytes, size_t len)
{
    char path[] = "/tmp/leafset-font-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, bytes, len), (ssize_t)len);
    close(descriptor);
    struct font_refusal refusal = {0};
    bool used = font_set_theme(set, path, NULL, NULL, NULL, &refusal);
    unlink(path);
    assert_false(refusal.unreadable);
    return used ? NULL : refusal.reason;
}

static void bad_theme_fonts(void **state)
{
    struct font_set *set = *state;
    struct font_refusal refusal;
    assert_false(font_set_theme(set, "/nowhere/there.ttf", NULL, NULL, NULL, &refusal));
    assert_string_equal(refusal.reason, "it is not there");
    assert_true(refusal.unreadable);
    assert_false(font_set_theme(set, "/tmp", NULL, NULL, NULL, &refusal));
    assert_string_equal(refusal.reason, "it is a folder");
    assert_false(refusal.unreadable);
    assert_string_equal(reason_for(set, "wOF2 and more", 13),
                        "it is a web font (WOFF): give its TrueType or OpenType file");
    assert_string_equal(reason_for(set, "ttcf and more", 13),
                        "it is a font collection: give a file with one face");
    assert_string_equal(reason_for(set, "\x89PNG\r\n\x1a\n", 8),
                        "it is not a TrueType or OpenType font");
    assert_non_null(reason_for(set, "abc", 3));
    assert_string_equal(reason_for(set, "\0\1\0\0\0\3\0\0\0\0\0\0", 12),
                        "the font file is damaged: it has no glyphs");
    /* A subset for embedding has glyphs, but no characters. */
    struct font_subset subset;
    bool used[40] = {false, true};
    assert_true(font_subset_make(set, 0, used, 40, NULL, 0, &subset));
    assert_string_equal(reason_for(set, subset.data.data, subset.data.len),
                        "the font has no characters (no usable cmap table)");
    font_subset_free(&subset);
}

/* A whole font of a few characters of a face. */
static void make_small_font(const struct font_face *face, struct buf *out)
{
    unsigned len;
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    assert_non_null(input);
    for (const char *c = "ab "; *c; c++)
        hb_set_add(hb_subset_input_unicode_set(input), (hb_codepoint_t)*c);
    hb_face_t *small = hb_subset_or_fail(face->face, input);
    assert_non_null(small);
    hb_blob_t *blob = hb_face_reference_blob(small);
    const char *bytes = hb_blob_get_data(blob, &len);
    buf_put(out, bytes, len);
    hb_blob_destroy(blob);
    hb_face_destroy(small);
    hb_subset_input_destroy(input);
}

/* A font cut short anywhere is refused or works; it never reads outside the file. */
static void truncated_theme_fonts(void **state)
{
    struct font_set *set = *state;
    struct buf buf = {0};
    font_metrics_get(set, 0); /* opens the face */
    make_small_font(&set->faces[0], &buf);
    size_t refused = 0;
    for (size_t len = 0; len < buf.len; len += len < 600 ? 7 : 97) {
        char *cut = malloc(len + 1);
        memcpy(cut, buf.data, len);
        if (reason_for(set, cut, len)) {
            refused++;
        } else {
            uint16_t number = face(set, 0, "a");
            font_shape(set, number, SLICE_LIT("ab ba"), false, font_locale(set, "Latn", "en"),
                       FONT_TABULAR);
            font_metrics_get(set, number);
        }
        free(cut);
    }
    assert_true(refused > 10);
    assert_null(reason_for(set, buf.data, buf.len));
    buf_free(&buf);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(faces_by_style, set_up, tear_down),
        cmocka_unit_test_setup_teardown(fallbacks, set_up, tear_down),
        cmocka_unit_test_setup_teardown(faces_by_language, set_up, tear_down),
        cmocka_unit_test(packages_that_are_missing),
        cmocka_unit_test_setup_teardown(letters_of_many_scripts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(clusters_need_one_face, set_up, tear_down),
        cmocka_unit_test(faces_are_opened_when_used),
        cmocka_unit_test_setup_teardown(shapes_latin, set_up, tear_down),
        cmocka_unit_test_setup_teardown(ignorables_have_no_glyph, set_up, tear_down),
        cmocka_unit_test_setup_teardown(shapes_arabic_in_logical_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(shapes_hebrew_in_logical_order, set_up, tear_down),
        cmocka_unit_test_setup_teardown(shapes_indic_and_thai, set_up, tear_down),
        cmocka_unit_test_setup_teardown(words_are_cached, set_up, tear_down),
        cmocka_unit_test_setup_teardown(figures_are_tabular_or_proportional, set_up, tear_down),
        cmocka_unit_test_setup_teardown(shapes_random_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(thousands_of_languages, set_up, tear_down),
        cmocka_unit_test_setup_teardown(big_caches_are_dropped, set_up, tear_down),
        cmocka_unit_test_setup_teardown(metrics_of_a_face, set_up, tear_down),
        cmocka_unit_test_setup_teardown(subset_for_embedding, set_up, tear_down),
        cmocka_unit_test_setup_teardown(composite_glyphs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(glyphs_on_the_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(subset_of_nothing_has_notdef, set_up, tear_down),
        cmocka_unit_test(cids_of_cff_fonts),
        cmocka_unit_test_setup_teardown(themes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(outlines_are_kept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_refused_theme_is_forgotten, set_up, tear_down),
        cmocka_unit_test_setup_teardown(bad_theme_fonts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(truncated_theme_fonts, set_up, tear_down),
    };
    return cmocka_run_group_tests_name("font", tests, NULL, NULL);
}
