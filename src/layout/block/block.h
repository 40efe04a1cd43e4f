/* Blocks: from the nodes of the tree to boxes in the galley. One file for each family of blocks;
 * the entry points that they offer one another are here. Recursion is as deep as blocks are nested,
 * which read/ limits. Only layout/ includes it. */
#ifndef LAYOUT_BLOCK_BLOCK_H
#define LAYOUT_BLOCK_BLOCK_H

#include "layout/page/galley.h"

/* The column that blocks flow into, and how their text is set. */
struct flow {
    unit x, measure; /* x from the left edge of the text area */
    bool rtl;
    struct style_text text;
    unit gap;       /* between paragraphs */
    int list_depth; /* of bullet lists: picks the bullet */
    bool justified;
    int heading_level; /* headings look at most like this level */
};

/* The flow of the text area. */
struct flow block_flow(const struct layout *layout);
/* The same narrower at its start and end edges. */
struct flow block_inset(const struct flow *flow, unit start, unit end);
/* The same in the direction of a node. */
struct flow block_turn(struct galley *galley, const struct flow *flow, const struct node *node);
/* True for a node that is printed. */
bool block_is_printed(const struct node *node);
/* The parameters of a paragraph in a flow. */
struct par_params block_params(const struct layout *layout, const struct flow *flow);

/* Sets one block, or all blocks (or the inline content) below a node. */
void block_set(struct galley *galley, const struct node *node, const struct flow *flow);
void block_set_children(struct galley *galley, const struct node *parent, const struct flow *flow);
/* Sets a node's inline content as one paragraph. */
void block_set_inline(struct galley *galley, const struct node *node, const struct flow *flow);

/* block_list.c */
void block_set_list(struct galley *galley, const struct node *list, const struct flow *flow);
/* table.c */
void block_set_table(struct galley *galley, const struct node *table, const struct flow *flow);
/* callout.c */
void block_set_callout(struct galley *galley, const struct node *callout, const struct flow *flow);
/* figure.c */
void block_set_figure(struct galley *galley, const struct node *figure, const struct flow *flow);
/* A picture or QR code fitted into width x height (never enlarged beyond its wanted size): its
 * items at 0,0 and its size. No items for a picture that could not be read. */
struct picture {
    const struct frame_item *items;
    uint32_t count;
    unit width, height;
};
struct picture figure_fit(struct galley *galley, const struct node *figure, unit width,
                          unit height);
/* front_back.c */
void block_set_masthead(struct galley *galley, const struct node *node, const struct flow *flow);
void block_set_contact(struct galley *galley, const struct node *node, const struct flow *flow);
void block_set_descriptions(struct galley *galley, const struct node *node,
                            const struct flow *flow);

#endif
