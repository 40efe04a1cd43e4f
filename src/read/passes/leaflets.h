/* Links from one leaflet to another. Only read/; who builds many leaflets gives what it knows of
 * them through read/read.h. */
#pragma once

#include "base/diag.h"
#include "base/inputs.h"
#include "doc/doc.h"
#include "doc/leaflet.h"
#include "read/passes/headings.h"

/* What a leaflet shows to those that link to it. */
struct leaflet_facts {
    struct doc_leaflet shown;
    const char *trouble;    /* why it cannot be read; NULL: it can */
    bool unreadable;        /* that is the fault of the system, not of what it holds */
    struct anchors anchors; /* of its headings, whose nodes are gone */
};

enum leaflet_kind {
    LEAFLET_NONE,  /* no leaflet is made of the file */
    LEAFLET_SELF,  /* it is the one at hand */
    LEAFLET_OTHER, /* facts and stem are given */
};
struct leaflet_answer {
    enum leaflet_kind kind;
    const struct leaflet_facts *facts; /* outlive the document */
    const char *stem; /* from the PDF at hand to that of the other leaflet, without its ending */
};

/* Who knows the other leaflets. */
struct leaflet_finder {
    const char *const *endings; /* of sources, with the stop; the last is NULL */
    /* What is at place, a file (the real path of its folder, and its name). inputs, those of the
     * leaflet at hand, note all that was read for the answer; stem is in the arena. */
    struct leaflet_answer (*find)(const struct leaflet_finder *finder, struct inputs *inputs,
                                  struct arena *arena, const char *place);
};

/* Finds the links that lead to a leaflet: relative, or with the ending of a source from the content
 * root, written with the ending of its source or of one of its outputs, or without. Each gets the
 * leaflet and the address of its PDF; one to the leaflet at hand becomes "#anchor". Diagnoses what
 * is no leaflet, cannot be read or has no such heading. Does nothing without a finder or a folder.
 * Called before the addresses are put on paper. */
void read_leaflets(struct doc *doc, const char *folder, const struct leaflet_finder *finder,
                   struct diag_list *diags);

/* A hint for a link whose path (decoded) leads to no file below folder: the leaflet or file that is
 * most likely meant; NULL: none is near. finder may be NULL. In the document's arena. */
const char *read_leaflet_hint(struct doc *doc, const char *folder,
                              const struct leaflet_finder *finder, const char *path);
/* True if the path, taken for an output of a leaflet's, differs from that leaflet's in capital
 * letters alone. */
bool read_leaflet_in_capitals(struct doc *doc, const char *folder,
                              const struct leaflet_finder *finder, const char *path);
