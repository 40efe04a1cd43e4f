#include "raster/stencil.h"

#include <string.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/mem.h"

/* With more than these, a megabyte, all are forgotten. */
#define KEPT_STRETCHES ((size_t)128 * 1024)

struct kept_stencil {
    struct stencil_key key;
    struct stencil stencil;
};

struct stencils {
    struct arena arena;
    struct map map;
    size_t stretches;
};

/* Keys are compared as bytes. */
_Static_assert(sizeof(struct stencil_key) == 32, "there is nothing between the members");

void stencil_free(struct stencil *stencil)
{
    mem_free(stencil->stretches);
    *stencil = (struct stencil){0};
}

struct stencils *stencils_new(void)
{
    return mem_calloc(1, sizeof(struct stencils));
}

static void forget(struct stencils *stencils)
{
    map_free(&stencils->map);
    arena_free(&stencils->arena);
    stencils->stretches = 0;
}

void stencils_free(struct stencils *stencils)
{
    if (!stencils)
        return;
    forget(stencils);
    mem_free(stencils);
}

static struct slice bytes_of(const struct stencil_key *key)
{
    return (struct slice){(const char *)key, sizeof *key};
}

const struct stencil *stencils_get(const struct stencils *stencils, const struct stencil_key *key)
{
    const struct kept_stencil *kept = map_get(&stencils->map, bytes_of(key));
    return kept ? &kept->stencil : NULL;
}

const struct stencil *stencils_put(struct stencils *stencils, const struct stencil_key *key,
                                   const struct stencil *stencil)
{
    if (stencils->stretches > KEPT_STRETCHES)
        forget(stencils);
    size_t count = stencil->count;
    struct kept_stencil *kept = ARENA_NEW(&stencils->arena, struct kept_stencil);
    *kept = (struct kept_stencil){*key, {NULL, count, count}};
    kept->stencil.stretches = ARENA_ARRAY(&stencils->arena, count, struct stretch);
    if (count > 0)
        memcpy(kept->stencil.stretches, stencil->stretches, count * sizeof *stencil->stretches);
    map_put(&stencils->map, bytes_of(&kept->key), kept);
    stencils->stretches += count;
    return &kept->stencil;
}
