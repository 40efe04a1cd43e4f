#include "text/words.h"

#include <assert.h>
#include <string.h>

#include "base/buf.h"
#include "text/words_table.h"

/* A word that a language lacks, or has twice, does not compile: the count must be right, and a
 * second enumerator of a name is an error. */
#define COUNT_ONE(symbol, wording) +1
#define PASTE(suffix, symbol)      HAS_##suffix##_##symbol
#define HAS_FR(symbol, wording)    PASTE(FR, symbol),
#define HAS_ES(symbol, wording)    PASTE(ES, symbol),
#define HAS_DE(symbol, wording)    PASTE(DE, symbol),
#define HAS_PL(symbol, wording)    PASTE(PL, symbol),
#define HAS_AR(symbol, wording)    PASTE(AR, symbol),
#define HAS_CY(symbol, wording)    PASTE(CY, symbol),
#define X(suffix, tag)                                                                             \
    static_assert(0 WORDS_##suffix(COUNT_ONE) == WORD_COUNT, "a word of " tag " is missing");      \
    enum { WORDS_##suffix(HAS_##suffix) HAS_##suffix##_END };
WORDS_LANGUAGES(X)
#undef X

enum language {
    LANGUAGE_EN,
#define X(suffix, tag) LANGUAGE_##suffix,
    WORDS_LANGUAGES(X)
#undef X
        LANGUAGE_COUNT
};

#define ENTRY(symbol, wording)        [symbol] = wording,
#define ENGLISH(symbol, key, english) [symbol] = english,

/* clang-format off */
static const char *const tags[LANGUAGE_COUNT] = {
    "en",
#define X(suffix, tag) tag,
    WORDS_LANGUAGES(X)
#undef X
};

static const char *const wordings[LANGUAGE_COUNT][WORD_COUNT] = {
    {WORDS(ENGLISH)},
#define X(suffix, tag) {WORDS_##suffix(ENTRY)},
    WORDS_LANGUAGES(X)
#undef X
};
/* clang-format on */

static const char *const keys[WORD_COUNT] = {
#define X(symbol, key, english) [symbol] = key,
    WORDS(X)
#undef X
};

/* Names in dates with a day, names alone where they differ (Polish), and the patterns: {d}, {m},
 * {y}. The first of a month has its own day in French ("1er"). */
struct date_forms {
    const char *months[12];
    const char *months_alone[12];  /* [0] NULL: as months */
    const char *day_first;         /* NULL: as every day */
    const char *full, *month_only; /* NULL: "{d} {m} {y}", "{m} {y}" */
};

static const struct date_forms dates[LANGUAGE_COUNT] = {
    [LANGUAGE_EN] = {.months = {"January", "February", "March", "April", "May", "June", "July",
                                "August", "September", "October", "November", "December"}},
    [LANGUAGE_FR] = {.months = {"janvier", "février", "mars", "avril", "mai", "juin", "juillet",
                                "août", "septembre", "octobre", "novembre", "décembre"},
                     .day_first = "1er"},
    [LANGUAGE_ES] = {.months = {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio",
                                "agosto", "septiembre", "octubre", "noviembre", "diciembre"},
                     .full = "{d} de {m} de {y}",
                     .month_only = "{m} de {y}"},
    [LANGUAGE_DE] = {.months = {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli",
                                "August", "September", "Oktober", "November", "Dezember"},
                     .full = "{d}. {m} {y}"},
    [LANGUAGE_PL] = {.months = {"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca",
                                "lipca", "sierpnia", "września", "października", "listopada",
                                "grudnia"},
                     .months_alone = {"styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec",
                                      "lipiec", "sierpień", "wrzesień", "październik", "listopad",
                                      "grudzień"}},
    [LANGUAGE_AR] = {.months = {"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو",
                                "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"}},
    [LANGUAGE_CY] = {.months = {"Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin",
                                "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"}},
};

/* After CLDR's delimiters; Arabic takes guillemets, which the bidirectional algorithm mirrors. */
static const struct words_quotes quotes[LANGUAGE_COUNT] = {
    [LANGUAGE_EN] = {"“", "”", "‘", "’"}, [LANGUAGE_FR] = {"«" NBSP, NBSP "»", "“", "”"},
    [LANGUAGE_ES] = {"«", "»", "“", "”"}, [LANGUAGE_DE] = {"„", "“", "‚", "‘"},
    [LANGUAGE_PL] = {"„", "”", "«", "»"}, [LANGUAGE_AR] = {"«", "»", "‹", "›"},
    [LANGUAGE_CY] = {"“", "”", "‘", "’"},
};

/* The language of a tag by its primary subtag (RFC 5646, 2.2.1), or LANGUAGE_COUNT. */
static enum language find_language(const char *lang)
{
    if (!lang)
        return LANGUAGE_COUNT;
    struct slice primary = {lang, strcspn(lang, "-")};
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        if (slice_equal_nocase(primary, slice_from(tags[i])))
            return (enum language)i;
    return LANGUAGE_COUNT;
}

static enum language language_or_english(const char *lang)
{
    enum language language = find_language(lang);
    return language == LANGUAGE_COUNT ? LANGUAGE_EN : language;
}

bool words_has_language(const char *lang)
{
    return find_language(lang) != LANGUAGE_COUNT;
}

const char *words_get(const char *lang, enum word word)
{
    assert(word < WORD_COUNT);
    return wordings[language_or_english(lang)][word];
}

enum word words_find(const char *key)
{
    for (int i = 0; i < WORD_COUNT; i++)
        if (strcmp(keys[i], key) == 0)
            return (enum word)i;
    return WORD_COUNT;
}

const char *words_key(enum word word)
{
    assert(word < WORD_COUNT);
    return keys[word];
}

/* Replaces every {x} whose x stands in names by the value at the same place. */
static char *fill(struct arena *arena, const char *pattern, const char *names,
                  const char *const *values)
{
    struct buf out = {0};
    for (const char *at = pattern; *at;) {
        const char *name = at[0] == '{' && at[1] && at[2] == '}' ? strchr(names, at[1]) : NULL;
        if (name) {
            if (values[name - names])
                buf_put_string(&out, values[name - names]);
            at += 3;
        } else {
            buf_put_char(&out, *at++);
        }
    }
    char *text = arena_string(arena, buf_slice(&out));
    buf_free(&out);
    return text;
}

char *words_fill(struct arena *arena, const char *pattern, const char *first, const char *second)
{
    return fill(arena, pattern, "12", (const char *const[]){first, second});
}

char *words_date(struct arena *arena, const char *lang, int year, int month, int day)
{
    assert(month >= 1 && month <= 12);
    const struct date_forms *form = &dates[language_or_english(lang)];
    const char *number = arena_format(arena, "%d", day);
    const char *name = form->months[month - 1];
    if (day == 1 && form->day_first)
        number = form->day_first;
    if (day == 0 && form->months_alone[0])
        name = form->months_alone[month - 1];
    const char *full = form->full ? form->full : "{d} {m} {y}";
    const char *month_only = form->month_only ? form->month_only : "{m} {y}";
    return fill(arena, day == 0 ? month_only : full, "dmy",
                (const char *const[]){number, name, arena_format(arena, "%d", year)});
}

bool words_is_month(const char *lang, struct slice word)
{
    enum language language = find_language(lang);
    for (int i = 0; language != LANGUAGE_COUNT && i < 12; i++)
        if (slice_equal_string(word, dates[language].months[i]))
            return true;
    return false;
}

struct words_quotes words_quotes(const char *lang)
{
    return quotes[language_or_english(lang)];
}
