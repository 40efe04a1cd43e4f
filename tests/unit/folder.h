/* A folder of its own for each test, which is the current one while it runs; emptied after it. */
#pragma once

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"

struct fixture {
    struct arena arena;
    char folder[200];
};

static inline int set_up(void **state)
{
    struct fixture *f = mem_calloc(1, sizeof *f);
    const char *top = getenv("TMPDIR");
    snprintf(f->folder, sizeof f->folder, "%s/leafset-test-XXXXXX", top ? top : "/tmp");
    *state = f;
    return mkdtemp(f->folder) && chdir(f->folder) == 0 ? 0 : -1;
}

static inline int tear_down(void **state)
{
    struct fixture *f = *state;
    const char **names, *reason;
    if (file_list(".", &f->arena, &names, &reason) == STATUS_OK)
        for (; *names; names++)
            remove(*names);
    int result = chdir("/");
    rmdir(f->folder);
    arena_free(&f->arena);
    mem_free(f);
    return result;
}
