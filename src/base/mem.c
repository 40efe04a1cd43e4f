#include "base/mem.h"

#include <malloc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>

#include "base/leave.h"

static unsigned limit; /* of the process, in megabytes; 0: none is known */

/* Not RLIMIT_AS: what is mapped of libraries would count, and a stack that cannot grow is a crash.
 */
bool mem_limit(unsigned megabytes)
{
    struct rlimit allowed;
    if (getrlimit(RLIMIT_DATA, &allowed) != 0)
        return false;
    if (allowed.rlim_max / 1048576 < megabytes) /* RLIM_INFINITY is the largest number */
        return true;                            /* there is a lower limit already */
    limit = megabytes;
    allowed.rlim_cur = (rlim_t)megabytes * 1048576;
    return setrlimit(RLIMIT_DATA, &allowed) == 0;
}

void mem_exhausted(void)
{
    char message[100];
    if (limit == 0)
        leave_with("leafset: not enough memory to go on\n");
    snprintf(message, sizeof message,
             "leafset: not enough memory to go on: --memory allows %u MB\n", limit);
    leave_with(message);
}

/* Not from the heap, which may have so much to spare when the system has not. */
void mem_require(size_t size)
{
    void *block = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (block == MAP_FAILED)
        mem_exhausted();
    munmap(block, size);
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
