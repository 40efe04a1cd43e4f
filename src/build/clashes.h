/* Outputs that would be written over one another or over a source. Only build/. */
#pragma once

#include "build/jobs.h"

/* STATUS_CONTENT after diagnostics (output-clash), else STATUS_OK. */
enum status clashes_find(const struct build_options *options, struct inputs *inputs,
                         struct job_list *list, struct diag_list *diags);
