/* Gives files to a target, one after the other: replay TARGET FILE... */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "fuzz.h"

#define FILE_LIMIT (16u * 1024 * 1024)

/* The bytes have a block of their own, so that a step beyond them is seen. */
static bool replay(const struct fuzz_target *target, const char *path)
{
    struct arena arena = {0};
    struct slice text;
    const char *reason;
    bool read = file_read(path, FILE_LIMIT, &arena, &text, NULL, &reason) == STATUS_OK;
    if (read) {
        uint8_t *bytes = mem_alloc(text.len);
        memcpy(bytes, text.ptr, text.len);
        target->run(bytes, text.len);
        mem_free(bytes);
    } else {
        fprintf(stderr, "%s: %s\n", path, reason);
    }
    arena_free(&arena);
    return read;
}

int main(int argc, char **argv)
{
    const struct fuzz_target *target = argc > 1 ? fuzz_find(argv[1]) : NULL;
    if (!target) {
        fputs("usage: replay TARGET FILE...\ntargets:", stderr);
        for (target = fuzz_targets; target->name; target++)
            fprintf(stderr, " %s", target->name);
        fputs("\n", stderr);
        return 2;
    }
    int status = 0;
    for (int i = 2; i < argc; i++) {
        fprintf(stderr, "%s\n", argv[i]); /* the last one named is the one that broke it */
        if (!replay(target, argv[i]))
            status = 1;
    }
    return status;
}
