/* Sentences, words and syllables of running text, and the formulas against examples that were
 * worked by hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "prose/measures.h"
#include "prose/prose.h"
#include "prose/syllables.h"

static struct doc *document(const char *lang, const char *paragraph)
{
    struct doc *doc = doc_new();
    doc->root->lang = lang;
    struct node *block = doc_add(doc, doc->root, NODE_PARAGRAPH, SPAN_NONE);
    doc_add_text(doc, block, slice_from(paragraph), SPAN_NONE);
    return doc;
}

/* The sentences of a paragraph with a | between them. */
static void parted(const char *lang, const char *paragraph, const char *expected)
{
    struct doc *doc = document(lang, paragraph);
    struct prose *prose = prose_new(doc, NULL);
    struct buf out = {0};
    buf_put_char(&out, '\0');
    out.len = 0;
    for (size_t i = 0; i < prose->sentence_count; i++) {
        const struct prose_sentence *s = &prose->sentences[i];
        buf_put_string(&out, i > 0 ? "|" : "");
        buf_put_slice(&out, slice_sub(prose->passages[0].text, s->start, s->end - s->start));
    }
    assert_string_equal(out.data, expected);
    buf_free(&out);
    prose_free(prose);
    doc_free(doc);
}

static void sentences_end_where_a_reader_stops(void **state)
{
    (void)state;
    parted("en", "Rest. Then walk.", "Rest.|Then walk.");
    parted("en", "Take 2.5 mg. Then wait.", "Take 2.5 mg.|Then wait.");
    parted("en", "Ask Dr. Green. Mr. J. R. Hill helps.", "Ask Dr. Green.|Mr. J. R. Hill helps.");
    parted("en", "Eat fruit, e.g. pears, i.e. sweet ones. Good.",
           "Eat fruit, e.g. pears, i.e. sweet ones.|Good.");
    parted("en", "Come at 9 a.m. The door is open.", "Come at 9 a.m.|The door is open.");
    parted("en", "See www.example.org/a.b. Or mail a.b@example.org. Thanks.",
           "See www.example.org/a.b.|Or mail a.b@example.org.|Thanks.");
    parted("en", "Is it safe? Yes! It is… mostly. Well... Good.",
           "Is it safe?|Yes!|It is… mostly.|Well...|Good.");
    parted("en", "She said “Wait.” Then she left. (See page 4.) End",
           "She said “Wait.”|Then she left.|(See page 4.)|End");
    parted("en", "You may have hepatitis B. You get a letter. It has vitamin C. Eat well.",
           "You may have hepatitis B.|You get a letter.|It has vitamin C.|Eat well.");
    parted("en", "Bed no. 5 is free. Say no. Then go.", "Bed no. 5 is free.|Say no.|Then go.");
    parted("en", "Use plasters, gauze, etc. Then rest.", "Use plasters, gauze, etc.|Then rest.");
    parted("en", "...", "");
}

static void other_languages_have_their_own_signs(void **state)
{
    (void)state;
    parted("de", "Kommen Sie am 3. Mai, z.B. um 9 Uhr. Danke.",
           "Kommen Sie am 3. Mai, z.B. um 9 Uhr.|Danke.");
    parted("fr", "Voir M. Dupont. Merci !", "Voir M. Dupont.|Merci !");
    parted("es", "¿Duele? No siempre. Llame.", "¿Duele?|No siempre.|Llame.");
    parted("ar", "هل أنت بخير؟ نعم.", "هل أنت بخير؟|نعم.");
    parted("zh", "请休息。然后走。", "请休息。|然后走。");
}

/* The words of a paragraph with a | between them. */
static void words(const char *paragraph, const char *expected)
{
    struct doc *doc = document("en", paragraph);
    struct prose *prose = prose_new(doc, NULL);
    struct buf out = {0};
    for (size_t i = 0; i < prose->word_count; i++) {
        buf_put_string(&out, i > 0 ? "|" : "");
        buf_put_slice(&out, prose_word_text(&prose->passages[0], &prose->words[i]));
        buf_put_string(&out, prose->words[i].traits & PROSE_ADDRESS ? "@" : "");
    }
    assert_string_equal(out.data, expected);
    buf_free(&out);
    prose_free(prose);
    doc_free(doc);
}

static void a_word_is_what_is_read_as_one(void **state)
{
    (void)state;
    words("Don't miss the follow-up, and/or call.", "Don't|miss|the|follow-up|and|or|call");
    words("It’s 1,000 mg at 5:30pm, or 2.5.", "It’s|1,000|mg|at|5:30pm|or|2.5");
    words("(see https://example.org/a?b=c, nhs.uk.)", "see|https://example.org/a?b=c@|nhs.uk@");
    words("e.g. the U.K. way", "e.g|the|U.K|way");
    words("'quoted' – so", "quoted|so");
    words("hyper\u00adtension", "hyper\u00adtension");
    words("هل أنت بخير؟ نعم، می‌شود",
          "هل|أنت|بخير|نعم|می‌شود");
    words("क्या आप ठीक हैं? हाँ। अब", "क्या|आप|ठीक|हैं|हाँ|अब");
}

static size_t syllables(const char *lang, const char *word)
{
    return prose_syllables(slice_from(word), prose_syllable_rules(lang));
}

static void letters_of_all_scripts_count(void **state)
{
    (void)state;
    static const char *const texts[] = {"بخير", "ठीक", "ठीकै", "café"};
    static const int letters[] = {4, 2, 2, 4};
    for (size_t i = 0; i < 4; i++) {
        struct doc *doc = document("ar", texts[i]);
        struct prose *prose = prose_new(doc, NULL);
        assert_int_equal(prose->words[0].letters, letters[i]);
        prose_free(prose);
        doc_free(doc);
    }
}

static void syllables_are_counted_as_spoken(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *word;
        size_t count;
    } cases[] = {
        {"en", "medicine", 3},  {"en", "needed", 2},
        {"en", "stopped", 1},   {"en", "table", 2},
        {"en", "nurses", 2},    {"en", "nurse's", 2},
        {"en", "being", 2},     {"en", "operation", 4},
        {"en", "follow-up", 3}, {"en", "NHS", 3},
        {"en", "didn’t", 2},    {"en", "safely", 2},
        {"en", "anaemia", 4},   {"en", "the", 1},
        {"en", "rhythm", 2},    {"de", "Bauchschmerzen", 3},
        {"de", "Ärztin", 2},    {"de", "Operation", 4},
        {"es", "operación", 4}, {"es", "día", 2},
        {"es", "ciudad", 2},    {"it", "medicina", 4},
        {"it", "chiamare", 3},  {"fr", "médecine", 3},
        {"fr", "table", 1},     {"nl", "ziekenhuis", 3},
        {"ru", "больница", 3},  {"pl", "szpital", 2},
        {"cy", "ysbyty", 3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (syllables(cases[i].lang, cases[i].word) != cases[i].count)
            fail_msg("%s: %zu", cases[i].word, syllables(cases[i].lang, cases[i].word));
}

/* 100 words in 8 sentences, 140 syllables, 10 words of three and more; every value by hand. */
static void formulas_give_the_value_worked_by_hand(void **state)
{
    (void)state;
    const struct prose_counts c = {.sentences = 8,
                                   .words = 100,
                                   .syllables = 140,
                                   .letters = 450,
                                   .long_words = 20,
                                   .polysyllables = 10,
                                   .smog_words = 10,
                                   .fog_words = 9,
                                   .monosyllables = 60};
    static const int32_t expected[PROSE_FORMULA_COUNT] = {
        [PROSE_FLESCH] = 7571,        /* 206.835 - 12.6875 - 118.44 */
        [PROSE_FLESCH_KINCAID] = 581, /* 4.875 + 16.52 - 15.59 */
        [PROSE_SMOG] = 952,           /* 1.043 * 6.1237 + 3.1291 */
        [PROSE_FOG] = 860,            /* 0.4 * (12.5 + 9) */
        [PROSE_AMSTAD] = 8560,        /* 180 - 12.5 - 81.9 */
        [PROSE_WIENER] = 378,         /* 1.935 + 2.09 + 2.594 - 1.962 - 0.875 */
        [PROSE_INFLESZ] = 10712,      /* 206.835 - 12.5 - 87.22 */
        [PROSE_GULPEASE] = 6800,      /* 89 + (2400 - 4500) / 100 */
        [PROSE_KANDEL_MOLES] = 9127,  /* 207 - 12.6875 - 103.04 */
        [PROSE_DOUMA] = 8741,         /* 206.835 - 11.625 - 107.8 */
        [PROSE_RUSSIAN] = 10645,      /* 206.835 - 16.25 - 84.14 */
        [PROSE_LIX] = 3250,           /* 12.5 + 20 */
    };
    for (int i = 0; i < PROSE_FORMULA_COUNT; i++)
        assert_in_range(prose_formula_value((enum prose_formula)i, &c) + 2, expected[i],
                        expected[i] + 4);
    assert_int_equal(prose_formula_value(PROSE_FLESCH, &(struct prose_counts){0}), 0);
}

static void sections_begin_at_headings_and_tables_are_left_out(void **state)
{
    (void)state;
    struct doc *doc = document("en", "One short line before the first of all the headings here.");
    struct node *heading = doc_add(doc, doc->root, NODE_HEADING, SPAN_NONE);
    heading->u.heading.level = 2;
    doc_add_text(doc, heading, SLICE_LIT("Your medicine"), SPAN_NONE);
    struct node *table = doc_add(doc, doc->root, NODE_TABLE, SPAN_NONE);
    struct node *body = doc_add(doc, table, NODE_TABLE_BODY, SPAN_NONE);
    struct node *cell = doc_add(doc, doc_add(doc, body, NODE_ROW, SPAN_NONE), NODE_CELL, SPAN_NONE);
    doc_add_text(doc, cell, SLICE_LIT("Words that are in a table"), SPAN_NONE);
    struct arena arena = {0};
    struct prose_measures measures;
    struct prose *prose = prose_new(doc, NULL);
    prose_measure(prose, &arena, &measures);
    assert_int_equal(measures.section_count, 2);
    assert_null(measures.sections[0].heading);
    assert_ptr_equal(measures.sections[1].heading, heading);
    assert_int_equal(measures.sections[1].counts.words, 2);
    assert_int_equal(measures.sections[1].score_count, 0);
    assert_int_equal(measures.whole.counts.sentences, 2);
    assert_int_equal(measures.whole.counts.words, 13);
    assert_true(measures.few_sentences);
    prose_free(prose);
    arena_free(&arena);
    doc_free(doc);
}

static void other_words_are_left_out(void **state)
{
    (void)state;
    struct doc *doc = document("en", "Say ");
    struct node *block = doc->root->first;
    struct node *foreign = doc_add(doc, block, NODE_SPAN, SPAN_NONE);
    foreign->lang = "cy";
    doc_add_text(doc, foreign, SLICE_LIT("bore da"), SPAN_NONE);
    doc_add_text(doc, doc_add(doc, block, NODE_CODE, SPAN_NONE), SLICE_LIT("x = 1"), SPAN_NONE);
    struct node *made = doc_add_text(doc, block, SLICE_LIT("(made)"), SPAN_NONE);
    made->generated = true;
    doc_add_text(doc, block, SLICE_LIT(" to us"), SPAN_NONE);
    struct prose *prose = prose_new(doc, NULL);
    assert_int_equal(prose->word_count, 3);
    assert_string_equal(prose->bytes.data, "Say \uFFFC\uFFFC to us");
    prose_free(prose);
    doc_free(doc);
}

/* What was read before does not change what is read. */
static void a_text_is_read_alike_with_any_vocabulary(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Take 2 tablets: they're safe. Don't take them twice, e.g. at night.",
        "See http://example.org or http. It's 5mg (the NHS says so), is it?",
        "http, http:// and the the The THE caf\u00e9 caf\u00e9. Follow-up co-operate.",
    };
    struct prose_vocabulary *vocabulary = vocabulary_new();
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < 2 * sizeof texts / sizeof *texts; i++) {
            struct doc *doc = document(i % 2 ? "de" : "en", texts[i / 2]);
            struct prose *kept = prose_new(doc, vocabulary), *fresh = prose_new(doc, NULL);
            assert_int_equal(kept->word_count, fresh->word_count);
            assert_memory_equal(kept->words, fresh->words,
                                fresh->word_count * sizeof *fresh->words);
            assert_int_equal(kept->sentence_count, fresh->sentence_count);
            prose_free(kept);
            prose_free(fresh);
            doc_free(doc);
        }
    vocabulary_free(vocabulary);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_end_where_a_reader_stops),
        cmocka_unit_test(other_languages_have_their_own_signs),
        cmocka_unit_test(a_word_is_what_is_read_as_one),
        cmocka_unit_test(letters_of_all_scripts_count),
        cmocka_unit_test(syllables_are_counted_as_spoken),
        cmocka_unit_test(formulas_give_the_value_worked_by_hand),
        cmocka_unit_test(sections_begin_at_headings_and_tables_are_left_out),
        cmocka_unit_test(other_words_are_left_out),
        cmocka_unit_test(a_text_is_read_alike_with_any_vocabulary),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
