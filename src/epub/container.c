/* The only file that touches libzip. OCF 3.3: mimetype first, stored, without extra field. */
#include <zip.h>

#include "base/mem.h"
#include "epub/parts.h"

/* 1980-01-01 00:00, the earliest that ZIP can say: every entry has the same time. Set as a DOS
 * date, because a time_t would pass through the local time zone. */
#define DOS_DATE 0x21
#define DOS_TIME 0

static const char mimetype[] = "application/epub+zip";

static bool add_file(zip_t *archive, const char *name, const void *bytes, size_t len, bool stored)
{
    zip_source_t *source = zip_source_buffer(archive, bytes, len, 0);
    if (!source)
        return false;
    zip_int64_t index = zip_file_add(archive, name, source, ZIP_FL_ENC_GUESS);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    zip_uint64_t entry = (zip_uint64_t)index;
    return zip_set_file_compression(archive, entry, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) ==
               0 &&
           zip_file_set_dostime(archive, entry, DOS_TIME, DOS_DATE, 0) == 0;
}

static bool add_all(zip_t *archive, const struct epub_file *files, size_t count)
{
    if (!add_file(archive, "mimetype", mimetype, sizeof mimetype - 1, true))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!add_file(archive, files[i].name, files[i].bytes.ptr, files[i].bytes.len, false))
            return false;
    return true;
}

static bool copy_to_sink(zip_source_t *source, struct sink *sink)
{
    char block[16384];
    zip_int64_t got;
    if (zip_source_open(source) < 0)
        return false;
    while ((got = zip_source_read(source, block, sizeof block)) > 0)
        sink_write(sink, block, (size_t)got);
    zip_source_close(source);
    return got == 0;
}

bool epub_write_container(const struct epub_file *files, size_t count, struct sink *sink)
{
    bool done = false;
    zip_error_t error;
    zip_t *archive = NULL;
    zip_source_t *memory;
    zip_error_init(&error);
    memory = zip_source_buffer_create(NULL, 0, 0, &error);
    if (!memory)
        goto out;
    archive = zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (!archive)
        goto out;
    zip_source_keep(memory);
    if (!add_all(archive, files, count)) {
        zip_source_free(memory);
        goto out;
    }
    if (zip_close(archive) < 0) {
        zip_source_free(memory);
        goto out;
    }
    archive = NULL;
    done = copy_to_sink(memory, sink);
out:
    if (archive)
        zip_discard(archive); /* drops the archive's own hold on memory */
    if (memory && !archive)
        zip_source_free(memory);
    zip_error_fini(&error);
    return done;
}
