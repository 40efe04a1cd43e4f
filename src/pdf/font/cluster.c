#include "pdf/font/cluster.h"

#include "base/utf8.h"
#include "font/metrics.h"

bool pdf_cluster_next(const struct frame_item *run, struct pdf_cluster *cluster)
{
    const struct frame_glyph *glyphs = run->u.glyphs.glyphs;
    uint32_t count = run->u.glyphs.count, first = cluster->end, end = first + 1;
    struct slice text = run->u.glyphs.text;
    if (first >= count)
        return false;
    uint32_t start = first == 0 ? 0 : glyphs[first].cluster;
    while (end < count && glyphs[end].cluster <= glyphs[first].cluster)
        end++;
    uint32_t stop = end < count ? glyphs[end].cluster : (uint32_t)text.len;
    cluster->first = first;
    cluster->end = end;
    cluster->text = stop > start ? slice_sub(text, start, stop - start) : SLICE_EMPTY;
    return true;
}

/* Characters that steer breaking and direction only. The joiners U+200C and U+200D are not among
 * them: they are part of the spelling of Persian and of Indic scripts. */
static bool is_steering(uint32_t c)
{
    return c == 0xad || c == 0x200b || c == 0x200e || c == 0x200f || c == 0x2060 || c == 0xfeff ||
           c == 0x61c || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* All spaces count as one: a face may well draw them by one glyph. */
static uint32_t plain_space(uint32_t c)
{
    bool space = c == 0xa0 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f ||
                 c == 0x3000 || c == '\t' || c == '\n';
    return space ? ' ' : c;
}

bool pdf_cluster_text(const struct pdf_cluster *cluster, struct pdf_text *out)
{
    out->count = 0;
    for (size_t at = 0; at < cluster->text.len;) {
        uint32_t c = utf8_next(cluster->text, &at);
        if (is_steering(c))
            continue;
        if (out->count == CLUSTER_MOST)
            return false;
        out->points[out->count++] = plain_space(c);
    }
    return true;
}

bool pdf_cluster_is_space(const struct pdf_cluster *cluster)
{
    struct pdf_text text;
    return pdf_cluster_text(cluster, &text) && text.count == 1 && text.points[0] == ' ';
}

uint32_t pdf_cluster_glyph(const struct frame_item *run, const struct pdf_cluster *cluster,
                           uint32_t i)
{
    return run->rtl ? cluster->end - 1 - i : cluster->first + i;
}

enum pdf_point pdf_point(uint32_t c)
{
    bool joiner = c == 0x200c || c == 0x200d;
    return joiner ? PDF_JOINER : c >= 0x300 && font_is_mark(c) ? PDF_MARK : PDF_LETTER;
}
