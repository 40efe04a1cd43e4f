/* The form of the file .leafset-state. Only build/. */
#pragma once

#include "base/buf.h"
#include "build/state.h"

/* Reads what is known of a folder for this maker (the tool and the libraries that shape bytes).
 * What is not there, is of another maker or is damaged, is empty. */
void state_read(struct state *state, const char *folder, const uint8_t maker[16]);

/* The text of the file: sorted, so that the same state gives the same bytes. */
void state_text(const struct state *state, const uint8_t maker[16], struct buf *out);
