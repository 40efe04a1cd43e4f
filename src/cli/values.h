/* The values of options that say what is built, and how. Each function reads one value into the
 * build's options (strings are borrowed), or says false and puts what is wrong into error. Only
 * cli/ includes it. */
#pragma once

#include "base/buf.h"
#include "build/options.h"

/* --to pdf,epub */
bool values_formats(struct build_options *build, const char *value, struct buf *error);
/* --from markdown */
bool values_from(struct build_options *build, const char *value, struct buf *error);
/* --jobs: threads */
bool values_jobs(struct build_options *build, const char *value, struct buf *error);
/* --memory, in megabytes, which also bounds the threads. */
bool values_memory(struct build_options *build, const char *value, unsigned *memory,
                   struct buf *error);
/* --fit, in pages */
bool values_fit(struct build_options *build, const char *value, struct buf *error);
bool values_dpi(struct build_options *build, const char *value, struct buf *error);
/* --today 2026-11-23 */
bool values_today(struct build_options *build, const char *value, struct buf *error);
/* --lang: a language tag (BCP 47) */
bool values_lang(struct build_options *build, const char *value, struct buf *error);
/* A decimal number of at most limit, which is below 2^59; false for anything else. */
bool values_number(const char *text, int64_t limit, int64_t *out);
