#include "epub/lists.h"

#include "doc/direction.h"
#include "doc/label.h"
#include "epub/exercise.h"
#include "epub/wording.h"

/* All readers write "1.", "2." themselves. No other form, and some begin with 1 whatever the list
 * says, and know no letters (MuPDF 1.21): such labels are text. */
static bool has_own_labels(const struct node *list)
{
    return list->u.list.ordered && (list->u.list.delimiter != '.' || list->u.list.start != 1 ||
                                    list->u.list.numbering != NODE_DECIMAL);
}

/* Readers set numbers beside the text and leave room for one digit. */
static const char *label_class(struct part_writer *w, const struct node *list)
{
    if (!list->u.list.ordered || !list->last)
        return NULL;
    if (has_own_labels(list))
        return "labelled";
    size_t longest = label_text(list->last, &w->epub->arena).len;
    return longest <= 2 ? NULL : longest == 3 ? "label-3" : longest == 4 ? "label-4" : "label-5";
}

void part_start_list(struct part_writer *w, const struct node *node)
{
    static const char *const types[] = {
        [NODE_DECIMAL] = NULL,    [NODE_LOWER_LETTERS] = "a", [NODE_UPPER_LETTERS] = "A",
        [NODE_LOWER_ROMAN] = "i", [NODE_UPPER_ROMAN] = "I",
    };
    part_start_for(w, node, node->u.list.ordered ? "ol" : "ul", label_class(w, node));
    if (!node->u.list.ordered)
        return;
    markup_attribute(w->markup, "type", types[node->u.list.numbering]);
    if (node->u.list.start != 1)
        markup_attribute(w->markup, "start", part_number(w, node->u.list.start));
}

static void put_task(struct part_writer *w, const struct node *item)
{
    bool done = item->u.item.task == NODE_TASK_DONE;
    enum word word = done ? WORD_TASK_DONE : WORD_TASK_OPEN;
    const char *lang = epub_word_lang(w->epub, word, item);
    markup_put(w->markup, "span",
               ATTRIBUTES("class", "label", "role", "img", "aria-label", epub_word(w->epub, word),
                          "lang", lang, "xml:lang", lang),
               done ? "\xe2\x98\x91" : "\xe2\x98\x90");
    markup_string(w->markup, " ");
}

static void put_label(struct part_writer *w, const char *label)
{
    markup_put(w->markup, "span", ATTRIBUTES("class", "label"), label);
    markup_string(w->markup, " ");
}

void part_put_label(struct part_writer *w, const struct node *labelled)
{
    bool item = labelled->kind == NODE_ITEM;
    if (labelled->kind == NODE_NOTE)
        put_label(w, part_number(w, labelled->u.note.number));
    if (item && has_own_labels(labelled->parent))
        put_label(w, label_text(labelled, &w->epub->arena).ptr);
    if (item && labelled->u.item.task != NODE_TASK_NONE)
        put_task(w, labelled);
}

bool part_has_first_line(const struct node *labelled)
{
    return labelled->first && labelled->first->kind == NODE_PARAGRAPH;
}

static void start_exercise(struct part_writer *w)
{
    part_start(w, "div");
    markup_attribute(w->markup, "class", "exercise");
}

/* An item that runs the other way than its list: its bullet stands where the list leaves no room.
 */
static bool is_turned(const struct node *item)
{
    bool says = item->dir == NODE_DIR_LTR || item->dir == NODE_DIR_RTL;
    return says && item->dir != node_direction_around(item);
}

void part_start_item(struct part_writer *w, const struct node *node)
{
    bool task = node->u.item.task != NODE_TASK_NONE, turned = is_turned(node);
    bool bare = task && !node->parent->u.list.ordered; /* no number beside its box */
    const char *kind = bare ? "task" : NULL;
    part_start_for(w, node, "li", turned ? bare ? "task turned" : "turned" : kind);
    if (!part_has_first_line(node))
        part_put_label(w, node);
    if (!task && !has_own_labels(node->parent) && exercise_is_step(node))
        start_exercise(w);
}
