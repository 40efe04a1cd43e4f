#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "build_doc.h"
#include "epub/exercise.h"

static struct node *add_figure(struct doc *doc, struct node *parent, int32_t width)
{
    struct node *figure = doc_add(doc, parent, NODE_FIGURE, SPAN_NONE);
    struct node *image = doc_add(doc, figure, NODE_IMAGE, SPAN_NONE);
    image->u.image.width = width;
    return figure;
}

static struct node *add_section(struct doc *doc, struct node **last, int32_t width)
{
    struct node *heading = build_heading(doc, doc->root, 2, "Chin tuck");
    build_par(doc, doc->root, "Draw your chin back.");
    *last = add_figure(doc, doc->root, width);
    return heading;
}

static void sections_that_follow_one_another_are_exercises(void **state)
{
    (void)state;
    struct doc *doc = build_start("en", false);
    struct node *ends[3];
    struct node *first = add_section(doc, &ends[0], 0);
    struct node *second = add_section(doc, &ends[1], 0);
    assert_ptr_equal(exercise_section_last(first, NULL, false), ends[0]);
    assert_ptr_equal(exercise_section_last(second, NULL, true), ends[1]);
    assert_null(exercise_section_last(second, NULL, false));  /* one alone */
    assert_null(exercise_section_last(first, ends[0], true)); /* cut short of its picture */
    struct node *wide = add_section(doc, &ends[2], -100);
    assert_null(exercise_section_last(wide, NULL, true));
    doc_free(doc);
}

static void what_stands_behind_the_picture_ends_the_last_section(void **state)
{
    (void)state;
    struct doc *doc = build_start("en", false);
    struct node *last;
    struct node *heading = add_section(doc, &last, 0);
    doc_add(doc, doc->root, NODE_CONTACT, SPAN_NONE);
    assert_ptr_equal(exercise_section_last(heading, NULL, true), last);
    struct node *table = build_heading(doc, doc->root, 2, "Doses");
    doc_add(doc, doc->root, NODE_TABLE, SPAN_NONE);
    add_figure(doc, doc->root, 0);
    assert_null(exercise_section_last(table, NULL, true));
    doc_free(doc);
}

static void steps_of_a_few_lines_and_one_picture_are_exercises(void **state)
{
    (void)state;
    struct doc *doc = build_start("en", false);
    struct node *list = build_list(doc, doc->root, true, 1);
    struct node *item[4];
    for (int i = 0; i < 4; i++) {
        item[i] = doc_add(doc, list, NODE_ITEM, SPAN_NONE);
        for (int line = 0; line < (i == 3 ? 50 : 1); line++)
            build_par(doc, item[i], "Draw your chin back.");
        if (i != 2)
            add_figure(doc, item[i], 0);
    }
    assert_true(exercise_is_step(item[0]));
    assert_true(exercise_is_step(item[1]));
    assert_false(exercise_is_step(item[2])); /* no picture */
    assert_false(exercise_is_step(item[3])); /* too many lines, and alone */
    doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sections_that_follow_one_another_are_exercises),
        cmocka_unit_test(what_stands_behind_the_picture_ends_the_last_section),
        cmocka_unit_test(steps_of_a_few_lines_and_one_picture_are_exercises),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
