#include "image/store.h"

#include <pthread.h>
#include <string.h>

#include "base/mem.h"

/* What may stay without being in use. */
#define KEEP_BYTES   ((size_t)64 * 1024 * 1024)
#define KEEP_ENTRIES 256u

struct entry {
    uint8_t md5[16]; /* of the picture's file */
    struct image_plan plan;
    struct image_form form; /* lent to the users */
    const char *reason;     /* of a failure, when done */
    bool done;              /* false: a thread is at it */
    unsigned users;         /* threads that hold it, or wait for it */
    struct entry *next;     /* used longer ago */
};

struct image_store {
    pthread_mutex_t lock; /* guards all below but for the forms, which only their maker changes */
    pthread_cond_t change;
    struct entry *newest;
};

struct image_store *image_store_new(void)
{
    struct image_store *store = mem_calloc(1, sizeof *store);
    pthread_mutex_init(&store->lock, NULL);
    pthread_cond_init(&store->change, NULL);
    return store;
}

static void entry_free(struct entry *entry)
{
    image_form_free(&entry->form);
    mem_free(entry);
}

void image_store_free(struct image_store *store)
{
    while (store->newest) {
        struct entry *entry = store->newest;
        store->newest = entry->next;
        entry_free(entry);
    }
    pthread_cond_destroy(&store->change);
    pthread_mutex_destroy(&store->lock);
    mem_free(store);
}

/* Drops what was not used for longest, beyond what may stay. */
static void trim(struct image_store *store)
{
    size_t bytes = 0, count = 0;
    for (struct entry **link = &store->newest; *link;) {
        struct entry *entry = *link;
        bytes += entry->form.bytes.len + entry->form.mask.len + entry->form.profile.len;
        if (entry->users > 0 || (bytes <= KEEP_BYTES && ++count <= KEEP_ENTRIES)) {
            link = &entry->next;
            continue;
        }
        *link = entry->next;
        entry_free(entry);
    }
}

/* The entry, now the newest; NULL: there is none. */
static struct entry *find(struct image_store *store, const struct image *image,
                          const struct image_plan *plan)
{
    for (struct entry **link = &store->newest; *link; link = &(*link)->next) {
        struct entry *entry = *link;
        if (memcmp(entry->md5, image->md5, sizeof entry->md5) != 0 ||
            memcmp(&entry->plan, plan, sizeof *plan) != 0)
            continue;
        *link = entry->next;
        entry->next = store->newest;
        store->newest = entry;
        return entry;
    }
    return NULL;
}

static struct entry *add(struct image_store *store, const struct image *image,
                         const struct image_plan *plan)
{
    struct entry *entry = mem_calloc(1, sizeof *entry);
    memcpy(entry->md5, image->md5, sizeof entry->md5);
    entry->plan = *plan;
    entry->next = store->newest;
    store->newest = entry;
    return entry;
}

/* Prepares the picture without the lock, which is held before and after. */
static void prepare(struct image_store *store, const struct image *image, struct entry *entry)
{
    pthread_mutex_unlock(&store->lock);
    const char *reason = NULL;
    struct image_form form;
    image_prepare(image, &entry->plan, &form, &reason);
    pthread_mutex_lock(&store->lock);
    entry->form = form;
    entry->reason = reason;
    entry->done = true;
    pthread_cond_broadcast(&store->change);
}

const struct image_form *image_store_get(struct image_store *store, const struct image *image,
                                         const struct image_wish *wish, struct span span,
                                         struct diag_list *diags)
{
    struct image_plan plan = image_plan(image, wish);
    pthread_mutex_lock(&store->lock);
    struct entry *entry = find(store, image, &plan);
    bool is_new = !entry;
    if (is_new)
        entry = add(store, image, &plan);
    entry->users++;
    if (is_new)
        prepare(store, image, entry);
    while (!entry->done)
        pthread_cond_wait(&store->change, &store->lock);
    const char *reason = entry->reason;
    entry->users -= reason ? 1 : 0;
    trim(store);
    pthread_mutex_unlock(&store->lock);
    if (!reason)
        return &entry->form;
    diag_add(diags, DIAG_CODE_IMAGE_BROKEN, span, "open the picture and save it anew",
             "the picture '%s' cannot be used: %s", image->path, reason);
    return NULL;
}

void image_store_release(struct image_store *store, const struct image_form *form)
{
    pthread_mutex_lock(&store->lock);
    for (struct entry *entry = store->newest; entry; entry = entry->next)
        if (&entry->form == form)
            entry->users--;
    trim(store);
    pthread_mutex_unlock(&store->lock);
}
