#include "text/text.h"

#include <assert.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "text/address_break.h"
#include "text/break.h"
#include "text/engine.h"
#include "text/hyphenators.h"
#include "text/keep.h"
#include "text/property.h"
#include "text/wide_break.h"

#define MARKS_MOST 64 /* on one letter that are put into order together */

struct text_engine *text_engine_new(void)
{
    struct text_engine *engine = mem_calloc(1, sizeof *engine);
    /* break.c states UAX #14 twice, as ICU does it up to Unicode 15.0 and in Unicode 16. ICU's
     * symbols carry its version, so that of the header is that of the library. */
    int version = U_ICU_VERSION_MAJOR_NUM;
    engine->simple = (version >= 70 && version <= 73) || version == 76 || version == 77;
    engine->quotes_by_side = version >= 76;
    text_breaks_prepare(engine);
    return engine;
}

void text_engine_free(struct text_engine *engine)
{
    if (!engine)
        return;
    if (engine->grapheme)
        icu()->ubrk_close(engine->grapheme);
    for (int i = 0; i < TEXT_RULES_COUNT; i++)
        if (engine->line[i])
            icu()->ubrk_close(engine->line[i]);
    if (engine->bidi)
        icu()->ubidi_close(engine->bidi);
    hyphenators_close(engine);
    mem_free(engine->classes);
    mem_free(engine->scripts);
    mem_free(engine->pairs);
    mem_free(engine->units);
    mem_free(engine->offsets);
    mem_free(engine);
}

static void set_one_run(struct slice text, enum text_simple_script script, struct arena *arena,
                        struct text_analysis *out)
{
    static const char names[][5] = {"Zyyy", "Latn", "Grek", "Cyrl"};
    out->runs = ARENA_NEW(arena, struct text_run);
    out->runs[0].len = (uint32_t)text.len;
    memcpy(out->runs[0].script, names[script], 5);
    out->run_count = 1;
}

void text_analyse(struct text_engine *engine, struct slice text, enum text_direction direction,
                  const char *lang, struct arena *arena, struct text_analysis *out)
{
    enum text_simple_script script = SIMPLE_MIXED;
    assert(text.len < INT32_MAX);
    *out = (struct text_analysis){0};
    out->base_rtl = direction == TEXT_RTL;
    out->flags = (uint8_t *)arena_bytes(arena, text.len + 1);
    memset(out->flags, 0, text.len + 1);
    bool simple = engine->simple && text_breaks_simple(engine, text, lang, out->flags, &script);
    if (!simple) {
        memset(out->flags, 0, text.len + 1);
        text_units_fill(engine, text);
        text_breaks_icu(engine, text, lang, out->flags);
        text_wide_breaks(text, lang, out->flags);
    }
    out->flags[text.len] = TEXT_GRAPHEME;
    address_add_breaks(text, out->flags);
    keep_add(text, lang, out->flags);
    if (text.len == 0)
        return;
    if (simple && direction != TEXT_RTL && script != SIMPLE_MIXED) {
        set_one_run(text, script, arena, out);
        return;
    }
    if (simple)
        text_units_fill(engine, text);
    text_runs_icu(engine, direction, arena, out);
}

void text_prepare(void)
{
    icu();
}

static bool is_plainly_nfc(struct slice text)
{
    for (size_t i = 0; (i = utf8_ascii_end(text, i)) < text.len;)
        if (!property_is_plainly_nfc(utf8_next(text, &i)))
            return false;
    return true;
}

static struct slice to_utf8(const UChar *units, int32_t count, struct arena *arena)
{
    char *bytes = arena_bytes(arena, (size_t)count * 3);
    size_t len = 0;
    for (int32_t i = 0; i < count;) {
        len += utf8_encode(text_unit_next(units, count, &i), bytes + len);
    }
    return (struct slice){bytes, len};
}

/* The end of a piece from start on. ICU orders the marks on one letter in a time that grows with
 * their number squared; after so many the piece ends (UAX #15 has a limit of 30 in its Stream-Safe
 * Text Format, and knows no text that needs more). */
static int32_t end_of_piece(const struct text_engine *engine, const UNormalizer2 *nfc,
                            int32_t start)
{
    const struct icu *lib = icu();
    int32_t marks = 0;
    for (int32_t i = start, at; i < engine->unit_count;) {
        at = i;
        uint32_t c = text_unit_next(engine->units, engine->unit_count, &i);
        marks = lib->unorm2_getCombiningClass(nfc, (UChar32)c) > 0 ? marks + 1 : 0;
        if (marks > MARKS_MOST)
            return at;
    }
    return engine->unit_count;
}

static int32_t normalise_pieces(const struct text_engine *engine, const UNormalizer2 *nfc,
                                UChar *normal, size_t room, UErrorCode *error)
{
    int32_t count = 0;
    for (int32_t start = 0, end; start < engine->unit_count && U_SUCCESS(*error); start = end) {
        end = end_of_piece(engine, nfc, start);
        count += icu()->unorm2_normalize(nfc, engine->units + start, end - start, normal + count,
                                         (int32_t)room - count, error);
    }
    return count;
}

struct slice text_normalise(struct slice text, struct arena *arena)
{
    if (is_plainly_nfc(text))
        return text;
    const struct icu *lib = icu();
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *nfc = lib->unorm2_getNFCInstance(&error);
    struct text_engine engine = {0};
    struct slice result = text;
    UChar *normal = NULL;
    text_units_fill(&engine, text);
    if (U_FAILURE(error) || lib->unorm2_spanQuickCheckYes(nfc, engine.units, engine.unit_count,
                                                          &error) == engine.unit_count)
        goto out;
    /* Tables of UAX #15: NFC is never longer than three times its input in UTF-16. */
    size_t room = (size_t)engine.unit_count * 3;
    if (room > INT32_MAX)
        mem_exhausted();
    normal = mem_alloc(room * sizeof *normal);
    int32_t count = normalise_pieces(&engine, nfc, normal, room, &error);
    if (U_FAILURE(error))
        goto out;
    if (count != engine.unit_count ||
        memcmp(normal, engine.units, (size_t)count * sizeof *normal) != 0)
        result = to_utf8(normal, count, arena);
out:
    mem_free(normal);
    mem_free(engine.units);
    mem_free(engine.offsets);
    return result;
}
