#include "build/settle.h"

static void set_begun(struct settle *settle, const char *file, bool begun)
{
    bool *is = map_get(&settle->open, slice_from(file));
    if (!is) {
        is = ARENA_NEW(&settle->arena, bool);
        map_put(&settle->open, slice_from(arena_string(&settle->arena, slice_from(file))), is);
    }
    settle->begun += (size_t)begun - (size_t)*is;
    *is = begun;
}

void settle_add(struct settle *settle, enum settle_change change, const char *file, int64_t now)
{
    switch (change) {
    case SETTLE_BEGUN: set_begun(settle, file, true); break;
    case SETTLE_WHOLE: set_begun(settle, file, false); break;
    case SETTLE_OTHER: break;
    }
    if (!settle->changed)
        settle->first = now;
    settle->last = now;
    settle->changed = true;
}

int settle_wait(const struct settle *settle, int64_t now)
{
    if (!settle->changed)
        return -1;
    int64_t due = settle->last + (settle->begun > 0 ? SETTLE_BEGUN_MS : SETTLE_WHOLE_MS);
    int64_t latest = settle->first + SETTLE_MOST_MS;
    if (due > latest)
        due = latest;
    return due > now ? (int)(due - now) : 0;
}

void settle_clear(struct settle *settle)
{
    map_free(&settle->open);
    arena_free(&settle->arena);
    *settle = (struct settle){0};
}
