/* The bytes of a PDF 1.7 file: header, objects, object streams (ISO 32000-1, 7.5.7) and the
 * cross-reference stream (7.5.8). libharu writes only the classic table, in which an element of
 * the structure tree costs 85 bytes; in an object stream it costs about 10. Everything goes to
 * the sink as soon as it is known. Used within pdf/file/ only. */
#pragma once

#include "base/buf.h"
#include "base/sink.h"
#include "base/deflate.h"

struct object_place;

struct pdf_file {
    struct sink *sink;
    struct deflater *deflater;
    uint64_t size;               /* bytes written */
    struct object_place *places; /* by object number */
    size_t place_cap;
    uint32_t count; /* object numbers known: 0 to count - 1 */
    bool numbered;  /* pdf_file_reserve was called */
    struct buf pack_index, pack_body, scratch;
    uint32_t packed; /* objects in the open object stream */
};

/* Writes the header. */
void pdf_file_begin(struct pdf_file *file, struct sink *sink, struct deflater *deflater);
void pdf_file_free(struct pdf_file *file);

/* True once the object has been written. */
bool pdf_file_has(const struct pdf_file *file, uint32_t number);

/* Says that the numbers below count are taken; before the first pdf_file_pack, whose object
 * streams take those that follow. */
void pdf_file_reserve(struct pdf_file *file, uint32_t count);

/* Puts an object's value into the open object stream; never a stream (7.5.7). */
void pdf_file_pack(struct pdf_file *file, uint32_t number, struct slice value);

/* Writes a stream object: dictionary is the whole `<<...>>` with /Length. */
void pdf_file_stream(struct pdf_file *file, uint32_t number, struct slice dictionary,
                     struct slice bytes);

/* Writes the open object stream and the cross-reference stream, whose dictionary names the
 * catalog and the information dictionary; /ID is a digest of all that was written (14.4
 * leaves the algorithm open). */
void pdf_file_end(struct pdf_file *file, uint32_t root, uint32_t info);
