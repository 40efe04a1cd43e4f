/* Names that people use for what leafset calls otherwise: of keys. Only front/. */
#pragma once

#include "base/slice.h"
#include "base/arena.h"

/* The key that another name stands for ("Review date": next_review), or the key itself as it is
 * written in leafset ("Title": title); in the arena. */
const char *names_key(struct arena *arena, const char *written);

/* True for the keys of site generators, which say nothing about a leaflet. */
bool names_is_foreign(const char *key);

/* One of those keys after another, from 0 on; NULL behind the last. */
const char *names_foreign(size_t index);
