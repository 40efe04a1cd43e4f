#include "frame/frame.h"

static void put_pt(struct buf *out, int32_t units)
{
    buf_put_fixed(out, units, 1024, 1);
}

static void put_box(struct buf *out, const struct frame_box *box)
{
    put_pt(out, box->x);
    buf_put_char(out, ',');
    put_pt(out, box->y);
    buf_put_char(out, ' ');
    put_pt(out, box->width);
    buf_put_char(out, 'x');
    put_pt(out, box->height);
}

static void put_quoted(struct buf *out, struct slice text)
{
    buf_put_char(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '"' || c == '\\')
            buf_put_char(out, '\\');
        buf_put_char(out, c == '\n' ? ' ' : c);
    }
    buf_put_char(out, '"');
}

static const char *artifact_name(enum frame_artifact artifact)
{
    switch (artifact) {
    case FRAME_CONTENT: return "content";
    case FRAME_LAYOUT: return "layout";
    case FRAME_PAGE_HEAD: return "page-head";
    case FRAME_PAGE_FOOT: return "page-foot";
    case FRAME_WATERMARK: return "watermark";
    }
    return "";
}

static const char *kind_name(enum frame_kind kind)
{
    switch (kind) {
    case FRAME_GLYPHS: return "glyphs";
    case FRAME_RULE: return "rule";
    case FRAME_IMAGE: return "image";
    case FRAME_FILL: return "fill";
    case FRAME_LINK: return "link";
    }
    return "";
}

static void put_glyphs(struct buf *out, const struct frame_item *item, const char *face)
{
    buf_put_string(out, " base=");
    put_pt(out, item->u.glyphs.baseline);
    buf_format(out, " %s ", face ? face : "?");
    put_pt(out, item->u.glyphs.size);
    buf_format(out, " #%06x %s%s%u glyphs ", item->u.glyphs.colour, item->rtl ? "rtl " : "",
               item->actual ? "actual " : "", item->u.glyphs.count);
    put_quoted(out, item->u.glyphs.text);
}

static void put_fill(struct buf *out, const struct frame_item *item)
{
    buf_format(out, " #%06x", item->u.fill.colour);
    if (item->u.fill.radius) {
        buf_put_string(out, " radius=");
        put_pt(out, item->u.fill.radius);
    }
    if (item->u.fill.stroke) {
        buf_put_string(out, " stroke=");
        put_pt(out, item->u.fill.stroke);
    }
}

static void put_item(struct buf *out, const struct frame_item *item,
                     const char *(*face_name)(void *, uint16_t), void *context)
{
    buf_format(out, "  %s ", kind_name((enum frame_kind)item->kind));
    if (item->node)
        buf_format(out, "node=%u ", item->node);
    else
        buf_format(out, "%s ", artifact_name((enum frame_artifact)item->artifact));
    put_box(out, &item->box);
    switch ((enum frame_kind)item->kind) {
    case FRAME_GLYPHS: put_glyphs(out, item, face_name(context, item->face)); break;
    case FRAME_RULE: buf_format(out, " #%06x", item->u.rule.colour); break;
    case FRAME_FILL: put_fill(out, item); break;
    case FRAME_IMAGE:
    case FRAME_LINK: break;
    }
    buf_put_char(out, '\n');
}

void frames_dump(const struct frames *frames, const char *(*face_name)(void *, uint16_t),
                 void *context, struct buf *out)
{
    for (uint32_t i = 0; i < frames->page_count; i++) {
        buf_format(out, "page %u ", i + 1);
        put_pt(out, frames->page_width);
        buf_put_char(out, 'x');
        put_pt(out, frames->page_height);
        buf_put_char(out, '\n');
        for (uint32_t j = 0; j < frames->pages[i].count; j++)
            put_item(out, &frames->pages[i].items[j], face_name, context);
    }
}

static bool is_text(const struct frame_item *item)
{
    return item->kind == FRAME_GLYPHS && item->node != 0 &&
           slice_trim(item->u.glyphs.text).len > 0;
}

/* The lowest edge of content over the page's height, in percent. */
static int fullness(const struct frames *frames, const struct frame_page *page)
{
    int32_t low = 0;
    for (uint32_t i = 0; i < page->count; i++) {
        const struct frame_item *item = &page->items[i];
        if (item->node != 0 && item->box.y + item->box.height > low)
            low = item->box.y + item->box.height;
    }
    return (int)((int64_t)low * 100 / frames->page_height);
}

void frames_dump_pages(const struct frames *frames, const struct doc *doc, struct buf *out)
{
    (void)doc;
    for (uint32_t i = 0; i < frames->page_count; i++) {
        const struct frame_page *page = &frames->pages[i];
        const struct frame_item *first = NULL, *last = NULL;
        for (uint32_t j = 0; j < page->count; j++) {
            if (!is_text(&page->items[j]))
                continue;
            first = first ? first : &page->items[j];
            last = &page->items[j];
        }
        buf_format(out, "page %u of %u, content down to %d%%:", i + 1, frames->page_count,
                   fullness(frames, page));
        if (first) {
            buf_put_char(out, ' ');
            put_quoted(out, slice_trim(first->u.glyphs.text));
            buf_put_string(out, " ... ");
            put_quoted(out, slice_trim(last->u.glyphs.text));
        }
        buf_put_char(out, '\n');
    }
}
