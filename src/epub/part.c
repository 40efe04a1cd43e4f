#include "epub/part.h"

#include "epub/split.h"

const char *part_number(struct part_writer *w, uint32_t number)
{
    return arena_format(&w->epub->arena, "%u", number);
}

void part_start(struct part_writer *w, const char *name)
{
    markup_start(w->markup, name);
    w->opened[w->depth]++;
}

void epub_put_language(struct markup *m, const struct node *node)
{
    static const char *const directions[] = {
        [NODE_DIR_INHERIT] = NULL,
        [NODE_DIR_LTR] = "ltr",
        [NODE_DIR_RTL] = "rtl",
        [NODE_DIR_AUTO] = "auto",
    };
    markup_attribute(m, "lang", node->lang);
    markup_attribute(m, "xml:lang", node->lang);
    markup_attribute(m, "dir", directions[node->dir]);
}

void part_start_for(struct part_writer *w, const struct node *node, const char *name,
                    const char *class)
{
    part_start(w, name);
    markup_attribute(w->markup, "class", class);
    epub_put_language(w->markup, node);
}

const char *part_href(struct part_writer *w, const struct node *target, const char *id)
{
    uint32_t part = epub_part_of(w->epub, target);
    return arena_format(&w->epub->arena, "%s#%s",
                        part == w->part ? "" : epub_part_name(w->epub, part), id);
}
