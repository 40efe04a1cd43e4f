/* Abbreviations: every whole word of the text that was defined as `*[A&E]: accident and emergency`
 * becomes a node with its expansion. */
#pragma once

#include "read/markdown/definitions.h"

/* Marks those in the inline content of a block. */
void md_abbreviations_mark(struct doc *doc, const struct md_definitions *definitions,
                           struct node *block);
/* Diagnoses those that the tree, with its notes in place, does not use. */
void md_abbreviations_report(const struct doc *doc, const struct md_definitions *definitions,
                             struct diag_list *diags);
