/* OCF 3.3: mimetype first, stored, without extra field.
 *
 * libzip is loaded when the first container is written: with the cryptography it brings along it
 * takes a third of the time that all libraries of the tool take to load, and a run that makes no
 * EPUB needs none of it. */
#include "epub/container.h"

#include <pthread.h>

#include <zip.h>

#include <string.h>

#include "base/arena.h"
#include "base/deflate.h"
#include "base/library.h"
#include "base/mem.h"
#include "libraries.inc"

/* 1980-01-01 00:00, the earliest that ZIP can say: every entry has the same time. Set as a DOS
 * date, because a time_t would pass through the local time zone. */
#define DOS_DATE 0x21
#define DOS_TIME 0

#define CALLS(X)                                                                                   \
    X(zip_source_function)                                                                         \
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
    X(zip_stat_init)                                                                               \
    X(zip_error_init)                                                                              \
    X(zip_error_fini)

LIBRARY_DEFINE(libzip, LIBRARY_ZIP, CALLS)

/* The cryptography is for archives with a password. */
static struct libzip load(void)
{
    library_load_ahead(LIBRARY_CRYPTO);
    return libzip_load();
}

/* A file as it will stand in the archive: libzip copies what is compressed, where it would
 * make a state of zlib for each file. */
struct entry {
    const struct libzip *zip;
    struct slice bytes; /* packed, or the file's where it is stored */
    uint64_t size;      /* of the file */
    uint32_t crc;
    bool stored;
    size_t read;
};

static zip_int64_t tell(const struct entry *entry, zip_stat_t *stat)
{
    entry->zip->zip_stat_init(stat);
    stat->size = entry->size;
    stat->comp_size = entry->bytes.len;
    stat->crc = entry->crc;
    stat->comp_method = entry->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
    stat->valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD;
    return sizeof *stat;
}

static zip_int64_t give(struct entry *entry, void *to, zip_uint64_t room)
{
    size_t rest = entry->bytes.len - entry->read;
    size_t len = rest < room ? rest : (size_t)room;
    memcpy(to, entry->bytes.ptr + entry->read, len);
    entry->read += len;
    return (zip_int64_t)len;
}

/* What libzip asks of a source (zip_source_function(3)); nothing of it can fail. */
static zip_int64_t source_call(void *context, void *data, zip_uint64_t len, zip_source_cmd_t call)
{
    struct entry *entry = context;
    if (call == ZIP_SOURCE_STAT)
        return tell(entry, data);
    if (call == ZIP_SOURCE_READ)
        return give(entry, data, len);
    if (call == ZIP_SOURCE_OPEN)
        entry->read = 0;
    if (call == ZIP_SOURCE_SUPPORTS)
        return ZIP_SOURCE_SUPPORTS_READABLE;
    if (call == ZIP_SOURCE_ERROR)
        memset(data, 0, (size_t)len);
    return 0;
}

static void fill_entry(struct entry *entry, const struct epub_file *file, struct deflater *deflater,
                       struct arena *arena, struct buf *scratch)
{
    entry->size = file->bytes.len;
    entry->crc = deflate_crc(file->bytes);
    entry->stored = file->kind == EPUB_FILE_STORED;
    entry->bytes = file->bytes;
    if (entry->stored)
        return;
    buf_clear(scratch);
    if (file->kind == EPUB_FILE_LASTING)
        deflater_put_lasting(deflater, DEFLATE_RAW, file->bytes, scratch);
    else
        deflater_put(deflater, DEFLATE_RAW, file->bytes, scratch);
    entry->bytes = arena_copy(arena, buf_slice(scratch));
}

static bool add_entry(const struct libzip *zip, zip_t *archive, const char *name,
                      struct entry *entry)
{
    zip_source_t *source = zip->zip_source_function(archive, source_call, entry);
    if (!source)
        return false;
    zip_int64_t index = zip->zip_file_add(archive, name, source, ZIP_FL_ENC_GUESS);
    if (index < 0) {
        zip->zip_source_free(source);
        return false;
    }
    zip_uint64_t at = (zip_uint64_t)index;
    return zip->zip_set_file_compression(archive, at, entry->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE,
                                         0) == 0 &&
           zip->zip_file_set_dostime(archive, at, DOS_TIME, DOS_DATE, 0) == 0;
}

/* mimetype and the files, in the arena. */
static struct entry *make_entries(const struct libzip *zip, const struct epub_file *files,
                                  size_t count, struct deflater *deflater, struct arena *arena)
{
    const struct epub_file first = {"mimetype", SLICE_LIT("application/epub+zip"),
                                    EPUB_FILE_STORED};
    struct entry *entries = ARENA_ARRAY(arena, count + 1, struct entry);
    struct buf scratch = {0};
    for (size_t i = 0; i <= count; i++) {
        entries[i].zip = zip;
        fill_entry(&entries[i], i == 0 ? &first : &files[i - 1], deflater, arena, &scratch);
    }
    buf_free(&scratch);
    return entries;
}

static bool add_all(const struct libzip *zip, zip_t *archive, const struct epub_file *files,
                    struct entry *entries, size_t count)
{
    for (size_t i = 0; i <= count; i++)
        if (!add_entry(zip, archive, i == 0 ? "mimetype" : files[i - 1].name, &entries[i]))
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

/* libzip notes at its first call, one after the other, what a source must be able to do: another
 * thread that comes between takes an archive for one that cannot be written (ZIP_ER_RDONLY). */
static pthread_mutex_t opening = PTHREAD_MUTEX_INITIALIZER;

static zip_t *open_archive(const struct libzip *zip, zip_source_t *memory, zip_error_t *error)
{
    pthread_mutex_lock(&opening);
    zip_t *archive = zip->zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, error);
    pthread_mutex_unlock(&opening);
    return archive;
}

static bool write_archive(const struct libzip *zip, const struct epub_file *files,
                          struct entry *entries, size_t count, struct sink *sink)
{
    bool done = false;
    zip_error_t error;
    zip_t *archive = NULL;
    zip->zip_error_init(&error);
    zip_source_t *memory = zip->zip_source_buffer_create(NULL, 0, 0, &error);
    if (!memory)
        goto out;
    archive = open_archive(zip, memory, &error);
    if (!archive)
        goto out;
    zip->zip_source_keep(memory);
    if (!add_all(zip, archive, files, entries, count) || zip->zip_close(archive) < 0) {
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

bool epub_write_container(const struct epub_file *files, size_t count, struct deflater *deflater,
                          struct sink *sink)
{
    struct libzip zip = load();
    struct arena arena = {0};
    struct entry *entries = make_entries(&zip, files, count, deflater, &arena);
    bool done = write_archive(&zip, files, entries, count, sink);
    arena_free(&arena);
    return done;
}
