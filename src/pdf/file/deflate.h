/* Flate compression (ISO 32000-1, 7.4.4) by zlib at level 4, one state for a whole document.
 * Used within pdf/ only. */
#pragma once

#include "base/buf.h"

struct deflater;

/* Owned by the caller; free with deflater_free. */
struct deflater *deflater_new(void);
void deflater_free(struct deflater *deflater);

/* Appends a whole compressed stream to out. */
void deflater_put(struct deflater *deflater, struct slice bytes, struct buf *out);

/* The same in pieces: begin, any number of feeds, end. */
void deflater_begin(struct deflater *deflater);
void deflater_feed(struct deflater *deflater, struct slice bytes, struct buf *out);
void deflater_end(struct deflater *deflater, struct buf *out);
