/* Subsets for embedding, by hb-subset. Layers 3 and up. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "font/composite.h"

struct font_set;

/* Moves *glyph on to the next that is in use, of count; false, and *glyph is at least count: there
 * is none. A face has thousands, of which a leaflet uses some 60. */
static inline bool font_next_used(const bool *used, uint32_t count, uint32_t *glyph)
{
    if (*glyph >= count)
        return false;
    const bool *found = memchr(used + *glyph, true, count - *glyph);
    *glyph = found ? (uint32_t)(found - used) : count;
    return found != NULL;
}

/* A subset for embedding: glyphs renumbered without gaps where possible. */
struct font_subset {
    struct buf data;   /* TrueType file (glyf), or the bare CFF table when cff */
    uint16_t *new_gid; /* [glyph_count of the face + composites]; 0 for unused. What a PDF's text
                          shows: of a CID-keyed CFF font the CID, else the new glyph number */
    uint32_t glyph_count;
    bool cff;
};
/* used[gid] marks the glyphs (gid 0 is always kept), the parts of composites among them; composites
 * follow the glyphs of the face, and a face of CFF outlines can have none. Returns false on
 * failure. Free with font_subset_free. */
bool font_subset_make(struct font_set *set, uint16_t face, const bool *used, uint32_t used_count,
                      const struct font_composite *composites, uint32_t composite_count,
                      struct font_subset *out);
void font_subset_free(struct font_subset *subset);
