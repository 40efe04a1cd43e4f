#include "check/wording/english.h"

#include "check/wording/english_abbreviations.h"
#include "check/wording/english_lists.h"
#include "check/wording/english_marks.h"
#include "check/wording/english_numbers.h"
#include "check/wording/english_phones.h"
#include "check/wording/english_ranges.h"
#include "check/wording/english_sentences.h"
#include "check/wording/english_times.h"
#include "check/wording/english_twice.h"
#include "check/wording/english_words.h"
#include "check/wording/reading.h"

/* Pages of the NHS service manual. */
#define MANUAL     "NHS service manual, "
#define SM         "; https://service-manual.nhs.uk/content/"
#define WRITING    MANUAL "how we write" SM "how-we-write"
#define FORMATTING MANUAL "formatting" SM "formatting"
#define MARKS      MANUAL "punctuation" SM "punctuation"
#define NUMBERS    MANUAL "numbers, measurements, dates and time" SM "numbers-measurements-dates-time"
#define A_TO_Z     MANUAL "A to Z" SM "a-to-z-of-nhs-health-writing"

/* A row of the editor's. */
#define RULE(symbol, what, from, not_so, but_so, function)                                         \
    {.code = DIAG_CODE_##symbol,                                                                   \
     .family = RULE_ENGLISH,                                                                       \
     .traits = RULE_EDITOR | RULE_IN_ENGLISH,                                                      \
     .asks = what,                                                                                 \
     .source = from,                                                                               \
     .bad = not_so,                                                                                \
     .good = but_so,                                                                               \
     .run = function}

static const struct rule rows[] = {
    {.code = DIAG_CODE_SENTENCE_LONG,
     .family = RULE_ENGLISH,
     .traits = RULE_EDITOR | RULE_IN_ENGLISH,
     .asks = "a sentence has at most 20 words",
     .source = WRITING,
     .bad =
         "If you feel ill after the treatment and you cannot reach the clinic, go to the nearest "
         "hospital and take this leaflet with you so that they know.",
     .good =
         "You may feel ill after the treatment. If you cannot reach the clinic, go to the nearest "
         "hospital. Take this leaflet with you.",
     .limit = {"sentence-words", 20, "words"},
     .run = check_english_sentences},
    RULE(PASSIVE_VOICE, "a sentence says who does what", WRITING, "Your blood is taken at ten.",
         "A nurse takes your blood at ten.", NULL),
    {.code = DIAG_CODE_PARAGRAPH_LONG,
     .family = RULE_ENGLISH,
     .traits = RULE_EDITOR | RULE_IN_ENGLISH,
     .asks = "a paragraph has at most 3 sentences",
     .source = WRITING,
     .bad = "Come in. Sit down. Tell us your name. Then wait.",
     .good = "Come in. Sit down. Tell us your name.\n\nThen wait.",
     .limit = {"paragraph-sentences", 3, "sentences"},
     .run = check_english_paragraphs},
    RULE(CONTRACTION, "\"not\" is written in full", MARKS, "Don't drink alcohol.",
         "Do not drink alcohol.", check_english_contractions),
    RULE(CAPITALS_BLOCK, "no words are set in capitals", MARKS, "Do NOT drive home.",
         "Do not drive home.", check_english_capitals),
    RULE(RANGE_DASH, "ranges have \"to\", not a dash", NUMBERS, "Wait for 5-10 minutes.",
         "Wait for 5 to 10 minutes.", check_english_ranges),
    RULE(AMPERSAND, "\"and\" is written in full", NULL, "Bring your glasses & your letter.",
         "Bring your glasses and your letter. Do not come to A&E.", check_english_ampersands),
    RULE(ABBREVIATION_UNEXPLAINED, "an abbreviation is written in full where it first stands",
         FORMATTING, "You may have an ECG first.",
         "You may have an electrocardiogram (ECG) first. Ask your GP.",
         check_english_abbreviations),
    RULE(WORD_PLAINER, "no word has a plainer one",
         A_TO_Z "; AHRQ; plainlanguage.gov; "
                "http://www.ahrq.gov/professionals/prevention-chronic-care/improve/self-mgmt/pemat/"
                "pemat4.html",
         "Utilise the cream at night.", "Use the cream at night.", check_english_words),
    RULE(PERSON_FIRST, "people are named before their condition", A_TO_Z, "This helps diabetics.",
         "This helps people with diabetes.", NULL),
    RULE(LATIN_WORD, "no eg, ie or etc", A_TO_Z, "Eat fruit, e.g. pears.",
         "Eat fruit, for example pears.", NULL),
    RULE(DOUBLE_NEGATIVE, "no two negatives stand together", NULL, "Pain is not uncommon.",
         "Pain is common.", NULL),
    RULE(NUMBER_STYLE, "numbers are digits, with a comma from 1,000 on", NUMBERS,
         "Rest for three days.", "Rest for 3 days. Ask one of us.", check_english_numbers),
    RULE(TIME_STYLE, "times are written 5pm, 5:30pm, midday", NUMBERS, "Come at 5.30 p.m. today.",
         "Come at 5:30pm today.", check_english_times),
    RULE(DATE_STYLE, "dates are written 6 August 2018", NUMBERS, "Come on 6/8/2018.",
         "Come on 6 August 2018.", check_english_dates),
    RULE(DATE_WRONG, "a date is on the calendar, and on the day of the week that it names", NULL,
         "Come on Monday 28 November 2026.", "Come on Saturday 28 November 2026.",
         check_english_calendar),
    RULE(WORD_TWICE, "no word stands twice by mistake", NULL, "You must not not drive.",
         "You must not drive. We know that that hurts.", check_english_twice),
    RULE(PHONE_GROUPS, "telephone numbers stand in groups", A_TO_Z, "Call 01632960001.",
         "Call 01632 960 001.", check_phone_groups),
    {.code = DIAG_CODE_LIST_LONG,
     .family = RULE_ENGLISH,
     .traits = RULE_EDITOR,
     .asks = "a list has at most 6 items",
     .source = FORMATTING,
     .bad = "Bring:\n\n- soap\n- a towel\n- socks\n- slippers\n- a book\n- a pen\n- your letter",
     .good = "Bring:\n\n- soap\n- a towel\n- socks",
     .limit = {"list-items", 6, "items"},
     .run = check_list_lengths},
    RULE(LIST_LEAD_IN, "a line with a colon leads into a list", FORMATTING,
         "You may feel unwell.\n\n- sick\n- dizzy", "You may feel:\n\n- sick\n- dizzy",
         check_list_lead_ins),
    RULE(LINK_VAGUE, "the words of a link say where it leads", FORMATTING,
         "For your inhaler [click here](https://example.org/a).",
         "See [how to use your inhaler](https://example.org/a).", check_link_names),
    {.code = DIAG_CODE_READING_LEVEL,
     .family = RULE_ENGLISH,
     .traits = RULE_EDITOR,
     .asks = "the text is easy to read at the age of 11",
     .why =
         "A formula counts words and syllables and understands nothing. The NHS service manual "
         "uses such tools only to choose what to work on first; ask your readers. Other languages "
         "are measured by their own formulas, for information.",
     .source =
         WRITING "; Flesch-Kincaid, SMOG and the others count syllables of words and words of "
                 "sentences",
     .limit = {"reading-age", 11, "years"},
     .run = check_reading},
};

const struct rule_array check_english_rows = {rows, sizeof rows / sizeof *rows};
