#include "prose/english_syllables.h"

#include <string.h>

#include "prose/english_exceptions.h"

/* Letters of a part that are looked at; longer words do not exist. */
#define PART_MOST 40u

static bool is_vowel(char c)
{
    switch (c) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u':
    case 'y': return true;
    default: return false;
    }
}

/* ---- a part: lower-case letters and apostrophes */

struct part {
    const char *text;
    size_t len;
};

static char letter(struct part part, size_t at)
{
    return at < part.len ? part.text[at] : '\0';
}

static bool ends(struct part part, const char *suffix)
{
    size_t len = strlen(suffix);
    return len <= part.len && memcmp(part.text + part.len - len, suffix, len) == 0;
}

/* The letter before so many at the end. */
static char before_end(struct part part, size_t count)
{
    return count < part.len ? part.text[part.len - count - 1] : '\0';
}

static bool is_one_of(char c, const char *set)
{
    return c && strchr(set, c);
}

/* ---- vowels that touch */

/* True if a group of vowels falls apart between `at` and the letter behind it. */
static bool parts_here(struct part part, size_t at)
{
    char a = letter(part, at), b = letter(part, at + 1), c = letter(part, at + 2);
    char before = at > 0 ? letter(part, at - 1) : '\0';
    bool last = at + 2 == part.len;
    switch (a) {
    case 'i':
        if (b == 'a')
            return !is_one_of(before, "ctsg") || (before == 'c' && c == 't') ||
                   (before == 't' && c == 't');
        if (b == 'o')
            return !(is_one_of(before, "tscgx") && is_one_of(c, "nu")) || before == '\0';
        if (b == 'e')
            return (is_one_of(c, "rtn") && !is_one_of(before, "lfptchdvrg")) ||
                   (c == 'n' && is_one_of(before, "rdlpv")) ||
                   (c == 't' && is_one_of(before, "drc")) ||
                   (c == 'r' && at + 3 == part.len && at > 2) ||
                   (c == 's' && letter(part, at + 3) == 't');
        return b == 'u' || b == 'i';
    case 'e':
        if (b == 'a')
            return (last && at > 1) || (c == 't' && before == 'r' && letter(part, at + 3) != 'm' &&
                                        at > 1 && letter(part, at - 2) == 'c');
        if (b == 'o')
            return before != 'g' || c != 'n';
        return (b == 'i' && c == 'n' && letter(part, at + 3) == 'g') || (b == 'u' && c == 'm');
    case 'u':
        if (before == 'q')
            return false;
        if (b == 'a' || b == 'o')
            return before != 'g';
        if (b == 'e')
            return c == 'n' || (c == 'l' && before != 'g');
        return b == 'i' && c == 'n' && letter(part, at + 3) == 'g';
    case 'o':
        return (b == 'i' && c == 'n' && letter(part, at + 3) == 'g') || (b == 'e' && c == 'n');
    case 'a': return b == 'o' || (b == 'i' && c == 'c');
    case 'y': /* "trying", "layer", but "delayed" */
        return at > 0 && !(is_vowel(before) && c == 'd' && at + 3 == part.len);
    default: return false;
    }
}

static size_t count_groups(struct part part)
{
    size_t count = 0;
    for (size_t i = 0; i < part.len; i++) {
        char before = i > 0 ? part.text[i - 1] : '\0';
        if (!is_vowel(part.text[i]) || (part.text[i] == 'y' && i == 0 && is_vowel(letter(part, 1))))
            continue;
        bool first = !is_vowel(before) || (before == 'y' && i == 1);
        count += first || parts_here(part, i - 1);
    }
    return count;
}

/* ---- endings */

/* A consonant and l before so many letters at the end: "table(s)". */
static bool is_syllabic_l(struct part part, size_t count)
{
    char before = before_end(part, count + 1);
    return before_end(part, count) == 'l' && before && !is_vowel(before) && before != 'l' &&
           before != 'r' && before != 'w';
}

/* The e at the end of the stem is mute. */
static bool ends_mute(struct part part)
{
    return ends(part, "e") && part.len > 2 && !is_vowel(before_end(part, 1)) &&
           !is_syllabic_l(part, 1);
}

/* Suffixes before which a mute e stays mute: "safely". */
static bool is_mute_inside(struct part part)
{
    static const char *const suffixes[] = {"ly", "ment", "ments", "ful", "fully", "less", "ness"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        struct part stem = {part.text, part.len - strlen(suffixes[i])};
        if (ends(part, suffixes[i]) && ends_mute(stem) && stem.len > 2 &&
            before_end(stem, 0) == 'e')
            return true;
    }
    return false;
}

/* Syllables that the vowels promise and nobody says. */
static size_t mute(struct part part)
{
    if (ends(part, "ed") && part.len > 3)
        return !is_one_of(before_end(part, 2), "td") && !is_vowel(before_end(part, 2)) &&
               !is_syllabic_l(part, 2);
    if (ends(part, "es") && part.len > 3)
        return !is_one_of(before_end(part, 2), "sxzcg") && !is_vowel(before_end(part, 2)) &&
               !(before_end(part, 2) == 'h' && is_one_of(before_end(part, 3), "sc")) &&
               !is_syllabic_l(part, 2);
    if (ends(part, "ically"))
        return 1;
    return ends_mute(part) || is_mute_inside(part);
}

/* Syllables without a vowel: "rhythm", "didn't", "nurse's". */
static size_t unwritten(struct part part)
{
    if (ends(part, "sm") || ends(part, "sms") || ends(part, "thm"))
        return 1;
    if (ends(part, "n't"))
        return is_one_of(before_end(part, 3), "dsk");
    return 0;
}

static size_t count_part(struct part part)
{
    struct part stem = part;
    if (ends(stem, "'s"))
        stem.len -= 2;
    int known = english_exception(stem.text, stem.len);
    size_t count = known > 0 ? (size_t)known : count_groups(stem) + unwritten(stem);
    size_t less = known > 0 ? 0 : mute(stem);
    count = count > less ? count - less : 1;
    /* "nurse's": the e is said again. */
    bool hisses = ends(stem, "se") || ends(stem, "ce") || ends(stem, "ge") || ends(stem, "ze") ||
                  ends(stem, "s") || ends(stem, "x") || ends(stem, "ch") || ends(stem, "sh");
    return count + (stem.len < part.len && hisses && !ends(stem, "us"));
}

/* Capitals that are spelled: without a vowel, or three at most. */
static bool is_spelled(struct slice word)
{
    bool vowel = false;
    for (size_t i = 0; i < word.len; i++) {
        if (word.ptr[i] < 'A' || word.ptr[i] > 'Z')
            return false;
        vowel = vowel || is_vowel(ascii_lower(word.ptr[i]));
    }
    return word.len >= 2 && (!vowel || word.len <= 3);
}

static size_t count_written(struct slice word)
{
    char letters[PART_MOST];
    struct part part = {letters, 0};
    if (is_spelled(word))
        return word.len;
    for (size_t i = 0; i < word.len && part.len < PART_MOST; i++) {
        unsigned char c = (unsigned char)word.ptr[i];
        if (c == 0xe2 || c == '\'') { /* ’ */
            letters[part.len++] = '\'';
            i += c == 0xe2 ? 2 : 0;
        } else if (ascii_is_alpha((char)c)) {
            letters[part.len++] = ascii_lower((char)c);
        } else if (c == 0xc3) { /* é, ï … */
            letters[part.len++] = 'e';
            i++;
        }
    }
    return part.len > 0 ? count_part(part) : 1;
}

size_t english_syllables(struct slice word)
{
    size_t count = 0;
    while (word.len > 0)
        count += count_written(slice_take(&word, '-'));
    return count;
}
