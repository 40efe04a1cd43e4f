#include "read/markdown/stray.h"

#include <string.h>

#include "base/utf8.h"
#include "read/markdown/addresses.h"
#include "read/markdown/attributes.h"
#include "read/markdown/html_parser.h"
#include "read/markdown/inline_marks.h"
#include "read/markdown/limits.h"
#include "read/markdown/nodes.h"
#include "read/markdown/signs.h"
#include "read/markdown/targets.h"
#include "text/chars.h"

static bool is_blank_or_end(char c)
{
    return ascii_is_space(c) || c == '\0';
}

/* A run of the same mark; the text around it. */
struct marks {
    uint32_t at, len;
    bool before, after; /* a word touches it */
};

static struct marks marks_at(struct slice line, uint32_t at)
{
    uint32_t len = md_run(line, at, line.ptr[at]);
    char before = at > 0 ? line.ptr[at - 1] : '\0';
    return (struct marks){at, len, !is_blank_or_end(before),
                          !is_blank_or_end(md_at(line, at + len))};
}

/* The next run of as many on the line, inside the cell; len 0: there is none. */
static struct marks next_marks(struct slice line, const struct marks *first)
{
    char mark = line.ptr[first->at];
    for (uint32_t at = first->at + first->len; at < line.len && line.ptr[at] != '|'; at++) {
        if (line.ptr[at] == mark && line.ptr[at - 1] != '\\') {
            struct marks next = marks_at(line, at);
            if (next.len == first->len)
                return next;
            at += next.len - 1;
        }
    }
    return (struct marks){0};
}

/* What to write where strong text does not begin. Between a point and a letter a mark does not end
 * it (CommonMark 0.31, 6.2): `**Note:**call`. */
static const char *strong_hint(struct slice text, uint32_t at)
{
    struct slice near = slice_sub(text, 0, (size_t)at + MD_MAX_MARK);
    struct slice line = slice_sub(near, 0, md_line_end(near, at));
    struct marks open = marks_at(line, at), close = next_marks(line, &open);
    if (close.len > 0 && close.before && close.after)
        return "write a blank behind the two characters that end the strong text, where a word "
               "touches them";
    return "write the same two characters where the strong text ends, or a backslash before each "
           "of "
           "them";
}

/* Two asterisks or underscores that touch a word: strong text that does not end, or not begin. */
static void check_strong(struct md_reader *r, uint32_t at)
{
    struct slice text = r->copy.text;
    char mark = md_at(text, at), before = at > 0 ? md_at(text, at - 1) : '\0',
         after = md_at(text, at + 2);
    bool opens = !is_blank_or_end(after), closes = !is_blank_or_end(before);
    if (before == mark || before == '\\' || md_at(text, at + 1) != mark || after == mark ||
        opens == closes)
        return;
    diag_add(r->diags, DIAG_CODE_MARKUP_UNCLOSED, md_span(&r->copy, at, at + 2),
             opens ? strong_hint(text, at)
                   : "write the same two characters where the strong text begins, or a backslash "
                     "before each of them",
             "%c%c %s no strong text here, so it prints as it stands", mark, mark,
             opens ? "begins" : "ends");
}

/* ---- blanks inside the marks of strong text */

/* "5 * 3", "2 ** 3". */
static bool is_between_digits(struct slice line, const struct marks *marks)
{
    uint32_t before = marks->at, after = md_skip_blanks(line, marks->at + marks->len);
    while (before > 0 && md_is_blank(line.ptr[before - 1]))
        before--;
    return before > 0 && ascii_is_digit(line.ptr[before - 1]) && ascii_is_digit(md_at(line, after));
}

/* One asterisk is a sign of its own more often than emphasis: a product, a note. Both must stand on
 * the line without others. */
static bool is_lone_pair(struct slice line, const struct marks *open, const struct marks *close)
{
    bool others =
        slice_find(slice_sub(line, 0, open->at), '*') < open->at || next_marks(line, close).len > 0;
    return line.ptr[open->at] == '*' && !others && !close->before &&
           slice_find(line, '=') == line.len && !is_between_digits(line, open);
}

static bool has_word(struct slice words)
{
    for (size_t i = 0; i < words.len; i++)
        if (ascii_is_alnum(words.ptr[i]) || (unsigned char)words.ptr[i] >= 0x80)
            return true;
    return false;
}

/* `** 5 mg **`: told once for both marks. A mark behind `end` may be one of md4c's, but for one
 * with blanks at both sides. */
static bool check_spaced(struct md_reader *r, uint32_t at, uint32_t end)
{
    uint32_t start = at;
    while (start > 0 && at - start < MD_MAX_MARK && !md_is_line_end(r->copy.text.ptr[start - 1]))
        start--;
    struct slice line = slice_sub(r->copy.text, start, at - start + MD_MAX_MARK);
    line = slice_sub(line, 0, md_line_end(line, at - start));
    struct marks open = marks_at(line, at - start);
    if (open.before || open.len > 3)
        return false;
    struct marks close = next_marks(line, &open);
    struct slice inside = slice_sub(line, open.at + open.len, close.at - open.at - open.len);
    if (close.len == 0 || (open.after && close.before) || !has_word(inside) ||
        is_between_digits(line, &close) ||
        (start + close.at >= end && (close.before || close.after)) ||
        (open.len == 1 && !is_lone_pair(line, &open, &close)))
        return false;
    struct slice marks = slice_sub(line, open.at, open.len), words = slice_trim(inside);
    r->leaf.marks_told = start + close.at + close.len;
    diag_add(r->diags, DIAG_CODE_MARKUP_UNCLOSED, md_span(&r->copy, at, at + open.len),
             arena_format(&r->doc->arena,
                          "write %.*s%.*s%s%.*s, or a backslash before each if the signs are meant",
                          SLICE_ARGS(marks), DIAG_SHOWN(words), SLICE_ARGS(marks)),
             "with blanks inside its marks this is no %s text, so they print as they stand",
             open.len == 1 ? "slanted" : "strong");
    return true;
}

void md_stray_comment(struct md_reader *r, struct span span)
{
    diag_add(r->diags, DIAG_CODE_MARKUP_UNCLOSED, span, "write --> where it ends",
             "this comment has no end, so it prints as it stands");
}

/* `<!—a remark—>`: a comment whose hyphens a word processor has made dashes, or that has too few.
 */
static void check_comment(struct md_reader *r, uint32_t at, uint32_t end)
{
    struct slice text = slice_sub(r->copy.text, 0, end);
    if (slice_starts(slice_from_position(text, at), "<!--")) {
        md_stray_comment(r, md_span(&r->copy, at, at + 4));
        return;
    }
    if (md_at(text, at + 1) != '!')
        return;
    size_t next = md_skip_blanks(text, at + 2);
    if (next < text.len && text_is_dash(utf8_next(text, &next)))
        diag_add(r->diags, DIAG_CODE_MARKUP_UNCLOSED, md_span(&r->copy, at, (uint32_t)next),
                 "write a comment as <!-- words -->, with two hyphens at both ends",
                 "this is no comment, so it is printed for the reader");
}

/* [text][label] whose label no line defines. */
static void check_reference(struct md_reader *r, uint32_t at, uint32_t end)
{
    struct slice text = r->copy.text;
    uint32_t close = at + 2;
    while (close < end && md_at(text, close) != ']' && md_at(text, close) != '\n')
        close++;
    if (at + 1 >= end || md_at(text, close) != ']')
        return;
    diag_add(r->diags, DIAG_CODE_LINK_UNDEFINED, md_span(&r->copy, at + 1, close + 1),
             "add a line of its own with the label and the address, such as [label]: "
             "https://example.org, or write the address in round brackets",
             "no address is given for this label, so the link prints as it stands");
}

static bool is_target(struct slice words)
{
    static const char *const starts[] = {
        "http://", "https://", "www.", "mailto:", "tel:", "./", "../"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (slice_starts(words, starts[i]))
            return true;
    return md_is_file(words) && slice_find(words, ' ') == words.len;
}

static void report_link(struct md_reader *r, uint32_t at, uint32_t end, const char *hint,
                        const char *why)
{
    diag_add(r->diags, DIAG_CODE_LINK_UNDEFINED, md_span(&r->copy, at, end), hint,
             "%s, so it prints as it stands", why);
}

/* Whether a bracket before `at`, not too far away, waits to be closed. */
static bool is_opened(struct slice line, uint32_t at)
{
    uint32_t closed = 0, start = at > MD_MAX_PATH ? at - MD_MAX_PATH : 0;
    for (uint32_t i = at; i > start && line.ptr[i - 1] != '\n'; i--) {
        if (line.ptr[i - 1] == '[' && closed-- == 0)
            return true;
        closed += line.ptr[i - 1] == ']';
    }
    return false;
}

/* `[words] (https://example.org)`, `[words](https://example.org/two words)`, and the outer one of
 * two links (CommonMark 0.31, 6.3): what follows the bracket at `at`. */
static void check_link(struct md_reader *r, uint32_t at)
{
    struct slice line = slice_sub(r->copy.text, 0, (size_t)at + MD_MAX_PATH);
    line = slice_sub(line, 0, md_line_end(line, at));
    uint32_t open = md_skip_blanks(line, at + 1);
    uint32_t close = open + (uint32_t)slice_find(slice_from_position(line, open), ')');
    if (md_at(line, open) != '(' || close >= line.len)
        return;
    struct slice target = slice_trim(slice_sub(line, open + 1, close - open - 1));
    if (!is_target(target))
        return;
    if (open > at + 1)
        report_link(r, at, close + 1, "write [words](address), with no blank between the brackets",
                    "a blank before its address makes this no link");
    else if (slice_find(target, ' ') < target.len)
        report_link(r, at, close + 1, "write %20 for each blank in the address",
                    "a blank in its address makes this no link");
    else if (!is_opened(line, at))
        report_link(r, at, close + 1, "write [ where the link's words begin",
                    "no bracket opens the words of this link");
    else
        report_link(r, at, close + 1,
                    "write [words](address), with no other link and no brackets among the words",
                    "what stands between its brackets makes this no link");
}

/* `(words)[https://example.org]`. */
static void check_swapped(struct md_reader *r, uint32_t at)
{
    struct slice line = slice_sub(r->copy.text, 0, (size_t)at + MD_MAX_PATH);
    line = slice_sub(line, 0, md_line_end(line, at));
    uint32_t close = at + (uint32_t)slice_find(slice_from_position(line, at), ']');
    if (at > 0 && line.ptr[at - 1] == ')' && close < line.len &&
        is_target(slice_sub(line, at + 1, close - at - 1)))
        report_link(r, at, close + 1, "write [words](address)",
                    "the brackets of this link are the wrong way round");
}

/* ATX headings need a blank after the # (CommonMark 0.31, 4.2). "#1" is no heading either way. */
static void check_heading(struct md_reader *r, uint32_t at)
{
    struct slice text = r->copy.text;
    uint32_t count = md_run(text, at, '#');
    char after = md_at(text, at + count);
    bool inside = md_is_blank(after) && at > 0 && !md_is_line_end(text.ptr[at - 1]);
    bool word = ascii_is_alpha(after) || (unsigned char)after >= 0x80 || after == '*';
    if (count > 6 || !(inside || word))
        return;
    r->leaf.stray = true;
    if (inside) {
        diag_add(r->diags, DIAG_CODE_HEADING_UNMARKED, md_span(&r->copy, at, at + count),
                 "for a heading write fewer blanks before it; if the sign is meant, put a "
                 "backslash before it",
                 "with so many blanks before it this # goes on with the text above, so it prints "
                 "as it stands");
        return;
    }
    diag_add(r->diags, DIAG_CODE_HEADING_UNMARKED, md_span(&r->copy, at, at + count),
             "write a space after it, or a backslash before it if the character is meant",
             "a # without a space begins no heading, so the line prints as it stands");
}

/* A bullet as word processors have them, with a blank or tab after it. */
static void check_bullet(struct md_reader *r, uint32_t at)
{
    static const char *const bullets[] = {"\xe2\x80\xa2", "\xe2\x80\xa3", "\xe2\x96\xaa",
                                          "\xe2\x97\x8f", "\xe2\x97\xa6", "\xc2\xb7",
                                          "\xef\x82\xb7", "\xef\x82\xa7", "o"};
    struct slice rest = slice_from_position(r->copy.text, at);
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets && !r->leaf.stray; i++) {
        uint32_t len = (uint32_t)strlen(bullets[i]);
        char after = md_at(rest, len);
        r->leaf.stray = slice_starts(rest, bullets[i]) &&
                        (after == '\t' || (len > 1 && (after == ' ' || after == '\xc2')));
        if (r->leaf.stray)
            diag_add(r->diags, DIAG_CODE_LIST_UNMARKED, md_span(&r->copy, at, at + len),
                     "begin each item with - and a space, the first after an empty line",
                     "this bullet makes no list: the lines run on as one paragraph");
    }
}

/* "5~10" is a range in some languages, and means "about" in others. */
static void check_range(struct md_reader *r, uint32_t at)
{
    struct slice text = r->copy.text;
    if (at > 0 && ascii_is_digit(md_at(text, at - 1)) && ascii_is_digit(md_at(text, at + 1)) &&
        !md_link_around(r))
        md_report_sign(r, at, 1);
}

/* `&lt 5`: an entity without its semicolon. */
static void check_entity(struct md_reader *r, uint32_t at)
{
    struct slice text = r->copy.text;
    uint32_t len = 1 + md_run_word(text, at + 1, "#");
    char before = at > 0 ? md_at(text, at - 1) : ' ', bytes[8];
    bool forbidden;
    if (len < 3 || len >= MD_MAX_ENTITY || md_at(text, at + len) == ';' || ascii_is_alnum(before))
        return;
    struct slice name = slice_sub(text, at, len);
    const char *whole = arena_format(&r->doc->arena, "%.*s;", SLICE_ARGS(name));
    if (md_entity_decode(slice_from(whole), bytes, &forbidden) > 0)
        diag_add(r->diags, DIAG_CODE_ENTITY_UNKNOWN, md_span(&r->copy, at, at + len),
                 arena_format(&r->doc->arena,
                              "write %s with its semicolon, or the character itself", whole),
                 "%.*s has no semicolon behind it, so it prints as it stands", SLICE_ARGS(name));
}

/* Where `part` stands in the line at or after `at`; the line's end: nowhere. */
static uint32_t find_in_line(struct slice line, uint32_t at, const char *part)
{
    struct slice rest = slice_from_position(line, at);
    const char *found = rest.len > 0 ? memmem(rest.ptr, rest.len, part, strlen(part)) : NULL;
    return found ? (uint32_t)(found - line.ptr) : (uint32_t)line.len;
}

/* `![words]`, `![words] (x.png)`: it names no file where one belongs. */
static void check_unnamed(struct md_reader *r, struct slice line, uint32_t at)
{
    uint32_t end = find_in_line(line, at + 2, "]") + 1;
    struct slice words = slice_sub(line, at + 2, end - at - 3);
    bool exclaims = at > 0 && ascii_is_alnum(line.ptr[at - 1]); /* "Never![1]" */
    if (end > line.len || exclaims || slice_starts(words, "^") || md_at(line, end) == '(' ||
        md_at(line, end) == '[')
        return;
    r->leaf.marks_told = end;
    diag_add(r->diags, DIAG_CODE_IMAGE_UNMARKED, md_span(&r->copy, at, end),
             arena_format(&r->doc->arena,
                          "write ![%.*s%s](photo.png), with no blank before the name",
                          DIAG_SHOWN(words)),
             "no file is named behind this picture's words, so it prints as it stands");
}

/* `![[x.png]]`, `!(words)[x.png]`, `![words](x)` that is no picture: all print as they stand. */
static void check_picture(struct md_reader *r, uint32_t at)
{
    struct slice line = slice_sub(r->copy.text, 0, (size_t)at + MD_MAX_PATH);
    line = slice_sub(line, 0, md_line_end(line, at));
    struct slice words = SLICE_LIT("what it shows"), path = SLICE_LIT("photo one.png");
    bool wiki = slice_starts(slice_from_position(line, at), "![[");
    bool swapped = md_at(line, at + 1) == '(';
    if (r->pictures_open > 0 || (at > 0 && line.ptr[at - 1] == '\\') ||
        (!swapped && md_at(line, at + 1) != '['))
        return;
    uint32_t middle = find_in_line(line, at + 2, wiki ? "]]" : swapped ? ")[" : "](");
    uint32_t end = wiki ? middle + 2 : find_in_line(line, middle, swapped ? "]" : ")") + 1;
    if (!wiki && !swapped && find_in_line(line, at + 2, "]") < middle) {
        check_unnamed(r, line, at);
        return;
    }
    if (end > line.len)
        return;
    if (wiki)
        path = slice_sub(line, at + 3, middle - at - 3);
    path = slice_sub(path, 0, slice_find(path, '|'));
    if (swapped) {
        words = slice_sub(line, at + 2, middle - at - 2);
        path = slice_sub(line, middle + 2, end - 1 - middle - 2);
    }
    if ((wiki || swapped) && !md_is_file(path))
        return;
    bool spaced = slice_find(path, ' ') < path.len;
    r->leaf.marks_told = end;
    diag_add(r->diags, DIAG_CODE_IMAGE_UNMARKED, md_span(&r->copy, at, end),
             arena_format(&r->doc->arena, "write ![%.*s%s](%s%.*s%s%s)", DIAG_SHOWN(words),
                          spaced ? "<" : "", DIAG_SHOWN(path), spaced ? ">" : ""),
             "this is not how a picture is written, so it prints as it stands");
}

/* Marks of emphasis that print: where the run ends, less one. */
static uint32_t check_marks(struct md_reader *r, uint32_t at, uint32_t end)
{
    struct slice text = r->copy.text;
    uint32_t len = md_run(text, at, md_at(text, at));
    char before = at > 0 ? md_at(text, at - 1) : '\0';
    if (at >= r->leaf.marks_told && before != '\\' && before != md_at(text, at) &&
        !check_spaced(r, at, end))
        check_strong(r, at);
    return at + len - 1;
}

void md_stray_line(struct md_reader *r, uint32_t at)
{
    if (r->leaf.stray || at >= r->copy.text.len)
        return;
    if (r->copy.text.ptr[at] == '#')
        check_heading(r, at);
    else
        check_bullet(r, at);
}

/* What a mark begins with that print as it stands, and the end of the text. */
static bool may_be_mark(char c)
{
    static const char marks[] = "*_<~]{!&" MD_INLINE_MARKS;
    return memchr(marks, c, sizeof marks) != NULL;
}

bool md_stray_check(struct md_reader *r, uint32_t start, uint32_t end)
{
    struct slice text = r->copy.text;
    bool any = false;
    for (uint32_t at = start; at < end; at++) {
        char c = md_at(text, at);
        if (ascii_is_alpha(c)) {
            at = (uint32_t)ascii_letters_end(text, at, true) - 1;
            continue;
        }
        if (c == ' ' || ascii_is_digit(c) || !may_be_mark(c))
            continue; /* as almost always */
        any = true;
        if (at < r->leaf.marks_told || md_in_address(r, at, 1))
            continue;
        uint32_t mark = md_inline_mark(r, at, end);
        if (mark > at) {
            at = mark - 1;
            continue;
        }
        if (c == '*' || c == '_')
            at = check_marks(r, at, end);
        else if (c == '<')
            check_comment(r, at, end);
        else if (c == '~')
            check_range(r, at);
        else if (c == '^')
            at = md_small_check(r, at, end) - 1;
        else if (c == '[')
            check_swapped(r, at);
        else if (c == ']' && md_at(text, at + 1) == '[')
            check_reference(r, at, end);
        else if (c == ']')
            check_link(r, at);
        else if (c == '{')
            md_attributes_check(r, at);
        else if (c == '!')
            check_picture(r, at);
        else if (c == '&')
            check_entity(r, at);
    }
    return any;
}
