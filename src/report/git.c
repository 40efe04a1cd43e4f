#include "report/git.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/mem.h"

extern char **environ;

/* What git needs to know of the environment: where it is, who calls, which repository. All else may
 * change what it prints or runs. */
static const char *const passed_on[] = {
    "PATH",
    "HOME",
    "XDG_CONFIG_HOME",
    "GIT_DIR",
    "GIT_COMMON_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_CEILING_DIRECTORIES",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_NOSYSTEM",
    "SUDO_UID",
};

static const char *const set[] = {
    "LC_ALL=C",
    "GIT_OPTIONAL_LOCKS=0",
    "GIT_TERMINAL_PROMPT=0",
    "GIT_LITERAL_PATHSPECS=1",
};

#define SAFELY                                                                                     \
    "git", "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c",     \
        "core.quotePath=false", "-c", "core.safecrlf=false"

#define PASSED_COUNT (sizeof passed_on / sizeof *passed_on)
#define SET_COUNT    (sizeof set / sizeof *set)

struct answer {
    struct buf out, err;
    int code; /* exit status; -1: it could not be run (errno), or a signal ended it (0) */
};

static bool is_passed_on(const char *variable)
{
    for (size_t i = 0; i < PASSED_COUNT; i++) {
        size_t len = strlen(passed_on[i]);
        if (strncmp(variable, passed_on[i], len) == 0 && variable[len] == '=')
            return true;
    }
    return false;
}

static char **environment(struct arena *arena)
{
    size_t count = 0, filled = 0;
    while (environ && environ[count])
        count++;
    char **made = ARENA_ARRAY(arena, count + SET_COUNT + 1, char *);
    for (size_t i = 0; i < count; i++)
        if (is_passed_on(environ[i]))
            made[filled++] = environ[i];
    for (size_t i = 0; i < SET_COUNT; i++)
        made[filled++] = arena_string(arena, slice_from(set[i]));
    return made;
}

static bool read_some(int descriptor, struct buf *out)
{
    char block[16384];
    ssize_t got = read(descriptor, block, sizeof block);
    if (got > 0)
        buf_put(out, block, (size_t)got);
    return got > 0 || (got < 0 && errno == EINTR);
}

/* Both pipes until they are closed, so that neither fills up. */
static void read_both(const int descriptors[2], struct answer *answer)
{
    struct pollfd polled[2] = {{descriptors[0], POLLIN, 0}, {descriptors[1], POLLIN, 0}};
    struct buf *const outs[2] = {&answer->out, &answer->err};
    while (polled[0].fd >= 0 || polled[1].fd >= 0) {
        if (poll(polled, 2, -1) < 0 && errno != EINTR)
            return;
        for (int i = 0; i < 2; i++)
            if (polled[i].fd >= 0 && polled[i].revents != 0 && !read_some(polled[i].fd, outs[i]))
                polled[i].fd = -1;
    }
}

static int wait_for(pid_t child)
{
    int status;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return -1;
    errno = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static bool make_pipes(int out[2], int err[2])
{
    if (pipe2(out, O_CLOEXEC) != 0)
        return false;
    if (pipe2(err, O_CLOEXEC) == 0)
        return true;
    close(out[0]);
    close(out[1]);
    return false;
}

static void run(const char *const *args, struct answer *answer)
{
    struct arena arena = {0};
    posix_spawn_file_actions_t actions;
    pid_t child;
    int out[2], err[2];
    answer->code = -1;
    if (!make_pipes(out, err))
        return;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO);
    int failed = posix_spawnp(&child, "git", &actions, NULL, (char *const *)(uintptr_t)args,
                              environment(&arena));
    posix_spawn_file_actions_destroy(&actions);
    close(out[1]);
    close(err[1]);
    if (failed == 0) {
        read_both((const int[2]){out[0], err[0]}, answer);
        answer->code = wait_for(child);
    } else {
        errno = failed;
    }
    close(out[0]);
    close(err[0]);
    arena_free(&arena);
}

/* The first line of what git says, or why it says nothing. */
static const char *reason_of(const struct answer *answer, struct arena *arena)
{
    struct slice said = buf_slice(&answer->err);
    if (answer->code == -1 && errno != 0)
        return arena_format(arena, "git cannot be run: %s", strerror(errno));
    struct slice first = slice_trim(slice_take(&said, '\n'));
    if (first.len == 0)
        return "git failed without a word";
    return arena_format(arena, "git says: %.*s", SLICE_ARGS(slice_sub(first, 0, 300)));
}

/* What git prints, in the arena; NULL after a reason. */
static const char *ask(const char *const *args, struct arena *arena, struct slice *text,
                       const char **reason)
{
    struct answer answer = {.code = -1};
    run(args, &answer);
    *reason = answer.code == 0 ? NULL : reason_of(&answer, arena);
    *text = buf_keep(&answer.out, arena);
    buf_free(&answer.err);
    return *reason ? NULL : text->ptr;
}

static const char *first_line(struct slice text, struct arena *arena)
{
    return arena_string(arena, slice_take(&text, '\n'));
}

/* The id of the commit at which HEAD parted from the one that ref names; NULL after a reason. */
static const char *branch_point(const char *ref, struct arena *arena, const char **reason,
                                const char **hint)
{
    struct slice text;
    const char *name = arena_format(arena, "%s^{commit}", ref);
    const char *const commit[] = {SAFELY, "rev-parse", "--verify", "--end-of-options", name, NULL};
    *hint = "name a branch, tag or commit that is here; a shallow checkout lacks most of them "
            "(GitHub Actions: fetch-depth: 0, GitLab: GIT_DEPTH: 0)";
    if (!ask(commit, arena, &text, reason)) {
        *reason = "git knows no such commit here";
        return NULL;
    }
    const char *id = first_line(text, arena);
    const char *const base[] = {SAFELY, "merge-base", id, "HEAD", NULL};
    *hint = "have all commits fetched: a shallow checkout lacks most of them (GitHub Actions: "
            "fetch-depth: 0, GitLab: GIT_DEPTH: 0, by hand: git fetch --unshallow)";
    if (!ask(base, arena, &text, reason)) {
        *reason = "git knows no commit here that both it and what is checked out come from";
        return NULL;
    }
    *hint = NULL;
    return first_line(text, arena);
}

bool git_changes(const char *ref, struct changes *out, struct arena *arena, const char **reason,
                 const char **hint)
{
    struct slice text;
    const char *const top[] = {SAFELY, "rev-parse", "--show-toplevel", NULL};
    *hint = "git must be installed, and leafset run inside the repository of the leaflets";
    if (!ask(top, arena, &text, reason))
        return false;
    out->top = first_line(text, &out->arena);
    const char *id = branch_point(ref, arena, reason, hint);
    if (!id)
        return false;
    const char *const tracked[] = {SAFELY, "-C", out->top, "ls-files", "-z", NULL};
    if (!ask(tracked, arena, &text, reason))
        return false;
    changes_add_tracked(out, text);
    const char *const diff[] = {SAFELY,
                                "-C",
                                out->top,
                                "diff",
                                "-U0",
                                "-M",
                                "--inter-hunk-context=0",
                                "--no-color",
                                "--no-ext-diff",
                                "--no-textconv",
                                "--no-relative",
                                "--ignore-submodules=all",
                                "--src-prefix=a/",
                                "--dst-prefix=b/",
                                id,
                                "--",
                                NULL};
    if (!ask(diff, arena, &text, reason))
        return false;
    changes_add_diff(out, text);
    return true;
}
