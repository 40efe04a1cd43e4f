#include "check/wording/doses_rules.h"

#include <string.h>

#include "check/rule/found.h"
#include "check/wording/quantities.h"

/* Whether micrograms are explained: looked for once, where one stands. */
struct explained {
    bool known, is;
};

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

/* 1.0 mg; in a language with a decimal comma 1,0 mg. No mend: a digit may have been lost, so a
 * person looks at a dose before its digits change. */
static void look_at_zero(const struct dose *dose, struct diag_list *diags)
{
    struct slice text = dose->passage->text;
    size_t point = dose->at.point, end = dose->at.end, last = end;
    if (point == end || (text.ptr[point] == ',' && (dose->passage->english || end - point > 3)))
        return;
    while (text.ptr[last - 1] == '0')
        last--;
    if (last == end)
        return;
    if (last == point + 1)
        last = point;
    struct found zeros = part(dose, last, end);
    diag_add(diags, DIAG_CODE_DOSE_TRAILING_ZERO,
             prose_span(dose->prose, dose->passage, dose->at.start, dose->at.unit_end),
             arena_format(diags->arena, "write: %s", found_mended(&zeros, "", diags->arena)),
             "\"%.*s\" is read as %.*s%.*s where the point is not seen", SLICE_ARGS(written(dose)),
             (int)(point - dose->at.start), text.ptr + dose->at.start,
             (int)(dose->at.unit_end - point - 1), text.ptr + point + 1);
}

static void look_at_point(const struct dose *dose, struct diag_list *diags)
{
    size_t start = dose->at.start;
    if (dose->passage->text.ptr[start] != '.')
        return;
    struct found point = part(dose, start, start + 1);
    diag_add(diags, DIAG_CODE_DOSE_NAKED_POINT, found_span(&point),
             arena_format(diags->arena, "write: %s", found_mended(&point, "0.", diags->arena)),
             "\"%.*s\" is ten times as much or more if the point is not seen",
             SLICE_ARGS(written(dose)));
}

/* Only a number of exactly 1 has the singular. */
static const char *unit_word(const struct dose *dose, const char *one, const char *many)
{
    struct slice number =
        slice_sub(dose->passage->text, dose->at.start, dose->at.end - dose->at.start);
    return slice_equal_string(number, "1") ? one : many;
}

static void tell_unit(const struct dose *dose, enum diag_code code, const char *word,
                      const char *why, struct diag_list *diags)
{
    struct found unit = part(dose, dose->at.unit, dose->at.unit_end);
    const char *better = arena_format(diags->arena, "%s%s", dose->at.joined ? " " : "", word);
    struct diag *diag =
        diag_add(diags, code, found_span(&unit),
                 arena_format(diags->arena, "write: %s", found_mended(&unit, better, diags->arena)),
                 "\"%.*s\" %s", SLICE_ARGS(written(dose)), why);
    if (diag)
        diag_fix(diags, diag, found_span(&unit), better);
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

/* Where the leaflet says once what the sign means: "micrograms (mcg)". */
static bool is_explained(const struct prose *prose)
{
    if (!prose->bytes.data)
        return false;
    static const char *const forms[] = {"(mcg)", "(µg)", "(μg)"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (memmem(prose->bytes.data, prose->bytes.len, forms[i], strlen(forms[i])))
            return true;
    return false;
}

static void look_at_unit(const struct dose *dose, struct explained *explained,
                         struct diag_list *diags)
{
    if (dose->at.kind == UNIT_MICROGRAM && !explained->known)
        *explained = (struct explained){true, is_explained(dose->prose)};
    if (!dose->passage->english)
        return;
    if (dose->at.kind == UNIT_MICROGRAM && !explained->is)
        tell_unit(dose, DIAG_CODE_DOSE_MICROGRAM, unit_word(dose, "microgram", "micrograms"),
                  "may be read as milligrams, a thousand times as much", diags);
    if (dose->at.kind == UNIT_UNITS &&
        !(dose->at.unit_end - dose->at.unit == 2 && is_product(dose)))
        tell_unit(dose, DIAG_CODE_DOSE_UNITS, unit_word(dose, "unit", "units"),
                  "may be read with a further 0, ten times as much", diags);
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

void check_doses(const struct check_subject *subject, struct diag_list *diags)
{
    const struct prose *prose = subject->prose;
    struct explained explained = {0};
    for (size_t i = 0; i < prose->passage_count; i++) {
        struct dose before = {0}, dose = {prose, &prose->passages[i], {0}};
        while (quantity_next(dose.passage, dose.at.end, &dose.at)) {
            if (is_drug_unit(dose.at.kind)) {
                look_at_zero(&dose, diags);
                look_at_point(&dose, diags);
                look_at_unit(&dose, &explained, diags);
                look_at_numbers(&before, &dose, diags);
            }
            before = dose;
        }
    }
}

/* ---- the space before a unit */

enum space_style { SPACE_ALIKE, SPACE_JOINED, SPACE_APART };

/* In English micrograms are told of as such: they are written out. */
static bool has_space_rule(const struct dose *dose)
{
    bool micrograms = dose->at.kind == UNIT_MICROGRAM && !dose->passage->english;
    return dose->at.kind == UNIT_WEIGHT || dose->at.kind == UNIT_VOLUME || micrograms;
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

static void tell_space(const struct dose *dose, enum space_style wanted, bool chosen,
                       struct diag_list *diags)
{
    struct found gap = part(dose, dose->at.start, dose->at.unit_end);
    if (found_is_quoted(&gap))
        return; /* a label is as its maker printed it */
    struct slice text = dose->passage->text;
    const char *better =
        arena_format(diags->arena, "%.*s%s%.*s", (int)(dose->at.end - dose->at.start),
                     text.ptr + dose->at.start, wanted == SPACE_APART ? " " : "",
                     (int)(dose->at.unit_end - dose->at.unit), text.ptr + dose->at.unit);
    struct diag *diag = diag_add(
        diags, DIAG_CODE_DOSE_SPACE, found_span(&gap),
        arena_format(diags->arena, "write %s", better),
        chosen ? "\"%.*s\" is written with%s a space here, against the settings"
               : "\"%.*s\" is written with%s a space, and the others of the leaflet are not",
        SLICE_ARGS(written(dose)), dose->at.joined ? "out" : "");
    found_fix(diags, diag, &gap, better);
}

void check_dose_spaces(const struct check_subject *subject, struct diag_list *diags)
{
    const struct prose *prose = subject->prose;
    int limit = rule_limit(subject, DIAG_CODE_DOSE_SPACE);
    bool chosen = limit == SPACE_JOINED || limit == SPACE_APART;
    enum space_style wanted = chosen ? (enum space_style)limit : most(prose);
    for (size_t i = 0; i < prose->passage_count && wanted != SPACE_ALIKE; i++) {
        struct dose dose = {prose, &prose->passages[i], {0}};
        while (quantity_next(dose.passage, dose.at.end, &dose.at))
            if (has_space_rule(&dose) && dose.at.joined != (wanted == SPACE_JOINED))
                tell_space(&dose, wanted, chosen, diags);
    }
}
