/* Says on standard error why a run cannot start, or could not end. Only build/. */
#pragma once

#include "base/diag.h"
#include "base/status.h"
#include "commit/failure.h"

/* Adds why an output cannot be written; the path is copied. */
void refusal_add(struct diag_list *diags, const struct commit_failure *failure);

/* As a diagnostic; the result is STATUS_ENVIRONMENT. hint and file may be NULL. */
enum status refusal_tell(enum diag_code code, const char *file, const char *hint,
                         const char *message);
/* As a mistake on the command line is told; the result is STATUS_USAGE. hint may be NULL. */
enum status refusal_say(const char *message, const char *hint);
