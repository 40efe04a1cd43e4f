#include "base/arena.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"

/* Under AddressSanitizer the free part of every block is poisoned, so that a pointer that outlives
 * a reset, or runs past the last object, is caught. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_POISONS 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define ARENA_POISONS 1
#endif
#ifdef ARENA_POISONS
#include <sanitizer/asan_interface.h>
#define POISON(start, size)   ASAN_POISON_MEMORY_REGION(start, size)
#define UNPOISON(start, size) ASAN_UNPOISON_MEMORY_REGION(start, size)
#else
#define POISON(start, size)   ((void)(start), (void)(size))
#define UNPOISON(start, size) ((void)(start), (void)(size))
#endif

#define BLOCK_FIRST ((size_t)4 * 1024)
#define BLOCK_MOST  ((size_t)1024 * 1024)
#define ALIGNMENT   _Alignof(max_align_t)

/* What most formatted texts fit in, so that they are formatted but once. */
#define FORMATTED 128

struct arena_block {
    struct arena_block *older;
    size_t size;
    max_align_t bytes[];
};

/* A new block of at least need bytes; blocks double in size so that their number stays small. */
static void add_block(struct arena *arena, size_t need)
{
    size_t size = BLOCK_FIRST;
    if (arena->head)
        size = arena->head->size < BLOCK_MOST / 2 ? arena->head->size * 2 : BLOCK_MOST;
    if (size < need)
        size = need;
    if (size > SIZE_MAX - sizeof(struct arena_block))
        mem_exhausted();
    struct arena_block *block = mem_alloc(sizeof *block + size);
    block->older = arena->head;
    block->size = size;
    arena->head = block;
    arena->used = 0;
    POISON(block->bytes, size);
}

static char *take(struct arena *arena, size_t size, size_t alignment)
{
    size_t start = (arena->used + alignment - 1) & ~(alignment - 1);
    if (!arena->head || start > arena->head->size || size > arena->head->size - start) {
        add_block(arena, size);
        start = 0;
    }
    arena->used = start + size;
    char *bytes = (char *)arena->head->bytes + start;
    UNPOISON(bytes, size);
    return bytes;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    void *bytes = take(arena, size, ALIGNMENT);
    memset(bytes, 0, size);
    return bytes;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / 2 / size)
        mem_exhausted();
    return arena_alloc(arena, count * size);
}

char *arena_bytes(struct arena *arena, size_t size)
{
    return take(arena, size, 1);
}

struct slice arena_copy(struct arena *arena, struct slice text)
{
    char *bytes = arena_bytes(arena, text.len);
    if (text.len > 0)
        memcpy(bytes, text.ptr, text.len);
    return (struct slice){bytes, text.len};
}

char *arena_string(struct arena *arena, struct slice text)
{
    char *bytes = arena_bytes(arena, text.len + 1);
    if (text.len > 0)
        memcpy(bytes, text.ptr, text.len);
    bytes[text.len] = '\0';
    return bytes;
}

char *arena_format_list(struct arena *arena, const char *format, va_list args)
{
    va_list again;
    char most[FORMATTED];
    va_copy(again, args);
    int len = vsnprintf(most, sizeof most, format, args);
    size_t size = (size_t)(len < 0 ? 0 : len) + 1;
    char *bytes = arena_bytes(arena, size);
    bytes[0] = '\0';
    if (size <= sizeof most)
        memcpy(bytes, most, size);
    else
        vsnprintf(bytes, size, format, again);
    va_end(again);
    return bytes;
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *bytes = arena_format_list(arena, format, args);
    va_end(args);
    return bytes;
}

struct arena_mark arena_mark_get(const struct arena *arena)
{
    return (struct arena_mark){arena->head, arena->used};
}

void arena_reset(struct arena *arena, struct arena_mark mark)
{
    while (arena->head != mark.head) {
        struct arena_block *older = arena->head->older;
        UNPOISON(arena->head->bytes, arena->head->size);
        mem_free(arena->head);
        arena->head = older;
    }
    arena->used = mark.used;
    if (arena->head)
        POISON((char *)arena->head->bytes + mark.used, arena->head->size - mark.used);
}

void arena_free(struct arena *arena)
{
    arena_reset(arena, (struct arena_mark){NULL, 0});
}
