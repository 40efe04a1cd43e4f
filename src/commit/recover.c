#include "commit/recover.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "commit/folder.h"
#include "commit/journal.h"
#include "commit/place.h"

/* What a journal names. */
struct recovery {
    struct place *places; /* of all sets … */
    size_t count, cap;
    size_t *ends; /* … and where each of them ends */
    size_t set_count, set_cap;
};

/* A journal names files of its folder: any other was not written by us. */
static bool is_sound(const char *hidden, const char *name)
{
    return folder_is_stem(hidden) && *name && !strchr(name, '/') &&
           strncmp(name, FOLDER_HIDDEN, strlen(FOLDER_HIDDEN)) != 0;
}

static bool exists(const char *path)
{
    struct stat info;
    return lstat(path, &info) == 0;
}

/* What has no hidden name any more has its own. */
static bool read_journal(struct recovery *recovery, const char *folder, struct slice text,
                         struct arena *arena)
{
    struct journal_reader reader;
    const char *hidden, *name;
    enum journal_entry entry;
    if (!journal_open(text, &reader))
        return false;
    while ((entry = journal_next(&reader, &hidden, &name)) != JOURNAL_ENDS) {
        if (entry == JOURNAL_SET_ENDS) {
            *MEM_PUSH(recovery->ends, recovery->set_count, recovery->set_cap) = recovery->count;
            continue;
        }
        if (!is_sound(hidden, name))
            return false;
        struct place *place = MEM_PUSH(recovery->places, recovery->count, recovery->cap);
        place_name(place, folder, hidden, file_join(arena, folder, name), arena);
        place->placed = !exists(place->hidden);
        place->kept = exists(place->aside);
    }
    return true;
}

/* To the end, or, where that fails, back: both make the set whole. */
static bool put_right(struct place *places, size_t count, const char *folder,
                      struct commit_failure *failure)
{
    struct replace_folder around;
    bool whole = true;
    for (size_t i = 0; i < count; i++)
        whole = whole && places[i].placed;
    return whole ||
           (replace_look_at(folder, &around, failure) &&
            place_all(places, count, &around, failure)) ||
           place_back(places, count);
}

static bool put_all_right(const struct recovery *recovery, const char *folder,
                          struct commit_failure *failure)
{
    bool done = true;
    for (size_t set = 0, begin = 0; set < recovery->set_count; begin = recovery->ends[set++])
        done = put_right(recovery->places + begin, recovery->ends[set] - begin, folder, failure) &&
               done;
    return done;
}

/* A journal that is not whole was never begun to be carried out. */
static bool carry_out(const struct turn *turn, const char *folder, bool sync, struct arena *arena,
                      struct commit_failure *failure)
{
    struct recovery recovery = {0};
    bool done = true;
    if (read_journal(&recovery, folder, turn->journal, arena)) {
        done = put_all_right(&recovery, folder, failure);
        if (done && sync && !folder_sync(folder)) {
            *failure = (struct commit_failure){folder, strerror(errno), NULL};
            done = false;
        }
        if (done) {
            turn_remove(turn);
            place_clean(recovery.places, recovery.count);
        }
    } else {
        turn_remove(turn);
    }
    mem_free(recovery.places);
    mem_free(recovery.ends);
    return done;
}

bool recover_and_take(struct turn *turn, const char *folder, bool sync, struct arena *arena,
                      struct commit_failure *failure)
{
    while (turn_take(turn, folder, arena, failure)) {
        if (!turn->found)
            return true;
        bool done = carry_out(turn, folder, sync, arena, failure);
        turn_end(turn);
        if (!done)
            return false;
    }
    return false;
}

static bool is_ours(const char *name)
{
    return strcmp(name, FOLDER_TURN) == 0 || folder_is_hidden_file(name);
}

/* In the folder's turn no living build has hidden files there. */
static void remove_hidden(const char *folder, const char *const *names, struct arena *arena)
{
    for (; *names; names++)
        if (folder_is_hidden_file(*names))
            unlink(file_join(arena, folder, *names));
}

bool recover_folder(const char *folder, bool sync, struct arena *arena,
                    struct commit_failure *failure)
{
    struct turn turn;
    const char **names, *reason;
    bool any = false;
    if (file_list(folder, arena, &names, &reason) != STATUS_OK)
        return true; /* what is wrong with it is told when it is to be written into */
    for (size_t i = 0; names[i]; i++)
        any = any || is_ours(names[i]);
    if (!any)
        return true;
    if (!recover_and_take(&turn, folder, sync, arena, failure))
        return false;
    if (file_list(folder, arena, &names, &reason) == STATUS_OK)
        remove_hidden(folder, names, arena);
    turn_remove(&turn);
    turn_end(&turn);
    return true;
}
