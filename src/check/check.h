/* The rules that a finished leaflet is held to, whatever reader made it. A rule sees the tree and
 * reports; it changes nothing. build/ calls it after reading and before layout. Layers 5 and up. */
#pragma once

#include "check/rule.h"

/* Runs every rule of the table over the leaflet; spans point at the document's sources. */
void check_run(const struct check_subject *subject, struct diag_list *diags);
