#include "read/markdown/leaf.h"

#include "read/markdown/callout.h"
#include "read/markdown/finish.h"
#include "read/markdown/html.h"
#include "read/markdown/nodes.h"
#include "read/markdown/stack.h"
#include "read/markdown/stray.h"

struct md_entry *md_open_leaf(struct md_reader *r, enum md_opener opener, enum node_kind kind)
{
    struct md_entry *entry = md_open_block(r, kind);
    entry->opener = opener;
    entry->leaf = true;
    r->ledger.fresh = true;
    r->leaf.broke = r->leaf.lazy = r->leaf.stray = false;
    r->leaf.picture_count = 0;
    return entry;
}

void md_need_leaf(struct md_reader *r)
{
    if (md_top(&r->stack)->kind == NODE_ITEM)
        md_open_leaf(r, MD_IMPLIED, NODE_PARAGRAPH);
}

void md_settle_leaf(struct md_reader *r)
{
    size_t level = md_leaf_level(&r->stack);
    md_html_flush(r);
    md_html_close(r, level);
    md_flush_text(r);
    r->ledger.fresh = false;
}

void md_close_leaf(struct md_reader *r)
{
    struct node *leaf = md_top(&r->stack)->node;
    md_close(r);
    md_block_finish(r, leaf);
}

void md_close_paragraph(struct md_reader *r)
{
    md_settle_leaf(r);
    if (!r->leaf.broke) {
        md_stray_line(r, md_top(&r->stack)->start);
        md_callout_begin(r, md_top(&r->stack));
    }
    md_close_leaf(r);
}

void md_close_implied(struct md_reader *r)
{
    size_t level = md_leaf_level(&r->stack);
    if (level > 0 && r->stack.entries[level - 1].opener == MD_IMPLIED)
        md_close_paragraph(r);
}
