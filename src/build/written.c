#include "build/written.h"

#include "base/mem.h"

struct sink *written_add(struct written *written)
{
    struct sink **sink = MEM_PUSH(written->sinks, written->count, written->cap);
    *sink = written->nowhere ? sink_open_nowhere() : sink_open();
    return *sink;
}

void written_free(struct written *written)
{
    for (size_t i = 0; i < written->count; i++)
        sink_close(written->sinks[i]);
    mem_free(written->sinks);
}

const char *written_path(struct arena *arena, const char *stem, size_t page, const char *ending)
{
    return page == 0 ? arena_format(arena, "%s.%s", stem, ending)
                     : arena_format(arena, "%s-%zu.%s", stem, page, ending);
}
