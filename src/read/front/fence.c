#include "read/front/fence.h"

#include "read/front/encoding.h"
#include "read/front/fields.h"
#include "read/front/slips.h"

/* More than this is no front matter but a file that begins with a line of dashes. */
#define FRONT_LIMIT (256u * 1024u)

/* How many lines may stand above front matter that is not in its place. */
#define ABOVE_LIMIT 30u

/* The line without blanks at its end and without a byte-order mark; empty behind the last. */
static struct slice line_of(const struct source *source, uint32_t line)
{
    if (line > source->line_count)
        return SLICE_EMPTY;
    struct slice text = source_line(source, line);
    if (line == 1)
        text = slice_from_position(text, encoding_mark(text));
    while (text.len > 0 && ascii_is_space(text.ptr[text.len - 1]))
        text.len--;
    return text;
}

static bool is_fence(struct slice text)
{
    return slice_equal_string(text, "---");
}

/* Dashes of any kind and number, as word processors make them of three hyphens. */
static bool is_dashes(struct slice text)
{
    size_t at = 0;
    while (at < text.len) {
        struct slice rest = slice_from_position(text, at);
        if (*rest.ptr == '-')
            at++;
        else if (slice_starts(rest, "–") || slice_starts(rest, "—") || slice_starts(rest, "―"))
            at += 3;
        else
            return false;
    }
    return text.len > 1;
}

static bool has_key(const struct source *source, uint32_t line)
{
    struct slice text = line_of(source, line);
    size_t colon = slice_find(text, ':');
    return colon < text.len && fields_is_key(slips_trim(slice_sub(text, 0, colon)));
}

static uint32_t skip_blank(const struct source *source, uint32_t line)
{
    while (line <= source->line_count && line_of(source, line).len == 0)
        line++;
    return line;
}

static bool is_far(const struct source *source, uint32_t line)
{
    return source->lines[line - 1] > FRONT_LIMIT;
}

static bool is_close(struct slice text)
{
    return is_fence(text) || slice_equal_string(text, "...");
}

/* The line that closes front matter whose keys begin in line first, or 0. Behind a blank line,
 * other dashes than three hyphens stand below a heading of the text. */
static uint32_t find_close(const struct source *source, uint32_t first)
{
    bool blank = false;
    for (uint32_t line = first; line <= source->line_count && !is_far(source, line); line++) {
        struct slice text = line_of(source, line);
        blank = blank || text.len == 0;
        if (is_close(text) || (!blank && is_dashes(text)))
            return line;
    }
    return 0;
}

/* Without a closing line the keys end, most likely, at the first blank line. */
static uint32_t find_blank(const struct source *source, uint32_t first)
{
    for (uint32_t line = first; line <= source->line_count; line++)
        if (line_of(source, line).len == 0 || is_far(source, line))
            return line;
    return source->line_count + 1;
}

static struct span span_of(const struct source *source, uint32_t line)
{
    struct slice text = line_of(source, line);
    return (struct span){source, (uint32_t)(text.ptr - source->text.ptr), (uint32_t)text.len};
}

static void tell(const struct source *source, uint32_t line, const char *hint, const char *message,
                 struct diag_list *diags)
{
    diag_add(diags, DIAG_CODE_YAML_SYNTAX, span_of(source, line), hint, "%s", message);
}

static void tell_dashes(const struct source *source, uint32_t line, struct diag_list *diags)
{
    if (!is_close(line_of(source, line)))
        tell(source, line,
             "write ---, and undo (Ctrl+Z) what the word processor makes of it at once",
             "the line above or below the front matter must be three hyphens, ---", diags);
}

/* The line from which front matter that is not in its place begins: 0 for keys without a line
 * above them; UINT32_MAX: there is none. */
static uint32_t find_misplaced(const struct source *source, struct diag_list *diags)
{
    uint32_t first = skip_blank(source, 1);
    if (has_key(source, first) && has_key(source, first + 1)) {
        tell(source, first, "write a line --- above the keys and another one below them",
             "the front matter must stand between two lines of three hyphens, ---", diags);
        return first - 1;
    }
    for (uint32_t line = first; line <= source->line_count && line <= ABOVE_LIMIT; line++) {
        if (!is_dashes(line_of(source, line)) || !has_key(source, line + 1) ||
            (line > first && (!has_key(source, line + 2) || !find_close(source, line + 1))))
            continue;
        if (line > 1)
            tell(source, line,
                 line == first ? "delete the blank lines above it"
                               : "move the lines above it below the front matter",
                 "the front matter must begin in line 1", diags);
        return line;
    }
    return UINT32_MAX;
}

bool fence_find(const struct source *source, struct diag_list *diags, struct fence *out)
{
    uint32_t open = is_fence(line_of(source, 1)) ? 1 : find_misplaced(source, diags);
    if (open == UINT32_MAX)
        return false;
    bool fenced = open > 0 && is_dashes(line_of(source, open));
    uint32_t first = open + 1, close = find_close(source, first);
    uint32_t end = close ? close : find_blank(source, first);
    if (!fenced && close > find_blank(source, first)) { /* a line of the text, not of the keys */
        end = find_blank(source, first);
        close = 0;
    }
    if (fenced)
        tell_dashes(source, open, diags);
    if (close)
        tell_dashes(source, close, diags);
    else if (fenced)
        diag_add(diags, DIAG_CODE_YAML_SYNTAX, span_of(source, open),
                 "end it with a line of three hyphens, ---",
                 "the front matter that begins here does not end");
    *out = (struct fence){first, end, close ? close + 1 : end};
    return true;
}
