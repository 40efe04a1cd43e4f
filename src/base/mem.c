#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

void mem_exhausted(void)
{
    static const char message[] = "leafset: not enough memory to go on\n";
    ssize_t ignored = write(STDERR_FILENO, message, sizeof message - 1);
    (void)ignored;
    _exit(3);
}

void *mem_alloc(size_t size)
{
    void *block = malloc(size ? size : 1);
    if (!block)
        mem_exhausted();
    return block;
}

void *mem_calloc(size_t count, size_t size)
{
    void *block = calloc(count ? count : 1, size ? size : 1);
    if (!block)
        mem_exhausted();
    return block;
}

void *mem_resize(void *old, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        mem_exhausted();
    void *block = realloc(old, size == 0 || count == 0 ? 1 : count * size);
    if (!block)
        mem_exhausted();
    return block;
}

void mem_free(void *block)
{
    free(block);
}

void *mem_grow(void *array, size_t *cap, size_t need, size_t size)
{
    if (need <= *cap)
        return array;
    size_t grown = *cap < 8 ? 8 : *cap;
    while (grown < need)
        grown = grown > SIZE_MAX / 2 ? need : grown * 2;
    *cap = grown;
    return mem_resize(array, grown, size);
}
