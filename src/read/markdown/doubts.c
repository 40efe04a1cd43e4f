#include "read/markdown/doubts.h"

#include <string.h>

#include "base/utf8.h"
#include "text/chars.h"

/* Characters of a heading that one line holds. */
#define HEADING_LENGTH 60u

/* Lines that are broken on purpose: so many at least, no longer than this; in scripts that have no
 * capitals. */
#define SHORT_LINES    2u
#define SHORT_LINE     40u
#define SHORT_CASELESS 20u

/* Characters of a line that an editor may have broken at its margin, in a list or a quotation. */
#define WRAPPED_LINE 34u

static struct slice range(const struct md_reader *r, uint32_t start, uint32_t end)
{
    return slice_trim(slice_sub(r->copy.text, start, end - start));
}

void md_doubt_underline(struct md_reader *r, uint32_t start, uint32_t end)
{
    struct slice words = range(r, start, end);
    bool heading = slice_find(words, '\n') == words.len && !slice_ends(words, ".") &&
                   utf8_count(words) <= HEADING_LENGTH;
    if (heading)
        return;
    diag_add(r->diags, DIAG_CODE_HEADING_DOUBTFUL, md_span(&r->copy, start, start + 1),
             "write an empty line between the words and the line below; where a heading is meant, "
             "one short line that begins with ##",
             "the line drawn below makes these words a heading");
}

void md_doubt_code(struct md_reader *r, uint32_t at)
{
    diag_add(r->diags, DIAG_CODE_CODE_INDENTED, md_span(&r->copy, at, at + 1),
             "take away the blanks at the lines' starts; where a computer's text is meant, write "
             "``` on lines of their own above and below",
             "four blanks at a line's start make it a computer's text, printed as it stands");
}

/* A letter of a script without capitals; Latin and Greek have further blocks up here. */
static bool is_caseless(uint32_t c)
{
    return c >= 0x590 && !(c >= 0x1e00 && c <= 0x1fff) && text_is_alnum(c) && text_lower(c) == c;
}

/* The last character is no punctuation but a closing bracket or quote. */
static bool ends_open(struct slice line)
{
    size_t at = line.len;
    uint32_t last = utf8_previous(line, &at);
    return last < 0x80 ? !strchr(",;:.!?-\\>", (char)last) : !text_is_punctuation(last);
}

/* The line begins as one of its own, with a capital or a figure, or holds an amount, and does not
 * run on. */
static bool stands_alone(struct slice line)
{
    size_t at = 0, count = utf8_count(line);
    uint32_t first = line.len > 0 ? utf8_next(line, &at) : 0;
    bool begins = text_lower(first) != first || text_find_digit(line, 0) < line.len ||
                  (is_caseless(first) && count <= SHORT_CASELESS);
    return line.len > 0 && count <= SHORT_LINE && begins && ends_open(line) &&
           slice_find(line, '|') == line.len && slice_find(line, '\t') == line.len;
}

/* The line below another one begins with a capital or in a script without them, or its first word
 * had room above: an editor that breaks lines at a margin would not have begun it there. */
static bool is_own_line(struct slice above, struct slice line)
{
    size_t at = 0, word = slice_find(line, ' ');
    uint32_t first = utf8_next(line, &at);
    return text_lower(first) != first || is_caseless(first) ||
           utf8_count(above) + 1 + utf8_count(slice_sub(line, 0, word)) <= WRAPPED_LINE;
}

/* "Come to:", or a sentence, above the others. */
static bool leads(struct slice line)
{
    char last = line.len > 0 ? line.ptr[line.len - 1] : '\0';
    return last == ':' || last == '.' || last == '!' || last == '?' ||
           slice_ends(line, "\xef\xbc\x9a");
}

/* A line of them is told already, as one that goes on in an item (lists.c). */
static bool is_told(const struct md_reader *r, struct span lines)
{
    for (size_t i = r->diags->count; i > 0; i--) {
        const struct diag *diag = &r->diags->items[i - 1];
        if (diag->code == DIAG_CODE_LINES_JOINED && diag->span.source == lines.source &&
            diag->span.offset >= lines.offset && diag->span.offset < lines.offset + lines.len)
            return true;
    }
    return false;
}

void md_doubt_lines(struct md_reader *r, uint32_t start, uint32_t end)
{
    struct slice text = slice_sub(r->copy.text, 0, end);
    uint32_t lines = 0, lead = 0;
    struct slice above = SLICE_EMPTY;
    bool own = false;
    for (uint32_t at = start; at < end; lines++) {
        uint32_t from = lines > 0 ? md_skip_prefix(text, at, NULL) : at;
        uint32_t stop = md_line_end(text, from);
        struct slice line = range(r, from, stop);
        bool alone = stands_alone(line);
        lead += lines == 0 && leads(line);
        if (slice_ends(slice_sub(text, from, stop - from), "  ") || (!alone && lines >= lead))
            return;
        own = own || (lines > lead && is_own_line(above, line));
        above = line;
        at = md_line_next(text, stop);
    }
    if (!own || lines < SHORT_LINES + lead || is_told(r, md_span(&r->copy, start, end)))
        return;
    diag_add(r->diags, DIAG_CODE_LINES_JOINED, md_span(&r->copy, start, start + 1),
             "to keep the lines, end each with a backslash; for a list, begin each with - and a "
             "space",
             "these %u short lines run together into one paragraph", lines);
}
