#include "base/diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

static const struct {
    const char *name;
    enum diag_severity severity;
} codes[DIAG_CODE_COUNT] = {
#define X(symbol, name, severity) {name, severity},
#include "base/diag_codes.h"
#undef X
};

const char *diag_code_name(enum diag_code code)
{
    return codes[code].name;
}

enum diag_severity diag_code_severity(enum diag_code code)
{
    return codes[code].severity;
}

static const char *copy_text(struct arena *arena, const char *text)
{
    return text ? arena_string(arena, slice_from(text)) : NULL;
}

static enum diag_severity severity_of(const struct diag_list *list, enum diag_code code)
{
    switch ((enum diag_grade)list->grades[code]) {
    case DIAG_AS_TABLE: break;
    case DIAG_OFF:
    case DIAG_AS_NOTE: return DIAG_NOTE;
    case DIAG_AS_WARNING: return DIAG_WARNING;
    case DIAG_AS_ERROR: return DIAG_ERROR;
    }
    return codes[code].severity;
}

/* Counts so many more, or fewer, of the code. */
static void count(struct diag_list *list, enum diag_code code, int more)
{
    enum diag_severity severity = severity_of(list, code);
    list->errors += severity == DIAG_ERROR ? (size_t)more : 0;
    list->warnings += severity == DIAG_WARNING ? (size_t)more : 0;
    list->per_code[code] += (unsigned)more;
}

/* Copies the texts but the message. */
static struct diag *add(struct diag_list *list, struct diag diag)
{
    diag.severity = severity_of(list, diag.code);
    diag.fix = copy_text(list->arena, diag.fix);
    diag.file = copy_text(list->arena, diag.file);
    diag.hint = copy_text(list->arena, diag.hint);
    struct diag *kept = MEM_PUSH(list->items, list->count, list->cap);
    *kept = diag;
    return kept;
}

/* True if the list does not want it. */
static bool is_taken(struct diag_list *list, const struct diag *diag)
{
    return list->grades[diag->code] == DIAG_OFF ||
           (list->filter && list->filter->takes(list->filter, diag));
}

static unsigned limit_of(const struct diag_list *list)
{
    return list->limit > 0 ? list->limit : DIAG_LIMIT;
}

/* Asks of all that the list holds. */
static void sift(struct diag_list *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (is_taken(list, &list->items[i]))
            count(list, list->items[i].code, -1);
        else
            list->items[kept++] = list->items[i];
    }
    list->count = kept;
}

void diag_filter_set(struct diag_list *list, struct diag_filter *filter)
{
    list->filter = filter;
    sift(list);
}

void diag_grade_set(struct diag_list *list, enum diag_code code, enum diag_grade grade)
{
    int told = (int)list->per_code[code];
    count(list, code, -told);
    list->grades[code] = (unsigned char)grade;
    count(list, code, told);
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].code == code)
            list->items[i].severity = severity_of(list, code);
    if (grade != DIAG_OFF)
        return;
    sift(list);
    list->per_code[code] = 0;
}

/* Counts one more of its code; true if it is to be kept. */
static bool count_in(struct diag_list *list, const struct diag *diag)
{
    if (is_taken(list, diag))
        return false;
    count(list, diag->code, 1);
    return list->per_code[diag->code] <= limit_of(list);
}

static struct diag *add_formatted(struct diag_list *list, struct diag diag, const char *message,
                                  va_list args)
{
    if (!count_in(list, &diag))
        return NULL;
    diag.message = arena_format_list(list->arena, message, args);
    return add(list, diag);
}

struct diag *diag_add(struct diag_list *list, enum diag_code code, struct span span,
                      const char *hint, const char *message, ...)
{
    va_list args;
    va_start(args, message);
    struct diag *added =
        add_formatted(list, (struct diag){.code = code, .span = span, .hint = hint}, message, args);
    va_end(args);
    return added;
}

void diag_add_file(struct diag_list *list, enum diag_code code, const char *file, const char *hint,
                   const char *message, ...)
{
    va_list args;
    va_start(args, message);
    add_formatted(list, (struct diag){.code = code, .file = file, .hint = hint}, message, args);
    va_end(args);
}

void diag_fix(struct diag_list *list, struct diag *diag, struct span replaced, const char *text)
{
    if (!diag)
        return;
    diag->replaced = replaced;
    diag->fix = copy_text(list->arena, text);
}

static const char *subject(const struct diag *diag)
{
    const char *name = diag->span.source ? diag->span.source->name : diag->file;
    return name ? name : "";
}

static bool is_told(const struct diag_list *list, const struct diag *diag)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct diag *told = &list->items[i];
        if (told->code == diag->code && told->span.source == diag->span.source &&
            told->span.offset == diag->span.offset && strcmp(subject(told), subject(diag)) == 0 &&
            strcmp(told->message, diag->message) == 0)
            return true;
    }
    return false;
}

void diag_merge(struct diag_list *list, const struct diag_list *other)
{
    unsigned not_kept[DIAG_CODE_COUNT];
    memcpy(not_kept, other->per_code, sizeof not_kept);
    for (size_t i = 0; i < other->count; i++) {
        struct diag diag = other->items[i];
        not_kept[diag.code]--;
        if (is_told(list, &diag) || !count_in(list, &diag))
            continue;
        diag.message = copy_text(list->arena, diag.message);
        add(list, diag);
    }
    for (int code = 0; code < DIAG_CODE_COUNT; code++)
        if (not_kept[code] > 0 && list->grades[code] != DIAG_OFF)
            count(list, (enum diag_code)code, (int)not_kept[code]);
}

static int compare(const void *left, const void *right)
{
    const struct diag *a = left, *b = right;
    int order = strcmp(subject(a), subject(b));
    if (order != 0)
        return order;
    if (!a->span.source != !b->span.source)
        return a->span.source ? -1 : 1;
    if (a->span.offset != b->span.offset)
        return a->span.offset < b->span.offset ? -1 : 1;
    if (a->code != b->code)
        return a->code < b->code ? -1 : 1;
    return strcmp(a->message, b->message);
}

/* The file of the last diagnostic of this code that was kept. */
static const char *last_subject(const struct diag_list *list, enum diag_code code)
{
    for (size_t i = list->count; i-- > 0;)
        if (list->items[i].code == code)
            return subject(&list->items[i]);
    return NULL;
}

/* One note for each code whose number passed the limit. */
static void add_counts(struct diag_list *list)
{
    unsigned limit = limit_of(list);
    for (int code = 0; code < DIAG_CODE_COUNT; code++) {
        if (list->per_code[code] <= limit)
            continue;
        unsigned more = list->per_code[code] - limit;
        list->per_code[code] = limit;
        diag_add_file(list, DIAG_CODE_MORE_DIAGNOSTICS, last_subject(list, (enum diag_code)code),
                      NULL, "%u more of the kind %s are not shown", more, codes[code].name);
    }
}

void diag_sort(struct diag_list *list)
{
    add_counts(list);
    if (list->count > 1)
        qsort(list->items, list->count, sizeof *list->items, compare);
}

/* SGR: error red, warning magenta, note cyan, all bold. */
static const struct {
    const char *name, *colour;
} severities[] = {
    [DIAG_NOTE] = {"note", "\033[1;36m"},
    [DIAG_WARNING] = {"warning", "\033[1;35m"},
    [DIAG_ERROR] = {"error", "\033[1;31m"},
};

/* A terminal that knows them shows "take 10" as "01 ekat"; a mark alone swaps "5-10". */
static bool turns_text(uint32_t c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e ||
           c == 0x200f || c == 0x61c;
}

static bool is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029;
}

void diag_put_clean_lines(struct buf *out, struct slice text)
{
    while (text.len > 0) {
        size_t len = slice_find(text, '\n');
        diag_put_clean(out, slice_sub(text, 0, len));
        if (len < text.len)
            buf_put_char(out, '\n');
        text = slice_from_position(text, len + 1);
    }
}

struct slice diag_shown(struct slice text)
{
    size_t end = 0;
    for (unsigned i = 0; i < DIAG_SHOWN_MOST && end < text.len; i++)
        utf8_next(text, &end);
    return slice_sub(text, 0, end);
}

void diag_put_clean(struct buf *out, struct slice text)
{
    size_t pos = 0;
    while (pos < text.len) {
        size_t start = pos;
        while (pos < text.len && text.ptr[pos] >= ' ' && text.ptr[pos] < 0x7f)
            pos++;
        buf_put(out, text.ptr + start, pos - start);
        if (pos == text.len)
            return;
        size_t good = utf8_check(slice_sub(text, pos, 4));
        start = pos;
        uint32_t c = '?';
        if (good > 0)
            c = utf8_next(text, &pos);
        else
            pos++;
        if (c == '\t')
            buf_put_char(out, ' ');
        else if (good == 0 || is_control(c))
            buf_put_char(out, '?');
        else if (turns_text(c))
            buf_format(out, "<U+%04X>", (unsigned)c);
        else
            buf_put(out, text.ptr + start, pos - start);
    }
}

/* How much of a line is shown, in bytes: before the place and in all. Leaflets have a paragraph a
 * line, so a window of a long line is the usual case. */
#define CONTEXT_BEFORE 60u
#define CONTEXT_WIDTH  100u

void diag_put_context(struct buf *out, const struct diag *diag)
{
    const struct source *source = diag->span.source;
    if (!source)
        return;
    struct slice line = source_line(source, source_locate(source, diag->span.offset).line);
    if (line.len == 0)
        return;
    size_t at = (size_t)(source->text.ptr + diag->span.offset - line.ptr);
    if (at > line.len)
        at = line.len;
    size_t start = at > CONTEXT_BEFORE ? at - CONTEXT_BEFORE : 0;
    while (start > 0 && utf8_is_tail(line.ptr[start]))
        start--;
    size_t end = line.len - start > CONTEXT_WIDTH ? start + CONTEXT_WIDTH : line.len;
    while (end < line.len && utf8_is_tail(line.ptr[end]))
        end++;
    buf_put_string(out, start > 0 ? "  … " : "    ");
    diag_put_clean(out, slice_sub(line, start, end - start));
    buf_put_string(out, end < line.len ? " …\n    " : "\n    ");
    struct slice before = slice_sub(line, start, at - start);
    if (slice_starts(before, "\xef\xbb\xbf")) /* a byte-order mark takes no room */
        before = slice_from_position(before, 3);
    struct buf shown = {0};
    diag_put_clean(&shown, before);
    for (size_t i = utf8_count(buf_slice(&shown)); i > 0; i--)
        buf_put_char(out, ' ');
    buf_put_string(out, "^\n");
    buf_free(&shown);
}

void diag_put_shown(struct buf *out, const struct diag_shown *shown, bool colour)
{
    const char *name = shown->name ? shown->name : "";
    if (colour)
        buf_put_string(out, "\033[1m");
    diag_put_clean(out, slice_from(name));
    if (shown->line > 0)
        buf_format(out, ":%u:%u", shown->line, shown->column);
    buf_put_string(out, *name ? ": " : "leafset: ");
    if (colour)
        buf_put_string(out, severities[shown->severity].colour);
    buf_put_string(out, severities[shown->severity].name);
    buf_put_string(out, colour ? "\033[0m: " : ": ");
    diag_put_clean(out, slice_from(shown->message));
    buf_format(out, " [%s]\n", codes[shown->code].name);
    if (shown->context)
        buf_put_string(out, shown->context);
    if (shown->hint) {
        buf_put_string(out, "  hint: ");
        diag_put_clean(out, slice_from(shown->hint));
        buf_put_char(out, '\n');
    }
}

static void print_one(const struct diag *diag, struct buf *out, bool context, bool colour)
{
    struct buf lines = {0};
    struct source_place place = {0, 0};
    if (diag->span.source)
        place = source_locate(diag->span.source, diag->span.offset);
    if (context)
        diag_put_context(&lines, diag);
    const struct diag_shown shown = {
        .name = subject(diag),
        .line = place.line,
        .column = place.column,
        .severity = diag->severity,
        .code = diag->code,
        .message = diag->message,
        .context = lines.len > 0 ? lines.data : NULL,
        .hint = diag->hint,
    };
    diag_put_shown(out, &shown, colour);
    buf_free(&lines);
}

void diag_print(const struct diag_list *list, struct buf *out, bool context, bool colour)
{
    for (size_t i = 0; i < list->count; i++)
        print_one(&list->items[i], out, context, colour);
}

bool diag_forbids(const struct diag_list *list, enum diag_severity least)
{
    switch (least) {
    case DIAG_NOTE: return list->count > 0;
    case DIAG_WARNING: return list->errors + list->warnings > 0;
    case DIAG_ERROR: break;
    }
    return list->errors > 0;
}

void diag_free(struct diag_list *list)
{
    mem_free(list->items);
    list->items = NULL;
    list->count = list->cap = 0;
}
