#include "read/front/fence.h"

#include <string.h>

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
    for (size_t mark = 1; mark > 0;) {
        mark = slips_odd_blank(text, 0); /* a byte-order mark, a non-breaking space */
        text = slice_from_position(text, mark);
    }
    while (text.len > 0 && ascii_is_space(text.ptr[text.len - 1]))
        text.len--;
    return text;
}

static bool is_fence(struct slice text)
{
    return slice_equal_string(text, "---");
}

/* Dashes of any kind and number, as word processors make them of three hyphens, and other signs
 * that people draw a line with. */
static bool is_dashes(struct slice text)
{
    size_t at = 0;
    while (at < text.len) {
        struct slice rest = slice_from_position(text, at);
        if (strchr("-*_=", *rest.ptr))
            at++;
        else if (slice_starts(rest, "–") || slice_starts(rest, "—") || slice_starts(rest, "―"))
            at += 3;
        else
            return false;
    }
    return text.len > 1;
}

/* A line that is to open front matter: "---yaml" and "--- # facts" as well. */
static bool is_opening(struct slice text)
{
    return is_dashes(text) || slice_starts(text, "---");
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

/* close: 0 where there is none. One message for both lines. */
static void tell_dashes(const struct source *source, uint32_t open, uint32_t close,
                        struct diag_list *diags)
{
    bool more = !is_dashes(line_of(source, open));
    const char *hint =
        more ? "write --- and nothing else in the line"
             : "write ---, and undo (Ctrl+Z) what the word processor makes of it at once";
    bool open_wrong = !is_fence(line_of(source, open));
    bool close_wrong = close && !is_close(line_of(source, close));
    if (open_wrong && close_wrong)
        tell(source, open, hint,
             "the lines above and below the front matter must be three hyphens, ---", diags);
    else if (open_wrong || close_wrong)
        tell(source, open_wrong ? open : close, hint,
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
        if (!is_opening(line_of(source, line)) || !has_key(source, line + 1) ||
            (line > first && (!has_key(source, line + 2) || !find_close(source, line + 1))))
            continue;
        if (line > 1)
            tell(source, line,
                 line == first ? "delete the blank lines above it"
                 : slice_starts(line_of(source, line - 1), "```")
                     ? "delete the line ``` above it, and the one where it ends"
                     : "move the lines above it below the front matter",
                 "the front matter must begin in line 1", diags);
        return line;
    }
    return UINT32_MAX;
}

/* ---- front matter in another language than YAML */

struct notation {
    const char *name, *open, *close;
    char between; /* a key and its value */
};

static const struct notation notations[] = {
    {"TOML", "+++", "+++", '='}, {"TOML", "---toml", "---", '='}, {"JSON", "---json", "---", ':'},
    {"JSON", ";;;", ";;;", ':'}, {"JSON", "{", "}", ':'},
};

/* The line as YAML has it, in the arena: title = "Skin care" and "title": "Skin care", alike;
 * NULL: it has no key of ours. */
static const char *as_yaml(struct slice text, char between, struct arena *arena)
{
    size_t at = slice_find(text, between);
    struct slice key = slice_trim(slice_sub(text, 0, at));
    struct slice value = slice_trim(slice_from_position(text, at + 1));
    if (key.len > 2 && *key.ptr == '"' && key.ptr[key.len - 1] == '"')
        key = slice_sub(key, 1, key.len - 2);
    if (value.len > 0 && between == ':' && value.ptr[value.len - 1] == ',')
        value.len--;
    if (at == text.len || !fields_is_key(key))
        return NULL;
    return arena_format(arena, "%.*s: %.*s", SLICE_ARGS(key), SLICE_ARGS(value));
}

/* The first line from `line` to its end that has a key of ours, as YAML; NULL: there is none. */
static const char *find_example(const struct source *source, uint32_t line,
                                const struct notation *notation, struct arena *arena)
{
    const char *found = NULL;
    for (uint32_t i = 0; i < ABOVE_LIMIT && !found; i++) {
        struct slice text = line_of(source, line + i);
        if (slice_equal_string(slice_trim(text), notation->close))
            return NULL;
        found = as_yaml(text, notation->between, arena);
    }
    return found;
}

/* True after a diagnostic: the front matter is written in another notation; *out has no keys. */
static bool find_other_notation(const struct source *source, struct diag_list *diags,
                                struct fence *out)
{
    uint32_t open = skip_blank(source, 1), line;
    const struct notation *notation = notations,
                          *end = notation + sizeof notations / sizeof *notations;
    while (notation < end && !slice_equal_nocase(line_of(source, open), slice_from(notation->open)))
        notation++;
    const char *example =
        notation < end ? find_example(source, open + 1, notation, diags->arena) : NULL;
    if (!example)
        return false;
    for (line = open + 1; line <= source->line_count && !is_far(source, line); line++)
        if (slice_equal_string(line_of(source, line), notation->close))
            break;
    diag_add(
        diags, DIAG_CODE_YAML_SYNTAX, span_of(source, open),
        arena_format(diags->arena, "write it in YAML, between two lines ---, as in %s", example),
        "this front matter is in %s, and leafset reads YAML", notation->name);
    *out = (struct fence){line, line, line + 1};
    return true;
}

bool fence_find(const struct source *source, struct diag_list *diags, struct fence *out)
{
    if (find_other_notation(source, diags, out))
        return true;
    uint32_t open = is_fence(line_of(source, 1)) ? 1 : find_misplaced(source, diags);
    if (open == UINT32_MAX)
        return false;
    bool fenced = open > 0 && is_opening(line_of(source, open));
    uint32_t first = open + 1, close = find_close(source, first);
    uint32_t end = close ? close : find_blank(source, first);
    if (!fenced && close > find_blank(source, first)) { /* a line of the text, not of the keys */
        end = find_blank(source, first);
        close = 0;
    }
    if (fenced)
        tell_dashes(source, open, close, diags);
    if (!close && fenced)
        diag_add(diags, DIAG_CODE_YAML_SYNTAX, span_of(source, open),
                 "end it with a line of three hyphens, ---",
                 "the front matter that begins here does not end");
    *out = (struct fence){first, end, close ? close + 1 : end};
    return true;
}
