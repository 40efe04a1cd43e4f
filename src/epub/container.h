/* The ZIP archive. container.c alone touches libzip. Used within epub/ only. */
#pragma once

#include <stdbool.h>

#include "base/deflate.h"
#include "base/sink.h"
#include "base/slice.h"

/* STORED: it has been compressed before. LASTING: many leaflets have the same. */
enum epub_file_kind { EPUB_FILE_OWN, EPUB_FILE_STORED, EPUB_FILE_LASTING };

/* One file of the container. */
struct epub_file {
    const char *name; /* path in the container, ASCII */
    struct slice bytes;
    enum epub_file_kind kind;
};

/* Loads libzip, for epub_write_container to find it loaded. */
void epub_load_container(void);

/* Writes the files, in this order after mimetype, as a ZIP archive to the sink. False: libzip,
 * which works in memory only, found too little of it. Leaves with status 3 where there is no
 * libzip. */
bool epub_write_container(const struct epub_file *files, size_t count, struct deflater *deflater,
                          struct sink *sink);
