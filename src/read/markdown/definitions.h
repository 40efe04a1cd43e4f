/* Definitions of footnotes and abbreviations: `[^id]: text` and `*[A&E]: text`. md4c knows neither
 * and may take the first for the address of a link, so both are masked (same length, other
 * characters) before a first, cheap run finds those that begin a line of a paragraph. Only
 * read/markdown/ includes it. */
#ifndef READ_MARKDOWN_DEFINITIONS_H
#define READ_MARKDOWN_DEFINITIONS_H

#include "base/hash.h"
#include "doc/doc.h"

struct md_range {
    uint32_t start, end;
};

/* A footnote. Offsets here and below are of the source. */
struct md_note {
    struct slice key; /* its label */
    uint32_t start, end;
    uint32_t content;         /* after the colon */
    uint32_t quotes, columns; /* markers before it, and columns that indent its further lines */
    struct node *node;        /* NODE_NOTE; NULL: repeated */
    struct node *first_ref;   /* NULL: not referenced from what is printed */
    uint32_t refs;
};

struct md_abbreviation {
    struct slice key; /* as it stands in the text */
    const char *expansion;
    uint32_t start, end;
    bool used;
};

/* All that one body defines. Notes and abbreviations are the document's arena's, the arrays its
 * own. */
struct md_definitions {
    uint32_t base;          /* where the body starts */
    char *masked;           /* the body with `[^label]` as `<^xxxxx>`; NULL: it has none */
    struct md_note **notes; /* all, in the order written */
    size_t note_count, note_cap;
    struct md_note **items; /* those that are not repeated: the list items of the copy */
    size_t item_count, item_cap;
    struct map note_map;
    struct md_abbreviation **abbreviations;
    size_t abbreviation_count, abbreviation_cap;
    struct map abbreviation_map;
    size_t *lengths; /* of the abbreviations, each once, longest first */
    size_t length_count;
    struct md_range *cuts; /* what is left out of the body, in order */
    size_t cut_count, cut_cap;
};

/* Masks and finds what the body, from source offset base on, defines; what is repeated is
 * diagnosed. Free with md_definitions_free. */
void md_definitions_find(struct md_definitions *definitions, struct doc *doc, uint32_t base,
                         struct diag_list *diags);
void md_definitions_free(struct md_definitions *definitions);
/* Labels of footnotes are equal without regard to case. */
struct slice md_note_key(struct arena *arena, struct slice label);

#endif
