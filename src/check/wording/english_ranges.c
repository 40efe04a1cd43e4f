#include "check/wording/english_ranges.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "check/rule/found.h"
#include "prose/passage.h"
#include "prose/words.h"

#define SIDE_BYTES 14u /* of a number with its unit, of a weekday */

/* Before a range of these stands no dash that means "to": what is numbered. */
static const char numbered[] = " version v iso iec en form ref reference room flat ward isbn tel "
                               "phone call ext extension code nhs route bus part covid unit score "
                               "tie and-a ";
static const char days[] = " monday tuesday wednesday thursday friday saturday sunday mon tue tues "
                           "wed thu thur thurs fri sat sun ";
static const char months[] = " january february march april may june july august september october "
                             "november december jan feb mar apr jun jul aug sep sept oct nov dec ";
/* What may touch a number. */
static const char units[] = " am pm mg g kg ml l cm mm m km mcg st nd rd th c % hours h hrs mins "
                            "days x kcal ";

enum side_kind { SIDE_NONE, SIDE_NUMBER, SIDE_TIME, SIDE_DAY, SIDE_MONTH };

struct side {
    enum side_kind kind;
    struct slice text;
    double value;
    size_t digits; /* of the whole part */
    bool unit;     /* touches the number */
};

static bool is_side_byte(char c)
{
    return ascii_is_alnum(c) || c == '.' || c == ',' || c == ':' || c == '%';
}

/* The value of a number with thousands' commas; *end: behind it. */
static double read_number(struct slice text, size_t *end, size_t *digits)
{
    char plain[SIDE_BYTES + 1];
    size_t len = 0, at = 0;
    for (; at < text.len && len < SIDE_BYTES; at++) {
        char c = text.ptr[at];
        if (!ascii_is_digit(c) && c != '.' && c != ',' && c != ':')
            break;
        if (c != ',')
            plain[len++] = c == ':' ? '.' : c;
    }
    plain[len] = '\0';
    *end = at;
    *digits = strspn(plain, "0123456789");
    double value = 0, part = 0.1;
    for (size_t i = 0; i < len; i++) {
        if (plain[i] != '.' && i < *digits)
            value = value * 10 + (plain[i] - '0');
        else if (plain[i] != '.') {
            value += (plain[i] - '0') * part;
            part /= 10;
        }
    }
    return value;
}

static struct side read_side(struct slice text)
{
    struct side side = {SIDE_NONE, text, 0, 0, false};
    size_t end;
    if (text.len == 0 || text.len > SIDE_BYTES)
        return side;
    if (prose_is_listed(days, text) || prose_is_listed(months, text)) {
        bool capital = text.ptr[0] >= 'A' && text.ptr[0] <= 'Z';
        side.kind = !capital ? SIDE_NONE : prose_is_listed(days, text) ? SIDE_DAY : SIDE_MONTH;
        return side;
    }
    if (!ascii_is_digit(text.ptr[0]))
        return side;
    side.value = read_number(text, &end, &side.digits);
    struct slice unit = slice_from_position(text, end);
    bool clock =
        slice_equal_nocase(unit, SLICE_LIT("am")) || slice_equal_nocase(unit, SLICE_LIT("pm"));
    if (unit.len > 0 && !prose_is_listed(units, unit))
        return side;
    if (side.digits > 1 && text.ptr[0] == '0' && !clock && slice_find(text, ':') == text.len)
        return side; /* a telephone number, a reference */
    side.unit = unit.len > 0;
    side.kind = clock || slice_find(text, ':') < text.len ? SIDE_TIME : SIDE_NUMBER;
    return side;
}

/* A dash with what stands at both its sides. */
struct range {
    struct side left, right;
    size_t start, dash, dash_end, end; /* dash: with the blanks around it */
};

/* The length of a dash at `at`, or 0. */
static size_t dash_length(struct slice text, size_t at)
{
    struct slice rest = slice_from_position(text, at);
    if (rest.ptr[0] == '-')
        return slice_starts(rest, "--") ? 2 : 1;
    if ((unsigned char)rest.ptr[0] != 0xe2)
        return 0;
    return slice_starts(rest, "–") || slice_starts(rest, "—") || slice_starts(rest, "−") ||
                   slice_starts(rest, "‐") || slice_starts(rest, "‑")
               ? 3
               : 0;
}

/* True if the text at `at` cannot be a neighbour of a range: a letter, a further dash, a slash. */
static bool touches(struct slice text, size_t at)
{
    if (at >= text.len)
        return false;
    char c = text.ptr[at];
    return ascii_is_alnum(c) || c == '/' || c == '@' || c == '_' || c == '.' || c == '+' ||
           ((unsigned char)c == 0xc2 && prose_blank(text, at) == 0) || dash_length(text, at) > 0;
}

/* "£5-£10" */
static size_t currency_length(struct slice text, size_t at)
{
    struct slice rest = slice_from_position(text, at);
    return slice_starts(rest, "$")   ? 1
           : slice_starts(rest, "£") ? 2
           : slice_starts(rest, "€") ? 3
                                     : 0;
}

static bool read_range(struct slice text, size_t dash, size_t len, struct range *range)
{
    size_t left = dash, right = dash + len;
    bool blanks = left > 0 && text.ptr[left - 1] == ' ';
    if (blanks != (right < text.len && text.ptr[right] == ' '))
        return false;
    left -= blanks;
    right += blanks;
    size_t behind = right;
    right += currency_length(text, right);
    size_t start = left, end = right;
    while (start > 0 && left - start <= SIDE_BYTES && is_side_byte(text.ptr[start - 1]))
        start--;
    while (end < text.len && end - right <= SIDE_BYTES && is_side_byte(text.ptr[end]))
        end++;
    while (end > right && strchr(".,:", text.ptr[end - 1]))
        end--;
    *range = (struct range){read_side(slice_sub(text, start, left - start)),
                            read_side(slice_sub(text, right, end - right)),
                            start,
                            left,
                            behind,
                            end};
    bool joined = start > 0 && touches(text, start - 1);
    bool goes_on = end < text.len && touches(text, end) && text.ptr[end] != '.';
    return !joined && !goes_on;
}

/* The word that ends before `at` (a blank between), or begins behind it. */
static struct slice word_before(struct slice text, size_t at)
{
    size_t end = at > 0 && text.ptr[at - 1] == ' ' ? at - 1 : at, start = end;
    while (start > 0 && end - start <= SIDE_BYTES && ascii_is_alnum(text.ptr[start - 1]))
        start--;
    return slice_sub(text, start, end - start);
}

static struct slice word_after(struct slice text, size_t at)
{
    size_t start = at + prose_blank(text, at), end = start;
    while (end < text.len && end - start <= SIDE_BYTES && ascii_is_alnum(text.ptr[end]))
        end++;
    return slice_sub(text, start, end - start);
}

static bool is_number_range(struct slice text, const struct range *range)
{
    const struct side *a = &range->left, *b = &range->right;
    struct slice next = word_after(text, range->end);
    bool name =
        next.len > 0 && next.ptr[0] >= 'A' && next.ptr[0] <= 'Z' && !prose_is_listed(months, next);
    bool phone = a->digits >= 3 && b->digits >= 4 && !b->unit && !prose_is_listed(units, next);
    bool years = a->digits == 4 && b->digits == 4;
    return a->value < b->value && !name && (!phone || years);
}

static bool is_range(struct slice text, const struct range *range)
{
    enum side_kind a = range->left.kind, b = range->right.kind;
    if (b == SIDE_NUMBER && prose_is_listed(" am pm a p ", word_after(text, range->end)))
        b = SIDE_TIME;
    if (a == SIDE_NONE || b == SIDE_NONE ||
        prose_is_listed(numbered, word_before(text, range->start)))
        return false;
    if (a == SIDE_NUMBER && b == SIDE_NUMBER)
        return is_number_range(text, range);
    return a == b || (a == SIDE_NUMBER && b == SIDE_TIME && range->left.digits <= 2);
}

static void tell(const struct prose *prose, const struct prose_passage *passage,
                 const struct range *range, struct diag_list *diags)
{
    bool between =
        slice_equal_nocase(word_before(passage->text, range->start), SLICE_LIT("between"));
    const char *word = between ? " and " : " to ";
    struct found found = {prose, passage, range->start, range->end};
    struct found dash = {prose, passage, range->dash, range->dash_end};
    if (found_is_quoted(&found))
        return;
    struct diag *diag = diag_add(
        diags, DIAG_CODE_RANGE_DASH, found_span(&found),
        arena_format(diags->arena, "write: %s", found_mended(&dash, word, diags->arena)),
        "the dash of \"%.*s\" may be read as minus, or not at all", SLICE_ARGS(found_text(&found)));
    found_fix(diags, diag, &dash, word);
}

void check_english_ranges(const struct check_subject *subject, struct diag_list *diags)
{
    const struct prose *prose = subject->prose;
    for (size_t i = 0; i < prose->passage_count; i++) {
        const struct prose_passage *passage = &prose->passages[i];
        struct slice text = passage->text;
        for (size_t at = 1; passage->english && at + 1 < text.len; at++) {
            struct range range;
            if (text.ptr[at] != '-' && (unsigned char)text.ptr[at] != 0xe2)
                continue;
            size_t len = dash_length(text, at);
            if (len > 0 && read_range(text, at, len, &range) && is_range(text, &range))
                tell(prose, passage, &range, diags);
            at += len > 0 ? len - 1 : 0;
        }
    }
}
