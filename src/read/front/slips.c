#include "read/front/slips.h"

#include <string.h>

#include "read/front/mended.h"

/* Longer than any key. */
#define KEY_LIMIT 40u

struct slip_search {
    const struct source *source;
    slips_key_test *is_key;
    struct arena *arena;
    struct diag_list *diags;
    uint32_t line, end;  /* the line looked at; offset of the end */
    struct slice key;    /* the last that stood well; empty: none */
    size_t key_indent;   /* its column */
    bool key_full;       /* it had its value beside it */
    bool told_separator; /* signs that stand for a colon, once … */
    bool told_item;      /* … and those for the - of an item */
    bool has_block;      /* lines further right than block_indent are text */
    size_t block_indent;
    char open; /* a quotation or a bracket that a later line closes, or 0 */
    bool found;
};

/* A line taken apart; all are parts of the source. */
struct slip_line {
    struct slice text;   /* without its indentation and the signs of list items */
    struct slice indent; /* blanks of any kind */
    size_t column;       /* of text */
    bool item;
    struct slice key, value; /* key.len 0: no key; value without blanks around */
    bool spaced;             /* a space follows the colon, or nothing */
};

size_t slips_odd_blank(struct slice text, size_t at)
{
    static const char *const blanks[] = {"\xc2\xa0",     "\xe2\x80\x87", "\xe2\x80\xaf",
                                         "\xe2\x80\x82", "\xe2\x80\x83", "\xe2\x80\x89",
                                         "\xe2\x80\x8b", "\xe3\x80\x80", "\xef\xbb\xbf"};
    struct slice rest = slice_from_position(text, at);
    if (rest.len == 0 || (unsigned char)rest.ptr[0] < 0x80)
        return 0;
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (slice_starts(rest, blanks[i]))
            return strlen(blanks[i]);
    return 0;
}

struct slice slips_trim(struct slice text)
{
    for (size_t len = 1; len > 0 && text.len > 0;) {
        text = slice_trim(text);
        len = slips_odd_blank(text, 0);
        text = slice_from_position(text, len);
    }
    for (size_t len = 1; len > 0 && text.len > 0;) {
        text = slice_trim(text);
        len = 0;
        for (size_t back = 2; back <= 3 && back <= text.len && len == 0; back++)
            if (slips_odd_blank(text, text.len - back) == back)
                len = back;
        text.len -= len;
    }
    return text;
}

static struct span span_at(const struct slip_search *search, const char *at, size_t len)
{
    return (struct span){search->source, (uint32_t)(at - search->source->text.ptr), (uint32_t)len};
}

static void tell(struct slip_search *search, struct slice place, const char *hint,
                 const char *message)
{
    diag_add(search->diags, DIAG_CODE_YAML_SYNTAX, span_at(search, place.ptr, place.len), hint,
             "%s", message);
    search->found = true;
}

/* The line with this text, in quotes, for its value. */
static const char *with_value(const struct slip_search *search, struct slice value,
                              struct slice text)
{
    return mended_line(search->arena, search->source, span_at(search, value.ptr, 0).offset, text);
}

/* The line with a space in each place that needs one. */
static const char *with_spaces(const struct slip_search *search, const struct slip_line *line)
{
    return arena_format(search->arena, "write %s%.*s:%s%.*s", line->item ? "- " : "",
                        SLICE_ARGS(slips_trim(line->key)), line->value.len > 0 ? " " : "",
                        SLICE_ARGS(line->value));
}

static bool is_name(struct slice text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!ascii_is_alnum(text.ptr[i]) && text.ptr[i] != '_' && text.ptr[i] != '-')
            return false;
    return text.len > 0;
}

/* The line's key and value, should it have a key. */
static void split_key(const struct slip_search *search, struct slip_line *line)
{
    size_t colon = slice_find(line->text, ':');
    struct slice key = slice_sub(line->text, 0, colon);
    struct slice after = slice_from_position(line->text, colon + 1);
    if (colon == line->text.len || colon > KEY_LIMIT || strchr(":\"'[{", line->text.ptr[0]))
        return;
    line->spaced = after.len == 0 || ascii_is_space(after.ptr[0]);
    if (!line->spaced && !search->is_key(slips_trim(key)))
        return;
    line->key = key;
    line->value = slips_trim(after);
}

static struct slip_line take_apart(const struct slip_search *search, uint32_t number)
{
    struct slip_line line = {.item = false};
    struct slice text = source_line(search->source, number);
    if (number == 1)
        text = slice_from_position(text, slips_odd_blank(text, 0)); /* a byte-order mark */
    size_t at = 0;
    for (size_t len = 1; len > 0 && at < text.len; at += len)
        len = text.ptr[at] == ' ' || text.ptr[at] == '\t' ? 1 : slips_odd_blank(text, at);
    line.indent = slice_sub(text, 0, at);
    while (slice_starts(slice_from_position(text, at), "- ")) {
        line.item = true;
        for (at++; at < text.len && text.ptr[at] == ' ';)
            at++;
    }
    line.column = at;
    line.text = slips_trim(slice_from_position(text, at));
    split_key(search, &line);
    return line;
}

/* Where a comment behind a plain value begins, or its end. */
static struct slice without_comment(struct slice value)
{
    for (size_t i = 1; i < value.len; i++)
        if (value.ptr[i] == '#' && ascii_is_space(value.ptr[i - 1]))
            return slice_trim(slice_sub(value, 0, i));
    return value;
}

/* The place behind the quotation that value begins with, or 0: it does not end here. */
static size_t quote_end(struct slice value)
{
    char quote = value.ptr[0];
    for (size_t i = 1; i < value.len; i++) {
        if (quote == '"' && value.ptr[i] == '\\')
            i++;
        else if (value.ptr[i] == quote && quote == '\'' && i + 1 < value.len &&
                 value.ptr[i + 1] == quote)
            i++;
        else if (value.ptr[i] == quote)
            return i + 1;
    }
    return 0;
}

/* Whether the next line that is not blank begins with a key, or as an item an item's, or there is
 * none. */
static bool key_follows(const struct slip_search *search, bool item)
{
    for (uint32_t number = search->line + 1;
         number <= search->source->line_count && search->source->lines[number - 1] < search->end;
         number++) {
        struct slip_line next = take_apart(search, number);
        if (next.text.len > 0)
            return (item && next.item) ||
                   (next.key.len > 0 && search->is_key(slips_trim(next.key)));
    }
    return true;
}

static const char *const closing_quotes[] = {"”", "“", "’", "‘", "\"", "'"};

static struct slice without_closing_quote(struct slice text)
{
    for (size_t i = 0; i < sizeof closing_quotes / sizeof *closing_quotes; i++)
        if (slice_ends(text, closing_quotes[i]))
            return slice_sub(text, 0, text.len - strlen(closing_quotes[i]));
    return text;
}

/* An apostrophe that stands for letters left out: "'Tis the season", "'90s", "'flu". */
static bool is_elision(struct slice value)
{
    static const char *const words[] = {"'tis", "'twas", "'flu", "'em", "'cause", "'til"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t len = strlen(words[i]);
        if (slice_equal_nocase(slice_sub(value, 0, len), slice_from(words[i])) &&
            (value.len == len || !ascii_is_alnum(value.ptr[len])))
            return true;
    }
    return value.len > 1 && *value.ptr == '\'' && ascii_is_digit(value.ptr[1]);
}

static void check_quoted(struct slip_search *search, struct slice value, bool item)
{
    size_t end = quote_end(value);
    struct slice rest = slice_trim(slice_from_position(value, end));
    if (end == 0 && !key_follows(search, item)) {
        search->open = value.ptr[0];
        return;
    }
    struct slice inner = without_closing_quote(slice_from_position(value, 1));
    if (end == 0) {
        tell(search, value, with_value(search, value, is_elision(value) ? value : inner),
             "the quotation that begins here does not end in this line");
        return;
    }
    if (rest.len == 0 || *rest.ptr == '#')
        return;
    bool wrapped = value.ptr[value.len - 1] == value.ptr[0];
    tell(search, slice_sub(value, end - 1, 1), with_value(search, value, wrapped ? inner : value),
         value.ptr[0] == '\'' ? "this apostrophe ends the quotation, and more follows"
                              : "this quotation mark ends the quotation, and more follows");
}

/* What stands between curly quotes around the whole value; else empty. */
static struct slice inside_curly(struct slice value)
{
    static const struct {
        const char *open, *close;
    } pairs[] = {{"“", "”"}, {"”", "”"}, {"„", "“"}, {"„", "”"},
                 {"‘", "’"}, {"’", "’"}, {"‚", "‘"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        size_t open = strlen(pairs[i].open), close = strlen(pairs[i].close);
        if (value.len <= open + close || !slice_starts(value, pairs[i].open) ||
            !slice_ends(value, pairs[i].close))
            continue;
        struct slice inner = slice_sub(value, open, value.len - open - close);
        if (!memmem(inner.ptr, inner.len, pairs[i].open, open))
            return inner;
    }
    return SLICE_EMPTY;
}

/* True when what stands below the line belongs to it: it begins further right, or is an item. */
static bool goes_deeper(const struct slip_search *search, const struct slip_line *line)
{
    const struct source *source = search->source;
    for (uint32_t number = search->line + 1;
         number <= source->line_count && source->lines[number - 1] < search->end; number++) {
        struct slip_line next = take_apart(search, number);
        if (next.text.len > 0)
            return next.item || next.column > line->column;
    }
    return false;
}

/* "|", ">-" or ">2", which begin a text of several lines below, and perhaps a comment. */
static bool is_block_header(struct slice value)
{
    size_t at = 1;
    while (at < value.len && at < 3 &&
           (value.ptr[at] == '+' || value.ptr[at] == '-' || ascii_is_digit(value.ptr[at])))
        at++;
    struct slice rest = slice_trim(slice_from_position(value, at));
    return rest.len == 0 || *rest.ptr == '#';
}

/* A sign of YAML's that needs lines below it to mean something, and has none: "&T", ">18 years". */
static bool lacks_lines(const struct slip_search *search, const struct slip_line *line,
                        struct slice value)
{
    bool block = *value.ptr == '|' || *value.ptr == '>';
    if (block && !is_block_header(value))
        return true;
    bool anchor = *value.ptr == '&' && is_name(slice_from_position(value, 1));
    bool counted = block && value.len > 1 && ascii_is_digit(value.ptr[1]);
    return (anchor || counted) && !goes_deeper(search, line);
}

/* A value without quotes that begins with a sign of YAML's which does not end as it should. */
static bool begins_wrongly(const struct slip_line *line, struct slice value)
{
    size_t last = value.len;
    struct slice rest = slice_from_position(value, 1);
    switch (value.ptr[0]) {
    case '@':
    case '`':
    case '%':
    case '!': return true;
    case '*': return !is_name(rest);
    case '&':
    case '?': return rest.len > 0 && *rest.ptr == ' ';
    case '-': return !line->item && rest.len > 0 && *rest.ptr == ' ';
    case '[':
    case '{':
        while (last > 0 && value.ptr[last - 1] != (value.ptr[0] == '[' ? ']' : '}'))
            last--;
        rest = slice_trim(slice_from_position(value, last));
        return last > 0 && rest.len > 0 && *rest.ptr != '#';
    default: return false;
    }
}

/* The colon in a value that makes YAML see a second key in the line, or its end. */
static size_t find_colon(struct slice value)
{
    for (size_t i = 0; i < value.len; i++)
        if (value.ptr[i] == ':' && (i + 1 == value.len || ascii_is_space(value.ptr[i + 1])))
            return i;
    return value.len;
}

static void check_value(struct slip_search *search, const struct slip_line *line,
                        struct slice value)
{
    struct slice plain = without_comment(value), inner = inside_curly(plain);
    if (value.len == 0 || *value.ptr == '#')
        return;
    bool alone = lacks_lines(search, line, plain);
    if (*value.ptr == '"' || *value.ptr == '\'') {
        check_quoted(search, value, line->item);
    } else if (!alone && (*value.ptr == '|' || *value.ptr == '>')) {
        search->has_block = true;
        search->block_indent = line->indent.len;
    } else if (inner.len > 0) {
        tell(search, plain, with_value(search, value, inner),
             "the quotes around this value are curly, and so they are part of the value");
    } else if (alone || begins_wrongly(line, plain)) {
        tell(
            search, plain, with_value(search, value, plain),
            arena_format(search->arena, "a value without quotes cannot begin with %c%s", *value.ptr,
                         *value.ptr == '[' || *value.ptr == '{' ? " and go on after its end" : ""));
    } else if (*value.ptr == '[' || *value.ptr == '{') {
        char close = *value.ptr == '[' ? ']' : '}';
        search->open = slice_find(value, close) < value.len ? 0 : close;
    } else if (*value.ptr != '&' && line->key.len > 0 && find_colon(plain) < plain.len) {
        tell(search, slice_sub(plain, find_colon(plain), 1), with_value(search, value, plain),
             "a colon with a space after it cannot stand in a value without quotes");
    }
}

static bool check_blanks(struct slip_search *search, const struct slip_line *line)
{
    struct slice key = slips_trim(line->key);
    size_t tab = slice_find(line->indent, '\t'), odd = 0;
    bool known = search->is_key(key);
    if (tab < line->indent.len) {
        tell(search, slice_sub(line->indent, tab, 1),
             arena_format(search->arena, "%s, with two spaces before it for each tab",
                          with_spaces(search, line)),
             "a tab stands before this key, where only spaces may stand");
        return true;
    }
    while (odd < line->indent.len && line->indent.ptr[odd] == ' ')
        odd++;
    if (odd < line->indent.len && known) {
        tell(search, slice_from_position(line->indent, odd), with_spaces(search, line),
             "a space before this key is a non-breaking one");
        return true;
    }
    const char *behind = line->key.ptr + line->key.len + 1;
    if (key.len < slice_trim(line->key).len && known) {
        tell(search, line->key, with_spaces(search, line),
             "the space beside this key is a non-breaking one");
        return true;
    }
    if (line->spaced)
        return false;
    size_t len = slips_odd_blank(
        (struct slice){behind, (size_t)(line->text.ptr + line->text.len - behind)}, 0);
    const char *hint = with_spaces(search, line);
    if (len > 0 || (line->value.len > 0 && behind < line->value.ptr))
        tell(search, (struct slice){behind, len},
             arena_format(search->arena, "type the space anew: %s", hint),
             "the space after the colon is a non-breaking one");
    else
        tell(search, slice_sub(line->key, 0, line->key.len), hint,
             "there is no space after the colon");
    return true;
}

static void check_key(struct slip_search *search, const struct slip_line *line)
{
    struct slice key = slips_trim(line->key);
    if (check_blanks(search, line)) {
        search->key_full = false;
        return;
    }
    if (!line->item && search->key_full && line->column > search->key_indent &&
        (is_name(key) || search->is_key(key))) {
        tell(search, line->text,
             arena_format(search->arena, "%s, as far left as the line above it",
                          with_spaces(search, line)),
             "this line begins further right than the key above it, which has its value already");
        return;
    }
    search->key = key;
    search->key_indent = line->column;
    search->key_full = line->value.len > 0 && !strchr("#&|>", *line->value.ptr);
    check_value(search, line, line->value);
}

/* ---- lines without a key */

/* The text behind the first of some signs that it begins with, or behind none. */
static struct slice behind_sign(struct slice text)
{
    static const char *const signs[] = {"•", "▪", "‣", "◦", "·", "–", "—", "*", "+", "-", "\uf0b7"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (slice_starts(text, signs[i]))
            return slips_trim(slice_from_position(text, strlen(signs[i])));
    return text;
}

static struct slice without_stars(struct slice text)
{
    while (text.len > 0 && (*text.ptr == '*' || *text.ptr == '_'))
        text = slice_from_position(text, 1);
    while (text.len > 0 && (text.ptr[text.len - 1] == '*' || text.ptr[text.len - 1] == '_'))
        text.len--;
    return slips_trim(text);
}

/* Takes "title = T", "title - T" or "**Title:** T" apart at the sign; false: it is no such line. */
static bool split_at(const struct slip_search *search, struct slice text, const char *sign,
                     struct slice *key, struct slice *value)
{
    struct slice head = slice_sub(text, 0, KEY_LIMIT);
    const char *found = memmem(head.ptr, head.len, sign, strlen(sign));
    if (!found)
        return false;
    size_t at = (size_t)(found - text.ptr);
    *key = without_stars(slips_trim(slice_sub(text, 0, at)));
    *value = without_stars(slips_trim(slice_from_position(text, at + strlen(sign))));
    return search->is_key(*key);
}

/* True: the line is a key and a value with another sign than a colon between them. */
static bool check_separator(struct slip_search *search, const struct slip_line *line)
{
    static const char *const signs[] = {":", "=", "：", " - ", " – ", " — "};
    struct slice key, value;
    size_t i = 0;
    while (i < sizeof signs / sizeof *signs &&
           !split_at(search, line->text, signs[i], &key, &value))
        i++;
    if (i == sizeof signs / sizeof *signs)
        return false;
    if (!search->told_separator)
        tell(search, line->text,
             arena_format(search->arena, "write %.*s: %.*s", SLICE_ARGS(key), SLICE_ARGS(value)),
             i == 0 ? "asterisks and underscores cannot stand around a key"
                    : "between a key and its value stands a colon with a space after it");
    search->told_separator = true;
    return true;
}

/* Below a key without a value stand the items of its list, or the value by mistake. */
static void check_keyless(struct slip_search *search, const struct slip_line *line)
{
    struct slice item = behind_sign(line->text);
    if (check_separator(search, line) || search->key.len == 0 || search->key_full)
        return;
    if (item.ptr != line->text.ptr && item.len > 0) {
        if (!search->told_item)
            tell(search, line->text, arena_format(search->arena, "write - %.*s", SLICE_ARGS(item)),
                 "an item of a list begins with a hyphen and a space");
        search->told_item = true;
    } else if (line->column <= search->key_indent) {
        tell(search, line->text,
             arena_format(search->arena, "write %.*s: %.*s", SLICE_ARGS(search->key),
                          SLICE_ARGS(line->text)),
             "this line belongs to no key: a value begins in the line of its key");
        search->key_full = true;
    }
}

/* Whether the line belongs to a text, a quotation or a bracket that began above. */
static bool goes_on(struct slip_search *search, const struct slip_line *line)
{
    if (search->has_block && line->indent.len > search->block_indent)
        return true;
    search->has_block = false;
    if (!search->open)
        return false;
    if (slice_find(line->text, search->open) < line->text.len)
        search->open = 0;
    return true;
}

bool slips_find(const struct source *source, uint32_t start, uint32_t end, slips_key_test *is_key,
                struct arena *arena, struct diag_list *diags)
{
    struct slip_search search = {
        .source = source, .is_key = is_key, .arena = arena, .diags = diags, .end = end};
    if (start >= end)
        return false;
    for (search.line = source_locate(source, start).line;
         search.line <= source->line_count && source->lines[search.line - 1] < end; search.line++) {
        struct slip_line line = take_apart(&search, search.line);
        if (line.text.len == 0 || goes_on(&search, &line) || *line.text.ptr == '#')
            continue;
        if (line.key.len > 0)
            check_key(&search, &line);
        else if (line.item)
            check_value(&search, &line, line.text);
        else
            check_keyless(&search, &line);
    }
    return search.found;
}
