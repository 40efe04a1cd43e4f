#include "check/wording/english_twice.h"

#include <string.h>

#include "check/rule/found.h"
#include "prose/words.h"

/* Words that no sentence has side by side. Not "that that", "had had", "come in in time", "give her
 * her tablets", nor what begins the second part of "If you need it it can be given". */
static const char single[] =
    " the a an and or but not of to for from with by at are was were be if "
    "than when can must should will may your our ";

/* A word with a capital inside a sentence is a name: "vitamin A a day", "in May may". */
static bool begins_sentence(const struct prose_passage *passage, const struct prose_word *word)
{
    const char *text = passage->text.ptr;
    return word->start == 0 || (word->start > 1 && strchr(".!?:", text[word->start - 2]));
}

static bool is_twice(const struct prose_passage *passage, const struct prose_word *word)
{
    struct slice first = prose_word_text(passage, word),
                 second = prose_word_text(passage, word + 1);
    size_t end = word->start + (size_t)word->len;
    size_t blank = prose_blank(passage->text, end);
    return blank > 0 && word[1].start == end + blank && !(word[1].traits & PROSE_CAPITAL) &&
           (!(word->traits & PROSE_CAPITAL) || begins_sentence(passage, word)) &&
           slice_equal_nocase(first, second) && prose_is_listed(single, second);
}

static void look_at(const struct prose *prose, const struct prose_passage *passage,
                    const struct prose_word *word, struct diag_list *diags)
{
    struct found found = {prose, passage, word->start, word[1].start + (size_t)word[1].len};
    const char *once = arena_string(diags->arena, prose_word_text(passage, word));
    if (is_twice(passage, word) && !found_is_quoted(&found))
        diag_add(diags, DIAG_CODE_WORD_TWICE, found_span(&found),
                 arena_format(diags->arena, "write: %s", found_mended(&found, once, diags->arena)),
                 "\"%s\" stands here twice", once);
}

void check_english_twice(const struct check_subject *subject, struct diag_list *diags)
{
    const struct prose *prose = subject->prose;
    for (size_t i = 0; i < prose->passage_count; i++) {
        const struct prose_passage *passage = &prose->passages[i];
        for (uint32_t w = 0; passage->english && w + 1 < passage->word_count; w++)
            look_at(prose, passage, &prose->words[passage->words + w], diags);
    }
}
