#include "build/publish.h"

#include <string.h>
#include <time.h>

static void keep_files(struct publish_item *item)
{
    struct arena *arena = &item->report.arena;
    struct state_leaflet *entry = item->entry;
    const struct state_file *files = outputs_files(item->outputs, &entry->file_count);
    entry->files = ARENA_ARRAY(arena, entry->file_count + 1, struct state_file);
    for (size_t i = 0; i < entry->file_count; i++) {
        entry->files[i] = files[i];
        entry->files[i].path = arena_string(arena, slice_from(files[i].path));
    }
}

/* What became of the files is told behind what was told before. */
static void end_item(struct publisher *publisher, struct publish_item *item)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    if (item->entry)
        keep_files(item);
    item->status = status_worse(item->status, outputs_end(item->outputs, &diags));
    report_make(&diags, "", publisher->options, &item->report);
    diag_free(&diags);
    arena_free(&arena);
    publisher->done(publisher->context, item);
}

static void publish(struct publisher *publisher, struct publish_item *items, size_t count)
{
    struct outputs *list[PUBLISH_MOST] = {NULL};
    for (size_t i = 0; i < count; i++)
        list[i] = items[i].outputs;
    outputs_commit(list, count, publisher->interrupt);
    for (size_t i = 0; i < count; i++)
        end_item(publisher, &items[i]);
}

static struct timespec later(long milliseconds)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    time.tv_nsec += milliseconds * 1000000;
    time.tv_sec += time.tv_nsec / 1000000000;
    time.tv_nsec %= 1000000000;
    return time;
}

/* Under the lock, until there are some, and for more as long as it pays. */
static void wait_for_items(struct publisher *publisher)
{
    while (publisher->count == 0 && !publisher->ending)
        pthread_cond_wait(&publisher->changed, &publisher->lock);
    const struct timespec until = later(PUBLISH_WAIT);
    while (publisher->count < PUBLISH_MOST && !publisher->pressed && !publisher->ending)
        if (pthread_cond_timedwait(&publisher->changed, &publisher->lock, &until) != 0)
            break;
}

static void *work(void *context)
{
    struct publisher *publisher = context;
    struct publish_item items[PUBLISH_MOST];
    size_t count;
    for (size_t bytes = 0;;) {
        pthread_mutex_lock(&publisher->lock);
        publisher->bytes -= bytes;
        pthread_cond_broadcast(&publisher->changed);
        wait_for_items(publisher);
        count = publisher->count;
        memcpy(items, publisher->waiting, count * sizeof *items);
        publisher->count = publisher->files = 0;
        publisher->pressed = false;
        bytes = publisher->bytes;
        pthread_cond_broadcast(&publisher->changed);
        pthread_mutex_unlock(&publisher->lock);
        if (count == 0)
            return NULL;
        publish(publisher, items, count);
    }
}

void publish_start(struct publisher *publisher, bool beside)
{
    pthread_condattr_t clock;
    pthread_condattr_init(&clock);
    pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
    pthread_mutex_init(&publisher->lock, NULL);
    pthread_cond_init(&publisher->changed, &clock);
    pthread_condattr_destroy(&clock);
    publisher->started = beside && pthread_create(&publisher->thread, NULL, work, publisher) == 0;
}

static bool fits(const struct publisher *publisher, size_t files, size_t bytes)
{
    return publisher->count < PUBLISH_MOST &&
           (publisher->count == 0 || publisher->files + files <= PUBLISH_FILES) &&
           (publisher->bytes == 0 || publisher->bytes + bytes <= PUBLISH_BYTES);
}

void publish_put(struct publisher *publisher, const struct publish_item *item)
{
    if (!publisher->started) {
        struct publish_item own = *item;
        publish(publisher, &own, 1);
        return;
    }
    size_t files, bytes = outputs_size(item->outputs);
    outputs_files(item->outputs, &files);
    pthread_mutex_lock(&publisher->lock);
    while (!fits(publisher, files, bytes)) {
        if (!publisher->pressed)
            pthread_cond_broadcast(&publisher->changed);
        publisher->pressed = true;
        pthread_cond_wait(&publisher->changed, &publisher->lock);
    }
    publisher->waiting[publisher->count++] = *item;
    publisher->files += files;
    publisher->bytes += bytes;
    if (publisher->count == 1 || publisher->count == PUBLISH_MOST)
        pthread_cond_broadcast(&publisher->changed);
    pthread_mutex_unlock(&publisher->lock);
}

void publish_end(struct publisher *publisher)
{
    if (publisher->started) {
        pthread_mutex_lock(&publisher->lock);
        publisher->ending = true;
        pthread_cond_broadcast(&publisher->changed);
        pthread_mutex_unlock(&publisher->lock);
        pthread_join(publisher->thread, NULL);
    }
    pthread_cond_destroy(&publisher->changed);
    pthread_mutex_destroy(&publisher->lock);
}
