#include "text/words.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "text/dates_table.h"
#include "text/lang.h"
#include "text/languages_table.h"
#include "text/quotes_table.h"
#include "text/words_table.h"

/* A word that a language lacks, or has twice, does not compile: the count must be right, and a
 * second enumerator of a name is an error. */
#define COUNT_ONE(lang, symbol, source, wording) +1
#define HAS(lang, symbol, source, wording)       HAS_##lang##_##symbol,
#define X(suffix, tag, source, line)                                                               \
    static_assert(0 WORDS_##suffix(COUNT_ONE, suffix) == WORD_COUNT,                               \
                  "a word of " tag " is missing");                                                 \
    enum { WORDS_##suffix(HAS, suffix) HAS_##suffix##_END };
LANGUAGES_OTHER(X)
#undef X

#define ENTRY(lang, symbol, source, wording)  [symbol] = wording,
#define SOURCE(lang, symbol, source, wording) [symbol] = source,
#define ENGLISH(symbol, key, english)         [symbol] = english,

/* clang-format off */
static const char *const tags[LANGUAGE_COUNT] = {
#define X(suffix, tag, source, line) tag,
    LANGUAGES(X)
#undef X
};

static const char *const wordings[LANGUAGE_COUNT][WORD_COUNT] = {
    {WORDS(ENGLISH)},
#define X(suffix, tag, source, line) {WORDS_##suffix(ENTRY, suffix)},
    LANGUAGES_OTHER(X)
#undef X
};

static const uint8_t sources[LANGUAGE_COUNT][WORD_COUNT] = {
    {[0] = IN_USE},
#define X(suffix, tag, source, line) {WORDS_##suffix(SOURCE, suffix)},
    LANGUAGES_OTHER(X)
#undef X
};

static const struct {
    const char *line;
    enum words_source source;
} offers[LANGUAGE_COUNT] = {
#define X(suffix, tag, source, line) {line, source},
    LANGUAGES(X)
#undef X
};
/* clang-format on */

static const char *const keys[WORD_COUNT] = {
#define X(symbol, key, english) [symbol] = key,
    WORDS(X)
#undef X
};

/* Languages that are written in two ways: by script, or by the country that it follows from. */
static const struct {
    enum language language;
    const char *subtag;
    enum language written;
} variants[] = {
    {LANGUAGE_PA, "Arab", LANGUAGE_PA_ARAB}, {LANGUAGE_PA, "Guru", LANGUAGE_PA},
    {LANGUAGE_PA, "PK", LANGUAGE_PA_ARAB},   {LANGUAGE_ZH, "Hans", LANGUAGE_ZH},
    {LANGUAGE_ZH, "Hant", LANGUAGE_ZH_HANT}, {LANGUAGE_ZH, "TW", LANGUAGE_ZH_HANT},
    {LANGUAGE_ZH, "HK", LANGUAGE_ZH_HANT},   {LANGUAGE_ZH, "MO", LANGUAGE_ZH_HANT},
    {LANGUAGE_KU, "Arab", LANGUAGE_CKB},
};

/* Other tags of a language of the table: Dari is written as Persian is, pnb is Punjabi in Arabic
 * letters, kmr Kurmanji, yue Cantonese. */
static const struct {
    const char *tag;
    enum language language;
} aliases[] = {
    {"prs", LANGUAGE_FA},      {"pes", LANGUAGE_FA}, {"pnb", LANGUAGE_PA_ARAB},
    {"kmr", LANGUAGE_KU},      {"cmn", LANGUAGE_ZH}, {"iw", LANGUAGE_HE},
    {"yue", LANGUAGE_ZH_HANT}, {"arb", LANGUAGE_AR}, {"npi", LANGUAGE_NE},
};

/* The language of a tag by its primary subtag (RFC 5646, 2.2.1), or LANGUAGE_COUNT. */
static enum language find_primary(struct slice primary)
{
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        if (slice_equal_nocase(primary, slice_from(tags[i])))
            return (enum language)i;
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (slice_equal_nocase(primary, slice_from(aliases[i].tag)))
            return aliases[i].language;
    return LANGUAGE_COUNT;
}

static enum language find_language(const char *lang)
{
    struct slice rest = slice_from(lang ? lang : "");
    enum language language = find_primary(slice_take(&rest, '-'));
    while (rest.len > 0) {
        struct slice subtag = slice_take(&rest, '-');
        for (size_t i = 0; i < sizeof variants / sizeof *variants; i++)
            if (variants[i].language == language &&
                slice_equal_nocase(subtag, slice_from(variants[i].subtag)))
                return variants[i].written;
    }
    return language;
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

bool words_are_same(const char *a, const char *b)
{
    return words_has_language(a) && find_language(a) == find_language(b);
}

const char *words_tag(size_t index)
{
    return index < LANGUAGE_COUNT ? tags[index] : NULL;
}

const char *words_get(const char *lang, enum word word)
{
    assert(word < WORD_COUNT);
    return wordings[language_or_english(lang)][word];
}

const char *words_wording_lang(const char *wording, enum word word, const char *table,
                               const char *own)
{
    return table && wording == words_get(table, word) ? table : own;
}

bool words_is_reviewed(const char *lang, enum word word)
{
    assert(word < WORD_COUNT);
    return sources[language_or_english(lang)][word] != UNREVIEWED;
}

const char *words_offer(const char *lang, bool *reviewed)
{
    enum language language = find_language(lang);
    *reviewed = language != LANGUAGE_COUNT && offers[language].source != UNREVIEWED;
    return language == LANGUAGE_COUNT ? NULL : offers[language].line;
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
    const struct marks *own = &marks[language_or_english(lang)];
    return (struct words_quotes){own->open, own->close, own->open_single, own->close_single};
}

const char *words_comma(const char *lang)
{
    static const char *const arabic[] = {"sd", "ug", "ks"};
    enum language language = find_language(lang);
    for (size_t i = 0; language == LANGUAGE_COUNT && i < sizeof arabic / sizeof *arabic; i++)
        if (text_lang_same_primary(lang, arabic[i]))
            return marks[LANGUAGE_AR].comma;
    return marks[language == LANGUAGE_COUNT ? LANGUAGE_EN : language].comma;
}
