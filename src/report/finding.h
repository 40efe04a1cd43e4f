/* What is kept of a diagnostic once its leaflet is freed: all that a report tells of it. Texts live
 * in the arena of whoever made or copied it. Used by report/ and build/. */
#pragma once

#include <stdint.h>

#include "base/diag.h"

/* All from 1. Columns count code points (a byte-order mark counts none), bytes those of the line.
 */
struct finding_place {
    uint32_t line, column, byte;
};

/* A replacement that is safe without a person's look. */
struct finding_fix {
    const char *text;     /* NULL: there is none */
    uint32_t offset, len; /* what it replaces, in bytes of the file */
    struct finding_place start, end;
    uint64_t file_hash; /* hash_bytes of all of the file that it is for */
};

struct finding {
    enum diag_code code;
    enum diag_severity severity;
    const char *name;                /* the file as leafset opened it; NULL: it concerns the run */
    const char *path;                /* the same for other programs; whoever tells it fills it */
    struct finding_place start, end; /* line 0: no place in the file; end: behind the last
                                        character, line ends left out */
    struct finding_place first_end;  /* where it ends on its first line */
    const char *message, *hint;      /* as diag_put_clean puts them; hint may be NULL */
    const char *context;             /* of diag_put_context, or NULL */
    uint64_t line_hash;   /* of the words of the line, or of the message without a line */
    char fingerprint[17]; /* finding_identify: 16 hexadecimal digits */
    unsigned occurrence;  /* how many findings before it in the run have the same, and itself */
    struct finding_fix fix;
};

/* Remembers the line that was hashed last: a leaflet has a paragraph a line, and many findings in
 * it. Zero-initialise for each list. */
struct finding_lines {
    const struct source *source;
    uint32_t line;
    uint64_t hash;
    const struct source *hashed; /* the one that was hashed last for a fix */
    uint64_t source_hash;
};

/* context: it is wanted, as people read it. path stays NULL. */
void finding_make(const struct diag *diag, struct finding_lines *lines, bool context,
                  struct arena *arena, struct finding *out);
/* As diag_print puts it. */
void finding_put_text(const struct finding *finding, struct buf *out, bool context, bool colour);

/* Copies the texts into the arena. */
void finding_copy(const struct finding *from, struct arena *arena, struct finding *out);

/* Fills the fingerprint, by the path: the same for the same code in the same words of the same
 * file, wherever the line stands. */
void finding_identify(struct finding *finding);

/* What a program sees that makes no difference between findings: "0123456789abcdef:2". */
void finding_put_identity(const struct finding *finding, struct buf *out);

const char *finding_severity_name(enum diag_severity severity); /* "warning" */

/* True for what the machine is to blame for, not the content: no baseline passes that over. */
bool finding_is_environment(enum diag_code code);

/* The findings in the order of their severity, errors first, else as they were: an array of
 * pointers in the arena. */
const struct finding **finding_rank(const struct finding *findings, size_t count,
                                    struct arena *arena);
