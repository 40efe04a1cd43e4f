#include "base/library.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include "base/leave.h"
#include "base/mem.h"

/* NODELETE: the next one who asks finds it in its place. */
#define LOAD_MODE (RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE)

/* More than a library takes, ICU's data of 31 MB included. The loader does not tell want of memory
 * from a broken file. */
#define LIBRARY_ROOM (48u * 1024 * 1024)

static _Noreturn void leave(const char *library)
{
    char message[1024];
    const char *reason = dlerror();
    snprintf(message, sizeof message, "leafset: the library %.100s cannot be loaded: %.800s\n",
             library, reason ? reason : "no reason is given");
    mem_require(LIBRARY_ROOM); /* may end the reason's life */
    leave_with(message);
}

/* The sanitizers must see all that a library does. */
void library_load_ahead(const char *library)
{
#if defined RTLD_DEEPBIND && !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__
    void *handle = dlopen(library, LOAD_MODE | RTLD_DEEPBIND);
    if (handle)
        dlclose(handle);
#else
    (void)library;
#endif
}

void library_load(const char *library, const struct library_call *calls, size_t count)
{
    void *handle = dlopen(library, LOAD_MODE);
    if (!handle)
        leave(library);
    for (size_t i = 0; i < count; i++) {
        void *found = dlsym(handle, calls[i].name);
        if (!found)
            leave(library);
        memcpy(calls[i].pointer, &found, sizeof found);
    }
    dlclose(handle);
}
