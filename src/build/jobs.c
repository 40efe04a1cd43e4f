#include "build/jobs.h"

#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "build/formats.h"
#include "read/read.h"
#include "read/readers.h"

#define FOLDER_DEPTH 100

/* A folder under way of collecting: given on the command line, or met as a link from there. */
struct root {
    const char *real;
    struct root *older;
};

/* The last symbolic link on the way to a folder. */
struct link {
    const char *place, *goal; /* see struct job; NULL: there was none */
    bool inner;               /* followed into what is read anyway */
};

/* A folder with entries, asked for once for all of them. */
struct place {
    const char *path, *real; /* as it was asked for, and NULL where that is not known … */
    const char *reason;      /* … for this reason, if there is any */
};

struct collector {
    const struct build_options *options;
    struct inputs *inputs;
    struct job_list *list;
    struct diag_list *diags;
    enum status status;
    const char *top;
    const char *out;    /* real folder of the outputs, or NULL where there is none */
    const char *reason; /* why the way to the path at hand is not known, or NULL */
    struct root *roots; /* for the path at hand */
    struct link link;   /* of the folder at hand */
    struct place place; /* of the entry at hand */
};

/* README.md says something about the folder; settings with a second ending are told as such. */
bool jobs_is_source(const char *name)
{
    static const char *const others[] = {"README.md", "clinic.yml.txt", "clinic.yaml.txt"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (slice_equal_nocase(slice_from(name), slice_from(others[i])))
            return false;
    return readers_for_file(name) != NULL;
}

static const struct reader *reader_of(const struct build_options *options, const char *name)
{
    const struct reader *reader = options->from ? options->from : readers_for_file(name);
    return reader ? reader : &readers_table[0];
}

static const char *without_ending(struct arena *arena, const char *path)
{
    const char *dot = strrchr(file_name(path), '.');
    if (!dot || dot == file_name(path))
        return path;
    return arena_string(arena, (struct slice){path, (size_t)(dot - path)});
}

static const struct edition editions[] = {{.suffix = ""}};

/* NULL where nothing is there, or for a reason which the leaflets of the path at hand tell. */
static const char *real_of(struct collector *c, const char *path)
{
    const char *reason, *real = inputs_real(c->inputs, &c->list->arena, path, &reason);
    if (!real && !c->reason)
        c->reason = reason;
    return real;
}

static const struct place *place_of(struct collector *c, const char *entry)
{
    const char *path = file_folder(&c->list->arena, entry);
    if (!c->place.path || strcmp(c->place.path, path) != 0) {
        c->place = (struct place){.path = path};
        c->place.real = inputs_real(c->inputs, &c->list->arena, path, &c->place.reason);
    }
    return &c->place;
}

/* below: the path under the folder that was given (or the file's name). */
static void add_job(struct collector *c, const char *path, const char *below)
{
    struct job_list *list = c->list;
    struct arena *arena = &list->arena;
    const struct place *place = place_of(c, path);
    *MEM_PUSH(list->items, list->count, list->cap) = (struct job){
        .path = path,
        .folder = place->real ? place->real : ".",
        .reason = !place->real && place->reason ? place->reason : c->reason,
        .top = c->top,
        .link = c->link.place,
        .goal = c->link.goal,
        .stem = file_join(arena, c->options->out, without_ending(arena, below)),
        .reader = reader_of(c->options, path),
        .editions = editions,
        .edition_count = sizeof editions / sizeof *editions,
    };
}

static void add_file(struct collector *c, const char *path)
{
    add_job(c, path, strcmp(path, "-") == 0 ? "leaflet" : file_name(path));
}

static void unreadable(struct collector *c, const char *path, const char *reason)
{
    diag_add_file(c->diags, DIAG_CODE_FILE_UNREADABLE, path, "check the path and its permissions",
                  "cannot be read: %s", reason);
    c->status = status_worse(c->status, STATUS_ENVIRONMENT);
}

static void add_root(struct collector *c, const char *real)
{
    struct root *root = ARENA_NEW(&c->list->arena, struct root);
    *root = (struct root){real, c->roots};
    c->roots = root;
}

/* True if a folder at or above the link, but not above its goal, has settings: then what it leads
 * to is another leaflet there. */
static bool has_settings_of_its_own(struct collector *c, const struct link *link)
{
    struct arena *arena = &c->list->arena;
    const char *folder = file_folder(arena, link->place);
    while (!file_is_inside(link->goal, folder)) {
        if (read_has_settings(c->inputs, arena, folder))
            return true;
        folder = file_folder(arena, folder);
    }
    return false;
}

/* A link into what is read anyway: followed for the sake of its settings, but no further from
 * there, nor into a folder that it lies in itself. */
static bool leads_to_others(struct collector *c, const struct link *link)
{
    bool inner = false;
    for (const struct root *root = c->roots; root; root = root->older)
        inner = inner || file_is_inside(link->goal, root->real);
    return inner && !c->link.inner && !file_is_inside(link->place, link->goal) &&
           has_settings_of_its_own(c, link);
}

/* A link to a folder is followed only out of all folders that are read anyway, so that each folder
 * is read once, whatever loops and nets links make; or where it gives its goal other settings. */
static bool is_followed(struct collector *c, const char *entry, struct link *link)
{
    struct arena *arena = &c->list->arena;
    const struct place *place = place_of(c, entry);
    const char *here = place->real, *reason = place->reason, *there = NULL;
    if (here)
        there = inputs_real(c->inputs, arena, entry, &reason);
    if (!there) {
        unreadable(c, entry, reason ? reason : "it is not there any more");
        return false;
    }
    const struct link found = {file_join(arena, here, file_name(entry)), there, false};
    if (strcmp(there, found.place) == 0)
        return true; /* no link */
    for (const struct root *root = c->roots; root; root = root->older)
        if (file_is_inside(there, root->real) || file_is_inside(root->real, there)) {
            if (!leads_to_others(c, &found))
                return false;
            *link = (struct link){found.place, there, true};
            return true;
        }
    *link = found;
    add_root(c, there);
    return true;
}

static bool is_output_name(const char *name)
{
    unsigned asked = formats_all();
    const struct format *format;
    const char *dot = strrchr(name, '.');
    while (dot && (format = formats_next(&asked)))
        if (strcmp(dot + 1, format->name) == 0)
            return true;
    return false;
}

/* What an earlier build wrote is no news. */
static bool is_in_output(struct collector *c, const char *entry)
{
    const char *folder = c->out ? place_of(c, entry)->real : NULL;
    return folder && file_is_inside(folder, c->out) && !(c->top && file_is_inside(c->top, c->out));
}

static void pass_over(struct collector *c, const char *entry)
{
    bool output = is_output_name(entry);
    if (!passed_in_silence(file_name(entry)) && !(output && is_in_output(c, entry)))
        passed_add(&c->list->passed, entry, output);
}

static void add_folder(struct collector *c, const char *path, const char *below, int depth);

static void add_entry(struct collector *c, const char *folder, const char *below, const char *name,
                      int depth)
{
    const char *entry = file_join(&c->list->arena, folder, name);
    const char *entry_below = file_join(&c->list->arena, below, name);
    const char *reason;
    const struct link link = c->link;
    enum file_kind kind = inputs_kind(c->inputs, entry, &reason);
    switch (kind) {
    case FILE_FOLDER:
        if (is_followed(c, entry, &c->link))
            add_folder(c, entry, entry_below, depth + 1);
        c->link = link;
        break;
    case FILE_REGULAR:
    case FILE_MISSING:
    case FILE_UNREADABLE: /* such as a broken link: reading it will say so */
    case FILE_OTHER:
        if (jobs_is_source(name))
            add_job(c, entry, entry_below);
        else if (kind == FILE_REGULAR)
            pass_over(c, entry);
        else if (kind == FILE_UNREADABLE && !passed_in_silence(name))
            unreadable(c, entry, reason); /* it may be a folder of leaflets */
        break;
    }
}

static void add_folder(struct collector *c, const char *path, const char *below, int depth)
{
    const char **names;
    const char *reason = "its folders are nested too deeply";
    if (depth > FOLDER_DEPTH ||
        inputs_list(c->inputs, path, &c->list->arena, &names, &reason) != STATUS_OK) {
        unreadable(c, path, reason);
        return;
    }
    for (; *names; names++)
        if ((*names)[0] != '.')
            add_entry(c, path, below, *names, depth);
}

static void nothing_in(struct collector *c, const char *path)
{
    struct buf hint = {0};
    buf_put_string(&hint, "leaflets are files that end in ");
    readers_put_endings(&hint, " or ");
    buf_put_string(&hint, " (README.md is not one)");
    if (c->list->passed.count > 0) {
        buf_put_string(&hint, "; these were passed over: ");
        passed_put(&c->list->passed, &hint);
    }
    diag_add_file(c->diags, DIAG_CODE_NOTHING_TO_BUILD, path, hint.data,
                  "there is no leaflet to build");
    buf_free(&hint);
    c->status = status_worse(c->status, STATUS_CONTENT);
}

/* The last link on the way to a folder that was typed: its name is not that of its goal, or lies in
 * another folder. */
static struct link link_on(struct collector *c, const char *path)
{
    const struct link none = {NULL, NULL, false};
    struct arena *arena = &c->list->arena;
    const char *here = real_of(c, ".");
    const char *goal = real_of(c, path);
    if (!here || !goal)
        return none;
    const char *place = file_fold(arena, *path == '/' ? path : file_join(arena, here, path));
    if (strcmp(place, goal) == 0)
        return none;
    const char *real = real_of(c, place);
    if (!real || strcmp(real, goal) != 0)
        return none; /* a ".." behind a link */
    for (;;) {
        const char *above = real_of(c, file_folder(arena, place));
        if (!above)
            return none;
        if (strcmp(file_name(place), file_name(goal)) != 0 ||
            strcmp(above, file_folder(arena, goal)) != 0)
            return (struct link){file_join(arena, above, file_name(place)), goal, false};
        place = file_folder(arena, place);
        goal = above;
    }
}

/* What does not exist becomes a job as well: its place in the order is kept, and reading it says
 * what is wrong. A folder without a leaflet is told: whoever names it expects one. */
static void add_path(struct collector *c, const char *path)
{
    struct arena *arena = &c->list->arena;
    size_t jobs = c->list->count;
    unsigned unread = c->diags->per_code[DIAG_CODE_FILE_UNREADABLE];
    const char *reason;
    bool is_folder = strcmp(path, "-") != 0 && inputs_kind(c->inputs, path, &reason) == FILE_FOLDER;
    c->top = NULL;
    c->roots = NULL;
    c->reason = NULL;
    c->link = link_on(c, is_folder ? path : file_folder(arena, path));
    if (is_folder) {
        c->top = real_of(c, path);
        if (c->top)
            add_root(c, c->top);
        add_folder(c, path, "", 0);
    } else {
        add_file(c, path);
    }
    if (c->list->count == jobs && c->diags->per_code[DIAG_CODE_FILE_UNREADABLE] == unread)
        nothing_in(c, path);
}

const char *jobs_reached(struct arena *arena, const struct job *job, const char *place)
{
    if (!job->link || !file_is_inside(place, job->goal))
        return place;
    return arena_format(arena, "%s%s", job->link, place + strlen(job->goal));
}

const char *jobs_place(struct arena *arena, const struct job *job)
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
        job.index = kept;
        const char *key =
            arena_format(&c->list->arena, "%s//%s", jobs_place(&c->list->arena, &job), job.stem);
        if (!map_put(&seen, slice_from(key), c->list))
            c->list->items[kept++] = job;
    }
    c->list->count = kept;
    map_free(&seen);
}

static struct slice name_of(struct arena *arena, const char *path)
{
    return slice_from(file_name(without_ending(arena, path)));
}

/* What has the name of an output and of a leaflet was most likely made from it. */
static void drop_outputs(struct collector *c)
{
    struct map names = {0};
    struct passed_list *passed = &c->list->passed;
    struct arena *arena = &c->list->arena;
    size_t kept = 0;
    for (size_t i = 0; i < c->list->count && passed->count > 0; i++)
        map_put(&names, name_of(arena, c->list->items[i].path), c->list);
    for (size_t i = 0; i < passed->count; i++)
        if (!passed->items[i].output || !map_get(&names, name_of(arena, passed->items[i].path)))
            passed->items[kept++] = passed->items[i];
    passed->count = kept;
    map_free(&names);
}

enum status jobs_collect(const struct build_options *options, struct inputs *inputs,
                         struct job_list *list, struct diag_list *diags)
{
    struct collector c = {.options = options, .inputs = inputs, .list = list, .diags = diags};
    c.out = inputs_real(inputs, &list->arena, options->out, NULL);
    for (size_t i = 0; i < options->path_count; i++)
        add_path(&c, options->paths[i]);
    if (options->path_count == 0)
        nothing_in(&c, NULL);
    drop_repeated(&c);
    drop_outputs(&c);
    return c.status;
}

void jobs_add_file(const struct build_options *options, struct inputs *inputs, const char *path,
                   struct job_list *list)
{
    struct collector c = {.options = options, .inputs = inputs, .list = list};
    c.link = link_on(&c, file_folder(&list->arena, path));
    add_file(&c, path);
}

const char *jobs_below(const struct build_options *options, const char *path)
{
    size_t out = strlen(options->out);
    if (strncmp(path, options->out, out) == 0)
        path += out;
    return path + strspn(path, "/");
}

const char *jobs_stem(struct arena *arena, const struct job *job, const struct edition *edition)
{
    return arena_format(arena, "%s%s", job->stem, edition->suffix);
}

void jobs_free(struct job_list *list)
{
    mem_free(list->items);
    passed_free(&list->passed);
    arena_free(&list->arena);
}
