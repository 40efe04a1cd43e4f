/* Heap memory that never fails to its caller. Every module may include it.
 *
 * leafset is a batch tool: when the machine has no memory left, no leaflet can be finished. The
 * functions here, and those of the C library that the libraries call (base/malloc.c), then write
 * one line to standard error and leave with exit status 3. An output gets its name only when it is
 * whole (base/sink.h), so no partial leaflet is left behind. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* Returns size bytes (at least 1), uninitialised. The caller frees with mem_free. */
void *mem_alloc(size_t size);

/* Returns count * size zeroed bytes; an overflow of the product counts as no memory. */
void *mem_calloc(size_t count, size_t size);

/* Resizes old (NULL: a new block) to count * size bytes. */
void *mem_resize(void *old, size_t count, size_t size);

/* Releases; NULL is allowed. */
void mem_free(void *block);

/* Grows *array (elements of size bytes, *cap allocated) so that at least need elements fit;
 * doubles, so that appending is linear. Returns the (possibly moved) array. */
void *mem_grow(void *array, size_t *cap, size_t need, size_t size);

/* Grows array (an lvalue, cap its size_t) so that need elements of its type fit. The arguments are
 * evaluated more than once. */
#define MEM_RESERVE(array, cap, need)                                                              \
    ((need) > (cap) ? (void)((array) = mem_grow((array), &(cap), (need), sizeof *(array)))         \
                    : (void)0)

/* Appends one element of the array's type: a pointer to it, not initialised. The arguments are
 * lvalues and are evaluated more than once. */
#define MEM_PUSH(array, count, cap) (MEM_RESERVE(array, cap, (count) + 1), &(array)[(count)++])

/* Asks the C library to keep what is freed instead of giving it back to the system: a leaflet is
 * freed as a whole and the next one needs as much, and each page given back costs a fault to get
 * again. Call once, at the start of the program. */
void mem_keep(void);

/* The process gets no more than so many megabytes (of 1,048,576 bytes) for its data, the stacks of
 * its threads included. False: the system refuses (errno tells). Call once, while there is one
 * thread. */
bool mem_limit(unsigned megabytes);

/* Says that memory is exhausted and leaves with exit status 3. */
_Noreturn void mem_exhausted(void);

/* Leaves in the same way where the system has no size bytes left: for what has failed without
 * saying why. */
void mem_require(size_t size);
