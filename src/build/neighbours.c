#include "build/neighbours.h"

#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "base/once.h"
#include "read/readers.h"

#define ENDINGS_MOST 16u

/* A leaflet that some link leads to. */
struct neighbour {
    struct once_thing once;
    struct job job;
    struct inputs *inputs; /* what was asked for it */
    struct arena arena;
    struct leaflet_facts facts;
};

struct neighbours {
    struct names *names;
    struct settings *settings;
    const char *lang;
    const char *endings[ENDINGS_MOST + 1];
    struct map jobs;    /* see key_of -> job */
    struct arena arena; /* of its keys */
    struct once known;  /* neighbours, likewise */
};

/* ---- the jobs, by their place and the folder they were found under */

static const char *key_of(struct arena *arena, const char *top, const char *place)
{
    return arena_format(arena, "%s//%s", top ? top : "", place);
}

/* Of two jobs with one source the first counts for those of other folders. */
static void put_job(struct neighbours *all, const char *top, const struct job *job)
{
    const char *place = jobs_place(&all->arena, job);
    const char *places[] = {place, jobs_reached(&all->arena, job, place)};
    for (size_t i = 0; i < 2; i++) {
        struct slice key = slice_from(key_of(&all->arena, top, places[i]));
        if (!map_get(&all->jobs, key))
            map_put(&all->jobs, key, (void *)(uintptr_t)job);
    }
}

/* Those that are reached through a link come last: a source that is read where it lies as well is
 * that leaflet for others. */
static void put_jobs(struct neighbours *all, const struct job_list *jobs, bool linked)
{
    for (size_t i = 0; i < jobs->count; i++) {
        if ((jobs->items[i].link != NULL) != linked)
            continue;
        put_job(all, jobs->items[i].top, &jobs->items[i]);
        put_job(all, NULL, &jobs->items[i]);
    }
}

struct neighbours *neighbours_open(const struct job_list *jobs, const char *lang)
{
    struct neighbours *all = mem_calloc(1, sizeof *all);
    size_t count = 0;
    all->lang = lang;
    all->names = names_open();
    all->settings = settings_open();
    for (const struct reader *reader = readers_table; reader->name; reader++)
        for (const char *const *ending = reader->endings; *ending && count < ENDINGS_MOST; ending++)
            all->endings[count++] = *ending;
    put_jobs(all, jobs, false);
    put_jobs(all, jobs, true);
    once_start(&all->known);
    return all;
}

static void end_neighbour(void *thing)
{
    struct neighbour *neighbour = thing;
    read_facts_free(&neighbour->facts);
    inputs_close(neighbour->inputs);
    arena_free(&neighbour->arena);
}

void neighbours_close(struct neighbours *all)
{
    once_end(&all->known, end_neighbour);
    names_close(all->names);
    settings_close(all->settings);
    map_free(&all->jobs);
    arena_free(&all->arena);
    mem_free(all);
}

/* ---- what one shows */

/* A leaflet outside the batch is read as it would be in one of the whole content root; by the link
 * by which the one that asks was reached, if it lies there as well. */
static struct job job_outside(struct arena *arena, const struct job *from, const char *root,
                              const char *place)
{
    bool linked = from->link && file_is_inside(place, from->goal);
    return (struct job){
        .top = root ? arena_string(arena, slice_from(root)) : NULL,
        .link = linked ? from->link : NULL,
        .goal = linked ? from->goal : NULL,
        .path = arena_string(arena, slice_from(place)),
        .folder = file_folder(arena, place),
        .reader = readers_for_file(place),
    };
}

static void read_neighbour(const struct neighbours *all, struct neighbour *neighbour,
                           const struct inputs *asker)
{
    struct slice bytes;
    const char *reason = "";
    const struct job *job = &neighbour->job;
    struct arena source = {0};
    neighbour->inputs = inputs_open_like(asker);
    struct read_options options = {
        .inputs = neighbour->inputs,
        .name = job->path,
        .folder = job->folder,
        .top = job->top,
        .link = job->link,
        .goal = job->goal,
        .lang = all->lang,
        .reader = job->reader,
        .settings = all->settings,
    };
    if (inputs_read(neighbour->inputs, job->path, SOURCE_LIMIT, &source, &bytes, &reason) ==
        STATUS_OK)
        read_facts(bytes, &options, &neighbour->arena, &neighbour->facts);
    else
        neighbour->facts = (struct leaflet_facts){
            .trouble = arena_format(&neighbour->arena, "cannot be read: %s", reason),
            .unreadable = true,
        };
    arena_free(&source);
}

/* The neighbour at place, with its job where it is in the batch, read by whoever asks first. */
static const struct leaflet_facts *facts_of(struct neighbours *all, struct inputs *asker,
                                            struct arena *arena, const struct job *from,
                                            const struct job *job, const char *place)
{
    const char *root = inputs_root(asker);
    const char *key =
        key_of(arena, job ? job->top : root, jobs_reached(arena, job ? job : from, place));
    struct neighbour *neighbour = once_hold(&all->known, key, sizeof *neighbour);
    if (!neighbour->once.made) {
        neighbour->job = job ? *job : job_outside(&neighbour->arena, from, root, place);
        read_neighbour(all, neighbour, asker);
    }
    once_release(neighbour);
    inputs_note_all(asker, neighbour->inputs);
    return &neighbour->facts;
}

struct names *neighbours_names(struct neighbours *all)
{
    return all->names;
}

struct settings *neighbours_settings(struct neighbours *all)
{
    return all->settings;
}

/* ---- for one leaflet */

/* The job of the leaflet at place: the one that is reached as the leaflet at hand is goes before
 * others with the same source. */
static const struct job *find_job(struct neighbours *all, struct arena *arena,
                                  const struct job *from, const char *place)
{
    const char *const places[] = {jobs_reached(arena, from, place), place};
    const struct job *job = NULL;
    for (size_t i = 0; i < 2 && !job; i++) {
        job = map_get(&all->jobs, slice_from(key_of(arena, from->top, places[i])));
        job = job ? job : map_get(&all->jobs, slice_from(key_of(arena, NULL, places[i])));
    }
    return job;
}

static const char *without_ending(struct arena *arena, const char *path)
{
    const char *dot = strrchr(path, '.');
    return arena_string(arena, (struct slice){path, (size_t)(dot - path)});
}

/* Outputs of a batch lie as its folders do, those of others as if they were built with it. */
static const char *stem_from(struct arena *arena, const struct job *from, const struct job *to,
                             const char *place)
{
    if (to)
        return file_relative(arena, file_folder(arena, from->stem), to->stem);
    return file_relative(arena, from->folder, without_ending(arena, place));
}

static struct slice answer_of(const struct job *job, const char *stem, struct arena *arena)
{
    return slice_from(arena_format(arena, "%s//%s//%s", job && job->top ? job->top : "",
                                   job ? job->path : "", stem));
}

struct slice neighbours_answer(struct neighbours *all, const struct job *from, const char *place,
                               struct arena *arena)
{
    const struct job *job = find_job(all, arena, from, place);
    return answer_of(job, stem_from(arena, from, job, place), arena);
}

static struct leaflet_answer find(const struct leaflet_finder *finder, struct inputs *inputs,
                                  struct arena *arena, const char *place)
{
    const struct neighbours_view *view = (const struct neighbours_view *)finder;
    struct neighbours *all = view->all;
    if (!jobs_is_source(file_name(place)))
        return (struct leaflet_answer){.kind = LEAFLET_NONE};
    if (strcmp(place, jobs_place(arena, view->job)) == 0)
        return (struct leaflet_answer){.kind = LEAFLET_SELF};
    const struct job *job = find_job(all, arena, view->job, place);
    const char *stem = stem_from(arena, view->job, job, place);
    inputs_note_answer(inputs, INPUT_LEAFLET, place, answer_of(job, stem, arena));
    return (struct leaflet_answer){LEAFLET_OTHER,
                                   facts_of(all, inputs, arena, view->job, job, place), stem};
}

void neighbours_view(struct neighbours *all, const struct job *job, struct neighbours_view *view)
{
    *view = (struct neighbours_view){{all->endings, find}, all, job};
}
