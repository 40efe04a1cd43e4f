#include "pdf/meta.h"

#include <string.h>

#include "base/version.h"
#include "pdf/destinations.h"
#include "pdf/file/syntax.h"

#define PRODUCER "leafset " LEAFSET_VERSION

static const unsigned char srgb[] = {
#include "srgb_icc.inc"
};

/* 7.9.4: (D:20261123) */
static void put_pdf_date(struct buf *out, const char *key, const struct date_moment *moment,
                         bool has_time)
{
    if (moment->year == 0)
        return;
    buf_format(out, "%s(D:%04d%02d", key, moment->year, moment->month);
    if (moment->day)
        buf_format(out, "%02d", moment->day);
    if (has_time)
        buf_format(out, "%02d%02d%02dZ", moment->hour, moment->minute, moment->second);
    buf_put_char(out, ')');
}

/* ISO 8601 as XMP has it: 2026-11, 2026-11-23, 2026-11-23T10:00:00Z. */
static void put_xmp_date(struct buf *out, const char *name, const struct date_moment *moment,
                         bool has_time)
{
    if (moment->year == 0)
        return;
    buf_format(out, "<xmp:%s>%04d-%02d", name, moment->year, moment->month);
    if (moment->day)
        buf_format(out, "-%02d", moment->day);
    if (has_time)
        buf_format(out, "T%02d:%02d:%02dZ", moment->hour, moment->minute, moment->second);
    buf_format(out, "</xmp:%s>\n", name);
}

/* Character data of XML 1.0; control characters, which it cannot hold, become U+FFFD. */
static void put_xml(struct buf *out, const char *text)
{
    static const char marks[] = "&<>\"";
    static const char *const entities[] = {"&amp;", "&lt;", "&gt;", "&quot;"};
    for (; *text; text++) {
        const char *mark = strchr(marks, *text);
        if (mark)
            buf_put_string(out, entities[mark - marks]);
        else if ((unsigned char)*text < 32 && *text != '\t' && *text != '\n')
            buf_put_utf8(out, 0xfffd);
        else
            buf_put_char(out, *text);
    }
}

static void put_alternative(struct buf *out, const char *name, const char *text)
{
    if (!text)
        return;
    buf_format(out, "<dc:%s><rdf:Alt><rdf:li xml:lang=\"x-default\">", name);
    put_xml(out, text);
    buf_format(out, "</rdf:li></rdf:Alt></dc:%s>\n", name);
}

static void put_list(struct buf *out, const char *name, const char *kind,
                     const struct meta_list *list)
{
    if (list->count == 0)
        return;
    buf_format(out, "<dc:%s><rdf:%s>", name, kind);
    for (size_t i = 0; i < list->count; i++) {
        buf_put_string(out, "<rdf:li>");
        const char *item = meta_name(&list->items[i]);
        put_xml(out, item ? item : "");
        buf_put_string(out, "</rdf:li>");
    }
    buf_format(out, "</rdf:%s></dc:%s>\n", kind, name);
}

/* "a, b", or NULL for an empty list; in the arena. */
static const char *join(struct pdf *pdf, const struct meta_list *list)
{
    struct buf text = {0};
    for (size_t i = 0; i < list->count; i++) {
        buf_put_string(&text, i > 0 ? ", " : "");
        const char *item = meta_name(&list->items[i]);
        buf_put_string(&text, item ? item : "");
    }
    const char *joined = list->count ? arena_string(&pdf->arena, buf_slice(&text)) : NULL;
    buf_free(&text);
    return joined;
}

/* PDF/A-2, 6.6.2.3.3: the schema of pdfuaid is not predefined and must be described. */
static const char extension[] =
    "<rdf:Description rdf:about=\"\" "
    "xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
    "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
    "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of PDF/UA</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
    "</rdf:Description>\n";

static void put_dublin_core(struct pdf *pdf, struct buf *out)
{
    const struct meta *meta = &pdf->doc->meta;
    struct meta_text lang = {.value = pdf->lang};
    put_alternative(out, "title", pdf->title);
    put_list(out, "language", "Bag", &(struct meta_list){&lang, 1});
    put_list(out, "creator", "Seq", &meta->authors);
    put_alternative(out, "description", meta->summary.value);
    put_list(out, "subject", "Bag", &meta->keywords);
    if (meta->contact.name.value)
        put_list(out, "publisher", "Bag", &(struct meta_list){&meta->contact.name, 1});
    put_alternative(out, "rights", meta->rights.value);
}

static uint32_t write_xmp(struct pdf *pdf, const struct meta_moments *moments)
{
    struct buf xmp = {0};
    const char *keywords = join(pdf, &pdf->doc->meta.keywords);
    buf_put_string(&xmp, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                         "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                         "<rdf:Description rdf:about=\"\" "
                         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                         "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
                         "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
                         "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
                         "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n");
    put_dublin_core(pdf, &xmp);
    put_xmp_date(&xmp, "CreateDate", &moments->created, moments->has_time);
    put_xmp_date(&xmp, "ModifyDate", &moments->changed, moments->has_time);
    buf_put_string(&xmp, "<pdf:Producer>" PRODUCER "</pdf:Producer>\n");
    if (keywords) {
        buf_put_string(&xmp, "<pdf:Keywords>");
        put_xml(&xmp, keywords);
        buf_put_string(&xmp, "</pdf:Keywords>\n");
    }
    buf_put_string(&xmp, "<pdfaid:part>2</pdfaid:part>"
                         "<pdfaid:conformance>A</pdfaid:conformance>"
                         "<pdfuaid:part>1</pdfuaid:part></rdf:Description>\n");
    buf_put_string(&xmp, extension);
    buf_put_string(&xmp, "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
    uint32_t number = haru_add_stream(pdf->haru, SLICE_LIT("/Type/Metadata/Subtype/XML"),
                                      buf_slice(&xmp), HARU_PLAIN);
    buf_free(&xmp);
    return number;
}

static void put_info(struct buf *out, const char *key, const char *text)
{
    if (text)
        pdf_entry_text(out, key, slice_from(text));
}

static void write_info(struct pdf *pdf, const struct meta_moments *moments)
{
    struct buf body = {0};
    const struct meta *meta = &pdf->doc->meta;
    put_info(&body, "/Title", pdf->title);
    put_info(&body, "/Author", join(pdf, &meta->authors));
    put_info(&body, "/Subject", meta->summary.value);
    put_info(&body, "/Keywords", join(pdf, &meta->keywords));
    put_info(&body, "/Producer", PRODUCER);
    put_pdf_date(&body, "/CreationDate", &moments->created, moments->has_time);
    put_pdf_date(&body, "/ModDate", &moments->changed, moments->has_time);
    haru_set_info(pdf->haru, &body);
}

/* PDF/A-2, 6.2.3: what DeviceRGB and DeviceGray mean. */
static uint32_t write_output_intent(struct pdf *pdf)
{
    struct buf body = {0};
    struct slice profile = {(const char *)srgb, sizeof srgb};
    uint32_t stream = haru_add_stream(pdf->haru, SLICE_LIT("/N 3"), profile, HARU_LASTING);
    buf_put_string(&body, "/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
                          "/Info(sRGB IEC61966-2.1)/DestOutputProfile ");
    pdf_put_ref(&body, stream);
    return haru_add(pdf->haru, &body);
}

void pdf_write_meta(struct pdf *pdf, uint32_t structure_root)
{
    struct meta_moments moments = meta_moments(&pdf->doc->meta, pdf->epoch);
    write_info(pdf, &moments);
    struct buf body = {0};
    pdf_entry_ref(&body, "/Metadata ", write_xmp(pdf, &moments));
    pdf_entry_ref(&body, "/OutputIntents[", write_output_intent(pdf));
    buf_put_string(&body, "]/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true");
    if (pdf->doc->root->dir == NODE_DIR_RTL)
        buf_put_string(&body, "/Direction/R2L");
    pdf_entry_text(&body, ">>/Lang", slice_from(pdf->lang));
    pdf_entry_ref(&body, "/StructTreeRoot ", structure_root);
    pdf_put_destinations(pdf, &body);
    haru_set_catalog(pdf->haru, &body);
}
