#include "check/wording/english_marks.h"

#include <string.h>

#include "check/rule/found.h"
#include "prose/words.h"

/* ---- contractions */

/* The length of a straight or typographic apostrophe at the end of text before so many letters. */
static size_t apostrophe(struct slice word, size_t letters)
{
    struct slice head = slice_sub(word, 0, word.len > letters ? word.len - letters : 0);
    return slice_ends(head, "'") ? 1 : slice_ends(head, "’") ? 3 : 0;
}

/* "cannot" for "can't", in the case of its first letter; NULL: it is no contraction of the kind. */
static const char *in_full(struct slice word, struct arena *arena)
{
    size_t mark = slice_ends(word, "t") ? apostrophe(word, 1) : 0;
    if (mark > 0 && word.len > mark + 2 && word.ptr[word.len - mark - 2] == 'n') {
        struct slice verb = slice_sub(word, 0, word.len - mark - 2);
        if (slice_equal_nocase(verb, SLICE_LIT("ca")))
            return arena_format(arena, "%cannot", word.ptr[0]);
        if (slice_equal_nocase(verb, SLICE_LIT("wo")))
            return arena_format(arena, "%cill not", word.ptr[0]);
        if (slice_equal_nocase(verb, SLICE_LIT("sha")))
            return arena_format(arena, "%chall not", word.ptr[0]);
        return slice_equal_nocase(verb, SLICE_LIT("ai"))
                   ? NULL
                   : arena_format(arena, "%.*s not", SLICE_ARGS(verb));
    }
    mark = slice_ends(word, "ve") ? apostrophe(word, 2) : 0;
    struct slice verb = slice_sub(word, 0, mark > 0 ? word.len - mark - 2 : 0);
    if (mark > 0 && (slice_ends(verb, "ould") || slice_equal_nocase(verb, SLICE_LIT("they"))))
        return arena_format(arena, "%.*s have", SLICE_ARGS(verb));
    return NULL;
}

/* True for a pronoun, before which "not" goes elsewhere: "Can't I?" */
static bool is_pronoun(struct slice word)
{
    static const char *const pronouns[] = {"i", "you", "he", "she", "it", "we", "they", "there"};
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++)
        if (slice_equal_nocase(word, slice_from(pronouns[i])))
            return true;
    return false;
}

static void tell_contraction(const struct found *found, struct slice next, struct diag_list *diags)
{
    const char *full = in_full(found_text(found), diags->arena);
    bool turned = is_pronoun(next);
    if (!full || found_is_quoted(found))
        return;
    const char *hint =
        turned ? arena_format(diags->arena, "write it in full, with \"not\" behind \"%.*s\"",
                              SLICE_ARGS(next))
               : arena_format(diags->arena, "write: %s", found_mended(found, full, diags->arena));
    struct diag *diag = diag_add(diags, DIAG_CODE_CONTRACTION, found_span(found), hint,
                                 "\"%.*s\" is easily misread", SLICE_ARGS(found_text(found)));
    if (!turned)
        found_fix(diags, diag, found, full);
}

void check_english_contractions(const struct check_subject *subject, struct diag_list *diags)
{
    const struct prose *prose = subject->prose;
    for (size_t i = 0; i < prose->passage_count; i++) {
        const struct prose_passage *passage = &prose->passages[i];
        for (uint32_t w = 0; passage->english && w < passage->word_count; w++) {
            const struct prose_word *word = &prose->words[passage->words + w];
            char last = passage->text.ptr[word->start + word->len - 1];
            if (word->len < 5 || (last != 't' && last != 'e') || passage->word_count == 1)
                continue; /* "Don't" alone is the name of a list */
            struct slice text = prose_word_text(passage, word);
            if (apostrophe(text, last == 't' ? 1 : 2) == 0)
                continue;
            struct found found = {prose, passage, word->start, word->start + (size_t)word->len};
            bool more = w + 1 < passage->word_count;
            tell_contraction(&found, more ? prose_word_text(passage, word + 1) : SLICE_EMPTY,
                             diags);
        }
    }
}

/* ---- ampersands */

/* The last word that begins before `at`, from the word number *w on. */
static const struct prose_word *
word_before(const struct prose *prose, const struct prose_passage *passage, size_t at, uint32_t *w)
{
    while (*w < passage->word_count && prose->words[passage->words + *w].start < at)
        ++*w;
    return *w > 0 ? &prose->words[passage->words + *w - 1] : NULL;
}

/* "Hill & Sons": capitals on both sides, and not the beginning of a heading. */
static bool is_name(const struct prose *prose, const struct prose_passage *passage, uint32_t w,
                    const struct prose_word *before)
{
    const struct prose_word *next =
        w < passage->word_count ? &prose->words[passage->words + w] : NULL;
    if (!next || !before || !(next->traits & PROSE_CAPITAL))
        return false;
    bool heading = passage->place == PROSE_HEADING || passage->place == PROSE_TITLE;
    return before->traits & PROSE_CAPITAL && !(heading && w == 1);
}

static void tell_ampersand(const struct found *found, struct diag_list *diags)
{
    struct span span = found_span(found);
    struct diag *diag =
        diag_add(diags, DIAG_CODE_AMPERSAND, span,
                 arena_format(diags->arena, "write: %s", found_mended(found, "and", diags->arena)),
                 "\"&\" stands where \"and\" is meant");
    size_t after = (size_t)span.offset + span.len;
    bool plain = span.source && span.len == 1 && after < span.source->text.len &&
                 span.source->text.ptr[after] == ' '; /* no &amp; */
    if (diag && plain)
        diag_fix(diags, diag, span, "and");
}

void check_english_ampersands(const struct check_subject *subject, struct diag_list *diags)
{
    const struct prose *prose = subject->prose;
    for (size_t i = 0; i < prose->passage_count; i++) {
        const struct prose_passage *passage = &prose->passages[i];
        struct slice text = passage->text;
        uint32_t w = 0;
        size_t at = passage->english ? slice_find(text, '&') : text.len;
        for (; at < text.len; at += 1 + slice_find(slice_from_position(text, at + 1), '&')) {
            struct found found = {prose, passage, at, at + 1};
            const struct prose_word *before = word_before(prose, passage, at, &w);
            bool alone =
                at > 0 && at + 1 < text.len && text.ptr[at - 1] == ' ' && text.ptr[at + 1] == ' ';
            if (alone && !is_name(prose, passage, w, before) && !found_is_quoted(&found))
                tell_ampersand(&found, diags);
        }
    }
}

/* ---- capitals */

/* Function words of three letters and more that are also abbreviations. */
static const char shared[] = " all who has may its ";
/* What is said aloud in capitals. */
static const char shouted[] = " stop must always never important warning danger caution please "
                              "immediately urgent note ";

static bool has_vowel(struct slice word)
{
    for (size_t i = 0; i < word.len; i++)
        if (strchr("AEIOUY", word.ptr[i]))
            return true;
    return false;
}

static bool is_all_letters(struct slice word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!ascii_is_alpha(word.ptr[i]))
            return false;
    return true;
}

static bool is_capitals(const struct prose_word *word)
{
    return word->traits & PROSE_CAPITALS && !(word->traits & PROSE_ADDRESS);
}

/* True for a word in capitals that is no abbreviation. */
static bool is_word(const struct prose_passage *passage, const struct prose_word *word)
{
    struct slice text = prose_word_text(passage, word);
    if (text.len < 3 || !is_all_letters(text))
        return false;
    return (word->traits & PROSE_LITTLE && !prose_is_listed(shared, text)) ||
           prose_is_listed(shouted, text) || (text.len >= 5 && has_vowel(text));
}

/* A line of capitals that stands alone is told as a heading that is none. */
static bool is_posed(const struct prose_passage *passage, const struct found *found)
{
    size_t left = passage->text.len - (found->end - found->start);
    return passage->place == PROSE_PARAGRAPH && passage->block->parent &&
           passage->block->parent->kind == NODE_DOCUMENT && left <= 1;
}

/* A run of words in capitals from w on: its end; *words of them are no abbreviations. */
static uint32_t run_of(const struct prose *prose, const struct prose_passage *passage, uint32_t w,
                       uint32_t *words)
{
    uint32_t first = w;
    for (*words = 0; w < passage->word_count; w++) {
        const struct prose_word *word = &prose->words[passage->words + w];
        bool apart = w > first && word->start > word[-1].start + word[-1].len + 1u;
        if (!is_capitals(word) || apart)
            break;
        *words += is_word(passage, word);
    }
    return w;
}

/* One word is told only where it is sure to be one: names of things are written in capitals. */
static bool is_told(const struct prose *prose, const struct prose_passage *passage, uint32_t w,
                    uint32_t end, uint32_t words)
{
    const struct prose_word *first = &prose->words[passage->words + w];
    struct slice text = prose_word_text(passage, first);
    if (end - w > 1)
        return words > 0;
    if (w > 0 && slice_equal_nocase(prose_word_text(passage, first - 1), SLICE_LIT("text")))
        return false; /* "text STOP to 60777" */
    return words == 1 && (first->traits & PROSE_LITTLE || prose_is_listed(shouted, text));
}

static void tell_capitals(const struct found *found, struct diag_list *diags)
{
    struct slice text = found_text(found);
    diag_add(diags, DIAG_CODE_CAPITALS_BLOCK, found_span(found),
             "write small letters; what matters stands first, in a sentence of its own or in a box",
             "capitals are hard to read: \"%s\"", found_beginning(text, 50, diags->arena));
}

void check_english_capitals(const struct check_subject *subject, struct diag_list *diags)
{
    const struct prose *prose = subject->prose;
    for (size_t i = 0; i < prose->passage_count; i++) {
        const struct prose_passage *passage = &prose->passages[i];
        uint32_t words, end;
        for (uint32_t w = 0; passage->english && w < passage->word_count; w = end + (end == w)) {
            end = run_of(prose, passage, w, &words);
            if (end == w || !is_told(prose, passage, w, end, words))
                continue;
            const struct prose_word *first = &prose->words[passage->words + w];
            const struct prose_word *last = &prose->words[passage->words + end - 1];
            struct found found = {prose, passage, first->start, last->start + (size_t)last->len};
            if (!is_posed(passage, &found) && !found_is_quoted(&found) &&
                !found_is_left_over(&found))
                tell_capitals(&found, diags);
        }
    }
}
