/* A leaflet in memory becomes a tree. For the targets that read text. */
#pragma once

#include "base/memory_files.h"
#include "doc/doc.h"

/* What must hold for a tree beyond what holds for all. */
typedef void reading_look(const struct doc *doc, const struct diag_list *diags);

/* Reads files[0] by the reader of this name, with the rules of check/, what other leaflets would be
 * shown of it and the measures of its theme; what comes out must be a whole tree, and the same when
 * it is read again. look: or NULL. */
void reading_run(const struct memory_files *files, const char *reader, reading_look *look);
