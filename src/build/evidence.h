/* What is claimed of leaflets, and why: `leafset evidence`. Of build/, cli/ includes this header
 * too. */
#pragma once

#include "base/buf.h"
#include "base/status.h"
#include "build/options.h"

enum evidence_format { EVIDENCE_TEXT, EVIDENCE_JSON, EVIDENCE_PDF };

struct evidence_options {
    enum evidence_format format;
    const char *file; /* where to; PDF: ends in ".pdf"; NULL: standard output */
};

/* Reads, checks and lays out all leaflets, writes none of them, and tells what is claimed: into
 * out, or where wanted->file says, whose folder is there. A PDF for standard output is written
 * there. STATUS_CONTENT: a leaflet has errors, so that nothing is claimed of it, or there is none.
 * Messages go to standard error. */
enum status build_evidence(const struct build_options *options,
                           const struct evidence_options *wanted, struct buf *out);
