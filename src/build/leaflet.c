#include "build/leaflet.h"

#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "build/formats.h"
#include "build/theme.h"
#include "check/check.h"
#include "doc/check.h"
#include "doc/dump.h"
#include "frame/dump.h"
#include "frame/kept.h"
#include "layout/cover.h"
#include "layout/layout.h"
#include "prose/dump.h"
#include "prose/prose.h"
#include "raster/raster.h"
#include "read/read.h"

_Static_assert(BUILD_FIT_MOST == META_FIT_MOST, "the option takes what the key takes");

/* Everything one leaflet owns on its way through the house. */
struct leaflet {
    const struct job *job;
    const struct build_options *options;
    struct worker *worker;
    struct arena arena; /* the source's bytes and the diagnostics */
    struct diag_list diags;
    struct doc *doc;
    struct prose *prose;   /* its text, for the editor's rules */
    struct style style;    /* of the edition at hand … */
    struct frames *frames; /* … and NULL until it is laid out … */
    struct buf cover;      /* … and empty until it is drawn */
    enum status status;
};

static void worse(struct leaflet *leaflet, enum status status)
{
    leaflet->status = status_worse(leaflet->status, status);
}

static bool has_failed(const struct leaflet *leaflet)
{
    return leaflet->status != STATUS_OK ||
           diag_forbids(&leaflet->diags, report_stops_by(leaflet->options));
}

static enum status read_bytes(struct leaflet *leaflet, struct slice *bytes, const char **reason)
{
    struct inputs *inputs = leaflet->worker->inputs;
    const char *path = leaflet->job->path;
    *bytes = SLICE_EMPTY;
    *reason = leaflet->job->reason;
    if (*reason)
        return STATUS_ENVIRONMENT;
    if (leaflet->job->text) {
        *bytes = *leaflet->job->text;
        return STATUS_OK;
    }
    if (strcmp(path, "-") == 0)
        return inputs_read_standard(inputs, SOURCE_LIMIT, &leaflet->arena, bytes, reason);
    return inputs_read(inputs, path, SOURCE_LIMIT, &leaflet->arena, bytes, reason);
}

const char *leaflet_name(const char *path)
{
    return strcmp(path, "-") == 0 ? "<stdin>" : path;
}

static const char *shown_name(const struct job *job)
{
    return leaflet_name(job->path);
}

static struct check_subject check_subject(const struct leaflet *leaflet)
{
    const struct build_options *options = leaflet->options;
    return (struct check_subject){
        .doc = leaflet->doc,
        .release = options->release,
        .editor = options->check,
        .today = options->today,
        .frames = leaflet->frames,
        .prose = leaflet->prose,
        .phrases = leaflet->worker->phrases,
    };
}

/* What the editor's rules need. */
static void read_prose(struct leaflet *leaflet)
{
    struct worker *worker = leaflet->worker;
    if (!worker->vocabulary)
        worker->vocabulary = vocabulary_new();
    leaflet->prose = prose_new(leaflet->doc, worker->vocabulary);
    if (!worker->phrases)
        worker->phrases = check_phrases(&worker->arena);
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
    struct neighbours_view view;
    struct neighbours *neighbours = leaflet->worker->neighbours;
    if (neighbours)
        neighbours_view(neighbours, job, &view);
    struct read_options read = {
        .inputs = leaflet->worker->inputs,
        .name = shown_name(job),
        .folder = job->folder,
        .top = job->top,
        .link = job->link,
        .goal = job->goal,
        .lang = leaflet->options->lang,
        .rules = leaflet->options->rules,
        .reader = job->reader,
        .finder = neighbours ? &view.finder : NULL,
        .names = neighbours ? neighbours_names(neighbours) : NULL,
        .settings = neighbours ? neighbours_settings(neighbours) : NULL,
    };
    leaflet->doc = read_document(bytes, &read, &leaflet->diags);
    if (!doc_check_or_empty(leaflet->doc, &leaflet->diags))
        return false;
    if (leaflet->options->fit > 0)
        leaflet->doc->meta.fit = (struct meta_fit){leaflet->options->fit, SPAN_NONE};
    if (leaflet->options->check)
        read_prose(leaflet);
    struct check_subject subject = check_subject(leaflet);
    check_run(&subject, &leaflet->diags);
    if (leaflet->worker->across)
        across_take(leaflet->worker->across, leaflet->job->index, &subject, &leaflet->diags);
    return true;
}

/* Another font in the place of one that cannot be read might lack a sign or look different. */
static bool tell_unreadable_fonts(struct leaflet *leaflet)
{
    size_t at = 0;
    const char *path, *reason;
    bool any = false;
    for (; font_set_trouble(leaflet->worker->fonts, &at, &path, &reason); any = true)
        diag_add_file(&leaflet->diags, DIAG_CODE_FILE_UNREADABLE, path,
                      "check the file, and the permissions of it and its folders",
                      "the font cannot be read: %s", reason);
    return any;
}

/* False after a diagnostic: the font for the text cannot be had. */
static bool has_text_font(struct leaflet *leaflet)
{
    const char *places;
    if (!font_set_is_missing(leaflet->worker->fonts, &leaflet->arena, &places))
        return true;
    if (!tell_unreadable_fonts(leaflet))
        diag_add_file(&leaflet->diags, DIAG_CODE_FONT_MISSING, shown_name(leaflet->job),
                      "install fonts-noto-core (Debian), google-noto-sans-fonts (Fedora) or "
                      "font-noto-sans (Homebrew), or name the folder that the font is in: "
                      "LEAFSET_FONTS=fonts",
                      "the font for the text, Noto Sans (NotoSans-Regular.ttf), is not in %s",
                      places);
    return false;
}

static void make_style(struct leaflet *leaflet, const struct edition *edition)
{
    style_make(&leaflet->doc->meta, &edition->tokens, &leaflet->diags, &leaflet->style);
}

/* A table beyond the limit is not set: its columns would only give more of the same. */
static void lay_out(struct leaflet *leaflet, bool pages_only)
{
    struct worker *worker = leaflet->worker;
    struct layout_tools tools = {worker->fonts, worker->text, worker->inputs, pages_only};
    theme_set_fonts(leaflet->doc, &leaflet->style, worker->fonts, &leaflet->diags);
    if (!has_text_font(leaflet) || leaflet->diags.per_code[DIAG_CODE_TABLE_TOO_WIDE] > 0)
        return;
    leaflet->frames = layout_document(leaflet->doc, &leaflet->style, &tools, &leaflet->diags);
    tell_unreadable_fonts(leaflet);
    const unsigned *codes = leaflet->diags.per_code;
    if (codes[DIAG_CODE_CHARACTER_MISSING] + codes[DIAG_CODE_CHARACTER_DEPENDS] == 0)
        frames_check_text(leaflet->frames, leaflet->doc, &leaflet->diags);
    struct check_subject subject = check_subject(leaflet);
    check_pages(&subject, &leaflet->diags);
}

/* What is wrong with the logo is told where the leaflet shows it. */
static void draw(struct leaflet *leaflet, const struct frames *cover)
{
    const struct worker *worker = leaflet->worker;
    const struct raster_subject subject = {leaflet->doc, cover, worker->pictures, COVER_DPI, true};
    struct arena arena = {0};
    struct diag_list untold = {.arena = &arena};
    raster_page(worker->cover_raster, &subject, 0, &leaflet->cover, &untold);
    diag_free(&untold);
    arena_free(&arena);
}

/* Here and not by the EPUB's writer, which may work beside the PDF's and take longer. */
static void make_cover(struct leaflet *leaflet)
{
    struct worker *worker = leaflet->worker;
    struct layout_tools tools = {worker->fonts, worker->text, worker->inputs, false};
    if (!(leaflet->options->formats & formats_with(FORMAT_COVER)) || leaflet->doc->meta.cover.value)
        return;
    struct frames *cover = layout_cover(leaflet->doc, &leaflet->style, &tools);
    if (cover)
        draw(leaflet, cover);
    frames_free(cover);
}

/* The edition's path below the content root, without ending: it stays the same whichever folder
 * the build was started for. */
static const char *identity(struct leaflet *leaflet, const char *stem)
{
    const char *root = inputs_root(leaflet->worker->inputs);
    const char *folder = jobs_reached(&leaflet->arena, leaflet->job, leaflet->job->folder);
    if (!root || !file_is_inside(folder, root))
        return file_name(stem);
    folder += strlen(root);
    return file_join(&leaflet->arena, *folder == '/' ? folder + 1 : folder, file_name(stem));
}

/* A picture that would be the next page: of an earlier build of a longer leaflet, most likely, and
 * whoever shows all pages shows it too. Whose it is may not be known, so it stays; what an earlier
 * build is known to have made is told of with all that is left of those. */
static void tell_page_left(struct leaflet *leaflet, const char *folder, const char *stem)
{
    struct arena *arena = &leaflet->arena;
    uint32_t pages = leaflet->frames->page_count;
    const char *reason;
    const struct map *known = leaflet->worker->known;
    const char *below = jobs_below(leaflet->options, written_path(arena, stem, pages + 1, "png"));
    const char *path =
        written_path(arena, file_join(arena, folder, file_name(stem)), pages + 1, "png");
    if (known && map_get(known, slice_from(below)))
        return;
    if (inputs_kind(leaflet->worker->inputs, path, &reason) != FILE_REGULAR ||
        map_get(&leaflet->doc->pictures, slice_from(path)))
        return;
    diag_add_file(&leaflet->diags, DIAG_CODE_PAGE_LEFT, shown_name(leaflet->job),
                  "delete it, and those after it, unless they are pictures of something else",
                  "the leaflet has %u page%s, but there is a picture of one more: %s", pages,
                  pages == 1 ? "" : "s", path);
}

/* False after a diagnostic: the picture of a page would take the name of one that the leaflet
 * shows. */
static bool spares_pictures(struct leaflet *leaflet, const char *stem)
{
    struct arena *arena = &leaflet->arena;
    if (!outputs_make_files(leaflet->options) ||
        !(leaflet->options->formats & formats_with(FORMAT_PAGED)))
        return true;
    const char *folder =
        inputs_real(leaflet->worker->inputs, arena, file_folder(arena, stem), NULL);
    for (uint32_t page = 1; folder && page <= leaflet->frames->page_count; page++) {
        const char *path =
            written_path(arena, file_join(arena, folder, file_name(stem)), page, "png");
        if (!map_get(&leaflet->doc->pictures, slice_from(path)))
            continue;
        diag_add_file(&leaflet->diags, DIAG_CODE_OUTPUT_CLASH, shown_name(leaflet->job),
                      "build into another folder, or rename the picture",
                      "page %u would overwrite a picture of the leaflet: %s", page, path);
        return false;
    }
    if (folder)
        tell_page_left(leaflet, folder, stem);
    return true;
}

static void write_edition(struct leaflet *leaflet, const struct edition *edition,
                          struct outputs *outputs)
{
    const char *stem = jobs_stem(&leaflet->arena, leaflet->job, edition);
    const struct material material = {
        .doc = leaflet->doc,
        .style = &leaflet->style,
        .frames = leaflet->frames,
        .cover = buf_slice(&leaflet->cover),
        .fonts = leaflet->worker->fonts,
        .pdf_deflater = leaflet->worker->pdf_deflater,
        .epub_deflater = leaflet->worker->epub_deflater,
        .pictures = leaflet->worker->pictures,
        .identity = identity(leaflet, stem),
        .dpi = leaflet->options->dpi,
        .epoch = leaflet->options->epoch,
    };
    if (spares_pictures(leaflet, stem))
        outputs_write(outputs, &material, stem);
    else
        worse(leaflet, STATUS_CONTENT);
}

static void make_edition(struct leaflet *leaflet, const struct edition *edition,
                         struct outputs *outputs)
{
    make_style(leaflet, edition);
    if (leaflet->options->formats & formats_with(FORMAT_FRAMES))
        lay_out(leaflet, !(leaflet->options->formats & formats_with(FORMAT_DRAWS)));
    if (!has_failed(leaflet)) {
        if (!leaflet->options->check)
            make_cover(leaflet);
        write_edition(leaflet, edition, outputs);
    }
    frames_free(leaflet->frames);
    leaflet->frames = NULL;
    buf_free(&leaflet->cover);
}

static void make_editions(struct leaflet *leaflet, struct outputs **ready)
{
    const struct job *job = leaflet->job;
    const struct worker *worker = leaflet->worker;
    struct outputs *outputs = outputs_open(leaflet->options, worker->beside);
    for (size_t i = 0; i < job->edition_count; i++)
        make_edition(leaflet, &job->editions[i], outputs);
    worse(leaflet, outputs_close(outputs, has_failed(leaflet), &leaflet->diags, ready));
}

static enum status finish(struct leaflet *leaflet, struct report *report)
{
    const struct build_options *options = leaflet->options;
    const unsigned *codes = leaflet->diags.per_code;
    struct check_subject subject = check_subject(leaflet);
    if (leaflet->doc && !options->no_pages) /* else what pages would tell is not known */
        check_finish(&subject, &leaflet->diags);
    if (!options->look && diag_forbids(&leaflet->diags, report_fails_by(options)))
        worse(leaflet, STATUS_CONTENT);
    if (codes[DIAG_CODE_FILE_UNREADABLE] > 0 || codes[DIAG_CODE_FONT_MISSING] > 0)
        worse(leaflet, STATUS_ENVIRONMENT); /* settings, fonts */
    diag_sort(&leaflet->diags);
    if (options->look)
        options->look(options->look_context, shown_name(leaflet->job), leaflet->doc, leaflet->prose,
                      &leaflet->diags);
    if (!options->look || leaflet->status == STATUS_ENVIRONMENT)
        report_make(&leaflet->diags, shown_name(leaflet->job), options, report);
    frames_free(leaflet->frames);
    prose_free(leaflet->prose);
    doc_free(leaflet->doc);
    diag_free(&leaflet->diags);
    arena_free(&leaflet->arena);
    font_set_trim(leaflet->worker->fonts);
    return leaflet->status;
}

static void start(struct leaflet *leaflet, const struct job *job,
                  const struct build_options *options, struct worker *worker)
{
    *leaflet = (struct leaflet){.job = job, .options = options, .worker = worker};
    leaflet->diags.arena = &leaflet->arena;
    leaflet->diags.limit = report_limit(options);
    inputs_clear(worker->inputs);
}

enum status leaflet_build(const struct job *job, const struct build_options *options,
                          struct worker *worker, struct report *report, struct outputs **ready)
{
    struct leaflet leaflet;
    *ready = NULL;
    start(&leaflet, job, options, worker);
    if (!outputs_can_be_named(options, job, &leaflet.diags))
        worse(&leaflet, STATUS_ENVIRONMENT);
    else if (read_leaflet(&leaflet) && !options->no_pages)
        make_editions(&leaflet, ready);
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
    case BUILD_DUMP_PROSE: prose_dump(leaflet->doc, out); return;
    case BUILD_DUMP_FRAMES:
    case BUILD_DUMP_PAGES: break;
    }
    make_style(leaflet, &leaflet->job->editions[0]);
    lay_out(leaflet, false);
    if (!leaflet->frames)
        return;
    if (what == BUILD_DUMP_FRAMES)
        frames_dump(leaflet->frames, face_name, leaflet->worker->fonts, out);
    else
        frames_dump_pages(leaflet->frames, leaflet->doc, out);
}

enum status leaflet_dump(const struct job *job, const struct build_options *options,
                         struct worker *worker, enum build_dump what, struct buf *out,
                         struct report *report)
{
    struct leaflet leaflet;
    start(&leaflet, job, options, worker);
    if (read_leaflet(&leaflet))
        dump(&leaflet, what, out);
    return finish(&leaflet, report);
}
