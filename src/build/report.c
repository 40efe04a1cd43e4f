#include "build/report.h"

#include <string.h>

struct report_part {
    struct report_part *next;
    struct slice text;
    struct slice
        once; /* of those that are equal in this, only the first is printed; may be empty */
    enum diag_severity severity;
};

/* Whether the message says the same of every leaflet, wherever it stands. */
static bool is_general(enum diag_code code)
{
    return code == DIAG_CODE_FONT_MISSING || code == DIAG_CODE_KEY_OTHER;
}

/* A message about another file than the leaflet is the same in every leaflet that reads it. */
static struct slice once_of(const struct diag *diag, struct slice text, const char *name)
{
    const char *subject = diag->span.source ? diag->span.source->name : diag->file;
    if (is_general(diag->code))
        return slice_from(diag->message);
    return subject && strcmp(subject, name) != 0 ? text : SLICE_EMPTY;
}

void report_make(const struct diag_list *diags, const char *name,
                 const struct build_options *options, struct report *out)
{
    struct report_part **end = &out->first;
    while (*end)
        end = &(*end)->next;
    for (size_t i = 0; i < diags->count; i++) {
        struct diag *diag = &diags->items[i];
        const struct diag_list one = {.items = diag, .count = 1};
        struct report_part *part = ARENA_NEW(&out->arena, struct report_part);
        struct buf text = {0};
        diag_print(&one, &text, options->context, options->colour);
        part->text = buf_keep(&text, &out->arena);
        struct slice once = once_of(diag, part->text, name);
        part->once = slice_from(arena_string(&out->arena, once));
        part->severity = diag->severity;
        *end = part;
        end = &part->next;
    }
}

void report_put(const struct report *report, struct report_told *told, struct buf *out)
{
    for (const struct report_part *part = report->first; part; part = part->next) {
        struct slice once = part->once;
        if (once.len > 0 && map_get(&told->once, once))
            continue;
        if (once.len > 0)
            map_put(&told->once, slice_from(arena_string(&told->arena, once)), told);
        told->errors += part->severity == DIAG_ERROR;
        told->warnings += part->severity == DIAG_WARNING;
        buf_put_slice(out, part->text);
    }
}

void report_free(struct report *report)
{
    arena_free(&report->arena);
}

void report_told_free(struct report_told *told)
{
    map_free(&told->once);
    arena_free(&told->arena);
}
