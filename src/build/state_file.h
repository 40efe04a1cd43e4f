/* The form of the file .leafset-state. Only build/. */
#pragma once

#include "base/buf.h"
#include "base/diag.h"
#include "build/state.h"

/* Starts the state with what is known of a folder (borrowed). False: nothing is there, or something
 * of another version, or it is damaged; the state is empty then. */
bool state_read(struct state *state, const char *folder);

/* The text of the file: sorted, so that the same state gives the same bytes. */
void state_text(const struct state *state, struct buf *out);

/* Writes the file. That it cannot be written costs the next build its time, and nothing else: a
 * note, where diags are given. */
void state_write(const struct state *state, struct arena *arena, struct diag_list *diags);
