/* Whether the pages show every word of the tree: the last look before files are written, which
 * believes nothing of how the pages were made. Layers 3 and up. */
#pragma once

#include "base/diag.h"
#include "frame/frame.h"

/* False when the pages do not show the characters of some TEXT whole and in their order (white
 * space and characters without a picture aside): text-lost at the first, in reading order, from the
 * place where its text stops or another stands. What only the EPUB shows is not asked for. Linear.
 */
bool frames_check_text(const struct frames *frames, const struct doc *doc, struct diag_list *diags);
