/* What the ledger says once the whole body is read: text that Markdown does not print, definitions
 * that nothing uses. Only read/markdown/ includes it. */
#ifndef READ_MARKDOWN_COVERAGE_H
#define READ_MARKDOWN_COVERAGE_H

#include "read/markdown/reader.h"

/* Diagnoses it; the notes are placed before. */
void md_coverage_report(struct md_reader *r);

#endif
