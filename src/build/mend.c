#include "build/mend.h"

#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "build/progress.h"
#include "report/fix.h"

/* The findings with a fix of one source. */
struct group {
    const char *name;
    struct fix_edit *edits;
    size_t count;
    uint64_t file_hash;
    const char *path; /* as it is told */
};

void mend_targets(const struct job_list *jobs, struct scribe_target *targets, struct arena *arena)
{
    for (size_t i = 0; i < jobs->count; i++)
        targets[i] = (struct scribe_target){jobs_place(arena, &jobs->items[i]), true};
}

static void gather(const struct report_run *run, const struct report_leaflet *leaflet,
                   const char *name, struct arena *arena, struct group *group)
{
    *group = (struct group){.name = name, .path = leaflet->path};
    group->edits = ARENA_ARRAY(arena, leaflet->count + 1, struct fix_edit);
    for (size_t i = 0; i < leaflet->count; i++) {
        const struct finding *finding = &run->findings[leaflet->first + i];
        const struct finding_fix *fix = &finding->fix;
        if (!fix->text || !finding->name || strcmp(finding->name, name) != 0)
            continue;
        group->edits[group->count++] = (struct fix_edit){fix->offset, fix->len, fix->text};
        group->file_hash = fix->file_hash;
    }
}

static bool refuse(struct mend *mend, const char *name, const char *hint, const char *why)
{
    diag_add_file(mend->diags, DIAG_CODE_OUTPUT_FAILED, name, hint, "is not mended: %s", why);
    return false;
}

/* The bytes that the fixes are for. False after a diagnostic. */
static bool read_again(struct mend *mend, const struct group *group, struct arena *arena,
                       struct slice *text)
{
    const char *reason;
    if (file_is_link(group->name))
        return refuse(mend, group->name, "mend the file that it leads to", "it is a link");
    if (inputs_read(mend->inputs, group->name, SOURCE_LIMIT, arena, text, &reason) != STATUS_OK)
        return refuse(mend, group->name, "check the file and its permissions", reason);
    if (hash_bytes(HASH_SEED, text->ptr, text->len) != group->file_hash)
        return refuse(mend, group->name, "run leafset again",
                      "it has changed since it was checked");
    return true;
}

static bool mend_source(struct mend *mend, struct group *group, size_t target, struct arena *arena)
{
    struct slice text;
    struct buf out = {0};
    if (!read_again(mend, group, arena, &text))
        return true;
    group->count = fix_settle(group->edits, group->count);
    fix_put_diff(group->path, text, group->edits, group->count, &out);
    bool shown = progress_show(buf_slice(&out));
    if (shown && mend->options->fix == BUILD_FIX_WRITE) {
        buf_clear(&out);
        fix_apply(text, group->edits, group->count, &out);
        scribe_put(mend->scribe, target, buf_slice(&out));
    }
    mend->fixes += group->count;
    mend->files++;
    buf_free(&out);
    return shown;
}

bool mend_run(struct mend *mend, const struct job_list *jobs, const struct report_run *run)
{
    struct map done = {0};
    struct arena arena = {0};
    bool shown = true;
    for (size_t i = 0; shown && i < run->leaflet_count; i++) {
        struct arena_mark mark;
        struct group group;
        const char *place = jobs_place(&arena, &jobs->items[i]);
        if (map_put(&done, slice_from(place), mend))
            continue; /* one source may be several leaflets */
        mark = arena_mark_get(&arena);
        gather(run, &run->leaflets[i], jobs->items[i].path, &arena, &group);
        if (group.count > 0)
            shown = mend_source(mend, &group, mend->first_target + i, &arena);
        arena_reset(&arena, mark);
    }
    map_free(&done);
    arena_free(&arena);
    return shown;
}
