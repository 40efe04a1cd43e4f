/* One pass over the words. What joins two of them is asked only where a digit or a capital letter
 * stands, which few words have; the words are looked up in lists of a few hundred bytes. */
#include "text/keep.h"

#include <string.h>

#include "base/utf8.h"
#include "text/analysis.h"
#include "text/chars.h"
#include "text/keep_table.h"
#include "text/lang.h"
#include "text/phone.h"
#include "text/words.h"

/* Longer words are not looked at: no rule is about them. */
#define WORD_BYTES 48u
/* A part of this many letters before or after a hyphen is not left alone: "X-ray", "check-up". */
#define FEW_LETTERS 2u
#define YEAR_DIGITS 4u
/* "111" is dialled, but "250 mg" begins a text as well. */
#define SERVICE_DIGITS 3u
/* A full stop after a longer word ends a sentence and no abbreviation. */
#define SHORT_FORM 4u

struct keep_word {
    size_t start, end;   /* with the marks around */
    struct slice core;   /* without them; empty for a word that is too long */
    bool opened, closed; /* a mark stands before it; after it, other than one full stop */
    bool dot;            /* it ends with a full stop */
    bool number, digit;  /* it is a number; a digit stands in it */
    bool quiet; /* letters a to z only and perhaps a mark: core and what is after it are not
                   found yet */
    bool calm;  /* nothing in it joins it to a quiet word after it */
};

struct keep_scan {
    struct slice text;
    uint8_t *flags;
    const char *lang;
    const struct keep_rules *rules;
    bool narrows;       /* the language parts a number and its unit */
    struct phone phone; /* the next one, from the word now looked at */
    bool phones_over;
};

/* --- words ------------------------------------------------------------------------------------ */

static bool is_opening(uint32_t c)
{
    switch (c) {
    case '(':
    case '[':
    case '"':
    case '\'':
    case 0xa1: /* inverted marks of Spanish */
    case 0xab:
    case 0xbf:
    case 0x2018:
    case 0x201a:
    case 0x201c:
    case 0x201e:
    case 0x2039:
    case 0x2066: /* isolates of the layout's own */
    case 0x2067:
    case 0x2068: return true;
    default: return false;
    }
}

static bool is_closing(uint32_t c)
{
    switch (c) {
    case ')':
    case ']':
    case '"':
    case '\'':
    case ',':
    case ';':
    case ':':
    case '!':
    case '?':
    case 0xbb:
    case 0x2018:
    case 0x2019:
    case 0x201c:
    case 0x201d:
    case 0x2026:
    case 0x203a:
    case 0x060c: /* Arabic comma, semicolon, question mark */
    case 0x061b:
    case 0x061f: return true;
    default: return false;
    }
}

static bool is_digit(uint32_t c)
{
    return c < 0x80 ? c >= '0' && c <= '9' : text_is_digit(c);
}

static bool is_fraction(uint32_t c)
{
    return c >= 0xbc && c <= 0xbe;
}

static bool is_listed(const char *list, struct slice word)
{
    char key[WORD_BYTES * 2] = " ";
    size_t len = 1;
    if (!list || word.len == 0 || word.len > WORD_BYTES)
        return false;
    for (size_t at = 0; at < word.len;)
        len += utf8_encode(text_lower(utf8_next(word, &at)), key + len);
    key[len++] = ' ';
    return memmem(list, strlen(list), key, len) != NULL;
}

static uint32_t first_of(struct slice word)
{
    size_t at = 0;
    return word.len > 0 ? utf8_next(word, &at) : 0;
}

static bool is_upper(struct slice word)
{
    uint32_t c = first_of(word);
    return c < 0x80 ? c >= 'A' && c <= 'Z' : text_lower(c) != c;
}

static bool is_lower(struct slice word)
{
    uint32_t c = first_of(word);
    return c < 0x80 ? c >= 'a' && c <= 'z' : text_is_alnum(c) && !is_digit(c) && !is_upper(word);
}

/* "1st" and "2nd" count as numbers do; "15mg" and "7½" stand for themselves. */
static bool is_number(struct slice word)
{
    static const char marks[] = " + − ± < > ≤ ≥ ~ £ € $ ";
    size_t at = 0, before = 0;
    bool any = false;
    while (at < word.len) {
        before = at;
        uint32_t c = utf8_next(word, &at);
        bool digit = is_digit(c) || is_fraction(c);
        if (!any && !digit && !is_listed(marks, slice_sub(word, before, at - before)))
            return false;
        if (any && !digit && c != '.' && c != ',' && c != ':' && c != '/' && c != '-' &&
            c != 0x2013 && c != 0xd7)
            return is_listed(" st nd rd th er re e ème º ª ", slice_from_position(word, before));
        any = any || digit;
    }
    return any;
}

static bool has_digit(struct slice word)
{
    for (size_t at = 0; at < word.len;) {
        uint32_t c = utf8_next(word, &at);
        if (is_digit(c) || is_fraction(c))
            return true;
    }
    return false;
}

/* Takes the marks around a word off. */
static void find_core(struct slice text, struct keep_word *word)
{
    size_t start = word->start, end = word->end;
    for (size_t at = start; start < end && is_opening(utf8_next(text, &at)); start = at)
        word->opened = true;
    while (end > start) {
        size_t at = end;
        uint32_t c = utf8_previous(text, &at);
        if (c == '.' && !word->dot)
            word->dot = true;
        else if (is_closing(c))
            word->closed = true;
        else if (c != 0x2069) /* the end of an isolate */
            break;
        end = at;
    }
    word->core = slice_sub(text, start, end - start);
    word->digit = has_digit(word->core);
    word->number = word->digit && is_number(word->core);
}

/* The end of a word: a space that may vanish, a no-break space or a line separator. */
static bool is_separator(struct slice text, size_t at)
{
    unsigned char c = (unsigned char)text.ptr[at];
    if (c <= ' ')
        return true;
    if (c == 0xc2)
        return at + 1 < text.len && (unsigned char)text.ptr[at + 1] == 0xa0;
    if (c != 0xe2 || text.len - at < 3 || (unsigned char)text.ptr[at + 1] != 0x80)
        return false;
    unsigned char last = (unsigned char)text.ptr[at + 2];
    return last == 0xa8 || last == 0x89 || last == 0xaf; /* U+2028, U+2009, U+202F */
}

static size_t separator_end(struct slice text, size_t at)
{
    while (at < text.len && is_separator(text, at))
        utf8_next(text, &at);
    return at;
}

/* The end of a quiet word of two letters or more at a place, or the place. */
static size_t quiet_end(struct slice text, size_t start)
{
    size_t end = ascii_letters_end(text, start, false);
    if (end - start < 2 || end == text.len)
        return end - start < 2 ? start : end;
    char mark = text.ptr[end];
    end += mark == '.' || mark == ',' || mark == ';' || mark == ':';
    return end == text.len || text.ptr[end] == ' ' ? end : start;
}

/* A letter of a script without spaces between words, or of Korean, whose words of counting are
 * short and take endings: what follows a number there is what it counts. Thai to Tibetan, Burmese,
 * Khmer; Kana, Han and Hangul. */
static bool is_counted_at_once(uint32_t c)
{
    return ((c >= 0xe00 && c <= 0x109f) || (c >= 0x1780 && c <= 0x17ff) ||
            (c >= 0x3040 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3)) &&
           !text_is_digit(c);
}

/* Wide spaces, stops and brackets. */
static bool is_wide_sign(uint32_t c)
{
    return (c >= 0x3000 && c < 0x3040) || (c > 0xff00 && c <= 0xff65 && !text_is_alnum(c));
}

/* The end of a word: a separator, or where such letters and signs meet others ("服用250", "（5";
 * not in "mg/次"). */
static size_t word_end(struct slice text, size_t start)
{
    bool first = false;
    size_t at = start;
    for (size_t next = start; at < text.len && !is_separator(text, at); at = next) {
        uint32_t c = utf8_next(text, &next);
        bool own = is_counted_at_once(c) || is_wide_sign(c);
        if (at == start)
            first = own;
        else if (own != first && text.ptr[at - 1] != '/')
            return at;
    }
    return at;
}

static bool next_word(struct slice text, size_t *at, struct keep_word *word)
{
    size_t start = *at;
    start += start < text.len && text.ptr[start] == ' ';
    size_t end = quiet_end(text, start);
    *word = (struct keep_word){.quiet = end > start, .calm = true};
    if (!word->quiet) {
        start = separator_end(text, start);
        end = word_end(text, start);
    }
    *at = word->end = end;
    word->start = start;
    if (!word->quiet && end - start <= WORD_BYTES)
        find_core(text, word);
    if (!word->quiet)
        word->calm = !word->digit && text_is_alnum(first_of(word->core));
    return end > start;
}

static void look_closely(struct slice text, struct keep_word *word)
{
    if (!word->quiet)
        return;
    word->quiet = false;
    if (word->end - word->start <= WORD_BYTES)
        find_core(text, word);
}

/* --- what joins two words --------------------------------------------------------------------- */

static uint8_t none_or(bool keeps, uint8_t strength)
{
    return keeps ? strength : 0;
}

/* A unit, or the first of "mg/kg" or "kg/m²"; the number of a note may be at its end. */
static bool is_unit(struct slice word)
{
    size_t len = slice_find(word, '/'), note = slice_find(word, '[');
    struct slice first = slice_sub(word, 0, note < len ? note : len);
    if (slice_ends(first, "²") || slice_ends(first, "³"))
        first.len -= 2;
    while (first.len > 0 && ascii_is_digit(first.ptr[first.len - 1]))
        first.len--;
    return is_listed(keep_units, first);
}

static bool is_year(struct slice number)
{
    return number.len == YEAR_DIGITS && (slice_starts(number, "19") || slice_starts(number, "20"));
}

static bool all_digits(struct slice word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!ascii_is_digit(word.ptr[i]))
            return false;
    return word.len > 0;
}

/* What follows a number. */
static uint8_t join_after_number(const struct keep_scan *scan, const struct keep_word *last,
                                 const struct keep_word *word)
{
    const struct keep_rules *rules = scan->rules;
    bool month = words_is_month(scan->lang, word->core);
    if (last->dot) /* "23. November", but not the end of a sentence */
        return none_or(month || is_lower(word->core), TEXT_KEEP_WORDS);
    if (word->number) /* "10 000", and telephone numbers that begin without a nought */
        return none_or(all_digits(last->core) && all_digits(word->core) && word->core.len >= 3 &&
                           (word->core.len == 3 || last->core.len >= 3),
                       TEXT_KEEP_FIRM);
    if (is_unit(word->core) || is_listed(KEEP_TIMES, word->core))
        return TEXT_KEEP_FIRM;
    if (month)
        return TEXT_KEEP_WORDS;
    if (is_counted_at_once(first_of(word->core)))
        return none_or(word->start > last->end, TEXT_KEEP_WORDS);
    if (!rules)
        return none_or(is_lower(word->core) && !is_year(last->core), TEXT_KEEP_LIGHT);
    if (is_year(last->core) || is_listed(rules->little, word->core) ||
        is_listed(rules->ranges, word->core))
        return 0;
    bool noun = is_lower(word->core) || rules->capital_nouns || last->core.len == 5;
    return none_or(noun && text_is_alnum(first_of(word->core)), TEXT_KEEP_WORDS);
}

/* "D" of "vitamin D", "3b" of "stage 3b". */
static bool is_letter_mark(struct slice word)
{
    return utf8_count(word) == 1 && is_upper(word);
}

static bool ends_sentence(const struct keep_word *word)
{
    return word->closed || (word->dot && utf8_count(word->core) > SHORT_FORM);
}

/* What stands before a number, or before a letter that counts like one. */
static uint8_t join_before_number(const struct keep_scan *scan, const struct keep_word *last,
                                  const struct keep_word *word)
{
    if (ends_sentence(last))
        return 0;
    if (!last->dot && is_listed(KEEP_SIGNS, last->core))
        return none_or(word->number, TEXT_KEEP_FIRM);
    bool named = scan->rules && is_listed(scan->rules->numbered, last->core);
    bool date = word->number && is_upper(last->core) && words_is_month(scan->lang, last->core) &&
                !is_year(word->core);
    return none_or(named || date, TEXT_KEEP_WORDS);
}

/* "SW1A 1AA" */
static bool is_postcode(struct slice outward, struct slice inward)
{
    return outward.len >= 2 && outward.len <= 4 && is_upper(outward) && inward.len == 3 &&
           ascii_is_digit(inward.ptr[0]) && ascii_is_alpha(inward.ptr[1]) &&
           ascii_is_alpha(inward.ptr[2]) && is_upper(slice_from_position(inward, 1));
}

/* Names and abbreviations: "Dr Green", "J. Smith", "z. B.". */
static uint8_t join_names(const struct keep_scan *scan, const struct keep_word *last,
                          const struct keep_word *word)
{
    const struct keep_rules *rules = scan->rules;
    if (ends_sentence(last) || last->core.len == 0)
        return 0;
    bool letter = last->dot && utf8_count(last->core) == 1 && text_is_alnum(first_of(last->core));
    if (letter && word->dot && utf8_count(word->core) == 1)
        return TEXT_KEEP_FIRM;
    if (is_upper(word->core) && letter && is_upper(last->core))
        return TEXT_KEEP_WORDS;
    if (rules && (is_upper(word->core) || rules->one_case) && is_listed(rules->titles, last->core))
        return TEXT_KEEP_WORDS;
    return 0;
}

/* A word of one or two letters at a line's end, where the language minds. */
static uint8_t join_short(const struct keep_scan *scan, const struct keep_word *last)
{
    if (!scan->rules || !scan->rules->short_words || last->closed || last->dot)
        return 0;
    size_t letters = last->core.len <= 2 * FEW_LETTERS ? utf8_count(last->core) : 0;
    return none_or(letters >= 1 && letters <= FEW_LETTERS && text_is_alnum(first_of(last->core)),
                   TEXT_KEEP_LIGHT);
}

static uint8_t join(const struct keep_scan *scan, const struct keep_word *last,
                    const struct keep_word *word)
{
    uint8_t strength = 0;
    if (last->number && !last->closed && !word->opened)
        strength = join_after_number(scan, last, word);
    if (!strength && !word->opened && (word->digit || is_letter_mark(word->core)))
        strength = join_before_number(scan, last, word);
    if (!strength && last->digit && is_postcode(last->core, word->core))
        strength = TEXT_KEEP_FIRM;
    if (!strength)
        strength = join_names(scan, last, word);
    if (!strength && (word->core.len == 0 || last->core.len == 0)) /* « mot » */
        strength = none_or(slice_sub(scan->text, word->start, 2).len == 2 &&
                               (slice_starts(slice_from_position(scan->text, word->start), "»") ||
                                (last->end - last->start == 2 &&
                                 slice_starts(slice_from_position(scan->text, last->start), "«"))),
                           TEXT_KEEP_FIRM);
    return strength ? strength : join_short(scan, last);
}

/* --- places ----------------------------------------------------------------------------------- */

static void keep_place(const struct keep_scan *scan, size_t at, uint8_t strength)
{
    uint8_t *flag = &scan->flags[at];
    if ((*flag & (TEXT_BREAK | TEXT_MUST_BREAK)) == TEXT_BREAK &&
        (*flag & TEXT_KEEP_MASK) < strength)
        *flag = (uint8_t)((*flag & ~TEXT_KEEP_MASK) | strength);
}

/* True if nothing but spaces, or one no-break space, stands from start to end. */
static bool is_plain_gap(struct slice text, size_t start, size_t end)
{
    struct slice gap = slice_sub(text, start, end - start);
    if (slice_equal(gap, SLICE_LIT("\xc2\xa0")))
        return true;
    for (size_t i = 0; i < gap.len; i++)
        if (gap.ptr[i] != ' ')
            return false;
    return gap.len > 0;
}

/* Marks the gap between a number and its unit; not in "23 w domu", where w is no watt. */
static void mark_gap(const struct keep_scan *scan, const struct keep_word *last,
                     const struct keep_word *word)
{
    if (!scan->narrows || !last->number || last->closed || last->dot || word->opened ||
        !is_unit(word->core) || !is_plain_gap(scan->text, last->end, word->start))
        return;
    bool little = scan->rules && is_listed(scan->rules->little, word->core);
    if (!(little && is_lower(word->core)) && !(scan->flags[last->end] & TEXT_BREAK))
        scan->flags[last->end] |= TEXT_UNIT_GAP;
}

/* "10 to 15", "23 de noviembre", "9 h 30": three words, the first of which is a number. */
static void join_three(const struct keep_scan *scan, const struct keep_word *first,
                       const struct keep_word *middle, const struct keep_word *last)
{
    if (!first->number || first->closed || middle->closed || middle->opened || last->opened)
        return;
    if (is_listed(KEEP_THOUSANDTHS, middle->core) && !middle->dot) {
        keep_place(scan, middle->start, TEXT_KEEP_FIRM);
        keep_place(scan, last->start, TEXT_KEEP_FIRM);
    }
    if (!scan->rules)
        return;
    bool range = last->digit && is_listed(scan->rules->ranges, middle->core);
    bool date = slice_equal_string(middle->core, "de") && words_is_month(scan->lang, last->core);
    bool time = last->core.len == 2 && last->number && is_listed(" h uhr ", middle->core);
    if (!range && !date && !time)
        return;
    keep_place(scan, middle->start, TEXT_KEEP_WORDS);
    keep_place(scan, last->start, TEXT_KEEP_WORDS);
}

/* Keeps the groups of a telephone number together. A row of single digits ("0 1 2 … 10") is none.
 * True if the word ends inside one: what follows is no unit or noun. */
static bool see_phone(struct keep_scan *scan, const struct keep_word *word)
{
    if (!scan->phones_over && scan->phone.end <= word->start)
        scan->phones_over = !phone_find(scan->text, word->start, &scan->phone);
    if (scan->phones_over || scan->phone.start >= word->end)
        return false;
    size_t digits = 0, groups = 1;
    for (size_t i = scan->phone.start; i < scan->phone.end; i++) {
        digits += ascii_is_digit(scan->text.ptr[i]);
        groups += (scan->flags[i] & TEXT_BREAK) && i > scan->phone.start;
    }
    if (digits < 2 * groups || digits <= SERVICE_DIGITS)
        return false;
    for (size_t i = scan->phone.start + 1; i < scan->phone.end; i++)
        keep_place(scan, i, TEXT_KEEP_FIRM);
    return true;
}

/* Breaks inside a word: "10–15", "mg/kg", "X-ray". */
static void see_inside(const struct keep_scan *scan, const struct keep_word *word)
{
    struct slice core = word->core;
    size_t base = (size_t)(core.ptr - scan->text.ptr);
    for (size_t i = 1; i < core.len; i++) {
        if (!(scan->flags[base + i] & TEXT_BREAK))
            continue;
        size_t at = i, next = i;
        uint32_t mark = utf8_previous(core, &at), after = utf8_next(core, &next);
        bool dash = mark == '-' || mark == 0x2010 || mark == 0x2013;
        struct slice head = slice_sub(core, 0, at), tail = slice_from_position(core, i);
        if ((dash || mark == '/') && at > 0 && is_digit(after) && is_number(head))
            keep_place(scan, base + i, TEXT_KEEP_FIRM);
        else if (mark == '/' && (is_unit(head) || is_unit(tail)) && head.len <= 4)
            keep_place(scan, base + i, TEXT_KEEP_FIRM);
        else if (dash && (utf8_count(head) <= FEW_LETTERS || utf8_count(tail) <= FEW_LETTERS ||
                          is_number(head)))
            keep_place(scan, base + i, TEXT_KEEP_WORDS);
    }
}

static bool parts_units(const char *lang)
{
    static const char *const whole[] = {KEEP_GAPS_WHOLE};
    for (size_t i = 0; lang && i < sizeof whole / sizeof *whole; i++)
        if (text_lang_same_primary(lang, whole[i]))
            return false;
    return true;
}

static const struct keep_rules *find_rules(const char *lang)
{
    for (size_t i = 0; lang && i < sizeof keep_rules / sizeof *keep_rules; i++)
        if (text_lang_same_primary(lang, keep_rules[i].tag))
            return &keep_rules[i];
    return NULL;
}

/* What the last of three words in a row has to do with those before it. */
static void see_word(struct keep_scan *scan, struct keep_word *first, struct keep_word *last,
                     struct keep_word *word)
{
    look_closely(scan->text, first);
    look_closely(scan->text, last);
    look_closely(scan->text, word);
    if (last->end > 0) {
        keep_place(scan, word->start, join(scan, last, word));
        mark_gap(scan, last, word);
    }
    if (first->end > 0)
        join_three(scan, first, last, word);
    if (word->core.len > 2)
        see_inside(scan, word);
    if (word->digit && see_phone(scan, word))
        word->number = false;
}

/* Most words are quiet after calm ones, and passed over; where short words count none is. */
void keep_add(struct slice text, const char *lang, uint8_t *flags)
{
    struct keep_scan scan = {.text = text,
                             .flags = flags,
                             .lang = lang,
                             .rules = find_rules(lang),
                             .narrows = parts_units(lang)};
    struct keep_word words[3] = {{.calm = true}, {.calm = true}};
    struct keep_word *first = &words[0], *last = &words[1], *word = &words[2];
    bool all = scan.rules && scan.rules->short_words;
    for (size_t at = 0; next_word(text, &at, word);) {
        if (all || !word->quiet || !last->calm || !first->calm)
            see_word(&scan, first, last, word);
        struct keep_word *oldest = first;
        first = last;
        last = word;
        word = oldest;
    }
}
