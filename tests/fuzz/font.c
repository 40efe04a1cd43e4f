/* A clinic's own font: face, coverage, shaping, measures, subset. */
#include "base/inputs.h"
#include "base/mem.h"
#include "font/face.h"
#include "font/font.h"
#include "fuzz.h"

#define PATH "/c/font.ttf"

/* Scripts that shape in ways of their own. */
static const struct {
    const char *text, *script, *lang;
    bool rtl;
} words[] = {
    {"Affinity 1/2 AVA\xcc\x81 fi", "Latn", "en", false},
    {"\xce\xac\xd0\xb9", "Grek", "el", false},
    {"\xd9\x85\xd8\xb1\xd8\xad\xd8\xa8\xd8\xa7 5", "Arab", "ar", true},
    {"\xe0\xa4\x95\xe0\xa5\x8d\xe0\xa4\xb7\xe0\xa4\xbf", "Deva", "hi", false},
    {"\xe0\xb8\x81\xe0\xb8\xb3", "Thai", "th", false},
};
#define WORD_COUNT (sizeof words / sizeof *words)

/* The glyphs of the text that are in the face; used gets them. */
static void shape(struct font_set *set, uint16_t face, size_t word, bool *used, uint32_t count)
{
    struct slice text = slice_from(words[word].text);
    size_t locale = font_locale(set, words[word].script, words[word].lang);
    struct font_shape shape = font_shape(set, face, text, words[word].rtl, locale, FONT_TABULAR);
    for (uint32_t i = 0; i < shape.count; i++) {
        FUZZ_HOLDS(shape.glyphs[i].cluster < text.len);
        FUZZ_HOLDS(i == 0 || shape.glyphs[i - 1].cluster <= shape.glyphs[i].cluster);
        font_glyph_advance(set, face, shape.glyphs[i].gid);
        if (shape.glyphs[i].gid < count)
            used[shape.glyphs[i].gid] = true;
    }
}

static void subset(struct font_set *set, uint16_t face, const bool *used, uint32_t count)
{
    struct font_subset made;
    if (!font_subset_make(set, face, used, count, NULL, 0, &made))
        return;
    FUZZ_HOLDS(made.data.len > 0);
    bool cff = made.cff;
    font_subset_free(&made);
    /* Faces with outlines of TrueType can have glyphs that are made of others. */
    const struct font_part parts[] = {{0, 0, 0}, {(uint16_t)(count - 1), 100, -100}};
    const struct font_composite composite = {parts, 2, 500, true};
    if (!cff && font_subset_make(set, face, used, count, &composite, 1, &made))
        font_subset_free(&made);
}

/* What layout and the PDF do with a face. */
static void use(struct font_set *set, uint16_t face)
{
    uint32_t count = font_glyph_count(set, face);
    bool *used = mem_calloc(count, sizeof *used);
    FUZZ_HOLDS(count > 0);
    FUZZ_HOLDS(font_metrics_get(set, face)->postscript_name[0] != '\0');
    for (size_t i = 0; i < WORD_COUNT; i++)
        shape(set, face, i, used, count);
    used[0] = used[count - 1] = true;
    subset(set, face, used, count);
    mem_free(used);
}

/* The theme's faces are the last four. */
void fuzz_font(const uint8_t *bytes, size_t len)
{
    const struct memory_file file = {.path = PATH, .bytes = {(const char *)bytes, len}};
    const struct memory_files files = {&file, 1};
    struct inputs *inputs = inputs_open(&files, false);
    struct font_set *set = font_set_new(inputs);
    if (font_set_theme(set, PATH, NULL, NULL, NULL, NULL)) {
        font_face_for(set, FONT_REGULAR, NULL, SLICE_LIT("A"));
        font_face_for(set, FONT_BOLD, NULL, SLICE_LIT("e\xcc\x81"));
        use(set, (uint16_t)(set->face_count - FONT_STYLES));
    }
    font_set_free(set);
    inputs_close(inputs);
}
