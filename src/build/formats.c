#include "build/formats.h"

#include "epub/epub.h"
#include "pdf/pdf.h"

static enum status write_pdf(const struct material *from, struct sink *sink,
                             struct diag_list *diags)
{
    struct pdf_options options = {from->epoch, from->pictures};
    return pdf_write(from->doc, from->frames, from->fonts, &options, sink, diags);
}

static enum status write_epub(const struct material *from, struct sink *sink,
                              struct diag_list *diags)
{
    struct epub_options options = {from->epoch, from->identity, from->pictures};
    return epub_write(from->doc, from->frames, from->style, &options, sink, diags);
}

/* The EPUB lists the pages of the PDF. */
const struct format formats_table[] = {
    {"pdf", true, true, true, NULL, write_pdf},
    {"epub", true, true, false, epub_prepare, write_epub},
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

unsigned formats_default(void)
{
    unsigned asked = 0;
    for (unsigned i = 0; formats_table[i].name; i++)
        if (formats_table[i].by_default)
            asked |= 1u << i;
    return asked;
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

bool formats_need_frames(unsigned asked)
{
    const struct format *format;
    while ((format = formats_next(&asked)))
        if (format->needs_frames)
            return true;
    return false;
}

bool formats_draw(unsigned asked)
{
    const struct format *format;
    while ((format = formats_next(&asked)))
        if (format->draws)
            return true;
    return false;
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
