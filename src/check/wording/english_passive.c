#include "check/wording/english_passive.h"

#include <string.h>

#define WORD_MOST    24u
#define MOST_ADVERBS 3

/* What may stand between, beside words in -ly. */
static const char adverbs[] = " not also always often still already never now then soon first just "
                              "only sometimes ever usually almost both all been being again well ";

/* Participles of strong verbs, and of weak ones without -ed. */
static const char irregular[] =
    " given taken done made sent shown known seen told kept held put cut set brought bought found "
    "left built chosen written drawn broken worn grown thrown driven eaten drunk fed hurt read "
    "sold spent taught thought understood begun hidden frozen stolen spoken shaken sewn swollen "
    "torn woken withdrawn overseen undertaken dealt felt heard lent meant paid run shut stuck "
    "struck swept won wound bitten ";

/* Adjectives of a state, and fixed phrases that nobody says in another way. */
static const char states[] =
    " worried concerned tired interested pleased excited scared frightened confused depressed "
    "stressed married retired divorced experienced qualified skilled trained registered located "
    "situated based related limited complicated mixed advanced detailed involved needed required "
    "called named born supposed allowed entitled committed prepared dressed advised "
    "recommended relaxed bored annoyed disappointed satisfied surprised embarrassed ashamed "
    "constipated dehydrated infected injured swollen blocked bruised closed crowded unused "
    "unexpected "
    "unwanted unlimited left known overweight naked red sacred aged bed need feed speed "
    "hundred exhausted distressed upset blurred inflamed raised enlarged affected increased "
    "reduced mean run meant gone pregnant sick delighted determined motivated isolated "
    "disabled impaired healed finished hurt stuck associated exposed connected considered linked "
    "damaged thought covered composed dedicated devoted opposed ";

static bool is_in(const char *list, const char *padded)
{
    return strstr(list, padded);
}

/* The word in lower case with a space on both sides, a straight apostrophe inside; false: too
 * long. */
static bool pad(struct slice word, char padded[WORD_MOST + 3])
{
    size_t len = 1;
    padded[0] = ' ';
    if (word.len > WORD_MOST)
        return false;
    for (size_t i = 0; i < word.len; i++) {
        if ((unsigned char)word.ptr[i] == 0xe2) {
            padded[len++] = '\'';
            i += 2;
        } else {
            padded[len++] = ascii_lower(word.ptr[i]);
        }
    }
    padded[len++] = ' ';
    padded[len] = '\0';
    return true;
}

static bool is_adverb(const char *padded)
{
    size_t len = strlen(padded);
    return is_in(adverbs, padded) || (len > 5 && strcmp(padded + len - 3, "ly ") == 0);
}

static bool is_participle(const char *padded)
{
    size_t len = strlen(padded);
    if (is_in(irregular, padded))
        return true;
    return len >= 6 && strcmp(padded + len - 3, "ed ") == 0 &&
           strcmp(padded + len - 4, "eed ") != 0;
}

/* True if the word behind a participle says who did it. */
static bool has_agent(const struct prose *prose, const struct prose_passage *passage,
                      const struct prose_sentence *sentence, uint32_t next)
{
    return next < sentence->words + sentence->count &&
           slice_equal_nocase(prose_word_text(passage, &prose->words[next]), SLICE_LIT("by"));
}

/* "is used to" something. */
static bool is_habit(const struct prose *prose, const struct prose_passage *passage,
                     const struct prose_sentence *sentence, uint32_t participle)
{
    uint32_t next = participle + 1;
    return slice_equal_nocase(prose_word_text(passage, &prose->words[participle]),
                              SLICE_LIT("used")) &&
           next < sentence->words + sentence->count &&
           slice_equal_string(prose_word_text(passage, &prose->words[next]), "to");
}

/* True if nothing but a blank stands between two words. */
static bool touch(const struct prose_passage *passage, const struct prose_word *a,
                  const struct prose_word *b)
{
    size_t end = a->start + (size_t)a->len;
    size_t blank = prose_blank(passage->text, end);
    return blank > 0 && b->start == end + blank;
}

/* The participle that belongs to the form of "be" at index, or 0. */
static uint32_t participle_of(const struct prose *prose, const struct prose_sentence *sentence,
                              uint32_t index)
{
    const struct prose_passage *passage = &prose->passages[sentence->passage];
    uint32_t end = sentence->words + sentence->count;
    char padded[WORD_MOST + 3];
    for (uint32_t i = index + 1; i < end && i <= index + 1 + MOST_ADVERBS; i++) {
        const struct prose_word *word = &prose->words[i];
        if (!touch(passage, word - 1, word) || !pad(prose_word_text(passage, word), padded))
            return 0;
        if (is_in(adverbs, padded))
            continue;
        if (is_participle(padded)) {
            bool hyphen = word->traits & PROSE_COMPOUND;
            bool agent = has_agent(prose, passage, sentence, i + 1);
            bool state = is_in(states, padded) || is_habit(prose, passage, sentence, i);
            return !hyphen && (agent || !state) ? i : 0;
        }
        if (!is_adverb(padded))
            return 0;
    }
    return 0;
}

bool english_passive(const struct prose *prose, const struct prose_sentence *sentence,
                     struct found *found)
{
    const struct prose_passage *passage = &prose->passages[sentence->passage];
    for (uint32_t i = sentence->words; i + 1 < sentence->words + sentence->count; i++) {
        const struct prose_word *word = &prose->words[i];
        if (!(word->traits & PROSE_BE))
            continue;
        uint32_t participle = participle_of(prose, sentence, i);
        if (participle == 0)
            continue;
        const struct prose_word *last = &prose->words[participle];
        *found = (struct found){prose, passage, word->start, last->start + (size_t)last->len};
        return true;
    }
    return false;
}
