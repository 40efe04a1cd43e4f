#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/address.h"
#include "text/address_break.h"
#include "text/text.h"

/* A table for each question. Bytes of a host's label: */
#define LABEL_63 "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggg"
#define LABEL_64 LABEL_63 "h"

/* 63 characters in 126 bytes */
#define E10     "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"
#define LABEL_E E10 E10 E10 E10 E10 E10 "\u00e9\u00e9\u00e9"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void same(const char *of, struct slice got, const char *wanted)
{
    if (!slice_equal_string(got, wanted))
        fail_msg("\"%s\": \"%.*s\", not \"%s\"", of, SLICE_ARGS(got), wanted);
}

/* RFC 3986, 1.1.2 and 3.1. */
static void schemes_end_at_the_first_colon(void **state)
{
    static const char *const table[][2] = {
        {"ftp://ftp.is.co.za/rfc/rfc1808.txt", "ftp"},
        {"http://www.ietf.org/rfc/rfc2396.txt", "http"},
        {"ldap://[2001:db8::7]/c=GB?objectClass?one", "ldap"},
        {"mailto:John.Doe@example.com", "mailto"},
        {"news:comp.infosystems.www.servers.unix", "news"},
        {"tel:+1-816-555-1212", "tel"},
        {"telnet://192.0.2.16:80/", "telnet"},
        {"urn:oasis:names:specification:docbook:dtd:xml:4.1.2", "urn"},
        {"HTTPS://EXAMPLE.ORG", "HTTPS"},
        {"javascript:alert(1)", "javascript"},
        {"c:/pictures/x.png", "c"},
        {"a+b-c.9:", "a+b-c.9"},
        {"https:", "https"},
        {"https", ""},
        {"", ""},
        {":x", ""},
        {"//host/a:b", ""},
        {"9am:x", ""},
        {"1:2", ""},
        {"./a:b", ""},
        {"a/b:c", ""},
        {"#a:b", ""},
        {"How to: wash.md", ""},
        {"d\u00e9p:x", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(table); i++)
        same(table[i][0], address_scheme(slice_from(table[i][0])), table[i][1]);
    assert_int_equal(address_web_prefix(SLICE_LIT("https://x")), 8);
    assert_int_equal(address_web_prefix(SLICE_LIT("HTTP://x")), 7);
    assert_int_equal(address_web_prefix(SLICE_LIT("http:/x")), 0);
    assert_int_equal(address_web_prefix(SLICE_LIT("ftp://x")), 0);
}

static void hosts_are_labels_with_dots(void **state)
{
    static const struct {
        const char *word;
        size_t len;
        unsigned dots;
    } table[] = {
        {"example.org", 11, 1},
        {"www.example.co.uk/page", 17, 3},
        {"3com.example:8080", 12, 1},
        {"a-b.example.org?x", 15, 2},
        {"b\u00fccher.example", 15, 1},
        {"\u4f8b\u3048.\u30c6\u30b9\u30c8", 16, 1},
        {"example.org.", 11, 1},
        {"example.org..x", 11, 1},
        {LABEL_64 ".org", 68, 1}, /* told by address_encode */
        {"example", 0, 0},
        {"192.0.2.16", 0, 3},
        {"[2001:db8::7]", 0, 0},
        {"e.g", 0, 1},
        {"a.m.", 0, 1},
        {"-a.org", 0, 0},
        {"a.-b.org", 0, 0},
        {"example.x-y", 0, 1},
        {".org", 0, 0},
        {"", 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(table); i++) {
        unsigned dots = 9;
        size_t len = address_host_length(slice_from(table[i].word), &dots);
        if (len != table[i].len || dots != table[i].dots)
            fail_msg("\"%s\": %zu bytes, %u dots", table[i].word, len, dots);
    }
}

static void words_lose_the_punctuation_around_them(void **state)
{
    static const char *const table[][2] = {
        {"(www.example.org).", "www.example.org"},
        {"<a@b.example>,", "a@b.example"},
        {"\u201cexample.org\u201d", "example.org"},
        {"\u2018example.org/a/\u2019;", "example.org/a/"},
        {"\u00abexample.org\u00bb!", "example.org"},
        {"example.org/a_(b)", "example.org/a_(b)"}, /* pairs stay */
        {"example.org/a_(b).", "example.org/a_(b)"},
        {"e.g.", "e.g"},
        {"example.org?", "example.org"},
        {"example.org\u061f", "example.org"},
        {"-example.org-", "-example.org-"},
        {"...", ""},
        {"(", ""},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(table); i++)
        same(table[i][0], address_bare_word(slice_from(table[i][0])), table[i][1]);
}

/* What a word is: "e" an e-mail address, "u" an address that says so, "w" a web address, "m" what
 * an e-mail field may hold, "c" certainly an address in a link definition. */
static void words_are_told_apart(void **state)
{
    static const struct {
        const char *word, *is;
    } words[] = {
        {"clinic@example.org", "emc"},
        {"a.b+c_d%e-f@a-b.example.co.uk", "emc"},
        {"Joe.Blow@EXAMPLE.COM", "emc"},
        {"o'neill@example.org", "mc"},       /* an atom of RFC 5322, but not taken from text */
        {"\"john..doe\"@example.org", "mc"}, /* a quoted string */
        {"jos\u00e9@example.org", "mc"},     /* RFC 6531 */
        {"info@b\u00fccher.example", "mc"},  /* the same */
        {"jdoe@[192.0.2.1]", "mc"},          /* a domain literal */
        {"me@clinic", "m"},
        {"me@-clinic.example", "mc"},
        {"me@clinic.e", "mc"},
        {"me@clinic.example.", "mc"},
        {"me@clinic.example/x", "mc"},
        {"a@b@clinic.example", "c"},
        {"mailto:me@clinic.example", "c"},
        {"me @clinic.example", "c"},
        {"@clinic.example", "c"},
        {"me@", ""},
        {"@", ""},
        {"me", ""},
        {"https://example.org", "uwc"},
        {"HTTP://EXAMPLE.ORG/A", "uwc"},
        {"http://localhost:8080", "uwc"},
        {"https://1.2", "uwc"},
        {"www.example.org", "uwc"},
        {"WWW.example.org.", "uwc"},
        {"www.x", "uwc"},
        {"www.", "uw"},
        {"https://", "c"},
        {"https://\u4f8b.example", "c"}, /* links of Markdown and settings may have it */
        {"https://[2001:db8::7]/", "c"},
        {"ftp://example.org", "c"},
        {"example.org", "w"},
        {"example.org/page", "w"},
        {"-example.org", "w"}, /* a dash for a bullet */
        {"a-.example", "w"},
        {"example.org:80", ""},
        {"example.org?x", ""},
        {"b\u00fccher.example", ""},
        {"e.g", ""},
        {"a.m", ""},
        {"a.example", ""},
        {"2.5", ""},
        {"24/7", ""},
        {"and/or", ""},
        {"end.Next", "w"},
        {"//example.org", "c"},
        {"/page", "c"},
        {"./page", "c"},
        {"#risks", "c"},
        {"leaflet.md", "wc"},
        {"Picture.png", "wc"},
        {"Picture.PNG", "w"},
        {"#", ""},
        {"tel:", ""},
        {"tel:1", "c"},
        {"javascript:alert(1)", ""},
        {"words", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(words); i++) {
        struct slice word = slice_from(words[i].word);
        char is[6] = {0}, *at = is;
        if (address_is_email(word))
            *at++ = 'e';
        if (address_is_url(word))
            *at++ = 'u';
        if (address_is_web(word))
            *at++ = 'w';
        if (address_may_be_email(word))
            *at++ = 'm';
        if (address_is_certain(word))
            *at++ = 'c';
        if (strcmp(is, words[i].is) != 0)
            fail_msg("\"%s\" is %s, not %s", words[i].word, is, words[i].is);
    }
}

/* A text may hold an address wherever one of its words is one; most texts may not. */
static void texts_without_addresses_are_passed_over(void **state)
{
    static const char *const with[] = {"Write to me@clinic.example.",
                                       "see https://example.org",
                                       "HTTP://EXAMPLE.ORG/A",
                                       "(WWW.example.org)",
                                       "Www.x",
                                       "One. Two.www.x"};
    static const char *const without[] = {"",   ".", "...", "ww.x", "w.w.w", "e.g. one. Two: 24/7.",
                                          "www"};
    (void)state;
    for (size_t i = 0; i < COUNT(with); i++)
        if (!address_may_stand_in(slice_from(with[i])))
            fail_msg("\"%s\" is passed over", with[i]);
    for (size_t i = 0; i < COUNT(without); i++)
        if (address_may_stand_in(slice_from(without[i])))
            fail_msg("\"%s\" is looked at", without[i]);
}

static void percent_is_decoded(void **state)
{
    static const char *const table[][2] = {
        {"my%20picture.png", "my picture.png"},
        {"%41%4a%4A", "AJJ"},
        {"%C3%A9", "\u00e9"},
        {"%2525", "%25"}, /* once */
        {"a%00b", "a%00b"},
        {"100%", "100%"},
        {"100%2", "100%2"},
        {"%g1%1g", "%g1%1g"},
        {"%%41", "%A"},
        {"a+b", "a+b"},
        {"", ""},
    };
    struct arena arena = {0};
    (void)state;
    for (size_t i = 0; i < COUNT(table); i++)
        assert_string_equal(address_decode(&arena, slice_from(table[i][0])), table[i][1]);
    arena_free(&arena);
}

/* Empty: it leads nowhere. The third as a PDF has it, where that differs. */
static void addresses_are_encoded_or_refused(void **state)
{
    static const struct {
        const char *href, *encoded, *uri;
    } table[] = {
        {"https://example.org/a?b=c&d=(e)#f", "https://example.org/a?b=c&d=(e)#f", NULL},
        {"HTTP://Example.ORG", "HTTP://Example.ORG", NULL},
        {"https://example.org/a b\"<>\\^`{|}",
         "https://example.org/a%20b%22%3C%3E%5C%5E%60%7B%7C%7D",
         "https://example.org/a%20b%22%3C%3E%5C^`{|}"},
        {"https://example.org/caf\u00e9", "https://example.org/caf%C3%A9", NULL},
        {"https://b\u00fccher.example", "https://b%C3%BCcher.example", NULL},
        {"https://example.org/100%", "https://example.org/100%25", "https://example.org/100%"},
        {"https://example.org/%2", "https://example.org/%252", "https://example.org/%2"},
        {"https://example.org/%e9%E9", "https://example.org/%e9%E9", NULL},
        {"https://example.org/[x]", "https://example.org/%5Bx%5D", "https://example.org/[x]"},
        {"http://[2001:db8::7]:80/[x]", "http://[2001:db8::7]:80/%5Bx%5D",
         "http://[2001:db8::7]:80/[x]"},
        {"http://192.0.2.16:80/", "http://192.0.2.16:80/", NULL},
        {"https://user:secret@example.org:8080?x", "https://user:secret@example.org:8080?x", NULL},
        {"https://example.org.", "https://example.org.", NULL},
        {"https://localhost", "https://localhost", NULL},
        {"https://" LABEL_63 ".org", "https://" LABEL_63 ".org", NULL},
        {"https://" LABEL_64 ".org", "", "https://" LABEL_64 ".org"},
        {"https://www." LABEL_64, "", "https://www." LABEL_64},
        {"https://example.org/" LABEL_64, "https://example.org/" LABEL_64, NULL},
        {"https://", "", "https://"},
        {"https:///etc/passwd", "", "https:///etc/passwd"},
        {"https://?x", "", "https://?x"},
        {"https://:80/", "", "https://:80/"},
        {"https://exa mple.org", "", "https://exa%20mple.org"},
        {"https://example.org,", "", "https://example.org,"},
        {"https://(example.org)", "", "https://(example.org)"},
        {"https:/example.org", "", "https:/example.org"},
        {"//example.org/x", "", "//example.org/x"},
        {"www.example.org", "", "www.example.org"},
        {"mailto:chris@example.com", "mailto:chris@example.com", NULL},
        {"mailto:a@example.com?subject=a b", "mailto:a@example.com?subject=a%20b", NULL},
        {"mailto:gorby%25kremvax@example.com", "mailto:gorby%25kremvax@example.com", NULL},
        {"MailTo:a@example.com", "MailTo:a@example.com", NULL},
        {"mailto:", "", "mailto:"},
        {"mailto:a@example.com%0d%0Abcc:b@example.com", "",
         "mailto:a@example.com%0d%0Abcc:b@example.com"},
        {"mailto:a@example.com?subject=a\nb", "", "mailto:a@example.com?subject=a%0Ab"},
        {"tel:*21*01632960001#", "", "tel:*21*01632960001#"},
        {"Tel:%2a21%23", "", "Tel:%2a21%23"},
        {"sms:*100#", "", "sms:*100#"},
        {"sms:+15105550101?body=no%20%231", "sms:+15105550101?body=no%20%231", NULL},
        {"tel:+441632960001;ext=12", "tel:+441632960001;ext=12", NULL},
        {"mailto:?to=joe@example.com", "", "mailto:?to=joe@example.com"},
        {"tel:+1-201-555-0123", "tel:+1-201-555-0123", NULL},
        {"tel:01632 960 001", "tel:01632%20960%20001", NULL},
        {"tel:", "", "tel:"},
        {"tel://1", "", "tel://1"},
        {"sms:+15105550101?body=hello", "sms:+15105550101?body=hello", NULL},
        {"javascript:alert(1)", "", "javascript:alert(1)"},
        {"JavaScript:alert(1)", "", "JavaScript:alert(1)"},
        {"data:text/html,x", "", "data:text/html,x"},
        {"file:///etc/passwd", "", "file:///etc/passwd"},
        {"ftp://example.org", "", "ftp://example.org"},
        {"notes.md", "", "notes.md"},
        {"", "", ""},
    };
    struct arena arena = {0};
    (void)state;
    for (size_t i = 0; i < COUNT(table); i++) {
        struct slice href = slice_from(table[i].href), encoded = address_encode(&arena, href);
        struct buf uri = {0}, again = {0};
        same(table[i].href, encoded, table[i].encoded);
        same(table[i].href, address_encode(&arena, encoded), table[i].encoded);
        address_put_uri(&uri, href);
        same(table[i].href, buf_slice(&uri), table[i].uri ? table[i].uri : table[i].encoded);
        address_put_uri(&again, encoded);
        same(table[i].href, buf_slice(&again), table[i].encoded);
        buf_free(&uri);
        buf_free(&again);
    }
    /* A label is counted in characters, not in bytes. */
    assert_int_not_equal(address_encode(&arena, SLICE_LIT("https://" LABEL_E ".org")).len, 0);
    assert_int_equal(address_encode(&arena, SLICE_LIT("https://" LABEL_E "x.org")).len, 0);
    arena_free(&arena);
}

/* The examples of RFC 3986, 5.4, of those that name a path. */
static void references_are_resolved(void **state)
{
    static const struct {
        const char *base, *reference, *address;
    } table[] = {
        {"http://a/b/c/d;p?q", "g", "http://a/b/c/g"},
        {"http://a/b/c/d;p?q", "./g", "http://a/b/c/g"},
        {"http://a/b/c/d;p?q", "g/", "http://a/b/c/g/"},
        {"http://a/b/c/d;p?q", "/g", "http://a/g"},
        {"http://a/b/c/d;p?q", "//g", "http://g"},
        {"http://a/b/c/d;p?q", "g?y#s", "http://a/b/c/g?y#s"},
        {"http://a/b/c/d;p?q", ".", "http://a/b/c/"},
        {"http://a/b/c/d;p?q", "..", "http://a/b/"},
        {"http://a/b/c/d;p?q", "../g", "http://a/b/g"},
        {"http://a/b/c/d;p?q", "../../..", "http://a/"},
        {"http://a/b/c/d;p?q", "../../../g", "http://a/g"},
        {"http://a/b/c/d;p?q", "/./g", "http://a/g"},
        {"http://a/b/c/d;p?q", "/../g", "http://a/g"},
        {"http://a/b/c/d;p?q", "..g", "http://a/b/c/..g"},
        {"http://a/b/c/d;p?q", "./g/.", "http://a/b/c/g/"},
        {"http://a/b/c/d;p?q", "g/../h", "http://a/b/c/h"},
        {"http://a/b/c/d;p?q", "g?y/../x", "http://a/b/c/g?y/../x"},
        {"https://example.org", "x", "https://example.org/x"},
        {"https://example.org", "/x", "https://example.org/x"},
        {"https://example.org?q", "/", "https://example.org/"},
    };
    struct arena arena = {0};
    (void)state;
    for (size_t i = 0; i < COUNT(table); i++)
        same(table[i].reference,
             address_resolve(&arena, slice_from(table[i].base), slice_from(table[i].reference)),
             table[i].address);
    arena_free(&arena);
}

static void paths_become_references(void **state)
{
    static const struct {
        const char *path, *reference;
    } table[] = {
        {"a.pdf", "./a.pdf"},
        {"../a.pdf", "../a.pdf"},
        {"..a.pdf", "./..a.pdf"},
        {"a b/c#1?.pdf", "./a%20b/c%231%3F.pdf"},
        {"50%.pdf", "./50%25.pdf"},
        {"How to: wash.pdf", "./How%20to%3A%20wash.pdf"},
        {"\xc3\xbc(1)'s.pdf", "./%C3%BC(1)'s.pdf"},
        {"a\\b.pdf", "./a%5Cb.pdf"},
    };
    struct arena arena = {0};
    (void)state;
    for (size_t i = 0; i < COUNT(table); i++)
        same(table[i].path, address_of_path(&arena, table[i].path), table[i].reference);
    arena_free(&arena);
}

static void references_may_be_pages(void **state)
{
    static const char *const pages[] = {"/",        "/etc/passwd", "/a.pdf",   "conditions/acne",
                                        "../eyes/", "acne",        "a.html#x", "a.PHP?x=1",
                                        "part-2.1", "a/b.c/d.e/"};
    static const char *const others[] = {
        "a.md",  "../a.pdf#x", "a/b.jpeg",     "www.example.org", "www.example.org/a",
        "a.org", "a.org/b",    "me@a.example", "folder\\picture", "(a)"};
    (void)state;
    for (size_t i = 0; i < COUNT(pages); i++)
        assert_true(address_may_be_page(slice_from(pages[i])));
    for (size_t i = 0; i < COUNT(others); i++)
        assert_false(address_may_be_page(slice_from(others[i])));
}

static void paper_shows_what_can_be_typed(void **state)
{
    static const char *const table[][2] = {
        {"https://example.org/page/", "example.org/page"},
        {"HTTP://www.example.org", "www.example.org"},
        {"https:///", "/"},
        {"mailto:infobot@example.com?subject=current-issue", "infobot@example.com"},
        {"MAILTO:a@b.example", "a@b.example"},
        {"tel:+441632960001", "+441632960001"},
        {"Tel:111", "111"},
        {"sms:+15105550101", "sms:+15105550101"},
        {"ftp://example.org/x/", "ftp://example.org/x"},
        {"#risks", ""},
        {"#a:b", ""},
        {"other.md", ""},
        {"//example.org:80/x", ""},
        {"a/b:c", ""},
        {"", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(table); i++)
        same(table[i][0], address_printed(slice_from(table[i][0])), table[i][1]);
    same("sms", address_bare(SLICE_LIT("sms:1")), "sms:1");
    same("/", address_bare(SLICE_LIT("/")), "/");
}

static void words_may_repeat_the_address(void **state)
{
    struct slice href = SLICE_LIT("https://example.org/x"), mail = SLICE_LIT("mailto:a@b.example");
    (void)state;
    assert_true(address_repeats(href, href));
    assert_true(address_repeats(href, SLICE_LIT("example.org/x")));
    assert_true(address_repeats(mail, SLICE_LIT("a@b.example")));
    assert_false(address_repeats(mail, SLICE_LIT("b.example")));
    assert_false(address_repeats(href, SLICE_LIT("org/x")));
    assert_false(address_repeats(href, SLICE_LIT("example.org")));
    assert_false(address_repeats(SLICE_LIT("x"), href));
    assert_true(address_repeats(SLICE_EMPTY, SLICE_EMPTY));
}

/* With all breaks that the marks allow, | before each; the rest has none. */
static void breaks(const char *text, const char *wanted)
{
    struct slice all = slice_from(text);
    struct buf shown = {0};
    uint8_t flags[200] = {0};
    assert_true(all.len < sizeof flags);
    for (size_t i = 0; i < all.len; i++)
        flags[i] = ((unsigned char)text[i] & 0xc0) == 0x80 ? 0 : TEXT_GRAPHEME;
    address_add_breaks(all, flags);
    for (size_t i = 0; i < all.len; i++) {
        if (flags[i] & TEXT_BREAK)
            buf_put_char(&shown, '|');
        buf_put_char(&shown, text[i]);
    }
    same(text, buf_slice(&shown), wanted);
    buf_free(&shown);
}

static void lines_end_before_the_marks(void **state)
{
    (void)state;
    breaks("https://www.example.org/a/b-c_d?x=1&y=2#z.",
           "https://|www.example|.org|/a|/b|-c|_d|?x|=1|&y|=2|#z.");
    breaks("HTTPS://WWW.example.org", "HTTPS://|WWW.example|.org");
    breaks("javascript://x.y", "javascript://|x|.y");
    breaks("(www.example.org)", "(www.example|.org)");
    breaks("skin.clinic@example.org", "skin|.clinic@example|.org");
    breaks("\u201cb\u00fccher.example/a\u201d", "\u201cb\u00fccher|.example|/a\u201d");
    breaks("b\u00fccher.example",
           "b\u00fccher.example"); /* one dot alone: perhaps a typing error */
    breaks("www.b\u00fccher.example", "www.b\u00fccher|.example");
    breaks("example.org:8080/a", "example|.org:8080|/a");
    breaks("http://[2001:db8::7]/a", "http://|[2001:db8::7]|/a");
    breaks("https://example.org/100%", "https://|example|.org|/100%");
    breaks("https://example.org/%20", "https://|example|.org|/%20");
    breaks("end.Next and/or e.g. 9 a.m. 2.5/3.0", "end.Next and/or e.g. 9 a.m. 2.5/3.0");
    breaks("me@clinic a@b", "me@clinic a@b");
    breaks("", "");
    /* A break that is due stays, none is made inside a cluster. */
    uint8_t flags[] = {1, 1, 1, 1, 1, 1 | 2 | 4, 1, 1, 1, 0, 1, 1};
    address_add_breaks(SLICE_LIT("a://b-c.d/-x"), flags);
    assert_int_equal(flags[5], TEXT_GRAPHEME | TEXT_BREAK | TEXT_MUST_BREAK);
    assert_int_equal(flags[9], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(schemes_end_at_the_first_colon),
        cmocka_unit_test(hosts_are_labels_with_dots),
        cmocka_unit_test(words_lose_the_punctuation_around_them),
        cmocka_unit_test(words_are_told_apart),
        cmocka_unit_test(texts_without_addresses_are_passed_over),
        cmocka_unit_test(percent_is_decoded),
        cmocka_unit_test(addresses_are_encoded_or_refused),
        cmocka_unit_test(references_are_resolved),
        cmocka_unit_test(paths_become_references),
        cmocka_unit_test(references_may_be_pages),
        cmocka_unit_test(paper_shows_what_can_be_typed),
        cmocka_unit_test(words_may_repeat_the_address),
        cmocka_unit_test(lines_end_before_the_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
