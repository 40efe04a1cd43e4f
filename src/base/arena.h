/* Arenas: memory that is freed as a whole. One per document, one per layout, one scratch with
 * mark and reset. Nothing inside an arena is freed singly. Every module may include it. */
#pragma once

#include <stdarg.h>

#include "base/slice.h"

struct arena_block;

/* Zero-initialise ({0}) to start; owned by whoever declared it. Not shared between threads. */
struct arena {
    struct arena_block *head; /* newest block, linked to older ones */
    size_t used;              /* bytes used in head */
};

struct arena_mark {
    struct arena_block *head;
    size_t used;
};

/* Returns size bytes aligned for any type, zeroed. Never NULL (base/mem.h). */
void *arena_alloc(struct arena *arena, size_t size);

/* Same for an array; the product is checked for overflow. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* Same without zeroing and with byte alignment: for text. */
char *arena_bytes(struct arena *arena, size_t size);

/* Copies into the arena; the copy of arena_string is NUL-terminated. */
struct slice arena_copy(struct arena *arena, struct slice text);
char *arena_string(struct arena *arena, struct slice text);

/* snprintf and vsnprintf into the arena; NUL-terminated. */
char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_format_list(struct arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

struct arena_mark arena_mark_get(const struct arena *arena);
/* Frees all that was allocated since the mark. */
void arena_reset(struct arena *arena, struct arena_mark mark);
/* Frees everything; the arena can be used again. */
void arena_free(struct arena *arena);

/* A new zeroed object or array of a type. */
#define ARENA_NEW(arena, type)          ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, count, type) ((type *)arena_array((arena), (count), sizeof(type)))
