/* Findings as bytes, kept from one run to the next. Used by build/. */
#pragma once

#include "report/finding.h"

/* Puts all of a finding but what whoever tells it fills: path, fingerprint, occurrence. */
void finding_pack(const struct finding *finding, struct buf *out);

/* Takes one off, whose texts lie in the bytes. False: they hold no finding. */
bool finding_unpack(struct slice *bytes, struct finding *out);
