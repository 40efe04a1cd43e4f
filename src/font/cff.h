/* The glyph numbers of CFF fonts (Adobe Technical Note 5176). A PDF's CIDFontType0C selects the
 * glyphs of a CID-keyed font by CID, through the charset, and those of any other font by their
 * index (ISO 32000-1, 9.7.4.2). Within font/ only. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The CIDs of the glyphs of a CFF table that has count of them; false when it cannot be read. cids
 * [count] is filled only when the font is CID-keyed. */
bool font_cff_cids(const uint8_t *cff, size_t len, uint16_t *cids, uint32_t count, bool *cid_keyed);
