/* The files of one leaflet, of all its editions and formats: all of them appear, or none. They are
 * written into memory, side by side; commit/ gives them to the file system. Only build/. */
#pragma once

#include "base/diag.h"
#include "base/status.h"
#include "build/beside.h"
#include "build/interrupt.h"
#include "build/jobs.h"
#include "build/material.h"
#include "build/options.h"
#include "build/state.h"

struct outputs;

/* False: only a check, or to standard output. */
bool outputs_make_files(const struct build_options *options);

/* The same, and they reach the disk; false also where it is only to be told what they would be. */
bool outputs_are_kept(const struct build_options *options);

/* False after a diagnostic: one of the leaflet's files could not get its name (it is too long, or
 * what is there may not be replaced). To be asked before any work is done. */
bool outputs_can_be_named(const struct build_options *options, const struct job *job,
                          struct diag_list *diags);

/* beside: each format after the first is put there; may be NULL. Both are borrowed. */
struct outputs *outputs_open(const struct build_options *options, struct beside *beside);

/* Writes one edition in the formats asked for, which will be stem.pdf and so on, into memory.
 * With or without a thread beside, the files and diagnostics are the same, and so are those of a
 * check, which keeps nothing.
 */
void outputs_write(struct outputs *outputs, const struct material *material, const char *stem);

/* Adds the writers' diagnostics in the order of the files; STATUS_CONTENT or STATUS_ENVIRONMENT
 * after one. Where nothing has failed (nor `failed`) and there are files, they wait in *ready for
 * outputs_commit. Otherwise all is freed (what was for standard output is written) and *ready is
 * NULL. */
enum status outputs_close(struct outputs *outputs, bool failed, struct diag_list *diags,
                          struct outputs **ready);

/* The files that wait, as a state keeps them (below the folder of all outputs): their digests, and
 * once they are committed their stamps. Borrowed until outputs_end. */
struct state_file *outputs_files(const struct outputs *outputs, size_t *count);

/* The bytes of the files that wait. */
size_t outputs_size(const struct outputs *outputs);

/* Gives the files of several leaflets their names, each leaflet's for itself, without an interrupt
 * between; then outputs_end. */
void outputs_commit(struct outputs *const *list, size_t count, struct interrupt *interrupt);
/* What became of it: STATUS_ENVIRONMENT after a diagnostic. Frees. */
enum status outputs_end(struct outputs *outputs, struct diag_list *diags);

/* Puts right what builds that died left in the folders of all jobs. STATUS_ENVIRONMENT after a
 * diagnostic: in that folder nothing can be built. */
enum status outputs_recover(const struct build_options *options, const struct job_list *jobs,
                            struct diag_list *diags);
