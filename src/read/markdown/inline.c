/* md4c's callbacks for what stands in a block: text, emphasis, links, pictures, code. */
#include <string.h>

#include "base/mem.h"
#include "read/markdown/markdown.h"

/* Where a piece of md4c's text stands in the copy; MD_NOWHERE: it is a constant of md4c's. */
static uint32_t place(const struct md_reader *r, const char *text, size_t len)
{
    uintptr_t start = (uintptr_t)r->copy.text, at = (uintptr_t)text;
    return at >= start && at + len <= start + r->copy.len ? (uint32_t)(at - start) : MD_NOWHERE;
}

/* Inline content of a tight item has no paragraph of md4c's. */
static void need_leaf(struct md_reader *r)
{
    const struct md_entry *top = md_top(r);
    if (top->kind == MD_BLOCK && top->type == MD_BLOCK_LI)
        md_open_leaf(r, MD_PARAGRAPH, MD_BLOCK_P, NODE_PARAGRAPH);
}

void md_flush_text(struct md_reader *r)
{
    struct md_text *text = &r->text;
    if (!text->any)
        return;
    struct span span = {r->source, text->start, text->end - text->start};
    struct node *node = doc_add(r->doc, md_top(r)->node, NODE_TEXT, span);
    node->text = md_text_slice(r, text);
    if (!text->direct) {
        node->text = arena_copy(&r->doc->arena, node->text);
        if (text->map_count > 0) {
            struct text_map *map = ARENA_ARRAY(&r->doc->arena, text->map_count, struct text_map);
            memcpy(map, text->map, text->map_count * sizeof *map);
            node->map = map;
            node->map_count = (uint32_t)text->map_count;
        }
    }
    md_text_clear(text);
}

/* ---- text */

static void put_bytes(struct md_reader *r, struct slice bytes, uint32_t source, uint32_t len)
{
    if (r->pictures_open > 0)
        buf_put_slice(&r->alt, bytes);
    else
        md_text_put(r, &r->text, bytes, source, len);
}

static void put_range(struct md_reader *r, uint32_t start, uint32_t end)
{
    if (r->pictures_open == 0) {
        md_text_put_range(r, &r->text, start, end);
        return;
    }
    struct md_text text = {0};
    md_text_put_range(r, &text, start, end);
    buf_put_slice(&r->alt, md_text_slice(r, &text));
    md_text_free(&text);
}

/* A masked `[^label]` at or after `at`, or end. */
static uint32_t find_ref(struct md_reader *r, uint32_t at, uint32_t end)
{
    while (at < end) {
        const char *found = memchr(r->copy.text + at, '<', end - at);
        if (!found)
            break;
        at = (uint32_t)(found - r->copy.text);
        if (at + 3 < end && found[1] == '^' && r->source->text.ptr[md_source(r, at)] == '[')
            return at;
        at++;
    }
    return end;
}

static void take_normal(struct md_reader *r, uint32_t at, uint32_t end)
{
    md_claim(r, at, end);
    md_stray_check(r, at, end);
    while (r->copy.masked && r->pictures_open == 0 && at < end) {
        uint32_t ref = find_ref(r, at, end);
        put_range(r, at, ref);
        at = ref;
        if (ref == end)
            break;
        const char *close = memchr(r->copy.text + ref, '>', end - ref);
        if (!close)
            break;
        uint32_t len = (uint32_t)(close - r->copy.text) + 1 - ref;
        md_note_ref(r, ref, len);
        at = ref + len;
    }
    put_range(r, at, end);
}

void md_put_entity(struct md_reader *r, struct md_text *text, struct slice entity, uint32_t source)
{
    char bytes[8];
    bool forbidden;
    uint32_t len = (uint32_t)entity.len;
    size_t count = md_entity_decode(entity, bytes, &forbidden);
    if (forbidden)
        diag_add(r->diags, DIAG_CODE_CONTROL_CHARACTER, (struct span){r->source, source, len},
                 "delete it", "%.*s stands for a character that cannot be shown",
                 SLICE_ARGS(entity));
    else if (count == 0)
        diag_add(r->diags, DIAG_CODE_ENTITY_UNKNOWN, (struct span){r->source, source, len},
                 "write the character itself, or &amp; where an & was meant",
                 "%.*s names no character that is known here, so it prints as it stands",
                 SLICE_ARGS(entity));
    struct slice out = count > 0 ? (struct slice){bytes, count} : entity;
    if (text)
        md_text_put(r, text, out, source, len);
    else
        put_bytes(r, out, source, len);
}

static void take_entity(struct md_reader *r, uint32_t at, uint32_t end)
{
    md_claim(r, at, end);
    uint32_t source = md_source(r, at);
    md_put_entity(r, NULL, slice_sub(r->source->text, source, end - at), source);
}

uint32_t md_delimiter_columns(const struct md_reader *r, uint32_t at)
{
    uint32_t bars = 0, last = at, start = at;
    for (uint32_t end = md_line_end(r, at); at < end; at++) {
        char c = md_at(r, at);
        if (c != '|' && c != '-' && c != ':' && c != ' ' && c != '\t')
            return 0;
        bars += c == '|';
        if (c != ' ' && c != '\t')
            last = at;
    }
    return bars + 1 - (md_at(r, start) == '|') - (md_at(r, last) == '|' && last > start);
}

void md_check_columns(struct md_reader *r, uint32_t at, uint32_t columns)
{
    if (columns > MD_MAX_COLUMNS)
        diag_add(r->diags, DIAG_CODE_TABLE_TOO_WIDE, md_span(r, at, at + 1),
                 "split the table into narrower ones",
                 "a table of %u columns: at most %u can be set", columns, MD_MAX_COLUMNS);
}

/* Newer releases of md4c leave a table of too many columns a paragraph: its second line tells. */
static void check_wide(struct md_reader *r, const struct md_entry *paragraph, uint32_t next)
{
    uint32_t at = md_skip_prefix(r, next, NULL);
    char c = md_at(r, at);
    if (c == '|' || c == '-' || c == ':')
        md_check_columns(r, paragraph->start, md_delimiter_columns(r, at));
}

/* CommonMark 0.31, 5.1: a paragraph in a quote goes on in a line without its >. Told once for a
 * block, as words meant to stand below a warning's box must not end up in it unseen. */
static void check_lazy(struct md_reader *r, uint32_t next)
{
    uint32_t markers, at = md_skip_prefix(r, next, &markers);
    if (r->lazy || markers >= r->quotes || at == md_line_end(r, at))
        return;
    r->lazy = true;
    diag_add(r->diags, DIAG_CODE_QUOTE_LAZY, md_span(r, at, md_line_end(r, at)),
             "write > in front of it, or an empty line before it if it stands on its own",
             "this line has no > and yet belongs to the %s above it",
             r->quotes > 1 ? "inner quote or box" : "quote or box");
}

/* A line end in inline content. */
static void take_break(struct md_reader *r, bool hard)
{
    uint32_t start = r->cursor, at = md_skip_blanks(r, start);
    if (hard && md_at(r, at) == '\\')
        at++;
    uint32_t next = md_line_next(r, at);
    uint32_t source = md_source(r, at), end = next > at ? md_source(r, next - 1) + 1 : source;
    struct md_entry *top = md_top(r);
    md_claim(r, hard ? start : at, next);
    check_lazy(r, next);
    if (!r->broke && top->leaf && top->type == MD_BLOCK_P) {
        check_wide(r, top, next);
        md_stray_line(r, top->start);
        struct node *before = top->node;
        md_callout_begin(r, top);
        r->broke = true;
        if (md_top(r)->node != before)
            return; /* the line was a callout's label */
    }
    md_stray_line(r, md_skip_prefix(r, next, NULL));
    const struct node *last = r->text.any ? NULL : md_top(r)->node->last;
    if (!hard && last && last->kind == NODE_LINE_BREAK)
        return; /* the line end after a <br> */
    if (!hard || r->pictures_open > 0) {
        put_bytes(r, SLICE_LIT(" "), source, end > source ? 1 : 0);
        return;
    }
    md_flush_text(r);
    doc_add(r->doc, md_top(r)->node, NODE_LINE_BREAK, md_span(r, start, next));
}

/* ---- code */

/* GFM 4.10: in a table, `\|` is a bar, in code as well. */
static void take_span_code(struct md_reader *r, uint32_t at, uint32_t end)
{
    md_claim(r, at, end);
    for (size_t i = r->depth; i-- > 0;) {
        if (!r->stack[i].leaf)
            continue;
        bool cell = r->stack[i].type == MD_BLOCK_TD || r->stack[i].type == MD_BLOCK_TH;
        for (uint32_t bar = at; cell && bar + 1 < end; bar++) {
            if (md_at(r, bar) != '\\' || md_at(r, bar + 1) != '|')
                continue;
            put_range(r, at, bar);
            at = ++bar;
        }
        break;
    }
    put_range(r, at, end);
}

static bool is_inserted(struct md_reader *r, uint32_t at)
{
    md_source(r, at);
    return r->copy.segments[r->segment].inserted;
}

/* A line end, or the blanks of an indentation, of a code or HTML block: constants of md4c's that
 * stand for what is at the cursor. */
static void take_constant(struct md_reader *r, struct md_text *text, struct slice bytes)
{
    uint32_t at = md_skip_blanks(r, r->cursor), prefix = md_skip_prefix(r, r->cursor, NULL);
    if (bytes.ptr[0] == '\n') {
        at = prefix == md_line_end(r, prefix) ? prefix : at;
        uint32_t next = md_line_next(r, at);
        uint32_t source = md_source(r, at);
        uint32_t len = next > at ? md_source(r, next - 1) + 1 - source : 0;
        if (next == at || !is_inserted(r, at))
            md_text_put(r, text, bytes, source, len);
        md_claim(r, at, next);
        return;
    }
    if (r->quotes > 0)
        at = prefix;
    uint32_t len = (uint32_t)bytes.len;
    uint32_t start = at >= r->cursor + len ? at - len : r->cursor;
    bool same = memcmp(r->copy.text + start, bytes.ptr, at - start < len ? 0 : len) == 0;
    md_text_put(r, text, bytes, md_source(r, start), same && at - start == len ? len : 0);
}

static void take_code(struct md_reader *r, uint32_t at, struct slice bytes)
{
    const struct md_entry *top = md_top(r);
    if (top->kind == MD_BLOCK && top->type == MD_BLOCK_CODE) {
        if (at == MD_NOWHERE) {
            take_constant(r, &r->text, bytes);
        } else {
            md_claim(r, at, at + (uint32_t)bytes.len);
            md_text_put_range(r, &r->text, at, at + (uint32_t)bytes.len);
        }
    } else if (at == MD_NOWHERE) {
        uint32_t line = md_skip_blanks(r, r->cursor);
        put_bytes(r, SLICE_LIT(" "), md_source(r, line), 1);
        md_claim(r, line, md_line_next(r, line));
    } else {
        take_span_code(r, at, at + (uint32_t)bytes.len);
    }
}

static void take_html(struct md_reader *r, uint32_t at, struct slice bytes)
{
    if (r->separator)
        return;
    r->html_open = true;
    if (at == MD_NOWHERE) {
        take_constant(r, &r->html, bytes);
    } else {
        md_claim(r, at, at + (uint32_t)bytes.len);
        md_text_put_range(r, &r->html, at, at + (uint32_t)bytes.len);
    }
}

int md_take_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
    struct md_reader *r = data;
    uint32_t at = place(r, text, size);
    if (size == 0)
        return 0;
    need_leaf(r);
    if (type != MD_TEXT_HTML)
        md_html_flush(r);
    switch (type) {
    case MD_TEXT_NORMAL:
        if (at != MD_NOWHERE)
            take_normal(r, at, at + size);
        break;
    case MD_TEXT_ENTITY:
        if (at != MD_NOWHERE)
            take_entity(r, at, at + size);
        break;
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR: take_break(r, type == MD_TEXT_BR); break;
    case MD_TEXT_CODE: take_code(r, at, (struct slice){text, size}); break;
    case MD_TEXT_HTML: take_html(r, at, (struct slice){text, size}); break;
    case MD_TEXT_NULLCHAR:
    case MD_TEXT_LATEXMATH: break; /* NUL was refused; equations are not asked for */
    }
    r->fresh = false;
    return 0;
}

/* ---- spans */

struct node *md_link_around(const struct md_reader *r)
{
    for (size_t i = r->depth; i-- > 0 && !r->stack[i].leaf;)
        if (r->stack[i].own && r->stack[i].node->kind == NODE_LINK)
            return r->stack[i].node;
    return NULL;
}

struct md_entry *md_open_inline(struct md_reader *r, enum md_kind kind, int type,
                                enum node_kind node, uint32_t at)
{
    struct md_entry *parent = md_top(r);
    struct node *inner = parent->node;
    bool flat = r->pictures_open > 0 || md_too_deep(r, at) ||
                (node == NODE_LINK && md_link_around(r)); /* an address in a link's words */
    uint32_t depth = (parent->leaf ? 0 : parent->depth) + !flat;
    for (size_t i = r->depth; i-- > 0 && r->stack[i].start == MD_NOWHERE;)
        r->stack[i].start = at;
    if (!flat) {
        md_flush_text(r);
        inner = doc_add(r->doc, parent->node, node, SPAN_NONE);
    }
    struct md_entry *entry = md_push(r, kind, type, inner, !flat);
    entry->depth = depth;
    entry->start = at;
    return entry;
}

/* An attribute of md4c's with its entities decoded; a slice of the source where it is one. */
static struct slice attribute(struct md_reader *r, const MD_ATTRIBUTE *attribute)
{
    if (attribute->size == 0)
        return SLICE_EMPTY;
    uint32_t at = place(r, attribute->text, attribute->size);
    if (at != MD_NOWHERE && attribute->substr_offsets[1] == attribute->size &&
        attribute->substr_types[0] == MD_TEXT_NORMAL) {
        struct md_text text = {0};
        md_text_put_range(r, &text, at, at + attribute->size);
        struct slice value = md_text_slice(r, &text);
        if (!text.direct)
            value = arena_copy(&r->doc->arena, value);
        md_text_free(&text);
        return value;
    }
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
    for (size_t i = 0; i < buf.len; i++) /* a title over several lines */
        if (buf.data[i] == '\n' || buf.data[i] == '\r')
            buf.data[i] = ' ';
    struct slice value = arena_copy(&r->doc->arena, buf_slice(&buf));
    buf_free(&buf);
    return value;
}

static struct md_entry *open_bracket(struct md_reader *r, MD_SPANTYPE type, uint32_t at,
                                     uint32_t len, const MD_ATTRIBUTE *href,
                                     const MD_ATTRIBUTE *title)
{
    struct md_entry *entry = md_open_inline(r, MD_SPAN, (int)type, NODE_LINK, at);
    if (len > 0)
        md_claim(r, at, at + len);
    entry = md_top(r);
    entry->address = attribute(r, href);
    entry->title = attribute(r, title);
    entry->label = at + len;
    if (href->size > 0)
        entry->href = place(r, href->text, href->size);
    return entry;
}

static void enter_link(struct md_reader *r, const MD_SPAN_A_DETAIL *detail)
{
    uint32_t at = md_expect(r, "[<");
    enum md_link kind = at == MD_NOWHERE      ? MD_LINK_BARE
                        : md_at(r, at) == '<' ? MD_LINK_ANGLE
                                              : MD_LINK_BRACKET;
    struct md_entry *entry = open_bracket(r, MD_SPAN_A, kind == MD_LINK_BARE ? r->cursor : at,
                                          kind != MD_LINK_BARE, &detail->href, &detail->title);
    entry->link = kind;
}

static void enter_image(struct md_reader *r, const MD_SPAN_IMG_DETAIL *detail)
{
    uint32_t at = md_expect(r, "!");
    bool found = at != MD_NOWHERE;
    md_flush_text(r);
    if (r->pictures_open++ == 0)
        buf_clear(&r->alt);
    struct md_entry *entry = open_bracket(r, MD_SPAN_IMG, found ? at : r->cursor, found ? 2 : 0,
                                          &detail->src, &detail->title);
    entry->link = MD_LINK_BRACKET;
}

static void enter_marked(struct md_reader *r, MD_SPANTYPE type, enum node_kind kind,
                         const char *characters, uint32_t len)
{
    uint32_t at = md_expect(r, characters);
    uint32_t run = at == MD_NOWHERE ? 0 : md_run(r, at, md_at(r, at));
    md_open_inline(r, MD_SPAN, (int)type, kind, at == MD_NOWHERE ? r->cursor : at);
    if (run == 0)
        return;
    len = len > 0 && len < run ? len : run;
    md_top(r)->marker = len;
    md_claim(r, at, at + len);
}

int md_enter_span(MD_SPANTYPE type, void *detail, void *data)
{
    struct md_reader *r = data;
    need_leaf(r);
    md_html_flush(r);
    switch (type) {
    case MD_SPAN_EM: enter_marked(r, type, NODE_EMPHASIS, "*_", 1); break;
    case MD_SPAN_STRONG: enter_marked(r, type, NODE_STRONG, "*_", 2); break;
    case MD_SPAN_DEL: enter_marked(r, type, NODE_STRIKE, "~", 2); break;
    case MD_SPAN_CODE: enter_marked(r, type, NODE_CODE, "`", 0); break;
    case MD_SPAN_A: enter_link(r, detail); break;
    case MD_SPAN_IMG: enter_image(r, detail); break;
    case MD_SPAN_LATEXMATH:
    case MD_SPAN_LATEXMATH_DISPLAY:
    case MD_SPAN_WIKILINK:
    case MD_SPAN_U: break; /* not asked for */
    }
    r->fresh = false;
    return 0;
}

/* Puts the children of node into its place. */
static void unwrap(struct node *node)
{
    while (node->first) {
        struct node *child = node->first;
        doc_remove(child);
        doc_insert_before(node, child);
    }
    doc_remove(node);
}

/* A link or picture inside the description of a picture, or nested too deep, is only its words. */
static void report_dropped(struct md_reader *r, const struct md_entry *entry)
{
    struct span span =
        md_span(r, entry->start, r->cursor > entry->start ? r->cursor : entry->start);
    if (entry->title.len > 0)
        diag_add(r->diags, DIAG_CODE_TEXT_DROPPED, span,
                 "give the words their own place in the text",
                 "the title of this link is not printed: \"%.*s\"",
                 SLICE_ARGS(slice_sub(entry->title, 0, 60)));
    else if (entry->address.len > 0 && entry->link == MD_LINK_BRACKET)
        diag_add(r->diags, DIAG_CODE_LINK_ADDRESS_UNUSED, span,
                 "a picture's description is plain words: put the link into the text",
                 "the address of this link is not used");
}

static void leave_link(struct md_reader *r, struct md_entry entry)
{
    struct node *node = entry.node;
    if (!entry.own) {
        report_dropped(r, &entry);
        return;
    }
    node->u.link.href = entry.address;
    node->u.link.title = entry.title;
    if (entry.address.len == 0) {
        diag_add(r->diags, DIAG_CODE_LINK_EMPTY, node->span,
                 "write the address between the parentheses", "this link has no address");
        if (entry.title.len > 0)
            report_dropped(r, &entry);
        unwrap(node);
        r->tail.node = NULL;
    } else if (!node->first) {
        node->u.link.wordless = true;
        doc_add_text(r->doc, node, entry.address, node->span);
    }
}

static void leave_image(struct md_reader *r, struct md_entry entry)
{
    if (--r->pictures_open > 0) {
        report_dropped(r, &entry);
        return;
    }
    struct span span = md_span(r, entry.start, r->cursor);
    const char *alt = arena_string(&r->doc->arena, buf_slice(&r->alt));
    bool blank = slice_trim(slice_from(alt)).len == 0;
    md_add_picture(r, entry.address, blank ? NULL : alt, 0, entry.title, span);
    r->tail.node = md_top(r)->node->last;
}

void md_add_picture(struct md_reader *r, struct slice address, const char *alt, int32_t width,
                    struct slice title, struct span span)
{
    struct node *node = doc_add(r->doc, md_top(r)->node, NODE_IMAGE, span);
    node->text = address; /* until read_links opens the file */
    node->u.image.alt = alt ? alt : "";
    node->u.image.undescribed = !alt;
    node->u.image.width = width;
    if (title.len == 0)
        return;
    r->pictures = mem_grow(r->pictures, &r->picture_cap, r->picture_count + 1, sizeof *r->pictures);
    r->pictures[r->picture_count++] = (struct md_picture){node, title};
}

static void claim_close(struct md_reader *r, const char *characters, uint32_t len)
{
    uint32_t at = md_expect(r, characters);
    if (at != MD_NOWHERE && len > 0)
        md_claim(r, at, at + len);
}

void md_finish_span(struct md_reader *r)
{
    if (md_top(r)->own)
        md_flush_text(r);
    struct md_entry entry = *md_top(r);
    switch ((MD_SPANTYPE)entry.type) {
    case MD_SPAN_EM:
    case MD_SPAN_STRONG: claim_close(r, "*_", entry.marker); break;
    case MD_SPAN_DEL: claim_close(r, "~", entry.marker); break;
    case MD_SPAN_CODE: claim_close(r, "`", entry.marker); break;
    case MD_SPAN_A:
        if (entry.link == MD_LINK_ANGLE)
            claim_close(r, ">", 1);
        else if (entry.link == MD_LINK_BRACKET)
            md_claim_tail(r, &entry);
        break;
    case MD_SPAN_IMG: md_claim_tail(r, &entry); break;
    case MD_SPAN_LATEXMATH:
    case MD_SPAN_LATEXMATH_DISPLAY:
    case MD_SPAN_WIKILINK:
    case MD_SPAN_U: break;
    }
    md_close(r);
    if (entry.type == MD_SPAN_A)
        leave_link(r, entry);
    else if (entry.type == MD_SPAN_IMG)
        leave_image(r, entry);
}

/* md4c 0.4.8 closes an emphasis that it has not opened, when an address took in the opening marks:
 * `http://a.example?*b *c`. They are text then. */
static void put_stray(struct md_reader *r)
{
    uint32_t at = md_expect(r, "*_~");
    if (at == MD_NOWHERE)
        return;
    uint32_t end = at + md_run(r, at, md_at(r, at));
    md_claim(r, at, end);
    put_range(r, at, end);
}

int md_leave_span(MD_SPANTYPE type, void *detail, void *data)
{
    struct md_reader *r = data;
    size_t level = r->depth;
    (void)detail;
    md_html_flush(r);
    while (level > 0 && !r->stack[level - 1].leaf &&
           (r->stack[level - 1].kind != MD_SPAN || r->stack[level - 1].type != (int)type))
        level--;
    if (level == 0 || r->stack[level - 1].leaf) {
        put_stray(r);
        return 0;
    }
    md_html_close(r, level);
    md_finish_span(r);
    return 0;
}
