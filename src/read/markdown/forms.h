/* Forms that Markdown does not know and that people write and paste all the same: lists of word
 * processors, tables without a line of dashes, definitions. One walk over the lines of the body
 * offers each to the recognisers, a table in forms.c. A form that is plain is put by edits in the
 * way that md4c reads, one that is not is told. Code and HTML are left alone. */
#pragma once

#include "base/diag.h"
#include "read/markdown/definitions.h"
#include "read/markdown/edits.h"

/* All edits of the body without its definitions. */
void md_forms_find(const struct source *source, const struct md_definitions *definitions,
                   struct diag_list *diags, struct md_edits *edits);
