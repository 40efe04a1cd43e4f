#include "base/diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

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

static void add(struct diag_list *list, struct diag diag)
{
    list->items = mem_grow(list->items, &list->cap, list->count + 1, sizeof *list->items);
    list->items[list->count++] = diag;
}

/* Counts one more of the code; true while it is among those that are kept. */
static bool count_in(struct diag_list *list, enum diag_code code)
{
    enum diag_severity severity = codes[code].severity;
    list->errors += severity == DIAG_ERROR;
    list->warnings += severity == DIAG_WARNING;
    return ++list->per_code[code] <= DIAG_LIMIT;
}

static const char *format_message(struct arena *arena, const char *format, va_list args)
{
    struct buf buf = {0};
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    buf.data = mem_grow(NULL, &buf.cap, (size_t)(len < 0 ? 0 : len) + 1, 1);
    buf.data[0] = '\0';
    vsnprintf(buf.data, buf.cap, format, again);
    va_end(again);
    const char *message = arena_string(arena, slice_from(buf.data));
    buf_free(&buf);
    return message;
}

static const char *copy_hint(struct arena *arena, const char *hint)
{
    return hint ? arena_string(arena, slice_from(hint)) : NULL;
}

void diag_add(struct diag_list *list, enum diag_code code, struct span span, const char *hint,
              const char *message, ...)
{
    va_list args;
    if (!count_in(list, code))
        return;
    va_start(args, message);
    add(list, (struct diag){code, codes[code].severity, span, NULL,
                            format_message(list->arena, message, args),
                            copy_hint(list->arena, hint)});
    va_end(args);
}

void diag_add_file(struct diag_list *list, enum diag_code code, const char *file, const char *hint,
                   const char *message, ...)
{
    va_list args;
    if (!count_in(list, code))
        return;
    va_start(args, message);
    add(list, (struct diag){code, codes[code].severity, SPAN_NONE, copy_hint(list->arena, file),
                            format_message(list->arena, message, args),
                            copy_hint(list->arena, hint)});
    va_end(args);
}

static const char *subject(const struct diag *diag)
{
    const char *name = diag->span.source ? diag->span.source->name : diag->file;
    return name ? name : "";
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

/* One note for each code whose number passed the limit. */
static void add_counts(struct diag_list *list)
{
    for (int code = 0; code < DIAG_CODE_COUNT; code++) {
        if (list->per_code[code] <= DIAG_LIMIT)
            continue;
        unsigned more = list->per_code[code] - DIAG_LIMIT;
        list->per_code[code] = DIAG_LIMIT;
        diag_add_file(list, DIAG_CODE_MORE_DIAGNOSTICS,
                      list->count > 0 ? subject(&list->items[0]) : NULL, NULL,
                      "%u more of the kind %s are not shown", more, codes[code].name);
    }
}

void diag_sort(struct diag_list *list)
{
    add_counts(list);
    if (list->count > 1)
        qsort(list->items, list->count, sizeof *list->items, compare);
}

static const char *severity_name(enum diag_severity severity)
{
    switch (severity) {
    case DIAG_NOTE: return "note";
    case DIAG_WARNING: return "warning";
    case DIAG_ERROR: return "error";
    }
    return "";
}

/* SGR: error red, warning magenta, note cyan, all bold. */
static const char *severity_colour(enum diag_severity severity)
{
    switch (severity) {
    case DIAG_NOTE: return "\033[1;36m";
    case DIAG_WARNING: return "\033[1;35m";
    case DIAG_ERROR: return "\033[1;31m";
    }
    return "";
}

/* Control characters in quoted content must not reach a terminal. */
static void put_clean(struct buf *out, struct slice text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c == '\t')
            buf_put_char(out, ' ');
        else if (c < 0x20 || c == 0x7f)
            buf_put_char(out, '?');
        else
            buf_put_char(out, (char)c);
    }
}

#define CONTEXT_WIDTH 160u

static void put_context(struct buf *out, const struct diag *diag)
{
    struct source_place place = source_locate(diag->span.source, diag->span.offset);
    struct slice line = source_line(diag->span.source, place.line);
    if (line.len == 0 || line.len > CONTEXT_WIDTH)
        return;
    buf_put_string(out, "    ");
    put_clean(out, line);
    buf_put_string(out, "\n    ");
    for (uint32_t i = 1; i < place.column; i++)
        buf_put_char(out, ' ');
    buf_put_string(out, "^\n");
}

static void print_one(const struct diag *diag, struct buf *out, bool context, bool colour)
{
    if (colour)
        buf_put_string(out, "\033[1m");
    put_clean(out, slice_from(subject(diag)));
    if (diag->span.source) {
        struct source_place place = source_locate(diag->span.source, diag->span.offset);
        buf_format(out, ":%u:%u", place.line, place.column);
    }
    buf_put_string(out, *subject(diag) ? ": " : "leafset: ");
    if (colour)
        buf_put_string(out, severity_colour(diag->severity));
    buf_put_string(out, severity_name(diag->severity));
    buf_put_string(out, colour ? "\033[0m: " : ": ");
    put_clean(out, slice_from(diag->message));
    buf_format(out, " [%s]\n", codes[diag->code].name);
    if (context && diag->span.source)
        put_context(out, diag);
    if (diag->hint) {
        buf_put_string(out, "  hint: ");
        put_clean(out, slice_from(diag->hint));
        buf_put_char(out, '\n');
    }
}

void diag_print(const struct diag_list *list, struct buf *out, bool context, bool colour)
{
    for (size_t i = 0; i < list->count; i++)
        print_one(&list->items[i], out, context, colour);
}

void diag_free(struct diag_list *list)
{
    mem_free(list->items);
    list->items = NULL;
    list->count = list->cap = 0;
}
