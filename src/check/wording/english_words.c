#include "check/wording/english_words.h"

#include <string.h>

#include "check/wording/english_phrases.h"

#define ROWS (sizeof english_phrases / sizeof *english_phrases)

#define BRACKET_BYTES 60u /* how far a bracket is looked for */

/* Where a row's words stand. */
struct uses {
    struct phrase first;
    uint32_t count;
};

/* True if the words stand in brackets, or brackets behind them say what they mean. */
static bool is_explained(const struct found *found)
{
    struct slice text = found->passage->text;
    size_t from = found->start > BRACKET_BYTES ? found->start - BRACKET_BYTES : 0;
    for (size_t i = found->start; i > from; i--) {
        if (text.ptr[i - 1] == ')')
            break;
        if (text.ptr[i - 1] == '(')
            return true;
    }
    return slice_starts(slice_from_position(text, found->end), " (");
}

static void tell_word(const struct uses *uses, struct diag_list *diags)
{
    const struct found *at = &uses->first.at;
    struct slice text = found_text(at);
    enum diag_code code = uses->first.row->code;
    const char *hint = arena_format(diags->arena, "write: %.*s", SLICE_ARGS(uses->first.better));
    if (uses->count == 1)
        diag_add(diags, code, found_span(at), hint, "\"%.*s\" has a plainer word",
                 SLICE_ARGS(text));
    else
        diag_add(diags, code, found_span(at), hint,
                 "\"%.*s\" has a plainer word; it is used %u times", SLICE_ARGS(text), uses->count);
}

/* True if the point behind the word belongs to it, and does not end the sentence. */
static bool has_point(const struct found *found)
{
    struct slice rest = slice_from_position(found->passage->text, found->end);
    if (!slice_starts(rest, "."))
        return false;
    return slice_find(found_text(found), '.') < found->end - found->start ||
           (rest.len > 1 && rest.ptr[1] != ' ') || (rest.len > 2 && rest.ptr[2] >= 'a');
}

static void tell_latin(const struct phrase_row *row, struct found found, struct diag_list *diags)
{
    bool point = has_point(&found);
    if (found_text(&found).ptr[0] == 'I' && !point)
        return; /* "IE" is an abbreviation of something else */
    found.end += point;
    struct diag *diag = diag_add(
        diags, row->code, found_span(&found),
        arena_format(diags->arena, "write: %s", found_mended(&found, row->better, diags->arena)),
        "\"%.*s\" is not plain English, and read out in many ways", SLICE_ARGS(found_text(&found)));
    bool sure = strcmp(row->better, "for example") == 0 || strcmp(row->better, "that is") == 0;
    if (point && sure) /* how often a dose is taken, a person looks at */
        found_fix(diags, diag, &found, row->better);
}

/* The words of the title are what the leaflet is about. */
#define SUBJECT UINT32_MAX

static void tell(const struct phrase *phrase, struct uses *uses, struct diag_list *diags)
{
    const struct phrase_row *row = phrase->row;
    const struct found *found = &phrase->at;
    struct slice text = found_text(found);
    const char *better = arena_string(diags->arena, phrase->better);
    if (found_is_quoted(found))
        return; /* others' words stay theirs */
    if (row->code == DIAG_CODE_WORD_PLAINER) {
        if (found->passage->place == PROSE_TITLE)
            uses->count = SUBJECT;
        else if (uses->count != SUBJECT && !is_explained(found) && uses->count++ == 0)
            uses->first = *phrase;
    } else if (row->code == DIAG_CODE_PERSON_FIRST) {
        diag_add(diags, row->code, found_span(found),
                 arena_format(diags->arena, "write: %s", better),
                 "\"%.*s\" names the condition, not the person", SLICE_ARGS(text));
    } else if (row->code == DIAG_CODE_LATIN_WORD) {
        tell_latin(row, *found, diags);
    } else {
        diag_add(diags, row->code, found_span(found),
                 arena_format(diags->arena, "say it the other way round: %s", better),
                 "two negatives are easily misread: \"%.*s\"", SLICE_ARGS(text));
    }
}

const struct phrase_index *english_words_index(struct arena *arena)
{
    return phrases_index(english_phrases, ROWS, arena);
}

void check_english_words(const struct check_subject *subject, struct diag_list *diags)
{
    const struct prose *prose = subject->prose;
    struct arena arena = {0};
    const struct phrase_index *index =
        subject->phrases ? subject->phrases : english_words_index(&arena);
    struct uses uses[ROWS] = {0};
    for (size_t i = 0; i < prose->sentence_count; i++) {
        const struct prose_sentence *sentence = &prose->sentences[i];
        if (!prose->passages[sentence->passage].english)
            continue;
        for (uint32_t w = 0; w < sentence->count; w++) {
            struct phrase phrase;
            if (phrases_at(index, prose, sentence, sentence->words + w, &phrase))
                tell(&phrase, &uses[phrase.row - english_phrases], diags);
        }
    }
    for (size_t i = 0; i < ROWS; i++)
        if (uses[i].count > 0 && uses[i].count != SUBJECT)
            tell_word(&uses[i], diags);
    arena_free(&arena);
}
