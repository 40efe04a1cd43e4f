#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "build/jobs.h"

#define FOLDER_DEPTH 100

/* A folder under way of collecting: given on the command line, or met as a link from there. */
struct root {
    const char *real;
    struct root *older;
};

struct collector {
    const struct build_options *options;
    struct job_list *list;
    struct diag_list *diags;
    enum status status;
    const char *top;
    struct root *roots; /* for the path at hand */
};

static void worse(struct collector *c, enum status status)
{
    if (status > c->status)
        c->status = status;
}

static bool ends_nocase(const char *name, const char *suffix)
{
    struct slice text = slice_from(name), end = slice_from(suffix);
    return text.len > end.len &&
           slice_equal_nocase(slice_sub(text, text.len - end.len, end.len), end);
}

static bool is_source(const char *name)
{
    return (ends_nocase(name, ".md") || ends_nocase(name, ".txt")) &&
           !slice_equal_nocase(slice_from(name), SLICE_LIT("README.md"));
}

static enum read_format format_of(const struct build_options *options, const char *name)
{
    if (options->from)
        return strcmp(options->from, "plain") == 0 ? READ_PLAIN : READ_MARKDOWN;
    return ends_nocase(name, ".txt") ? READ_PLAIN : READ_MARKDOWN;
}

static const char *without_ending(struct arena *arena, const char *path)
{
    const char *dot = strrchr(file_name(path), '.');
    if (!dot || dot == file_name(path))
        return path;
    return arena_string(arena, (struct slice){path, (size_t)(dot - path)});
}

/* below: the path under the folder that was given (or the file's name). */
static void add_job(struct collector *c, const char *path, const char *below)
{
    struct job_list *list = c->list;
    struct arena *arena = &list->arena;
    const char *folder = file_real(arena, file_folder(arena, path));
    list->items = mem_grow(list->items, &list->cap, list->count + 1, sizeof *list->items);
    list->items[list->count++] = (struct job){
        .path = path,
        .folder = folder ? folder : ".",
        .top = c->top,
        .stem = file_join(arena, c->options->out, without_ending(arena, below)),
        .format = format_of(c->options, path),
    };
}

static void unreadable(struct collector *c, const char *path, const char *reason)
{
    diag_add_file(c->diags, DIAG_CODE_FILE_UNREADABLE, path, "check the path and its permissions",
                  "cannot be read: %s", reason);
    worse(c, STATUS_ENVIRONMENT);
}

static void add_root(struct collector *c, const char *real)
{
    struct root *root = ARENA_NEW(&c->list->arena, struct root);
    *root = (struct root){real, c->roots};
    c->roots = root;
}

/* A link to a folder is followed only out of all folders that are read anyway, so that each folder
 * is read once, whatever loops and nets links make. */
static bool is_followed(struct collector *c, const char *folder, const char *entry)
{
    struct arena *arena = &c->list->arena;
    const char *here = file_real(arena, folder), *there = file_real(arena, entry);
    if (!here || !there)
        return false;
    if (strcmp(there, file_join(arena, here, file_name(entry))) == 0)
        return true; /* no link */
    for (const struct root *root = c->roots; root; root = root->older)
        if (file_is_inside(there, root->real) || file_is_inside(root->real, there))
            return false;
    add_root(c, there);
    return true;
}

static void add_folder(struct collector *c, const char *path, const char *below, int depth);

static void add_entry(struct collector *c, const char *folder, const char *below, const char *name,
                      int depth)
{
    const char *entry = file_join(&c->list->arena, folder, name);
    const char *entry_below = file_join(&c->list->arena, below, name);
    switch (file_kind_of(entry)) {
    case FILE_FOLDER:
        if (is_followed(c, folder, entry))
            add_folder(c, entry, entry_below, depth + 1);
        break;
    case FILE_REGULAR:
    case FILE_MISSING: /* a broken link: reading it will say so */
    case FILE_OTHER:
        if (is_source(name))
            add_job(c, entry, entry_below);
        break;
    }
}

static void add_folder(struct collector *c, const char *path, const char *below, int depth)
{
    const char **names;
    const char *reason = "its folders are nested too deeply";
    if (depth > FOLDER_DEPTH || file_list(path, &c->list->arena, &names, &reason) != STATUS_OK) {
        unreadable(c, path, reason);
        return;
    }
    for (; *names; names++)
        if ((*names)[0] != '.')
            add_entry(c, path, below, *names, depth);
}

static void nothing_in(struct collector *c, const char *path)
{
    diag_add_file(c->diags, DIAG_CODE_NOTHING_TO_BUILD, path,
                  "leaflets are files that end in .md or .txt (README.md is not one)",
                  "there is no leaflet to build");
    worse(c, STATUS_CONTENT);
}

/* What does not exist becomes a job as well: its place in the order is kept, and reading it says
 * what is wrong. A folder without a leaflet is told: whoever names it expects one. */
static void add_path(struct collector *c, const char *path)
{
    size_t jobs = c->list->count;
    unsigned unread = c->diags->per_code[DIAG_CODE_FILE_UNREADABLE];
    c->top = NULL;
    c->roots = NULL;
    if (strcmp(path, "-") == 0) {
        add_job(c, "-", "leaflet");
    } else if (file_kind_of(path) == FILE_FOLDER) {
        c->top = file_real(&c->list->arena, path);
        if (c->top)
            add_root(c, c->top);
        add_folder(c, path, "", 0);
    } else {
        add_job(c, path, file_name(path));
    }
    if (c->list->count == jobs && c->diags->per_code[DIAG_CODE_FILE_UNREADABLE] == unread)
        nothing_in(c, path);
}

/* File systems that ignore case or composition would let one output overwrite the other. */
static struct slice folded(struct arena *arena, const char *path)
{
    struct slice text = slice_from(path);
    struct buf out = {0};
    if (utf8_check(text) < text.len) {
        for (size_t i = 0; i < text.len; i++)
            buf_put_char(&out, ascii_lower(text.ptr[i]));
    } else {
        text = text_normalise(text, arena);
        for (size_t pos = 0; pos < text.len;)
            buf_put_utf8(&out, text_lower(utf8_next(text, &pos)));
    }
    text = arena_copy(arena, buf_slice(&out));
    buf_free(&out);
    return text;
}

/* The source's own place, its links not followed: what a rename there would replace. */
static const char *place_of(struct arena *arena, const struct job *job)
{
    return file_join(arena, job->folder, file_name(job->path));
}

/* "a.md a.md" names one leaflet, not two that clash. */
static void drop_repeated(struct collector *c)
{
    struct map seen = {0};
    size_t kept = 0;
    for (size_t i = 0; i < c->list->count; i++) {
        struct job job = c->list->items[i];
        const char *key =
            arena_format(&c->list->arena, "%s//%s", place_of(&c->list->arena, &job), job.stem);
        if (!map_put(&seen, slice_from(key), c->list))
            c->list->items[kept++] = job;
    }
    c->list->count = kept;
    map_free(&seen);
}

static void clash(struct collector *c, const struct job *job, const struct job *other)
{
    bool to_stdout = strcmp(c->options->out, "-") == 0;
    diag_add_file(c->diags, DIAG_CODE_OUTPUT_CLASH, job->path,
                  to_stdout ? "name one leaflet only"
                            : "rename one of the two, or build them into different folders",
                  "would write the same output as %s: %s", other->path,
                  to_stdout ? "standard output" : job->stem);
    worse(c, STATUS_CONTENT);
}

static void find_clashes(struct collector *c)
{
    struct map outputs = {0};
    bool to_stdout = strcmp(c->options->out, "-") == 0;
    for (size_t i = 0; i < c->list->count; i++) {
        struct job *job = &c->list->items[i];
        struct slice key = to_stdout ? SLICE_LIT("-") : folded(&c->list->arena, job->stem);
        struct job *other = map_put(&outputs, key, job);
        if (!other)
            continue;
        clash(c, job, other);
        map_put(&outputs, key, other); /* all further ones are told about the first */
    }
    map_free(&outputs);
}

/* An output that would replace a source; possible only for a source named like an output. */
static void find_overwritten(struct collector *c)
{
    struct arena *arena = &c->list->arena;
    struct map outputs = {0};
    for (size_t i = 0; i < c->list->count; i++) {
        struct job *job = &c->list->items[i];
        const char *folder = file_real(arena, file_folder(arena, job->stem));
        if (!folder)
            continue;
        const char *stem = file_join(arena, folder, file_name(job->stem));
        if (c->options->formats & BUILD_PDF)
            map_put(&outputs, slice_from(arena_format(arena, "%s.pdf", stem)), job);
        if (c->options->formats & BUILD_EPUB)
            map_put(&outputs, slice_from(arena_format(arena, "%s.epub", stem)), job);
    }
    for (size_t i = 0; i < c->list->count; i++) {
        const struct job *job = &c->list->items[i];
        const struct job *writer = map_get(&outputs, slice_from(place_of(arena, job)));
        if (!writer)
            continue;
        diag_add_file(c->diags, DIAG_CODE_OUTPUT_CLASH, job->path,
                      "build into another folder, or rename the source",
                      "would be overwritten by the output of %s", writer->path);
        worse(c, STATUS_CONTENT);
    }
    map_free(&outputs);
}

static bool has_output_name(const struct job_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (ends_nocase(list->items[i].path, ".pdf") || ends_nocase(list->items[i].path, ".epub"))
            return true;
    return false;
}

enum status jobs_collect(const struct build_options *options, struct job_list *list,
                         struct diag_list *diags)
{
    struct collector c = {.options = options, .list = list, .diags = diags};
    for (size_t i = 0; i < options->path_count; i++)
        add_path(&c, options->paths[i]);
    if (options->path_count == 0)
        nothing_in(&c, NULL);
    drop_repeated(&c);
    find_clashes(&c);
    if (strcmp(options->out, "-") != 0 && has_output_name(list))
        find_overwritten(&c);
    return c.status;
}

void jobs_add_file(const struct build_options *options, const char *path, struct job_list *list)
{
    struct collector c = {.options = options, .list = list};
    add_job(&c, path, strcmp(path, "-") == 0 ? "leaflet" : file_name(path));
}

void jobs_free(struct job_list *list)
{
    mem_free(list->items);
    arena_free(&list->arena);
}
