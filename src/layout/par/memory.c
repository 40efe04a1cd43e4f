#include "layout/par/memory.h"

#include "base/mem.h"

struct par_memory *par_memory_new(void)
{
    return mem_calloc(1, sizeof(struct par_memory));
}

static void forget_counts(struct par_counts *counts)
{
    for (size_t i = 0; counts->shares && i < PAR_SHARES; i++)
        mem_free(counts->shares[i]);
    mem_free(counts->shares);
    *counts = (struct par_counts){0};
}

void par_memory_start(struct par_memory *memory)
{
    size_t kept = 0;
    for (size_t i = 0; i < memory->dictionary_count; i++)
        if (memory->dictionaries[i].hyphenator) /* else it is missed again */
            memory->dictionaries[kept++] = memory->dictionaries[i];
    memory->dictionary_count = kept;
    forget_counts(&memory->counts);
}

void par_memory_free(struct par_memory *memory)
{
    struct par_work *work = &memory->work;
    buf_free(&work->text);
    forget_counts(&memory->counts);
    par_store_free(&memory->store);
    void *const lists[] = {work->spans,  work->styles,      work->chunks,  work->items,
                           work->refs,   work->breaks,      work->pieces,  work->order,
                           work->levels, work->drawn.items, memory->faces, memory->dictionaries,
                           memory};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        mem_free(lists[i]);
}
