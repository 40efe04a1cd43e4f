#include "build/watch.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/sandbox.h"
#include "build/build.h"
#include "build/formats.h"
#include "build/notice.h"
#include "build/progress.h"
#include "build/refusal.h"
#include "build/witness.h"
#include "text/text.h"

struct watch {
    const struct build_options *options;
    struct notice notice;
    struct settle settle;
    struct witness witness;
    sigset_t before; /* signals that were blocked */
    int signals;     /* a descriptor */
    int ended;       /* by this signal; 0: not yet */
    bool started;    /* a build was whole */
    bool blind;      /* that a folder cannot be watched was said */
    enum status status;
};

static int64_t milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* ---- signals */

/* Those that are ignored stay so. */
static bool take_signals(struct watch *watch)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        sigaddset(&set, numbers[i]);
    sigprocmask(SIG_BLOCK, &set, &watch->before);
    watch->signals = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    return watch->signals >= 0;
}

static void look_for_signal(struct watch *watch)
{
    struct signalfd_siginfo info;
    if (read(watch->signals, &info, sizeof info) == (ssize_t)sizeof info && watch->ended == 0)
        watch->ended = (int)info.ssi_signo;
}

/* ---- a build */

static _Noreturn void build(struct watch *watch, int to)
{
    struct build_options options = *watch->options;
    close(watch->notice.descriptor);
    close(watch->signals);
    sigprocmask(SIG_SETMASK, &watch->before, NULL);
    options.witness = &watch->witness;
    options.quiet = options.quiet || watch->started;
    options.progress = options.progress && !watch->started;
    enum status status = build_run(&options);
    _exit(witness_send(&watch->witness, to) ? (int)status : (int)STATUS_ENVIRONMENT);
}

/* Until the build's end of the pipe is closed, which its own end does, too. */
static void listen(struct watch *watch, int from, pid_t child, struct buf *sent)
{
    char bytes[65536];
    ssize_t got = 1;
    bool passed_on = false;
    while (got != 0) {
        struct pollfd ends[] = {{from, POLLIN, 0}, {watch->signals, POLLIN, 0}};
        if (poll(ends, 2, -1) < 0)
            continue;
        look_for_signal(watch);
        if (watch->ended && !passed_on)
            kill(child, watch->ended);
        passed_on = watch->ended != 0;
        if (ends[0].revents == 0)
            continue;
        got = read(from, bytes, sizeof bytes);
        if (got > 0)
            buf_put(sent, bytes, (size_t)got);
        else if (got < 0 && errno != EINTR)
            got = 0;
    }
    close(from);
}

static enum status cannot_start(const char *what)
{
    return refusal_tell(DIAG_CODE_OUTPUT_FAILED, NULL,
                        "end other programs, or raise the limit (ulimit -a shows it)", what);
}

/* Builds in another process, to its end. False after a message: there is none. */
static bool run_build(struct watch *watch, struct buf *sent)
{
    int ends[2];
    pid_t child = -1;
    if (pipe2(ends, O_CLOEXEC) == 0) {
        child = fork();
        if (child == 0)
            build(watch, ends[1]);
        close(ends[1]);
        if (child < 0)
            close(ends[0]);
    }
    if (child < 0) {
        struct arena arena = {0};
        watch->status = cannot_start(
            arena_format(&arena, "the process that builds cannot be started: %s", strerror(errno)));
        arena_free(&arena);
        return false;
    }
    listen(watch, ends[0], child, sent);
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR)
        ;
    return true;
}

/* ---- what is watched */

static void ask(void *context, enum input_question question, const char *path)
{
    struct watch *watch = context;
    notice_ask(&watch->notice, question, path);
}

/* Where the kernel's limit is reached, changes would be missed without a word. A folder that we may
 * not look into is told once. */
static void look_at_trouble(struct watch *watch)
{
    const struct notice *notice = &watch->notice;
    struct arena arena = {0};
    const char *message =
        arena_format(&arena, "changes in it go unnoticed: %s", strerror(notice->error));
    if (notice->error == ENOSPC)
        watch->status = refusal_tell(
            DIAG_CODE_FILE_UNREADABLE, notice->folder,
            "raise the limit: sudo sysctl fs.inotify.max_user_watches=1048576, or watch fewer "
            "folders",
            "the system lets a user watch no more folders");
    else if (notice->error == ENOMEM)
        watch->status = refusal_tell(DIAG_CODE_FILE_UNREADABLE, notice->folder, NULL, message);
    else if (notice->error && !watch->blind)
        refusal_tell(DIAG_CODE_FILE_UNREADABLE, notice->folder,
                     "check the permissions of the folder", message);
    watch->blind = watch->blind || notice->error;
    arena_free(&arena);
}

/* What a build that died has asked is not known: what was watched before still is. */
static bool take(struct watch *watch, struct slice sent, struct witness_counts *counts)
{
    const struct build_options *options = watch->options;
    bool whole = sent.len > 0;
    if (!whole && watch->started)
        return false;
    notice_begin(&watch->notice);
    for (size_t i = 0; i < options->path_count; i++)
        notice_ask(&watch->notice, INPUT_KIND, options->paths[i]);
    whole = witness_take(&watch->witness, sent, counts, ask, watch);
    if (notice_end(&watch->notice))
        settle_add(&watch->settle, SETTLE_OTHER, "", milliseconds());
    look_at_trouble(watch);
    return whole;
}

/* ---- the line of a build */

static void put_time(struct buf *line)
{
    struct timespec now;
    struct tm local;
    clock_gettime(CLOCK_REALTIME, &now);
    if (localtime_r(&now.tv_sec, &local))
        buf_format(line, "%02d:%02d:%02d ", local.tm_hour, local.tm_min, local.tm_sec);
}

static void put_count(struct buf *line, size_t count, const char *thing)
{
    buf_format(line, "%zu %s%s", count, thing, count == 1 ? "" : "s");
}

static void put_subject(const struct witness_counts *counts, struct buf *line)
{
    size_t leaflets = counts->built + counts->failed;
    if (leaflets == 1)
        diag_put_clean(line, slice_from(counts->name));
    else
        put_count(line, leaflets, "leaflet");
    buf_put_string(line, ": ");
}

/* "14:05:12 fasting.md: 2 files, 18 ms" */
static void put_line(const struct witness_counts *counts, int64_t taken, struct buf *line)
{
    const char *comma = "";
    put_time(line);
    if (counts->built + counts->failed > 0)
        put_subject(counts, line);
    if (counts->built > 0) {
        put_count(line, counts->files, "file");
        comma = ", ";
    }
    if (counts->failed == 1 && counts->built == 0)
        buf_put_string(line, "not built");
    else if (counts->failed > 0)
        buf_format(line, "%s%zu not built", comma, counts->failed);
    comma = counts->built + counts->failed > 0 ? ", " : "";
    if (counts->removed > 0) {
        buf_put_string(line, comma);
        put_count(line, counts->removed, "leaflet");
        buf_put_string(line, " removed");
    }
    buf_format(line, ", %lld ms\n", (long long)taken);
}

static void tell(struct watch *watch, const struct witness_counts *counts, int64_t taken)
{
    struct buf line = {0};
    if (!watch->started)
        buf_put_string(&line, "watching: what is saved is built again; Ctrl-C ends it\n");
    else if (counts->built + counts->failed + counts->removed > 0)
        put_line(counts, taken, &line);
    if (!watch->options->quiet)
        progress_say(buf_slice(&line));
    buf_free(&line);
}

/* ---- the two of them in turn */

static void build_once(struct watch *watch)
{
    struct witness_counts counts;
    struct buf sent = {0};
    int64_t since = watch->settle.changed ? watch->settle.last : milliseconds();
    settle_clear(&watch->settle);
    if (run_build(watch, &sent) && !watch->ended) {
        int64_t taken = milliseconds() - since;
        bool whole = take(watch, buf_slice(&sent), &counts);
        if (whole && watch->status == STATUS_OK)
            tell(watch, &counts, taken);
        watch->started = watch->started || whole;
    }
    buf_free(&sent);
}

static void wait_for_change(struct watch *watch)
{
    while (!watch->ended) {
        int64_t now = milliseconds();
        notice_take(&watch->notice, &watch->settle, now);
        int wait = settle_wait(&watch->settle, now);
        if (wait == 0)
            return;
        struct pollfd ends[] = {{watch->notice.descriptor, POLLIN, 0}, {watch->signals, POLLIN, 0}};
        poll(ends, 2, wait);
        look_for_signal(watch);
    }
}

/* What is loaded here need not be loaded by each build. */
static void run(struct watch *watch)
{
    witness_open(&watch->witness);
    text_prepare();
    formats_prepare(watch->options->formats);
    if (watch->options->sandbox)
        sandbox_enter_parent();
    while (!watch->ended && watch->status == STATUS_OK) {
        build_once(watch);
        if (watch->status == STATUS_OK)
            wait_for_change(watch);
    }
    settle_clear(&watch->settle);
    witness_close(&watch->witness);
    notice_close(&watch->notice);
}

/* Whoever asked us to end sees that it was that (POSIX, 2.8.2); Ctrl-C is how a watch ends well. */
static enum status end(struct watch *watch)
{
    close(watch->signals);
    if (watch->ended && watch->ended != SIGINT)
        raise(watch->ended);
    sigprocmask(SIG_SETMASK, &watch->before, NULL);
    return watch->status;
}

enum status build_watch(const struct build_options *options)
{
    struct watch watch = {.options = options};
    if (!take_signals(&watch) || !notice_open(&watch.notice))
        return refusal_tell(DIAG_CODE_FILE_UNREADABLE, NULL,
                            errno == EMFILE
                                ? "end other programs that watch, or raise the limit: sudo sysctl "
                                  "fs.inotify.max_user_instances=1024"
                                : NULL,
                            "the system cannot watch files for us");
    run(&watch);
    return end(&watch);
}
