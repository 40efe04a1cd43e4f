/* What a leaflet has, worked out from its tree. Used by evidence/ and build/. */
#pragma once

#include "doc/doc.h"

/* Bits of enum feature (evidence/criteria.h). What leafset adds (the contact box, the logo, the QR
 * code, signs) counts: it is in the files. */
unsigned facts_of(const struct doc *doc);
