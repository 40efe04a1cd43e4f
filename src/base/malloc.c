/* The C library's functions that give memory, for the whole process.
 *
 * Libraries that are told of no memory go on with half of what they hold, or call the text broken
 * (libxml2, libyaml and libharu each in their way). So they are never told: the executable defines
 * these functions, which the dynamic linker therefore finds first for every library, and where the
 * next definition has no memory the process ends with a message (mem_exhausted). The next one is a
 * preloaded library's, if there is one, or the C library's. free stays theirs.
 *
 * A request that no machine can serve (calloc's product overflows) counts as no memory as well: no
 * library here asks for one on purpose. Left to the C library's own where the sanitizers must see
 * each call, and on other C libraries than glibc; there only what base/mem.h hands out is safe. */
#include <dlfcn.h>
#include <errno.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/mem.h"

#if defined __GLIBC__ && !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__

/* glibc's own, for dlsym: it may ask for memory while it looks for the next definition. */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);

typedef void *malloc_call(size_t size);
typedef void *calloc_call(size_t count, size_t size);
typedef void *realloc_call(void *old, size_t size);
typedef void *aligned_call(size_t alignment, size_t size);
typedef int posix_call(void **block, size_t alignment, size_t size);

static struct {
    void *_Atomic malloc, *_Atomic calloc, *_Atomic realloc;
    void *_Atomic memalign, *_Atomic aligned_alloc, *_Atomic posix_memalign;
} next; /* NULL until the first use; threads that look at once find the same */

static _Thread_local bool searching; /* dlsym runs */

static void *find(void *_Atomic *known, const char *name, void *own)
{
    if (searching)
        return own;
    searching = true;
    void *found = dlsym(RTLD_NEXT, name);
    searching = false;
    if (!found)
        mem_exhausted(); /* there is no way to go on */
    atomic_store_explicit(known, found, memory_order_relaxed);
    return found;
}

static inline void *find_next(void *_Atomic *known, const char *name, void *own)
{
    void *found = atomic_load_explicit(known, memory_order_relaxed);
    return found ? found : find(known, name, own);
}

/* POSIX has dlsym give functions as pointers to objects, which ISO C does not know. */
#define NEXT(type, name, own)                                                                      \
    (__extension__(type *) find_next(&next.name, #name, __extension__(void *)(own)))

static void *or_leave(void *block)
{
    if (!block)
        mem_exhausted();
    return block;
}

void *malloc(size_t size)
{
    return or_leave(NEXT(malloc_call, malloc, __libc_malloc)(size));
}

void *calloc(size_t count, size_t size)
{
    return or_leave(NEXT(calloc_call, calloc, __libc_calloc)(count, size));
}

/* To no bytes frees, and gives NULL. */
void *realloc(void *old, size_t size)
{
    void *block = NEXT(realloc_call, realloc, NULL)(old, size);
    return size == 0 ? block : or_leave(block);
}

void *reallocarray(void *old, size_t count, size_t size)
{
    size_t all;
    if (__builtin_mul_overflow(count, size, &all))
        mem_exhausted();
    return realloc(old, all);
}

/* NULL for an alignment that is none is the caller's mistake (EINVAL), not want of memory. */
static void *or_leave_aligned(void *block)
{
    if (!block && errno != EINVAL)
        mem_exhausted();
    return block;
}

void *memalign(size_t alignment, size_t size)
{
    return or_leave_aligned(NEXT(aligned_call, memalign, NULL)(alignment, size));
}

void *aligned_alloc(size_t alignment, size_t size)
{
    return or_leave_aligned(NEXT(aligned_call, aligned_alloc, NULL)(alignment, size));
}

int posix_memalign(void **block, size_t alignment, size_t size)
{
    int error = NEXT(posix_call, posix_memalign, NULL)(block, alignment, size);
    if (error == ENOMEM)
        mem_exhausted();
    return error;
}

#endif
