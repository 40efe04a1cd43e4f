/* What a process can still do once it is in the sandbox: each test tries it in a child. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/sandbox.h"
#include "folder.h"

/* True if this kernel, and this build, can take away what the word names. */
static bool takes_away(const char *word)
{
    struct buf text = {0};
    sandbox_describe(&text);
    bool found = strstr(text.data, word);
    buf_free(&text);
#ifdef SANDBOX_OFF
    found = false;
#endif
    return found;
}

/* The errno of what is tried in a sandbox that may read "in" and write "out"; 0: it can be done. */
static int try_confined(int (*attempt)(void))
{
    pid_t child = fork();
    if (child == 0) {
        struct sandbox sandbox;
        sandbox_open(&sandbox);
        sandbox_allow_system(&sandbox);
        sandbox_allow(&sandbox, "in", SANDBOX_READ);
        sandbox_allow(&sandbox, "one", SANDBOX_READ);
        sandbox_allow(&sandbox, "not there", SANDBOX_READ);
        sandbox_allow(&sandbox, "out", SANDBOX_WRITE);
        sandbox_allow(&sandbox, "made", SANDBOX_CLEAR);
        sandbox_enter(&sandbox);
        _exit(attempt());
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/* The same in a process that starts others. */
static int try_parent(int (*attempt)(void))
{
    pid_t child = fork();
    if (child == 0) {
        sandbox_enter_parent();
        _exit(attempt());
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static int open_file(const char *path, int flags)
{
    int descriptor = open(path, flags | O_CLOEXEC, 0666);
    return descriptor < 0 ? errno : close(descriptor);
}

static int result(bool done)
{
    return done ? 0 : errno;
}

static int read_elsewhere(void)
{
    return open_file("/etc/passwd", O_RDONLY);
}
static int read_beside(void)
{
    return open_file("beside", O_RDONLY);
}
static int read_by_link(void)
{
    return open_file("in/to-beside", O_RDONLY);
}
static int read_upwards(void)
{
    return open_file("in/../beside", O_RDONLY);
}
static int list_here(void)
{
    return open_file(".", O_RDONLY | O_DIRECTORY);
}
static int read_content(void)
{
    return open_file("in/a", O_RDONLY);
}
static int read_one(void)
{
    return open_file("one", O_RDONLY);
}
static int write_content(void)
{
    return open_file("in/a", O_WRONLY);
}
static int write_elsewhere(void)
{
    return open_file("new", O_WRONLY | O_CREAT);
}
static int make_content(void)
{
    return open_file("in/new", O_WRONLY | O_CREAT);
}
static int remove_content(void)
{
    return result(unlink("in/a") == 0);
}
static int move_content(void)
{
    return result(rename("in/a", "out/b") == 0);
}
static int write_output(void)
{
    return open_file("out/a", O_RDWR | O_CREAT | O_TRUNC);
}
static int make_folder(void)
{
    return result(mkdir("out/x", 0777) == 0);
}
static int clear_made(void)
{
    return result(rmdir("made/empty") == 0);
}
static int clear_file(void)
{
    return result(unlink("made/file") == 0);
}
static int use_program(void)
{
    return result(execl("/bin/true", "true", (char *)NULL) == 0);
}
static int use_network(void)
{
    return result(socket(AF_INET, SOCK_STREAM, 0) >= 0);
}
static int use_datagrams(void)
{
    return result(socket(AF_INET, SOCK_DGRAM, 0) >= 0);
}
static int use_socket_file(void)
{
    return result(socket(AF_UNIX, SOCK_STREAM, 0) >= 0);
}
static int change_mode(void)
{
    return result(chmod("out", 0777) == 0);
}

static int connect_inherited(void)
{
    const struct sockaddr address = {.sa_family = AF_INET};
    return result(connect(STDERR_FILENO + 1, &address, sizeof address) == 0);
}

static int start_process(void)
{
    pid_t child = fork();
    if (child == 0)
        _exit(0);
    return result(child > 0);
}

static int make_link(void)
{
    return result(symlink("one", "new") == 0);
}

static void *give(void *context)
{
    return context;
}

static int start_thread(void)
{
    pthread_t thread;
    void *got = NULL;
    int error = pthread_create(&thread, NULL, give, &got);
    return error ? error : pthread_join(thread, NULL);
}

static void put(const char *path)
{
    int descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    assert_true(descriptor >= 0);
    close(descriptor);
}

static void lay_out(void)
{
    static const char *const names[] = {"in", "out", "made", "made/empty"};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(mkdir(names[i], 0777), 0);
    put("in/a");
    put("beside");
    put("one");
    put("made/file");
    assert_int_equal(symlink("../beside", "in/to-beside"), 0);
}

static void no_other_file_can_be_read_or_written(void **state)
{
    (void)state;
    int (*const refused[])(void) = {read_elsewhere, read_beside,   read_by_link,    read_upwards,
                                    list_here,      write_content, write_elsewhere, make_content,
                                    remove_content, clear_file};
    int (*const allowed[])(void) = {read_content, read_one,   write_output,
                                    make_folder,  clear_made, start_thread};
    lay_out();
    if (!takes_away("Landlock"))
        return; /* of a kernel, not of a package that could be installed */
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        assert_int_equal(try_confined(refused[i]), EACCES);
    assert_int_not_equal(try_confined(move_content), 0);
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        assert_int_equal(try_confined(allowed[i]), 0);
}

static void no_program_and_no_network_can_be_used(void **state)
{
    (void)state;
    int (*const refused[])(void) = {use_program,     use_network,   use_datagrams,
                                    use_socket_file, start_process, connect_inherited,
                                    change_mode};
    lay_out();
    if (!takes_away("seccomp"))
        return; /* of a kernel, not of a package that could be installed */
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        assert_int_equal(try_confined(refused[i]), EPERM);
    assert_int_equal(try_confined(start_thread), 0);
}

static void a_parent_starts_processes_and_no_programs(void **state)
{
    (void)state;
    int (*const refused[])(void) = {use_program, use_network, use_socket_file, connect_inherited};
    int (*const allowed[])(void) = {start_process, start_thread,  read_beside,
                                    list_here,     write_content, write_elsewhere};
    lay_out();
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
        assert_int_equal(try_parent(allowed[i]), 0);
    remove("new");
    for (size_t i = 0; takes_away("seccomp") && i < sizeof refused / sizeof *refused; i++)
        assert_int_equal(try_parent(refused[i]), EPERM);
    if (takes_away("Landlock"))
        assert_int_equal(try_parent(make_link), EACCES);
}

static int take_away(void **state)
{
    static const char *const names[] = {"in/a",  "in/to-beside", "out/a",
                                        "out/x", "made/empty",   "made/file"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        remove(names[i]);
    return tear_down(state);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, take_away)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(no_other_file_can_be_read_or_written),
        TEST(no_program_and_no_network_can_be_used),
        TEST(a_parent_starts_processes_and_no_programs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
