#include "text/bidi.h"

#include <string.h>

#include "base/mem.h"
#include "text/engine.h"

#define BRACKETS_DEEP      63
#define FIRST_RARE_BRACKET 0x0f3a
#define NEUTRAL            '*' /* of class ON, as brackets are, and of no pair */

/* A forced line break does not end the paragraph: its direction and embeddings go on. Separators
 * of class B become U+2028 for the algorithm; the lengths stay. */
static void join_lines(struct text_engine *engine)
{
    for (int32_t i = 0; i < engine->unit_count; i++) {
        UChar c = engine->units[i];
        if (c == '\n' || c == '\r' || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2029)
            engine->units[i] = 0x2028;
    }
}

/* ICU pairs brackets in a time that grows with the depth of their nesting. UAX #9, BD16, stops at
 * its limit: from there on brackets are neutral signs like others. */
static void stop_pairing(struct text_engine *engine)
{
    const struct icu *lib = icu();
    int32_t depth = 0;
    for (int32_t i = 0; i < engine->unit_count; i++) {
        UChar32 c = engine->units[i];
        if (c != '(' && c != ')' && c != '[' && c != ']' && c != '{' && c != '}' &&
            c < FIRST_RARE_BRACKET)
            continue;
        int type = lib->u_getIntPropertyValue(c, UCHAR_BIDI_PAIRED_BRACKET_TYPE);
        if (type == U_BPT_OPEN)
            depth++;
        else if (type == U_BPT_CLOSE && depth > 0 && depth <= BRACKETS_DEEP)
            depth--;
        if (type != U_BPT_NONE && depth > BRACKETS_DEEP)
            engine->units[i] = NEUTRAL;
    }
}

static const UBiDiLevel *find_levels(struct text_engine *engine, enum text_direction direction,
                                     bool *base_rtl)
{
    const struct icu *lib = icu();
    UErrorCode error = U_ZERO_ERROR;
    UBiDiLevel level = direction == TEXT_AUTO ? UBIDI_DEFAULT_LTR : direction == TEXT_RTL ? 1 : 0;
    if (!engine->bidi)
        engine->bidi = lib->ubidi_open();
    if (!engine->bidi)
        mem_exhausted();
    lib->ubidi_setPara(engine->bidi, engine->units, engine->unit_count, level, NULL, &error);
    const UBiDiLevel *levels = lib->ubidi_getLevels(engine->bidi, &error);
    text_check_memory(error);
    if (U_FAILURE(error) || !levels)
        return NULL;
    *base_rtl = lib->ubidi_getParaLevel(engine->bidi) & 1;
    return levels;
}

static bool is_real(UScriptCode script)
{
    return script > USCRIPT_INHERITED && script != USCRIPT_UNKNOWN;
}

/* Scripts of all units; common and inherited characters take that of the real script before them in
 * their level run, else of the one after them there, else of the nearest in the paragraph. */
static void find_scripts(const struct text_engine *engine, const UBiDiLevel *levels,
                         UScriptCode *scripts)
{
    const struct icu *lib = icu();
    int32_t count = engine->unit_count;
    UScriptCode outside = USCRIPT_COMMON;
    for (int32_t i = 0; i < count;) {
        UErrorCode error = U_ZERO_ERROR;
        int32_t start = i;
        UChar32 c = (UChar32)text_unit_next(engine->units, count, &i);
        scripts[start] = lib->uscript_getScript(c, &error);
        if (i - start == 2)
            scripts[start + 1] = scripts[start];
        if (!is_real(outside) && is_real(scripts[start]))
            outside = scripts[start];
    }
    for (int32_t start = 0, end; start < count; start = end) {
        UScriptCode before = USCRIPT_COMMON;
        for (end = start; end < count && levels[end] == levels[start]; end++)
            if (!is_real(before) && is_real(scripts[end]))
                before = scripts[end];
        bool any = is_real(before);
        if (!any)
            before = outside;
        for (int32_t i = start; i < end; i++) {
            if (is_real(scripts[i]))
                before = scripts[i];
            else
                scripts[i] = before;
        }
        if (any)
            outside = before;
    }
}

static void name_script(UScriptCode script, char out[5])
{
    const char *name = is_real(script) ? icu()->uscript_getShortName(script) : NULL;
    memcpy(out, name && strlen(name) == 4 ? name : "Zyyy", 5);
}

void text_runs_icu(struct text_engine *engine, enum text_direction direction, struct arena *arena,
                   struct text_analysis *out)
{
    int32_t count = engine->unit_count, runs = 1;
    join_lines(engine);
    stop_pairing(engine);
    const UBiDiLevel *found = find_levels(engine, direction, &out->base_rtl);
    UBiDiLevel *levels = mem_calloc((size_t)count, sizeof *levels);
    UScriptCode *scripts = mem_calloc((size_t)count, sizeof *scripts);
    if (found)
        memcpy(levels, found, (size_t)count * sizeof *levels);
    find_scripts(engine, levels, scripts);
    for (int32_t i = 1; i < count; i++)
        if (levels[i] != levels[i - 1] || scripts[i] != scripts[i - 1])
            runs++;
    out->runs = ARENA_ARRAY(arena, (size_t)runs, struct text_run);
    for (int32_t start = 0, end; start < count; start = end) {
        for (end = start + 1;
             end < count && levels[end] == levels[start] && scripts[end] == scripts[start]; end++)
            continue;
        struct text_run *run = &out->runs[out->run_count++];
        run->start = engine->offsets[start];
        run->len = engine->offsets[end] - run->start;
        run->level = levels[start];
        name_script(scripts[start], run->script);
    }
    mem_free(levels);
    mem_free(scripts);
}

void text_visual_order(const uint8_t *levels, uint32_t count, uint32_t *order)
{
    uint8_t highest = 0, lowest_odd = 255;
    for (uint32_t i = 0; i < count; i++) {
        order[i] = i;
        if (levels[i] > highest)
            highest = levels[i];
        if ((levels[i] & 1) && levels[i] < lowest_odd)
            lowest_odd = levels[i];
    }
    for (int level = highest; level >= lowest_odd; level--) {
        for (uint32_t start = 0, end; start < count; start = end + 1) {
            for (end = start; end < count && levels[order[end]] >= level; end++)
                continue;
            for (uint32_t i = start, j = end; i + 1 < j; i++) {
                uint32_t swap = order[i];
                order[i] = order[--j];
                order[j] = swap;
            }
        }
    }
}
