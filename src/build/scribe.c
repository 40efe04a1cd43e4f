#include "build/scribe.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/mem.h"
#include "build/refusal.h"
#include "commit/commit.h"

#define THE_END UINT64_MAX

/* What stands before the bytes of a file on the pipe; target THE_END: all files are there. */
struct head {
    uint64_t target, len;
};

struct task {
    const struct scribe_target *targets;
    struct commit_file *files; /* one a target; path NULL: nothing to write */
    size_t count;
    bool sync;
    struct arena arena;
};

static bool read_all(int from, void *bytes, size_t len)
{
    for (size_t got = 0; got < len;) {
        ssize_t some = read(from, (char *)bytes + got, len - got);
        if (some == 0 || (some < 0 && errno != EINTR))
            return false;
        got += some > 0 ? (size_t)some : 0;
    }
    return true;
}

/* False: who called is gone before it said that this is all. */
static bool take(struct task *task, int from)
{
    struct head head;
    while (read_all(from, &head, sizeof head)) {
        if (head.target == THE_END)
            return true;
        if (head.target >= task->count)
            return false;
        char *bytes = arena_bytes(&task->arena, head.len + 1);
        if (!read_all(from, bytes, head.len))
            return false;
        const struct scribe_target *target = &task->targets[head.target];
        task->files[head.target] = (struct commit_file){
            .path = target->path, .bytes = {bytes, head.len}, .keeps = target->keeps};
    }
    return false;
}

static void tell(const struct commit_failure *failure)
{
    struct arena arena = {0};
    struct diag_list diags = {.arena = &arena};
    struct buf text = {0};
    refusal_add(&diags, failure);
    diag_print(&diags, &text, false, false);
    file_write_descriptor(STDERR_FILENO, text.data, text.len);
    buf_free(&text);
    diag_free(&diags);
    arena_free(&arena);
}

static bool write_files(struct task *task)
{
    bool good = true;
    for (size_t i = 0; i < task->count; i++) {
        struct commit_set set = {.files = &task->files[i], .count = 1};
        if (!task->files[i].path)
            continue;
        commit_run(file_folder(&task->arena, set.files->path), &set, 1, task->sync, &task->arena);
        if (set.failed)
            tell(&set.failure);
        good = good && !set.failed;
    }
    return good;
}

/* The child's whole life. */
static _Noreturn void serve(struct task *task, int from)
{
    bool whole = take(task, from);
    _exit(whole && write_files(task) ? 0 : 1);
}

bool scribe_start(struct scribe *scribe, const struct scribe_target *targets, size_t count,
                  bool sync)
{
    int ends[2];
    struct task task = {.targets = targets, .count = count, .sync = sync};
    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    task.files = ARENA_ARRAY(&task.arena, count, struct commit_file);
    pid_t child = fork();
    if (child == 0) {
        close(ends[1]);
        serve(&task, ends[0]);
    }
    close(ends[0]);
    arena_free(&task.arena);
    if (child < 0) {
        close(ends[1]);
        return false;
    }
    *scribe = (struct scribe){.child = child, .to = ends[1]};
    return true;
}

static void send(struct scribe *scribe, struct head head, const char *bytes)
{
    if (!file_write_descriptor(scribe->to, (const char *)&head, sizeof head) ||
        !file_write_descriptor(scribe->to, bytes, head.len))
        scribe->failed = true; /* it has gone, which scribe_end tells */
}

void scribe_put(struct scribe *scribe, size_t target, struct slice bytes)
{
    send(scribe, (struct head){target, bytes.len}, bytes.ptr);
}

bool scribe_end(struct scribe *scribe)
{
    int status = 0;
    if (scribe->child == 0)
        return true;
    send(scribe, (struct head){THE_END, 0}, "");
    close(scribe->to);
    while (waitpid(scribe->child, &status, 0) < 0)
        if (errno != EINTR)
            break;
    bool ended = WIFEXITED(status);
    bool good = ended && WEXITSTATUS(status) == 0 && !scribe->failed;
    if (!ended)
        tell(&(struct commit_failure){"<report>", "the process that writes was ended", NULL});
    *scribe = (struct scribe){0};
    return good;
}
