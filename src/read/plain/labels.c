#include "read/plain/labels.h"

#include "doc/label.h"

/* Lists inside lists that may be open at once. */
#define OPEN_LISTS 4u

/* In lines: what is further apart is no list. */
#define FAR 12u

/* A list that is being counted. */
struct counted {
    enum node_numbering numbering;
    char delimiter;
    uint32_t number;      /* of its last item */
    uint32_t first, last; /* lines of its first and last item */
};

static void make_item(struct plain_article *article, uint32_t i, const struct counted *list)
{
    struct plain_line *line = &article->lines[i];
    line->lead = line->start.label.skip;
    line->offset += line->lead;
    line->len -= line->lead;
    line->start.kind = PLAIN_NUMBER;
    line->start.labelled = false;
    line->start.numbering = list->numbering;
    line->start.delimiter = list->delimiter;
    line->start.number = i == list->first ? 1 : list->number;
}

/* True if line i is the list's next item. */
static bool counts_on(const struct plain_article *article, const struct counted *list, uint32_t i)
{
    const struct plain_label *label = &article->lines[i].start.label;
    return label->delimiter == list->delimiter && i - list->last <= FAR &&
           label_value(label->numeral, list->numbering) == list->number + 1;
}

/* True if line i can be the first item of a list. Roman first: "i" is the ninth letter. */
static bool begins_list(const struct plain_article *article, uint32_t i, struct counted *out)
{
    static const enum node_numbering all[] = {NODE_LOWER_ROMAN, NODE_LOWER_LETTERS,
                                              NODE_UPPER_LETTERS, NODE_DECIMAL};
    const struct plain_label *label = &article->lines[i].start.label;
    for (size_t n = 0; n < sizeof all / sizeof *all; n++)
        if (label_value(label->numeral, all[n]) == 1) {
            *out = (struct counted){all[n], label->delimiter, 1, i, i};
            return true;
        }
    return false;
}

void plain_find_labels(struct plain_article *article)
{
    struct counted open[OPEN_LISTS];
    uint32_t count = 0;
    for (uint32_t i = 0; i < article->line_count; i++) {
        if (!article->lines[i].start.labelled || article->lines[i].start.label.skip == 0)
            continue;
        uint32_t at = count;
        while (at > 0 && !counts_on(article, &open[at - 1], i))
            at--;
        if (at == 0) {
            count = count < OPEN_LISTS ? count : 0;
            count += begins_list(article, i, &open[count]);
            continue;
        }
        struct counted *list = &open[at - 1];
        if (list->first == list->last)
            make_item(article, list->first, list);
        list->number++;
        list->last = i;
        make_item(article, i, list);
        count = at;
    }
}
