#include "read/markdown/markdown.h"

#include "base/mem.h"
#include "read/markdown/abbreviations.h"
#include "read/markdown/blocks.h"
#include "read/markdown/captions.h"
#include "read/markdown/dialect.h"
#include "read/markdown/forms.h"
#include "read/markdown/html.h"
#include "read/markdown/html_blocks.h"
#include "read/markdown/html_looks.h"
#include "read/markdown/html_parser.h"
#include "read/markdown/inline.h"
#include "read/markdown/ledger.h"
#include "read/markdown/nodes.h"
#include "read/markdown/notes.h"
#include "read/markdown/reader.h"
#include "read/markdown/tables.h"

/* ---- blocks */

static void enter_list(struct md_reader *r, const MD_BLOCK_OL_DETAIL *ordered, bool tight)
{
    struct node *list = md_enter_list(r);
    if (!list)
        return;
    list->u.list.tight = tight;
    list->u.list.ordered = ordered;
    if (ordered) {
        list->u.list.start = ordered->start;
        list->u.list.delimiter = ordered->mark_delimiter;
    }
}

static enum node_align cell_align(MD_ALIGN align)
{
    return align == MD_ALIGN_LEFT     ? NODE_ALIGN_START
           : align == MD_ALIGN_CENTER ? NODE_ALIGN_CENTRE
           : align == MD_ALIGN_RIGHT  ? NODE_ALIGN_END
                                      : NODE_ALIGN_NATURAL;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    struct md_reader *r = data;
    const MD_BLOCK_UL_DETAIL *bullets = detail;
    const MD_BLOCK_OL_DETAIL *numbers = detail;
    const MD_BLOCK_LI_DETAIL *item = detail;
    const MD_BLOCK_TD_DETAIL *cell = detail;
    md_close_implied(r);
    if (type != MD_BLOCK_HTML && type != MD_BLOCK_DOC)
        md_html_hold(r);
    r->ledger.fresh = true;
    if (type != MD_BLOCK_TABLE && type != MD_BLOCK_HTML && type != MD_BLOCK_DOC)
        md_caption_meet(r, NULL);
    switch (type) {
    case MD_BLOCK_DOC: md_push(r, MD_BLOCK, NODE_DOCUMENT, r->doc->root, false); break;
    case MD_BLOCK_QUOTE: md_enter_quote(r); break;
    case MD_BLOCK_UL: enter_list(r, NULL, bullets->is_tight); break;
    case MD_BLOCK_OL: enter_list(r, numbers, numbers->is_tight); break;
    case MD_BLOCK_LI:
        md_enter_item(r, item->is_task ? item->task_mark : '\0', item->task_mark_offset);
        break;
    case MD_BLOCK_HR: md_enter_break(r); break;
    case MD_BLOCK_H: md_enter_heading(r, ((MD_BLOCK_H_DETAIL *)detail)->level); break;
    case MD_BLOCK_CODE: md_enter_code(r, ((MD_BLOCK_CODE_DETAIL *)detail)->fence_char); break;
    case MD_BLOCK_HTML: md_enter_html(r); break;
    case MD_BLOCK_P: md_open_leaf(r, MD_BLOCK, NODE_PARAGRAPH); break;
    case MD_BLOCK_TABLE: md_enter_table(r, ((MD_BLOCK_TABLE_DETAIL *)detail)->col_count); break;
    case MD_BLOCK_THEAD: md_open_block(r, NODE_TABLE_HEAD); break;
    case MD_BLOCK_TBODY: md_open_block(r, NODE_TABLE_BODY); break;
    case MD_BLOCK_TR: md_enter_row(r); break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: md_enter_cell(r, type == MD_BLOCK_TH, cell_align(cell->align)); break;
    }
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *data)
{
    struct md_reader *r = data;
    if (type == MD_BLOCK_LI)
        md_close_implied(r);
    if (type == MD_BLOCK_LI || type == MD_BLOCK_QUOTE || type == MD_BLOCK_DOC)
        md_html_settle(r);
    switch (type) {
    case MD_BLOCK_DOC: break;
    case MD_BLOCK_QUOTE: md_leave_quote(r); break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL: md_leave_list(r); break;
    case MD_BLOCK_H: md_leave_heading(r); break;
    case MD_BLOCK_CODE: md_leave_code(r, ((MD_BLOCK_CODE_DETAIL *)detail)->fence_char); break;
    case MD_BLOCK_HTML: md_leave_html(r); break;
    case MD_BLOCK_P: md_close_paragraph(r); break;
    case MD_BLOCK_THEAD: md_leave_table_head(r); break;
    case MD_BLOCK_TBODY: md_leave_table_body(r); break;
    case MD_BLOCK_TR: md_leave_row(r); break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: md_leave_leaf(r); break;
    case MD_BLOCK_LI:
    case MD_BLOCK_HR:
    case MD_BLOCK_TABLE: md_close(r); break;
    }
    r->ledger.fresh = type != MD_BLOCK_TR && type != MD_BLOCK_TH && type != MD_BLOCK_TD;
    return 0;
}

/* ---- spans */

/* An attribute of several pieces: entities decoded, line ends as spaces. In the arena. */
static struct slice decode(struct md_reader *r, const MD_ATTRIBUTE *attribute)
{
    struct buf buf = {0};
    for (unsigned i = 0; attribute->substr_offsets[i] < attribute->size; i++) {
        struct slice part = {attribute->text + attribute->substr_offsets[i],
                             attribute->substr_offsets[i + 1] - attribute->substr_offsets[i]};
        char bytes[8];
        bool forbidden;
        size_t count = attribute->substr_types[i] == MD_TEXT_ENTITY
                           ? md_entity_decode(part, bytes, &forbidden)
                           : 0;
        buf_put_slice(&buf, count > 0 ? (struct slice){bytes, count} : part);
    }
    for (size_t i = 0; i < buf.len; i++)
        if (md_is_line_end(buf.data[i]))
            buf.data[i] = ' ';
    return buf_keep(&buf, &r->doc->arena);
}

/* An attribute's value; a slice of the source where it is one. */
static struct slice read_attribute(struct md_reader *r, const MD_ATTRIBUTE *attribute)
{
    uint32_t at = md_place(r->copy.text, attribute->text, attribute->size);
    if (attribute->size == 0)
        return SLICE_EMPTY;
    if (at == MD_NOWHERE || attribute->substr_offsets[1] != attribute->size ||
        attribute->substr_types[0] != MD_TEXT_NORMAL)
        return decode(r, attribute);
    return md_text_of_range(&r->copy, at, at + attribute->size, &r->doc->arena);
}

static struct md_target read_target(struct md_reader *r, const MD_ATTRIBUTE *href,
                                    const MD_ATTRIBUTE *title)
{
    uint32_t at = href->size > 0 ? md_place(r->copy.text, href->text, href->size) : MD_NOWHERE;
    uint32_t title_at =
        at != MD_NOWHERE && title->size > 0
            ? md_link_title(r->copy.text, at + (uint32_t)href->size, r->ledger.quotes)
            : MD_NOWHERE;
    return (struct md_target){.address = read_attribute(r, href),
                              .title = read_attribute(r, title),
                              .href = at,
                              .title_at =
                                  title_at == MD_NOWHERE ? 0 : md_source(&r->copy, title_at)};
}

/* What the spans of md4c's are in the tree, and the runs of characters that open them. */
static const struct {
    enum node_kind kind;
    const char *marks; /* NULL: links and pictures, and what is not asked for */
    uint32_t len;      /* at most; 0: the whole run */
} spans[MD_SPAN_U + 1] = {
    [MD_SPAN_EM] = {NODE_EMPHASIS, "*_", 1}, [MD_SPAN_STRONG] = {NODE_STRONG, "*_", 2},
    [MD_SPAN_DEL] = {NODE_STRIKE, "~", 2},   [MD_SPAN_CODE] = {NODE_CODE, "`", 0},
    [MD_SPAN_A] = {NODE_LINK, NULL, 0},      [MD_SPAN_IMG] = {NODE_IMAGE, NULL, 0},
};

static int enter_span(MD_SPANTYPE type, void *detail, void *data)
{
    struct md_reader *r = data;
    const MD_SPAN_A_DETAIL *link = detail;
    const MD_SPAN_IMG_DETAIL *image = detail;
    md_html_flush(r);
    md_need_leaf(r);
    if (type == MD_SPAN_A)
        md_enter_link(r, read_target(r, &link->href, &link->title));
    else if (type == MD_SPAN_IMG)
        md_enter_image(r, read_target(r, &image->src, &image->title));
    else if (spans[type].marks)
        md_enter_marked(r, spans[type].kind, spans[type].marks, spans[type].len);
    r->ledger.fresh = false;
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *data)
{
    struct md_reader *r = data;
    (void)detail;
    md_html_flush(r);
    size_t level = r->stack.depth, leaf = md_leaf_level(r);
    const struct md_entry *entries = r->stack.entries;
    while (level > leaf &&
           (entries[level - 1].opener != MD_SPAN || entries[level - 1].kind != spans[type].kind))
        level--;
    if (level == leaf) {
        md_put_stray_marks(r);
        return 0;
    }
    md_html_close(r, level);
    md_finish_span(r);
    return 0;
}

/* ---- text */

/* Words of which nothing is printed, and blanks between blocks of HTML. */
static bool passes(const struct md_reader *r, MD_TEXTTYPE type, struct slice text)
{
    bool words = type == MD_TEXT_NORMAL || type == MD_TEXT_ENTITY || type == MD_TEXT_CODE;
    if (words && md_html_drops(r))
        return true;
    return (type == MD_TEXT_NORMAL || type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) &&
           slice_trim(text).len == 0 && md_html_is_between(r);
}

static int take_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
    struct md_reader *r = data;
    uint32_t at = md_place(r->copy.text, text, size);
    if (size == 0)
        return 0;
    if (type != MD_TEXT_HTML)
        md_html_flush(r);
    if (passes(r, type, (struct slice){text, size})) {
        if (at != MD_NOWHERE)
            md_claim(r, at, at + size);
        return 0;
    }
    if (type != MD_TEXT_HTML || md_top(r)->kind == NODE_ITEM)
        md_need_leaf(r);
    switch (type) {
    case MD_TEXT_NORMAL:
        if (at != MD_NOWHERE)
            md_take_words(r, at, at + size);
        break;
    case MD_TEXT_ENTITY:
        if (at != MD_NOWHERE)
            md_take_entity(r, at, at + size);
        break;
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR: md_take_break(r, type == MD_TEXT_BR); break;
    case MD_TEXT_CODE: md_take_code(r, at, (struct slice){text, size}); break;
    case MD_TEXT_HTML:
        if (!md_take_html_mark(r, at, size))
            md_take_html(r, at, (struct slice){text, size});
        break;
    case MD_TEXT_NULLCHAR:
    case MD_TEXT_LATEXMATH: break; /* NUL was refused; equations are not asked for */
    }
    r->ledger.fresh = false;
    return 0;
}

static void parse(struct md_reader *r)
{
    MD_PARSER parser = {.flags = MD_DIALECT,
                        .enter_block = enter_block,
                        .leave_block = leave_block,
                        .enter_span = enter_span,
                        .leave_span = leave_span,
                        .text = take_text};
    if (md_parse(r->copy.text.ptr, (MD_SIZE)r->copy.text.len, &parser, r) != 0)
        mem_exhausted(); /* md4c fails only for lack of memory */
}

static void free_reader(struct md_reader *r)
{
    md_definitions_free(&r->definitions);
    md_copy_free(&r->copy);
    mem_free(r->edits.all);
    md_text_free(&r->text);
    md_text_free(&r->html.text);
    buf_free(&r->alt);
    mem_free(r->ledger.definitions);
    mem_free(r->ledger.uses);
    mem_free(r->ledger.lost);
    mem_free(r->stack.entries);
    mem_free(r->leaf.pictures);
}

void read_markdown(struct doc *doc, uint32_t offset, struct diag_list *diags)
{
    struct md_reader r = {.doc = doc,
                          .diags = diags,
                          .text.source = doc->source->text,
                          .html.text.source = doc->source->text,
                          .edits.arena = &doc->arena,
                          .ledger = {.fresh = true, .tail.end = MD_NOWHERE}};
    md_definitions_find(&r.definitions, doc, offset, diags);
    md_forms_find(doc->source, &r.definitions, diags, &r.edits);
    md_copy_make(&r.copy, doc->source, &r.definitions, &r.edits);
    md_notes_begin(&r);
    parse(&r);
    md_caption_meet(&r, NULL);
    md_claim(&r, (uint32_t)r.copy.text.len, (uint32_t)r.copy.text.len);
    md_notes_place(&r);
    md_ledger_report(&r);
    md_looks_report(&r);
    md_abbreviations_report(doc, &r.definitions, diags);
    free_reader(&r);
}
