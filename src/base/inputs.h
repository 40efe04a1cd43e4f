/* All that one leaflet reads goes through its inputs: the source, settings, pictures, fonts,
 * dictionaries, and what it asks of folders and links. They know what was asked and what came back,
 * so that a later build can tell whether anything has changed; and they may answer from memory.
 * Belongs to one thread, which clears it for the next leaflet. Every module. */
#pragma once

#include "base/digest.h"
#include "base/file.h"
#include "base/memory_files.h"

enum input_question {
    INPUT_BYTES,   /* of a file */
    INPUT_KIND,    /* what is there: the answer is one of the words file, folder, other */
    INPUT_NAMES,   /* in a folder, each ended by a NUL */
    INPUT_REAL,    /* the real path */
    INPUT_LEAFLET, /* that a link leads to: the answer is the batch's, inputs_note_answer */
};

/* What was asked, once for each path, and the answer. */
struct input {
    enum input_question question;
    const char *path; /* as it was asked for; "-" for standard input */
    bool found;       /* false: there is nothing, or it cannot be read; then there is no answer */
    size_t size;      /* of the answer, in bytes */
    struct digest digest;    /* of the answer; zero where no digests are wanted */
    struct file_stamp stamp; /* BYTES: of the file before it was read; zero likewise */
};

struct inputs;

/* From the disk, or, where files are given (borrowed), from memory alone. digested: the
 * answers' digests and the files' stamps are wanted. */
struct inputs *inputs_open(const struct memory_files *files, bool digested);
/* As those were opened: for what is read once and used for many leaflets. */
struct inputs *inputs_open_like(const struct inputs *inputs);
void inputs_close(struct inputs *inputs);
/* Forgets what was asked, and the root. */
void inputs_clear(struct inputs *inputs);

/* As file_read, file_kind_of, file_list and file_real. The reason why a kind is not known lives
 * until inputs_clear. */
enum status inputs_read(struct inputs *inputs, const char *path, size_t limit, struct arena *arena,
                        struct slice *text, const char **reason);
enum file_kind inputs_kind(struct inputs *inputs, const char *path, const char **reason);
enum status inputs_list(struct inputs *inputs, const char *folder, struct arena *arena,
                        const char ***names, const char **reason);
char *inputs_real(struct inputs *inputs, struct arena *arena, const char *path,
                  const char **reason);
/* Standard input, to its end. */
enum status inputs_read_standard(struct inputs *inputs, size_t limit, struct arena *arena,
                                 struct slice *text, const char **reason);

/* As file_map; the map may outlive the inputs (bytes from memory must as well) and ends with
 * file_unmap. *input, which lives until inputs_clear, is what to tell inputs_note later. */
enum status inputs_map(struct inputs *inputs, const char *path, enum file_owner owner, size_t limit,
                       struct file_map *map, const struct input **input, const char **reason);
/* What was asked for an earlier leaflet is used for this one too. The entry, as of inputs_map. */
const struct input *inputs_note(struct inputs *inputs, const struct input *known);
/* What was asked of others than the file system, and what they answered. */
void inputs_note_answer(struct inputs *inputs, enum input_question question, const char *path,
                        struct slice answer);
/* The same for all that others were asked for. */
void inputs_note_all(struct inputs *inputs, const struct inputs *others);

/* The content root, real: known once the settings are, NULL before; and, for a leaflet that is
 * reached through a link in it, the folder that the link leads to, else NULL. A leaflet uses no
 * file outside these but fonts and dictionaries of the system. */
void inputs_set_root(struct inputs *inputs, const char *root, const char *goal);
const char *inputs_root(const struct inputs *inputs);
/* True if the path (folded) is inside these; false without a root. */
bool inputs_are_inside(const struct inputs *inputs, const char *path);
/* The real path of what is at `path` below `folder`, if that is inside; else NULL. *reason is then
 * why it cannot be looked at, if that is why: it may be there. Else *reason is NULL. */
char *inputs_inside(struct inputs *inputs, struct arena *arena, const char *folder,
                    const char *path, const char **reason);

/* What was asked so far, in the order of the first time. */
size_t inputs_count(const struct inputs *inputs);
const struct input *inputs_at(const struct inputs *inputs, size_t index);
