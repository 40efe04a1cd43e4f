#include "base/mem.h"

#include <malloc.h>
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

#define KEEP_BLOCK (64 * 1024 * 1024)  /* smaller blocks come from the heap, not from mmap */
#define KEEP_TOTAL (256 * 1024 * 1024) /* of free memory at the heap's end */
#define KEEP_STEP  (1024 * 1024)       /* by which the heap grows */

void mem_keep(void)
{
#ifdef M_MMAP_THRESHOLD /* glibc; others keep their own counsel */
    mallopt(M_MMAP_THRESHOLD, KEEP_BLOCK);
    mallopt(M_TRIM_THRESHOLD, KEEP_TOTAL);
    mallopt(M_TOP_PAD, KEEP_STEP);
#endif
}

static void *or_leave(void *block)
{
    if (!block)
        mem_exhausted();
    return block;
}

void *mem_alloc(size_t size)
{
    return or_leave(malloc(size ? size : 1));
}

void *mem_calloc(size_t count, size_t size)
{
    return or_leave(calloc(count ? count : 1, size ? size : 1));
}

void *mem_resize(void *old, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        mem_exhausted();
    return or_leave(realloc(old, size == 0 || count == 0 ? 1 : count * size));
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
