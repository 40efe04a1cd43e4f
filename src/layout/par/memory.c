#include "layout/par/memory.h"

#include "base/mem.h"

struct par_memory *par_memory_new(void)
{
    return mem_calloc(1, sizeof(struct par_memory));
}

void par_memory_free(struct par_memory *memory)
{
    struct par_work *work = &memory->work;
    for (size_t i = 0; i < memory->dictionary_count; i++)
        hyphenator_free(memory->dictionaries[i].hyphenator);
    buf_free(&work->text);
    for (size_t i = 0; i < sizeof memory->counts.shares / sizeof *memory->counts.shares; i++)
        mem_free(memory->counts.shares[i]);
    void *const lists[] = {work->spans,  work->styles,      work->chunks,  work->items,
                           work->refs,   work->breaks,      work->pieces,  work->order,
                           work->levels, work->drawn.items, memory->faces, memory->dictionaries,
                           memory};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        mem_free(lists[i]);
}
