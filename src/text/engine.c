#include "text/engine.h"

#include "base/mem.h"
#include "base/utf8.h"

void text_check_memory(UErrorCode error)
{
    if (error == U_MEMORY_ALLOCATION_ERROR)
        mem_exhausted();
}

void text_units_fill(struct text_engine *engine, struct slice text)
{
    size_t count = 0, at = 0;
    MEM_RESERVE(engine->units, engine->unit_cap, text.len + 1);
    MEM_RESERVE(engine->offsets, engine->offset_cap, text.len + 1);
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
