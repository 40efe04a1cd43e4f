/* How hard a leaflet is to read, by formulas: for the whole and for each section. Triage, no
 * judgement: the NHS service manual advises to use such tools only to choose what to work on
 * first. Floating point ends here: scores are integers, the same on every machine. check/ and what
 * stands above it.
 *
 * Counted are the passages in the document's own language but those of tables. Headings and items
 * of lists are sentences of their own; addresses are not counted, numbers as words of one
 * syllable. */
#pragma once

#include "prose/passage.h"

/* Where the formulas stand: English by Flesch (1948), Kincaid (1975), McLaughlin (1969, formula D)
 * and Gunning (1952); German by Amstad (1978) and Bamberger and Vanecek (1984, the first Wiener
 * Sachtextformel); Spanish by Szigriszt (1993), whose value INFLESZ grades; Italian Gulpease
 * (1988); French by Kandel and Moles (1958, as 207 - 1.015 - 73.6); Dutch by Douma (1960); Russian
 * by Oborneva (2005); LIX by Björnsson (1968) for all other languages. */
enum prose_formula {
    PROSE_FLESCH,
    PROSE_FLESCH_KINCAID,
    PROSE_SMOG,
    PROSE_FOG,
    PROSE_AMSTAD,
    PROSE_WIENER,
    PROSE_INFLESZ,
    PROSE_GULPEASE,
    PROSE_KANDEL_MOLES,
    PROSE_DOUMA,
    PROSE_RUSSIAN,
    PROSE_LIX,
    PROSE_FORMULA_COUNT
};

struct prose_counts {
    uint32_t sentences, words, syllables;
    uint32_t letters;       /* digits too */
    uint32_t long_words;    /* of seven letters or more */
    uint32_t polysyllables; /* of three syllables or more */
    uint32_t smog_words;    /* of them not in the title */
    uint32_t fog_words;     /* of them no names, no compounds, and not by -es, -ed or -ing alone */
    uint32_t monosyllables;
    uint32_t content_words; /* neither function words nor numbers: English only */
};

struct prose_score {
    enum prose_formula formula;
    int32_t hundredths;
};

/* The most formulas of one language. */
#define PROSE_SCORES 4

struct prose_section {
    const struct node *heading; /* NULL: what stands before the first, and the whole */
    struct prose_counts counts;
    struct prose_score scores[PROSE_SCORES];
    uint32_t score_count; /* 0: too few words, or a language in which words are not counted */
};

struct prose_measures {
    struct prose_section whole;
    struct prose_section *sections; /* [section_count], in the arena; the headings of level 2 */
    uint32_t section_count;
    bool few_sentences; /* SMOG is made for 30 and more */
};

/* A formula's value in hundredths, rounded; 0 words or sentences give 0. */
int32_t prose_formula_value(enum prose_formula formula, const struct prose_counts *counts);
/* "Flesch reading ease", "Kandel-Moles (207 - 1.015 - 73.6)". */
const char *prose_formula_name(enum prose_formula formula);
/* True if a higher value means harder text. */
bool prose_formula_grows(enum prose_formula formula);

/* The formulas of a language (BCP 47): how many, the one to sort by first. */
uint32_t prose_formulas(const char *lang, enum prose_formula formulas[PROSE_SCORES]);

/* Measures a text; what it points at lives in the arena and in the document's tree. */
void prose_measure(const struct prose *prose, struct arena *arena, struct prose_measures *out);

/* The age in years at which an English text is read with ease: the Flesch-Kincaid grade and five
 * years, in hundredths; 0: not measured. */
int32_t prose_reading_age(const struct prose_section *section);
/* Content words of all words, in thousandths; 0: not counted. */
uint32_t prose_lexical_density(const struct prose_counts *counts);
