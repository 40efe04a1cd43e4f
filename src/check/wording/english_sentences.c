#include "check/wording/english_sentences.h"

#include <string.h>

#include "check/wording/english_passive.h"
#include "prose/words.h"

#define SHOWN_BYTES 50u
/* Of either part of a sentence. */
#define FEWEST_WORDS 5u

/* What may begin a sentence of its own, and what does so only where its main clause follows, behind
 * a comma. */
static const char openers[] = " but so ";
static const char half_openers[] = " if when although while because after before until unless ";
/* These join words more often than sentences; behind them stands who does something. */
static const char joiners[] = " and or ";
static const char doers[] = " you we it he she they this these there i so then please do ";

static bool is_in(const char *list, const struct prose_passage *passage,
                  const struct prose_word *word)
{
    char padded[12] = " ";
    if (word->len > 8)
        return false;
    memcpy(padded + 1, passage->text.ptr + word->start, word->len);
    padded[word->len + 1] = ' ';
    padded[word->len + 2] = '\0';
    return strstr(list, padded);
}

/* A comma in what is left of the sentence, and behind it no more of what stands before it. */
static bool goes_on(const struct prose_passage *passage, const struct prose_sentence *sentence,
                    const struct prose_word *word)
{
    struct slice rest = slice_sub(passage->text, word->start, sentence->end - word->start);
    slice_take(&rest, ',');
    return rest.len > 0 && !slice_starts(rest, " and ") && !slice_starts(rest, " or ");
}

/* How good a place it is to end a sentence before a word that is not its last: 0 none. */
static unsigned worth(const struct prose_passage *passage, const struct prose_sentence *sentence,
                      const struct prose_word *first, const struct prose_word *word)
{
    if (is_in(joiners, passage, word)) /* not "If you faint, or you are sick, phone us" */
        return is_in(doers, passage, word + 1) &&
                       !prose_is_listed(half_openers, prose_word_text(passage, first))
                   ? 3
                   : 0;
    char before = word->start >= 2 ? passage->text.ptr[word->start - 2] : '\0';
    bool half = is_in(half_openers, passage, word) && goes_on(passage, sentence, word);
    bool purpose = is_in(" that ", passage, word + 1); /* "so that" */
    unsigned opens = is_in(openers, passage, word) && !purpose ? 2 : half;
    if (before == ';' || before == ':')
        return 4;
    return opens > 0 ? opens + (before == ',') : 0;
}

/* The word before which the sentence is best parted: near its middle; NULL: none. */
static const struct prose_word *middle(const struct prose *prose,
                                       const struct prose_sentence *sentence)
{
    const struct prose_passage *passage = &prose->passages[sentence->passage];
    const struct prose_word *best = NULL;
    unsigned most = 0;
    uint32_t count = sentence->count, half = count / 2;
    for (uint32_t i = FEWEST_WORDS; i + FEWEST_WORDS <= count; i++) {
        const struct prose_word *word = &prose->words[sentence->words + i];
        uint32_t off = i < half ? half - i : i - half;
        unsigned value =
            worth(passage, sentence, &prose->words[sentence->words], word) * (count - off);
        if (value > most) {
            most = value;
            best = word;
        }
    }
    return best;
}

/* A sentence with three commas or more names several things. */
static bool names_many(const struct prose_passage *passage, const struct prose_sentence *sentence)
{
    size_t commas = 0;
    for (uint32_t i = sentence->start; i < sentence->end; i++)
        commas += passage->text.ptr[i] == ',';
    return commas >= 3;
}

static const char *parting_hint(const struct prose *prose, const struct prose_sentence *sentence,
                                bool passive, struct arena *arena)
{
    const struct prose_passage *passage = &prose->passages[sentence->passage];
    const struct prose_word *word = middle(prose, sentence);
    const char *active = passive ? "; say who does it" : "";
    if (!word)
        return arena_format(arena, "make %stwo or three sentences of it%s",
                            names_many(passage, sentence) ? "a list of what it names, or " : "",
                            active);
    struct slice rest = slice_sub(passage->text, word->start, sentence->end - word->start);
    return arena_format(arena, "make two or three sentences of it; one could begin at \"%s\"%s",
                        found_beginning(rest, SHOWN_BYTES, arena), active);
}

static void tell_long(const struct prose *prose, const struct prose_sentence *sentence, int limit,
                      struct diag_list *diags)
{
    const struct prose_passage *passage = &prose->passages[sentence->passage];
    struct found found = {prose, passage, sentence->start, sentence->end}, passive;
    bool is_passive = english_passive(prose, sentence, &passive);
    diag_add(diags, DIAG_CODE_SENTENCE_LONG, found_span(&found),
             parting_hint(prose, sentence, is_passive, diags->arena),
             "a sentence of %u words, more than %d: \"%s\"", sentence->counted, limit,
             found_beginning(found_text(&found), SHOWN_BYTES, diags->arena));
}

static void tell_passive(const struct prose *prose, const struct prose_sentence *sentence,
                         struct diag_list *diags)
{
    struct found found;
    if (!english_passive(prose, sentence, &found))
        return;
    diag_add(diags, DIAG_CODE_PASSIVE_VOICE, found_span(&found),
             "say who does it, as in \"a nurse takes your blood\" for \"blood is taken\"",
             "\"%.*s\" does not say who does it", SLICE_ARGS(found_text(&found)));
}

void check_english_sentences(const struct check_subject *subject, struct diag_list *diags)
{
    const struct prose *prose = subject->prose;
    int limit = rule_limit(subject, DIAG_CODE_SENTENCE_LONG);
    for (size_t i = 0; i < prose->sentence_count; i++) {
        const struct prose_sentence *sentence = &prose->sentences[i];
        const struct prose_passage *passage = &prose->passages[sentence->passage];
        if (!passage->english || passage->place == PROSE_TITLE || passage->place == PROSE_HEADING)
            continue;
        if (sentence->counted > (uint32_t)limit &&
            diags->grades[DIAG_CODE_SENTENCE_LONG] != DIAG_OFF)
            tell_long(prose, sentence, limit, diags);
        else
            tell_passive(prose, sentence, diags);
    }
}

void check_english_paragraphs(const struct check_subject *subject, struct diag_list *diags)
{
    const struct prose *prose = subject->prose;
    int limit = rule_limit(subject, DIAG_CODE_PARAGRAPH_LONG);
    for (size_t i = 0; i < prose->passage_count; i++) {
        const struct prose_passage *passage = &prose->passages[i];
        if (!passage->english || passage->place != PROSE_PARAGRAPH ||
            passage->sentence_count <= (uint32_t)limit ||
            slice_find(passage->text, '\n') < passage->text.len)
            continue;
        const struct prose_sentence *next = &prose->sentences[passage->sentences + (uint32_t)limit];
        struct slice rest = slice_sub(passage->text, next->start, next->end - next->start);
        diag_add(diags, DIAG_CODE_PARAGRAPH_LONG, passage->block->span,
                 arena_format(diags->arena,
                              "put a blank line where a new thought begins, at the latest before "
                              "\"%s\"",
                              found_beginning(rest, SHOWN_BYTES, diags->arena)),
                 "a paragraph of %u sentences, more than %d", passage->sentence_count, limit);
    }
}
