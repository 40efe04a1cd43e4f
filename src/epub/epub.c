#include "epub/epub.h"

#include "base/mem.h"
#include "epub/container.h"
#include "epub/nav.h"
#include "epub/package.h"
#include "epub/pages.h"
#include "epub/pictures.h"
#include "epub/split.h"
#include "epub/xhtml.h"

static const char container_xml[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
    "<rootfiles><rootfile full-path=\"EPUB/package.opf\" "
    "media-type=\"application/oebps-package+xml\"/></rootfiles>\n"
    "</container>\n";

/* The parts of the publication that are made in memory, in the order of the container. */
struct epub_texts {
    struct buf package, nav, ncx, css, cover;
};

static void write_texts(struct epub *epub, struct epub_texts *texts)
{
    for (uint32_t i = 1; i <= epub->part_count; i++)
        epub_write_part(epub, i);
    epub_write_nav(epub, &texts->nav);
    epub_write_ncx(epub, &texts->ncx);
    epub_write_cover(epub, &texts->cover);
    epub_write_package(epub, &texts->package);
    style_css(epub->style, &texts->css);
}

static void free_texts(struct epub_texts *texts)
{
    buf_free(&texts->package);
    buf_free(&texts->nav);
    buf_free(&texts->ncx);
    buf_free(&texts->css);
    buf_free(&texts->cover);
}

static const char *in_folder(struct epub *epub, const char *name)
{
    return arena_format(&epub->arena, "EPUB/%s", name);
}

/* The container's files after mimetype; in the arena. */
static struct epub_file *list_files(struct epub *epub, const struct epub_texts *texts,
                                    size_t *count)
{
    size_t n = 0;
    struct epub_file *files =
        ARENA_ARRAY(&epub->arena, 6 + epub->part_count + epub->picture_count, struct epub_file);
    files[n++] = (struct epub_file){"META-INF/container.xml", slice_from(container_xml)};
    files[n++] = (struct epub_file){"EPUB/package.opf", buf_slice(&texts->package)};
    files[n++] = (struct epub_file){"EPUB/nav.xhtml", buf_slice(&texts->nav)};
    files[n++] = (struct epub_file){"EPUB/toc.ncx", buf_slice(&texts->ncx)};
    files[n++] = (struct epub_file){"EPUB/style.css", buf_slice(&texts->css)};
    files[n++] = (struct epub_file){"EPUB/cover.xhtml", buf_slice(&texts->cover)};
    for (uint32_t i = 0; i < epub->part_count; i++)
        files[n++] = (struct epub_file){in_folder(epub, epub_part_name(epub, i + 1)),
                                        buf_slice(&epub->parts[i].xhtml)};
    for (uint32_t i = 0; i < epub->picture_count; i++)
        files[n++] =
            (struct epub_file){in_folder(epub, epub->pictures[i].name), epub->pictures[i].bytes};
    *count = n;
    return files;
}

static enum status write_container(struct epub *epub, const struct epub_texts *texts,
                                   struct sink *sink)
{
    size_t count;
    const char *reason;
    const struct epub_file *files = list_files(epub, texts, &count);
    if (epub_write_container(files, count, sink, &reason))
        return STATUS_OK;
    if (!reason)
        mem_exhausted();
    diag_add_file(epub->diags, DIAG_CODE_EPUB_FAILED,
                  epub->doc->source ? epub->doc->source->name : NULL,
                  "install libzip, or write only the PDF with --to pdf",
                  "the EPUB cannot be made: %s", reason);
    return STATUS_ENVIRONMENT;
}

enum status epub_write(const struct doc *doc, const struct frames *frames,
                       const struct style *style, const struct epub_options *options,
                       struct sink *sink, struct diag_list *diags)
{
    enum status status = STATUS_CONTENT;
    struct epub epub = {.doc = doc,
                        .style = style,
                        .epoch = options->epoch,
                        .identity = options->identity,
                        .diags = diags};
    struct epub_texts texts = {0};
    if (!epub_collect_pictures(&epub))
        goto out;
    epub_split(&epub);
    epub_find_pages(&epub, frames);
    epub_identify(&epub);
    write_texts(&epub, &texts);
    status = write_container(&epub, &texts, sink);
out:
    free_texts(&texts);
    epub_free_parts(&epub);
    epub_free_pictures(&epub);
    arena_free(&epub.arena);
    return status;
}

void epub_prepare(void)
{
    epub_load_container();
}
