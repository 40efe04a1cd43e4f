#include "pdf/page/content.h"

#include "pdf/file/syntax.h"

int64_t content_up(const struct content *content, int64_t y)
{
    return pdf_centi(frames_height(content->pdf->frames, content->page)) - pdf_centi(y);
}

void content_put_point(struct content *content, int64_t x, int64_t y)
{
    pdf_put_centi(content->out, x);
    buf_put_char(content->out, ' ');
    pdf_put_centi(content->out, y);
    buf_put_char(content->out, ' ');
}

void content_begin_text(struct content *content)
{
    if (content->in_text)
        return;
    buf_put_string(content->out, "BT\n");
    content->in_text = true;
    content->line_x = content->line_y = 0;
    content->pen = 0;
}

void content_begin_array(struct content *content)
{
    if (!content->in_array)
        buf_put_char(content->out, '[');
    content->in_array = true;
}

void content_end_array(struct content *content)
{
    if (content->in_array)
        buf_put_string(content->out, "]TJ\n");
    content->in_array = false;
}

/* Text objects and marked content nest (14.6.1): what was opened inside is closed inside. */
void content_end_text(struct content *content)
{
    if (!content->in_text)
        return;
    content_end_array(content);
    if (content->mark != MARK_NONE && content->mark_in_text)
        content_end_mark(content);
    buf_put_string(content->out, "ET\n");
    content->in_text = false;
}

void content_end_mark(struct content *content)
{
    if (content->mark == MARK_NONE)
        return;
    content_end_array(content);
    bool around_text = content->in_text && !content->mark_in_text;
    content->mark = around_text ? content->mark : MARK_NONE;
    if (around_text)
        content_end_text(content);
    buf_put_string(content->out, "EMC\n");
    content->mark = MARK_NONE;
    content->actual = false;
}

void content_set_fill(struct content *content, uint32_t colour)
{
    if (content->has_fill && content->fill == colour)
        return;
    content_end_array(content);
    content->has_fill = true;
    content->fill = colour;
    pdf_put_colour(content->out, colour);
    buf_put_string(content->out, "rg\n");
}

static bool same_artifact(uint8_t a, uint8_t b)
{
    return a == b || (a <= FRAME_LAYOUT && b <= FRAME_LAYOUT);
}

/* ISO 32000-1, 14.8.2.2.2. What has no node and no kind is layout. */
static void begin_artifact(struct content *content, const struct frame_item *item)
{
    static const char *const names[] = {
        [FRAME_PAGE_FOOT] = "Footer/Attached[/Bottom]", [FRAME_WATERMARK] = "Watermark"};
    struct buf *out = content->out;
    content->artifact = item->artifact;
    if (item->artifact <= FRAME_LAYOUT) {
        buf_put_string(out, "/Artifact BMC\n");
        return;
    }
    buf_put_string(out, "/Artifact<</Type/Pagination/Subtype/");
    buf_put_string(out, names[item->artifact]);
    buf_put_string(out, ">>BDC\n");
}

static void begin_element(struct content *content, const struct frame_item *item, uint32_t element,
                          const struct slice *actual)
{
    struct buf *out = content->out;
    uint32_t mcid = tags_mark(content->pdf->tags, element, content->page, item->node);
    buf_put_char(out, '/');
    buf_put_string(out, actual ? "Span" : tags_type(content->pdf->tags, element));
    buf_put_string(out, "<</MCID ");
    buf_put_int(out, mcid);
    if (actual)
        pdf_entry_text(out, "/ActualText", *actual);
    buf_put_string(out, ">>BDC\n");
    content->element = element;
}

static void begin(struct content *content, const struct frame_item *item, uint32_t element,
                  bool text, const struct slice *actual)
{
    content_end_mark(content);
    if (text)
        content_begin_text(content);
    if (element == TAGS_ARTIFACT)
        begin_artifact(content, item);
    else
        begin_element(content, item, element, actual);
    content->mark = element == TAGS_ARTIFACT ? MARK_ARTIFACT : MARK_ELEMENT;
    content->actual = actual != NULL;
    content->mark_in_text = content->in_text;
}

void content_mark(struct content *content, const struct frame_item *item, bool text)
{
    struct tags *tags = content->pdf->tags;
    uint32_t element = tags_element(tags, item);
    if (!text)
        content_end_text(content);
    bool open =
        element == TAGS_ARTIFACT
            ? content->mark == MARK_ARTIFACT && same_artifact(content->artifact, item->artifact)
            : content->mark == MARK_ELEMENT && !content->actual && content->element == element;
    if (!open)
        begin(content, item, element, text, NULL);
    else if (text)
        content_begin_text(content);
    tags_grow_figure(tags, element, &item->box);
}

void content_mark_actual(struct content *content, const struct frame_item *item,
                         struct slice actual)
{
    uint32_t element = tags_element(content->pdf->tags, item);
    if (element == TAGS_ARTIFACT)
        content_mark(content, item, true);
    else
        begin(content, item, element, true, &actual);
}
