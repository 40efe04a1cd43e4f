/* Compression by libdeflate: PDF's Flate (ISO 32000-1, 7.4.4) and ZIP's deflate (APPNOTE 4.4.5,
 * method 8). Same bytes in, same bytes out. */
#pragma once

#include "base/buf.h"

struct deflater;

/* What is around the compressed bytes. */
enum deflate_form { DEFLATE_ZLIB, DEFLATE_RAW };

/* Owned by the caller, who keeps it from file to file; free with deflater_free. For one thread at a
 * time. */
struct deflater *deflater_new(void);
void deflater_free(struct deflater *deflater);

/* Appends a whole compressed stream to out, which may get room for all bytes on the way. */
void deflater_put(struct deflater *deflater, enum deflate_form form, struct slice bytes,
                  struct buf *out);

/* The same for what many files have, such as a style sheet: it is remembered. */
void deflater_put_lasting(struct deflater *deflater, enum deflate_form form, struct slice bytes,
                          struct buf *out);

/* The checksum of ZIP and PNG (CRC-32). */
uint32_t deflate_crc(struct slice bytes);

/* That of a zlib stream (RFC 1950) which is compressed elsewhere: sum is 1, or what came of the
 * bytes before. */
uint32_t deflate_adler(uint32_t sum, struct slice bytes);
