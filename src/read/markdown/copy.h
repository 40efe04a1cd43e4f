/* The copy of the body that md4c parses: notes first, as the items of a list, then the body without
 * the definitions of notes and abbreviations, with edits (edits.h) where people write more than
 * md4c reads. Addresses with spaces are put in angle brackets. */
#pragma once

#include "base/buf.h"
#include "base/source.h"
#include "read/markdown/definitions.h"
#include "read/markdown/edits.h"

/* Bytes of the copy that correspond 1:1 to source bytes; inserted: bytes of ours, which stand
 * before the source byte named, or in the place of so many. */
struct md_segment {
    uint32_t at, len;
    uint32_t source;
    bool inserted;
    uint32_t stands_for;
    const struct md_label *label; /* as in the edit */
    const struct md_mark *mark;
};

struct md_copy {
    const struct source *source;
    struct slice text; /* `bytes`, whole */
    struct buf bytes;
    uint32_t start; /* where the body starts; before it: the notes, one list item each */
    struct md_segment *segments;
    size_t segment_count, segment_cap;
    size_t last; /* the segment of the last look-up */
};

/* Makes the copy; definitions and edits are of the same source. Free with md_copy_free. */
void md_copy_make(struct md_copy *copy, const struct source *source,
                  const struct md_definitions *definitions, const struct md_edits *edits);
void md_copy_free(struct md_copy *copy);

/* The segment of a place of the copy. */
const struct md_segment *md_segment_at(struct md_copy *copy, uint32_t at);
/* The source offset of a place of the copy, and the span of its bytes start to end. */
uint32_t md_source(struct md_copy *copy, uint32_t at);
struct span md_span(struct md_copy *copy, uint32_t start, uint32_t end);
