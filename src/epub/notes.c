#include "epub/notes.h"

#include "epub/ids.h"
#include "epub/lists.h"
#include "epub/wording.h"

void part_put_note_ref(struct part_writer *w, const struct node *node)
{
    const struct node *note = node->u.note_ref.note;
    markup_start_with(w->markup, "a",
                      ATTRIBUTES("epub:type", "noteref", "role", "doc-noteref", "id",
                                 epub_call_id(w->epub, node), "href",
                                 part_href(w, note, epub_id_of(w->epub, note))));
    markup_start(w->markup, "sup");
    markup_text(w->markup, node->text);
    markup_end(w->markup);
    markup_end(w->markup);
}

void part_start_note(struct part_writer *w, const struct node *node)
{
    part_start_for(w, node, "aside", "footnote");
    markup_attribute(w->markup, "epub:type", "footnote");
    markup_attribute(w->markup, "role", "doc-footnote");
    markup_attribute(w->markup, "id", epub_id_of(w->epub, node));
    if (!part_has_first_line(node)) {
        markup_start(w->markup, "p");
        part_put_label(w, node);
        markup_end(w->markup);
    }
}

/* count: of the links, which are numbered where there are several. */
static void put_back_link(struct part_writer *w, const struct node *ref, uint32_t count)
{
    const char *back = epub_word(w->epub, WORD_BACK);
    const char *lang = epub_word_lang(w->epub, WORD_BACK, ref->u.note_ref.note);
    const char *number =
        count > 1 ? arena_format(&w->epub->arena, " %u", ref->u.note_ref.occurrence) : "";
    markup_string(w->markup, " ");
    markup_put(w->markup, "a",
               ATTRIBUTES("epub:type", "backlink", "role", "doc-backlink", "href",
                          part_href(w, ref, epub_call_id(w->epub, ref)), "aria-label",
                          arena_format(&w->epub->arena, "%s%s", back, number), "lang", lang,
                          "xml:lang", lang),
               arena_format(&w->epub->arena, "\xe2\x86\x91%s", number));
}

static bool is_in_print_only(const struct node *node)
{
    while (node && node->media != NODE_MEDIA_PRINT)
        node = node->parent;
    return node;
}

/* A way back to each place that calls the note. */
static void put_back_links(struct part_writer *w, const struct node *note)
{
    const struct node *first = note->u.note.first_ref;
    uint32_t count = 0;
    for (const struct node *ref = first; ref; ref = ref->u.note_ref.next)
        count += !is_in_print_only(ref);
    for (const struct node *ref = first; ref; ref = ref->u.note_ref.next)
        if (!is_in_print_only(ref))
            put_back_link(w, ref, count);
}

static bool ends_note(const struct node *node)
{
    return node->kind == NODE_PARAGRAPH && node->parent->kind == NODE_NOTE && !node->next;
}

void part_end_note(struct part_writer *w, const struct node *node)
{
    if (ends_note(node)) {
        put_back_links(w, node->parent);
    } else if (node->kind == NODE_NOTE && !(node->last && ends_note(node->last))) {
        markup_start(w->markup, "p");
        put_back_links(w, node);
        markup_end(w->markup);
    }
}
