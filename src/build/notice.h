/* Notices that what was asked of the disk may have another answer now: the folders of all that was
 * asked for are watched (inotify), found or not, and the folders above them, so that one that is
 * made again, or another that takes its name, is noticed. Only build/. */
#pragma once

#include "base/inputs.h"
#include "build/settle.h"

struct notice_watch;

/* What is watched since the last round; its strings are its own. */
struct notice_round {
    struct arena arena;
    struct map folders; /* path to how that is watched */
    struct map watches; /* the kernel's number to struct notice_watch */
    struct notice_watch *first;
};

struct notice {
    int descriptor; /* becomes readable when something has happened */
    struct notice_round now, before;
    bool fresh;         /* a folder is watched that was not before */
    int error;          /* an errno: a folder that holds what was asked for cannot be watched; … */
    const char *folder; /* … which, until the next round */
};

/* False: nothing can be watched (errno). */
bool notice_open(struct notice *notice);
void notice_close(struct notice *notice);

/* A round: notice_begin, notice_ask for all that was asked, notice_end. What was asked in earlier
 * ones counts no more. True: what happened in some folder meanwhile went unnoticed. */
void notice_begin(struct notice *notice);
void notice_ask(struct notice *notice, enum input_question question, const char *path);
bool notice_end(struct notice *notice);

/* Takes all that has happened, without waiting, into settle. True: more has than the kernel keeps,
 * so that anything may have changed. */
bool notice_take(struct notice *notice, struct settle *settle, int64_t now);
