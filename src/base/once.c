#include "base/once.h"

void once_start(struct once *once)
{
    *once = (struct once){0};
    pthread_mutex_init(&once->lock, NULL);
}

static struct once_thing *find(struct once *once, const char *name, size_t size)
{
    struct once_thing *thing = map_get(&once->known, slice_from(name));
    if (thing)
        return thing;
    thing = arena_alloc(&once->arena, size);
    pthread_mutex_init(&thing->lock, NULL);
    thing->older = once->last;
    once->last = thing;
    map_put(&once->known, slice_from(arena_string(&once->arena, slice_from(name))), thing);
    return thing;
}

void *once_hold(struct once *once, const char *name, size_t size)
{
    pthread_mutex_lock(&once->lock);
    struct once_thing *thing = find(once, name, size);
    pthread_mutex_unlock(&once->lock);
    pthread_mutex_lock(&thing->lock);
    return thing;
}

void once_release(void *thing)
{
    struct once_thing *held = thing;
    held->made = true;
    pthread_mutex_unlock(&held->lock);
}

void once_end(struct once *once, void (*end)(void *thing))
{
    for (struct once_thing *at = once->last; at; at = at->older) {
        end(at);
        pthread_mutex_destroy(&at->lock);
    }
    pthread_mutex_destroy(&once->lock);
    map_free(&once->known);
    arena_free(&once->arena);
}
