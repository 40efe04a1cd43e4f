/* What the paragraphs of a leaflet keep for one another: the lists of struct par_work, the faces
 * and hyphenators in use, what was shaped; and, in one setting of it, the characters reported. On
 * the heap. Only layout/ includes it. */
#pragma once

#include "layout/par/store.h"
#include "layout/par/work.h"
#include "text/hyphenators.h"

struct par_face {
    bool known;
    struct font_shape space; /* of U+0020; count 0: the face has none */
    const struct font_metrics *metrics;
    unit size;      /* of factor */
    int64_t factor; /* size / units per em, 32 fraction bits */
};

/* The face of a style, and whether it has all of printable ASCII. */
struct par_main_face {
    bool known, ascii;
    uint16_t face;
};

struct par_dictionary {
    const char *lang;
    struct hyphenator *hyphenator;
};

#define PAR_SHARE 256u /* code points of a share of the table */
#define PAR_TOLD  UINT32_MAX

/* How often the document's text has each character, PAR_TOLD once it is reported as missing; shares
 * without one are NULL. Counted when the first character is missing, in one walk for them all. */
#define PAR_SHARES (0x110000u / PAR_SHARE)

struct par_counts {
    uint32_t **shares;   /* [PAR_SHARES]; NULL: nothing is counted yet */
    const char *package; /* the last that was named as missing */
};

#define PAR_STYLES 8u /* combinations of FONT_BOLD, FONT_ITALIC and FONT_MONO */

struct par_memory {
    struct par_work work;
    unsigned reports; /* of characters and dictionaries */
    struct par_main_face mains[PAR_STYLES];
    struct par_face *faces;
    size_t face_cap;
    struct par_dictionary *dictionaries;
    size_t dictionary_count, dictionary_cap;
    struct par_store store;
    struct par_counts counts;
};

struct par_memory *par_memory_new(void);
void par_memory_free(struct par_memory *memory);
/* The leaflet is set once more, with other diagnostics: what was reported is to be told again. */
void par_memory_start(struct par_memory *memory);
