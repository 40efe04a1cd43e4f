#include "layout/par/gather.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "layout/par/picture.h"

/* UAX #9 isolates, for the analysis only. */
#define LRI            "\xe2\x81\xa6"
#define RLI            "\xe2\x81\xa7"
#define FSI            "\xe2\x81\xa8"
#define PDI            "\xe2\x81\xa9"
#define LINE_SEPARATOR "\xe2\x80\xa8"
#define OBJECT         "\xef\xbf\xbc"

/* node may be NULL: a label or a control. */
static struct par_span *add_span(struct par_work *work, enum par_span_kind kind, struct slice text,
                                 const struct node *node, const struct par_style *style)
{
    struct par_span *span = MEM_PUSH(work->spans, work->span_count, work->span_cap);
    *span = (struct par_span){.start = (uint32_t)work->text.len,
                              .len = (uint32_t)text.len,
                              .kind = kind,
                              .id = node ? node->id : 0,
                              .node = node,
                              .text = text.ptr,
                              .style = *style};
    buf_put_slice(&work->text, text);
    return span;
}

/* Line ends and tabs are white space like any other in running text. */
static void flatten(struct par_work *work, struct par_span *span)
{
    char *text = work->text.data + span->start;
    bool changed = false;
    if (!memchr(text, '\n', span->len) && !memchr(text, '\t', span->len) &&
        !memchr(text, '\r', span->len))
        return; /* as most */
    for (uint32_t i = 0; i < span->len; i++) {
        if (text[i] == '\n' || text[i] == '\t' || text[i] == '\r') {
            text[i] = ' ';
            changed = true;
        }
    }
    if (changed)
        span->text = arena_copy(&work->layout->frames->arena, (struct slice){text, span->len}).ptr;
}

/* Tabs of preformatted text become spaces up to the next stop. */
static void add_expanded(struct par_work *work, const struct node *node,
                         const struct par_style *style)
{
    struct par_span *span = add_span(work, PAR_SPAN_TEXT, SLICE_EMPTY, node, style);
    uint32_t column = 0;
    for (size_t i = 0; i < node->text.len; i++) {
        char c = node->text.ptr[i];
        do {
            buf_put_char(&work->text, c == '\t' ? ' ' : c);
            column += !utf8_is_tail(c);
        } while (c == '\t' && column % PAR_TAB_COLUMNS != 0);
        if (c == '\n')
            column = 0;
    }
    span->len = (uint32_t)work->text.len - span->start;
    struct slice text = {work->text.data + span->start, span->len};
    span->text = arena_copy(&work->layout->frames->arena, text).ptr;
}

static void add_text(struct par_work *work, const struct node *node, const struct par_style *style)
{
    if (node->text.len == 0)
        return;
    if (work->params.preformatted && slice_find(node->text, '\t') < node->text.len) {
        add_expanded(work, node, style);
        return;
    }
    struct par_span *span = add_span(work, PAR_SPAN_TEXT, node->text, node, style);
    if (!work->params.preformatted)
        flatten(work, span);
}

/* Super- and subscripts rise or fall by percent of the size around them; like all content they are
 * never below the least size. */
static void script_style(const struct style *look, struct par_style *style, int percent)
{
    unit size = style->size / 4 * look->script_quarters;
    if (size < look->smallest)
        size = look->smallest;
    style->rise += (unit)((int64_t)style->size * percent / 100);
    if (size < style->size)
        style->size = size;
}

static void note_ref_style(const struct style *look, const struct node *node,
                           struct par_style *style)
{
    script_style(look, style, look->superscript_rise);
    style->face |= FONT_BOLD;
    style->colour = look->link;
    style->link = node;
    style->underline = false;
}

/* A picture among words: its wanted or natural size, made smaller to fit the measure and half of
 * a page. */
static void add_picture(struct par_work *work, const struct node *node,
                        const struct par_style *style)
{
    unit measure = work->params.measure > 0 ? work->params.measure : work->layout->style->measure;
    const struct par_picture_room room = {measure, measure, work->layout->style->text_height / 2,
                                          PAR_NATURAL_DOTS};
    unit width, height;
    if (!par_picture_size(node, &room, &width, &height))
        return;
    struct par_span *span = add_span(work, PAR_SPAN_OBJECT, SLICE_LIT(OBJECT), node, style);
    span->object_width = width;
    span->object_height = height;
}

/* The isolate that a node opens (UAX #9, 6.3: HTML's dir and bdi), or NULL. */
static const char *isolate_of(const struct node *node)
{
    switch (node->dir) {
    case NODE_DIR_LTR: return LRI;
    case NODE_DIR_RTL: return RLI;
    case NODE_DIR_AUTO: return FSI;
    case NODE_DIR_INHERIT: break;
    }
    return node->kind == NODE_ISOLATE ? FSI : NULL;
}

/* Changes style to that inside the node, adds what the node itself shows, and returns true if its
 * children are to be gathered. */
static bool enter(struct par_work *work, const struct node *node, struct par_style *style)
{
    const struct style *look = work->layout->style;
    if (node->media == NODE_MEDIA_EPUB)
        return false;
    if (node->lang)
        style->lang = node->lang;
    switch (node->kind) {
    case NODE_TEXT: add_text(work, node, style); return false;
    case NODE_LINE_BREAK:
        add_span(work, PAR_SPAN_END, SLICE_LIT(LINE_SEPARATOR), node, style);
        return false;
    case NODE_IMAGE: add_picture(work, node, style); return false;
    case NODE_NOTE_REF:
        note_ref_style(look, node, style);
        add_text(work, node, style);
        return false;
    case NODE_ICON: /* drawn by the callout */
    case NODE_QR_CODE: /* drawn by its figure */ return false;
    case NODE_EMPHASIS: style->face |= look->emphasis_italic ? FONT_ITALIC : FONT_BOLD; return true;
    case NODE_STRONG: style->face |= FONT_BOLD; return true;
    case NODE_STRIKE: style->strike = true; return true;
    case NODE_CODE:
    case NODE_KEYBOARD: style->face |= FONT_MONO; return true;
    case NODE_SUBSCRIPT: script_style(look, style, -look->subscript_fall); return true;
    case NODE_SUPERSCRIPT: script_style(look, style, look->superscript_rise); return true;
    case NODE_LINK:
        if (node->u.link.nowhere)
            return true;
        style->link = node;
        style->colour = look->link;
        style->underline = true;
        return true;
    NODE_CASE_BLOCKS:
        return node->kind != NODE_NOTE; /* which is set at the foot of the page */
    case NODE_ABBREVIATION:
    case NODE_SPAN:
    case NODE_ISOLATE:
    case NODE_KIND_COUNT: break;
    }
    return true;
}

static void gather_start(struct par_work *work, const char *lang)
{
    buf_clear(&work->text);
    work->span_count = 0;
    work->lang = lang;
    MEM_RESERVE(work->styles, work->style_cap, 1);
    work->styles[0] = (struct par_style){.face = work->params.text.face,
                                         .size = work->params.text.size,
                                         .colour = work->params.text.colour,
                                         .lang = lang};
}

/* The tree is walked with a stack of styles instead of recursion: nesting is the writer's. */
void par_gather(struct par_work *work, const struct node *block)
{
    gather_start(work, node_lang(block));
    if (block->kind == NODE_TEXT) {
        add_text(work, block, &work->styles[0]);
        return;
    }
    size_t depth = 0;
    const struct node *node = block->first;
    while (node) {
        MEM_RESERVE(work->styles, work->style_cap, depth + 2);
        struct par_style *style = &work->styles[depth + 1];
        *style = work->styles[depth];
        if (enter(work, node, style) && node->first) {
            if (isolate_of(node))
                add_span(work, PAR_SPAN_CONTROL, slice_from(isolate_of(node)), NULL, style);
            node = node->first;
            depth++;
            continue;
        }
        while (!node->next && node->parent != block) {
            node = node->parent;
            depth--;
            if (isolate_of(node))
                add_span(work, PAR_SPAN_CONTROL, SLICE_LIT(PDI), NULL, &work->styles[depth]);
        }
        node = node->next;
    }
}

void par_gather_label(struct par_work *work, struct slice text, const char *lang, uint32_t node)
{
    gather_start(work, lang);
    if (text.len == 0)
        return;
    struct slice copy = arena_copy(&work->layout->frames->arena, text);
    struct par_span *span = add_span(work, PAR_SPAN_TEXT, copy, NULL, &work->styles[0]);
    span->id = node;
    flatten(work, span);
}
