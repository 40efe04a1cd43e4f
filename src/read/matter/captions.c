#include "read/matter/captions.h"

#include <string.h>

static void move_to_front(struct node *parent, struct node *child)
{
    if (parent->first == child)
        return;
    doc_remove(child);
    doc_insert_before(parent->first, child);
}

/* Our words around a caption's: what the pattern "Table {1}. {2}" has before and after {2}. */
static void number_caption(struct matter *matter, struct node *caption, unsigned number)
{
    struct arena *arena = &matter->doc->arena;
    const char *pattern = matter->doc->meta.wording[WORD_TABLE];
    const char *place = strstr(pattern, "{2}");
    size_t before = place ? (size_t)(place - pattern) : strlen(pattern);
    const char *start = arena_string(arena, (struct slice){pattern, before});
    const char *digits = arena_format(arena, "%u", number);
    if (before > 0) {
        matter_wording(matter, caption, WORD_TABLE, words_fill(arena, start, digits, NULL));
        move_to_front(caption, caption->last);
    }
    if (place && place[3])
        matter_wording(matter, caption, WORD_TABLE, words_fill(arena, place + 3, digits, NULL));
}

void matter_captions(struct matter *matter)
{
    struct node *root = matter->doc->root;
    unsigned number = 0;
    for (struct node *at = root; at; at = doc_next(at, root))
        if (at->kind == NODE_TABLE && at->first && at->first->kind == NODE_CAPTION)
            number_caption(matter, at->first, ++number);
}
