/* What GitHub Actions reads: workflow commands on standard output, which become annotations, and a
 * summary of the step in Markdown (docs.github.com, workflow commands). Used by report/ and
 * build/. */
#pragma once

#include "report/run.h"

/* A step shows ten annotations of each kind and drops the rest without a word: of more than ten,
 * nine are told, and how many more there are. */
#define GITHUB_ANNOTATIONS 10u

void github_put(const struct report_run *run, struct buf *out);

/* The summary, in at most `most` bytes; nothing where that is too little. */
void github_put_summary(const struct report_run *run, size_t most, struct buf *out);
