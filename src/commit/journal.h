/* What a commit is about to do, in bytes: for each set of files that appear together, the hidden
 * and the final name of each. Whole or nothing: a journal that was cut off is none. Used within
 * commit/ only. */
#pragma once

#include <stdbool.h>

#include "base/buf.h"

/* Puts one set after another between journal_begin and journal_end. */
void journal_begin(struct buf *out);
void journal_put_file(struct buf *out, const char *hidden, const char *name);
void journal_end_set(struct buf *out);
void journal_end(struct buf *out);

struct journal_reader {
    const char *at;
    const char *end;
};

enum journal_entry { JOURNAL_FILE, JOURNAL_SET_ENDS, JOURNAL_ENDS };

/* False: the text is no journal, or not all of one. The text is borrowed. */
bool journal_open(struct slice text, struct journal_reader *reader);
/* The next entry; of a file its names, which lie in the text, NUL-terminated. */
enum journal_entry journal_next(struct journal_reader *reader, const char **hidden,
                                const char **name);
