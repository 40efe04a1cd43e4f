/* The form of the file .leafset-state. Only build/. */
#pragma once

#include "base/buf.h"
#include "build/state.h"

/* Starts the state with what is known of a folder (borrowed). What is not there, is of another
 * version or is damaged, is empty. */
void state_read(struct state *state, const char *folder);

/* The text of the file: sorted, so that the same state gives the same bytes. */
void state_text(const struct state *state, struct buf *out);
