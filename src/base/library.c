#include "base/library.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/status.h"

/* NODELETE: the next one who asks finds it in its place. */
#define LOAD_MODE (RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE)

static _Noreturn void leave(const char *library)
{
    const char *reason = dlerror();
    dprintf(STDERR_FILENO, "leafset: the library %s cannot be loaded: %s\n", library,
            reason ? reason : "no reason is given");
    _exit(STATUS_ENVIRONMENT);
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

void library_load_aside(const char *library)
{
#if defined RTLD_DEEPBIND && !defined __SANITIZE_ADDRESS__ && !defined __SANITIZE_THREAD__
    void *handle = dlopen(library, LOAD_MODE | RTLD_DEEPBIND);
    if (handle)
        dlclose(handle);
#else
    (void)library;
#endif
}
