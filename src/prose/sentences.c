#include "prose/sentences.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "prose/words.h"
#include "text/chars.h"
#include "text/lang.h"

/* Letters of the longest abbreviation. */
#define ABBREVIATION_MOST 8u

/* Abbreviations by language, in lower case with their inner points, a space around each. never:
 * a sentence does not end with one; seldom: it does where a capital letter follows. */
static const struct abbreviations {
    const char *lang, *never;
    bool ordinals; /* "3. Mai" */
} abbreviations[] = {
    {"en",
     " dr mr mrs ms mx prof st rev vs v e.g i.e eg ie cf fig figs no nos approx dept tel ext viz "
     "sr jr p pp reg ref vol est incl ",
     false},
    {"de",
     " dr prof hr fr st z.b d.h u.a bzw ca evtl ggf inkl nr tel max min vgl sog i.d.r o.ä u.u z.t "
     "v.a s.o s.u zz abb tab str z d u ",
     true},
    {"fr", " dr pr m mm mme p.ex ex cf env tél fig n av ", false},
    {"es", " dr dra sr sra srta p.ej ej aprox tel núm fig pág av ud uds ", false},
    {"it", " dott dr sig prof es p.es ca tel fig pag n ", false},
    {"nl", " dr dhr mevr drs prof bijv ca d.w.z o.a m.b.t tel nr i.v.m t.o.v evt incl ", false},
    {"pl", " dr prof lek np tj tzn ok tel nr ul godz min tys ", true},
    {"ru", " т.е т.к см рис др г ул тел напр им стр ", false},
    {"pt", " dr dra sr sra prof p.ex ex aprox tel n.º fig pág ", false},
};

/* What a single letter belongs to: "vitamin C." */
static const char lettered[] = " vitamin hepatitis type group part option plan appendix section "
                               "figure ward strep influenza grade ";

struct sentence_scan {
    struct prose *prose;
    const struct prose_passage *passage;
    const struct abbreviations *rules; /* NULL: none are known */
    uint32_t index;                    /* of the passage */
    uint32_t word;                     /* the first that is in no sentence yet */
    uint32_t next;                     /* the first at or behind the last place asked for */
    uint32_t end;                      /* behind the last word of the passage */
    size_t from;                       /* behind the last sentence */
};

static const struct abbreviations *rules_of(const char *lang)
{
    for (size_t i = 0; lang && i < sizeof abbreviations / sizeof *abbreviations; i++)
        if (text_lang_same_primary(lang, abbreviations[i].lang))
            return &abbreviations[i];
    return NULL;
}

/* . ? ! … and their kin of other scripts; *strong: not the full stop of an abbreviation. */
static bool is_stop(uint32_t c, bool *strong)
{
    *strong = c != '.';
    switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x2026: /* … */
    case 0x61f:  /* Arabic question mark */
    case 0x6d4:  /* Urdu full stop */
    case 0x964:  /* danda */
    case 0x3002: /* ideographic full stop */
    case 0xff01:
    case 0xff1f: return true;
    default: return false;
    }
}

/* The first byte of those, and a forced line's end. */
static bool may_stop(unsigned char byte)
{
    return byte == '.' || byte == '?' || byte == '!' || byte == '\n' || byte >= 0xc0;
}

static bool is_closing(uint32_t c)
{
    return c == ')' || c == ']' || c == '"' || c == '\'' || c == 0x2019 || c == 0x201d ||
           c == 0xbb || c == 0x203a || c == 0x201c;
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == 0xa0 || c == 0x2009 || c == 0x202f ||
           c == 0xfffc;
}

/* The index of the first word that begins at or after byte `at`; the places asked for grow. */
static uint32_t words_before(struct sentence_scan *scan, size_t at)
{
    while (scan->next < scan->end && scan->prose->words[scan->next].start < at)
        scan->next++;
    return scan->next;
}

/* Steps over a word that begins at *at. No sentence ends inside one, but inside an address, which
 * reaches to the next blank. */
static bool step_over_word(struct sentence_scan *scan, size_t *at)
{
    uint32_t index = words_before(scan, *at);
    const struct prose_word *word = &scan->prose->words[index];
    if (index == scan->end || word->start != *at || word->traits & PROSE_ADDRESS)
        return false;
    *at += word->len;
    return true;
}

/* Closes the sentence whose text ends at `end`. */
static void close(struct sentence_scan *scan, uint32_t words_end, size_t end)
{
    if (words_end == scan->word)
        return;
    struct prose *prose = scan->prose;
    struct slice text = scan->passage->text;
    size_t start = scan->from;
    scan->from = end;
    while (start < end && ascii_is_space(text.ptr[start]))
        start++;
    while (end > start && ascii_is_space(text.ptr[end - 1]))
        end--;
    uint32_t counted = 0;
    for (uint32_t i = scan->word; i < words_end; i++)
        counted += !(prose->words[i].traits & PROSE_ADDRESS);
    *MEM_PUSH(prose->sentences, prose->sentence_count, prose->sentence_cap) =
        (struct prose_sentence){scan->index, (uint32_t)start,        (uint32_t)end,
                                scan->word,  words_end - scan->word, counted};
    scan->word = words_end;
}

static bool is_single_letter(const struct prose_word *word)
{
    return word->letters == 1 && !(word->traits & PROSE_NUMBER);
}

/* The full stop behind the last of the words belongs to it. next: the word that follows. */
static bool is_abbreviated(const struct sentence_scan *scan, uint32_t words_end,
                           const struct prose_word *next)
{
    const struct prose_word *words = scan->prose->words, *last = &words[words_end - 1];
    struct slice text = prose_word_text(scan->passage, last);
    if (scan->rules && prose_is_listed(scan->rules->never, text))
        return !slice_equal_nocase(text, SLICE_LIT("no")) || (next->traits & PROSE_NUMBER);
    if (scan->rules && scan->rules->ordinals && (last->traits & PROSE_NUMBER) && last->len <= 2)
        return !(next->traits & PROSE_LITTLE);
    if (!is_single_letter(last) || !(last->traits & PROSE_CAPITAL) ||
        (next->traits & (PROSE_LITTLE | PROSE_NUMBER)))
        return false;
    bool alone = words_end - 1 == scan->word;
    struct slice before = alone ? SLICE_EMPTY : prose_word_text(scan->passage, last - 1);
    return !prose_is_listed(lettered, before) && !slice_equal_string(text, "I");
}

/* True if the sentence ends with a stop, behind which (closing marks and blanks stepped over)
 * `at` stands. */
static bool ends_at(struct sentence_scan *scan, size_t stop, size_t at, bool strong)
{
    uint32_t words_end = words_before(scan, stop);
    if (words_end == scan->word)
        return false;
    if (words_end == scan->end)
        return true;
    const struct prose_word *next = &scan->prose->words[words_end];
    struct slice text = scan->passage->text;
    uint32_t first = utf8_next(text, &(size_t){next->start});
    bool touches = next->start <= at + 4;
    if (touches && text_lower(first) == first && text_is_alnum(first) && !text_is_digit(first) &&
        scan->rules)
        return false;
    const struct prose_word *last = &scan->prose->words[words_end - 1];
    bool stands_behind = last->start + last->len == stop;
    return strong || !stands_behind || !is_abbreviated(scan, words_end, next);
}

/* Past the stops, closing marks and one blank behind the stop before `at`; false where the text
 * goes on without a blank. */
static bool step_over(struct slice text, size_t *at, bool *strong)
{
    bool wide = false, also;
    while (*at < text.len) {
        size_t next = *at;
        uint32_t c = utf8_next(text, &next);
        if (is_stop(c, &also)) {
            *strong = true;
            wide = wide || c >= 0x600;
        } else if (!is_closing(c)) {
            return is_blank(c) || wide;
        }
        *at = next;
    }
    return true;
}

void prose_find_sentences(struct prose *prose, uint32_t index)
{
    struct prose_passage *passage = &prose->passages[index];
    struct slice text = passage->text;
    struct sentence_scan scan = {.prose = prose,
                                 .passage = passage,
                                 .rules = rules_of(passage->lang),
                                 .index = index,
                                 .word = passage->words,
                                 .next = passage->words,
                                 .end = passage->words + passage->word_count};
    passage->sentences = (uint32_t)prose->sentence_count;
    for (size_t at = 0; at < text.len && scan.word < scan.end;) {
        size_t stop = at;
        if (step_over_word(&scan, &at))
            continue;
        if (!may_stop((unsigned char)text.ptr[at])) {
            at++;
            continue;
        }
        uint32_t c = utf8_next(text, &at);
        bool strong;
        if (c == '\n') {
            close(&scan, words_before(&scan, stop), stop);
        } else if (is_stop(c, &strong)) {
            bool wide = c >= 0x600;
            if ((step_over(text, &at, &strong) || wide) && ends_at(&scan, stop, at, strong))
                close(&scan, words_before(&scan, stop), at);
        }
    }
    close(&scan, scan.end, text.len);
    passage->sentence_count = (uint32_t)prose->sentence_count - passage->sentences;
}
