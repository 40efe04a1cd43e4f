#include "prose/measures.h"

#include <math.h>

#include "prose/prose.h"
#include "text/lang.h"

#define LONG_LETTERS    7u
#define POLYSYLLABLES   3u
#define SMOG_SENTENCES  30u
#define FEWEST_WORDS    10u /* of what gets a score */
#define YEARS_BEFORE    5   /* the first grade begins at the age of six */
#define LANGUAGE_SCORES 2

/* ---- formulas */

static const char *const names[PROSE_FORMULA_COUNT] = {
    [PROSE_FLESCH] = "Flesch reading ease",
    [PROSE_FLESCH_KINCAID] = "Flesch-Kincaid grade",
    [PROSE_SMOG] = "SMOG grade",
    [PROSE_FOG] = "Gunning fog",
    [PROSE_AMSTAD] = "Flesch-Amstad",
    [PROSE_WIENER] = "Wiener Sachtextformel 1",
    [PROSE_INFLESZ] = "INFLESZ",
    [PROSE_GULPEASE] = "Gulpease",
    [PROSE_KANDEL_MOLES] = "Kandel-Moles (207 - 1.015 - 73.6)",
    [PROSE_DOUMA] = "Flesch-Douma",
    [PROSE_RUSSIAN] = "Flesch-Oborneva",
    [PROSE_LIX] = "LIX",
};

const char *prose_formula_name(enum prose_formula formula)
{
    return names[formula];
}

bool prose_formula_grows(enum prose_formula formula)
{
    return formula == PROSE_FLESCH_KINCAID || formula == PROSE_SMOG || formula == PROSE_FOG ||
           formula == PROSE_WIENER || formula == PROSE_LIX;
}

/* Two terms of Flesch's form. */
static double flesch(double base, double by_sentence, double by_word, const struct prose_counts *c)
{
    return base - by_sentence * c->words / c->sentences - by_word * c->syllables / c->words;
}

static double value_of(enum prose_formula formula, const struct prose_counts *c)
{
    double words = c->words, sentences = c->sentences;
    switch (formula) {
    case PROSE_FLESCH: return flesch(206.835, 1.015, 84.6, c);
    case PROSE_FLESCH_KINCAID: return flesch(-15.59, -0.39, -11.8, c);
    case PROSE_SMOG: return 1.0430 * sqrt(30.0 * c->smog_words / sentences) + 3.1291;
    case PROSE_FOG: return 0.4 * (words / sentences + 100.0 * c->fog_words / words);
    case PROSE_AMSTAD: return flesch(180, 1, 58.5, c);
    case PROSE_WIENER:
        return 19.35 * c->polysyllables / words + 0.1672 * words / sentences +
               12.97 * c->long_words / words - 3.27 * c->monosyllables / words - 0.875;
    case PROSE_INFLESZ: return flesch(206.835, 1, 62.3, c);
    case PROSE_GULPEASE: return 89 + (300 * sentences - 10.0 * c->letters) / words;
    case PROSE_KANDEL_MOLES: return flesch(207, 1.015, 73.6, c);
    case PROSE_DOUMA: return flesch(206.835, 0.93, 77, c);
    case PROSE_RUSSIAN: return flesch(206.835, 1.3, 60.1, c);
    case PROSE_LIX: return words / sentences + 100.0 * c->long_words / words;
    case PROSE_FORMULA_COUNT: break;
    }
    return 0;
}

int32_t prose_formula_value(enum prose_formula formula, const struct prose_counts *counts)
{
    if (counts->words == 0 || counts->sentences == 0)
        return 0;
    return (int32_t)lround(100 * value_of(formula, counts));
}

/* Languages whose words are not parted by blanks: nothing that counts words holds. */
static const char *const wordless[] = {"zh", "ja", "th", "lo", "km", "my", "bo", "yue"};

uint32_t prose_formulas(const char *lang, enum prose_formula formulas[PROSE_SCORES])
{
    static const struct {
        const char *lang;
        enum prose_formula formulas[LANGUAGE_SCORES];
    } languages[] = {
        {"de", {PROSE_AMSTAD, PROSE_WIENER}}, {"es", {PROSE_INFLESZ, PROSE_LIX}},
        {"it", {PROSE_GULPEASE, PROSE_LIX}},  {"fr", {PROSE_KANDEL_MOLES, PROSE_LIX}},
        {"nl", {PROSE_DOUMA, PROSE_LIX}},     {"ru", {PROSE_RUSSIAN, PROSE_LIX}},
    };
    if (lang && text_lang_same_primary(lang, "en")) {
        for (int i = 0; i < PROSE_SCORES; i++)
            formulas[i] = (enum prose_formula)(PROSE_FLESCH + i);
        return PROSE_SCORES;
    }
    for (size_t i = 0; lang && i < sizeof languages / sizeof *languages; i++) {
        if (!text_lang_same_primary(lang, languages[i].lang))
            continue;
        for (int j = 0; j < LANGUAGE_SCORES; j++)
            formulas[j] = languages[i].formulas[j];
        return LANGUAGE_SCORES;
    }
    for (size_t i = 0; lang && i < sizeof wordless / sizeof *wordless; i++)
        if (text_lang_same_primary(lang, wordless[i]))
            return 0;
    formulas[0] = PROSE_LIX;
    return 1;
}

/* ---- counting */

/* A word of three syllables that has them by its ending alone: "created", "increases". */
static bool is_long_by_ending(struct slice text, uint8_t syllables)
{
    return syllables == POLYSYLLABLES &&
           (slice_ends(text, "es") || slice_ends(text, "ed") || slice_ends(text, "ing"));
}

static void count_word(struct prose_counts *c, const struct prose_passage *passage,
                       const struct prose_word *word, bool first)
{
    bool poly = word->syllables >= POLYSYLLABLES;
    bool name = (word->traits & PROSE_CAPITAL) && !first;
    c->words++;
    c->syllables += word->syllables;
    c->letters += word->letters;
    c->long_words += word->letters >= LONG_LETTERS;
    c->monosyllables += word->syllables == 1;
    c->content_words += passage->english && !(word->traits & (PROSE_LITTLE | PROSE_NUMBER));
    if (!poly)
        return;
    c->polysyllables++;
    c->smog_words += passage->place != PROSE_TITLE;
    c->fog_words += !name && !(word->traits & PROSE_COMPOUND) &&
                    !is_long_by_ending(prose_word_text(passage, word), word->syllables);
}

static void count_passage(struct prose_counts *c, const struct prose *prose,
                          const struct prose_passage *passage)
{
    for (uint32_t s = 0; s < passage->sentence_count; s++) {
        const struct prose_sentence *sentence = &prose->sentences[passage->sentences + s];
        c->sentences += sentence->counted > 0;
        for (uint32_t w = 0; w < sentence->count; w++) {
            const struct prose_word *word = &prose->words[sentence->words + w];
            if (!(word->traits & PROSE_ADDRESS))
                count_word(c, passage, word, w == 0);
        }
    }
}

static void add_counts(struct prose_counts *to, const struct prose_counts *from)
{
    to->sentences += from->sentences;
    to->words += from->words;
    to->syllables += from->syllables;
    to->letters += from->letters;
    to->long_words += from->long_words;
    to->polysyllables += from->polysyllables;
    to->smog_words += from->smog_words;
    to->fog_words += from->fog_words;
    to->monosyllables += from->monosyllables;
    to->content_words += from->content_words;
}

static void score(struct prose_section *section, const char *lang)
{
    enum prose_formula formulas[PROSE_SCORES];
    if (section->counts.words < FEWEST_WORDS)
        return;
    section->score_count = prose_formulas(lang, formulas);
    for (uint32_t i = 0; i < section->score_count; i++)
        section->scores[i] =
            (struct prose_score){formulas[i], prose_formula_value(formulas[i], &section->counts)};
}

void prose_measure(const struct prose *prose, struct arena *arena, struct prose_measures *out)
{
    *out = (struct prose_measures){
        .sections = ARENA_ARRAY(arena, prose->section_count, struct prose_section),
        .section_count = prose->section_count,
    };
    for (size_t i = 0; i < prose->passage_count; i++) {
        const struct prose_passage *passage = &prose->passages[i];
        struct prose_section *section = &out->sections[passage->section];
        if (passage->place == PROSE_HEADING && !section->heading && passage->section > 0)
            section->heading = passage->block;
        if (passage->own_language && passage->place != PROSE_CELL)
            count_passage(&section->counts, prose, passage);
    }
    const char *lang = prose->doc->root->lang;
    for (uint32_t i = 0; i < out->section_count; i++) {
        add_counts(&out->whole.counts, &out->sections[i].counts);
        score(&out->sections[i], lang);
    }
    score(&out->whole, lang);
    out->few_sentences = out->whole.counts.sentences < SMOG_SENTENCES;
}

int32_t prose_reading_age(const struct prose_section *section)
{
    for (uint32_t i = 0; i < section->score_count; i++)
        if (section->scores[i].formula == PROSE_FLESCH_KINCAID)
            return section->scores[i].hundredths + 100 * YEARS_BEFORE;
    return 0;
}

uint32_t prose_lexical_density(const struct prose_counts *counts)
{
    return counts->words > 0 ? counts->content_words * 1000 / counts->words : 0;
}
