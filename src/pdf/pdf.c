#include "pdf/pdf.h"

#include "doc/words.h"
#include "pdf/file/syntax.h"
#include "pdf/font/embed.h"
#include "pdf/meta.h"
#include "pdf/outline.h"
#include "pdf/page/draw.h"
#include "pdf/page/images.h"
#include "pdf/page/links.h"
#include "pdf/tags/write.h"

/* The title of the leaflet: front matter's, else that of its first heading. */
static const char *title_of(struct pdf *pdf)
{
    const struct doc *doc = pdf->doc;
    if (doc->meta.title.value && doc->meta.title.value[0])
        return doc->meta.title.value;
    for (uint32_t id = 1; id <= doc->node_count; id++) {
        if (doc->nodes[id]->kind != NODE_HEADING)
            continue;
        struct slice text = node_words(doc->nodes[id], NODE_MEDIA_PRINT, &pdf->arena);
        if (text.len > 0)
            return arena_string(&pdf->arena, text);
    }
    return "-";
}

static void write_page(struct pdf *pdf, uint32_t page, struct buf *entries, struct buf *content)
{
    buf_clear(entries);
    buf_clear(content);
    buf_put_string(entries, "/MediaBox[0 0 ");
    pdf_put_exact(entries, frames_width(pdf->frames, page));
    buf_put_char(entries, ' ');
    pdf_put_exact(entries, frames_height(pdf->frames, page));
    buf_format(entries, "]/StructParents %u/Tabs/S", page);
    pdf_put_links(pdf, page, entries);
    pdf_draw_page(pdf, page, content);
    haru_page_end(pdf->haru, page, buf_slice(entries), buf_slice(content));
}

static void write_pages(struct pdf *pdf)
{
    struct buf entries = {0}, content = {0};
    for (uint32_t page = 0; page < pdf->frames->page_count; page++)
        write_page(pdf, page, &entries, &content);
    buf_free(&entries);
    buf_free(&content);
}

static enum status fail(struct pdf *pdf, const char *message)
{
    diag_add_file(pdf->diags, DIAG_CODE_PDF_FAILED,
                  pdf->doc->source ? pdf->doc->source->name : NULL, NULL, "%s", message);
    return STATUS_ENVIRONMENT;
}

/* Fonts and pictures first, as pages name them; the structure last, as it names all else. */
static enum status write_all(struct pdf *pdf)
{
    const char *face = pdf_fonts_embed(pdf->fonts, pdf->haru);
    if (face)
        return fail(pdf, arena_format(&pdf->arena, "the font %s cannot be embedded", face));
    if (!pdf_write_images(pdf))
        return STATUS_CONTENT;
    haru_add_pages(pdf->haru, pdf->frames->page_count);
    write_pages(pdf);
    pdf_write_outline(pdf);
    uint32_t root = haru_add(pdf->haru, &(struct buf){0});
    pdf_write_meta(pdf, root);
    haru_reserve(pdf->haru, tags_count(pdf->tags));
    tags_write(pdf->tags, pdf->haru, root);
    return STATUS_OK;
}

static enum status close_file(struct pdf *pdf, enum status status)
{
    if (status != STATUS_OK)
        haru_discard(pdf->haru);
    else if (!haru_close(pdf->haru))
        return fail(pdf, "the PDF could not be made: libharu refused an object");
    return status;
}

enum status pdf_write(const struct doc *doc, const struct frames *frames, struct font_set *fonts,
                      const struct pdf_options *options, struct sink *sink, struct diag_list *diags)
{
    struct pdf pdf = {.doc = doc,
                      .frames = frames,
                      .epoch = options->epoch,
                      .pictures = options->pictures,
                      .diags = diags};
    pdf.lang = doc->root->lang ? doc->root->lang : "en";
    pdf.title = title_of(&pdf);
    pdf.haru = haru_open(sink, options->deflater);
    pdf.fonts = pdf_fonts_new(fonts, frames);
    pdf.tags = tags_new(doc, frames);
    enum status status = close_file(&pdf, write_all(&pdf));
    tags_free(pdf.tags);
    pdf_fonts_free(pdf.fonts);
    map_free(&pdf.images);
    buf_free(&pdf.link_entries);
    arena_free(&pdf.arena);
    return status;
}

enum status pdf_check(const struct doc *doc, const struct frames *frames,
                      const struct pdf_options *options, struct diag_list *diags)
{
    struct pdf pdf = {.doc = doc, .frames = frames, .pictures = options->pictures, .diags = diags};
    bool good = pdf_try_images(&pdf);
    map_free(&pdf.images);
    arena_free(&pdf.arena);
    return good ? STATUS_OK : STATUS_CONTENT;
}
