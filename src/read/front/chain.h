/* The folders whose settings, clinic.yml, hold for a leaflet. Only read/; build/ through
 * read/read.h. */
#pragma once

#include "base/arena.h"
#include "base/diag.h"
#include "base/inputs.h"
#include "read/front/options.h"

#define SETTINGS_NAME "clinic.yml"

/* A folder with settings. */
struct chain_folder {
    const char *real;   /* where it is */
    const char *name;   /* as the user would write it */
    const char *below;  /* what leads from it to the leaflet's folder; empty: it is that one */
    const char *reason; /* why the settings cannot be looked at, or NULL */
    struct chain_folder *nearer;
};

/* The folders with settings from the topmost down to the leaflet's own; NULL: there is none. Above
 * the folder given on the command line, or above a leaflet given by itself, they count only while
 * each has settings: a stray file far above has no say. A leaflet that is reached through a link
 * has the settings of the place it is reached from, where there are any, else of where it lies.
 * Diagnoses files in these folders that have a name like that of the settings; diags may be NULL.
 */
struct chain_folder *chain_find(const struct read_options *options, struct arena *arena,
                                struct diag_list *diags);

/* True if the folder has settings. Those that cannot be looked at, for a reason which lives until
 * inputs_clear and is NULL otherwise, are there: leaving them out would leave out the clinic's name
 * and telephone number. */
bool chain_has_settings(struct inputs *inputs, struct arena *arena, const char *folder,
                        const char **reason);

/* The content root of a leaflet with this chain: the topmost folder of it, else the one given. */
const char *chain_root(const struct read_options *options, const struct chain_folder *chain);
