#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "build/jobs.h"
#include "check/check.h"
#include "frame/dump.h"
#include "layout/layout.h"

/* Everything one leaflet owns on its way through the house. */
struct leaflet {
    const struct job *job;
    const struct build_options *options;
    struct worker *worker;
    struct arena arena; /* the source's bytes and the diagnostics */
    struct diag_list diags;
    struct doc *doc;
    struct style style;
    struct frames *frames;
    enum status status;
};

void worker_open(struct worker *worker, bool has_spare, struct interrupt *interrupt)
{
    worker->has_spare = has_spare;
    worker->interrupt = interrupt;
    worker->fonts = font_set_new();
    worker->text = text_engine_new();
}

void worker_close(struct worker *worker)
{
    font_set_free(worker->fonts);
    text_engine_free(worker->text);
}

static void worse(struct leaflet *leaflet, enum status status)
{
    if (status > leaflet->status)
        leaflet->status = status;
}

static bool has_failed(const struct leaflet *leaflet)
{
    return leaflet->status != STATUS_OK || leaflet->diags.errors > 0;
}

static enum status read_bytes(struct leaflet *leaflet, struct slice *bytes, const char **reason)
{
    if (strcmp(leaflet->job->path, "-") == 0)
        return file_read_descriptor(STDIN_FILENO, SOURCE_LIMIT, &leaflet->arena, bytes, reason);
    return file_read(leaflet->job->path, SOURCE_LIMIT, &leaflet->arena, bytes, reason);
}

static const char *shown_name(const struct job *job)
{
    return strcmp(job->path, "-") == 0 ? "<stdin>" : job->path;
}

static bool read_leaflet(struct leaflet *leaflet)
{
    struct slice bytes;
    const char *reason = "";
    const struct job *job = leaflet->job;
    enum status status = read_bytes(leaflet, &bytes, &reason);
    if (status == STATUS_CONTENT) {
        diag_add_file(&leaflet->diags, DIAG_CODE_FILE_TOO_LARGE, shown_name(job),
                      "split it into several leaflets", "is larger than 64 MiB");
    } else if (status != STATUS_OK) {
        diag_add_file(&leaflet->diags, DIAG_CODE_FILE_UNREADABLE, shown_name(job),
                      "check the path and its permissions", "cannot be read: %s", reason);
    }
    worse(leaflet, status);
    if (status != STATUS_OK)
        return false;
    struct read_options read = {
        .name = shown_name(job),
        .folder = job->folder,
        .top = job->top,
        .lang = leaflet->options->lang,
        .format = job->format,
    };
    struct check_options check = {.release = leaflet->options->release};
    leaflet->doc = read_document(bytes, &read, &leaflet->diags);
    check_run(leaflet->doc, &check, &leaflet->diags);
    return true;
}

/* Where the theme names this font; values are known by their address. */
static struct span font_span(const struct leaflet *leaflet, const char *path)
{
    const struct meta_pairs *theme = &leaflet->doc->meta.theme;
    for (size_t i = 0; i < theme->count; i++)
        if (theme->items[i].value == path)
            return theme->items[i].value_span;
    return SPAN_NONE;
}

static const char *theme_path(struct leaflet *leaflet, const char *path)
{
    const char *root = leaflet->doc->meta.root;
    if (!path)
        return NULL;
    const char *real =
        file_real(&leaflet->arena, file_join(&leaflet->arena, root ? root : ".", path));
    if (real && root && file_is_inside(real, root))
        return real;
    diag_add(&leaflet->diags, DIAG_CODE_THEME_FONT, font_span(leaflet, path),
             "put the font file into the content folder and write its path from there",
             "the theme's font '%s' is not in the content folder", path);
    return NULL;
}

static void set_theme_fonts(struct leaflet *leaflet)
{
    const struct style *style = &leaflet->style;
    const char *const fonts[] = {style->font_regular, style->font_bold, style->font_italic,
                                 style->font_bold_italic};
    const char *real[4];
    int wrong = 0;
    for (int i = 0; i < 4; i++)
        real[i] = theme_path(leaflet, fonts[i]);
    const char *reason =
        font_set_theme(leaflet->worker->fonts, real[0], real[1], real[2], real[3], &wrong);
    if (reason)
        diag_add(&leaflet->diags, DIAG_CODE_THEME_FONT, font_span(leaflet, fonts[wrong]),
                 "use a TrueType or OpenType font file", "the theme's font '%s' cannot be used: %s",
                 fonts[wrong], reason);
}

static void check_packages(struct leaflet *leaflet)
{
    const char *package = font_set_missing_package(leaflet->worker->fonts);
    if (package)
        diag_add_file(&leaflet->diags, DIAG_CODE_FONT_MISSING, shown_name(leaflet->job), NULL,
                      "the font for the text is not installed: install the package %s", package);
}

/* A table beyond the limit is not set: its columns would only give more of the same. */
static void lay_out(struct leaflet *leaflet)
{
    struct layout_tools tools = {leaflet->worker->fonts, leaflet->worker->text};
    style_make(&leaflet->doc->meta, &leaflet->diags, &leaflet->style);
    set_theme_fonts(leaflet);
    check_packages(leaflet);
    if (leaflet->diags.per_code[DIAG_CODE_FONT_MISSING] > 0 ||
        leaflet->diags.per_code[DIAG_CODE_TABLE_TOO_WIDE] > 0)
        return;
    leaflet->frames = layout_document(leaflet->doc, &leaflet->style, &tools, &leaflet->diags);
}

static void write_outputs(struct leaflet *leaflet)
{
    const struct material material = {
        .job = leaflet->job,
        .options = leaflet->options,
        .doc = leaflet->doc,
        .style = &leaflet->style,
        .frames = leaflet->frames,
        .fonts = leaflet->worker->fonts,
        .interrupt = leaflet->worker->interrupt,
        .side_by_side = leaflet->worker->has_spare,
    };
    worse(leaflet, outputs_write(&material, &leaflet->diags));
}

static struct leaflet_result finish(struct leaflet *leaflet, struct buf *report)
{
    const struct build_options *options = leaflet->options;
    struct leaflet_result result;
    const unsigned *codes = leaflet->diags.per_code;
    if (leaflet->diags.errors > 0)
        worse(leaflet, STATUS_CONTENT);
    if (codes[DIAG_CODE_FILE_UNREADABLE] > 0 || codes[DIAG_CODE_FONT_MISSING] > 0)
        worse(leaflet, STATUS_ENVIRONMENT); /* settings, fonts */
    result =
        (struct leaflet_result){leaflet->status, leaflet->diags.errors, leaflet->diags.warnings};
    diag_sort(&leaflet->diags);
    diag_print(&leaflet->diags, report, options->context, options->colour);
    frames_free(leaflet->frames);
    doc_free(leaflet->doc);
    diag_free(&leaflet->diags);
    arena_free(&leaflet->arena);
    font_set_trim(leaflet->worker->fonts);
    return result;
}

static void start(struct leaflet *leaflet, const struct job *job,
                  const struct build_options *options, struct worker *worker)
{
    *leaflet = (struct leaflet){.job = job, .options = options, .worker = worker};
    leaflet->diags.arena = &leaflet->arena;
}

struct leaflet_result leaflet_build(const struct job *job, const struct build_options *options,
                                    struct worker *worker, struct buf *report)
{
    struct leaflet leaflet;
    start(&leaflet, job, options, worker);
    if (read_leaflet(&leaflet)) {
        lay_out(&leaflet);
        if (!has_failed(&leaflet))
            write_outputs(&leaflet);
    }
    return finish(&leaflet, report);
}

static const char *face_name(void *context, uint16_t face)
{
    return font_metrics_get(context, face)->postscript_name;
}

static void dump(struct leaflet *leaflet, enum build_dump what, struct buf *out)
{
    switch (what) {
    case BUILD_DUMP_TREE: doc_dump(leaflet->doc, out); return;
    case BUILD_DUMP_FRAMES:
    case BUILD_DUMP_PAGES: break;
    }
    lay_out(leaflet);
    if (!leaflet->frames)
        return;
    if (what == BUILD_DUMP_FRAMES)
        frames_dump(leaflet->frames, face_name, leaflet->worker->fonts, out);
    else
        frames_dump_pages(leaflet->frames, leaflet->doc, out);
}

struct leaflet_result leaflet_dump(const struct job *job, const struct build_options *options,
                                   struct worker *worker, enum build_dump what, struct buf *out,
                                   struct buf *report)
{
    struct leaflet leaflet;
    start(&leaflet, job, options, worker);
    if (read_leaflet(&leaflet))
        dump(&leaflet, what, out);
    return finish(&leaflet, report);
}
