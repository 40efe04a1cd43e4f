#include "read/markdown/inline_marks.h"

#include <string.h>

#include "base/utf8.h"
#include "read/markdown/limits.h"
#include "read/markdown/nodes.h"
#include "read/markdown/signs.h"
#include "text/chars.h"

#define MOST_LABEL 40u /* bytes of what may be the label of a note */

/* ---- what a mark looks like: its end, or `at` where none begins
 *
 * Of the text up to the paragraph's end. */

typedef uint32_t mark_end(struct slice text, uint32_t at);

/* Behind the next `close` that is at least one character away, or `at`. */
static uint32_t closed_by(struct slice text, uint32_t at, uint32_t inside, const char *close)
{
    struct slice rest = slice_from_position(text, inside);
    const char *found = rest.len > 0 ? memmem(rest.ptr, rest.len, close, strlen(close)) : NULL;
    return found && found > rest.ptr ? (uint32_t)(found - text.ptr + (ptrdiff_t)strlen(close)) : at;
}

/* The same on the line. */
static uint32_t closed_on_line(struct slice text, uint32_t at, uint32_t inside, const char *close)
{
    return closed_by(slice_sub(text, 0, md_line_end(text, at)), at, inside, close);
}

static bool touches_words(struct slice text, uint32_t start, uint32_t end)
{
    return !ascii_is_space(md_at(text, start)) && !ascii_is_space(md_at(text, end - 1));
}

/* `==x==`, `++x++`, `%%x%%`: two signs on either side that touch the words between. */
static uint32_t doubled_end(struct slice text, uint32_t at)
{
    char sign = md_at(text, at), close[] = {sign, sign, '\0'};
    if (md_run(text, at, sign) != 2 || (at > 0 && ascii_is_alnum(text.ptr[at - 1])))
        return at;
    uint32_t end = closed_on_line(text, at, at + 2, close);
    bool comment = sign == '%'; /* which may have blanks inside */
    return end > at && (comment || touches_words(text, at + 2, end - 2)) ? end : at;
}

static bool is_formula(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (strchr("\\^_=", text.ptr[i]))
            return true;
    return text.len == 1;
}

/* `$…$` of mathematics; "$5 and $10" is money. */
static uint32_t dollars_end(struct slice text, uint32_t at)
{
    uint32_t run = md_run(text, at, '$');
    char after = md_at(text, at + run);
    if (run > 2 || (run == 1 && ascii_is_space(after)))
        return at;
    uint32_t end =
        run == 2 ? closed_by(text, at, at + 2, "$$") : closed_on_line(text, at, at + 1, "$");
    if (run == 2 && end > at && ascii_is_space(after) &&
        !is_formula(slice_trim(slice_sub(text, at + 2, end - at - 4))))
        return at;
    if (end == at || run == 2)
        return end;
    struct slice inside = slice_sub(text, at + 1, end - at - 2);
    bool number = inside.len == 1 && ascii_is_digit(after);
    return is_formula(inside) && !number && touches_words(text, at + 1, end - 1) &&
                   !ascii_is_digit(md_at(text, end))
               ? end
               : at;
}

/* `\(…\)` and `\[…\]`: md4c gives the brackets, the backslashes stand before them. */
static uint32_t bracketed_end(struct slice text, uint32_t at)
{
    if (at == 0 || text.ptr[at - 1] != '\\')
        return at;
    uint32_t end = closed_by(text, at, at + 1, md_at(text, at) == '(' ? "\\)" : "\\]");
    return end > at && is_formula(slice_sub(text, at + 1, end - at - 3)) ? end : at;
}

/* `\\textbf{…}`, `\\begin{…} … \\end{…}` of LaTeX. */
static uint32_t command_end(struct slice text, uint32_t at)
{
    uint32_t len = md_run_word(text, at + 1, ""), open = at + 1 + len;
    if (len < 2 || md_at(text, open) != '{' || ascii_is_digit(md_at(text, at + 1)))
        return at;
    uint32_t end = closed_on_line(text, at, open, "}");
    struct slice name = slice_sub(text, at + 1, len);
    if (end > at && slice_equal_string(name, "begin")) {
        uint32_t last = closed_by(text, end, end, "\\end{");
        end = last > end ? closed_on_line(text, last, last, "}") : end;
    }
    return slice_equal_string(name, "end") ? at : end;
}

static uint32_t wiki_end(struct slice text, uint32_t at)
{
    bool picture = at > 0 && text.ptr[at - 1] == '!'; /* told as a picture */
    return md_at(text, at + 1) == '[' && !picture ? closed_on_line(text, at, at + 2, "]]") : at;
}

/* `{--old--}`, `{>>a remark<<}` of CriticMarkup, `{#a remark#}` of templates. */
static uint32_t change_end(struct slice text, uint32_t at)
{
    static const char *const pairs[][2] = {{"{--", "--}"}, {"{++", "++}"}, {"{~~", "~~}"},
                                           {"{==", "==}"}, {"{>>", "<<}"}, {"{# ", "#}"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (slice_starts(slice_from_position(text, at), pairs[i][0]))
            return closed_by(text, at, at + 3, pairs[i][1]);
    return at;
}

/* `[@smith2020]`, `[see @jones, p. 5]` of pandoc. */
static uint32_t source_end(struct slice text, uint32_t at)
{
    uint32_t end = closed_on_line(text, at, at + 1, "]");
    uint32_t sign = at + (uint32_t)slice_find(slice_sub(text, at, end - at), '@');
    bool begins = md_at(text, sign - 1) == '[' || md_at(text, sign - 1) == ' ' ||
                  md_at(text, sign - 1) == '-';
    return end > at && sign > at && sign + 1 < end && begins &&
                   ascii_is_alpha(md_at(text, sign + 1)) && md_at(text, end) != '('
               ? end
               : at;
}

/* `[^note 1]`: a label with a blank is none. */
static uint32_t spaced_end(struct slice text, uint32_t at)
{
    uint32_t end = md_at(text, at + 1) == '^' ? closed_on_line(text, at, at + 2, "]") : at;
    struct slice label = slice_sub(text, at, end - at);
    return end > at && label.len <= MOST_LABEL && slice_find(label, ' ') < label.len ? end : at;
}

/* `^1^` behind no word. */
static uint32_t unraised_end(struct slice text, uint32_t at)
{
    uint32_t end = at + 1 + md_run_word(text, at + 1, "");
    char before = at > 0 ? text.ptr[at - 1] : ' ';
    bool alone = ascii_is_space(before) || before == '.' || before == ',';
    return alone && end > at + 1 && end - at <= MD_MAX_SMALL && md_at(text, end) == '^' ? end + 1
                                                                                        : at;
}

/* `^block-id` at a line's end, of Obsidian. Behind a number it says what is counted: "25 ^C". */
static uint32_t block_end(struct slice text, uint32_t at)
{
    uint32_t end = at + 1 + md_run_word(text, at + 1, "-");
    bool alone =
        at > 0 && text.ptr[at - 1] == ' ' && md_skip_blanks(text, end) == md_line_end(text, end);
    bool counted = at > 1 && ascii_is_digit(text.ptr[at - 2]);
    return alone && !counted && ascii_is_alpha(md_at(text, at + 1)) && md_at(text, end) != '^' ? end
                                                                                               : at;
}

static uint32_t template_end(struct slice text, uint32_t at)
{
    char next = md_at(text, at + 1);
    return next == '{'   ? closed_on_line(text, at, at + 2, "}}")
           : next == '%' ? closed_on_line(text, at, at + 2, "%}")
                         : at;
}

/* `:smile:`: a word of lower-case letters; 10:30:15 and std::sort are none. */
static uint32_t emoji_end(struct slice text, uint32_t at)
{
    uint32_t len = md_run_word(text, at + 1, "_+-"), end = at + 1 + len;
    char before = at > 0 ? text.ptr[at - 1] : ' ';
    if (len < 2 || md_at(text, end) != ':' || ascii_is_alnum(before) || before == ':' ||
        ascii_is_alnum(md_at(text, end + 1)) || md_at(text, end + 1) == ':')
        return at;
    for (uint32_t i = at + 1; i < end; i++)
        if (text.ptr[i] >= 'A' && text.ptr[i] <= 'Z')
            return at;
    return ascii_is_alpha(md_at(text, at + 1)) ? end + 1 : at;
}

/* `^[a note]`. */
static uint32_t note_end(struct slice text, uint32_t at)
{
    return md_at(text, at + 1) == '[' ? closed_on_line(text, at, at + 2, "]") : at;
}

static const struct {
    char first;
    mark_end *end;
    const char *message, *hint;
} marks[] = {
    {'=', doubled_end, "== does not mark words here, so it prints as it stands",
     "for strong text write **words**"},
    {'+', doubled_end, "++ does not underline here, so it prints as it stands",
     "delete the signs, or write **words** for strong text"},
    {'%', doubled_end, "%% does not hide a comment here: it is printed for the reader",
     "write a comment as <!-- words -->"},
    {'$', dollars_end, "formulas are not set here: the signs and commands print as they stand",
     "write it in words and signs, such as m\xc2\xb2 or \xe2\x89\xa4 3"},
    {'(', bracketed_end, "formulas are not set here: the signs and commands print as they stand",
     "write it in words and signs, such as m\xc2\xb2 or \xe2\x89\xa4 3"},
    {'[', bracketed_end, "formulas are not set here: the signs and commands print as they stand",
     "write it in words and signs, such as m\xc2\xb2 or \xe2\x89\xa4 3"},
    {'[', wiki_end, "a link in double brackets is not understood here, so it prints as it stands",
     "write [words](address), for a heading of this leaflet [words](#heading)"},
    {'{', change_end,
     "marks of changes and remarks are not understood here: they are printed for the reader",
     "write the text as it is to be, and remarks as <!-- words -->"},
    {'[', source_end, "no list of sources is looked up here, so this prints as it stands",
     "write the source itself, or a note: [^1] here, and below [^1]: the source"},
    {'[', spaced_end, "the label of a note has no blanks, so this prints as it stands",
     "write [^1] here, and below, on a line of its own, [^1]: the note"},
    {'^', unraised_end,
     "no word or number touches this that it would raise, so it prints as it stands",
     "for a note write [^1] here, and below, on a line of its own, [^1]: the note"},
    {'^', block_end, "a name for a block prints as it stands", "delete it"},
    {'{', template_end, "this is a placeholder of a template: it is printed for the reader",
     "write in its place what the reader is to read"},
    {':', emoji_end, "a picture's name between colons prints as it stands",
     "write the sign itself, or words"},
    {'\\', command_end, "commands of LaTeX are not understood here, so they print as they stand",
     "write the words alone; for strong text write **words**"},
    {'^', note_end,
     "a note in the middle of text is not understood here, so it prints as it stands",
     "write [^1] here, and below, on a line of its own, [^1]: the note"},
};

/* What is left of the paragraph behind `at`, of a few lines at most. */
static struct slice paragraph_at(struct slice text, uint32_t at)
{
    text = slice_sub(text, 0, (size_t)at + MD_MAX_MARK);
    uint32_t end = md_line_end(text, at), next = md_line_next(text, end);
    for (; next > end; next = md_line_next(text, end)) {
        if (md_skip_prefix(text, next, NULL) == md_line_end(text, next))
            break;
        end = md_line_end(text, next);
    }
    return slice_sub(text, 0, end);
}

uint32_t md_inline_mark(struct md_reader *r, uint32_t at, uint32_t end)
{
    char first = md_at(r->copy.text, at);
    if (!strchr(MD_INLINE_MARKS, first) || r->pictures_open > 0)
        return at;
    struct slice text = paragraph_at(r->copy.text, at);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        uint32_t stop = marks[i].first == first ? marks[i].end(text, at) : at;
        if (stop == at)
            continue;
        diag_add(r->diags, DIAG_CODE_MARK_UNKNOWN, md_span(&r->copy, at, stop), marks[i].hint, "%s",
                 marks[i].message);
        r->leaf.marks_told = stop > r->leaf.marks_told ? stop : r->leaf.marks_told;
        return stop < end ? stop : end;
    }
    return at;
}

/* ---- raised and lowered figures */

static bool is_small_sign(struct slice text, uint32_t at)
{
    char c = md_at(text, at);
    return c == '+' || c == '-' || slice_starts(slice_from_position(text, at), "\xe2\x88\x92");
}

/* What may be one between two marks, the second of which ends it: its end, or MD_NOWHERE. */
static uint32_t small_pair(struct slice text, uint32_t at)
{
    char mark = md_at(text, at), before = at > 0 ? text.ptr[at - 1] : ' ';
    bool high = mark == '^';
    uint32_t letters = 0, start = at + 1, end = start;
    if (!(ascii_is_alpha(before) || (high && (ascii_is_digit(before) || before == ')'))))
        return MD_NOWHERE;
    for (; end - start <= MD_MAX_SMALL; end++) {
        char c = md_at(text, end);
        letters += ascii_is_alpha(c);
        if (!ascii_is_alnum(c) && !is_small_sign(text, end) && (c & 0xc0) != 0x80)
            break;
    }
    bool plain = end > start && end - start <= MD_MAX_SMALL && letters <= 3;
    return plain && md_at(text, end) == mark && md_at(text, end + 1) != mark ? end + 1 : MD_NOWHERE;
}

/* The second mark may begin a figure of its own: "10^6-10^8", "10^-3-10^-6", "T~1-T~2". Not so in
 * "H~2~O" and "10^6^-10^8^". */
static bool goes_on(struct slice text, uint32_t at, uint32_t end)
{
    bool sign = false;
    for (uint32_t i = at + 2; i < end - 2; i++)
        sign |= is_small_sign(text, i);
    size_t next = end;
    uint32_t after = end < text.len ? utf8_next(text, &next) : 0;
    if (sign && is_small_sign(text, end) && next < text.len)
        after = utf8_next(text, &next);
    return text_is_alnum(after) && (md_at(text, at) == '^' || sign || text_is_digit(after));
}

uint32_t md_small_end(struct slice text, uint32_t at)
{
    uint32_t end = small_pair(text, at);
    return end != MD_NOWHERE && !goes_on(text, at, end) ? end : MD_NOWHERE;
}

/* Where a sign that a small figure may have ends, or `at`. */
static uint32_t small_sign_end(struct slice text, uint32_t at)
{
    return is_small_sign(text, at) ? at + (md_at(text, at) == '\xe2' ? 3 : 1) : at;
}

static bool is_word_byte(char c)
{
    return ascii_is_alnum(c) || (unsigned char)c >= 0x80;
}

/* "10^6", "m^2", "10^-3", "10^{6}", "Na^+": what a ^ raises whose second one is missing; empty: it
 * raises nothing. */
static struct slice lone_figure(struct slice text, uint32_t at)
{
    char before = at > 0 ? text.ptr[at - 1] : ' ';
    uint32_t start = at + 1;
    start += md_at(text, start) == '{' || md_at(text, start) == '(';
    uint32_t signed_at = small_sign_end(text, start), end = signed_at;
    while (ascii_is_alnum(md_at(text, end)))
        end++;
    if (end > signed_at && signed_at == start && !ascii_is_alnum(md_at(text, end + 1)))
        end = small_sign_end(text, end); /* "Ca^2+" */
    return is_word_byte(before) || before == ')' ? slice_sub(text, start, end - start)
                                                 : SLICE_EMPTY;
}

static void report_lone(struct md_reader *r, struct slice text, uint32_t at, struct slice figure)
{
    uint32_t start = at;
    while (start > 0 && is_word_byte(text.ptr[start - 1]))
        start--;
    struct slice base = slice_sub(text, start, at - start);
    diag_add(r->diags, DIAG_CODE_SIGN_KEPT, md_span(&r->copy, at, at + 1),
             arena_format(&r->doc->arena,
                          "to raise it write %.*s%s^%.*s%s^, with the sign on both sides, or "
                          "%.*s%s<sup>%.*s%s</sup>",
                          DIAG_SHOWN(base), DIAG_SHOWN(figure), DIAG_SHOWN(base),
                          DIAG_SHOWN(figure)),
             "one ^ raises nothing, so it prints as it stands");
}

uint32_t md_small_check(struct md_reader *r, uint32_t at, uint32_t end)
{
    struct slice line = slice_sub(r->copy.text, 0, (size_t)at + MD_MAX_MARK);
    uint32_t stop = small_pair(line, at);
    struct slice lone = stop == MD_NOWHERE ? lone_figure(line, at) : SLICE_EMPTY;
    if (lone.len > 0)
        report_lone(r, line, at, lone);
    if (stop == MD_NOWHERE)
        return at + 1;
    if (goes_on(line, at, stop))
        md_report_sign(r, at, 1);
    return stop < end ? stop : end;
}
