/* Paragraphs as one attempt to set a leaflet has shaped and broken them, for the next one, in which
 * mostly spaces and leading differ (layout/fit.c). One for a leaflet, on the heap; what it holds is
 * the same whoever asks first, since it is found by all that shaping and breaking depend on. Only
 * layout/ includes it. */
#pragma once

#include "layout/par/work.h"

struct par_stored;

/* Zero-initialise; free with par_store_free. */
struct par_store {
    struct arena arena;
    size_t bytes;               /* taken from the arena */
    struct par_stored **blocks; /* by id, NULL for none */
    size_t block_cap;
    bool full;
};

void par_store_free(struct par_store *store);

/* Puts the chunks and items of the block into work, as they were made of the same spans and params;
 * false: they have to be made. The block is gathered. */
bool par_store_get(const struct par_store *store, struct par_work *work, const struct node *block);
/* Keeps the chunks and items of the block; nothing where the store is full. */
void par_store_put(struct par_store *store, struct par_work *work, const struct node *block);

/* The same for the breaks of the block in work, as broken by the params. */
bool par_store_get_breaks(struct par_work *work, const struct linebreak_params *params);
void par_store_put_breaks(struct par_store *store, struct par_work *work,
                          const struct linebreak_params *params);
