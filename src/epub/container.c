/* OCF 3.3: mimetype first, stored, without extra field.
 *
 * libzip is loaded when the first container is written: with the cryptography it brings along it
 * takes a third of the time that all libraries of the tool take to load, and a run that makes no
 * EPUB needs none of it. */
#include "epub/container.h"

#include <dlfcn.h>
#include <zip.h>

/* 1980-01-01 00:00, the earliest that ZIP can say: every entry has the same time. Set as a DOS
 * date, because a time_t would pass through the local time zone. */
#define DOS_DATE 0x21
#define DOS_TIME 0

#define LIBZIP_CALLS(X)                                                                            \
    X(source_buffer)                                                                               \
    X(source_buffer_create)                                                                        \
    X(source_open)                                                                                 \
    X(source_read)                                                                                 \
    X(source_close)                                                                                \
    X(source_keep)                                                                                 \
    X(source_free)                                                                                 \
    X(open_from_source)                                                                            \
    X(file_add)                                                                                    \
    X(set_file_compression)                                                                        \
    X(file_set_dostime)                                                                            \
    X(close)                                                                                       \
    X(discard)                                                                                     \
    X(error_init)                                                                                  \
    X(error_fini)

struct libzip {
    void *handle;
#define X(name) __typeof__(zip_##name) *name;
    LIBZIP_CALLS(X)
#undef X
};

static const char library[] =
#include "libzip.inc"
    ;

/* DEEPBIND: libzip's own libraries look among themselves first, not through all of the tool's.
 * NODELETE: the next leaflet finds it in its place. The sanitizers must see their allocations. */
#define LOAD_MODE (RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE)
#if defined RTLD_DEEPBIND && !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__
#define LOAD_ORDER RTLD_DEEPBIND
#else
#define LOAD_ORDER 0
#endif

/* False when dlerror has something to say. */
static bool open_library(struct libzip *zip)
{
    zip->handle = dlopen(library, LOAD_MODE | LOAD_ORDER);
    bool complete = zip->handle != NULL;
#define X(name)                                                                                    \
    if (complete)                                                                                  \
        complete = (*(void **)&zip->name = dlsym(zip->handle, "zip_" #name)) != NULL;
    LIBZIP_CALLS(X)
#undef X
    return complete;
}

static const char mimetype[] = "application/epub+zip";

static bool add_file(const struct libzip *zip, zip_t *archive, const char *name, const void *bytes,
                     size_t len, bool stored)
{
    zip_source_t *source = zip->source_buffer(archive, bytes, len, 0);
    if (!source)
        return false;
    zip_int64_t index = zip->file_add(archive, name, source, ZIP_FL_ENC_GUESS);
    if (index < 0) {
        zip->source_free(source);
        return false;
    }
    zip_uint64_t entry = (zip_uint64_t)index;
    return zip->set_file_compression(archive, entry, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) ==
               0 &&
           zip->file_set_dostime(archive, entry, DOS_TIME, DOS_DATE, 0) == 0;
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
    if (zip->source_open(source) < 0)
        return false;
    while ((got = zip->source_read(source, block, sizeof block)) > 0)
        sink_write(sink, block, (size_t)got);
    zip->source_close(source);
    return got == 0;
}

static bool write_archive(const struct libzip *zip, const struct epub_file *files, size_t count,
                          struct sink *sink)
{
    bool done = false;
    zip_error_t error;
    zip_t *archive = NULL;
    zip->error_init(&error);
    zip_source_t *memory = zip->source_buffer_create(NULL, 0, 0, &error);
    if (!memory)
        goto out;
    archive = zip->open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (!archive)
        goto out;
    zip->source_keep(memory);
    if (!add_all(zip, archive, files, count) || zip->close(archive) < 0) {
        zip->source_free(memory);
        goto out;
    }
    archive = NULL;
    done = copy_to_sink(zip, memory, sink);
out:
    if (archive)
        zip->discard(archive); /* drops the archive's own hold on memory */
    if (memory && !archive)
        zip->source_free(memory);
    zip->error_fini(&error);
    return done;
}

void epub_load_container(void)
{
    struct libzip zip;
    if (open_library(&zip))
        dlclose(zip.handle); /* it stays: NODELETE */
}

bool epub_write_container(const struct epub_file *files, size_t count, struct sink *sink,
                          const char **reason)
{
    struct libzip zip;
    bool loaded = open_library(&zip);
    *reason = loaded ? NULL : dlerror();
    if (!loaded)
        return false;
    bool done = write_archive(&zip, files, count, sink);
    dlclose(zip.handle);
    return done;
}
