/* The rules that a leaflet is held to, whatever reader made it, in one table. A rule sees the tree
 * and reports; it changes nothing. build/ calls it after reading, and again after layout. Layers 5
 * and up. */
#pragma once

#include "check/rule/rule.h"

/* Sets the grades that the settings wish, and from then on leaves out what the leaflet allows
 * itself with a reason; then runs the rules that need no pages. Spans point at the document's
 * sources; the list must not outlive the arena that it has. These three set subject->rules. */
void check_run(const struct check_subject *subject, struct diag_list *diags);
/* Runs the rules that need pages: subject->frames is there. */
void check_pages(const struct check_subject *subject, struct diag_list *diags);
/* Tells of allowances that allow nothing. Call last, with all that was told. */
void check_finish(const struct check_subject *subject, struct diag_list *diags);

/* What the rules about words look up, made once for any number of leaflets and threads; in the
 * arena. */
const struct phrase_index *check_phrases(struct arena *arena);

extern const struct rule_table check_table;
/* The row of a code; never NULL. */
const struct rule *check_rule_of(enum diag_code code);
