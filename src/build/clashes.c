#include "build/clashes.h"

#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "build/formats.h"
#include "text/text.h"

struct search {
    const struct build_options *options;
    struct inputs *inputs;
    struct job_list *list;
    struct diag_list *diags;
    enum status status;
};

static bool is_to_stdout(const struct search *search)
{
    return strcmp(search->options->out, "-") == 0;
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
    return buf_keep(&out, arena);
}

/* Two leaflets, or two editions of one. */
static void report(struct search *search, const struct job *job, const struct job *other,
                   const char *stem)
{
    bool to_stdout = is_to_stdout(search);
    diag_add_file(search->diags, DIAG_CODE_OUTPUT_CLASH, job->path,
                  to_stdout ? "name one leaflet only"
                            : "rename one of the two, or build them into different folders",
                  "would write the same output as %s: %s", other->path,
                  to_stdout ? "standard output" : stem);
    search->status = STATUS_CONTENT;
}

static void find_equal(struct search *search)
{
    struct arena *arena = &search->list->arena;
    struct map outputs = {0};
    for (size_t i = 0; i < search->list->count; i++) {
        struct job *job = &search->list->items[i];
        for (size_t e = 0; e < job->edition_count; e++) {
            const char *stem = jobs_stem(arena, job, &job->editions[e]);
            struct slice key = is_to_stdout(search) ? SLICE_LIT("-") : folded(arena, stem);
            struct job *other = map_put(&outputs, key, job);
            if (!other)
                continue;
            report(search, job, other, stem);
            map_put(&outputs, key, other); /* all further ones are told about the first */
        }
    }
    map_free(&outputs);
}

/* Puts the real paths of an edition's files into the map. */
static void put_outputs(struct search *search, struct map *outputs, struct job *job,
                        const struct edition *edition)
{
    struct arena *arena = &search->list->arena;
    const char *stem = jobs_stem(arena, job, edition);
    const char *reason;
    const char *folder = inputs_real(search->inputs, arena, file_folder(arena, stem), &reason);
    unsigned asked = search->options->formats;
    const struct format *format;
    if (!folder && reason) {
        diag_add_file(search->diags, DIAG_CODE_OUTPUT_FAILED, file_folder(arena, stem),
                      "check the folder and its permissions", "cannot be looked at: %s", reason);
        search->status = STATUS_ENVIRONMENT;
    }
    if (!folder)
        return;
    stem = file_join(arena, folder, file_name(stem));
    while ((format = formats_next(&asked)))
        map_put(outputs, slice_from(arena_format(arena, "%s.%s", stem, format->name)), job);
}

/* An output that would replace a source. */
static void find_overwritten(struct search *search)
{
    struct map outputs = {0};
    for (size_t i = 0; i < search->list->count; i++) {
        struct job *job = &search->list->items[i];
        for (size_t e = 0; e < job->edition_count; e++)
            put_outputs(search, &outputs, job, &job->editions[e]);
    }
    for (size_t i = 0; i < search->list->count; i++) {
        const struct job *job = &search->list->items[i];
        const struct job *writer =
            map_get(&outputs, slice_from(jobs_place(&search->list->arena, job)));
        if (!writer)
            continue;
        diag_add_file(search->diags, DIAG_CODE_OUTPUT_CLASH, job->path,
                      "build into another folder, or rename the source",
                      "would be overwritten by the output of %s", writer->path);
        search->status = STATUS_CONTENT;
    }
    map_free(&outputs);
}

/* Only a source named like an output can be overwritten. */
static bool has_output_name(const struct job_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const char *dot = strrchr(file_name(list->items[i].path), '.');
        unsigned all = formats_all();
        const struct format *format;
        while (dot && (format = formats_next(&all)))
            if (slice_equal_nocase(slice_from(dot + 1), slice_from(format->name)))
                return true;
    }
    return false;
}

enum status clashes_find(const struct build_options *options, struct inputs *inputs,
                         struct job_list *list, struct diag_list *diags)
{
    struct search search = {.options = options, .inputs = inputs, .list = list, .diags = diags};
    find_equal(&search);
    if (!is_to_stdout(&search) && has_output_name(list))
        find_overwritten(&search);
    return search.status;
}
