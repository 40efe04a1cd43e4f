/* The rules that a finished leaflet is held to, whatever reader made it. A rule sees the tree and
 * reports; it changes nothing. build/ calls it after reading and before layout. Layers 5 and up. */
#pragma once

#include "check/options.h"
#include "doc/doc.h"

/* Runs every rule of the table over the leaflet; spans point at doc's sources. */
void check_run(const struct doc *doc, const struct check_options *options, struct diag_list *diags);
