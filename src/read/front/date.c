#include "read/front/date.h"

#include <string.h>

#include "base/date.h"
#include "text/words.h"

#define DATE_HINT "write year-month-day, such as 2026-11-23, or year and month, such as 2026-11"

/* Up to three numbers and what stands between them; the shape of a date that people write. */
struct date_numbers {
    int numbers[3];
    size_t digits[3];
    int count;
    char separators[2];
};

static bool is_separator(char c)
{
    return c == '-' || c == '/' || c == '.';
}

/* False when the text is anything but numbers with one separator between them. */
static bool split_numbers(const char *text, struct date_numbers *found)
{
    *found = (struct date_numbers){.count = 0};
    for (const char *at = text;; at++) {
        int *number = &found->numbers[found->count];
        size_t *digits = &found->digits[found->count];
        for (; ascii_is_digit(*at) && *digits < 5; at++, ++*digits)
            *number = *number * 10 + (*at - '0');
        if (*digits == 0 || *digits > 4)
            return false;
        found->count++;
        if (*at == '\0')
            return found->count >= 2;
        if (!is_separator(*at) || found->count == 3)
            return false;
        found->separators[found->count - 1] = *at;
    }
}

/* Numbers that are a date with the day first and another one with the month first. */
static const char *hint_two_readings(int a, int b, int year, struct arena *arena)
{
    return arena_format(arena, "write %04d-%02d-%02d for %s, or %04d-%02d-%02d for %s", year, b, a,
                        words_date(arena, "en", year, b, a), year, a, b,
                        words_date(arena, "en", year, a, b));
}

/* "23/11/2026", "11/23/2026", "23/11/26", "2026/11/23", "11/2026" or "2026-1-5" in the form asked
 * for. */
static const char *hint_numbers(const struct date_numbers *found, struct arena *arena)
{
    int a = found->numbers[0], b = found->numbers[1], c = found->numbers[2];
    if (found->count == 2 && found->digits[0] == 4 && date_is_possible(a, b, 0))
        return arena_format(arena, "write %04d-%02d", a, b);
    if (found->count == 2 && found->digits[1] == 4 && date_is_possible(b, a, 0))
        return arena_format(arena, "write %04d-%02d", b, a);
    if (found->count != 3)
        return DATE_HINT;
    if (found->digits[0] == 4 && date_is_possible(a, b, c) && c > 0)
        return arena_format(arena, "write %04d-%02d-%02d", a, b, c);
    bool year_last = found->digits[2] == 4 || (found->digits[2] == 2 && found->digits[0] <= 2);
    if (found->digits[2] == 2 && year_last)
        c += 2000; /* "12/03/26" */
    bool day_first = year_last && a > 0 && date_is_possible(c, b, a);
    bool month_first = year_last && b > 0 && date_is_possible(c, a, b);
    if (day_first && month_first && a != b)
        return hint_two_readings(a, b, c, arena);
    if (day_first)
        return arena_format(arena, "write %04d-%02d-%02d", c, b, a);
    if (month_first)
        return arena_format(arena, "write %04d-%02d-%02d", c, a, b);
    return DATE_HINT;
}

/* "23 November 2026" in any language of the boilerplate: what words_date would print. */
static const char *hint_long_form(const char *text, struct arena *arena)
{
    const char *lang;
    size_t len = strlen(text);
    int year = 0, day = 0;
    if (len < 8 || len > 60)
        return NULL;
    for (size_t i = len - 4; i < len; i++) {
        if (!ascii_is_digit(text[i]))
            return NULL;
        year = year * 10 + (text[i] - '0');
    }
    for (const char *at = text; ascii_is_digit(*at) && day < 100; at++)
        day = day * 10 + (*at - '0');
    for (int month = 1; month <= 12; month++) {
        if (!date_is_possible(year, month, day))
            continue;
        for (size_t i = 0; (lang = words_tag(i)) != NULL; i++)
            if (slice_equal_nocase(slice_from(words_date(arena, lang, year, month, day)),
                                   slice_from(text)))
                return day ? arena_format(arena, "write %04d-%02d-%02d", year, month, day)
                           : arena_format(arena, "write %04d-%02d", year, month);
    }
    return NULL;
}

/* The month (1 to 12) whose English name, or its beginning of three letters and more, the word is;
 * 0: none. */
static int month_of(struct slice word, struct arena *arena)
{
    for (int month = 1; month <= 12; month++) {
        struct slice name = slice_from(words_date(arena, "en", 2000, month, 0));
        if (word.len >= 3 && slice_equal_nocase(slice_sub(name, 0, word.len), word) &&
            word.len <= slice_find(name, ' '))
            return month;
    }
    return 0;
}

/* "2nd January 2026", "Jan 2, 2026": a day, a month's English name and a year in any order. */
static const char *hint_english(const char *text, struct arena *arena)
{
    int day = 0, month = 0, year = 0, parts = 0;
    struct slice rest = slice_from(text);
    for (; rest.len > 0 && parts < 4; parts++) {
        struct slice word = slice_trim(slice_take(&rest, ' '));
        int number = 0;
        size_t digits = 0;
        while (digits < word.len && digits < 5 && ascii_is_digit(word.ptr[digits]))
            number = number * 10 + (word.ptr[digits++] - '0');
        if (word.len > 0 && strchr(",.", word.ptr[word.len - 1]))
            word.len--;
        if (digits == 4 && word.len == 4)
            year = number;
        else if (digits > 0 && digits <= 2 && word.len <= digits + 2)
            day = number;
        else
            month = month_of(word, arena);
    }
    bool possible = month > 0 && year > 0 && date_is_possible(year, month, day);
    if (!possible || parts != (day ? 3 : 2))
        return NULL;
    return day ? arena_format(arena, "write %04d-%02d-%02d", year, month, day)
               : arena_format(arena, "write %04d-%02d", year, month);
}

/* What to write for a text that is no date in numbers. */
static const char *hint_words(const char *text, struct arena *arena)
{
    struct slice moment = slice_from(text);
    const char *hint = hint_long_form(text, arena);
    if (!hint)
        hint = hint_english(text, arena);
    if (!hint && moment.len > 11 && (text[10] == 'T' || text[10] == ' ') && text[4] == '-')
        hint = arena_format(arena, "write the day alone: %.10s", text);
    if (!hint && strpbrk(text, "0123456789") == NULL)
        hint = DATE_HINT "; leave the line out while the date is not known";
    return hint ? hint : DATE_HINT;
}

static const char *hint_impossible(const struct date_numbers *found, struct arena *arena)
{
    int year = found->numbers[0], month = found->numbers[1];
    if (year < 1000)
        return "write the year with four digits";
    if (month < 1 || month > 12)
        return "the month is a number from 01 to 12";
    return arena_format(arena, "%s has %d days", words_date(arena, "en", year, month, 0),
                        date_days_in_month(year, month));
}

bool date_parse(const char *text, struct arena *arena, struct meta_date *date, const char **hint)
{
    struct date_numbers found;
    if (!split_numbers(text, &found)) {
        *hint = hint_words(text, arena);
        return false;
    }
    bool iso = found.digits[0] == 4 && found.digits[1] == 2 && found.separators[0] == '-' &&
               (found.count == 2 || (found.digits[2] == 2 && found.separators[1] == '-'));
    if (!iso) {
        *hint = hint_numbers(&found, arena);
        return false;
    }
    if (!date_is_possible(found.numbers[0], found.numbers[1], found.numbers[2]) ||
        (found.count == 3 && found.numbers[2] == 0)) {
        *hint = hint_impossible(&found, arena);
        return false;
    }
    *date = (struct meta_date){
        .year = found.numbers[0], .month = found.numbers[1], .day = found.numbers[2]};
    return true;
}
