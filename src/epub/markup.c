#include "epub/markup.h"

#include "base/mem.h"
#include "base/xml.h"

struct markup {
    const struct xml *xml;
    xmlTextWriterPtr writer;
    struct buf *out;
    struct buf text; /* scratch for NUL-terminated copies */
};

static int put_bytes(void *context, const char *bytes, int len)
{
    struct markup *markup = context;
    buf_put(markup->out, bytes, (size_t)len);
    return len;
}

static int put_nothing_more(void *context)
{
    (void)context;
    return 0;
}

/* libxml2 reports failure only when memory is exhausted: its buffers grow, our callback cannot
 * fail, and names are literals. */
static void must(int result)
{
    if (result < 0)
        mem_exhausted();
}

struct markup *markup_open(struct buf *out)
{
    struct markup *markup = mem_calloc(1, sizeof *markup);
    markup->xml = xml();
    markup->out = out;
    xmlOutputBufferPtr output =
        markup->xml->xmlOutputBufferCreateIO(put_bytes, put_nothing_more, markup, NULL);
    markup->writer = output ? markup->xml->xmlNewTextWriter(output) : NULL;
    if (!markup->writer)
        mem_exhausted();
    must(markup->xml->xmlTextWriterStartDocument(markup->writer, "1.0", "UTF-8", NULL));
    return markup;
}

void markup_close(struct markup *markup)
{
    must(markup->xml->xmlTextWriterEndDocument(markup->writer));
    markup->xml->xmlFreeTextWriter(markup->writer);
    buf_free(&markup->text);
    mem_free(markup);
}

void markup_doctype_html(struct markup *markup)
{
    must(markup->xml->xmlTextWriterWriteDTD(markup->writer, BAD_CAST "html", NULL, NULL, NULL));
    markup_line(markup);
}

void markup_start(struct markup *markup, const char *name)
{
    must(markup->xml->xmlTextWriterStartElement(markup->writer, BAD_CAST name));
}

void markup_end(struct markup *markup)
{
    must(markup->xml->xmlTextWriterEndElement(markup->writer));
}

void markup_attribute(struct markup *markup, const char *name, const char *value)
{
    if (value)
        must(markup->xml->xmlTextWriterWriteAttribute(markup->writer, BAD_CAST name,
                                                      BAD_CAST value));
}

void markup_start_with(struct markup *markup, const char *name, const char *const *attributes)
{
    markup_start(markup, name);
    for (; *attributes; attributes += 2)
        markup_attribute(markup, attributes[0], attributes[1]);
}

void markup_put(struct markup *markup, const char *name, const char *const *attributes,
                const char *text)
{
    markup_start_with(markup, name, attributes);
    if (text)
        markup_string(markup, text);
    markup_end(markup);
}

void markup_text(struct markup *markup, struct slice text)
{
    if (text.len == 0)
        return;
    buf_clear(&markup->text);
    buf_put_slice(&markup->text, text);
    must(markup->xml->xmlTextWriterWriteString(markup->writer, BAD_CAST markup->text.data));
}

void markup_string(struct markup *markup, const char *text)
{
    must(markup->xml->xmlTextWriterWriteString(markup->writer, BAD_CAST text));
}

void markup_element(struct markup *markup, const char *name, const char *text)
{
    if (text)
        markup_put(markup, name, ATTRIBUTES(NULL), text);
}

void markup_line(struct markup *markup)
{
    must(markup->xml->xmlTextWriterWriteRaw(markup->writer, BAD_CAST "\n"));
}
