#include "read/markdown/html_descriptions.h"

#include "read/markdown/html_looks.h"

/* True if each group of terms has its descriptions behind it, and nothing else is there. */
static bool is_regular(const struct node *list)
{
    for (const struct node *at = list->first; at; at = at->next) {
        bool term = at->kind == NODE_TERM && at->next;
        bool means = at->kind == NODE_DESCRIPTION && at->first && at->previous;
        if (!term && !means)
            return false;
    }
    return true;
}

static void move_all(struct node *from, struct node *to)
{
    for (struct node *child; (child = from->first);) {
        doc_remove(child);
        doc_append(to, child);
    }
    doc_remove(from);
}

static struct span cover(struct span a, struct span b)
{
    uint32_t end = b.offset + b.len;
    if (a.source == b.source && end > a.offset + a.len)
        a.len = end - a.offset;
    return a;
}

/* Adds the rest of the group that begins with the child: terms on lines of their own. */
static void join_group(struct md_reader *r, struct node *child)
{
    while (child->next && child->next->kind == child->kind) {
        struct node *more = child->next;
        child->span = cover(child->span, more->span);
        if (child->kind == NODE_TERM)
            doc_add(r->doc, child, NODE_LINE_BREAK, more->span);
        move_all(more, child);
    }
}

static void make_entries(struct md_reader *r, struct node *list)
{
    for (struct node *term = list->first, *next; term; term = next) {
        join_group(r, term);
        struct node *means = term->next;
        join_group(r, means);
        next = means->next;
        struct node *entry = doc_add(r->doc, list, NODE_DESCRIPTION_ENTRY, term->span);
        entry->span = cover(entry->span, means->span);
        doc_remove(entry);
        doc_insert_before(term, entry);
        doc_remove(term);
        doc_append(entry, term);
        doc_remove(means);
        doc_append(entry, means);
    }
}

void md_html_descriptions_finish(struct md_reader *r, struct node *list)
{
    if (list->first && is_regular(list)) {
        make_entries(r, list);
        return;
    }
    if (list->first)
        md_looks_add(r, "<dl>", list->span);
    for (struct node *child = list->first, *next; child; child = next) {
        next = child->next;
        if (child->kind == NODE_TERM)
            child->kind = NODE_PARAGRAPH;
        else if (child->kind == NODE_DESCRIPTION)
            doc_unwrap(child);
    }
    doc_unwrap(list);
}
