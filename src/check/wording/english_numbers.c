#include "check/wording/english_numbers.h"

#include <string.h>

#include "base/starts.h"
#include "check/rule/found.h"
#include "prose/words.h"

static const struct {
    const char *word;
    int value;
} numbers[] = {
    {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},     {"six", 6},
    {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},     {"eleven", 11},
    {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16},
    {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},  {"thirty", 30},
    {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70}, {"eighty", 80},
    {"ninety", 90},
};

/* What a number with a comma stands before. */
static const char counted[] =
    " mg g kg ml l mcg micrograms milligrams units kcal calories kj steps "
    "people patients women men children litres metres miles km iu ";

/* Not the second of "one or two", and with something to count behind it. */
static int value_of(const struct prose *prose, const struct prose_passage *passage,
                    const struct starts *starts, uint32_t w)
{
    const struct prose_word *word = &prose->words[passage->words + w];
    struct slice text = prose_word_text(passage, word);
    if (word->traits & PROSE_CAPITAL || !starts_may(starts, text, 0))
        return 0;
    int value = 0;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers && value == 0; i++)
        if (slice_equal_string(text, numbers[i].word))
            value = numbers[i].value;
    if (value == 0 || w + 1 == passage->word_count)
        return 0;
    struct slice before = w > 1 ? prose_word_text(passage, word - 2) : SLICE_EMPTY;
    bool choice = slice_equal_nocase(before, SLICE_LIT("one"));
    struct found found = {prose, passage, word->start, word->start + (size_t)word->len};
    return choice || word[1].traits & PROSE_NUMBER || found_is_quoted(&found) ? 0 : value;
}

struct spelled {
    struct found first;
    int value;
    uint32_t count;
};

static void tell_spelled(const struct spelled *spelled, struct diag_list *diags)
{
    const char *digits = arena_format(diags->arena, "%d", spelled->value);
    const char *hint = arena_format(diags->arena, "write: %s",
                                    found_mended(&spelled->first, digits, diags->arena));
    struct slice text = found_text(&spelled->first);
    if (spelled->count == 1)
        diag_add(diags, DIAG_CODE_NUMBER_STYLE, found_span(&spelled->first), hint,
                 "a number in words is harder to find: \"%.*s\"", SLICE_ARGS(text));
    else
        diag_add(diags, DIAG_CODE_NUMBER_STYLE, found_span(&spelled->first), hint,
                 "numbers in words are harder to find: \"%.*s\", and %u more", SLICE_ARGS(text),
                 spelled->count - 1);
}

/* "1500 mg", "12000 people": the comma tells 1,000 from 100. */
static void look_at_digits(const struct prose *prose, const struct prose_passage *passage,
                           uint32_t w, struct diag_list *diags)
{
    const struct prose_word *word = &prose->words[passage->words + w];
    struct slice text = prose_word_text(passage, word);
    size_t digits = strspn(text.ptr, "0123456789");
    if (digits < 4 || digits > 6 || digits > text.len || text.ptr[0] == '0')
        return;
    struct slice unit = slice_from_position(text, digits);
    if (unit.len == 0 && w + 1 < passage->word_count)
        unit = prose_word_text(passage, word + 1);
    if (!prose_is_listed(counted, unit) ||
        (word->start > 0 && passage->text.ptr[word->start - 1] != ' '))
        return;
    struct found found = {prose, passage, word->start, word->start + digits};
    const char *better = arena_format(diags->arena, "%.*s,%.*s", (int)(digits - 3), text.ptr, 3,
                                      text.ptr + digits - 3);
    struct diag *diag = diag_add(
        diags, DIAG_CODE_NUMBER_STYLE, found_span(&found),
        arena_format(diags->arena, "write: %s", found_mended(&found, better, diags->arena)),
        "\"%.*s\" is easily read with a digit too many or too few", (int)digits, text.ptr);
    found_fix(diags, diag, &found, better);
}

void check_english_numbers(const struct check_subject *subject, struct diag_list *diags)
{
    const struct prose *prose = subject->prose;
    struct spelled spelled = {0};
    struct starts starts = {0};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        starts_add(&starts, numbers[i].word);
    for (size_t i = 0; i < prose->passage_count; i++) {
        const struct prose_passage *passage = &prose->passages[i];
        for (uint32_t w = 0; passage->english && w < passage->word_count; w++) {
            const struct prose_word *word = &prose->words[passage->words + w];
            if (word->traits & PROSE_NUMBER) {
                look_at_digits(prose, passage, w, diags);
                continue;
            }
            int value = value_of(prose, passage, &starts, w);
            if (value == 0 || spelled.count++ > 0)
                continue;
            spelled.value = value;
            spelled.first =
                (struct found){prose, passage, word->start, word->start + (size_t)word->len};
        }
    }
    if (spelled.count > 0)
        tell_spelled(&spelled, diags);
}
