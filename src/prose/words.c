#include "prose/words.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "prose/syllables.h"
#include "text/chars.h"

/* Letters of the longest function word, and its bytes with a typographic apostrophe. */
#define LITTLE_MOST  10u
#define LITTLE_BYTES (LITTLE_MOST + 2)

/* By first letter, a space around each. */
static const char *const little_words[26] = {
    ['a' - 'a'] = " a about above across after again against all along also although always am "
                  "among an and another any anyone anything are aren't around as at away ",
    ['b' - 'a'] = " be because been before behind being below beside between beyond both but by ",
    ['c' - 'a'] = " can can't cannot could couldn't ",
    ['d' - 'a'] = " did didn't do does doesn't don't down during ",
    ['e' - 'a'] = " each either else enough even ever every everyone everything except ",
    ['f' - 'a'] = " few for from ",
    ['h' - 'a'] = " had hadn't has hasn't have haven't he he'll he's her here hers herself him "
                  "himself his how however ",
    ['i' - 'a'] = " i i'd i'll i'm i've if in inside instead into is isn't it it'll it's its "
                  "itself ",
    ['j' - 'a'] = " just ",
    ['l' - 'a'] = " least less like ",
    ['m' - 'a'] = " many may maybe me might mine more most much must mustn't my myself ",
    ['n' - 'a'] = " near neither never no nobody none nor not nothing now ",
    ['o' - 'a'] = " of off often on once one only onto or other others our ours out outside over "
                  "own ",
    ['p' - 'a'] = " per perhaps ",
    ['q' - 'a'] = " quite ",
    ['r' - 'a'] = " rather ",
    ['s' - 'a'] = " same shall she she'll she's should shouldn't since so some someone something "
                  "sometimes soon still such ",
    ['t' - 'a'] = " than that that's the their theirs them themselves then there there's these "
                  "they they'll they're they've this those though through to together too "
                  "toward towards ",
    ['u' - 'a'] = " under unless until up upon us ",
    ['v' - 'a'] = " very via ",
    ['w' - 'a'] = " was wasn't we we'd we'll we're we've were weren't what when where whether "
                  "which while who who's whom whose why will with within without won't would "
                  "wouldn't ",
    ['y' - 'a'] = " yet you you'd you'll you're you've your yours yourself yourselves ",
};

static const char be_words[] = " is are was were be been being isn't aren't wasn't weren't i'm "
                               "you're we're they're ";

#define LISTED_MOST 24u

bool prose_is_listed(const char *list, struct slice word)
{
    char padded[LISTED_MOST + 3] = " ";
    if (word.len == 0 || word.len > LISTED_MOST)
        return false;
    for (size_t i = 0; i < word.len; i++)
        padded[i + 1] = ascii_lower(word.ptr[i]);
    padded[word.len + 1] = ' ';
    padded[word.len + 2] = '\0';
    return strstr(list, padded);
}

bool prose_is_little(struct slice word)
{
    if (word.len == 0 || word.len > LITTLE_MOST || word.ptr[0] < 'a' || word.ptr[0] > 'z')
        return false;
    const char *list = little_words[word.ptr[0] - 'a'];
    if (!list)
        return false;
    char padded[LITTLE_MOST + 3];
    padded[0] = ' ';
    memcpy(padded + 1, word.ptr, word.len);
    padded[word.len + 1] = ' ';
    padded[word.len + 2] = '\0';
    return strstr(list, padded);
}

/* ---- characters */

static bool is_ascii_word(uint32_t c)
{
    return (c | 0x20) - 'a' < 26u || c - '0' < 10u;
}

static bool is_word_character(uint32_t c)
{
    return c < 0x80 ? is_ascii_word(c) : text_is_alnum(c) || text_is_mark(c);
}

/* The code point at *at, past which it moves. */
static uint32_t step(struct slice text, size_t *at)
{
    unsigned char c = (unsigned char)text.ptr[*at];
    if (c >= 0x80)
        return utf8_next(text, at);
    ++*at;
    return c;
}

static uint32_t char_at(struct slice text, size_t at)
{
    return at < text.len ? step(text, &at) : 0;
}

static bool is_capital(uint32_t c)
{
    return c < 0x80 ? c >= 'A' && c <= 'Z' : text_lower(c) != c;
}

/* ---- one word */

struct word_scan {
    struct slice text;
    size_t start, end;
    unsigned letters, capitals, small, digits;
    unsigned group; /* characters since the last joint */
    bool first_capital, compound, address;
};

/* True if c, after the word so far, joins it to the character `next`. */
static bool joins(struct word_scan *scan, uint32_t c, uint32_t next)
{
    bool digits = ascii_is_digit(scan->text.ptr[scan->end - 1]) && next >= '0' && next <= '9';
    if (!is_word_character(next))
        return false;
    switch (c) {
    case '\'':
    case 0x2019: return !digits;
    case '-':
    case 0x2010:
    case 0x2011: /* "5-10" are two numbers */
        if (ascii_is_digit(scan->text.ptr[scan->start]) && next >= '0' && next <= '9')
            return false;
        scan->compound = true;
        return true;
    case ',':
    case ':': return digits;
    case '.':
    case 0xad:   /* a soft hyphen */
    case 0x200c: /* letters that stand apart, or joined, inside a word of Persian or Hindi */
    case 0x200d: return true;
    case '@': scan->address = true; return true;
    default: return false;
    }
}

static void count_character(struct word_scan *scan, uint32_t c)
{
    bool capital = is_capital(c);
    if (scan->letters + scan->digits == 0)
        scan->first_capital = capital;
    scan->capitals += capital;
    if (c >= '0' && c <= '9') {
        scan->digits++;
    } else if (!text_is_mark(c)) {
        scan->letters++;
        scan->small += !capital;
    }
    scan->group++;
}

/* "nhs.uk" is an address, "e.g" and "2.5" are none. */
static void note_point(struct word_scan *scan, size_t next)
{
    if (ascii_is_digit(scan->text.ptr[scan->end - 1]) && ascii_is_digit(scan->text.ptr[next]))
        return;
    size_t after = next;
    utf8_next(scan->text, &after);
    if (scan->group > 1 || is_word_character(char_at(scan->text, after)))
        scan->address = true;
}

static void scan_word(struct word_scan *scan)
{
    size_t at = scan->start;
    for (scan->end = at; at < scan->text.len;) {
        uint32_t c = step(scan->text, &at);
        if (is_word_character(c)) {
            count_character(scan, c);
            scan->end = at;
        } else if (scan->end > scan->start && joins(scan, c, char_at(scan->text, at))) {
            if (c == '.')
                note_point(scan, at);
            scan->group = 0;
        } else {
            return;
        }
    }
}

/* An address goes on to the next blank, without the punctuation around it. */
static void extend_address(struct word_scan *scan)
{
    struct slice text = scan->text, rest = slice_from_position(text, scan->end);
    if (slice_starts(rest, "://"))
        scan->address = true;
    if (!scan->address)
        return;
    size_t end = scan->end;
    while (end < text.len && !ascii_is_space(text.ptr[end]) && text.ptr[end] != '<')
        end++;
    while (end > scan->end && !ascii_is_alnum(text.ptr[end - 1]) && text.ptr[end - 1] != '/')
        end--;
    scan->end = end;
}

static uint8_t at_most_255(size_t value)
{
    return value < 255 ? (uint8_t)value : 255;
}

/* In small letters, with a straight apostrophe. */
static struct slice plain_word(struct slice word, char out[LITTLE_BYTES])
{
    size_t len = 0;
    for (size_t i = 0; i < word.len; i++) {
        bool curly = slice_starts(slice_from_position(word, i), "\u2019");
        out[len++] = curly ? '\'' : ascii_lower(word.ptr[i]);
        i += curly ? 2 : 0;
    }
    return (struct slice){out, len};
}

static unsigned traits_of(const struct word_scan *scan, struct slice word,
                          enum syllable_rules rules)
{
    unsigned traits = 0;
    if (scan->address)
        return PROSE_ADDRESS | PROSE_DIGITS; /* which may be in its rest */
    if (scan->digits > 0)
        traits |= PROSE_DIGITS;
    if (ascii_is_digit(word.ptr[0]))
        traits |= PROSE_NUMBER;
    if (scan->first_capital)
        traits |= PROSE_CAPITAL;
    if (scan->capitals >= 2 && scan->small == 0)
        traits |= PROSE_CAPITALS;
    if (scan->capitals > (scan->first_capital ? 1u : 0u) && scan->small > 0)
        traits |= PROSE_MIXED;
    if (scan->compound)
        traits |= PROSE_COMPOUND;
    if (rules == SYLLABLES_ENGLISH && word.len <= LITTLE_BYTES && scan->digits == 0) {
        char lower[LITTLE_BYTES];
        struct slice plain = plain_word(word, lower);
        if (prose_is_little(plain))
            traits |= PROSE_LITTLE;
        if (traits & PROSE_LITTLE && prose_is_listed(be_words, plain))
            traits |= PROSE_BE;
    }
    return traits;
}

static struct prose_word read_word(const struct word_scan *scan, struct slice word,
                                   enum syllable_rules rules)
{
    unsigned traits = traits_of(scan, word, rules);
    bool spoken = !(traits & (PROSE_NUMBER | PROSE_ADDRESS));
    return (struct prose_word){
        .len = (uint8_t)word.len,
        .letters = at_most_255(scan->letters + scan->digits),
        .syllables = spoken ? at_most_255(prose_syllables(word, rules)) : 1,
        .traits = (uint16_t)traits,
    };
}

/* True if nothing joins the word before `end` to what follows, nor makes it an address: most words
 * stand so. */
static bool stands_alone(struct slice text, size_t end)
{
    uint32_t c = end < text.len ? (unsigned char)text.ptr[end] : ' ';
    uint32_t next = end + 1 < text.len ? (unsigned char)text.ptr[end + 1] : ' ';
    switch (c) {
    case '\'':
    case '-':
    case ',':
    case ':':
    case '.':
    case '@': return next < 0x80 && next != '/' && !is_ascii_word(next);
    default: return c < 0x80;
    }
}

/* Most words are letters and digits of ASCII, and were read before. */
static const struct prose_word *known_word(const struct prose_vocabulary *vocabulary,
                                           struct slice text, size_t start,
                                           enum syllable_rules rules)
{
    size_t end = start;
    while (end < text.len && is_ascii_word((unsigned char)text.ptr[end]))
        end++;
    struct slice word = {text.ptr + start, end - start};
    if (word.len == 0 || word.len > PROSE_WORD_MOST || !stands_alone(text, end))
        return NULL;
    return vocabulary_get(vocabulary, word, prose_hash(word), rules);
}

static void add_word(struct prose *prose, struct prose_passage *passage, size_t start,
                     const struct prose_word *word)
{
    passage->digits = passage->digits || word->traits & PROSE_DIGITS;
    struct prose_word *added = MEM_PUSH(prose->words, prose->word_count, prose->word_cap);
    *added = *word;
    added->start = (uint32_t)start;
}

/* Adds the word that begins at scan->start and finds its end. */
static void add_scanned(struct prose *prose, struct prose_passage *passage, struct word_scan *scan,
                        enum syllable_rules rules, struct prose_vocabulary *vocabulary)
{
    scan_word(scan);
    extend_address(scan);
    struct slice word = {scan->text.ptr + scan->start, scan->end - scan->start};
    if (word.len > PROSE_WORD_MOST) {
        passage->digits = true; /* or not */
        return;
    }
    uint32_t hash = prose_hash(word);
    const struct prose_word *known =
        scan->address ? NULL : vocabulary_get(vocabulary, word, hash, rules);
    struct prose_word read = known ? *known : read_word(scan, word, rules);
    read.hash = hash;
    if (!known && !scan->address) /* an address is known by what stands behind it, too */
        vocabulary_keep(vocabulary, word, rules, &read);
    add_word(prose, passage, scan->start, &read);
}

void prose_find_words(struct prose *prose, struct prose_passage *passage,
                      struct prose_vocabulary *vocabulary)
{
    enum syllable_rules rules = prose_syllable_rules(passage->lang);
    struct slice text = passage->text;
    passage->words = (uint32_t)prose->word_count;
    for (size_t at = 0; at < text.len;) {
        const struct prose_word *known = known_word(vocabulary, text, at, rules);
        struct word_scan scan = {.text = text, .start = at};
        if (known) {
            add_word(prose, passage, at, known);
            at += known->len;
        } else if (is_word_character(step(text, &at))) {
            add_scanned(prose, passage, &scan, rules, vocabulary);
            at = scan.end;
        }
    }
    passage->word_count = (uint32_t)prose->word_count - passage->words;
}
