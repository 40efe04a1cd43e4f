/* The targets under libFuzzer: one program, which takes the target from its own name. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

/* What libFuzzer calls and offers (llvm.org/docs/LibFuzzer.html). */
int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t len, size_t most, unsigned seed);
size_t LLVMFuzzerMutate(uint8_t *bytes, size_t len, size_t most);

/* The linker puts it in the place of _exit (--wrap): nothing in a library's function ends the
 * process, not even for want of memory. */
_Noreturn void __wrap__exit(int status);

_Noreturn void __wrap__exit(int status)
{
    fprintf(stderr, "left with status %d\n", status);
    abort();
}

static const struct fuzz_target *target;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    const char *last = strrchr((*argv)[0], '/');
    (void)argc;
    target = fuzz_find(last ? last + 1 : (*argv)[0]);
    if (!target) {
        fprintf(stderr, "%s: not the name of a target\n", (*argv)[0]);
        exit(2);
    }
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
    target->run(bytes, len);
    return 0;
}

/* One input in eight keeps its checksums wrong. */
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t len, size_t most, unsigned seed)
{
    len = LLVMFuzzerMutate(bytes, len, most);
    if (target->mend && seed % 8 != 0)
        target->mend(bytes, len);
    return len;
}
