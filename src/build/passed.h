/* What a folder holds beside its leaflets: the files that a build passes over, for its summary.
 * Only build/. */
#pragma once

#include "base/buf.h"

struct passed_file {
    const char *path; /* as the user would write it; borrowed */
    bool output;      /* its name is that of an output */
};

struct passed_list {
    struct passed_file *items;
    size_t count, cap;
};

/* True for the name of a file that nobody takes for a leaflet: a picture, settings, a font, what a
 * program left behind. */
bool passed_in_silence(const char *name);

void passed_add(struct passed_list *list, const char *path, bool output);

/* Puts "2 .docx (a.docx, b.docx), 1 .pdf (c.pdf)", each kind once with a few of its files, in the
 * order in which the kinds were met. Nothing where the list is empty. */
void passed_put(const struct passed_list *list, struct buf *out);

void passed_free(struct passed_list *list);
