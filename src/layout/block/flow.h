/* The column that blocks flow into, and how their text is set. Only block/ includes it. */
#pragma once

#include "layout/par/context.h"
#include "layout/par/paragraph.h"

struct flow {
    unit x, measure; /* x from the left edge of the text area */
    bool rtl;
    struct style_text text;
    unit gap;       /* between paragraphs */
    int list_depth; /* of bullet lists: picks the bullet */
    bool justified;
    int heading_level; /* headings look at most like this level */
};

/* The flow of a column of the text area; of what spans the columns, but is no wider than most. */
struct flow flow_of_page(const struct layout *layout);
struct flow flow_of_span(const struct layout *layout, unit most);
/* The same narrower at its start and end edges, but never narrower than so many ems: deep nesting
 * leaves a column that still holds words. */
#define FLOW_LEAST_EMS 3
struct flow flow_inset(const struct flow *flow, unit start, unit end);
/* The same in the direction of a node. */
struct flow flow_turn(struct layout *layout, const struct flow *flow, const struct node *node);
/* The same for what stands apart from the text: ragged, with low headings. */
struct flow flow_aside(const struct flow *flow, const struct style_text *text, unit gap);

/* The left edge of what is so wide and starts so far from the start edge of the flow. */
unit flow_x(const struct flow *flow, unit offset, unit width);

/* How far below the top of a line its capitals begin. */
unit flow_cap_top(const struct style_text *text);

/* The parameters of a ragged paragraph of its own look in a flow. */
struct par_params flow_params(const struct flow *flow, const struct style_text *text);
