#include "pdf_kit.h"

static void expect_in(struct slice text, const char *what)
{
    if (!kit_find(text, what))
        fail_msg("no %s in %.*s", what, SLICE_ARGS(text));
}

static void expect_not_in(struct slice text, const char *what)
{
    if (kit_find(text, what))
        fail_msg("%s in %.*s", what, SLICE_ARGS(text));
}

static void write_one_line(struct kit *kit)
{
    struct node *a = kit_text(kit, kit_node(kit, NULL, NODE_PARAGRAPH), "x");
    kit_seal(kit);
    kit_run(kit, a, "x");
    assert_int_equal(kit_write(kit), STATUS_OK);
}

static struct slice xmp_of(struct kit *kit)
{
    return kit_follow(kit, kit_root(kit), "/Metadata ");
}

static void the_catalog_is_complete(void **state)
{
    (void)state;
    struct kit kit;
    kit_open(&kit);
    write_one_line(&kit);
    struct slice root = kit_root(&kit);
    expect_in(root, "/Lang(en-GB)");
    expect_in(root, "/MarkInfo<</Marked true>>");
    expect_in(root, "/ViewerPreferences<</DisplayDocTitle true>>");
    expect_not_in(root, "/Outlines");
    struct slice intent = kit_follow(&kit, root, "/OutputIntents[");
    expect_in(intent, "/S/GTS_PDFA1");
    struct slice profile = kit_follow(&kit, intent, "/DestOutputProfile ");
    assert_memory_equal(profile.ptr + 36, "acsp", 4);
    expect_in(kit_page_of(&kit, 0), "/MediaBox[0 0 595.275 841.89]");
    expect_in(kit_page_of(&kit, 0), "/Tabs/S");
    assert_memory_equal(kit.pdf, "%PDF-1.7\n%", 10);
    kit_close(&kit);
}

static void right_to_left_leaflets_say_so(void **state)
{
    (void)state;
    struct kit kit;
    kit_open(&kit);
    kit.doc->root->lang = "ar";
    kit.doc->root->dir = NODE_DIR_RTL;
    write_one_line(&kit);
    expect_in(kit_root(&kit), "/Direction/R2L");
    expect_in(kit_root(&kit), "/Lang(ar)");
    kit_close(&kit);
}

static void metadata_is_told_twice_and_agrees(void **state)
{
    (void)state;
    struct kit kit;
    kit_open(&kit);
    struct meta *meta = &kit.doc->meta;
    const struct meta_text authors[] = {
        {.value = "A. Writer"}, {.value = "B & C <D>, https://example.org", .name = "B & C <D>"}};
    const struct meta_text keywords[] = {{.value = "skin"}, {.value = "n\xC3\xA9"}};
    meta->title.value = "Tom's \"A & B\" <1>";
    meta->summary.value = "About it";
    meta->authors = (struct meta_list){authors, 2};
    meta->keywords = (struct meta_list){keywords, 2};
    meta->published = (struct meta_date){.year = 2026, .month = 3, .day = 0};
    meta->reviewed = (struct meta_date){.year = 2026, .month = 11, .day = 23};
    kit.options.epoch = 0; /* the document's own dates are stronger */
    write_one_line(&kit);
    struct slice xmp = xmp_of(&kit), info = kit_info(&kit);
    expect_in(xmp, "<rdf:li xml:lang=\"x-default\">Tom's &quot;A &amp; B&quot; &lt;1&gt;</rdf:li>");
    expect_in(info, "/Title(Tom's \"A & B\" <1>)");
    expect_in(xmp, "<dc:creator><rdf:Seq><rdf:li>A. Writer</rdf:li><rdf:li>B &amp; C &lt;D&gt;");
    expect_in(info, "/Author(A. Writer, B & C <D>)");
    expect_in(xmp, "<pdf:Keywords>skin, n\xC3\xA9</pdf:Keywords>");
    expect_in(xmp, "<xmp:CreateDate>2026-03</xmp:CreateDate>");
    expect_in(info, "/CreationDate(D:202603)");
    expect_in(xmp, "<xmp:ModifyDate>2026-11-23</xmp:ModifyDate>");
    expect_in(info, "/ModDate(D:20261123)");
    expect_in(xmp, "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>");
    expect_in(xmp, "<pdfuaid:part>1</pdfuaid:part>");
    expect_in(xmp, "<rdf:li>en-GB</rdf:li>");
    expect_in(info, "/Producer(leafset ");
    kit_close(&kit);
}

static void without_dates_there_is_no_clock(void **state)
{
    (void)state;
    struct kit kit;
    kit_open(&kit);
    write_one_line(&kit);
    expect_not_in(xmp_of(&kit), "Date");
    expect_not_in(kit_info(&kit), "Date");
    kit_close(&kit);
}

static void the_epoch_is_a_date(void **state)
{
    (void)state;
    static const struct {
        int64_t epoch;
        const char *pdf, *xmp;
    } cases[] = {{0, "(D:19700101000000Z)", ">1970-01-01T00:00:00Z<"},
                 {951782399, "(D:20000228235959Z)", ">2000-02-28T23:59:59Z<"},
                 {951782400, "(D:20000229000000Z)", ">2000-02-29T00:00:00Z<"},
                 {1795478399, "(D:20261123235959Z)", ">2026-11-23T23:59:59Z<"},
                 {4107542400, "(D:21000301000000Z)", ">2100-03-01T00:00:00Z<"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct kit kit;
        kit_open(&kit);
        kit.options.epoch = cases[i].epoch;
        write_one_line(&kit);
        expect_in(kit_info(&kit), cases[i].pdf);
        expect_in(xmp_of(&kit), cases[i].xmp);
        kit_close(&kit);
    }
}

static void bookmarks_follow_the_headings(void **state)
{
    (void)state;
    static const int levels[] = {1, 2, 2, 1};
    static const char *const titles[] = {"First",
                                         "Se\xE2\x80\x94"
                                         "cond",
                                         "Third", "Fourth"};
    struct kit kit;
    struct node *texts[4];
    kit_open(&kit);
    for (int i = 0; i < 4; i++)
        texts[i] = kit_text(&kit, kit_heading(&kit, NULL, levels[i]), titles[i]);
    kit_seal(&kit);
    for (int i = 0; i < 4; i++) {
        if (i == 2)
            kit_page(&kit);
        kit_run(&kit, texts[i], titles[i]);
        kit_line(&kit);
    }
    assert_int_equal(kit_write(&kit), STATUS_OK);
    struct slice outlines = kit_follow(&kit, kit_root(&kit), "/Outlines ");
    struct slice first = kit_follow(&kit, outlines, "/First ");
    expect_in(first, "/Title(First)");
    expect_not_in(first, "/Type");
    struct slice second = kit_follow(&kit, first, "/First ");
    assert_non_null(memmem(second.ptr, second.len, "\xFE\xFF\0S\0e\x20\x14\0c\0o\0n\0d", 16));
    struct slice third = kit_follow(&kit, second, "/Next ");
    expect_in(third, "/Title(Third)");
    expect_in(third, "/XYZ null ");
    long page = strtol(strstr(kit_find(third, "/Dest"), "[") + 1, NULL, 10);
    assert_memory_equal(kit_object(&kit, page).ptr, kit_page_of(&kit, 1).ptr,
                        kit_page_of(&kit, 1).len);
    expect_in(kit_follow(&kit, first, "/Next "), "/Title(Fourth)");
    kit_close(&kit);
}

/* /ID follows the content, not only the title (14.4). */
static void the_identifier_follows_the_content(void **state)
{
    (void)state;
    char ids[2][33];
    for (int i = 0; i < 2; i++) {
        struct kit kit;
        kit_open(&kit);
        struct node *a = kit_text(&kit, kit_node(&kit, NULL, NODE_PARAGRAPH), "x");
        kit_seal(&kit);
        kit_run(&kit, a, i == 0 ? "ab" : "ba");
        assert_int_equal(kit_write(&kit), STATUS_OK);
        const char *id = memmem(kit.pdf, kit.len, "/ID[<", 5);
        assert_non_null(id);
        assert_memory_equal(id + 5, id + 5 + 34, 32);
        memcpy(ids[i], id + 5, 32);
        kit_close(&kit);
    }
    assert_memory_not_equal(ids[0], ids[1], 32);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_catalog_is_complete),
        cmocka_unit_test(right_to_left_leaflets_say_so),
        cmocka_unit_test(metadata_is_told_twice_and_agrees),
        cmocka_unit_test(without_dates_there_is_no_clock),
        cmocka_unit_test(the_epoch_is_a_date),
        cmocka_unit_test(bookmarks_follow_the_headings),
        cmocka_unit_test(the_identifier_follows_the_content),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
