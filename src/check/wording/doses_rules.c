#include "check/wording/doses_rules.h"

#include <string.h>

#include "check/rule/found.h"
#include "check/wording/quantities.h"

/* A number with its unit at its place. */
struct dose {
    const struct prose *prose;
    const struct prose_passage *passage;
    struct quantity_found at;
};

static struct found part(const struct dose *dose, size_t start, size_t end)
{
    return (struct found){dose->prose, dose->passage, start, end};
}

static bool is_drug_unit(enum unit_kind kind)
{
    return kind != UNIT_NONE && kind != UNIT_LENGTH;
}

/* The bytes of the number with its unit. */
static struct slice written(const struct dose *dose)
{
    return slice_sub(dose->passage->text, dose->at.start, dose->at.unit_end - dose->at.start);
}

/* The word before a number begins with a capital inside a sentence: "Fultium-D3 800 IU". */
static bool is_product(const struct dose *dose)
{
    struct slice text = dose->passage->text;
    size_t end = dose->at.start, start;
    while (end > 0 && text.ptr[end - 1] == ' ')
        end--;
    for (start = end; start > 0 && end - start < 40 && text.ptr[start - 1] != ' ';)
        start--;
    bool capital = start < end && text.ptr[start] >= 'A' && text.ptr[start] <= 'Z';
    return capital && start > 1 && !strchr(".!?:", text.ptr[start - 2]);
}

/* ---- how it should be written */

/* What most of the leaflet does, or the settings ask. */
enum space_style { SPACE_ALIKE, SPACE_JOINED, SPACE_APART };

/* What is known of the whole leaflet. */
struct usage {
    enum space_style space;    /* of units; SPACE_ALIKE: as each is */
    bool micrograms_explained; /* it says once what the sign means: "micrograms (mcg)" */
};

/* What a laboratory measures: there a last zero says how exactly (ISMP excepts it). */
static bool is_level(const struct dose *dose)
{
    static const char *const per[] = {"/l", "/L", "/dl", "/dL", "/mol"};
    struct slice behind = slice_from_position(dose->passage->text, dose->at.unit_end);
    for (size_t i = 0; i < sizeof per / sizeof *per; i++)
        if (slice_starts(behind, per[i]))
            return true;
    return false;
}

/* "0,5 ml" in English, where a comma stands before three digits. */
static bool has_decimal_comma(const struct dose *dose)
{
    struct slice text = dose->passage->text;
    size_t point = dose->at.point;
    if (point == dose->at.end || text.ptr[point] != ',' || !dose->passage->english)
        return false;
    bool zero = point == dose->at.start + 1 && text.ptr[dose->at.start] == '0';
    return zero || dose->at.end - point != 4;
}

/* The end of a number that has no zeros behind its decimal sign; as written where it is right: 1.0
 * mg; in a language with a decimal comma 1,0 mg. */
static size_t number_end(const struct dose *dose)
{
    struct slice text = dose->passage->text;
    size_t point = dose->at.point, end = dose->at.end;
    if (point == end || is_level(dose) ||
        (text.ptr[point] == ',' && !has_decimal_comma(dose) &&
         (dose->passage->english || end - point > 3)))
        return end;
    while (text.ptr[end - 1] == '0')
        end--;
    return end == point + 1 ? point : end;
}

/* What has a comma for its point is told for that. */
static bool has_zeros(const struct dose *dose)
{
    return !has_decimal_comma(dose) && number_end(dose) < dose->at.end;
}

static bool has_naked_point(const struct dose *dose)
{
    return dose->passage->text.ptr[dose->at.start] == '.';
}

/* Only a number of exactly 1 has the singular. */
static const char *unit_word(const struct dose *dose, size_t number_end, const char *one,
                             const char *many)
{
    struct slice number =
        slice_sub(dose->passage->text, dose->at.start, number_end - dose->at.start);
    return slice_equal_string(number, "1") ? one : many;
}

/* The word for a unit whose sign is taken for another, behind a number that ends there; NULL: the
 * sign may stay. */
static const char *word_of_unit(const struct dose *dose, const struct usage *usage,
                                size_t number_end)
{
    if (!dose->passage->english)
        return NULL;
    if (dose->at.kind == UNIT_MICROGRAM && !usage->micrograms_explained)
        return unit_word(dose, number_end, "microgram", "micrograms");
    if (dose->at.kind == UNIT_UNITS &&
        !(dose->at.unit_end - dose->at.unit == 2 && is_product(dose)))
        return unit_word(dose, number_end, "unit", "units");
    return NULL;
}

/* In English micrograms are told of as such: they are written out. */
static bool has_space_rule(const struct dose *dose)
{
    bool micrograms = dose->at.kind == UNIT_MICROGRAM && !dose->passage->english;
    return dose->at.kind == UNIT_WEIGHT || dose->at.kind == UNIT_VOLUME || micrograms;
}

/* The whole dose: all that is told of it says the same. */
static const char *right_form(const struct dose *dose, const struct usage *usage,
                              struct arena *arena)
{
    struct slice text = dose->passage->text;
    size_t end = number_end(dose);
    const char *word = word_of_unit(dose, usage, end);
    struct slice unit = slice_sub(text, dose->at.unit, dose->at.unit_end - dose->at.unit);
    struct slice blank = slice_sub(text, dose->at.end, dose->at.unit - dose->at.end);
    if (word || (has_space_rule(dose) && usage->space == SPACE_APART && dose->at.joined))
        blank = SLICE_LIT(" ");
    else if (has_space_rule(dose) && usage->space == SPACE_JOINED)
        blank = SLICE_EMPTY;
    char *number = arena_string(arena, slice_sub(text, dose->at.start, end - dose->at.start));
    if (has_decimal_comma(dose) && end > dose->at.point)
        number[dose->at.point - dose->at.start] = '.';
    return arena_format(arena, "%s%s%.*s%.*s", has_naked_point(dose) ? "0" : "", number,
                        SLICE_ARGS(blank), SLICE_ARGS(word ? slice_from(word) : unit));
}

static struct diag *tell(const struct dose *dose, const struct usage *usage, enum diag_code code,
                         const struct found *place, const char *message, struct diag_list *diags)
{
    struct found whole = part(dose, dose->at.start, dose->at.unit_end);
    const char *better = right_form(dose, usage, diags->arena);
    return diag_add(
        diags, code, found_span(place),
        arena_format(diags->arena, "write: %s", found_mended(&whole, better, diags->arena)), "%s",
        message);
}

/* ---- the rules */

/* No mend: a digit may have been lost, so a person looks at a dose before its digits change. */
static void look_at_zero(const struct dose *dose, const struct usage *usage,
                         struct diag_list *diags)
{
    struct slice text = dose->passage->text;
    size_t point = dose->at.point;
    struct found whole = part(dose, dose->at.start, dose->at.unit_end);
    if (has_zeros(dose))
        tell(dose, usage, DIAG_CODE_DOSE_TRAILING_ZERO, &whole,
             arena_format(diags->arena, "\"%.*s\" is read as %.*s%.*s where the point is not seen",
                          SLICE_ARGS(written(dose)), (int)(point - dose->at.start),
                          text.ptr + dose->at.start, (int)(dose->at.unit_end - point - 1),
                          text.ptr + point + 1),
             diags);
}

static void look_at_point(const struct dose *dose, const struct usage *usage,
                          struct diag_list *diags)
{
    struct found point = part(dose, dose->at.start, dose->at.start + 1);
    if (has_naked_point(dose))
        tell(dose, usage, DIAG_CODE_DOSE_NAKED_POINT, &point,
             arena_format(diags->arena,
                          "\"%.*s\" is ten times as much or more if the point is not seen",
                          SLICE_ARGS(written(dose))),
             diags);
}

/* Two numbers may have lost the blank between them ("5,10 mg"): no number is made of them alone. */
static void look_at_comma(const struct dose *dose, const struct usage *usage,
                          struct diag_list *diags)
{
    struct found whole = part(dose, dose->at.start, dose->at.unit_end);
    if (!has_decimal_comma(dose))
        return;
    struct slice front =
        slice_sub(dose->passage->text, dose->at.start, dose->at.point - dose->at.start);
    const char *better = right_form(dose, usage, diags->arena);
    const char *hint =
        slice_find(front, ',') < front.len
            ? "put a space behind each comma between numbers; the decimal sign is a point"
            : arena_format(diags->arena,
                           "put a space behind the comma if two numbers are meant; else write: %s",
                           found_mended(&whole, better, diags->arena));
    diag_add(
        diags, DIAG_CODE_DOSE_COMMA, found_span(&whole), hint,
        "\"%.*s\" is ten times as much or more if the comma is taken for one between thousands",
        SLICE_ARGS(written(dose)));
}

/* The unit is mended alone. */
static void look_at_unit(const struct dose *dose, const struct usage *usage,
                         struct diag_list *diags)
{
    struct found unit = part(dose, dose->at.unit, dose->at.unit_end);
    const char *word = word_of_unit(dose, usage, dose->at.end);
    bool microgram = dose->at.kind == UNIT_MICROGRAM;
    if (!word)
        return;
    struct diag *diag =
        tell(dose, usage, microgram ? DIAG_CODE_DOSE_MICROGRAM : DIAG_CODE_DOSE_UNITS, &unit,
             arena_format(diags->arena, "\"%.*s\" %s", SLICE_ARGS(written(dose)),
                          microgram ? "may be read as milligrams, a thousand times as much"
                                    : "may be read with a further 0, ten times as much"),
             diags);
    if (diag)
        diag_fix(diags, diag, found_span(&unit),
                 arena_format(diags->arena, "%s%s", dose->at.joined ? " " : "", word));
}

/* "2 500 mg tablets": a small number right before a dose. */
static void look_at_numbers(const struct dose *before, const struct dose *dose,
                            struct diag_list *diags)
{
    struct slice text = dose->passage->text;
    size_t digits = before->at.end - before->at.start;
    if (!dose->passage->english || before->passage != dose->passage || digits > 2 ||
        before->at.point != before->at.end || dose->at.start != before->at.end + 1 ||
        text.ptr[before->at.end] != ' ' || before->at.kind != UNIT_NONE)
        return;
    struct found found = part(before, before->at.start, dose->at.unit_end);
    diag_add(diags, DIAG_CODE_DOSE_NUMBERS, found_span(&found),
             arena_format(diags->arena, "write one of them as a word, as in \"two %.*s tablets\"",
                          SLICE_ARGS(written(dose))),
             "the two numbers of \"%.*s\" may be read as one", SLICE_ARGS(found_text(&found)));
}

static bool explains_micrograms(const struct prose *prose)
{
    static const char *const forms[] = {"(mcg)", "(µg)", "(μg)"};
    struct slice all = {prose->bytes.data, prose->bytes.len};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (slice_find_string(all, forms[i]) < all.len)
            return true;
    return false;
}

/* What most of the leaflet does, the space where it is even; SPACE_ALIKE: all of it does the same.
 */
static enum space_style most(const struct prose *prose)
{
    size_t joined = 0, apart = 0;
    for (size_t i = 0; i < prose->passage_count; i++) {
        struct dose dose = {prose, &prose->passages[i], {0}};
        while (quantity_next(dose.passage, dose.at.end, &dose.at)) {
            joined += has_space_rule(&dose) && dose.at.joined;
            apart += has_space_rule(&dose) && !dose.at.joined;
        }
    }
    if (joined == 0 || apart == 0)
        return SPACE_ALIKE;
    return joined > apart ? SPACE_JOINED : SPACE_APART;
}

static bool has_chosen_space(const struct check_subject *subject)
{
    int limit = rule_limit(subject, DIAG_CODE_DOSE_SPACE);
    return limit == SPACE_JOINED || limit == SPACE_APART;
}

static struct usage usage_of(const struct check_subject *subject, const struct diag_list *diags)
{
    struct usage usage = {.micrograms_explained = explains_micrograms(subject->prose)};
    if (has_chosen_space(subject))
        usage.space = (enum space_style)rule_limit(subject, DIAG_CODE_DOSE_SPACE);
    else if (diags->grades[DIAG_CODE_DOSE_SPACE] != DIAG_OFF)
        usage.space = most(subject->prose);
    return usage;
}

/* Where the number is wrong, too, the mend of that has the right space. */
static void look_at_space(const struct dose *dose, const struct usage *usage, bool chosen,
                          struct diag_list *diags)
{
    struct found whole = part(dose, dose->at.start, dose->at.unit_end);
    if (usage->space == SPACE_ALIKE || !has_space_rule(dose) ||
        dose->at.joined == (usage->space == SPACE_JOINED) || has_zeros(dose) ||
        has_naked_point(dose) || has_decimal_comma(dose) ||
        found_is_quoted(&whole)) /* a label is as its maker printed it */
        return;
    const char *better = right_form(dose, usage, diags->arena);
    struct diag *diag = diag_add(
        diags, DIAG_CODE_DOSE_SPACE, found_span(&whole),
        arena_format(diags->arena, "write %s", better),
        chosen ? "\"%.*s\" is written with%s a space here, against the settings"
               : "\"%.*s\" is written with%s a space, and the others of the leaflet are not",
        SLICE_ARGS(written(dose)), dose->at.joined ? "out" : "");
    found_fix(diags, diag, &whole, better);
}

void check_doses(const struct check_subject *subject, struct diag_list *diags)
{
    const struct prose *prose = subject->prose;
    const struct usage usage = usage_of(subject, diags);
    bool chosen = has_chosen_space(subject);
    for (size_t i = 0; i < prose->passage_count; i++) {
        struct dose before = {0}, dose = {prose, &prose->passages[i], {0}};
        while (quantity_next(dose.passage, dose.at.end, &dose.at)) {
            if (is_drug_unit(dose.at.kind)) {
                look_at_zero(&dose, &usage, diags);
                look_at_point(&dose, &usage, diags);
                look_at_comma(&dose, &usage, diags);
                look_at_unit(&dose, &usage, diags);
                look_at_numbers(&before, &dose, diags);
                look_at_space(&dose, &usage, chosen, diags);
            }
            before = dose;
        }
    }
}
