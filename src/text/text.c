#include "text/text.h"

#include <assert.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "text/address_break.h"
#include "text/parts.h"

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
        ubrk_close(engine->grapheme);
    for (int i = 0; i < TEXT_RULES_COUNT; i++)
        if (engine->line[i])
            ubrk_close(engine->line[i]);
    if (engine->bidi)
        ubidi_close(engine->bidi);
    mem_free(engine->classes);
    mem_free(engine->scripts);
    mem_free(engine->pairs);
    mem_free(engine->units);
    mem_free(engine->offsets);
    mem_free(engine);
}

void text_units_fill(struct text_engine *engine, struct slice text)
{
    size_t count = 0, at = 0;
    engine->units = mem_grow(engine->units, &engine->unit_cap, text.len + 1, sizeof(UChar));
    engine->offsets =
        mem_grow(engine->offsets, &engine->offset_cap, text.len + 1, sizeof(uint32_t));
    while (at < text.len) {
        uint32_t start = (uint32_t)at;
        uint32_t c = utf8_next(text, &at);
        engine->offsets[count] = start;
        if (c < 0x10000) {
            engine->units[count++] = (UChar)c;
        } else {
            engine->units[count++] = (UChar)(0xd7c0 + (c >> 10));
            engine->offsets[count] = start;
            engine->units[count++] = (UChar)(0xdc00 | (c & 0x3ff));
        }
    }
    engine->offsets[count] = (uint32_t)text.len;
    engine->unit_count = (int32_t)count;
}

uint32_t text_unit_next(const UChar *units, int32_t count, int32_t *at)
{
    uint32_t c = units[(*at)++];
    if ((c & 0xfc00) == 0xd800 && *at < count)
        c = (c << 10) + units[(*at)++] - ((0xd800u << 10) + 0xdc00u - 0x10000u);
    return c;
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
    }
    out->flags[text.len] = TEXT_GRAPHEME;
    address_add_breaks(text, out->flags);
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

/* All code points below U+0300 are normalised; so is the punctuation of typographic text. */
static bool is_plainly_nfc(struct slice text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        if (byte < 0xcc)
            continue; /* below U+0300, or a continuation byte */
        if (byte != 0xe2 || text.len - i < 3 || (unsigned char)text.ptr[i + 1] != 0x80 ||
            (unsigned char)text.ptr[i + 2] < 0x90)
            return false;
    }
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

struct slice text_normalise(struct slice text, struct arena *arena)
{
    if (is_plainly_nfc(text))
        return text;
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
    struct text_engine engine = {0};
    struct slice result = text;
    UChar *normal = NULL;
    text_units_fill(&engine, text);
    if (U_FAILURE(error) ||
        unorm2_spanQuickCheckYes(nfc, engine.units, engine.unit_count, &error) == engine.unit_count)
        goto out;
    /* Tables of UAX #15: NFC is never longer than three times its input in UTF-16. */
    size_t room = (size_t)engine.unit_count * 3;
    if (room > INT32_MAX)
        mem_exhausted();
    normal = mem_alloc(room * sizeof *normal);
    int32_t count =
        unorm2_normalize(nfc, engine.units, engine.unit_count, normal, (int32_t)room, &error);
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

bool text_is_ignorable(uint32_t code_point)
{
    if (code_point < 0xad)
        return false;
    return u_hasBinaryProperty((UChar32)code_point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool text_is_forbidden(uint32_t c)
{
    if (c < 0x20)
        return c != '\t' && c != '\n' && c != '\r';
    if (c == 0x202d || c == 0x202e) /* bidirectional overrides */
        return true;
    return (c >= 0x7f && c < 0xa0) || (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe ||
           (c >= 0xd800 && c <= 0xdfff) || c > 0x10ffff;
}

void text_char_name(uint32_t code_point, char out[96])
{
    UErrorCode error = U_ZERO_ERROR;
    int32_t len = u_charName((UChar32)code_point, U_UNICODE_CHAR_NAME, out, 96, &error);
    if (U_FAILURE(error) || len < 0 || len >= 96)
        out[0] = '\0';
}

bool text_is_alnum(uint32_t code_point)
{
    if (code_point < 0x80)
        return ascii_is_alpha((char)code_point) || ascii_is_digit((char)code_point);
    return (U_GET_GC_MASK((UChar32)code_point) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}

int text_strong_direction(uint32_t code_point)
{
    if (code_point < 0x80)
        return ascii_is_alpha((char)code_point);
    UCharDirection direction = u_charDirection((UChar32)code_point);
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC)
        return -1;
    return direction == U_LEFT_TO_RIGHT;
}

/* The first byte of U+0590 in UTF-8: below it no letter runs from right to left. */
#define RTL_FIRST_BYTE 0xd6

size_t text_find_rtl(struct slice text, size_t pos)
{
    while (pos < text.len) {
        size_t start = pos;
        if ((unsigned char)text.ptr[pos] < RTL_FIRST_BYTE)
            pos++;
        else if (text_strong_direction(utf8_next(text, &pos)) < 0)
            return start;
    }
    return text.len;
}

uint32_t text_lower(uint32_t code_point)
{
    if (code_point < 0x80)
        return (uint32_t)(unsigned char)ascii_lower((char)code_point);
    return (uint32_t)u_tolower((UChar32)code_point);
}
