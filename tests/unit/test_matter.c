#include "reading.h"

/* read/matter.c and its parts, on leaflets whose bodies the test builds through plain text, or by
 * hand below (links, tables), as the matter knows nothing of Markdown. */
#include "doc/check.h"
#include "read/front/language.h"
#include "read/matter/matter.h"
#include "text/words.h"

#define PLAIN_HEAD "lang: en\n"

static struct reading *plain(const char *front, const char *body)
{
    struct reading *r = calloc(1, sizeof *r);
    r->inputs = inputs_open(NULL, false);
    char *text = arena_format(&r->arena, "%s%s%s%s", front ? "---\n" : "", front ? front : "",
                              front ? "---\n" : "", body);
    struct read_options options = {.inputs = r->inputs,
                                   .name = "leaflet",
                                   .folder = "/proc",
                                   .top = "/proc",
                                   .reader = READ_PLAIN};
    r->diags.arena = &r->arena;
    r->doc = read_document(slice_from(text), &options, &r->diags);
    assert_null(doc_check(r->doc));
    return r;
}

static const struct node *find(const struct reading *r, enum node_kind kind)
{
    for (const struct node *at = r->doc->root; at; at = node_next(at, r->doc->root))
        if (at->kind == kind)
            return at;
    return NULL;
}

static const char *words_of(struct reading *r, const struct node *node)
{
    assert_non_null(node);
    return arena_string(&r->arena, node_text(node, NODE_MEDIA_PRINT, &r->arena));
}

static void the_parts_come_in_order(void **state)
{
    (void)state;
    struct reading *r = plain(PLAIN_HEAD "subtitle: S\nsummary: L\nstatus: draft\nauthors: A\n"
                                         "contact: {name: N, tagline: G, phone: 01632 960 001}\n",
                              "Title\n\nBody text.\n");
    static const enum node_kind order[] = {NODE_MASTHEAD,  NODE_HEADING, NODE_SUBTITLE, NODE_LEAD,
                                           NODE_PARAGRAPH, NODE_CONTACT, NODE_ABOUT};
    const struct node *at = r->doc->root->first;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++, at = at->next) {
        assert_non_null(at);
        assert_int_equal(at->kind, order[i]);
    }
    assert_null(at);
    const struct node *masthead = r->doc->root->first;
    assert_string_equal(words_of(r, masthead->first), "N");
    assert_string_equal(words_of(r, masthead->first->next), "G");
    assert_int_equal(masthead->last->kind, NODE_DRAFT_MARK);
    assert_string_equal(words_of(r, masthead->last), "Draft");
    assert_false(find(r, NODE_SUBTITLE)->generated);
    assert_true(find(r, NODE_ABOUT)->generated);
    end_reading(r);
}

static void a_leaflet_without_anything_has_a_neutral_masthead(void **state)
{
    (void)state;
    struct reading *r = plain(PLAIN_HEAD, "Title\n\nBody text.\n");
    assert_string_equal(words_of(r, r->doc->root->first), "Information for patients");
    assert_null(find(r, NODE_CONTACT));
    assert_null(find(r, NODE_ABOUT));
    assert_null(find(r, NODE_DRAFT_MARK));
    assert_null(find(r, NODE_WEB_ADDRESSES));
    end_reading(r);
}

static void languages_are_settled(void **state)
{
    (void)state;
    struct reading *r = plain(NULL, "Title\n\nText.\n");
    assert_int_equal(count_code(r, DIAG_CODE_LANGUAGE_ASSUMED), 1);
    assert_string_equal(r->doc->root->lang, "en");
    end_reading(r);

    struct read_options options = {
        .name = "x", .folder = "/proc", .top = "/proc", .lang = "cy", .reader = READ_PLAIN};
    r = read_with(slice_from("Teitl\n\nTestun.\n"), &options);
    assert_int_equal(r->diags.count, 0);
    assert_string_equal(r->doc->root->lang, "cy");
    assert_string_equal(words_of(r, r->doc->root->first), "Gwybodaeth i gleifion");
    end_reading(r);
    r = read_with(slice_from("---\nlang: fr\n---\nTitre\n\nTexte.\n"), &options);
    assert_string_equal(r->doc->root->lang, "fr"); /* the leaflet's own word wins */
    end_reading(r);

    r = plain("lang: ar\n", "عنوان\n\nنص.\n");
    assert_int_equal(r->doc->root->dir, NODE_DIR_RTL);
    assert_int_equal(r->diags.count, 0);
    end_reading(r);
}

static void unknown_languages_get_tagged_english(void **state)
{
    (void)state;
    struct reading *r = plain("lang: sw\nauthors: A\npublished: 2026-11-23\n", "T\n\nText.\n");
    assert_int_equal(count_code(r, DIAG_CODE_LANGUAGE_WORDS), 1);
    assert_string_equal(r->doc->meta.words_lang, "en");
    const struct node *heading = find(r, NODE_ABOUT)->first;
    assert_string_equal(heading->first->lang, "en");
    assert_holds(dump(r), "\"23 November 2026\"");
    end_reading(r);
    r = plain("lang: sd\nwords: {information: معلومات}\n", "T\n\nText.\n");
    const struct node *tagline = r->doc->root->first->first;
    assert_null(tagline->first->lang); /* own wording is in the leaflet's language */
    assert_int_equal(count_code(r, DIAG_CODE_LANGUAGE_WORDS), 1);
    end_reading(r);
    r = plain("lang: sd\nauthors: A\n", "T\n\nText.\n");
    heading = find(r, NODE_ABOUT)->first;
    assert_int_equal(heading->first->dir, NODE_DIR_LTR);
    end_reading(r);
    r = plain("lang: en-GB\nauthors: A\n", "T\n\nText.\n");
    assert_int_equal(r->diags.count, 0);
    assert_null(find(r, NODE_ABOUT)->first->first->lang);
    end_reading(r);
}

static void contact_says_how_to_reach(void **state)
{
    (void)state;
    struct reading *r = plain(PLAIN_HEAD "online: https://riverside.example/m/\n"
                                         "contact:\n  phone: \"+44 (0)1632 960 001 (option 2)\"\n"
                                         "  hours: 9am to 5pm\n  email: skin@riverside.example\n"
                                         "  web: riverside.example\n  address: |\n    Mill Lane\n"
                                         "    Riverside\n  formats: Ask us.\n",
                              "T\n\nText.\n");
    const char *text = dump(r);
    const struct node *box = find(r, NODE_CONTACT);
    const struct node *row = box->first->next->first;
    assert_string_equal(words_of(r, row->first), "Phone");
    assert_string_equal(words_of(r, row->last), "+44 (0)1632 960 001 (option 2), 9am to 5pm");
    assert_holds(text, "href=\"tel:+441632960001\"");
    assert_holds(text, "href=\"mailto:skin@riverside.example\"");
    assert_holds(text, "href=\"https://riverside.example\"");
    assert_string_equal(words_of(r, row->next->next->next->first), "Address");
    assert_string_equal(words_of(r, row->next->next->next->last), "Mill Lane Riverside");
    assert_int_equal(box->last->kind, NODE_FIGURE);
    const struct node *code = box->last->first;
    assert_int_equal(code->kind, NODE_QR_CODE);
    assert_string_equal(words_of(r, code->next), "Read this leaflet on your phone");
    assert_int_equal(code->next->media, NODE_MEDIA_PRINT);
    assert_string_equal(code->u.image.alt, "QR code that opens riverside.example/m");
    assert_true(slice_equal_string(code->qr_address, "https://riverside.example/m/"));
    end_reading(r);
    r = plain(PLAIN_HEAD "online: https://riverside.example/soins à domicile\n", "T\n\nText.\n");
    assert_null(r->doc->meta.online.value); /* a space */
    end_reading(r);
    r = plain(PLAIN_HEAD "online: https://riverside.example/{à}\n", "T\n\nText.\n");
    code = find(r, NODE_QR_CODE);
    assert_true(slice_equal_string(code->qr_address, "https://riverside.example/%7B%C3%A0%7D"));
    end_reading(r);
    r = plain(PLAIN_HEAD "contact: {hours: always}\n", "T\n\nText.\n");
    assert_string_equal(words_of(r, find(r, NODE_CONTACT)->last), "Opening hoursalways");
    end_reading(r);
    r = plain(PLAIN_HEAD "contact: {phone: ask at the desk}\n", "T\n\nText.\n");
    assert_string_equal(words_of(r, find(r, NODE_CONTACT)->last), "Phoneask at the desk");
    assert_lacks(dump(r), "tel:");
    end_reading(r);
}

static void numbers_read_left_to_right_everywhere(void **state)
{
    (void)state;
    struct reading *r = plain("lang: ar\nreference: SK-014\nversion: '2'\n"
                              "contact: {phone: 01632 960 001, hours: دائما}\n",
                              "عنوان\n\nنص.\n");
    const struct node *link = find(r, NODE_LINK);
    assert_int_equal(link->first->kind, NODE_SPAN);
    assert_int_equal(link->first->dir, NODE_DIR_LTR);
    assert_holds(dump(r), "\"\u060c \""); /* the Arabic comma */
    end_reading(r);
}

static void about_lists_what_is_known(void **state)
{
    (void)state;
    struct reading *r =
        plain(PLAIN_HEAD "authors: [A, B]\nreviewers: C\nowner: D\nreference: SK-014\n"
                         "version: 2.10\npublished: 2026-11-23\nreviewed: 2026-10-02\n"
                         "next_review: 2028-11\naudience: adults\n"
                         "sources: [One, 'https://example.org/x']\n",
              "T\n\nText.\n");
    const struct node *entry = find(r, NODE_DESCRIPTION_LIST)->first;
    static const char *const wanted[][2] = {{"Written by", "AB"},
                                            {"Checked by", "C"},
                                            {"Owner", "D"},
                                            {"Reference", "SK-014, version 2.10"},
                                            {"Published", "23 November 2026"},
                                            {"Last reviewed", "2 October 2026"},
                                            {"Next review", "November 2028"},
                                            {"For", "adults"}};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++, entry = entry->next) {
        assert_string_equal(words_of(r, entry->first), wanted[i][0]);
        if (i > 0) /* two paragraphs: node_text puts its own mark between blocks */
            assert_string_equal(words_of(r, entry->last), wanted[i][1]);
    }
    assert_int_equal(entry->last->first->kind, NODE_LIST);
    assert_non_null(entry->last->first->last);
    assert_null(entry->next);
    const struct node *authors = find(r, NODE_DESCRIPTION_LIST)->first->last;
    assert_string_equal(words_of(r, authors->first), "A");
    assert_string_equal(words_of(r, authors->last), "B");
    end_reading(r);
    r = plain(PLAIN_HEAD "version: '3'\n", "T\n\nText.\n");
    assert_string_equal(words_of(r, find(r, NODE_DESCRIPTION)), "version 3");
    end_reading(r);
}

/* A document in the making: what the readers of bodies leave behind. */
struct draft {
    struct arena arena;
    struct diag_list diags;
    struct source source;
    struct doc *doc;
};

static struct draft *draft_new(const char *lang)
{
    struct draft *d = calloc(1, sizeof *d);
    d->diags.arena = &d->arena;
    d->doc = doc_new();
    d->source = (struct source){.name = "x", .text = SLICE_LIT("text")};
    source_index(&d->source, &d->arena);
    d->doc->source = &d->source;
    d->doc->meta.lang.value = lang;
    read_language(d->doc, NULL, &d->diags);
    return d;
}

static struct node *put(struct draft *d, struct node *parent, enum node_kind kind, const char *text)
{
    struct node *node = doc_add(d->doc, parent, kind, (struct span){&d->source, 0, 4});
    if (kind == NODE_HEADING)
        node->u.heading.level = 1;
    if (text)
        doc_add_text(d->doc, node, slice_from(text), SPAN_NONE);
    return node;
}

static struct reading *draft_finish(struct draft *d)
{
    read_matter(d->doc, readers_find("markdown")->no_title, &d->diags);
    struct reading *r = calloc(1, sizeof *r);
    r->arena = d->arena;
    r->doc = d->doc;
    r->diags = d->diags;
    r->diags.arena = &r->arena;
    return r;
}

static void finish(struct draft *d, struct reading *r)
{
    end_reading(r);
    free(d);
}

static void the_first_heading_is_the_title(void **state)
{
    (void)state;
    struct draft *d = draft_new("en");
    put(d, d->doc->root, NODE_PARAGRAPH, "before");
    put(d, d->doc->root, NODE_HEADING, "One");
    put(d, put(d, d->doc->root, NODE_QUOTE, NULL), NODE_HEADING, "Inside");
    put(d, d->doc->root, NODE_HEADING, "Two");
    struct reading *r = draft_finish(d);
    assert_string_equal(outline(r), "h1 One|p before|h2 Inside|h2 Two");
    assert_int_equal(count_code(r, DIAG_CODE_H1_REPEATED), 2);
    assert_string_equal(r->doc->meta.title.value, "One");
    finish(d, r);
}

static void a_title_and_a_heading_that_say_the_same(void **state)
{
    (void)state;
    static const struct {
        const char *title, *heading;
        bool same;
    } cases[] = {
        {"What is it?", "What is it?", true},
        {"what  IS\nit?", "What is it?", true},
        {"\"Skin\" -- it's here...", "“Skin” – it’s here…", true},
        {"« Peau »", "«\u00a0Peau\u00a0»", true},
        {"ÉTÉ", "été", true},
        {"What is it", "What is it?", false},
        {"Skin", "Skins", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct draft *d = draft_new("en");
        d->doc->meta.title.value = cases[i].title;
        put(d, d->doc->root, NODE_HEADING, cases[i].heading);
        struct reading *r = draft_finish(d);
        unsigned twice = count_code(r, DIAG_CODE_TITLE_TWICE);
        if (twice != !cases[i].same)
            fail_msg("'%s' and '%s'", cases[i].title, cases[i].heading);
        assert_int_equal(count_code(r, DIAG_CODE_H1_REPEATED), 0);
        const struct node *title = r->doc->root->first->next;
        assert_int_equal(title->u.heading.level, 1);
        if (!cases[i].same) { /* no word is dropped */
            assert_int_equal(title->next->u.heading.level, 2);
            assert_string_equal(words_of(r, title->next), cases[i].heading);
        }
        finish(d, r);
    }
}

static void without_a_title_there_is_an_error(void **state)
{
    (void)state;
    struct draft *d = draft_new("en");
    put(d, d->doc->root, NODE_PARAGRAPH, "words");
    struct reading *r = draft_finish(d);
    assert_int_equal(count_code(r, DIAG_CODE_NO_TITLE), 1);
    assert_string_equal(outline(r), "p words");
    finish(d, r);
}

static struct node *put_link(struct draft *d, struct node *parent, const char *href,
                             const char *words)
{
    struct node *link = put(d, parent, NODE_LINK, words);
    link->u.link.href = slice_from(href);
    return link;
}

#define LONG_A "https://www.example.org/a/very/long/path/that/goes/on/"
#define LONG_B "https://www.example.org/another/very/long/path/that/goes/on"

/* The words of one link in print, with the mode given. */
static void prints(enum meta_print_links mode, const char *lang, const char *href,
                   const char *words, const char *wanted)
{
    struct draft *d = draft_new(lang);
    d->doc->meta.print_links = mode;
    put(d, d->doc->root, NODE_HEADING, "T");
    struct node *block = put(d, d->doc->root, NODE_PARAGRAPH, NULL);
    put_link(d, block, href, words);
    doc_add_text(d->doc, block, SLICE_LIT("."), SPAN_NONE);
    struct reading *r = draft_finish(d);
    if (strcmp(words_of(r, block), wanted) != 0)
        fail_msg("%s %s: %s", href, words, words_of(r, block));
    struct slice screen = node_text(block, NODE_MEDIA_EPUB, &r->arena);
    assert_int_equal(screen.len, strlen(words) + 1); /* on screens the link is enough */
    finish(d, r);
}

static void addresses_stand_on_paper(void **state)
{
    (void)state;
    enum meta_print_links any = META_LINKS_DEFAULT;
    prints(any, "en", "https://example.org/page/", "the page", "the page (example.org/page).");
    prints(any, "en", "http://example.org", "example.org", "example.org.");
    prints(any, "en", "https://www.example.org/", "Example.org", "Example.org.");
    prints(any, "en", "https://example.org/x", "https://example.org/x", "https://example.org/x.");
    prints(any, "en", "https://example.org/x", "example.org", "example.org (example.org/x).");
    prints(any, "en", LONG_A, "far", "far [1].");
    prints(any, "en", "https://example.org/1234567890123456789012345678", "x",
           "x (example.org/1234567890123456789012345678).");
    prints(any, "en", "https://example.org/12345678901234567890123456789", "x", "x [1].");
    prints(any, "en", "mailto:a@b.example?subject=x", "write", "write (a@b.example).");
    prints(any, "en", "mailto:a@b.example", "a@b.example", "a@b.example.");
    prints(any, "en", "tel:01632960001", "call 01632 960 001", "call 01632 960 001.");
    prints(any, "en", "tel:+441632960001", "01632 960 001", "01632 960 001.");
    prints(any, "en", "tel:01632960001", "01632 960 002", "01632 960 002 (01632960001).");
    prints(any, "en", "tel:01632960001", "call us", "call us (01632960001).");
    prints(any, "en", "#risks", "the risks", "the risks.");
    prints(any, "en", "other.md", "another leaflet", "another leaflet.");
    prints(META_LINKS_INLINE, "en", LONG_B, "far",
           "far (www.example.org/another/very/long/path/that/goes/on).");
    prints(META_LINKS_LIST, "en", "https://a.example", "a", "a [1].");
    prints(META_LINKS_NONE, "en", LONG_A, "far", "far.");
    prints(any, "ar", "https://example.org/page", "هنا", "هنا (example.org/page).");
}

static void longer_addresses_are_listed_once(void **state)
{
    (void)state;
    struct draft *d = draft_new("en");
    d->doc->meta.authors = (struct meta_list){&(struct meta_text){.value = "A"}, 1};
    put(d, d->doc->root, NODE_HEADING, "T");
    struct node *block = put(d, d->doc->root, NODE_PARAGRAPH, NULL);
    put_link(d, block, LONG_A, "a");
    put_link(d, put(d, block, NODE_STRONG, NULL), LONG_B, "b");
    put_link(d, block, LONG_A, "again");
    struct reading *r = draft_finish(d);
    assert_string_equal(words_of(r, block), "a [1]b [2]again [1]");
    const struct node *list = find(r, NODE_WEB_ADDRESSES);
    assert_int_equal(list->media, NODE_MEDIA_PRINT);
    assert_int_equal(list->next->kind, NODE_ABOUT);
    const struct node *item = list->last->first;
    assert_int_equal(item->u.item.number, 1);
    assert_string_equal(words_of(r, item), "www.example.org/a/very/long/path/that/goes/on");
    assert_int_equal(item->next->u.item.number, 2);
    assert_null(item->next->next);
    finish(d, r);
}

static struct node *put_table(struct draft *d, const char *caption)
{
    struct node *table = put(d, d->doc->root, NODE_TABLE, NULL);
    table->u.table.aligns = ARENA_NEW(&d->doc->arena, enum node_align);
    return caption ? put(d, table, NODE_CAPTION, caption) : NULL;
}

static void tables_are_numbered(void **state)
{
    (void)state;
    struct draft *d = draft_new("fr");
    put(d, d->doc->root, NODE_HEADING, "T");
    struct node *first = put_table(d, "Un");
    put_table(d, NULL);
    struct node *second = put_table(d, "Deux");
    struct reading *r = draft_finish(d);
    assert_string_equal(words_of(r, first), "Tableau\u00a01. Un");
    assert_string_equal(words_of(r, second), "Tableau\u00a02. Deux");
    assert_true(first->first->generated);
    assert_false(first->last->generated);
    finish(d, r);
    d = draft_new("sw");
    put(d, d->doc->root, NODE_HEADING, "T");
    first = put_table(d, "Mid");
    r = draft_finish(d);
    assert_int_equal(first->first->kind, NODE_SPAN);
    assert_string_equal(first->first->lang, "en");
    assert_string_equal(words_of(r, first), "Table 1. Mid");
    finish(d, r);
}

static void empty_documents_have_words(void **state)
{
    (void)state;
    struct reading *r = read_string("", READ_MARKDOWN);
    assert_non_null(r->doc->meta.wording[WORD_PAGE]);
    assert_string_equal(r->doc->root->lang, "en");
    end_reading(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_parts_come_in_order),
        cmocka_unit_test(a_leaflet_without_anything_has_a_neutral_masthead),
        cmocka_unit_test(languages_are_settled),
        cmocka_unit_test(unknown_languages_get_tagged_english),
        cmocka_unit_test(contact_says_how_to_reach),
        cmocka_unit_test(numbers_read_left_to_right_everywhere),
        cmocka_unit_test(about_lists_what_is_known),
        cmocka_unit_test(the_first_heading_is_the_title),
        cmocka_unit_test(a_title_and_a_heading_that_say_the_same),
        cmocka_unit_test(without_a_title_there_is_an_error),
        cmocka_unit_test(addresses_stand_on_paper),
        cmocka_unit_test(longer_addresses_are_listed_once),
        cmocka_unit_test(tables_are_numbered),
        cmocka_unit_test(empty_documents_have_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
