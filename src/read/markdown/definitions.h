/* Definitions of footnotes and abbreviations: `[^id]: text` and `*[A&E]: text`. md4c knows neither
 * and may take the first for the address of a link, so both are masked (same length, other
 * characters) before a first, cheap run finds those that begin a line of a paragraph. */
#pragma once

#include "base/hash.h"
#include "doc/doc.h"

/* A footnote or an abbreviation. */
struct md_definition {
    struct slice key; /* its label: of a note in lower case, of an abbreviation as in the text */
    struct span span; /* what is left out of the body */
    bool note, repeated;
    /* notes */
    uint32_t content;         /* source offset after the colon */
    uint32_t quotes, columns; /* markers before it, and columns that indent its further lines */
    struct node *node;     /* NODE_NOTE; its first_ref NULL: not referred to in what is printed */
    struct node *last_ref; /* of refs, or NULL */
    uint32_t refs, number;
    /* abbreviations */
    const char *expansion;
    bool used;
};

/* All that one body defines. The definitions are the document's arena's, the arrays its own. */
struct md_definitions {
    uint32_t base; /* source offset at which the body starts */
    char *masked; /* the body with `[^label]` as `<^xxxxx>`, `<o:p>` as `<o-p>`; NULL: nothing looks
                     so */
    struct md_definition **all; /* in the order written */
    size_t count, cap;
    struct md_definition **notes; /* those not repeated: the list items of the copy */
    size_t note_count, note_cap;
    struct map note_map, abbreviation_map;
    size_t *lengths;  /* of the abbreviations' keys, each once, longest first */
    bool firsts[256]; /* the bytes that they begin with */
    size_t length_count, length_cap;
};

/* Masks and finds what the body, from source offset base on, defines; what is repeated is
 * diagnosed. Free with md_definitions_free. */
void md_definitions_find(struct md_definitions *definitions, struct doc *doc, uint32_t base,
                         struct diag_list *diags);
void md_definitions_free(struct md_definitions *definitions);

/* Labels of footnotes are equal without regard to case. */
struct slice md_note_key(struct arena *arena, struct slice label);
