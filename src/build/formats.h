/* The formats that leafset writes. A new one is a row here and the folder of its writer. build/ and
 * cli/. */
#pragma once

#include "base/buf.h"
#include "base/diag.h"
#include "base/status.h"
#include "build/material.h"
#include "build/written.h"

/* What a format is and needs: a bit each. */
enum format_trait {
    FORMAT_BY_DEFAULT = 1, /* written where nothing is asked for */
    FORMAT_FRAMES = 2,     /* needs them; else the tree and the style do */
    FORMAT_DRAWS = 4,      /* them, so that each character needs a face; else their pages count */
    FORMAT_COVER = 8,      /* needs one, if the leaflet names none */
    FORMAT_PAGED = 16,     /* makes a file for each page */
};

struct format {
    const char *name;      /* for --to, and the ending of its files */
    unsigned traits;       /* of enum format_trait */
    void (*prepare)(void); /* what can be done beside reading and layout, or NULL */
    /* Adds its files, which the caller commits or discards. May run beside the writers of the
     * other formats. STATUS_CONTENT or STATUS_ENVIRONMENT after a diagnostic. */
    enum status (*write)(const struct material *from, struct written *to, struct diag_list *diags);
    /* Tells what of the content write would tell, in a fraction of its time; NULL: only write
     * itself knows. */
    enum status (*check)(const struct material *from, struct diag_list *diags);
};

/* In the order in which they are written and help names them; the last has no name. Where several
 * are asked for, each is bit 1 << row. */
extern const struct format formats_table[];

/* The formats of a list "pdf,epub"; 0: it names none or an unknown one. */
unsigned formats_parse(const char *list);
/* All formats, and those with a trait. */
unsigned formats_all(void);
unsigned formats_with(enum format_trait trait);

/* The first of the formats, which is taken off; NULL: there is none. */
const struct format *formats_next(unsigned *asked);

/* Makes what is needed by any of them ready. */
void formats_prepare(unsigned asked);

/* For messages: each name after `before`, with `between` between them. */
void formats_put_names(struct buf *out, unsigned asked, const char *before, const char *between);
