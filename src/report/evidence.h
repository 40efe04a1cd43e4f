/* What is claimed of leaflets by evidence/, and why: kept once their documents are freed, for the
 * formats. Filled by build/, which owns it. */
#pragma once

#include "evidence/verdict.h"

/* One leaflet and one criterion; strings in the arena or static. */
struct evidence_entry {
    enum verdict_kind kind;
    const char *why, *question, *void_why; /* as of struct verdict */
    const char *by;                        /* who has judged, or NULL */
    struct meta_date on;
};

struct evidence_leaflet {
    const char *path, *title, *reference, *version; /* NULL: not given */
    size_t errors;                                  /* where there are any nothing is claimed … */
    struct evidence_entry *entries; /* … and this is NULL; else one for each criterion, in the order
                                       of the standards and their rows */
};

/* Zero-initialise. */
struct evidence {
    struct arena arena;
    struct evidence_leaflet *leaflets;
    size_t count, cap;
};

/* Judges all criteria for a leaflet without errors. */
void evidence_judge(struct evidence *evidence, const struct verdict_subject *subject,
                    struct evidence_leaflet *leaflet);
/* By path. */
void evidence_sort(struct evidence *evidence);
/* How many leaflets have errors. */
size_t evidence_refused(const struct evidence *evidence);
/* The place of a standard's first entry. */
size_t evidence_first(enum standard standard);
void evidence_free(struct evidence *evidence);
