#include "base/mem.h"

#include <malloc.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

/* The end for want of memory may come in any thread, out of any library, at any time: what it needs
 * to know is here and not in an argument. Shared by those who must finish first, and never given
 * back by the one that ends the process. */
static pthread_rwlock_t ending = PTHREAD_RWLOCK_INITIALIZER;
static _Thread_local bool holding;
static unsigned limit; /* in megabytes, 0: none */

bool mem_limit(unsigned megabytes)
{
    struct rlimit allowed;
    if (getrlimit(RLIMIT_DATA, &allowed) != 0)
        return false;
    limit = megabytes;
    if (allowed.rlim_max / 1048576 < megabytes) /* RLIM_INFINITY is the largest number */
        return true;                            /* there is a lower limit already */
    allowed.rlim_cur = (rlim_t)megabytes * 1048576;
    return setrlimit(RLIMIT_DATA, &allowed) == 0;
}

void mem_hold(void)
{
    pthread_rwlock_rdlock(&ending);
    holding = true;
}

void mem_release(void)
{
    holding = false;
    pthread_rwlock_unlock(&ending);
}

void mem_exhausted(void)
{
    char message[100];
    if (holding)
        mem_release();
    pthread_rwlock_wrlock(&ending);
    int len = limit == 0
                  ? snprintf(message, sizeof message, "leafset: not enough memory to go on\n")
                  : snprintf(message, sizeof message,
                             "leafset: not enough memory to go on: --memory allows %u MB\n", limit);
    ssize_t ignored = write(STDERR_FILENO, message, (size_t)len);
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
