#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <zlib.h>

#include "base/library.h"
#include "base/status.h"

#define CALLS(X) X(zlibVersion) X(crc32)

static void the_pointers_lead_to_the_functions(void **state)
{
    (void)state;
    struct {
        CALLS(LIBRARY_POINTER)
    } calls;
    const struct library_call table[] = {CALLS(LIBRARY_CALL)};
    for (int again = 0; again < 2; again++) {
        memset(&calls, 0, sizeof calls);
        library_load("libz.so.1", table, 2);
        assert_int_equal(*calls.zlibVersion(), '1');
        assert_int_equal(calls.crc32(0, (const Bytef *)"123456789", 9), 0xcbf43926);
    }
}

/* What the process says that loads it, and leaves with. */
static void leaves(const char *library, const char *name, const char *message)
{
    int ends[2], status;
    char said[512] = "";
    void *function;
    struct library_call call = {name, &function};
    assert_int_equal(pipe(ends), 0);
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDERR_FILENO);
        library_load(library, &call, 1);
        _exit(0);
    }
    close(ends[1]);
    assert_true(read(ends[0], said, sizeof said - 1) > 0);
    close(ends[0]);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(WEXITSTATUS(status), STATUS_ENVIRONMENT);
    assert_ptr_equal(strstr(said, message), said);
}

static void a_missing_library_or_function_is_told(void **state)
{
    (void)state;
    leaves("libnone.so.0", "f", "leafset: the library libnone.so.0 cannot be loaded: libnone.so.0");
    leaves("libz.so.1", "no_such_function", "leafset: the library libz.so.1 cannot be loaded: ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_pointers_lead_to_the_functions),
        cmocka_unit_test(a_missing_library_or_function_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
