#include "build/notice.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "base/file.h"
#include "build/jobs.h"

/* Of folders that only lead to others, such as /tmp, no more than names is wanted. */
#define NAMES (IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ONLYDIR | IN_MASK_ADD)
#define FILES (NAMES | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB)

/* A folder as the kernel knows it: one, whatever paths lead to it. */
struct notice_watch {
    int number;
    const char *path; /* one of them */
    struct map names; /* that were asked for in it */
    bool listed;      /* all leaflets and folders in it were */
    struct notice_watch *next;
};

struct place {
    struct notice_watch *watch; /* NULL: it is not there, or may not be looked at */
    bool files;                 /* more than names */
};

bool notice_open(struct notice *notice)
{
    *notice = (struct notice){0};
    notice->descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    return notice->descriptor >= 0;
}

static void free_round(struct notice_round *round)
{
    for (struct notice_watch *watch = round->first; watch; watch = watch->next)
        map_free(&watch->names);
    map_free(&round->folders);
    map_free(&round->watches);
    arena_free(&round->arena);
    *round = (struct notice_round){0};
}

void notice_close(struct notice *notice)
{
    free_round(&notice->now);
    free_round(&notice->before);
    close(notice->descriptor);
}

/* ---- rounds */

static struct notice_watch *find(const struct notice_round *round, int number)
{
    return map_get(&round->watches, (struct slice){(const char *)&number, sizeof number});
}

static struct notice_watch *watch_of(struct notice *notice, int number, const char *path)
{
    struct notice_round *round = &notice->now;
    struct notice_watch *watch = find(round, number);
    if (watch)
        return watch;
    watch = ARENA_NEW(&round->arena, struct notice_watch);
    *watch = (struct notice_watch){.number = number, .path = path, .next = round->first};
    round->first = watch;
    map_put(&round->watches, (struct slice){(const char *)&watch->number, sizeof watch->number},
            watch);
    notice->fresh = notice->fresh || !find(&notice->before, number);
    return watch;
}

static bool is_not_there(int error)
{
    return error == ENOENT || error == ENOTDIR || error == ELOOP || error == ENAMETOOLONG;
}

/* A folder above, which only leads there, may be closed to us. */
static void fail(struct notice *notice, const char *path, bool files)
{
    if (notice->error || is_not_there(errno) || (errno == EACCES && !files))
        return;
    notice->error = errno;
    notice->folder = path;
}

static void ask_name(struct notice *notice, const char *path);

static struct place *place_of(struct notice *notice, const char *folder, bool files)
{
    struct arena *arena = &notice->now.arena;
    struct place *place = map_get(&notice->now.folders, slice_from(folder));
    bool known = place != NULL;
    if (known && (place->files || !files))
        return place;
    if (!known) {
        place = ARENA_NEW(arena, struct place);
        folder = arena_string(arena, slice_from(folder));
        map_put(&notice->now.folders, slice_from(folder), place);
    }
    int number = inotify_add_watch(notice->descriptor, folder, files ? FILES : NAMES);
    if (number < 0)
        fail(notice, folder, files);
    *place = (struct place){number < 0 ? NULL : watch_of(notice, number, folder), files};
    if (!known)
        ask_name(notice, folder);
    return place;
}

static void add_name(struct notice *notice, struct notice_watch *watch, const char *name)
{
    if (watch && !map_get(&watch->names, slice_from(name)))
        map_put(&watch->names, slice_from(arena_string(&notice->now.arena, slice_from(name))),
                watch);
}

/* The folder's own name in the one above it. */
static void ask_name(struct notice *notice, const char *folder)
{
    const char *above = file_folder(&notice->now.arena, folder);
    if (strcmp(above, folder) != 0)
        add_name(notice, place_of(notice, above, false)->watch, file_name(folder));
}

void notice_begin(struct notice *notice)
{
    notice->before = notice->now;
    notice->now = (struct notice_round){0};
    notice->fresh = false;
    notice->error = 0;
}

/* The file itself, where the path is a link to it. */
static void ask_goal(struct notice *notice, const char *path, struct arena *scratch)
{
    if (!file_is_link(path))
        return;
    struct inputs *inputs = inputs_open(NULL, false);
    const char *real = inputs_real(inputs, scratch, path, NULL);
    if (real)
        add_name(notice, place_of(notice, file_folder(scratch, real), true)->watch,
                 file_name(real));
    inputs_close(inputs);
}

void notice_ask(struct notice *notice, enum input_question question, const char *path)
{
    struct arena scratch = {0};
    if (strlen(path) >= PATH_MAX)
        return; /* nothing can be there */
    if (question == INPUT_NAMES) {
        struct notice_watch *watch = place_of(notice, path, true)->watch;
        if (watch)
            watch->listed = true;
    } else if (strcmp(path, "-") != 0) {
        const char *folder = file_folder(&scratch, path);
        add_name(notice, place_of(notice, folder, true)->watch, file_name(path));
        if (question == INPUT_BYTES)
            ask_goal(notice, path, &scratch);
    }
    arena_free(&scratch);
}

bool notice_end(struct notice *notice)
{
    for (struct notice_watch *watch = notice->before.first; watch; watch = watch->next)
        if (!find(&notice->now, watch->number))
            inotify_rm_watch(notice->descriptor, watch->number);
    free_round(&notice->before);
    return notice->fresh;
}

/* ---- what happens */

/* A link may be one to a folder of leaflets. */
static bool matters(const struct notice_watch *watch, const struct inotify_event *event)
{
    struct arena scratch = {0};
    if (map_get(&watch->names, slice_from(event->name)))
        return true;
    if (!watch->listed || event->name[0] == '.')
        return false;
    bool is = (event->mask & IN_ISDIR) || jobs_is_source(event->name) ||
              ((event->mask & (IN_CREATE | IN_MOVED_TO)) &&
               file_is_link(file_join(&scratch, watch->path, event->name)));
    arena_free(&scratch);
    return is;
}

static enum settle_change change_of(uint32_t mask)
{
    if (mask & (IN_CLOSE_WRITE | IN_MOVED_TO))
        return SETTLE_WHOLE;
    return mask & IN_ATTRIB ? SETTLE_OTHER : SETTLE_BEGUN;
}

static void take(struct notice *notice, const struct inotify_event *event, struct settle *settle,
                 int64_t now)
{
    const struct notice_watch *watch = find(&notice->now, event->wd);
    if (!watch || event->len == 0 || !matters(watch, event))
        return;
    struct arena scratch = {0};
    settle_add(settle, change_of(event->mask),
               arena_format(&scratch, "%d/%s", event->wd, event->name), now);
    arena_free(&scratch);
}

bool notice_take(struct notice *notice, struct settle *settle, int64_t now)
{
    _Alignas(struct inotify_event) char bytes[16384];
    bool overflow = false;
    ssize_t got;
    while ((got = read(notice->descriptor, bytes, sizeof bytes)) > 0)
        for (ssize_t at = 0; at < got;) {
            const struct inotify_event *event = (const void *)(bytes + at);
            overflow = overflow || (event->mask & IN_Q_OVERFLOW);
            take(notice, event, settle, now);
            at += (ssize_t)(sizeof *event + event->len);
        }
    if (overflow)
        settle_add(settle, SETTLE_OTHER, "", now);
    return overflow;
}
