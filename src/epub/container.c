/* OCF 3.3: mimetype first, stored, without extra field.
 *
 * libzip is loaded when the first container is written: with the cryptography it brings along it
 * takes a third of the time that all libraries of the tool take to load, and a run that makes no
 * EPUB needs none of it. */
#include "epub/container.h"

#include <zip.h>

#include "base/library.h"
#include "libraries.inc"

/* 1980-01-01 00:00, the earliest that ZIP can say: every entry has the same time. Set as a DOS
 * date, because a time_t would pass through the local time zone. */
#define DOS_DATE 0x21
#define DOS_TIME 0

#define CALLS(X)                                                                                   \
    X(zip_source_buffer)                                                                           \
    X(zip_source_buffer_create)                                                                    \
    X(zip_source_open)                                                                             \
    X(zip_source_read)                                                                             \
    X(zip_source_close)                                                                            \
    X(zip_source_keep)                                                                             \
    X(zip_source_free)                                                                             \
    X(zip_open_from_source)                                                                        \
    X(zip_file_add)                                                                                \
    X(zip_set_file_compression)                                                                    \
    X(zip_file_set_dostime)                                                                        \
    X(zip_close)                                                                                   \
    X(zip_discard)                                                                                 \
    X(zip_error_init)                                                                              \
    X(zip_error_fini)

LIBRARY_DEFINE(libzip, LIBRARY_ZIP, CALLS)

/* The cryptography is for archives with a password. */
static struct libzip load(void)
{
    library_load_ahead(LIBRARY_CRYPTO);
    return libzip_load();
}

static const char mimetype[] = "application/epub+zip";

static bool add_file(const struct libzip *zip, zip_t *archive, const char *name, const void *bytes,
                     size_t len, bool stored)
{
    zip_source_t *source = zip->zip_source_buffer(archive, bytes, len, 0);
    if (!source)
        return false;
    zip_int64_t index = zip->zip_file_add(archive, name, source, ZIP_FL_ENC_GUESS);
    if (index < 0) {
        zip->zip_source_free(source);
        return false;
    }
    zip_uint64_t entry = (zip_uint64_t)index;
    return zip->zip_set_file_compression(archive, entry, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                                         0) == 0 &&
           zip->zip_file_set_dostime(archive, entry, DOS_TIME, DOS_DATE, 0) == 0;
}

static bool add_all(const struct libzip *zip, zip_t *archive, const struct epub_file *files,
                    size_t count)
{
    if (!add_file(zip, archive, "mimetype", mimetype, sizeof mimetype - 1, true))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!add_file(zip, archive, files[i].name, files[i].bytes.ptr, files[i].bytes.len,
                      files[i].packed))
            return false;
    return true;
}

static bool copy_to_sink(const struct libzip *zip, zip_source_t *source, struct sink *sink)
{
    char block[16384];
    zip_int64_t got;
    if (zip->zip_source_open(source) < 0)
        return false;
    while ((got = zip->zip_source_read(source, block, sizeof block)) > 0)
        sink_write(sink, block, (size_t)got);
    zip->zip_source_close(source);
    return got == 0;
}

static bool write_archive(const struct libzip *zip, const struct epub_file *files, size_t count,
                          struct sink *sink)
{
    bool done = false;
    zip_error_t error;
    zip_t *archive = NULL;
    zip->zip_error_init(&error);
    zip_source_t *memory = zip->zip_source_buffer_create(NULL, 0, 0, &error);
    if (!memory)
        goto out;
    archive = zip->zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (!archive)
        goto out;
    zip->zip_source_keep(memory);
    if (!add_all(zip, archive, files, count) || zip->zip_close(archive) < 0) {
        zip->zip_source_free(memory);
        goto out;
    }
    archive = NULL;
    done = copy_to_sink(zip, memory, sink);
out:
    if (archive)
        zip->zip_discard(archive); /* drops the archive's own hold on memory */
    if (memory && !archive)
        zip->zip_source_free(memory);
    zip->zip_error_fini(&error);
    return done;
}

void epub_load_container(void)
{
    load();
}

bool epub_write_container(const struct epub_file *files, size_t count, struct sink *sink)
{
    struct libzip zip = load();
    return write_archive(&zip, files, count, sink);
}
