#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "read/front/command.h"
#include "read/front/filetype.h"
#include "read/front/legacy.h"

/* Of the one message: its text and hint must hold these; NULL: there must be none. */
static void expect(const char *name, struct slice bytes, const char *message, const char *hint)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct source source = {.name = name, .text = bytes};
    source_index(&source, &arena);
    assert_int_equal(filetype_tell(&source, &diags), message != NULL);
    assert_int_equal(diags.count, message != NULL);
    if (message) {
        assert_non_null(strstr(diags.items[0].message, message));
        assert_non_null(strstr(diags.items[0].hint, hint));
    }
    diag_free(&diags);
    arena_free(&arena);
}

#define EXPECT(name, bytes, message, hint) expect(name, SLICE_LIT(bytes), message, hint)

static void kinds_are_told_by_their_bytes(void **state)
{
    (void)state;
    EXPECT("a.docx", "PK\3\4....[Content_Types].xml....word/document.xml", "a Word file",
           "pandoc a.docx -t gfm --extract-media=. -o a.md");
    EXPECT("a.md", "PK\3\4....[Content_Types].xml....word/document.xml", "a Word file",
           "pandoc -f docx a.md -t gfm --extract-media=. -o a-text.md");
    EXPECT("b.odt", "PK\3\4....mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument",
           "pandoc b.odt");
    EXPECT("c", "PK\3\4....mimetypeapplication/epub+zip", "an e-book", "pandoc -f epub c");
    EXPECT("c", "PK\3\4....xl/workbook.xml", "a spreadsheet", "| Day | Dose |");
    EXPECT("c", "PK\3\4....ppt/presentation.xml", "a presentation", "copy its words");
    EXPECT("c", "PK\3\4....letter.txt", "an archive", "unpack it");
    EXPECT("d.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0",
           "an old Word file", "as .docx");
    EXPECT("d.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "an office program", "plain text");
    EXPECT("e.rtf", "{\\rtf1\\ansi Hello}", "a Rich Text file", "pandoc e.rtf -t gfm -o e.md");
    EXPECT("a b.pdf", "%PDF-1.7\n", "a PDF", "pdftotext 'a b.pdf' 'a b.txt'");
    EXPECT("f.md", "\x89PNG\r\n\x1a\n", "a picture", "![what it shows](photo.png)");
    EXPECT("f.md", "\xff\xd8\xff\xe1", "a picture", "photo.png");
    EXPECT("f.md", "RIFF....WEBPVP8", "a picture", "photo.png");
    EXPECT("f.md", "....ftypheic", "a picture", "photo.png");
    EXPECT("f.md", "BM....\0\0\0\0", "a picture", "photo.png");
    EXPECT("g.html", "\xef\xbb\xbf\n<!-- saved -->\n<!DOCTYPE HTML>\n", "a web page",
           "pandoc g.html -t gfm -o g.md");
    EXPECT("g.htm", "<?xml version=\"1.0\"?>\n<html xmlns=\"x\">", "a web page", "pandoc -f html");
    EXPECT("g.svg", "<svg xmlns=\"x\">", "a picture", "photo.png");
    EXPECT("g.xml", "<?xml version=\"1.0\"?>\n<w:wordDocument>", "an XML file", "plain text");
    EXPECT("h.mht", "MIME-Version: 1.0\n", "a web page with its pictures", "HTML only");
}

static void texts_are_no_kind(void **state)
{
    (void)state;
    EXPECT("a.md", "", NULL, NULL);
    EXPECT("a.md", "BMI: what it is\n\nBMI", NULL, NULL);
    EXPECT("a.md", "# A PDF begins with %PDF-\n", NULL, NULL);
    EXPECT("a.md", "<div>Some words</div>\n", NULL, NULL);
    EXPECT("a.md", "<!-- a remark -->\n# Title\n", NULL, NULL);
    EXPECT("a.md", "<!-- a remark that does not end", NULL, NULL);
    EXPECT("a.md", "MIME and RIFF....WEB\n", NULL, NULL);
    EXPECT("a.md", "PK is short for pharmacokinetics\n", NULL, NULL);
}

static void guess(const char *text, const char *name)
{
    const struct legacy *legacy = legacy_guess(slice_from(text));
    if (name) {
        assert_non_null(legacy);
        assert_string_equal(legacy->iconv, name);
    } else {
        assert_null(legacy);
    }
}

static void old_encodings_are_told_apart(void **state)
{
    (void)state;
    guess("Don\x92t take it \x96 wait", "WINDOWS-1252");
    guess("Don\xd5t take it \xd0 wait", "MACINTOSH");
    guess("\x93Take it\x94", "WINDOWS-1252");
    guess("\xd2Take it\xd3", "MACINTOSH");
    guess("caf\xe9", "WINDOWS-1252");
    guess("caf\x8e", "MACINTOSH");
    guess("37 \xb0"
          "C, \xa3"
          "5",
          "WINDOWS-1252");
    guess("37 \xa1"
          "C",
          "MACINTOSH");
    guess("\xa5 one\n\xa5 two", "MACINTOSH");
    guess("\x95\tone\n\x95\ttwo", "WINDOWS-1252");
    guess("\xcb\xc0\xcc\xc0 \xcf\xd0\xc8\xe2\xe5\xf2 \xec\xe8\xf0", NULL); /* Windows-1251 */
    assert_true(legacy_is_mixed(slice_from("\xe2\x80\x99 \xc3\xa9 \xe9")));
    assert_false(legacy_is_mixed(slice_from("\xe9\xe9 \xe9")));
}

static void commands_are_safe_in_a_shell(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_string_equal(command_word(&arena, "a/b-1.md"), "a/b-1.md");
    assert_string_equal(command_word(&arena, "a b;$(c).md"), "'a b;$(c).md'");
    assert_string_equal(command_word(&arena, "Anne's.md"), "'Anne'\\''s.md'");
    assert_string_equal(command_word(&arena, "-x.md"), "'./-x.md'");
    assert_string_equal(command_word(&arena, "<stdin>"), "leaflet");
    assert_string_equal(command_renamed(&arena, "a.b/c", ".md"), "a.b/c.md");
    assert_string_equal(command_iconv(&arena, "o k.md", "UTF-16"),
                        "iconv -f UTF-16 -t UTF-8 'o k.md' >'o k-utf8.md'");
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_are_told_by_their_bytes),
        cmocka_unit_test(texts_are_no_kind),
        cmocka_unit_test(old_encodings_are_told_apart),
        cmocka_unit_test(commands_are_safe_in_a_shell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
