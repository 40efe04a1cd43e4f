#include "check/wording/phrases.h"

#include <assert.h>
#include <string.h>

#define SLOTS 4096u /* a power of two, at least twice the forms */

struct phrase_form {
    struct slice words, better;
    uint32_t hash;   /* of the first word */
    uint32_t second; /* of the next; 0: there is none */
    uint16_t row;
    uint16_t next; /* the next form of the slot, or 0 */
};

struct phrase_index {
    const struct phrase_row *rows;
    struct phrase_form *forms; /* from 1 */
    uint16_t slots[SLOTS];
};

static size_t count_forms(const struct phrase_row *rows, size_t count)
{
    size_t forms = 0;
    for (size_t i = 0; i < count; i++) {
        forms++;
        for (const char *at = rows[i].forms; (at = strchr(at, '|')); at++)
            forms++;
    }
    return forms;
}

struct phrase_index *phrases_index(const struct phrase_row *rows, size_t count, struct arena *arena)
{
    struct phrase_index *index = ARENA_NEW(arena, struct phrase_index);
    index->rows = rows;
    index->forms = ARENA_ARRAY(arena, count_forms(rows, count) + 1, struct phrase_form);
    uint16_t used = 0;
    for (size_t i = 0; i < count; i++) {
        struct slice rest = slice_from(rows[i].forms), better = slice_from(rows[i].better);
        bool each = slice_find(better, '|') < better.len;
        while (rest.len > 0) {
            struct phrase_form *form = &index->forms[++used];
            form->words = slice_take(&rest, '|');
            form->better = each ? slice_take(&better, '|') : better;
            assert(form->better.len > 0);
            struct slice words = form->words;
            form->hash = prose_hash(slice_take(&words, ' '));
            form->second = words.len > 0 ? prose_hash(slice_take(&words, ' ')) : 0;
            form->row = (uint16_t)i;
            form->next = index->slots[form->hash % SLOTS];
            index->slots[form->hash % SLOTS] = used;
        }
    }
    return index;
}

/* True if nothing but one blank or hyphen stands before the word. */
static bool follows(const struct prose_passage *passage, const struct prose_word *word)
{
    size_t end = word[-1].start + (size_t)word[-1].len;
    size_t blank = prose_blank(passage->text, end);
    return word->start == end + (blank > 0 ? blank : 1) &&
           (blank > 0 || passage->text.ptr[end] == '-');
}

/* The number of words that the form has in the sentence from a word on, or 0. */
static uint32_t form_length(const struct phrase_form *form, const struct prose *prose,
                            const struct prose_sentence *sentence, uint32_t word)
{
    const struct prose_passage *passage = &prose->passages[sentence->passage];
    struct slice rest = form->words;
    uint32_t end = sentence->words + sentence->count, at = word;
    for (; rest.len > 0; at++) {
        struct slice wanted = slice_take(&rest, ' ');
        bool name = at > sentence->words && at < end && prose->words[at].traits & PROSE_CAPITAL;
        if (at >= end || name || (at > word && !follows(passage, &prose->words[at])) ||
            !slice_equal_nocase(prose_word_text(passage, &prose->words[at]), wanted))
            return 0;
    }
    return at - word;
}

static bool is_excepted(const char *except, struct slice word)
{
    struct slice rest = slice_from(except);
    while (rest.len > 0)
        if (slice_equal_nocase(slice_take(&rest, ' '), word))
            return true;
    return false;
}

static bool is_negator(struct slice word)
{
    return slice_equal_nocase(word, SLICE_LIT("not")) ||
           slice_equal_nocase(word, SLICE_LIT("never")) ||
           slice_equal_nocase(word, SLICE_LIT("cannot")) || slice_ends(word, "n't") ||
           slice_ends(word, "n’t");
}

/* True if the row's needs are met by the words around those from word to end. */
static bool fits(const struct phrase_row *row, const struct prose *prose,
                 const struct prose_sentence *sentence, uint32_t word, uint32_t end)
{
    const struct prose_passage *passage = &prose->passages[sentence->passage];
    const struct prose_word *words = prose->words;
    bool has_before = word > sentence->words && follows(passage, &words[word]);
    bool has_after = end < sentence->words + sentence->count && follows(passage, &words[end]);
    if (has_before && is_excepted(row->except, prose_word_text(passage, &words[word - 1])))
        return false;
    if (has_after && is_excepted(row->except, prose_word_text(passage, &words[end])))
        return false;
    switch (row->need) {
    case PHRASE_ANYWHERE: return true;
    case PHRASE_AS_NOUN: return !has_after || words[end].traits & PROSE_LITTLE;
    case PHRASE_AFTER_NEGATOR:
        return has_before && is_negator(prose_word_text(passage, &words[word - 1]));
    }
    return false;
}

bool phrases_at(const struct phrase_index *index, const struct prose *prose,
                const struct prose_sentence *sentence, uint32_t word, struct phrase *out)
{
    const struct prose_word *first = &prose->words[word];
    const struct phrase_form *best = NULL;
    uint32_t longest = 0;
    bool last = word + 1 == sentence->words + sentence->count;
    for (uint16_t i = index->slots[first->hash % SLOTS]; i; i = index->forms[i].next) {
        const struct phrase_form *form = &index->forms[i];
        const struct phrase_row *row = &index->rows[form->row];
        if (form->hash != first->hash || (form->second && (last || first[1].hash != form->second)))
            continue;
        uint32_t length = form_length(form, prose, sentence, word);
        if (length > longest && fits(row, prose, sentence, word, word + length)) {
            longest = length;
            best = form;
        }
    }
    if (!best)
        return false;
    const struct prose_word *end = &first[longest - 1];
    *out = (struct phrase){
        &index->rows[best->row],
        best->better,
        {prose, &prose->passages[sentence->passage], first->start, end->start + (size_t)end->len}};
    return true;
}
