/* Before content is read the process gives up all that building it does not need. Only build/. */
#pragma once

#include "base/inputs.h"
#include "build/jobs.h"
#include "build/options.h"

/* From now on only the content of the jobs, the system's fonts, dictionaries and libraries can be
 * read, and files written only below the output folder, which is there (not for check and dump, nor
 * to standard output). cleared: the folder above the first that was made for outputs, from which
 * empty ones may be removed again; or NULL. The inputs answer where things are. Does nothing with
 * --no-sandbox. No other thread runs yet. */
void confine(const struct build_options *options, const struct job_list *jobs,
             struct inputs *inputs, bool writes, const char *cleared);
