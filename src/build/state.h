/* What earlier builds into a folder made, and of what: the file .leafset-state in it. A leaflet is
 * up to date when its key is the same, its files are as they were left, and all that was read for
 * it would be answered in the same way. Whoever deletes the file has everything built again. Only
 * build/. */
#pragma once

#include "base/arena.h"
#include "base/hash.h"
#include "base/inputs.h"

#define STATE_NAME ".leafset-state"

/* A file that was made: as it was left. */
struct state_file {
    const char *path; /* as the build names it */
    struct file_stamp stamp;
};

/* One leaflet that was built without an error. */
struct state_leaflet {
    const char *stem; /* of its files, below the folder of the outputs: "skin/first" */
    uint8_t key[16];  /* of the options that matter */
    const struct input *const *inputs; /* all that was read for it */
    size_t input_count;
    const struct state_file *files;
    size_t file_count;
    struct slice said; /* its diagnostics, in the form that whoever put them there reads */
};

struct state {
    struct arena arena;
    struct map leaflets;          /* stem to struct state_leaflet */
    struct state_leaflet **items; /* sorted by stem */
    size_t count, cap;
    bool changed; /* since it was read */
};

void state_free(struct state *state);

/* What the world answers now, once for each question; one for each thread. verify: every file is
 * read and hashed, whatever its size and time say. Zero-initialise the rest. */
struct state_probe {
    struct arena arena;
    struct map answers;
    bool verify;
};
void state_probe_free(struct state_probe *probe);

/* The leaflet of that stem where it is up to date, else NULL. */
const struct state_leaflet *state_fresh(const struct state *state, struct state_probe *probe,
                                        const char *stem, const uint8_t key[16]);

/* Puts a copy of a leaflet in the place of what was known of its stem. */
void state_put(struct state *state, const struct state_leaflet *leaflet);
/* Forgets a leaflet. */
void state_drop(struct state *state, const char *stem);
