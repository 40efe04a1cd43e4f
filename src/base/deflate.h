/* Compression by zlib, one state for a whole file: PDF's Flate (ISO 32000-1, 7.4.4), ZIP's deflate
 * (APPNOTE 4.4.5, method 8) and PNG's (ISO/IEC 15948, 10). */
#pragma once

#include "base/buf.h"

struct deflater;

/* What is around the compressed bytes. */
enum deflate_form { DEFLATE_ZLIB, DEFLATE_RAW };

/* What is compressed. TEXT: anything; NUMBERS: many short repetitions between numbers, which take
 * several times as long; RUNS: of equal bytes, and little else, which take a quarter. */
enum deflate_kind { DEFLATE_TEXT, DEFLATE_NUMBERS, DEFLATE_RUNS };

/* Owned by the caller; free with deflater_free. */
struct deflater *deflater_new(enum deflate_form form);
void deflater_free(struct deflater *deflater);

/* The checksum of ZIP and PNG (CRC-32). */
uint32_t deflate_crc(struct slice bytes);

/* Appends a whole compressed stream to out. */
void deflater_put(struct deflater *deflater, struct slice bytes, enum deflate_kind kind,
                  struct buf *out);

/* The same in pieces: begin, any number of feeds, end. */
void deflater_begin(struct deflater *deflater, enum deflate_kind kind);
void deflater_feed(struct deflater *deflater, struct slice bytes, struct buf *out);
void deflater_end(struct deflater *deflater, struct buf *out);
