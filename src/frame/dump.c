#include "frame/dump.h"

#include "frame/breaks.h"
#include "frame/parted.h"

static void put_pt(struct buf *out, unit units)
{
    buf_put_fixed(out, units, UNIT_PT(1), 1);
}

static void put_size(struct buf *out, unit width, unit height)
{
    put_pt(out, width);
    buf_put_char(out, 'x');
    put_pt(out, height);
}

static void put_box(struct buf *out, const struct frame_box *box)
{
    put_pt(out, box->x);
    buf_put_char(out, ',');
    put_pt(out, box->y);
    buf_put_char(out, ' ');
    put_size(out, box->width, box->height);
}

static const char *const artifact_names[] = {[FRAME_CONTENT] = "content",
                                             [FRAME_LAYOUT] = "layout",
                                             [FRAME_PAGE_FOOT] = "page-foot",
                                             [FRAME_WATERMARK] = "watermark"};

static const char *const kind_names[] = {[FRAME_GLYPHS] = "glyphs",
                                         [FRAME_RULE] = "rule",
                                         [FRAME_IMAGE] = "image",
                                         [FRAME_FILL] = "fill",
                                         [FRAME_LINK] = "link"};

static void put_glyphs(struct buf *out, const struct frame_item *item, const char *face)
{
    buf_put_string(out, " base=");
    put_pt(out, item->u.glyphs.baseline);
    buf_format(out, " %s ", face ? face : "?");
    put_pt(out, item->u.glyphs.size);
    buf_format(out, " #%06x %s%s%u glyphs ", item->u.glyphs.colour, item->rtl ? "rtl " : "",
               item->actual ? "actual " : "", item->u.glyphs.count);
    buf_put_quoted(out, item->u.glyphs.text);
    if (item->u.glyphs.expanded)
        buf_format(out, " wide=%+d", item->u.glyphs.expanded);
    if (item->u.glyphs.turn)
        buf_format(out, " turn=%d", item->u.glyphs.turn);
}

static void put_rule(struct buf *out, const struct frame_item *item)
{
    buf_format(out, " #%06x thickness=", item->u.rule.colour);
    put_pt(out, item->u.rule.thickness);
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
    buf_format(out, "  %s ", kind_names[item->kind]);
    if (item->node)
        buf_format(out, "node=%u ", item->node);
    else
        buf_format(out, "%s ", artifact_names[item->artifact]);
    put_box(out, &item->box);
    switch ((enum frame_kind)item->kind) {
    case FRAME_GLYPHS: put_glyphs(out, item, face_name(context, item->face)); break;
    case FRAME_RULE: put_rule(out, item); break;
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
        put_size(out, frames_width(frames, i), frames_height(frames, i));
        buf_put_char(out, '\n');
        for (uint32_t j = 0; j < frames->pages[i].count; j++)
            put_item(out, &frames->pages[i].items[j], face_name, context);
    }
}

/* Where text may stand, over all pages of a kind: from the topmost content to the running foot. */
struct text_area {
    int32_t top, bottom;
};

static struct text_area find_area(const struct frames *frames, bool turned)
{
    unit height = turned ? frames->page_width : frames->page_height;
    struct text_area area = {height, height};
    for (uint32_t i = 0; i < frames->page_count; i++) {
        if (frames->pages[i].turned != turned)
            continue;
        for (uint32_t j = 0; j < frames->pages[i].count; j++) {
            const struct frame_item *item = &frames->pages[i].items[j];
            int32_t y = item->box.y;
            if (item->node != 0 && y < area.top)
                area.top = y;
            if (item->artifact == FRAME_PAGE_FOOT && item->node == 0 && y < area.bottom)
                area.bottom = y;
        }
    }
    if (area.bottom == height) /* no running foot: margins alike */
        area.bottom -= area.top;
    return area;
}

/* The footnote that an item belongs to, or NULL. */
static const struct node *note_of(const struct doc *doc, const struct frame_item *item)
{
    const struct node *node = item->node <= doc->node_count ? doc->nodes[item->node] : NULL;
    while (node && node->kind != NODE_NOTE)
        node = node->parent;
    return node;
}

/* What a line about a page says. */
struct page_view {
    struct buf text; /* the words, notes left out, white space as single spaces */
    struct buf notes;
    int32_t low; /* lower edge of the content, notes left out */
};

static void add_words(struct buf *text, const struct frame_item *item, bool new_line)
{
    struct slice run = item->u.glyphs.text;
    bool space = new_line;
    for (size_t i = 0; i < run.len; i++) {
        if (ascii_is_space(run.ptr[i])) {
            space = true;
            continue;
        }
        if (space && text->len > 0 && text->data[text->len - 1] != ' ')
            buf_put_char(text, ' ');
        space = false;
        buf_put_char(text, run.ptr[i]);
    }
    if (space && !new_line && text->len > 0)
        buf_put_char(text, ' ');
}

/* True if two runs stand in one line and touch; a cell of a table does not touch the next. */
static bool is_continued(const struct frame_item *a, const struct frame_item *b)
{
    int32_t after = b->box.x - (a->box.x + a->box.width);
    int32_t before = a->box.x - (b->box.x + b->box.width);
    int32_t gap = after > before ? after : before;
    return a->box.y == b->box.y && gap < UNIT_PT(1);
}

static void view_page(const struct frame_page *page, const struct doc *doc, struct page_view *view)
{
    const struct node *last_note = NULL;
    const struct frame_item *previous = NULL;
    for (uint32_t i = 0; i < page->count; i++) {
        const struct frame_item *item = &page->items[i];
        const struct node *note = note_of(doc, item);
        if (item->node == 0)
            continue;
        if (note) {
            if (note != last_note)
                buf_format(&view->notes, "%s%u", view->notes.len > 0 ? ", " : "",
                           note->u.note.number);
            last_note = note;
            continue;
        }
        if (item->box.y + item->box.height > view->low)
            view->low = item->box.y + item->box.height;
        if (item->kind != FRAME_GLYPHS)
            continue;
        add_words(&view->text, item, previous && !is_continued(previous, item));
        previous = item;
    }
}

#define WORDS_SHOWN 5

/* Bytes of the first words of a text. */
static size_t first_words(struct slice text)
{
    size_t end = 0;
    for (int i = 0; i < WORDS_SHOWN && end < text.len; i++)
        end += slice_find(slice_from_position(text, end), ' ') + 1;
    return end > 0 ? end - 1 : 0;
}

/* Where the last words of a text start. */
static size_t last_words(struct slice text)
{
    size_t start = text.len;
    for (int words = 0; start > 0; start--)
        if (text.ptr[start - 1] == ' ' && ++words == WORDS_SHOWN)
            break;
    return start;
}

static void put_ends(struct buf *out, struct slice text)
{
    size_t first = first_words(text), last = last_words(text);
    if (text.len == 0)
        return;
    buf_put_string(out, ": ");
    if (first >= last) {
        buf_put_quoted(out, text);
        return;
    }
    buf_put_quoted(out, slice_sub(text, 0, first));
    buf_put_string(out, " … ");
    buf_put_quoted(out, slice_from_position(text, last));
}

static int percent(int32_t low, struct text_area area)
{
    int64_t height = (int64_t)area.bottom - area.top;
    int64_t full = height > 0 ? ((int64_t)low - area.top) * 100 / height : 0;
    return full < 0 ? 0 : (int)full;
}

void frames_dump_pages(const struct frames *frames, const struct doc *doc, struct buf *out)
{
    struct text_area areas[] = {find_area(frames, false), find_area(frames, true)};
    for (uint32_t i = 0; i < frames->page_count; i++) {
        struct page_view view = {0};
        view_page(&frames->pages[i], doc, &view);
        bool turned = frames->pages[i].turned;
        buf_format(out, "page %u of %u%s, %d%% full", i + 1, frames->page_count,
                   turned ? ", turned" : "",
                   percent(view.low - frames->pages[i].gap, areas[turned]));
        put_ends(out, slice_trim(buf_slice(&view.text)));
        if (view.notes.len > 0)
            buf_format(out, "; notes %s", view.notes.data);
        uint32_t loose = frames_loose_lines(frames, doc, i);
        if (loose > 0)
            buf_format(out, "; %u loose", loose);
        const char *parted = frames_parted(frames, doc, i);
        if (parted)
            buf_format(out, "; parts a %s", parted);
        buf_put_char(out, '\n');
        buf_free(&view.text);
        buf_free(&view.notes);
    }
    if (frames->setting)
        buf_format(out, "set in %s\n", frames->setting);
    struct frame_breaks breaks;
    frames_count_breaks(frames, doc, &breaks);
    buf_format(out, "widows %u, orphans %u, stranded %u\n", breaks.widows, breaks.orphans,
               breaks.stranded);
}
