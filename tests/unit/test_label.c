#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "build_doc.h"
#include "doc/label.h"

static void check_value(const char *numeral, enum node_numbering numbering, uint32_t want)
{
    if (label_value(slice_from(numeral), numbering) != want)
        fail_msg("'%s' is %u", numeral, label_value(slice_from(numeral), numbering));
}

static void numerals_have_values(void **state)
{
    (void)state;
    check_value("12", NODE_DECIMAL, 12);
    check_value("999999999", NODE_DECIMAL, 999999999);
    check_value("1000000000", NODE_DECIMAL, 0);
    check_value("1a", NODE_DECIMAL, 0);
    check_value("b", NODE_LOWER_LETTERS, 2);
    check_value("B", NODE_UPPER_LETTERS, 2);
    check_value("ab", NODE_LOWER_LETTERS, 28);
    check_value("abc", NODE_LOWER_LETTERS, 0);
    check_value("B", NODE_LOWER_LETTERS, 0);
    check_value("b", NODE_UPPER_LETTERS, 0);
    check_value("iv", NODE_LOWER_ROMAN, 4);
    check_value("XIX", NODE_UPPER_ROMAN, 19);
    check_value("mmmcmxcix", NODE_LOWER_ROMAN, 3999);
    check_value("mmmm", NODE_LOWER_ROMAN, 0);
    check_value("iiii", NODE_LOWER_ROMAN, 0);
    check_value("vx", NODE_LOWER_ROMAN, 0);
    check_value("ix\xc3\xa9", NODE_LOWER_ROMAN, 0);
    check_value("", NODE_DECIMAL, 0);
    check_value("", NODE_LOWER_ROMAN, 0);
    check_value("", NODE_UPPER_LETTERS, 0);
}

static void labels_read_back(void **state)
{
    (void)state;
    const enum node_numbering all[] = {NODE_DECIMAL, NODE_LOWER_LETTERS, NODE_UPPER_LETTERS,
                                       NODE_LOWER_ROMAN, NODE_UPPER_ROMAN};
    struct doc *doc = doc_new();
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        for (uint32_t number = 1; number <= 702; number++) {
            struct node *list = build_list(doc, doc->root, true, number);
            struct node *item = build_item(doc, list, NULL);
            list->u.list.numbering = all[i];
            list->u.list.delimiter = '\0';
            assert_int_equal(label_value(label_text(item, &doc->arena), all[i]), number);
        }
    doc_free(doc);
}

static void labels_have_their_delimiter(void **state)
{
    (void)state;
    static const struct {
        char delimiter;
        const char *label;
    } wanted[] = {{'.', "ix."}, {')', "ix)"}, {'(', "(ix)"}, {'\0', "ix"}};
    struct doc *doc = doc_new();
    struct node *list = build_list(doc, doc->root, true, 9);
    struct node *item = build_item(doc, list, NULL);
    list->u.list.numbering = NODE_LOWER_ROMAN;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        list->u.list.delimiter = wanted[i].delimiter;
        assert_string_equal(label_text(item, &doc->arena).ptr, wanted[i].label);
    }
    doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numerals_have_values),
        cmocka_unit_test(labels_read_back),
        cmocka_unit_test(labels_have_their_delimiter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
