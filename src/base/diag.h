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

/* What a code is told as in one list: as the table has it, or as the settings wish. */
enum diag_grade { DIAG_AS_TABLE, DIAG_OFF, DIAG_AS_NOTE, DIAG_AS_WARNING, DIAG_AS_ERROR };

struct diag {
    enum diag_code code;
    enum diag_severity severity;
    struct span span;     /* span.source NULL: file names the subject, no line */
    const char *file;     /* when span.source is NULL; may be NULL too */
    const char *message;  /* one sentence without full stop */
    const char *hint;     /* how to mend it, or NULL */
    struct span replaced; /* a mend that needs no judgement: these bytes … */
    const char *fix;      /* … give way to this text; NULL: there is none */
};

/* What keeps a diagnostic from being told. */
struct diag_filter {
    bool (*takes)(struct diag_filter *filter, const struct diag *diag);
};

/* Zero-initialise with an arena. At most `limit` diagnostics of one code are kept for one
 * job; the list then says how many more there were. */
struct diag_list {
    struct arena *arena;
    struct diag *items;
    size_t count;
    size_t cap;
    size_t errors;
    size_t warnings;
    unsigned limit; /* of one code; 0: DIAG_LIMIT */
    unsigned per_code[DIAG_CODE_COUNT];
    unsigned char grades[DIAG_CODE_COUNT]; /* enum diag_grade; see diag_grade_set */
    struct diag_filter *filter;            /* see diag_filter_set; NULL: none */
};

#define DIAG_LIMIT 50u

const char *diag_code_name(enum diag_code code); /* "not-utf8" */
enum diag_severity diag_code_severity(enum diag_code code);

/* Adds a diagnostic with the severity of its code. The message is printf-formatted; hint may be
 * NULL and is a plain string that is copied. Returns what was added, which lives until the next is;
 * NULL: it is not kept. */
struct diag *diag_add(struct diag_list *list, enum diag_code code, struct span span,
                      const char *hint, const char *message, ...)
    __attribute__((format(printf, 5, 6)));
/* The same for a subject without a place: a file that cannot be read, an output. */
void diag_add_file(struct diag_list *list, enum diag_code code, const char *file, const char *hint,
                   const char *message, ...) __attribute__((format(printf, 5, 6)));

/* Gives the diagnostic that was just added the mend: the bytes of replaced, which lie in its
 * source, give way to text (copied). diag NULL: it was not kept. */
void diag_fix(struct diag_list *list, struct diag *diag, struct span replaced, const char *text);

/* From now on the list tells the code as the grade says, also what it holds of it already; what is
 * off is neither kept nor counted. */
void diag_grade_set(struct diag_list *list, enum diag_code code, enum diag_grade grade);

/* From now on what the filter (borrowed) takes is neither kept nor counted; it is asked of all that
 * the list holds, too. Of what is beyond the limit by then only the number is known, and stays. */
void diag_filter_set(struct diag_list *list, struct diag_filter *filter);

/* Adds all of another list but what this one says already, with the numbers of those it did not
 * keep; texts are copied, sources borrowed. For work done in another thread, which has ended. */
void diag_merge(struct diag_list *list, const struct diag_list *other);

/* Orders by source name, offset, code; stable. Call before printing. */
void diag_sort(struct diag_list *list);

/* The beginning of a text that a message repeats: DIAG_SHOWN_MOST characters of UTF-8 at most, and
 * an ellipsis where it goes on; as the arguments of "%.*s%s". */
#define DIAG_SHOWN_MOST  60u
#define DIAG_SHOWN(text) SLICE_ARGS(diag_shown(text)), diag_shown(text).len < (text).len ? "…" : ""
struct slice diag_shown(struct slice text);

/* Prints all: `file:line:col: severity: message [code]`, then `  hint: …`, and with context the
 * source line and a caret. colour adds SGR sequences. */
void diag_print(const struct diag_list *list, struct buf *out, bool context, bool colour);

/* One of them as it is printed. */
struct diag_shown {
    const char *name;      /* NULL or empty: of no file */
    uint32_t line, column; /* line 0: no place */
    enum diag_severity severity;
    enum diag_code code;
    const char *message;
    const char *context; /* of diag_put_context, or NULL */
    const char *hint;    /* NULL: none */
};
void diag_put_shown(struct buf *out, const struct diag_shown *shown, bool colour);
/* The source line (a window of a long one) and a caret; nothing where there is no place. */
void diag_put_context(struct buf *out, const struct diag *diag);

/* Puts text from elsewhere for a terminal, which it neither commands nor shows in another order
 * than it has: each control character (C0, DEL, C1), line separator and byte that is not UTF-8
 * becomes one '?', a tab a space, and what turns the direction of text (UAX #9, 2) "<U+202E>". All
 * that is printed and not ours goes through it. */
void diag_put_clean(struct buf *out, struct slice text);
/* The same for several lines. */
void diag_put_clean_lines(struct buf *out, struct slice text);

/* True if what is told keeps a leaflet from being made: something as severe as `least`. */
bool diag_forbids(const struct diag_list *list, enum diag_severity least);

void diag_free(struct diag_list *list);
