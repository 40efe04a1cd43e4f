#include "build/confine.h"

#include <string.h>

#include "base/sandbox.h"
#include "read/read.h"

struct confinement {
    const struct build_options *options;
    struct inputs *inputs;
    struct arena arena;
    struct sandbox sandbox;
};

static void allow_read(struct confinement *c, const char *path)
{
    if (path)
        sandbox_allow(&c->sandbox, path, SANDBOX_READ);
}

/* The user's fonts; they may be links to where the fonts are. */
static void allow_fonts(struct confinement *c)
{
    const char *folder = c->options->font_folder, *reason, **names;
    if (!folder || !*folder)
        return;
    allow_read(c, folder);
    if (inputs_list(c->inputs, folder, &c->arena, &names, &reason) != STATUS_OK)
        return;
    for (; *names; names++) {
        const char *path = file_join(&c->arena, folder, *names);
        if (file_is_link(path))
            allow_read(c, path);
    }
}

static bool is_same_folder(const struct job *a, const struct job *b)
{
    return strcmp(a->folder, b->folder) == 0 && a->top == b->top && a->goal == b->goal;
}

/* What the leaflets of a folder may use: all below the content root, and where the folder lies. */
static void allow_content(struct confinement *c, const struct job *job)
{
    const struct read_options read = {
        .inputs = c->inputs,
        .name = job->path,
        .folder = job->folder,
        .top = job->top,
        .link = job->link,
        .goal = job->goal,
    };
    const char *root = read_content_root(&read, &c->arena);
    const char *const others[] = {job->top, job->goal, job->folder};
    allow_read(c, root);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i] && !file_is_inside(others[i], root))
            allow_read(c, others[i]);
}

/* A folder below that of the outputs that is a link to another place. */
static void allow_linked_output(struct confinement *c, const char *out, const struct job *job)
{
    const char *folder = file_folder(&c->arena, job->stem);
    const char *real = inputs_real(c->inputs, &c->arena, folder, NULL);
    if (!real || !file_is_inside(real, out))
        sandbox_allow(&c->sandbox, real ? real : folder, SANDBOX_WRITE);
}

void confine(const struct build_options *options, const struct job_list *jobs,
             struct inputs *inputs, bool writes, const char *cleared)
{
    struct confinement c = {.options = options, .inputs = inputs};
    if (!options->sandbox)
        return;
    sandbox_open(&c.sandbox);
    sandbox_allow_system(&c.sandbox);
    allow_read(&c, "/usr/share");
    allow_read(&c, "/usr/local/share");
    allow_fonts(&c);
    allow_read(&c, options->rules);
    const char *out = writes ? inputs_real(inputs, &c.arena, options->out, NULL) : NULL;
    if (writes && !out)
        out = options->out;
    for (size_t i = 0; i < jobs->count; i++) {
        const struct job *job = &jobs->items[i];
        bool same = i > 0 && is_same_folder(job, &jobs->items[i - 1]);
        if (!same)
            allow_content(&c, job);
        if (!same && out)
            allow_linked_output(&c, out, job);
        if (file_is_link(job->path))
            allow_read(&c, job->path);
    }
    if (out)
        sandbox_allow(&c.sandbox, out, SANDBOX_WRITE);
    if (options->beside)
        sandbox_allow(&c.sandbox, options->beside, SANDBOX_WRITE);
    if (cleared)
        sandbox_allow(&c.sandbox, cleared, SANDBOX_CLEAR);
    sandbox_enter(&c.sandbox);
    arena_free(&c.arena);
}
