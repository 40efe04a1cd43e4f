/* What builds into a folder made, and of what: the file .leafset-state in it. A leaflet is up to
 * date when its key is the same, its files are as they were made, and all that was asked for it
 * would be answered in the same way; one that was refused has no files, or an earlier build's. Each
 * entry is true by itself (these answers gave these files), so whichever build wrote it last, and
 * whatever became of the files since, nothing is claimed that is not looked at again. Whoever
 * deletes the file has everything built again. Only build/. */
#pragma once

#include "base/arena.h"
#include "base/hash.h"
#include "base/inputs.h"

#define STATE_NAME ".leafset-state"

/* A file that was made. */
struct state_file {
    const char *path; /* below the folder of the outputs */
    struct file_stamp stamp;
    struct digest digest;
    struct file_stamp seen; /* with which it was last found to be as it was made; not written */
};

/* One leaflet that was built, in some formats, or that failed. */
struct state_leaflet {
    const char *name;   /* "skin/first pdf,epub": of its files below the folder, and the formats */
    const char *source; /* its place … */
    const char *path;   /* … and what it is called in messages */
    enum status status; /* of one that failed the files are those of an earlier build */
    struct digest key;  /* of the options that matter */
    struct input **inputs; /* all that was asked for it */
    size_t input_count;
    struct state_file *files;
    size_t file_count;
    struct slice said; /* its findings, in the form of whoever put them there */
    bool gone;         /* see state_leave */
};

struct state {
    struct arena arena;
    const char *folder;
    struct map leaflets; /* name to struct state_leaflet */
    struct map inputs;   /* of state_put, each once */
    struct state_leaflet **items;
    size_t count, cap;
    struct state_file **left; /* made for leaflets that are gone, and of no other */
    size_t left_count, left_cap;
    unsigned shard, shards;   /* which of how many the last build was; 0: the only one */
    const char *const *batch; /* what the last build was called with, ended by NULL */
    bool changed;             /* since it was read */
};

/* The folder is borrowed. */
void state_start(struct state *state, const char *folder);
void state_free(struct state *state);

/* What the world answers now, once for each question. */
struct state_probe {
    bool verify; /* every file is read, whatever its size and time say */
    /* What a link to that place gives: INPUT_LEAFLET. */
    struct slice (*leaflet)(void *context, const char *place, struct arena *arena);
    void *context;
    struct arena arena; /* zero-initialise, and what follows */
    struct map answers;
};
void state_probe_free(struct state_probe *probe);

/* Which shard of how many the build was. */
void state_set_shard(struct state *state, unsigned shard, unsigned shards);
/* What a build of several folders or files was called with; copied, the strings too. */
void state_set_batch(struct state *state, const char *const *paths, size_t count);

/* The leaflet of that name where it is up to date, else NULL: what was refused for its content, and
 * would be again, is; what the machine was at fault for is not. Stamps of files that are the same
 * as before by their bytes only are taken anew, so that the next one need not read them. */
const struct state_leaflet *state_fresh(struct state *state, struct state_probe *probe,
                                        const char *name, const struct digest *key);

/* Puts a copy of a leaflet in the place of what was known by its name. */
void state_put(struct state *state, const struct state_leaflet *leaflet);
/* The same for all leaflets of another state, which must outlive this one. Files that the former
 * ones had and the new ones have not are left. May be done again as the other one grows. */
void state_adopt(struct state *state, const struct state *other);
/* A leaflet is there no more: its files are left. */
void state_leave(struct state *state, struct state_leaflet *leaflet);
/* Of what is left, keeps what no leaflet has now and what is still there as it was made: what
 * somebody else put in its place is theirs. Sorted. */
void state_settle(struct state *state, struct state_probe *probe);
