/* Words of which English has two spellings. Only check/ includes it. */
#pragma once

#include "check/rule/rule.h"

/* Calls back for the first of each form of such a word in the leaflet's own English text: key is
 * the same for all spellings of a word and lives as long as the arena. */
void spellings_each(const struct prose *prose, struct arena *arena,
                    void (*take)(void *context, const char *key, struct slice form,
                                 struct span span),
                    void *context);
