/* Shared libraries that are loaded when something first needs them: each costs every run's start,
 * and few leaflets need them. Used by base/xml.c, text/, image/, read/markdown/ and epub/; Makefile
 * and install-deps.sh make "libraries.inc", the names by which the loader knows them. */
#pragma once

#include <stddef.h>

/* A function of a library, and the pointer that is to lead to it. */
struct library_call {
    const char *name;
    void *pointer;
};

/* For a list of functions CALLS(X): X(name) …: the structure `tag` of pointers to them, and
 * tag_load(), which returns it filled from the library (library_load). Where several files use it,
 * a header has the structure, { CALLS(LIBRARY_POINTER) }, and one file LIBRARY_LOAD. A name that is
 * a macro is the function's that it stands for. */
#define LIBRARY_POINTER(name) __typeof__(name) *name;
#define LIBRARY_NAME(name)    #name
#define LIBRARY_CALL(name)    {LIBRARY_NAME(name), &calls.name},
#define LIBRARY_LOAD(tag, library, CALLS)                                                          \
    static struct tag tag##_load(void)                                                             \
    {                                                                                              \
        struct tag calls;                                                                          \
        const struct library_call table[] = {CALLS(LIBRARY_CALL)};                                 \
        library_load(library, table, sizeof table / sizeof *table);                                \
        return calls;                                                                              \
    }
#define LIBRARY_DEFINE(tag, library, CALLS)                                                        \
    struct tag {                                                                                   \
        CALLS(LIBRARY_POINTER)                                                                     \
    };                                                                                             \
    LIBRARY_LOAD(tag, library, CALLS)

/* Loads the library, if that is not done, and sets the pointers. It stays loaded. Without it the
 * work cannot go on, as it could not start with a linked one that is missing: the library and the
 * loader's reason are told and the process leaves with status 3. From any thread. */
void library_load(const char *library, const struct library_call *calls, size_t count);

/* Loads a library that one to be loaded brings along and that asks for thousands of symbols: it
 * looks for them among its own first, not through all of the tool's. So it gets the C library's
 * malloc, not ours (base/malloc.c): only for what is never asked for memory. OpenSSL is not called
 * at all, and of the C++ library ICU calls nothing that allocates, or install-deps.sh does not name
 * it. That it cannot be loaded will be told by the one that needs it. */
void library_load_ahead(const char *library);
