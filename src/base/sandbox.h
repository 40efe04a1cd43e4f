/* What the process gives up before it reads what others wrote: files that it does not need, the
 * network, other programs, signals to other processes. Where the kernel cannot take something away
 * it stays, and nothing fails. build/ enters, cli/ says what there is. */
#pragma once

#include <stdbool.h>

#include "base/buf.h"

/* What may still be done with a file, or with all files at and below a folder. */
enum sandbox_access {
    SANDBOX_READ,
    SANDBOX_WRITE, /* make, read, replace and remove files and folders */
    SANDBOX_CLEAR, /* remove empty folders */
};

struct sandbox {
    int rules; /* -1: the kernel has none */
    int version;
};

/* Nothing is taken away yet. Ends with sandbox_enter. */
void sandbox_open(struct sandbox *sandbox);
/* What is not there, or out of reach anyway, is left out. Where a fault of the machine keeps
 * something from being allowed, no file is taken away at all. */
void sandbox_allow(struct sandbox *sandbox, const char *path, enum sandbox_access access);
/* Allows what loading a library, and counting processors, reads. */
void sandbox_allow_system(struct sandbox *sandbox);
/* From now on this thread, and all that it starts, can do only what was allowed and use what is
 * open already. For good: there is no way back. */
void sandbox_enter(struct sandbox *sandbox);

/* For a process that starts others, which give up more: from now on it, and all that it starts, can
 * run no other program, use no network, and make no device or link. */
void sandbox_enter_parent(void);

/* Puts what this kernel can take away: "Landlock 7 (files, network, signals), seccomp (programs,
 * sockets)", or "none". */
void sandbox_describe(struct buf *out);
