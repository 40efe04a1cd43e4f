/* The formats that leafset writes. A new one is a row here and the folder of its writer. build/ and
 * cli/. */
#pragma once

#include "base/buf.h"
#include "base/diag.h"
#include "base/status.h"
#include "build/material.h"
#include "build/written.h"

struct format {
    const char *name;      /* for --to, and the ending of its files */
    bool by_default;       /* written where nothing is asked for */
    bool needs_frames;     /* else the tree and the style do */
    bool draws;            /* them, so that each character needs a face; else their pages count */
    bool needs_cover;      /* the cover, if the leaflet names none */
    bool paged;            /* a file for each page */
    void (*prepare)(void); /* what can be done beside reading and layout, or NULL */
    /* Adds its files, which the caller commits or discards. May run beside the writers of the
     * other formats. STATUS_CONTENT or STATUS_ENVIRONMENT after a diagnostic. */
    enum status (*write)(const struct material *from, struct written *to, struct diag_list *diags);
};

/* In the order in which they are written and help names them; the last has no name. Where several
 * are asked for, each is bit 1 << row. */
extern const struct format formats_table[];

/* The formats of a list "pdf,epub"; 0: it names none or an unknown one. */
unsigned formats_parse(const char *list);
/* All formats, and those that are written by default. */
unsigned formats_all(void);
unsigned formats_default(void);

/* The first of the formats, which is taken off; NULL: there is none. */
const struct format *formats_next(unsigned *asked);

/* True if one of them is drawn from frames. */
bool formats_need_frames(unsigned asked);
/* True if one of them draws the frames. */
bool formats_draw(unsigned asked);
/* True if one of them has a cover. */
bool formats_need_cover(unsigned asked);
/* True if one of them makes a file for each page. */
bool formats_have_pages(unsigned asked);
/* Makes what is needed by any of them ready. */
void formats_prepare(unsigned asked);

/* For messages: each name after `before`, with `between` between them. */
void formats_put_names(struct buf *out, unsigned asked, const char *before, const char *between);
