#include "check/wording/reading.h"

#include "check/rule/found.h"
#include "prose/measures.h"

#define SECTION_WORDS 30u /* fewer say little */
#define WHOLE_WORDS   100u
#define WHOLE_LETTERS 100u /* of a language whose words are not parted by blanks */
#define ADULT         18   /* beyond, an age says nothing */
#define NAME_BYTES    40u
#define SHOWN_BYTES   50u

/* Where the note stands: the title, or the first words. */
static struct span place(const struct prose *prose)
{
    for (size_t i = 0; i < prose->passage_count; i++)
        if (prose->passages[i].place == PROSE_TITLE)
            return prose->passages[i].block->span;
    return prose->passages[0].block->span;
}

static void put_scores(const struct prose_section *section, struct buf *out)
{
    for (uint32_t i = 0; i < section->score_count; i++) {
        buf_format(out, "%s%s ", i > 0 ? ", " : "", prose_formula_name(section->scores[i].formula));
        buf_put_fixed(out, section->scores[i].hundredths, 100, 1);
    }
}

/* How hard a section is: higher is harder. */
static int32_t hardness(const struct prose_section *section)
{
    if (section->score_count == 0 || section->counts.words < SECTION_WORDS)
        return INT32_MIN;
    int32_t age = prose_reading_age(section), first = section->scores[0].hundredths;
    return age != 0 ? age : prose_formula_grows(section->scores[0].formula) ? first : -first;
}

/* The two hardest sections that are harder than the whole; fewer: NULL. */
static void hardest(const struct prose_measures *measures, const struct prose_section *found[2])
{
    int32_t whole = hardness(&measures->whole);
    found[0] = found[1] = NULL;
    for (uint32_t i = 0; i < measures->section_count; i++) {
        const struct prose_section *section = &measures->sections[i];
        int32_t value = hardness(section);
        if (!section->heading || value <= whole)
            continue;
        if (!found[0] || value > hardness(found[0])) {
            found[1] = found[0];
            found[0] = section;
        } else if (!found[1] || value > hardness(found[1])) {
            found[1] = section;
        }
    }
}

/* The sentence with the most long words for its place: words and syllables together. */
static const struct prose_sentence *hardest_sentence(const struct prose *prose)
{
    const struct prose_sentence *found = NULL;
    uint32_t most = 0;
    for (size_t i = 0; i < prose->sentence_count; i++) {
        const struct prose_sentence *sentence = &prose->sentences[i];
        const struct prose_passage *passage = &prose->passages[sentence->passage];
        uint32_t syllables = 0;
        if (!passage->own_language || passage->place == PROSE_CELL)
            continue;
        for (uint32_t w = 0; w < sentence->count; w++)
            syllables += prose->words[sentence->words + w].syllables;
        if (syllables > most) {
            most = syllables;
            found = sentence;
        }
    }
    return found;
}

/* 0: not measured. */
static int years(const struct prose_section *section)
{
    return (int)(prose_reading_age(section) + 50) / 100;
}

static void put_section(const struct prose_section *section, struct arena *arena, struct buf *out)
{
    struct slice name = node_text(section->heading, NODE_MEDIA_ALL, arena);
    buf_format(out, "\"%s\"", found_beginning(name, NAME_BYTES, arena));
    int age = years(section);
    if (age > ADULT)
        buf_put_string(out, " (for adults)");
    else if (age > 0)
        buf_format(out, " (age %d)", age);
}

/* What to work on first. */
static const char *first_work(const struct prose *prose, const struct prose_measures *measures,
                              struct arena *arena)
{
    const struct prose_section *sections[2];
    const struct prose_sentence *sentence = hardest_sentence(prose);
    struct buf out = {0};
    hardest(measures, sections);
    buf_put_string(&out, "to work on first: ");
    for (int i = 0; i < 2 && sections[i]; i++) {
        buf_put_string(&out, i > 0 ? ", then " : "the section ");
        put_section(sections[i], arena, &out);
    }
    if (sentence) {
        const struct prose_passage *passage = &prose->passages[sentence->passage];
        struct found found = {prose, passage, sentence->start, sentence->end};
        struct span span = found_span(&found);
        buf_put_string(&out, sections[0] ? "; the sentence " : "the sentence ");
        if (span.source)
            buf_format(&out, "on line %u, ", source_locate(span.source, span.offset).line);
        buf_format(&out, "\"%s\"", found_beginning(found_text(&found), SHOWN_BYTES, arena));
    }
    return buf_keep(&out, arena).ptr;
}

static void tell_english(const struct check_subject *subject, const struct prose_measures *measures,
                         struct diag_list *diags)
{
    int limit = rule_limit(subject, DIAG_CODE_READING_LEVEL);
    int age = years(&measures->whole);
    struct buf scores = {0};
    if (age <= limit)
        return;
    put_scores(&measures->whole, &scores);
    unsigned density = prose_lexical_density(&measures->whole.counts) / 10;
    diag_add(diags, DIAG_CODE_READING_LEVEL, place(subject->prose),
             first_work(subject->prose, measures, diags->arena),
             "this reads as for %s, more than %d (%.*s%s; %u of 100 words carry content)",
             age > ADULT ? "adults" : arena_format(diags->arena, "the age of %d", age), limit,
             SLICE_ARGS(buf_slice(&scores)),
             measures->few_sentences ? ", from fewer than 30 sentences" : "", density);
    buf_free(&scores);
}

/* A language in which no formula measures. */
static void tell_unmeasured(const struct check_subject *subject, struct diag_list *diags)
{
    diag_add(diags, DIAG_CODE_READING_LEVEL, place(subject->prose),
             "let somebody who speaks the language read it",
             "no formula measures how hard this is to read; the rules of plain English are not "
             "asked of it");
}

static void tell_other(const struct check_subject *subject, const struct prose_measures *measures,
                       struct diag_list *diags)
{
    struct buf scores = {0};
    put_scores(&measures->whole, &scores);
    diag_add(diags, DIAG_CODE_READING_LEVEL, place(subject->prose),
             first_work(subject->prose, measures, diags->arena),
             "how hard this is to read: %.*s; the rules of plain English are not asked of it",
             SLICE_ARGS(buf_slice(&scores)));
    buf_free(&scores);
}

void check_reading(const struct check_subject *subject, struct diag_list *diags)
{
    struct prose_measures measures;
    struct arena arena = {0};
    prose_measure(subject->prose, &arena, &measures);
    const struct prose_counts *counts = &measures.whole.counts;
    enum prose_formula formulas[PROSE_SCORES];
    if (prose_formulas(subject->doc->root->lang, formulas) == 0 && counts->letters >= WHOLE_LETTERS)
        tell_unmeasured(subject, diags);
    else if (counts->words >= WHOLE_WORDS && subject->prose->english)
        tell_english(subject, &measures, diags);
    else if (counts->words >= WHOLE_WORDS && measures.whole.score_count > 0)
        tell_other(subject, &measures, diags);
    arena_free(&arena);
}
