#include "read/markdown/boxes.h"

#include "read/markdown/quotes.h"
#include "read/markdown/html_blocks.h"
#include "read/markdown/nodes.h"

void md_box_page_break(struct md_reader *r, struct span span)
{
    md_html_hold(r);
    doc_add(r->doc, md_top(r)->node, NODE_PAGE_BREAK, span);
}

static void open_box(struct md_reader *r, const struct md_mark *mark, struct span span)
{
    md_html_hold(r);
    struct node *parent = md_top(r)->node;
    if (md_too_deep(r, r->ledger.cursor))
        return;
    struct node *callout = md_callout_add(r, parent, mark->callout, mark->title, span);
    md_html_open_box(r, callout, span, mark);
}

/* The first column of the table above heads its rows. */
static void mark_table(struct md_reader *r, struct span span)
{
    struct node *table = md_top(r)->node->last;
    if (table && table->kind == NODE_TABLE)
        table->u.table.row_headers = true;
    else
        diag_add(r->diags, DIAG_CODE_ATTRIBUTE_UNUSED, span,
                 "put it right below the table whose first column heads its rows, or delete it",
                 "no table stands above this line, so it is left out");
}

static void tell(struct md_reader *r, const struct md_mark *mark, struct span span)
{
    if (mark->message)
        diag_add(r->diags, mark->code, span, mark->hint, "%s", mark->message);
}

void md_box_mark(struct md_reader *r, const struct md_mark *mark)
{
    struct span span = {r->copy.source, mark->start, mark->end - mark->start};
    switch (mark->kind) {
    case MD_MARK_PAGE_BREAK: md_box_page_break(r, span); break;
    case MD_MARK_BOX: open_box(r, mark, span); break;
    case MD_MARK_BOX_END:
        if (!md_html_close_box(r, mark->opening))
            tell(r, mark, span);
        break;
    case MD_MARK_ROW_HEADERS: mark_table(r, span); break;
    case MD_MARK_LEFT_OUT: tell(r, mark, span); break;
    }
}
