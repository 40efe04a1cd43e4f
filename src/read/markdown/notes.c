#include "read/markdown/notes.h"

#include "read/markdown/limits.h"
#include "read/markdown/nodes.h"

void md_notes_begin(struct md_reader *r)
{
    for (size_t i = 0; i < r->definitions.note_count; i++) {
        struct node *node = doc_add(r->doc, NULL, NODE_NOTE, SPAN_NONE);
        node->u.note.number = (uint32_t)i;
        r->definitions.notes[i]->node = node;
    }
    r->notes.open = r->definitions.note_count > 0;
}

void md_note_ref(struct md_reader *r, uint32_t at, uint32_t len)
{
    struct span span = md_span(&r->copy, at, at + len);
    struct slice label = slice_sub(r->copy.source->text, span.offset + 2, span.len - 3);
    struct slice key = md_note_key(&r->doc->arena, label);
    struct md_definition *note = map_get(&r->definitions.note_map, key);
    if (!note) {
        diag_add(r->diags, DIAG_CODE_FOOTNOTE_MISSING, span,
                 "write the note in a line of its own: [^label]: its text",
                 "there is no footnote [^%.*s%s]; the reference is printed as it stands",
                 DIAG_SHOWN(label));
        md_put_range(r, at, at + len);
        return;
    }
    md_flush_text(r);
    struct node *link = md_link_around(r);
    struct node *ref = doc_add(r->doc, link ? NULL : md_top(r)->node, NODE_NOTE_REF, span);
    ref->u.note_ref.note = note->node;
    if (!link)
        return;
    while (link->next && link->next->kind == NODE_NOTE_REF)
        link = link->next;
    doc_insert_after(link, ref); /* a link itself, it stands behind the one it was written in */
}

/* Where notes go as the walk over the references comes to them. */
struct placing {
    uint32_t count;
    const struct node *block; /* the last top-level block that got a note, and its last note */
    struct node *last;
};

/* Puts a note behind the block of its first reference, and behind the notes that stand there. */
static void place(struct placing *placing, struct node *ref, struct node *note,
                  const struct node *root)
{
    struct node *block = ref;
    while (block->parent != root)
        block = block->parent;
    struct node *before = block == placing->block ? placing->last : block;
    while (before->next && before->next->kind == NODE_NOTE)
        before = before->next;
    doc_insert_after(before, note);
    placing->block = block;
    placing->last = note;
}

static void take_ref(struct md_reader *r, struct node *ref, struct placing *placing)
{
    /* until it gets its own number, a note's node holds its index */
    struct md_definition *note = r->definitions.notes[ref->u.note_ref.note->u.note.number];
    if (!note->node->u.note.first_ref) {
        note->node->u.note.first_ref = ref;
        note->number = ++placing->count;
        place(placing, ref, note->node, r->doc->root);
    }
    if (note->last_ref)
        note->last_ref->u.note_ref.next = ref;
    note->last_ref = ref;
    ref->u.note_ref.occurrence = ++note->refs;
    ref->text = slice_from(arena_format(&r->doc->arena, "%u", (unsigned)note->number));
}

void md_notes_place(struct md_reader *r)
{
    struct placing placing = {0};
    if (r->definitions.note_count == 0)
        return;
    /* notes join the walk behind the block that refers to them: so do the references in notes */
    for (struct node *at = r->doc->root; at; at = doc_next(at, r->doc->root))
        if (at->kind == NODE_NOTE_REF)
            take_ref(r, at, &placing);
    for (size_t i = 0; i < r->definitions.note_count; i++) {
        const struct md_definition *note = r->definitions.notes[i];
        note->node->u.note.number = note->number;
        note->node->span = note->span;
        if (!note->node->u.note.first_ref)
            diag_add(r->diags, DIAG_CODE_FOOTNOTE_UNUSED, note->span,
                     "refer to it in the text as [^label], or delete it",
                     "nothing refers to the footnote [^%.*s%s], so it is not printed",
                     DIAG_SHOWN(note->key));
    }
}
