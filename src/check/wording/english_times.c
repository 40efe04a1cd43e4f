#include "check/wording/english_times.h"

#include <string.h>

#include "base/date.h"
#include "check/rule/found.h"
#include "prose/words.h"

/* The words of a passage as a rule steps through them. */
struct at_word {
    const struct prose *prose;
    const struct prose_passage *passage;
    const struct prose_word *word;
    uint32_t left; /* words behind it */
};

static struct slice text_of(const struct at_word *at, uint32_t ahead)
{
    return ahead <= at->left ? prose_word_text(at->passage, at->word + ahead) : SLICE_EMPTY;
}

/* True if one blank stands between the word so many ahead and the one before it. */
static bool touches(const struct at_word *at, uint32_t ahead)
{
    if (ahead > at->left)
        return false;
    const struct prose_word *word = at->word + ahead;
    size_t end = word[-1].start + (size_t)word[-1].len;
    size_t blank = prose_blank(at->passage->text, end);
    return blank > 0 && word->start == end + blank;
}

static size_t digits(struct slice text, size_t at, int *value)
{
    size_t len = 0;
    for (*value = 0; at + len < text.len && len < 4 && ascii_is_digit(text.ptr[at + len]); len++)
        *value = *value * 10 + (text.ptr[at + len] - '0');
    return len;
}

/* Americans write 8 a.m., and the month before the day. */
static bool is_american(const struct prose_passage *passage)
{
    return slice_starts(slice_from(passage->lang), "en-US") ||
           slice_starts(slice_from(passage->lang), "en-us");
}

/* ---- times */

struct clock {
    int hour, minute;
    bool minutes; /* they are written */
    char sign;    /* between them */
    char half;    /* 'a', 'p', 'n' for noon and midday, 'm' for midnight; '\0': none */
    bool long_hour;
    size_t end;
};

static char half_of(struct slice word)
{
    static const struct {
        const char *word;
        char half;
    } halves[] = {{"am", 'a'},   {"a.m", 'a'},    {"pm", 'p'},      {"p.m", 'p'},
                  {"noon", 'n'}, {"midday", 'n'}, {"midnight", 'm'}};
    for (size_t i = 0; i < sizeof halves / sizeof *halves; i++)
        if (slice_equal_nocase(word, slice_from(halves[i].word)))
            return halves[i].half;
    return '\0';
}

/* What some write behind a time of 24 hours: "14:00 hrs". */
static bool is_hours(struct slice word)
{
    static const char *const words[] = {"hrs", "hr", "hours", "h"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_equal_nocase(word, slice_from(words[i])))
            return true;
    return false;
}

/* "5.30pm", "5 p.m.", "17:00", "17:00 hrs"; false: no time. */
static bool read_clock(const struct at_word *at, struct clock *clock)
{
    struct slice text = text_of(at, 0);
    *clock = (struct clock){.end = at->word->start + (size_t)at->word->len};
    size_t len = digits(text, 0, &clock->hour), more;
    clock->long_hour = len == 2;
    if (len == 0 || len > 2)
        return false;
    if (len < text.len && (text.ptr[len] == ':' || text.ptr[len] == '.')) {
        more = digits(text, len + 1, &clock->minute);
        if (more != 2 || clock->minute > 59)
            return false;
        clock->minutes = true;
        clock->sign = text.ptr[len];
        len += 1 + more;
    }
    struct slice rest = slice_from_position(text, len);
    clock->half = half_of(rest);
    bool hours = clock->sign == ':' && clock->long_hour;
    if (rest.len > 0)
        return clock->half || (hours && is_hours(rest));
    struct slice next = touches(at, 1) ? text_of(at, 1) : SLICE_EMPTY;
    clock->half = half_of(next);
    hours = hours && is_hours(next);
    if (clock->half || hours)
        clock->end = at->word[1].start + (size_t)at->word[1].len;
    return clock->half || hours ||
           (clock->sign == ':' && clock->long_hour && (clock->hour > 12 || text.ptr[0] == '0'));
}

/* As the guide writes it; NULL: that cannot be said. */
static const char *guide_time(const struct clock *clock, struct arena *arena)
{
    int hour = clock->hour;
    bool late = clock->half == 'p' || (clock->half == '\0' && hour >= 12);
    if (hour > 23 || (clock->half && hour > 12 && clock->half != 'p') ||
        (clock->half == 'n' && hour != 12))
        return NULL;
    if (clock->minute == 0 && (clock->half == 'n' || (hour == 12 && late)))
        return "midday";
    if (clock->minute == 0 &&
        (clock->half == 'm' || (hour == 12 && clock->half == 'a') || (hour == 0 && !clock->half)))
        return "midnight";
    int shown = hour % 12 == 0 ? 12 : hour % 12;
    if (clock->minute == 0)
        return arena_format(arena, "%d%s", shown, late ? "pm" : "am");
    return arena_format(arena, "%d:%02d%s", shown, clock->minute, late ? "pm" : "am");
}

static void look_at_time(const struct at_word *at, struct diag_list *diags)
{
    struct clock clock;
    if (!read_clock(at, &clock))
        return;
    struct found found = {at->prose, at->passage, at->word->start, clock.end};
    struct slice text = at->passage->text;
    struct slice written = found_text(&found);
    const char *guide = guide_time(&clock, diags->arena);
    bool accepted = clock.half && is_american(at->passage);
    if (!guide || accepted || slice_equal_nocase(written, slice_from(guide)) ||
        found_is_quoted(&found))
        return;
    /* The point of "p.m." goes, but not the one that ends the sentence. */
    size_t point = found.end + 1;
    bool pointed = slice_ends(written, ".m") && found.end < text.len && text.ptr[found.end] == '.';
    bool goes_on = point < text.len &&
                   (text.ptr[point] != ' ' || (point + 1 < text.len && text.ptr[point + 1] >= 'a'));
    bool unclear = pointed && !goes_on && point < text.len;
    found.end += pointed && goes_on;
    struct diag *diag =
        diag_add(diags, DIAG_CODE_TIME_STYLE, found_span(&found),
                 arena_format(diags->arena, "write: %s", found_mended(&found, guide, diags->arena)),
                 "the time \"%.*s\" is written %s", SLICE_ARGS(found_text(&found)), guide);
    if (!unclear && !(clock.half == 'a' && clock.hour == 12))
        found_fix(diags, diag, &found, guide);
}

/* "for 2/7", "in 6/52": days and weeks as wards write them; 24/7 means always. */
static void look_at_ward_time(const struct at_word *at, bool has_before, struct diag_list *diags)
{
    struct slice text = at->passage->text, count = text_of(at, 0), whole = text_of(at, 1);
    size_t slash = at->word->start + count.len;
    bool days = slice_equal_string(whole, "7"), weeks = slice_equal_string(whole, "52");
    if (!has_before || count.len > 2 || strspn(count.ptr, "0123456789") < count.len ||
        !(days || weeks) || text.ptr[slash] != '/' || at->word[1].start != slash + 1)
        return;
    struct slice before = prose_word_text(at->passage, at->word - 1);
    struct slice behind = slice_from_position(text, slash + 1 + whole.len);
    if (!prose_is_listed(" for in at after every next ", before) || slice_starts(behind, "/"))
        return;
    struct found found = {at->prose, at->passage, at->word->start, slash + 1 + whole.len};
    const char *better =
        arena_format(diags->arena, "%.*s %s%s", SLICE_ARGS(count), days ? "day" : "week",
                     slice_equal_string(count, "1") ? "" : "s");
    diag_add(diags, DIAG_CODE_TIME_STYLE, found_span(&found),
             arena_format(diags->arena, "write: %s", found_mended(&found, better, diags->arena)),
             "\"%.*s\" is how wards write it, and patients do not know it",
             SLICE_ARGS(found_text(&found)));
}

/* ---- dates */

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

/* 1 to 12 for the name of a month, in full or its first three letters ("Sept"); 0: none. */
static int month_of(struct slice word, bool *whole)
{
    *whole = false;
    for (int i = 0; i < 12; i++) {
        struct slice month = slice_from(months[i]);
        *whole = slice_equal(word, month);
        if (*whole || slice_equal(word, slice_sub(month, 0, 3)) ||
            (i == 8 && slice_equal(word, SLICE_LIT("Sept"))))
            return i + 1;
    }
    return 0;
}

/* A date as the readers of the passage write it; year 0: none. */
static const char *date_words(const struct prose_passage *passage, int day, int month, int year,
                              struct arena *arena)
{
    const char *name = months[month - 1];
    if (is_american(passage))
        return year > 0 ? arena_format(arena, "%s %d, %d", name, day, year)
                        : arena_format(arena, "%s %d", name, day);
    return year > 0 ? arena_format(arena, "%d %s %d", day, name, year)
                    : arena_format(arena, "%d %s", day, name);
}

/* 1 to 31 for "6th"; 0: none. */
static int ordinal_of(struct slice word)
{
    int day;
    size_t len = digits(word, 0, &day);
    struct slice rest = slice_from_position(word, len);
    bool ending = slice_equal(rest, SLICE_LIT("st")) || slice_equal(rest, SLICE_LIT("nd")) ||
                  slice_equal(rest, SLICE_LIT("rd")) || slice_equal(rest, SLICE_LIT("th"));
    return len > 0 && len <= 2 && ending && day <= 31 ? day : 0;
}

static struct diag *tell_date(const struct found *found, const char *guide, struct diag_list *diags)
{
    return diag_add(
        diags, DIAG_CODE_DATE_STYLE, found_span(found),
        arena_format(diags->arena, "write: %s", found_mended(found, guide, diags->arena)),
        "the date \"%.*s\" is written %s", SLICE_ARGS(found_text(found)), guide);
}

/* "6th August", "the 6th of August". */
static bool look_at_ordinal(const struct at_word *at, struct diag_list *diags)
{
    int day = ordinal_of(text_of(at, 0));
    bool of = touches(at, 1) && slice_equal(text_of(at, 1), SLICE_LIT("of"));
    uint32_t ahead = of ? 2 : 1;
    bool whole;
    int month = day > 0 && touches(at, ahead) ? month_of(text_of(at, ahead), &whole) : 0;
    if (month == 0)
        return false;
    const struct prose_word *last = at->word + ahead;
    struct found found = {at->prose, at->passage, at->word->start, last->start + (size_t)last->len};
    const char *guide = date_words(at->passage, day, month, 0, diags->arena);
    found_fix(diags, tell_date(&found, guide, diags), &found, guide);
    return true;
}

/* "6 Aug", "Aug 2018". */
static void look_at_short_month(const struct at_word *at, bool has_before, struct diag_list *diags)
{
    bool whole;
    int month = month_of(text_of(at, 0), &whole);
    bool number_before = has_before && at->word[-1].traits & PROSE_NUMBER && touches(at, 0);
    bool number_after = touches(at, 1) && at->word[1].traits & PROSE_NUMBER;
    if (month == 0 || whole || (!number_before && !number_after) ||
        (number_before && ordinal_of(prose_word_text(at->passage, at->word - 1)) > 0))
        return;
    struct found found = {at->prose, at->passage, at->word->start,
                          at->word->start + (size_t)at->word->len};
    if (found.end < at->passage->text.len && at->passage->text.ptr[found.end] == '.')
        found.end++;
    found_fix(diags, tell_date(&found, months[month - 1], diags), &found, months[month - 1]);
}

/* Three numbers with one sign between them. */
struct figures {
    int first, second, third;
    size_t first_len, third_len, end;
    char sign;
};

static bool read_figures(struct slice text, size_t at, struct figures *f)
{
    size_t len = f->first_len = digits(text, at, &f->first);
    f->sign = at + len < text.len ? text.ptr[at + len] : '\0';
    if (len == 0 || len == 3 || !f->sign || !strchr("/-.", f->sign))
        return false;
    at += len + 1;
    len = digits(text, at, &f->second);
    if (len == 0 || len > 2 || at + len >= text.len || text.ptr[at + len] != f->sign)
        return false;
    at += len + 1;
    f->third_len = digits(text, at, &f->third);
    f->end = at + f->third_len;
    char next = f->end < text.len ? text.ptr[f->end] : ' ';
    return !ascii_is_alnum(next) && next != '/' && next != '-';
}

static bool is_year(int value)
{
    return value >= 1900 && value < 2100;
}

/* A leap year will do where no year is known. */
#define ANY_YEAR 2000

static bool is_day_and_month(int day, int month, int year)
{
    return day >= 1 && month >= 1 && date_is_possible(year, month, day);
}

/* Day and month, or month and day: which, the figures may not say. */
static void tell_figures(const struct found *found, int first, int second, int year,
                         struct diag_list *diags)
{
    bool day_first = is_day_and_month(first, second, year);
    bool month_first = is_day_and_month(second, first, year);
    if (day_first && month_first && first != second)
        diag_add(diags, DIAG_CODE_DATE_STYLE, found_span(found),
                 arena_format(diags->arena, "write %s, or %s",
                              date_words(found->passage, first, second, year, diags->arena),
                              date_words(found->passage, second, first, year, diags->arena)),
                 "the date \"%.*s\" can be read in two ways", SLICE_ARGS(found_text(found)));
    else if (day_first || month_first)
        tell_date(found,
                  date_words(found->passage, day_first ? first : second, day_first ? second : first,
                             year, diags->arena),
                  diags);
}

/* Figures that may be a date: 6/8/2018, 6/8/18, 2018-08-06. */
static bool find_figures(const struct at_word *at, struct figures *f, bool *year_first)
{
    struct slice text = at->passage->text;
    size_t start = at->word->start;
    if (!read_figures(text, start, f) || (start > 0 && strchr("/-.v", text.ptr[start - 1])))
        return false;
    *year_first = f->first_len == 4 && is_year(f->first) && f->third_len <= 2;
    return *year_first || (f->first_len <= 2 && ((f->third_len == 4 && is_year(f->third)) ||
                                                 (f->third_len == 2 && f->sign == '/')));
}

static void look_at_figures(const struct at_word *at, struct diag_list *diags)
{
    struct figures f;
    bool year_first;
    if (!find_figures(at, &f, &year_first))
        return;
    struct found found = {at->prose, at->passage, at->word->start, f.end};
    if (year_first && is_day_and_month(f.third, f.second, f.first)) {
        const char *guide = date_words(at->passage, f.third, f.second, f.first, diags->arena);
        found_fix(diags, tell_date(&found, guide, diags), &found, guide);
    } else if (!year_first) {
        tell_figures(&found, f.first, f.second, f.third_len == 2 ? 2000 + f.third : f.third, diags);
    }
}

static void look_at_date(const struct at_word *at, bool has_before, struct diag_list *diags)
{
    if (at->word->traits & PROSE_NUMBER) {
        if (!look_at_ordinal(at, diags))
            look_at_figures(at, diags);
    } else if (at->word->traits & PROSE_CAPITAL && at->word->len <= 4) {
        look_at_short_month(at, has_before, diags);
    }
}

/* ---- the calendar */

/* A date in words; year 0: none is named. */
struct day {
    int day, month, year;
    const struct prose_word *last;
};

/* True if a comma and a blank, or a blank alone, stand between two words. */
static bool follows(const struct prose_passage *passage, const struct prose_word *before,
                    const struct prose_word *word)
{
    size_t end = before->start + (size_t)before->len;
    end += end < passage->text.len && passage->text.ptr[end] == ',';
    size_t blank = prose_blank(passage->text, end);
    return blank > 0 && word->start == end + blank;
}

/* 1 to 31 for "6" and "6th". */
static int day_of(struct slice word)
{
    int day;
    size_t len = digits(word, 0, &day);
    return len == word.len && len <= 2 ? (day <= 31 ? day : 0) : ordinal_of(word);
}

/* "28 November 2026", "28th of Nov", "November 28, 2026"; a year is one of four digits. */
static bool read_day(const struct at_word *at, struct day *out)
{
    bool whole, month_first = false;
    uint32_t ahead = touches(at, 1) && slice_equal(text_of(at, 1), SLICE_LIT("of")) ? 2 : 1;
    if (!touches(at, ahead))
        return false;
    *out = (struct day){.day = day_of(text_of(at, 0)), .last = at->word + ahead};
    out->month = out->day > 0 ? month_of(text_of(at, ahead), &whole) : 0;
    if (out->day == 0 && ahead == 1) {
        out->month = month_of(text_of(at, 0), &whole);
        out->day = day_of(text_of(at, 1));
        month_first = true;
    }
    if (out->month == 0 || out->day == 0)
        return false;
    struct slice next = text_of(at, ahead + 1);
    int year;
    if (next.len == 4 && digits(next, 0, &year) == 4 && is_year(year) &&
        follows(at->passage, out->last, out->last + 1)) {
        out->year = year;
        out->last++;
    }
    return out->year > 0 || !month_first; /* "in April 31 people" */
}

static void tell_no_day(const struct found *found, struct diag_list *diags)
{
    diag_add(diags, DIAG_CODE_DATE_WRONG, found_span(found), "look up the date that is meant",
             "there is no %.*s", SLICE_ARGS(found_text(found)));
}

static const char *const weekdays[] = {"Thursday", "Friday",  "Saturday", "Sunday",
                                       "Monday",   "Tuesday", "Wednesday"}; /* from 1970-01-01 */

/* Its place in the table for "Monday", "Mon", "Tues", "Thurs"; -1: none. */
static int weekday_of(struct slice word)
{
    for (int i = 0; i < 7; i++) {
        struct slice day = slice_from(weekdays[i]);
        bool is_short =
            word.len >= 3 && word.len <= 5 && slice_equal(word, slice_sub(day, 0, word.len));
        if (slice_equal(word, day) || is_short)
            return i;
    }
    return -1;
}

/* The day of the week before a date that there is. */
static void look_at_weekday(const struct at_word *at, const struct day *day,
                            struct diag_list *diags)
{
    const struct prose_word *before = at->word - 1;
    int named = weekday_of(prose_word_text(at->passage, before));
    int right = (int)(((date_day_number(day->year, day->month, day->day) % 7) + 7) % 7);
    if (named < 0 || named == right || !follows(at->passage, before, at->word))
        return;
    struct found date = {at->prose, at->passage, at->word->start,
                         day->last->start + (size_t)day->last->len};
    struct found found = {at->prose, at->passage, before->start,
                          before->start + (size_t)before->len};
    diag_add(diags, DIAG_CODE_DATE_WRONG, found_span(&found),
             arena_format(diags->arena, "write %s, or the date that is meant", weekdays[right]),
             "%.*s is a %s, not a %s", SLICE_ARGS(found_text(&date)), weekdays[right],
             weekdays[named]);
}

/* Figures that are no date, whichever of them is the month. */
static bool are_impossible(const struct figures *f, bool year_first)
{
    int year = year_first ? f->first : f->third;
    int one = year_first ? f->third : f->first, other = f->second;
    bool could = one >= 1 && other >= 1 && one <= 31 && other <= 31;
    return could && f->first_len + f->third_len >= 5 && !is_day_and_month(one, other, year) &&
           (year_first || !is_day_and_month(other, one, year));
}

static void look_at_calendar(const struct at_word *at, bool has_before, struct diag_list *diags)
{
    struct day day;
    struct figures f;
    bool year_first;
    struct found found = {at->prose, at->passage, at->word->start, 0};
    if (read_day(at, &day)) {
        found.end = day.last->start + (size_t)day.last->len;
        if (!is_day_and_month(day.day, day.month, day.year > 0 ? day.year : ANY_YEAR))
            tell_no_day(&found, diags);
        else if (day.year > 0 && has_before)
            look_at_weekday(at, &day, diags);
    } else if (at->word->traits & PROSE_NUMBER && find_figures(at, &f, &year_first)) {
        found.end = f.end;
        if (are_impossible(&f, year_first))
            tell_no_day(&found, diags);
    }
}

static void look_at_times(const struct at_word *at, bool has_before, struct diag_list *diags)
{
    look_at_time(at, diags);
    look_at_ward_time(at, has_before, diags);
}

/* Looks at each English word that has one of the traits. */
static void each_word(const struct check_subject *subject, unsigned traits,
                      void (*look)(const struct at_word *, bool has_before, struct diag_list *),
                      struct diag_list *diags)
{
    const struct prose *prose = subject->prose;
    for (size_t i = 0; i < prose->passage_count; i++) {
        const struct prose_passage *passage = &prose->passages[i];
        for (uint32_t w = 0; passage->english && w < passage->word_count; w++) {
            struct at_word at = {prose, passage, &prose->words[passage->words + w],
                                 passage->word_count - w - 1};
            if (at.word->traits & traits)
                look(&at, w > 0, diags);
        }
    }
}

void check_english_times(const struct check_subject *subject, struct diag_list *diags)
{
    each_word(subject, PROSE_NUMBER, look_at_times, diags);
}

void check_english_dates(const struct check_subject *subject, struct diag_list *diags)
{
    each_word(subject, PROSE_NUMBER | PROSE_CAPITAL, look_at_date, diags);
}

void check_english_calendar(const struct check_subject *subject, struct diag_list *diags)
{
    each_word(subject, PROSE_NUMBER | PROSE_CAPITAL, look_at_calendar, diags);
}
