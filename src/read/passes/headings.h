/* Headings after any reader. Only read/ includes it. */
#pragma once

#include "doc/doc.h"

/* heading-empty: takes out headings without words, which would be empty entries of every list of
 * headings, and diagnoses each. Call before the title is looked for. */
void read_headings(struct doc *doc, struct diag_list *diags);
