#include "image/store.h"

#include <pthread.h>
#include <stddef.h>
#include <string.h>

#include "base/mem.h"
#include "image/image.h"

/* What may stay without being in use. */
#define KEEP_BYTES   ((size_t)64 * 1024 * 1024)
#define KEEP_ENTRIES 256u

/* The pixels of a smaller picture stay decoded as well: print, screen and cover show the same logo
 * each in its own way. */
#define SMALL_PIXELS ((uint64_t)512 * 1024)

enum purpose { FORM, SHOWN, DECODED };

/* The form of a FORM, the pixels of the others; reason: of a failure. */
struct made {
    struct image_form form;
    struct image_pixels pixels;
    const char *reason;
};

/* What a picture is known by: a digest can be forged, so that the bytes decide. */
struct file {
    struct digest digest;
    struct slice bytes; /* a copy */
    unsigned entries;   /* that are of it */
    struct file *next;
};

struct entry {
    struct file *file;
    enum purpose purpose;
    struct image_plan plan; /* SHOWN: only its size; DECODED: none */
    struct made made;       /* when done; lent to the users */
    bool done;              /* false: a thread is at it */
    unsigned users;         /* threads that hold it, or wait for it */
    struct entry *next;     /* used longer ago */
};

struct image_store {
    pthread_mutex_t lock; /* guards all below */
    pthread_cond_t change;
    struct entry *newest;
    struct file *files;
};

struct image_store *image_store_new(void)
{
    struct image_store *store = mem_calloc(1, sizeof *store);
    pthread_mutex_init(&store->lock, NULL);
    pthread_cond_init(&store->change, NULL);
    return store;
}

static void drop_file(struct image_store *store, struct file *file)
{
    struct file **link = &store->files;
    if (--file->entries > 0)
        return;
    while (*link != file)
        link = &(*link)->next;
    *link = file->next;
    mem_free((void *)(uintptr_t)file->bytes.ptr);
    mem_free(file);
}

static void entry_free(struct image_store *store, struct entry *entry)
{
    drop_file(store, entry->file);
    image_form_free(&entry->made.form);
    image_pixels_free(&entry->made.pixels);
    mem_free(entry);
}

void image_store_free(struct image_store *store)
{
    while (store->newest) {
        struct entry *entry = store->newest;
        store->newest = entry->next;
        entry_free(store, entry);
    }
    pthread_cond_destroy(&store->change);
    pthread_mutex_destroy(&store->lock);
    mem_free(store);
}

static size_t size_of(const struct entry *entry)
{
    const struct image_form *form = &entry->made.form;
    const struct image_pixels *pixels = &entry->made.pixels;
    size_t samples = (size_t)pixels->channels + (pixels->alpha ? 1 : 0);
    return entry->file->bytes.len + form->bytes.len + form->mask.len + form->profile.len +
           (size_t)pixels->width * pixels->height * samples;
}

/* Drops what was not used for longest, beyond what may stay. */
static void trim(struct image_store *store)
{
    size_t bytes = 0, count = 0;
    for (struct entry **link = &store->newest; *link;) {
        struct entry *entry = *link;
        bytes += size_of(entry);
        if (entry->users > 0 || (bytes <= KEEP_BYTES && ++count <= KEEP_ENTRIES)) {
            link = &entry->next;
            continue;
        }
        *link = entry->next;
        entry_free(store, entry);
    }
}

/* NULL: there is none. */
static struct file *find_file(const struct image_store *store, const struct image *image)
{
    struct file *file = store->files;
    while (file &&
           !(digest_equal(&file->digest, &image->digest) && slice_equal(file->bytes, image->bytes)))
        file = file->next;
    return file;
}

static struct file *add_file(struct image_store *store, const struct image *image)
{
    struct file *file = mem_calloc(1, sizeof *file);
    char *bytes = mem_alloc(image->bytes.len);
    memcpy(bytes, image->bytes.ptr, image->bytes.len);
    *file = (struct file){.digest = image->digest, .bytes = {bytes, image->bytes.len}};
    file->next = store->files;
    store->files = file;
    return file;
}

/* The entry, now the newest; NULL: there is none. */
static struct entry *find(struct image_store *store, const struct file *file, enum purpose purpose,
                          const struct image_plan *plan)
{
    for (struct entry **link = &store->newest; *link; link = &(*link)->next) {
        struct entry *entry = *link;
        if (entry->file != file || entry->purpose != purpose ||
            memcmp(&entry->plan, plan, sizeof *plan) != 0)
            continue;
        *link = entry->next;
        entry->next = store->newest;
        store->newest = entry;
        return entry;
    }
    return NULL;
}

static struct entry *add(struct image_store *store, struct file *file, enum purpose purpose,
                         const struct image_plan *plan)
{
    struct entry *entry = mem_calloc(1, sizeof *entry);
    entry->file = file;
    file->entries++;
    entry->purpose = purpose;
    entry->plan = *plan;
    entry->next = store->newest;
    store->newest = entry;
    return entry;
}

static void release(struct image_store *store, const struct made *made)
{
    pthread_mutex_lock(&store->lock);
    for (struct entry *entry = store->newest; entry; entry = entry->next)
        if (&entry->made == made)
            entry->users--;
    trim(store);
    pthread_mutex_unlock(&store->lock);
}

static const struct made *obtain(struct image_store *store, const struct image *image,
                                 enum purpose purpose, const struct image_plan *plan,
                                 const char **reason);

/* Decoded pixels, which are released; NULL: too many to stay, or they cannot be read. */
static const struct made *lend_decoded(struct image_store *store, const struct image *image)
{
    const struct image_plan none = {0};
    const char *reason;
    if ((uint64_t)image->width * image->height > SMALL_PIXELS)
        return NULL;
    return obtain(store, image, DECODED, &none, &reason);
}

/* A form that passes the file through is made without its pixels, mostly. */
static struct made make(struct image_store *store, const struct image *image, enum purpose purpose,
                        const struct image_plan *plan)
{
    struct made made = {.reason = NULL};
    const struct made *lent =
        purpose == DECODED || plan->passes ? NULL : lend_decoded(store, image);
    const struct image_pixels *decoded = lent ? &lent->pixels : NULL;
    switch (purpose) {
    case FORM: image_prepare(image, plan, decoded, &made.form, &made.reason); break;
    case SHOWN:
        image_show(image, plan->width, plan->height, decoded, &made.pixels, &made.reason);
        break;
    case DECODED: image_decode_stored(image, &made.pixels, &made.reason); break;
    }
    if (lent)
        release(store, lent);
    return made;
}

/* What was made now or before: by the first who asks, without the lock. NULL, with the reason: it
 * cannot be. */
static const struct made *obtain(struct image_store *store, const struct image *image,
                                 enum purpose purpose, const struct image_plan *plan,
                                 const char **reason)
{
    pthread_mutex_lock(&store->lock);
    struct file *file = find_file(store, image);
    struct entry *entry = file ? find(store, file, purpose, plan) : NULL;
    bool is_new = !entry;
    if (is_new)
        entry = add(store, file ? file : add_file(store, image), purpose, plan);
    entry->users++;
    if (is_new) {
        pthread_mutex_unlock(&store->lock);
        struct made made = make(store, image, purpose, plan);
        pthread_mutex_lock(&store->lock);
        entry->made = made;
        entry->done = true;
        pthread_cond_broadcast(&store->change);
    }
    while (!entry->done)
        pthread_cond_wait(&store->change, &store->lock);
    *reason = entry->made.reason;
    entry->users -= *reason ? 1 : 0;
    trim(store);
    pthread_mutex_unlock(&store->lock);
    return *reason ? NULL : &entry->made;
}

const struct image_form *image_store_get(struct image_store *store, const struct image *image,
                                         const struct image_wish *wish, struct span span,
                                         struct diag_list *diags)
{
    const struct image_plan plan = image_plan(image, wish);
    const char *reason;
    const struct made *made = obtain(store, image, FORM, &plan, &reason);
    if (made)
        return &made->form;
    diag_add(diags, DIAG_CODE_IMAGE_BROKEN, span, "open the picture and save it anew",
             "the picture '%s' cannot be used: %s", image->path, reason);
    return NULL;
}

const struct image_pixels *image_store_show(struct image_store *store, const struct image *image,
                                            uint32_t width, uint32_t height, const char **reason)
{
    const struct image_plan plan = {.width = width, .height = height};
    const struct made *made = obtain(store, image, SHOWN, &plan, reason);
    return made ? &made->pixels : NULL;
}

void image_store_release(struct image_store *store, const struct image_form *form)
{
    release(store, (const struct made *)((const char *)form - offsetof(struct made, form)));
}

void image_store_release_pixels(struct image_store *store, const struct image_pixels *pixels)
{
    release(store, (const struct made *)((const char *)pixels - offsetof(struct made, pixels)));
}
