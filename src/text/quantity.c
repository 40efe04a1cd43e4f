#include "text/quantity.h"

#include <string.h>

#include "base/utf8.h"
#include "text/chars.h"
#include "text/quantity_chars.h"

#define MOST_SIGNS    4  /* before a number, as in "~ -£5" */
#define MOST_JOINTS   4  /* between two parts, as in " - -" */
#define BRACKET_BYTES 24 /* of what brackets inside a quantity hold */
#define NUMBER_BYTES  48 /* of a number that is looked at ahead */
#define AREA_DIGITS   5
#define PHONE_DIGITS  6
#define UNIT_LETTERS  5
#define NAME_LETTERS  3 /* of what a sign ends: "Na+", "AB-" */
#define COUNT_DIGITS  2 /* in a row, of a number that counts */
#define MOST_BETWEEN  6 /* between a Latin word and a number that it draws to its side */

/* What was read so far. */
struct quantity_scan {
    struct slice text;
    size_t start, end;
    size_t first, last; /* the first digit; behind the last one */
    size_t word;        /* where the last part begins */
    int western, arabic, persian;
    int groups;    /* of digits, parted by a blank or a dash */
    bool latin;    /* a Latin letter or a unit's sign */
    bool unit;     /* the last part ends as a unit or a word, not as a number */
    bool signs;    /* begins with a sign */
    bool parts;    /* more than one, or a sign behind */
    bool blank;    /* a blank parts digits */
    bool dash;     /* a dash does */
    bool left_out; /* a sign behind belongs to the right-to-left text */
    enum quantity_comparison comparison; /* the last one before it */
};

static uint32_t char_at(struct slice text, size_t at)
{
    return at < text.len ? utf8_next(text, &at) : 0;
}

static uint32_t char_before(struct slice text, size_t at)
{
    return at > 0 ? utf8_previous(text, &at) : 0;
}

static size_t skip_blanks(struct slice text, size_t at)
{
    for (int i = 0; i < 2 && quantity_is_blank(char_at(text, at)); i++)
        utf8_next(text, &at);
    return at;
}

/* A right-to-left letter. */
static bool is_rtl_at(struct slice text, size_t at)
{
    uint32_t c = char_at(text, at);
    return text_is_alnum(c) && text_strong_direction(c) < 0;
}

/* ---- looks ahead */

/* The end of a number with its separators at `at`, or `at`. */
static size_t number_end(struct slice text, size_t at)
{
    size_t limit = at + NUMBER_BYTES, end = at;
    while (at < text.len && at < limit) {
        uint32_t c = utf8_next(text, &at);
        if (quantity_is_digit(c) || quantity_is_small_number(c))
            end = at;
        else if (!IS_ONE_OF(c, '.', ',', ':', '/', 0x66b, 0x66c) && !text_is_dash(c))
            break;
    }
    return end;
}

/* A number at `at` has a unit or word of its own. */
static bool has_unit(struct slice text, size_t at)
{
    size_t end = skip_blanks(text, number_end(text, at));
    uint32_t c = char_at(text, end);
    return quantity_is_latin(c) || quantity_is_mark(c);
}

/* A number at `at` counts what a right-to-left word behind it names. */
static bool counts_word(struct slice text, size_t at)
{
    size_t end = number_end(text, at);
    return is_rtl_at(text, skip_blanks(text, end));
}

/* A number at `at` counts what a right-to-left word behind it names ("3 times"); one of more digits
 * is rather a name's or the strength of a medicine. */
static bool is_count(struct slice text, size_t at)
{
    size_t end = number_end(text, at);
    int digits = 0;
    for (size_t pos = at; pos < end && digits <= COUNT_DIGITS;)
        digits = quantity_is_digit(utf8_next(text, &pos)) ? digits + 1 : 0;
    return digits <= COUNT_DIGITS && counts_word(text, at);
}

/* Digits of the telephone number from `at` on. */
static int phone_digits(struct slice text, size_t at)
{
    size_t limit = at + NUMBER_BYTES;
    int digits = 0;
    while (at < text.len && at < limit) {
        uint32_t c = utf8_next(text, &at);
        if (quantity_is_digit(c))
            digits++;
        else if (!quantity_is_blank(c) && !text_is_dash(c) && c != '(' && c != ')')
            break;
    }
    return digits;
}

/* The end of "(020)" or "(+44)" at `at` with a number behind it, or `at`. */
static size_t area_end(struct slice text, size_t at)
{
    size_t pos = at + 1;
    int digits = 0;
    if (char_at(text, pos) == '+')
        pos++;
    for (; digits <= AREA_DIGITS && quantity_is_digit(char_at(text, pos)); digits++)
        utf8_next(text, &pos);
    if (digits == 0 || digits > AREA_DIGITS || char_at(text, pos) != ')')
        return at;
    size_t next = skip_blanks(text, pos + 1);
    if (text_is_dash(char_at(text, next)))
        utf8_next(text, &next);
    return quantity_is_digit(char_at(text, next)) ? pos + 1 : at;
}

/* The end of brackets that touch what is before them, "mg/(kg·h)", or `at`. */
static size_t bracket_end(struct slice text, size_t at)
{
    size_t pos = at + 1, limit = at + BRACKET_BYTES;
    while (pos < text.len && pos < limit) {
        uint32_t c = utf8_next(text, &pos);
        if (c == ')')
            return pos;
        if (!quantity_is_part(c) && !quantity_is_joint(c))
            break;
    }
    return at;
}

/* ---- parts and what joins them */

static void count_digit(struct quantity_scan *s, enum digit_kind kind, size_t at)
{
    s->western += kind == DIGIT_WESTERN;
    s->arabic += kind == DIGIT_ARABIC;
    s->persian += kind == DIGIT_PERSIAN;
    if (s->western + s->arabic + s->persian == 1)
        s->first = at;
}

static bool has_digits(const struct quantity_scan *s)
{
    return s->western + s->arabic + s->persian > 0;
}

/* The last part is a short word for an extension, or one that a year may follow. */
static bool takes_number(const struct quantity_scan *s, size_t next)
{
    struct slice word = slice_sub(s->text, s->word, s->end - s->word);
    static const char *const before_numbers[] = {"ext", "extn", "x", "no", "nr", "tel"};
    for (size_t i = 0; i < sizeof before_numbers / sizeof *before_numbers; i++)
        if (slice_equal_nocase(word, slice_from(before_numbers[i])))
            return true;
    size_t end = number_end(s->text, next);
    return word.len >= 3 && word.ptr[0] >= 'A' && word.ptr[0] <= 'Z' && end - next == 4;
}

/* What stands between two parts: the signs without the blanks, and where those are. */
struct joint {
    uint32_t sign; /* the first, 0: blanks only */
    int count;
    bool blank, blank_before, blank_after, point;
};

static struct joint read_joint(struct slice text, size_t at, size_t end)
{
    struct joint joint = {0};
    while (at < end) {
        uint32_t c = utf8_next(text, &at);
        joint.count++;
        joint.blank_after = quantity_is_blank(c);
        joint.blank |= joint.blank_after;
        joint.point |= IS_ONE_OF(c, '.', ',', ':', '\'', 0x2019);
        if (joint.blank_after && !joint.sign)
            joint.blank_before = true;
        else if (!joint.sign)
            joint.sign = c;
    }
    return joint;
}

/* The part at next goes on with the quantity. A point or comma before a blank ends a sentence or an
 * item; a number behind a unit or a name is one of its own ("500 mg 3 times") unless it has a unit
 * too or counts nothing. */
static bool goes_on(const struct quantity_scan *s, size_t next)
{
    uint32_t c = char_at(s->text, next);
    struct joint joint = read_joint(s->text, s->end, next);
    if (joint.count > MOST_JOINTS)
        return false;
    if (quantity_is_mark(c))
        return joint.count == 0 || (has_digits(s) && !s->unit && !joint.sign);
    bool ratio = joint.sign == ':' && joint.blank_before && joint.blank_after;
    bool short_form = joint.sign == '.' && takes_number(s, next);
    if (joint.point && joint.blank && !ratio && !short_form)
        return false;
    if (!s->unit || !(quantity_is_digit(c) || quantity_is_small_number(c)) || !joint.blank ||
        quantity_is_comparison(joint.sign))
        return true;
    if (takes_number(s, next) || has_unit(s->text, next))
        return true;
    if (!has_digits(s))
        return !is_count(s->text, next);
    return joint.sign && !counts_word(s->text, next);
}

/* A mark right before a right-to-left letter is a part of its word: the degree of "°م". */
static bool belongs_to_rtl(struct slice text, size_t at, uint32_t mark)
{
    utf8_next(text, &at);
    return quantity_is_mark(mark) && is_rtl_at(text, at);
}

static void add_part(struct quantity_scan *s, size_t at, size_t after)
{
    uint32_t c = char_at(s->text, at);
    struct joint joint = read_joint(s->text, s->end, at);
    if (at > s->end || s->end == s->start)
        s->word = at;
    if (quantity_is_digit(c)) {
        s->dash |= text_is_dash(joint.sign) && has_digits(s);
        s->blank |= joint.count > 0 && !joint.sign && has_digits(s);
        s->groups +=
            !has_digits(s) || (joint.count > 0 && (!joint.sign || text_is_dash(joint.sign)));
        count_digit(s, quantity_digit_kind(c), at);
        s->last = after;
    }
    s->latin |= quantity_is_latin(c);
    s->parts |=
        (at > s->end && has_digits(s)) || quantity_is_mark(c) || quantity_is_small_number(c);
    s->unit = quantity_is_latin(c) || quantity_is_mark(c);
    s->end = after;
}

/* Brackets inside: an area code before more digits, and what touches the part before it. */
static bool add_brackets(struct quantity_scan *s, size_t at)
{
    struct joint joint = read_joint(s->text, s->end, at);
    size_t end = at;
    if (!s->latin && joint.count <= 1 && (joint.count == 0 || joint.blank_after || s->dash))
        end = area_end(s->text, at);
    if (end == at && s->end > s->start && !joint.blank_before && !joint.blank_after)
        end = bracket_end(s->text, at);
    if (end == at)
        return false;
    for (size_t pos = at; pos < end;) {
        size_t before = pos;
        uint32_t c = utf8_next(s->text, &pos);
        if (quantity_is_digit(c))
            count_digit(s, quantity_digit_kind(c), before);
        s->latin |= quantity_is_latin(c);
    }
    s->groups++;
    s->parts = true;
    s->unit = s->latin;
    s->end = s->last = end;
    return true;
}

/* Reads parts from pos on. */
static void scan_parts(struct quantity_scan *s, size_t pos)
{
    int joints = 0;
    while (pos < s->text.len) {
        size_t at = pos;
        uint32_t c = utf8_next(s->text, &pos);
        if (quantity_is_part(c)) {
            s->left_out = belongs_to_rtl(s->text, at, c);
            if (s->left_out || (s->end > s->start && !goes_on(s, at)))
                return;
            add_part(s, at, pos);
            joints = 0;
        } else if (c == '(') {
            if (!add_brackets(s, at))
                return;
            pos = s->end;
            joints = 0;
        } else if (!quantity_is_joint(c) || ++joints > MOST_JOINTS) {
            return;
        }
    }
}

/* ---- signs before and behind */

/* Something that a relation or a dash at `at` has on its other side. */
static bool has_operand(struct slice text, size_t at)
{
    uint32_t c = char_before(text, at);
    for (int i = 0; i < 2 && quantity_is_blank(c); i++) {
        utf8_previous(text, &at);
        c = char_before(text, at);
    }
    return text_is_alnum(c) || c == ')' || c == 0x640;
}

/* True if a sign at `at` may have a blank before its number. */
static bool may_stand_apart(struct slice text, size_t at, uint32_t sign,
                            enum quantity_comparison comparison)
{
    if (quantity_is_comparison(sign) && comparison)
        return true;
    if (quantity_is_relation(sign) || sign == '~' || sign == 0x2248 || sign == 0x2212)
        return !has_operand(text, at);
    return sign == 0xb1 || sign == 0x2116 || quantity_is_currency(sign);
}

/* A dash or plus that touches a letter before it joins words: "ב-5". */
static bool joins_word(struct slice text, size_t at, uint32_t sign)
{
    uint32_t before = char_before(text, at);
    return (text_is_dash(sign) || sign == '+' || sign == '.') &&
           (text_is_alnum(before) || before == 0x640);
}

/* The number behind the signs at `at`, or `at`; the last comparison before them stands so. */
static size_t signs_end(struct slice text, size_t at, enum quantity_comparison comparison)
{
    size_t pos = at;
    for (int i = 0; i <= MOST_SIGNS; i++) {
        size_t next = pos, own = pos;
        uint32_t c = char_at(text, pos);
        if (quantity_is_digit(c) || quantity_is_small_number(c) ||
            (c == '(' && area_end(text, pos) > pos))
            return pos;
        if (!quantity_may_begin(c) && c != '/')
            return at;
        utf8_next(text, &next);
        if ((c == '/' && i == 0) || joins_word(text, own, c) ||
            (quantity_is_comparison(c) && comparison == QUANTITY_MIRRORED))
            return at;
        pos = may_stand_apart(text, own, c, comparison) ? skip_blanks(text, next) : next;
    }
    return at;
}

/* "a.m", "p.o": the point behind it is a part of it. */
static bool is_short_form(const struct quantity_scan *s)
{
    struct slice word = slice_sub(s->text, s->start, s->end - s->start);
    size_t len = word.len;
    return len >= 3 && ascii_is_alpha(word.ptr[len - 1]) && word.ptr[len - 2] == '.' &&
           ascii_is_alpha(word.ptr[len - 3]);
}

/* A sign behind, of one character that touches: "65+", "Na+", "O-", "*100#"; plus also of several:
 * "Ca++". */
static bool ends_with(const struct quantity_scan *s, uint32_t c, size_t after)
{
    uint32_t first = char_at(s->text, s->start);
    if (text_is_alnum(char_at(s->text, after)))
        return false;
    if (c == '+')
        return true;
    if (c == '#')
        return first == '*' || first == '#';
    if (c == '-' || c == 0x2212)
        return s->unit && !has_digits(s) && s->end - s->word <= NAME_LETTERS;
    return c == '.' && is_short_form(s);
}

static void add_signs_behind(struct quantity_scan *s)
{
    size_t after = s->end;
    uint32_t c = after < s->text.len ? utf8_next(s->text, &after) : 0;
    while (c == '+' && char_at(s->text, after) == '+')
        after++;
    if (c && ends_with(s, c, after)) {
        s->parts |= has_digits(s);
        s->signs |= !has_digits(s) && c != '.';
        s->end = after;
        return;
    }
    after = skip_blanks(s->text, s->end);
    c = after < s->text.len ? utf8_next(s->text, &after) : 0;
    if (quantity_is_currency(c) && has_digits(s) && !quantity_is_digit(char_at(s->text, after))) {
        s->parts = true;
        s->end = after;
    } else if (c == 0x66a || (quantity_is_mark(c) && has_digits(s))) {
        s->left_out = true;
    }
}

/* ---- whole quantities */

/* Digits of the Arabic script alone: what is wrong in them is kept of the quantity. */
static bool is_wrong_in_arabic(struct quantity_scan *s)
{
    uint32_t sign = char_at(s->text, s->start);
    int digits = s->arabic + s->persian;
    bool zero = IS_ONE_OF(char_at(s->text, s->first), 0x660, 0x6f0);
    bool phone = s->blank || s->groups > 2 ||
                 (digits >= PHONE_DIGITS && (sign == '+' || sign == '(' || (zero && s->dash))) ||
                 (digits >= PHONE_DIGITS && s->dash && digits != 8);
    bool persian = s->arabic == 0 && (s->signs || s->left_out);
    s->end = s->last;
    if (phone && sign != '+' && sign != '(' && !persian)
        s->start = s->first;
    return phone || persian;
}

static bool is_wrong_number(struct quantity_scan *s)
{
    if (s->western == 0 && !s->latin)
        return is_wrong_in_arabic(s);
    return s->latin || s->parts || s->signs || s->left_out;
}

/* Reads what begins at `at` into *s, whose comparison is set. */
static bool scan_at(struct slice text, size_t at, struct quantity_scan *s)
{
    uint32_t c = char_at(text, at);
    size_t number = at;
    *s = (struct quantity_scan){.text = text, .start = at, .end = at, .comparison = s->comparison};
    if (c == '(' ? area_end(text, at) == at || phone_digits(text, at) < PHONE_DIGITS
                 : !quantity_is_digit(c) && !quantity_is_latin(c) && !quantity_is_small_number(c)) {
        number = c == '(' ? at : signs_end(text, at, s->comparison);
        if (number == at)
            return false;
    }
    s->end = s->word = number;
    s->signs = number > at;
    s->start = number; /* so that the first part joins nothing */
    scan_parts(s, number);
    s->start = at;
    if (s->end == number)
        return false;
    add_signs_behind(s);
    return true;
}

/* A plain number behind Latin words would stand on their right, as theirs (UAX #9, W7), though
 * something parts them; not so digits of class AN. */
static bool draws_number(const struct quantity_scan *s)
{
    struct quantity_scan number = {.comparison = s->comparison};
    size_t pos = s->end, at = pos;
    uint32_t c = 0;
    for (int i = 0; i <= MOST_BETWEEN && pos < s->text.len && !text_strong_direction(c); i++) {
        at = pos;
        c = utf8_next(s->text, &pos);
        if (quantity_is_digit(c))
            break;
    }
    return quantity_is_digit(c) && quantity_digit_kind(c) != DIGIT_ARABIC &&
           scan_at(s->text, at, &number) && !is_wrong_number(&number);
}

static bool is_wrong(struct quantity_scan *s)
{
    return has_digits(s) ? is_wrong_number(s) : s->latin && (s->signs || draws_number(s));
}

/* How the last comparison stands behind a stretch of text whose own stand so. */
static enum quantity_comparison comparison_behind(struct slice passed, enum quantity_comparison own,
                                                  enum quantity_comparison before)
{
    for (size_t pos = 0; pos < passed.len;)
        if (quantity_is_comparison(utf8_next(passed, &pos)))
            return own;
    return before;
}

bool quantity_find(struct slice text, size_t from, struct quantity *found)
{
    struct quantity_scan s = {.comparison = found->comparison};
    for (size_t end; from < text.len; from = end) {
        end = from;
        bool scanned = scan_at(text, from, &s);
        if (scanned)
            end = s.end;
        else
            utf8_next(text, &end);
        bool wrong = scanned && is_wrong(&s);
        size_t start = wrong ? s.start : end;
        s.comparison =
            comparison_behind(slice_sub(text, from, start - from), QUANTITY_MIRRORED, s.comparison);
        if (wrong) {
            struct slice whole = slice_sub(text, s.start, s.end - s.start);
            *found = (struct quantity){s.start, s.end,
                                       comparison_behind(whole, QUANTITY_COMPARES, s.comparison)};
            return true;
        }
    }
    found->comparison = s.comparison;
    return false;
}

size_t quantity_unit_length(struct slice text, size_t at)
{
    size_t pos = skip_blanks(text, at), end = at;
    for (int letters = 0; pos < text.len;) {
        uint32_t c = utf8_next(text, &pos);
        if (quantity_is_latin(c) && ++letters <= UNIT_LETTERS)
            end = pos;
        else if (quantity_is_latin(c))
            return 0;
        else if (c == '/')
            letters = 0;
        else if (!quantity_is_mark(c) && !quantity_is_small_number(c) && !quantity_is_digit(c))
            break;
    }
    return quantity_is_latin(char_at(text, skip_blanks(text, end))) ? 0 : end - at;
}
