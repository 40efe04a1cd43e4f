/* Diagnostics: what is wrong with the content or the job, where, and how to mend it. One X-macro
 * table (base/diag_codes.h) holds every code; each has a golden test. A diag_list belongs to one
 * job and one thread; texts live in its arena. Every module may include it. */
#pragma once

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/source.h"

enum diag_severity { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };

enum diag_code {
#define X(symbol, name, severity) DIAG_CODE_##symbol,
#include "base/diag_codes.h"
#undef X
    DIAG_CODE_COUNT
};

struct diag {
    enum diag_code code;
    struct span span;    /* span.source NULL: file names the subject, no line */
    const char *file;    /* when span.source is NULL; may be NULL too */
    const char *message; /* one sentence without full stop */
    const char *hint;    /* how to mend it, or NULL */
};

/* Zero-initialise with an arena. At most DIAG_LIMIT diagnostics of one code are kept for one
 * job; the list then says how many more there were. */
struct diag_list {
    struct arena *arena;
    struct diag *items;
    size_t count;
    size_t cap;
    size_t errors;
    size_t warnings;
    unsigned per_code[DIAG_CODE_COUNT];
};

#define DIAG_LIMIT 50u

const char *diag_code_name(enum diag_code code); /* "not-utf8" */
enum diag_severity diag_code_severity(enum diag_code code);

/* Adds a diagnostic with the severity of its code. The message is printf-formatted; hint may be
 * NULL and is a plain string that is copied. */
void diag_add(struct diag_list *list, enum diag_code code, struct span span, const char *hint,
              const char *message, ...) __attribute__((format(printf, 5, 6)));
/* The same for a subject without a place: a file that cannot be read, an output. */
void diag_add_file(struct diag_list *list, enum diag_code code, const char *file, const char *hint,
                   const char *message, ...) __attribute__((format(printf, 5, 6)));

/* Adds all of another list but what this one says already, with the numbers of those it did not
 * keep; texts are copied, sources borrowed. For work done in another thread, which has ended. */
void diag_merge(struct diag_list *list, const struct diag_list *other);

/* Orders by source name, offset, code; stable. Call before printing. */
void diag_sort(struct diag_list *list);

/* Prints all: `file:line:col: severity: message [code]`, then `  hint: …`, and with context the
 * source line and a caret. colour adds SGR sequences. */
void diag_print(const struct diag_list *list, struct buf *out, bool context, bool colour);

/* Puts text from elsewhere for a terminal, which it neither commands nor shows in another order
 * than it has: each control character (C0, DEL, C1), line separator and byte that is not UTF-8
 * becomes one '?', a tab a space, and what turns the direction of text (UAX #9, 2) "<U+202E>". All
 * that is printed and not ours goes through it. */
void diag_put_clean(struct buf *out, struct slice text);
/* The same for several lines. */
void diag_put_clean_lines(struct buf *out, struct slice text);

/* True if what is told keeps a leaflet from being made: an error or, where strict, a warning. */
bool diag_forbids(const struct diag_list *list, bool strict);

void diag_free(struct diag_list *list);
