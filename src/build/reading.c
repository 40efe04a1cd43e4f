#include "build/reading.h"

#include "doc/words.h"
#include "prose/measures.h"

static void measure_sections(const struct prose_measures *measures, struct arena *arena,
                             struct reading *out)
{
    struct reading_section *sections =
        ARENA_ARRAY(arena, measures->section_count, struct reading_section);
    for (uint32_t i = 0; i < measures->section_count; i++) {
        const struct prose_section *section = &measures->sections[i];
        if (section->score_count == 0)
            continue;
        sections[out->section_count++] = (struct reading_section){
            .heading = section->heading ? arena_string(arena, node_words(section->heading,
                                                                         NODE_MEDIA_ALL, arena))
                                        : NULL,
            .value = section->scores[0].hundredths,
            .age = prose_reading_age(section),
        };
    }
    out->sections = sections;
}

void reading_measure(const struct prose *prose, struct arena *arena, struct reading *out)
{
    struct prose_measures measures;
    *out = (struct reading){.formula = NULL};
    prose_measure(prose, arena, &measures);
    const struct prose_section *whole = &measures.whole;
    if (whole->score_count == 0)
        return;
    *out = (struct reading){
        .formula = prose_formula_name(whole->scores[0].formula),
        .value = whole->scores[0].hundredths,
        .age = prose_reading_age(whole),
        .words = whole->counts.words,
        .sentences = whole->counts.sentences,
    };
    measure_sections(&measures, arena, out);
}

void reading_keep(struct reading *reading, struct arena *arena)
{
    struct reading_section *copy =
        ARENA_ARRAY(arena, reading->section_count, struct reading_section);
    for (uint32_t i = 0; i < reading->section_count; i++) {
        copy[i] = reading->sections[i];
        if (copy[i].heading)
            copy[i].heading = arena_string(arena, slice_from(copy[i].heading));
    }
    reading->sections = copy;
}
