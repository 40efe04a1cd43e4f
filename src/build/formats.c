#include "build/formats.h"

#include "build/options.h"
#include "epub/epub.h"
#include "pdf/pdf.h"
#include "raster/raster.h"

_Static_assert(BUILD_DPI_LEAST == RASTER_DPI_LEAST && BUILD_DPI_MOST == RASTER_DPI_MOST,
               "the option takes what raster/ takes");

static enum status write_pdf(const struct material *from, struct written *to,
                             struct diag_list *diags)
{
    struct pdf_options options = {from->epoch, from->pictures, from->pdf_deflater};
    return pdf_write(from->doc, from->frames, from->fonts, &options, written_add(to), diags);
}

static enum status check_pdf(const struct material *from, struct diag_list *diags)
{
    struct pdf_options options = {from->epoch, from->pictures, from->pdf_deflater};
    return pdf_check(from->doc, from->frames, &options, diags);
}

static enum status write_epub(const struct material *from, struct written *to,
                              struct diag_list *diags)
{
    struct epub_options options = {from->epoch, from->identity, from->pictures, from->epub_deflater,
                                   from->cover};
    return epub_write(from->doc, from->frames, from->style, &options, written_add(to), diags);
}

static enum status check_epub(const struct material *from, struct diag_list *diags)
{
    struct epub_options options = {from->epoch, from->identity, from->pictures, from->epub_deflater,
                                   SLICE_EMPTY};
    return epub_check(from->doc, &options, diags);
}

/* A page at a time: each is large. */
static enum status write_png(const struct material *from, struct written *to,
                             struct diag_list *diags)
{
    const struct raster_subject subject = {from->doc, from->frames, from->pictures, from->dpi,
                                           false};
    struct raster *raster = raster_new(from->fonts);
    struct buf page = {0};
    bool done = true;
    for (uint32_t i = 0; done && i < from->frames->page_count; i++) {
        buf_clear(&page);
        done = raster_page(raster, &subject, i, &page, diags);
        sink_write(written_add(to), page.data, page.len);
    }
    buf_free(&page);
    raster_free(raster);
    return done ? STATUS_OK : STATUS_CONTENT;
}

/* The EPUB lists the pages of the PDF. */
const struct format formats_table[] = {
    {"pdf", FORMAT_BY_DEFAULT | FORMAT_FRAMES | FORMAT_DRAWS, NULL, write_pdf, check_pdf},
    {"epub", FORMAT_BY_DEFAULT | FORMAT_FRAMES | FORMAT_COVER, epub_prepare, write_epub,
     check_epub},
    {"png", FORMAT_FRAMES | FORMAT_DRAWS | FORMAT_PAGED, NULL, write_png, NULL},
    {0},
};

static unsigned find(struct slice name)
{
    for (unsigned i = 0; formats_table[i].name; i++)
        if (slice_equal_string(name, formats_table[i].name))
            return 1u << i;
    return 0;
}

unsigned formats_parse(const char *list)
{
    unsigned asked = 0;
    for (struct slice rest = slice_from(list); rest.len > 0;) {
        unsigned one = find(slice_take(&rest, ','));
        if (one == 0)
            return 0;
        asked |= one;
    }
    return asked;
}

unsigned formats_all(void)
{
    unsigned asked = 0;
    for (unsigned i = 0; formats_table[i].name; i++)
        asked |= 1u << i;
    return asked;
}

unsigned formats_with(enum format_trait trait)
{
    unsigned found = 0;
    for (unsigned i = 0; formats_table[i].name; i++)
        if (formats_table[i].traits & trait)
            found |= 1u << i;
    return found;
}

const struct format *formats_next(unsigned *asked)
{
    for (unsigned i = 0; formats_table[i].name; i++) {
        if (!(*asked & 1u << i))
            continue;
        *asked &= ~(1u << i);
        return &formats_table[i];
    }
    return NULL;
}

void formats_prepare(unsigned asked)
{
    const struct format *format;
    while ((format = formats_next(&asked)))
        if (format->prepare)
            format->prepare();
}

void formats_put_names(struct buf *out, unsigned asked, const char *before, const char *between)
{
    const struct format *format;
    const char *first = "";
    for (; (format = formats_next(&asked)); first = between)
        buf_format(out, "%s%s%s", first, before, format->name);
}
