#include "pdf_kit.h"

#include "doc/check.h"
#include "text/words.h"

static const char *const english[WORD_COUNT] = {
#define X(symbol, key, english_words) [symbol] = english_words,
    WORDS(X)
#undef X
};

static struct node *paragraph(struct kit *kit, struct node *parent, const char *text,
                              struct node **text_node)
{
    struct node *node = kit_node(kit, parent, NODE_PARAGRAPH);
    *text_node = kit_text(kit, node, text);
    return node;
}

static void expect_structure(struct kit *kit, const char *wanted)
{
    assert_null(doc_check(kit->doc));
    assert_int_equal(kit_write(kit), STATUS_OK);
    assert_string_equal(kit_structure(kit), wanted);
}

static void expect_in(struct slice text, const char *what)
{
    if (!kit_find(text, what))
        fail_msg("no %s in %.*s", what, SLICE_ARGS(text));
}

/* The n-th element (from 0) of a type in the order of the file; the element's own dictionary. */
static struct slice element_of(struct kit *kit, const char *type, int n)
{
    long size, width;
    struct slice dictionary;
    kit_table(kit, &size, &width, &dictionary);
    const char *key = arena_format(&kit->arena, "<</S/%s/P", type);
    for (long i = 1; i < size; i++) {
        const uint8_t *row = kit_table(kit, &size, &width, &dictionary) + i * (width + 2);
        if (row[0] != 2)
            continue;
        struct slice object = kit_object(kit, i);
        if (kit_find(object, key) == object.ptr && n-- == 0)
            return object;
    }
    fail_msg("no element %s", type);
    return SLICE_EMPTY;
}

static void emphasis_stays_in_its_paragraph(void **state)
{
    (void)state;
    struct kit kit;
    kit_open(&kit);
    struct node *a, *p = paragraph(&kit, NULL, "one ", &a);
    struct node *strong = kit_node(&kit, p, NODE_STRONG), *b = kit_text(&kit, strong, "two");
    struct node *c, *next = paragraph(&kit, NULL, "three", &c);
    (void)next;
    kit_seal(&kit);
    kit_run(&kit, a, "one ");
    kit.style = FONT_BOLD;
    kit_run(&kit, b, "two");
    kit_line(&kit);
    kit_run(&kit, c, "three");
    expect_structure(&kit, "(Document (P #0) (P #1))");
    kit_close(&kit);
}

/* The foot of the page comes after all of the page's text, the note right after its block. */
static void reading_order_is_that_of_the_tree(void **state)
{
    (void)state;
    struct kit kit;
    kit_open(&kit);
    kit.doc->meta.wording = english;
    struct node *a, *p = paragraph(&kit, NULL, "with a note", &a);
    struct node *ref = kit_node(&kit, p, NODE_NOTE_REF);
    ref->text = slice_from("1");
    struct node *b = kit_text(&kit, p, " and more");
    struct node *note = kit_node(&kit, NULL, NODE_NOTE), *n, *c;
    note->u.note.number = 1;
    ref->u.note_ref.note = note;
    paragraph(&kit, note, "the note", &n);
    paragraph(&kit, NULL, "after", &c);
    kit_seal(&kit);
    kit_run(&kit, a, "with a note");
    kit_run(&kit, ref, "1");
    kit_box(&kit, FRAME_LINK, ref, PT(100), PT(60), PT(6), PT(10));
    kit_run(&kit, b, " and more");
    kit_line(&kit);
    kit_run(&kit, c, "after");
    kit_line(&kit);
    kit_run(&kit, note, "1");
    kit_run(&kit, n, "the note");
    expect_structure(&kit, "(Document (P #0 (Reference (Link #1 *)) #2) (Note (Lbl #4) (P #5)) "
                           "(P #3))");
    struct slice page = kit_page_of(&kit, 0);
    struct slice annotation = kit_follow(&kit, page, "/Annots[");
    expect_in(annotation, "/Contents(Footnote 1)");
    expect_in(annotation, "/Dest[");
    expect_in(annotation, "/F 4");
    expect_in(element_of(&kit, "Note", 0), "/ID(note00000001)");
    struct slice root = kit_follow(&kit, kit_root(&kit), "/StructTreeRoot ");
    expect_in(root, "/IDTree<</Names[(note00000001)");
    kit_close(&kit);
}

static void a_paragraph_goes_on_over_the_page(void **state)
{
    (void)state;
    struct kit kit;
    kit_open(&kit);
    struct node *a, *b;
    paragraph(&kit, NULL, "begins and ends", &a);
    paragraph(&kit, NULL, "next", &b);
    kit_seal(&kit);
    kit_run(&kit, a, "begins ");
    kit_item(&kit, FRAME_RULE, NULL)->u.rule.thickness = PT(1);
    kit_page(&kit);
    kit_run(&kit, a, "and ends");
    kit_line(&kit);
    kit_run(&kit, b, "next");
    expect_structure(&kit, "(Document (P #0 @#0) (P #1))");
    /* the ParentTree leads back from the second page's sequences */
    struct slice root = kit_follow(&kit, kit_root(&kit), "/StructTreeRoot ");
    struct slice leaf = kit_follow(&kit, kit_follow(&kit, root, "/ParentTree "), "/Kids[");
    const char *second = kit_find(leaf, "]1[");
    assert_non_null(second);
    long first = strtol(kit_find(leaf, "0[") + 2, NULL, 10);
    assert_int_equal(strtol(second + 3, NULL, 10), first);
    assert_int_equal(kit_number(kit_page_of(&kit, 1), "/StructParents "), 1);
    kit_close(&kit);
}

static void a_link_over_two_lines_is_one_element(void **state)
{
    (void)state;
    struct kit kit;
    kit_open(&kit);
    struct node *a, *p = paragraph(&kit, NULL, "See ", &a);
    struct node *link = kit_node(&kit, p, NODE_LINK);
    link->u.link.href = slice_from("https://example.org/\xC3\xA9 (x)");
    struct node *b = kit_text(&kit, link, "two lines"), *c = kit_text(&kit, p, ".");
    kit_seal(&kit);
    kit_run(&kit, a, "See ");
    kit_run(&kit, b, "two ");
    kit_box(&kit, FRAME_LINK, link, PT(72), PT(60), PT(20), PT(16));
    kit_line(&kit);
    kit_run(&kit, b, "lines");
    kit_box(&kit, FRAME_LINK, link, PT(50), PT(79), PT(30), PT(16));
    kit_run(&kit, c, ".");
    expect_structure(&kit, "(Document (P #0 (Link #1 * *) #2))");
    struct slice annotation = kit_follow(&kit, kit_page_of(&kit, 0), "/Annots[");
    expect_in(annotation, "/URI(https://example.org/%C3%A9%20\\(x\\))");
    expect_in(annotation, "/Rect[72 765.89 92 781.89 ]");
    expect_in(annotation, "/Border[0 0 0]");
    assert_int_equal(kit_number(annotation, "/StructParent "), 1);
    kit_close(&kit);
}

static void a_table_keeps_its_empty_cells(void **state)
{
    (void)state;
    static const enum node_align aligns[2] = {NODE_ALIGN_START, NODE_ALIGN_END};
    struct kit kit;
    kit_open(&kit);
    struct node *table = kit_node(&kit, NULL, NODE_TABLE), *texts[4] = {NULL};
    table->u.table.columns = 2;
    table->u.table.aligns = aligns;
    struct node *caption = kit_node(&kit, table, NODE_CAPTION);
    struct node *title = kit_text(&kit, caption, "Table 1");
    for (int row = 0; row < 2; row++) {
        struct node *part = kit_node(&kit, table, row == 0 ? NODE_TABLE_HEAD : NODE_TABLE_BODY);
        struct node *line = kit_node(&kit, part, NODE_ROW);
        for (int column = 0; column < 2; column++) {
            struct node *cell = kit_node(&kit, line, NODE_CELL);
            cell->u.cell.header = row == 0;
            if (row == 0 || column == 1)
                texts[row * 2 + column] = kit_text(&kit, cell, "x");
        }
    }
    kit_seal(&kit);
    kit_run(&kit, title, "Table 1");
    for (int i = 0; i < 4; i++)
        if (texts[i])
            kit_run(&kit, texts[i], "x");
    /* the head once more on the next page: an artifact */
    kit_page(&kit);
    kit_run(&kit, NULL, "x");
    expect_structure(&kit, "(Document (Table (Caption #0) (THead (TR (TH #1) (TH #2))) "
                           "(TBody (TR (TD) (TD #3)))))");
    expect_in(element_of(&kit, "TH", 1), "/A<</O/Table/Scope/Column>>");
    expect_in(kit_content(&kit, 1), "/Artifact BMC");
    kit_close(&kit);
}

static void lists_have_labels_and_numberings(void **state)
{
    (void)state;
    struct kit kit;
    kit_open(&kit);
    kit.doc->meta.wording = english;
    kit.doc->meta.lang.value = "en";
    struct node *items[3], *texts[3];
    for (int i = 0; i < 3; i++) {
        struct node *list = kit_node(&kit, NULL, NODE_LIST);
        list->u.list.ordered = i == 1;
        items[i] = kit_node(&kit, list, NODE_ITEM);
        items[i]->u.item.task = i == 2 ? NODE_TASK_DONE : NODE_TASK_NONE;
        list->lang = i == 2 ? "ar" : NULL;
        paragraph(&kit, items[i], "item", &texts[i]);
    }
    kit_seal(&kit);
    for (int i = 0; i < 3; i++) {
        kit_run(&kit, items[i], "1.");
        kit_run(&kit, texts[i], "item");
        kit_line(&kit);
    }
    expect_structure(&kit, "(Document (L (LI (Lbl #0) (LBody (P #1)))) "
                           "(L (LI (Lbl #2) (LBody (P #3)))) (L (LI (Lbl #4) (LBody (P #5)))))");
    expect_in(element_of(&kit, "L", 0), "/ListNumbering/Disc");
    expect_in(element_of(&kit, "L", 1), "/ListNumbering/Decimal");
    expect_in(element_of(&kit, "L", 2), "/ListNumbering/Square");
    expect_in(element_of(&kit, "Lbl", 2), "/Alt(Done)/Lang(en)");
    assert_null(kit_find(element_of(&kit, "Lbl", 1), "/Alt"));
    kit_close(&kit);
}

/* ISO 14289-1, 7.4.2: levels that skip in the source do not skip in the file. */
static void heading_levels_have_no_gaps(void **state)
{
    (void)state;
    static const int levels[] = {1, 3, 4, 3, 2, 6};
    struct kit kit;
    struct node *texts[6];
    kit_open(&kit);
    for (int i = 0; i < 6; i++)
        texts[i] = kit_text(&kit, kit_heading(&kit, NULL, levels[i]), "Title");
    kit_seal(&kit);
    for (int i = 0; i < 6; i++) {
        kit_run(&kit, texts[i], "Title");
        kit_line(&kit);
    }
    expect_structure(&kit, "(Document (H1 #0) (H2 #1) (H3 #2) (H2 #3) (H2 #4) (H3 #5))");
    kit_close(&kit);
}

static void pictures_have_words_or_are_artifacts(void **state)
{
    (void)state;
    struct kit kit;
    kit_open(&kit);
    struct node *callout = kit_node(&kit, NULL, NODE_CALLOUT);
    struct node *label = kit_node(&kit, callout, NODE_CALLOUT_LABEL);
    struct node *icon = kit_node(&kit, label, NODE_ICON), *word = kit_text(&kit, label, "Stop");
    icon->u.image.alt = "Warning";
    struct node *plain = kit_node(&kit, NULL, NODE_CALLOUT);
    struct node *plain_label = kit_node(&kit, plain, NODE_CALLOUT_LABEL);
    struct node *quiet = kit_node(&kit, plain_label, NODE_ICON);
    struct node *plain_word = kit_text(&kit, plain_label, "Note");
    quiet->u.image.alt = "";
    kit_seal(&kit);
    kit_box(&kit, FRAME_FILL, callout, PT(40), PT(50), PT(300), PT(30));
    kit_box(&kit, FRAME_FILL, icon, PT(50), PT(60), PT(14), PT(14))->u.fill.radius = PT(7);
    kit_run(&kit, icon, "!");
    kit_run(&kit, word, "Stop");
    kit_line(&kit);
    kit_box(&kit, FRAME_FILL, quiet, PT(50), PT(80), PT(14), PT(14));
    kit_run(&kit, quiet, "i");
    kit_run(&kit, plain_word, "Note");
    expect_structure(&kit, "(Document (Sect (P (Figure #0) #1)) (Sect (P #2)))");
    struct slice figure = element_of(&kit, "Figure", 0);
    expect_in(figure, "/Alt(Warning)");
    expect_in(figure, "/BBox[50 767.89 64 784.89 ]");
    kit_close(&kit);
}

static void languages_and_expansions_are_told(void **state)
{
    (void)state;
    struct kit kit;
    kit_open(&kit);
    struct node *a, *p = paragraph(&kit, NULL, "bonjour", &a);
    p->lang = "fr";
    struct node *span = kit_node(&kit, p, NODE_SPAN), *b = kit_text(&kit, span, "hello");
    span->lang = "en-GB";
    struct node *same = kit_node(&kit, p, NODE_SPAN), *c = kit_text(&kit, same, "monde");
    same->lang = "fr";
    struct node *abbreviation = kit_node(&kit, p, NODE_ABBREVIATION);
    abbreviation->u.abbreviation.expansion = "accident & emergency";
    struct node *d = kit_text(&kit, abbreviation, "A&E");
    kit_seal(&kit);
    kit_run(&kit, a, "bonjour");
    kit_run(&kit, b, "hello");
    kit_run(&kit, c, "monde");
    kit_run(&kit, d, "A&E");
    expect_structure(&kit, "(Document (P #0 (Span #1) #2 (Span #3)))");
    expect_in(element_of(&kit, "P", 0), "/Lang(fr)");
    expect_in(element_of(&kit, "Span", 0), "/Lang(en-GB)");
    expect_in(element_of(&kit, "Span", 1), "/E(accident & emergency)");
    kit_close(&kit);
}

static void what_is_not_on_paper_is_not_in_the_tree(void **state)
{
    (void)state;
    struct kit kit;
    kit_open(&kit);
    struct node *a, *b, *p = paragraph(&kit, NULL, "epub", &a);
    p->media = NODE_MEDIA_EPUB;
    paragraph(&kit, NULL, "both", &b);
    kit_node(&kit, NULL, NODE_BREAK);
    kit_seal(&kit);
    kit_run(&kit, b, "both");
    expect_structure(&kit, "(Document (P #0))");
    kit_close(&kit);
}

/* The number tree of more than one leaf, and elements over several object streams. */
static void long_documents_keep_their_parents(void **state)
{
    (void)state;
    struct kit kit;
    struct node *texts[500];
    kit_open(&kit);
    for (int i = 0; i < 500; i++)
        paragraph(&kit, NULL, "x", &texts[i]);
    doc_seal(kit.doc);
    for (int i = 0; i < 500; i++) {
        if (i % 5 == 0)
            kit_page(&kit);
        kit_run(&kit, texts[i], "x");
        kit_line(&kit);
    }
    assert_int_equal(kit_write(&kit), STATUS_OK);
    struct slice root = kit_follow(&kit, kit_root(&kit), "/StructTreeRoot ");
    struct slice parents = kit_follow(&kit, root, "/ParentTree ");
    const char *kids = kit_find(parents, "/Kids[") + 6;
    char *next;
    struct slice first = kit_object(&kit, strtol(kids, &next, 10));
    struct slice second = kit_object(&kit, strtol(next + 4, &next, 10));
    expect_in(first, "/Limits[0 63]");
    expect_in(second, "/Limits[64 99]");
    expect_in(second, "]99[");
    long leaf = strtol(kit_find(second, "]99[") + 4, NULL, 10);
    expect_in(kit_object(&kit, leaf), "<</S/P/P ");
    expect_in(kit_follow(&kit, kit_root(&kit), "/Pages "), "/Count 100");
    kit_close(&kit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(emphasis_stays_in_its_paragraph),
        cmocka_unit_test(reading_order_is_that_of_the_tree),
        cmocka_unit_test(a_paragraph_goes_on_over_the_page),
        cmocka_unit_test(a_link_over_two_lines_is_one_element),
        cmocka_unit_test(a_table_keeps_its_empty_cells),
        cmocka_unit_test(lists_have_labels_and_numberings),
        cmocka_unit_test(heading_levels_have_no_gaps),
        cmocka_unit_test(pictures_have_words_or_are_artifacts),
        cmocka_unit_test(languages_and_expansions_are_told),
        cmocka_unit_test(what_is_not_on_paper_is_not_in_the_tree),
        cmocka_unit_test(long_documents_keep_their_parents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
