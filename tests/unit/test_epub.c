#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "doc/check.h"
#include "base/deflate.h"
#include "epub/container.h"
#include "epub/cover.h"
#include "epub/ids.h"
#include "epub/nav.h"
#include "epub/package.h"
#include "epub/pages.h"
#include "epub/pictures.h"
#include "epub/split.h"
#include "epub/kept.h"
#include "epub/xhtml.h"
#include "text/words.h"

static const char *const english[WORD_COUNT] = {
#define X(symbol, key, english_words) [symbol] = english_words,
    WORDS(X)
#undef X
};

struct fixture {
    struct doc *doc;
    struct arena arena;
    struct diag_list diags;
    struct style style;
    struct epub epub;
};

static void set_up(struct fixture *f)
{
    *f = (struct fixture){.doc = doc_new()};
    f->diags.arena = &f->arena;
    f->doc->root->lang = "en-GB";
    f->doc->root->dir = NODE_DIR_LTR;
    f->doc->meta.wording = english;
    f->doc->meta.title.value = "A & B";
    style_make(&f->doc->meta, NULL, &f->diags, &f->style);
    f->epub = (struct epub){
        .doc = f->doc, .style = &f->style, .epoch = -1, .identity = "a", .diags = &f->diags};
}

static void tear_down(struct fixture *f)
{
    epub_free_parts(&f->epub);
    epub_free_pictures(&f->epub);
    arena_free(&f->epub.arena);
    diag_free(&f->diags);
    arena_free(&f->arena);
    doc_free(f->doc);
}

static struct node *add_heading(struct fixture *f, int level, const char *anchor, const char *text)
{
    struct node *heading = doc_add(f->doc, f->doc->root, NODE_HEADING, SPAN_NONE);
    heading->u.heading.level = level;
    heading->u.heading.anchor = anchor;
    doc_add_text(f->doc, heading, slice_from(text), SPAN_NONE);
    return heading;
}

static struct node *add_paragraph(struct fixture *f, struct node *parent, const char *text)
{
    struct node *paragraph = doc_add(f->doc, parent, NODE_PARAGRAPH, SPAN_NONE);
    if (text)
        doc_add_text(f->doc, paragraph, slice_from(text), SPAN_NONE);
    return paragraph;
}

static const char *write_all(struct fixture *f)
{
    doc_seal(f->doc);
    const char *breach = doc_check(f->doc);
    if (breach)
        fail_msg("%s", breach);
    epub_split(&f->epub);
    epub_give_ids(&f->epub);
    for (uint32_t i = 1; i <= f->epub.part_count; i++)
        epub_write_part(&f->epub, i);
    return f->epub.parts[0].xhtml.data;
}

static void text_is_escaped_and_languages_are_marked(void **state)
{
    (void)state;
    struct fixture f;
    set_up(&f);
    struct node *paragraph = add_paragraph(&f, f.doc->root, "1 < 2 & \"3\" ");
    struct node *span = doc_add(f.doc, paragraph, NODE_SPAN, SPAN_NONE);
    span->lang = "ar";
    span->dir = NODE_DIR_RTL;
    doc_add_text(f.doc, span, SLICE_LIT("\xd9\x85"), SPAN_NONE);
    const char *xhtml = write_all(&f);
    assert_non_null(strstr(xhtml, "<p>1 &lt; 2 &amp; &quot;3&quot; "));
    /* U+200F at both ends: some readers ignore dir inside a line */
    assert_non_null(strstr(xhtml, "<span lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\">"
                                  "\u200f\xd9\x85\u200f</span></p>"));
    assert_non_null(strstr(xhtml, "<title>A &amp; B</title>"));
    tear_down(&f);
}

static void print_only_branches_are_left_out(void **state)
{
    (void)state;
    struct fixture f;
    set_up(&f);
    struct node *paragraph = add_paragraph(&f, f.doc->root, "words");
    doc_add_text(f.doc, paragraph, SLICE_LIT(" (example.org)"), SPAN_NONE)->media =
        NODE_MEDIA_PRINT;
    struct node *web = doc_add(f.doc, f.doc->root, NODE_WEB_ADDRESSES, SPAN_NONE);
    web->media = NODE_MEDIA_PRINT;
    struct node *title = doc_add(f.doc, web, NODE_HEADING, SPAN_NONE);
    title->u.heading.level = 2;
    title->u.heading.anchor = "web";
    doc_add_text(f.doc, title, SLICE_LIT("Web addresses"), SPAN_NONE);
    struct node *list = doc_add(f.doc, web, NODE_LIST, SPAN_NONE);
    add_paragraph(&f, doc_add(f.doc, list, NODE_ITEM, SPAN_NONE), "example.org");
    const char *xhtml = write_all(&f);
    assert_non_null(strstr(xhtml, "<p>words</p>"));
    assert_null(strstr(xhtml, "example.org"));
    assert_null(strstr(xhtml, "<ul"));
    tear_down(&f);
}

static void notes_link_both_ways(void **state)
{
    (void)state;
    struct fixture f;
    set_up(&f);
    struct node *paragraph = add_paragraph(&f, f.doc->root, "word");
    struct node *ref = doc_add(f.doc, paragraph, NODE_NOTE_REF, SPAN_NONE);
    struct node *note = doc_add(f.doc, f.doc->root, NODE_NOTE, SPAN_NONE);
    add_paragraph(&f, note, "said");
    ref->text = SLICE_LIT("1");
    ref->u.note_ref.note = note;
    ref->u.note_ref.occurrence = 1;
    note->u.note.number = 1;
    note->u.note.first_ref = ref;
    const char *xhtml = write_all(&f);
    assert_non_null(strstr(xhtml, "epub:type=\"noteref\" role=\"doc-noteref\" id=\"Note-Call-1\" "
                                  "href=\"#Note\"><sup>1</sup></a></p>"));
    assert_non_null(strstr(xhtml, "<aside class=\"footnote\" epub:type=\"footnote\" "
                                  "role=\"doc-footnote\" id=\"Note\">"));
    assert_non_null(strstr(xhtml, "href=\"#Note-Call-1\""));
    tear_down(&f);
}

/* A paragraph with a note, a callout and a table, as a section has them. */
static void add_named(struct fixture *f)
{
    struct node *paragraph = add_paragraph(f, f->doc->root, "word");
    struct node *ref = doc_add(f->doc, paragraph, NODE_NOTE_REF, SPAN_NONE);
    struct node *note = doc_add(f->doc, f->doc->root, NODE_NOTE, SPAN_NONE);
    add_paragraph(f, note, "said");
    ref->text = SLICE_LIT("1");
    ref->u.note_ref.note = note;
    ref->u.note_ref.occurrence = 1;
    note->u.note.number = 1;
    note->u.note.first_ref = ref;
    struct node *callout = doc_add(f->doc, f->doc->root, NODE_CALLOUT, SPAN_NONE);
    struct node *label = doc_add(f->doc, callout, NODE_CALLOUT_LABEL, SPAN_NONE);
    doc_add_text(f->doc, label, SLICE_LIT("Tip"), SPAN_NONE);
    add_paragraph(f, callout, "rest");
    struct node *table = doc_add(f->doc, f->doc->root, NODE_TABLE, SPAN_NONE);
    doc_add_text(f->doc, doc_add(f->doc, table, NODE_CAPTION, SPAN_NONE), SLICE_LIT("Doses"),
                 SPAN_NONE);
    struct node *body = doc_add(f->doc, table, NODE_TABLE_BODY, SPAN_NONE);
    struct node *cell =
        doc_add(f->doc, doc_add(f->doc, body, NODE_ROW, SPAN_NONE), NODE_CELL, SPAN_NONE);
    doc_add_text(f->doc, cell, SLICE_LIT("5 mg"), SPAN_NONE);
    cell->u.cell.columns = table->u.table.columns = 2; /* so that it scrolls, under its name */
    table->u.table.aligns = ARENA_ARRAY(&f->doc->arena, 2, enum node_align);
}

/* A leaflet can be pointed into, by a bookmark or a note of the reader's: what is added to other
 * sections changes no place's name. */
static void ids_do_not_change_with_other_sections(void **state)
{
    static const char *const wanted[] = {"id=\"at-home-Note\"",      "id=\"at-home-Note-Call-1\"",
                                         "id=\"at-home-Note-2\"",    "id=\"at-home-Label\"",
                                         "id=\"at-home-Label-2\"",   "id=\"at-home-Caption\"",
                                         "id=\"at-home-Caption-2\"", "href=\"#at-home-Note-2\""};
    (void)state;
    for (int before = 0; before < 3; before++) {
        struct fixture f;
        set_up(&f);
        for (int i = 0; i < before; i++)
            add_named(&f);
        add_heading(&f, 2, "today", "Today");
        for (int i = 0; i < before; i++)
            add_named(&f);
        add_heading(&f, 2, "at-home", "At home");
        add_named(&f);
        add_named(&f);
        const char *xhtml = write_all(&f);
        for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
            if (!strstr(xhtml, wanted[i]))
                fail_msg("%s after %d: %s", wanted[i], before, xhtml);
        tear_down(&f);
    }
}

/* A page that starts inside a paragraph is marked before the very word. */
static void page_marks_stand_at_the_word(void **state)
{
    (void)state;
    struct fixture f;
    set_up(&f);
    add_paragraph(&f, f.doc->root, "one two");
    add_paragraph(&f, f.doc->root, "three");
    doc_seal(f.doc);
    struct node *text = f.doc->root->first->first;
    struct frame_item items[] = {
        {.kind = FRAME_GLYPHS, .node = text->id, .u.glyphs.text = text->text},
        {.kind = FRAME_GLYPHS, .node = text->id, .u.glyphs.text = slice_sub(text->text, 4, 3)},
    };
    struct frame_page pages[] = {{.items = &items[0], .count = 1},
                                 {.items = &items[1], .count = 1}};
    struct frames frames = {.pages = pages, .page_count = 2};
    epub_find_pages(&f.epub, &frames);
    const char *xhtml = write_all(&f);
    assert_non_null(strstr(xhtml, "role=\"doc-pagebreak\" id=\"Page-1\" title=\"1\"/>one "
                                  "<span epub:type=\"pagebreak\" role=\"doc-pagebreak\" "
                                  "id=\"Page-2\" title=\"2\"/>two</p>"));
    assert_int_equal(f.epub.pages[1].part, 1);
    tear_down(&f);
}

static void links_to_files_outside_keep_their_words(void **state)
{
    (void)state;
    struct fixture f;
    set_up(&f);
    struct node *paragraph = add_paragraph(&f, f.doc->root, NULL);
    const char *const targets[] = {"other.md", "https://example.org/a?b&c", "mailto:a@b.example"};
    for (int i = 0; i < 3; i++) {
        struct node *link = doc_add(f.doc, paragraph, NODE_LINK, SPAN_NONE);
        link->u.link.href = slice_from(targets[i]);
        doc_add_text(f.doc, link, SLICE_LIT("w"), SPAN_NONE);
    }
    const char *xhtml = write_all(&f);
    assert_non_null(strstr(xhtml, "<p><span>w</span><a href=\"https://example.org/a?b&amp;c\">w</a>"
                                  "<a href=\"mailto:a@b.example\">w</a></p>"));
    tear_down(&f);
}

static void a_book_is_split_at_chapters(void **state)
{
    (void)state;
    struct fixture f;
    set_up(&f);
    size_t len = EPUB_PART_BYTES + 1;
    char *long_text = malloc(len + 1);
    memset(long_text, 'x', len);
    long_text[len] = '\0';
    add_heading(&f, 1, "book", "Book");
    struct node *first = add_heading(&f, 2, "one", "One");
    add_paragraph(&f, f.doc->root, long_text);
    struct node *second = add_heading(&f, 2, "two", "Two");
    struct node *paragraph = add_paragraph(&f, f.doc->root, NULL);
    struct node *link = doc_add(f.doc, paragraph, NODE_LINK, SPAN_NONE);
    link->u.link.href = SLICE_LIT("#one");
    link->u.link.target = first;
    doc_add_text(f.doc, link, SLICE_LIT("back"), SPAN_NONE);
    write_all(&f);
    assert_int_equal(f.epub.part_count, 2);
    assert_ptr_equal(f.epub.parts[1].first, second);
    assert_int_equal(epub_part_of(&f.epub, first), 1);
    assert_int_equal(epub_part_of(&f.epub, link), 2);
    assert_non_null(strstr(f.epub.parts[1].xhtml.data, "<a href=\"leaflet-1.xhtml#one\">back</a>"));
    free(long_text);
    tear_down(&f);
}

static void a_book_of_short_sections_is_split_by_its_markup_too(void **state)
{
    (void)state;
    struct fixture f;
    set_up(&f);
    add_heading(&f, 1, "book", "Book");
    for (int i = 0; i < 9000; i++) {
        add_heading(&f, 2, arena_format(&f.doc->arena, "section-%d", i), "A section");
        add_paragraph(&f, f.doc->root, "Words.");
    }
    write_all(&f);
    assert_true(f.epub.part_count > 1);
    for (uint32_t i = 0; i < f.epub.part_count; i++)
        assert_true(f.epub.parts[i].xhtml.len < EPUB_PART_BYTES * 3 / 2);
    tear_down(&f);
}

/* EPUB 3.3, 5.4.2: each li holds a link, then perhaps a list, also where levels are skipped. */
static void the_table_of_contents_nests(void **state)
{
    (void)state;
    struct fixture f;
    struct buf nav = {0};
    set_up(&f);
    add_heading(&f, 1, "t", "T");
    add_heading(&f, 3, "a", "A");
    add_heading(&f, 2, "b", "B");
    add_heading(&f, 4, "c", "C");
    add_heading(&f, 3, "d", "D");
    add_heading(&f, 2, "e", "E");
    write_all(&f);
    epub_identify(&f.epub);
    epub_write_nav(&f.epub, &nav);
    assert_non_null(strstr(nav.data,
                           "<ol><li><a href=\"leaflet.xhtml#t\">T</a>\n"
                           "<ol><li><a href=\"leaflet.xhtml#a\">A</a>\n</li>"
                           "<li><a href=\"leaflet.xhtml#b\">B</a>\n"
                           "<ol><li><a href=\"leaflet.xhtml#c\">C</a>\n</li>"
                           "<li><a href=\"leaflet.xhtml#d\">D</a>\n</li></ol></li>"
                           "<li><a href=\"leaflet.xhtml#e\">E</a>\n</li></ol></li></ol>"));
    buf_free(&nav);
    tear_down(&f);
}

/* OCF 3.3, 4.2.3: bytes 30 to 57 of the archive. */
static void the_container_begins_with_mimetype(void **state)
{
    (void)state;
    struct epub_file file = {"EPUB/a.txt", SLICE_LIT("hello"), EPUB_FILE_LASTING};
    struct deflater *deflater = deflater_new();
    char bytes[2][512];
    size_t len[2];
    for (int run = 0; run < 2; run++) {
        struct sink *sink = sink_open();
        setenv("TZ", run == 0 ? "UTC" : "Asia/Tokyo", 1);
        assert_true(epub_write_container(&file, 1, deflater, sink));
        len[run] = sink_bytes(sink).len;
        assert_in_range(len[run], 1, sizeof bytes[run]);
        memcpy(bytes[run], sink_bytes(sink).ptr, len[run]);
        sink_close(sink);
    }
    deflater_free(deflater);
    assert_true(len[0] > 58);
    assert_memory_equal(bytes[0] + 30, "mimetypeapplication/epub+zip", 28);
    assert_int_equal(len[0], len[1]);
    assert_memory_equal(bytes[0], bytes[1], len[0]);
}

static void the_identifier_stays_and_the_date_is_the_leaflets(void **state)
{
    (void)state;
    struct fixture f;
    set_up(&f);
    f.doc->meta.reference.value = "SK-014";
    f.doc->meta.published = (struct meta_date){.year = 2026, .month = 11, .day = 23};
    epub_identify(&f.epub);
    const char *identifier = f.epub.identifier;
    assert_string_equal(f.epub.modified, "2026-11-23T00:00:00Z");
    assert_int_equal(f.diags.count, 0);
    f.doc->meta.title.value = "Another title";
    f.doc->meta.published = (struct meta_date){0};
    epub_identify(&f.epub);
    assert_string_equal(f.epub.identifier, identifier);
    assert_string_equal(f.epub.modified, "1980-01-01T00:00:00Z");
    assert_int_equal(f.diags.items[0].code, DIAG_CODE_DATE_MISSING);
    f.doc->meta.reference.value = "SK-015";
    epub_identify(&f.epub);
    assert_string_not_equal(f.epub.identifier, identifier);
    tear_down(&f);
}

/* The document without count bytes at the first place of what. */
static void cut(struct buf *xhtml, const char *what, size_t count)
{
    char *at = strstr(xhtml->data, what);
    assert_non_null(at);
    memmove(at, at + count, strlen(at + count) + 1);
    xhtml->len -= count;
}

static void a_document_without_a_word_of_the_tree_is_told(void **state)
{
    (void)state;
    static const struct {
        const char *at;
        size_t count;
        const char *words;
    } cases[] = {{"stylesheet", 0, NULL},
                 {"stylesheet", 1, NULL},
                 {"5 mg", 1, "take <5 mg"},
                 {"&lt;", 4, "take <5 mg"},
                 {"twice", 5, "twice"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;
        set_up(&f);
        add_paragraph(&f, f.doc->root, "take <5 mg");
        add_paragraph(&f, f.doc->root, "on paper")->media = NODE_MEDIA_PRINT;
        add_paragraph(&f, f.doc->root, "twice");
        write_all(&f);
        cut(&f.epub.parts[0].xhtml, cases[i].at, cases[i].count);
        assert_int_equal(epub_check_part(&f.epub, 1), cases[i].words == NULL);
        assert_int_equal(f.diags.count, cases[i].words != NULL);
        if (cases[i].words) {
            assert_int_equal(f.diags.items[0].code, DIAG_CODE_TEXT_LOST);
            assert_non_null(strstr(f.diags.items[0].message, cases[i].words));
        }
        tear_down(&f);
    }
}

static void expect(struct buf *text, bool is_there, const char *what)
{
    if ((strstr(text->data, what) != NULL) != is_there)
        fail_msg("%s %s in %s", is_there ? "no" : "an", what, text->data);
}

/* The cover's picture, with what new and old readers find it by; without one there are words. */
static void the_cover_is_a_picture(void **state)
{
    (void)state;
    for (int drawn = 0; drawn < 2; drawn++) {
        struct fixture f;
        struct buf page = {0}, package = {0};
        set_up(&f);
        f.doc->meta.contact.name.value = "The <Clinic>";
        add_heading(&f, 1, "t", "A & B");
        write_all(&f);
        assert_true(epub_make_cover(&f.epub, drawn ? SLICE_LIT("png") : SLICE_EMPTY));
        epub_identify(&f.epub);
        epub_write_cover(&f.epub, &page);
        epub_write_package(&f.epub, &package);
        expect(&page, drawn, "<img role=\"doc-cover\" src=\"cover.png\"");
        expect(&page, drawn, "alt=\"A &amp; B, The &lt;Clinic&gt;\"");
        expect(&page, !drawn, "<h1>A &amp; B</h1>");
        expect(&package, drawn,
               "<item id=\"cover-image\" href=\"cover.png\" media-type=\"image/png\" "
               "properties=\"cover-image\"/>");
        expect(&package, drawn, "<meta name=\"cover\" content=\"cover-image\"/>");
        expect(&package, drawn, "The only picture is the cover, which has a description.");
        expect(&package, !drawn, "There are no pictures.");
        expect(&package, false, "visual");
        buf_free(&page);
        buf_free(&package);
        tear_down(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_escaped_and_languages_are_marked),
        cmocka_unit_test(print_only_branches_are_left_out),
        cmocka_unit_test(notes_link_both_ways),
        cmocka_unit_test(ids_do_not_change_with_other_sections),
        cmocka_unit_test(page_marks_stand_at_the_word),
        cmocka_unit_test(links_to_files_outside_keep_their_words),
        cmocka_unit_test(a_book_is_split_at_chapters),
        cmocka_unit_test(a_book_of_short_sections_is_split_by_its_markup_too),
        cmocka_unit_test(the_table_of_contents_nests),
        cmocka_unit_test(the_container_begins_with_mimetype),
        cmocka_unit_test(a_document_without_a_word_of_the_tree_is_told),
        cmocka_unit_test(the_cover_is_a_picture),
        cmocka_unit_test(the_identifier_stays_and_the_date_is_the_leaflets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
