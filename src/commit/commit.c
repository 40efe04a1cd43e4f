#include "commit/commit.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/leave.h"
#include "commit/folder.h"
#include "commit/journal.h"
#include "commit/place.h"
#include "commit/recover.h"

struct work {
    struct commit_set *set;
    struct place *places; /* one a file */
    int *descriptors;     /* -1: not open */
    bool stuck;           /* could not be put back: left to the next build, with the journal */
};

struct commit {
    const char *folder;
    bool sync;
    struct work *works; /* one a set */
    size_t count;
    struct turn turn;
    struct buf journal;
};

static void fail(struct work *work, const struct commit_failure *failure)
{
    if (work->set->failed)
        return;
    work->set->failed = true;
    work->set->failure = *failure;
}

/* As errno says. */
static void fail_at(struct work *work, const char *path)
{
    fail(work, &(struct commit_failure){path, strerror(errno), NULL});
}

static void fail_all(struct commit *commit, const struct commit_failure *failure)
{
    for (size_t i = 0; i < commit->count; i++)
        fail(&commit->works[i], failure);
}

static void put_work(struct buf *journal, const struct work *work)
{
    for (size_t i = 0; i < work->set->count; i++)
        journal_put_file(journal, work->places[i].stem, file_name(work->places[i].path));
    journal_end_set(journal);
}

static void put_journal(struct commit *commit)
{
    buf_clear(&commit->journal);
    journal_begin(&commit->journal);
    for (size_t i = 0; i < commit->count; i++)
        if (!commit->works[i].set->failed)
            put_work(&commit->journal, &commit->works[i]);
    journal_end(&commit->journal);
}

/* All memory that a commit needs is there before it begins: one that ends for want of memory
 * (base/mem.h) would leave its hidden files behind. The journal is never longer than with all
 * sets. */
static bool prepare(struct commit *commit, struct commit_set *sets, struct arena *arena)
{
    unsigned long long number;
    size_t index = 0;
    commit->works = ARENA_ARRAY(arena, commit->count, struct work);
    for (size_t i = 0; i < commit->count; i++) {
        struct work *work = &commit->works[i];
        sets[i].failed = false;
        work->set = &sets[i];
        work->places = ARENA_ARRAY(arena, sets[i].count, struct place);
        work->descriptors = ARENA_ARRAY(arena, sets[i].count, int);
        for (size_t f = 0; f < sets[i].count; f++)
            work->descriptors[f] = -1;
    }
    if (!folder_random(&number))
        return false;
    for (size_t i = 0; i < commit->count; i++)
        for (size_t f = 0; f < sets[i].count; f++)
            place_name(&commit->works[i].places[f], commit->folder,
                       folder_stem(arena, number, index++), sets[i].files[f].path, arena);
    put_journal(commit);
    return true;
}

/* Owner and group are root's or the owner's to give: else they are those of a new file. */
static bool keep_mode(const struct place *place, int descriptor)
{
    struct stat info;
    if (lstat(place->path, &info) != 0)
        return errno == ENOENT;
    if (fchown(descriptor, info.st_uid, info.st_gid) != 0 && errno != EPERM)
        return false;
    return fchmod(descriptor, info.st_mode & 07777) == 0;
}

/* The disk may begin at once with what it is waited for later. */
static bool write_file(struct place *place, int *descriptor, const struct commit_file *file,
                       bool sync)
{
    struct stat info;
    struct slice bytes = file->bytes;
    *descriptor = open(place->hidden, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (*descriptor < 0 || !file_write_descriptor(*descriptor, bytes.ptr, bytes.len) ||
        (file->keeps && !keep_mode(place, *descriptor)) || fstat(*descriptor, &info) != 0)
        return false;
    place->written = true;
    place->device = info.st_dev;
    place->inode = info.st_ino;
    place->bytes = bytes;
    if (file->stamp)
        *file->stamp = file_stamp_of(&info);
    if (sync)
        sync_file_range(*descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
    return true;
}

static void write_files(struct commit *commit, struct work *work)
{
    for (size_t i = 0; i < work->set->count && !work->set->failed; i++)
        if (!write_file(&work->places[i], &work->descriptors[i], &work->set->files[i],
                        commit->sync))
            fail_at(work, work->places[i].path);
}

/* NFS and quotas tell what went wrong only when a file is closed. */
static void close_files(struct commit *commit, struct work *work)
{
    for (size_t i = 0; i < work->set->count; i++) {
        int descriptor = work->descriptors[i];
        if (descriptor < 0)
            continue;
        if (commit->sync && !work->set->failed && fsync(descriptor) != 0)
            fail_at(work, work->places[i].path);
        if (close(descriptor) != 0)
            fail_at(work, work->places[i].path);
        work->descriptors[i] = -1;
    }
}

static bool any(const struct commit *commit, bool failed)
{
    for (size_t i = 0; i < commit->count; i++)
        if (commit->works[i].set->failed == failed)
            return true;
    return false;
}

static void put_back(struct work *work)
{
    work->stuck = !place_back(work->places, work->set->count);
}

static void place_files(struct work *work, const struct replace_folder *folder)
{
    struct commit_failure failure;
    if (place_all(work->places, work->set->count, folder, &failure))
        return;
    fail(work, &failure);
    put_back(work);
}

static void place_sets(struct commit *commit)
{
    struct replace_folder folder;
    struct commit_failure failure;
    if (!replace_look_at(commit->folder, &folder, &failure)) {
        fail_all(commit, &failure);
        return;
    }
    for (size_t i = 0; i < commit->count; i++)
        if (!commit->works[i].set->failed)
            place_files(&commit->works[i], &folder);
    if (!commit->sync || folder_sync(commit->folder))
        return;
    const struct commit_failure failed = {commit->folder, strerror(errno), NULL};
    for (size_t i = 0; i < commit->count; i++) {
        if (commit->works[i].set->failed)
            continue;
        fail(&commit->works[i], &failed);
        put_back(&commit->works[i]);
    }
}

/* The folder has the hidden files before the journal names them: a journal is either not carried
 * out at all or finds them all. */
static void carry_out(struct commit *commit)
{
    put_journal(commit);
    if ((commit->sync && !folder_sync(commit->folder)) ||
        !turn_write(&commit->turn, buf_slice(&commit->journal), commit->sync))
        fail_all(commit, &(struct commit_failure){commit->folder, strerror(errno), NULL});
    else
        place_sets(commit);
}

/* The hidden files of a set that failed go only after the journal that names them. */
static void end(struct commit *commit)
{
    bool stuck = false;
    for (size_t i = 0; i < commit->count; i++)
        stuck = stuck || commit->works[i].stuck;
    if (!stuck) {
        turn_remove(&commit->turn);
        if (commit->sync && any(commit, true))
            folder_sync(commit->folder);
        for (size_t i = 0; i < commit->count; i++)
            place_clean(commit->works[i].places, commit->works[i].set->count);
    }
    turn_end(&commit->turn);
}

static bool start(struct commit *commit, struct commit_set *sets, struct arena *arena,
                  struct commit_failure *failure)
{
    *failure = (struct commit_failure){commit->folder, NULL, NULL};
    if (prepare(commit, sets, arena))
        return folder_make(commit->folder, commit->sync, arena, &failure->reason) &&
               recover_and_take(&commit->turn, commit->folder, commit->sync, arena, failure);
    failure->reason = strerror(errno);
    return false;
}

void commit_run(const char *folder, struct commit_set *sets, size_t count, bool sync,
                struct arena *arena)
{
    struct commit commit = {.folder = folder, .sync = sync, .count = count};
    struct commit_failure failure;
    leave_hold(); /* the folder's turn is a file, too */
    if (!start(&commit, sets, arena, &failure)) {
        leave_release();
        for (size_t i = 0; i < count; i++) {
            sets[i].failed = true;
            sets[i].failure = failure;
        }
        buf_free(&commit.journal);
        return;
    }
    for (size_t i = 0; i < count; i++)
        write_files(&commit, &commit.works[i]);
    for (size_t i = 0; i < count; i++)
        close_files(&commit, &commit.works[i]);
    if (any(&commit, false))
        carry_out(&commit);
    end(&commit);
    leave_release();
    buf_free(&commit.journal);
}
