#include "epub/epub.h"

#include "base/mem.h"
#include "base/xml.h"
#include "epub/container.h"
#include "epub/cover.h"
#include "epub/ids.h"
#include "epub/kept.h"
#include "epub/nav.h"
#include "epub/ncx.h"
#include "epub/package.h"
#include "epub/pages.h"
#include "epub/pictures.h"
#include "epub/split.h"
#include "epub/xhtml.h"
#include "style/css.h"

static const char container_xml[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
    "<rootfiles><rootfile full-path=\"EPUB/package.opf\" "
    "media-type=\"application/oebps-package+xml\"/></rootfiles>\n"
    "</container>\n";

/* The files that one function each makes, in the order of the container. */
enum { PACKAGE, NAV, NCX, CSS, NARROW_CSS, COVER, TEXT_COUNT };
static const char *const text_names[TEXT_COUNT] = {"package.opf", "nav.xhtml",  "toc.ncx",
                                                   "style.css",   "narrow.css", "cover.xhtml"};

static void write_texts(struct epub *epub, struct buf texts[TEXT_COUNT])
{
    for (uint32_t i = 1; i <= epub->part_count; i++)
        epub_write_part(epub, i);
    epub_write_nav(epub, &texts[NAV]);
    epub_write_ncx(epub, &texts[NCX]);
    epub_write_cover(epub, &texts[COVER]);
    epub_write_package(epub, &texts[PACKAGE]);
    style_css(epub->style, &texts[CSS]);
    style_narrow_css(epub->style, &texts[NARROW_CSS]);
}

static bool holds_all(struct epub *epub)
{
    for (uint32_t i = 1; i <= epub->part_count; i++)
        if (!epub_check_part(epub, i))
            return false;
    return true;
}

static struct epub_file content_file(struct epub *epub, const char *name, struct slice bytes,
                                     enum epub_file_kind kind)
{
    return (struct epub_file){arena_format(&epub->arena, "EPUB/%s", name), bytes, kind};
}

static enum epub_file_kind kind_of(int text)
{
    return text == CSS || text == NARROW_CSS ? EPUB_FILE_LASTING : EPUB_FILE_OWN;
}

/* The container's files after mimetype; in the arena. */
static struct epub_file *list_files(struct epub *epub, const struct buf texts[TEXT_COUNT],
                                    size_t *count)
{
    size_t n = 0;
    struct epub_file *files = ARENA_ARRAY(
        &epub->arena, 2 + TEXT_COUNT + epub->part_count + epub->picture_count, struct epub_file);
    files[n++] =
        (struct epub_file){"META-INF/container.xml", slice_from(container_xml), EPUB_FILE_LASTING};
    for (int i = 0; i < TEXT_COUNT; i++)
        files[n++] = content_file(epub, text_names[i], buf_slice(&texts[i]), kind_of(i));
    for (uint32_t i = 0; i < epub->part_count; i++)
        files[n++] = content_file(epub, epub_part_name(epub, i + 1),
                                  buf_slice(&epub->parts[i].xhtml), EPUB_FILE_OWN);
    if (epub->cover.name)
        files[n++] = content_file(epub, epub->cover.name, epub->cover_bytes, EPUB_FILE_STORED);
    for (uint32_t i = 0; i < epub->picture_count; i++)
        files[n++] = content_file(epub, epub->pictures[i].name,
                                  buf_slice(&epub->pictures[i].form->bytes), EPUB_FILE_STORED);
    *count = n;
    return files;
}

static void write_container(struct epub *epub, const struct buf texts[TEXT_COUNT],
                            struct deflater *deflater, struct sink *sink)
{
    size_t count;
    const struct epub_file *files = list_files(epub, texts, &count);
    if (!epub_write_container(files, count, deflater, sink))
        mem_exhausted();
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
                        .store = options->pictures,
                        .diags = diags};
    struct buf texts[TEXT_COUNT] = {{0}};
    if (!epub_collect_pictures(&epub) || !epub_make_cover(&epub, options->cover))
        goto out;
    epub_split(&epub);
    epub_find_pages(&epub, frames);
    epub_identify(&epub);
    epub_give_ids(&epub);
    write_texts(&epub, texts);
    if (holds_all(&epub)) {
        write_container(&epub, texts, options->deflater, sink);
        status = STATUS_OK;
    }
out:
    for (int i = 0; i < TEXT_COUNT; i++)
        buf_free(&texts[i]);
    epub_free_parts(&epub);
    epub_free_pictures(&epub);
    arena_free(&epub.arena);
    return status;
}

enum status epub_check(const struct doc *doc, const struct epub_options *options,
                       struct diag_list *diags)
{
    struct epub epub = {.doc = doc,
                        .epoch = options->epoch,
                        .identity = options->identity,
                        .store = options->pictures,
                        .diags = diags};
    bool good = epub_collect_pictures(&epub) && epub_make_cover(&epub, options->cover);
    if (good)
        epub_identify(&epub);
    epub_free_pictures(&epub);
    arena_free(&epub.arena);
    return good ? STATUS_OK : STATUS_CONTENT;
}

void epub_prepare(void)
{
    xml();
    epub_load_container();
}
