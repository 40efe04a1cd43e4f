/* Shared libraries that are loaded when something first needs them: each costs every run's start,
 * and few leaflets need them. Used by text/, image/, read/markdown/ and epub/; Makefile and
 * install-deps.sh make "libraries.inc", the names by which the loader knows them. */
#pragma once

#include <stddef.h>

/* A function of a library, and the pointer that is to lead to it. */
struct library_call {
    const char *name;
    void *pointer;
};

/* For a list of functions CALLS(X): X(name) …: the structure `tag` of pointers to them, and
 * tag_load(), which returns it filled from the library (library_load). */
#define LIBRARY_POINTER(name) __typeof__(name) *name;
#define LIBRARY_CALL(name)    {#name, &calls.name},
#define LIBRARY_DEFINE(tag, library, CALLS)                                                        \
    struct tag {                                                                                   \
        CALLS(LIBRARY_POINTER)                                                                     \
    };                                                                                             \
    static struct tag tag##_load(void)                                                             \
    {                                                                                              \
        struct tag calls;                                                                          \
        const struct library_call table[] = {CALLS(LIBRARY_CALL)};                                 \
        library_load(library, table, sizeof table / sizeof *table);                                \
        return calls;                                                                              \
    }

/* Loads the library, if that is not done, and sets the pointers. It stays loaded. Without it the
 * work cannot go on, as it could not start with a linked one that is missing: the library and the
 * loader's reason are told and the process leaves with status 3. From any thread. */
void library_load(const char *library, const struct library_call *calls, size_t count);

/* Loads a library that one to be loaded brings along and that asks for thousands of symbols: it
 * looks for them among its own first, not through all of the tool's. So it gets the C library's
 * malloc, not ours (base/malloc.c): only for what is never called. That it cannot be loaded will be
 * told by the one that needs it. */
void library_load_ahead(const char *library);
