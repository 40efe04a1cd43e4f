#include "layout/par/faces.h"

#include <string.h>

#include "base/mem.h"

struct par_main_face par_main_face(const struct par_work *work, unsigned style)
{
    struct par_main_face *main = &work->layout->memory->mains[style % PAR_STYLES];
    if (main->known)
        return *main;
    struct font_set *fonts = work->layout->tools->fonts;
    main->known = true;
    main->face = font_face_for(fonts, style, NULL, SLICE_LIT("x"));
    main->ascii = main->face != FONT_FACE_NONE;
    for (int c = '!'; c <= '~' && main->ascii; c++) {
        char letter = (char)c;
        main->ascii = font_face_for(fonts, style, NULL, (struct slice){&letter, 1}) == main->face;
    }
    return *main;
}

struct par_face *par_face_measure(const struct par_work *work, uint16_t face, unit size)
{
    struct par_memory *memory = work->layout->memory;
    struct font_set *fonts = work->layout->tools->fonts;
    if (face >= memory->face_cap) {
        size_t old = memory->face_cap;
        MEM_RESERVE(memory->faces, memory->face_cap, face + 1u);
        memset(memory->faces + old, 0, (memory->face_cap - old) * sizeof *memory->faces);
    }
    struct par_face *entry = &memory->faces[face];
    if (!entry->known) {
        entry->known = true;
        entry->metrics = font_metrics_get(fonts, face);
        entry->space = font_shape(fonts, face, SLICE_LIT(" "), false,
                                  font_locale(fonts, "Zyyy", "und"), FONT_PROPORTIONAL);
        if (entry->space.count != 1 || entry->space.glyphs[0].gid == 0)
            entry->space.count = 0;
    }
    if (entry->size != size) {
        entry->size = size;
        entry->factor = ((int64_t)size << 32) / entry->metrics->units_per_em;
    }
    return entry;
}
