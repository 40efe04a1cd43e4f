#include "read/markdown/spans.h"

#include "read/markdown/ledger.h"
#include "read/markdown/limits.h"
#include "read/markdown/nodes.h"
#include "read/markdown/stack.h"

/* ---- opening */

void md_enter_marked(struct md_reader *r, enum node_kind kind, const char *marks, uint32_t len)
{
    uint32_t at = md_expect(r, marks);
    uint32_t run = at == MD_NOWHERE ? 0 : md_run(r->copy.text, at, md_at(r->copy.text, at));
    struct md_entry *entry =
        md_open_inline(r, MD_SPAN, kind, at == MD_NOWHERE ? r->ledger.cursor : at);
    entry->marks = marks;
    entry->marker = len > 0 && len < run ? len : run;
    if (run > 0)
        md_claim(r, at, at + entry->marker);
}

/* len: of the opening marks, 0 for a bare address. */
static struct md_entry *open_target(struct md_reader *r, enum node_kind kind, uint32_t at,
                                    uint32_t len, struct md_target target)
{
    struct md_entry *entry =
        md_open_inline(r, MD_SPAN, kind, at == MD_NOWHERE ? r->ledger.cursor : at);
    entry->label = entry->start + len;
    entry->target = target;
    if (len > 0)
        md_claim(r, entry->start, entry->label);
    return entry;
}

void md_enter_link(struct md_reader *r, struct md_target target)
{
    uint32_t at = md_expect(r, "[<");
    bool angle = md_at(r->copy.text, at) == '<';
    struct md_entry *entry = open_target(r, NODE_LINK, at, at != MD_NOWHERE, target);
    entry->bracket = at != MD_NOWHERE && !angle;
    if (angle) {
        entry->marks = ">";
        entry->marker = 1;
    }
}

void md_enter_image(struct md_reader *r, struct md_target target)
{
    uint32_t at = md_expect(r, "!");
    md_flush_text(r);
    if (r->pictures_open++ == 0)
        buf_clear(&r->alt);
    open_target(r, NODE_IMAGE, at, at == MD_NOWHERE ? 0 : 2, target)->bracket = true;
}

/* ---- closing */

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
    struct span span = md_entry_span(r, entry);
    if (entry->target.title.len > 0)
        diag_add(r->diags, DIAG_CODE_TEXT_DROPPED, span,
                 "give the words their own place in the text",
                 "the title of this link is not printed: \"%.*s\"", MD_QUOTED(entry->target.title));
    else if (entry->target.address.len > 0 && entry->bracket)
        diag_add(r->diags, DIAG_CODE_LINK_ADDRESS_UNUSED, span,
                 "a picture's description is plain words: put the link into the text",
                 "the address of this link is not used");
}

static void leave_link(struct md_reader *r, const struct md_entry *entry)
{
    struct node *node = entry->node;
    if (!entry->own) {
        report_dropped(r, entry);
        return;
    }
    node->u.link.href = entry->target.address;
    node->u.link.title = entry->target.title;
    if (entry->target.address.len == 0) {
        diag_add(r->diags, DIAG_CODE_LINK_EMPTY, node->span,
                 "write the address between the parentheses", "this link has no address");
        if (entry->target.title.len > 0)
            report_dropped(r, entry);
        unwrap(node);
        r->ledger.tail.node = NULL;
    } else if (!node->first) {
        node->u.link.wordless = true;
        doc_add_text(r->doc, node, entry->target.address, node->span);
    }
}

static void leave_image(struct md_reader *r, const struct md_entry *entry)
{
    if (--r->pictures_open > 0) {
        report_dropped(r, entry);
        return;
    }
    const char *alt = arena_string(&r->doc->arena, buf_slice(&r->alt));
    bool blank = slice_trim(slice_from(alt)).len == 0;
    r->ledger.tail.node =
        md_add_picture(r, &entry->target, blank ? NULL : alt, 0, md_entry_span(r, entry));
}

void md_finish_span(struct md_reader *r)
{
    if (md_top(&r->stack)->own)
        md_flush_text(r);
    struct md_entry entry = *md_top(&r->stack);
    uint32_t at = entry.marks ? md_expect(r, entry.marks) : MD_NOWHERE;
    if (entry.bracket)
        md_claim_tail(r, &entry);
    else if (at != MD_NOWHERE && entry.marker > 0)
        md_claim(r, at, at + entry.marker);
    md_close(r);
    if (entry.kind == NODE_LINK)
        leave_link(r, &entry);
    else if (entry.kind == NODE_IMAGE)
        leave_image(r, &entry);
}

void md_put_stray_marks(struct md_reader *r)
{
    uint32_t at = md_expect(r, "*_~");
    if (at == MD_NOWHERE)
        return;
    uint32_t end = at + md_run(r->copy.text, at, md_at(r->copy.text, at));
    md_claim(r, at, end);
    md_put_range(r, at, end);
}
