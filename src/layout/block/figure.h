/* Figures: pictures and QR codes, made to fit the measure and the page. Only block/ includes it. */
#pragma once

#include "layout/block/flow.h"
#include "layout/par/par.h"
#include "layout/page/galley.h"

void block_set_figure(struct galley *galley, const struct node *figure, const struct flow *flow);

/* A picture or QR code fitted into width x height (never enlarged beyond its wanted size): its
 * items at 0,0 and its size. No items for a picture that could not be read. */
struct fitted_picture {
    const struct frame_item *items;
    uint32_t count;
    unit width, height;
};
struct fitted_picture figure_fit(struct galley *galley, const struct node *figure, unit width,
                                 unit height);

/* The same in the natural size that print has, or in the size that its writer wants: percentages
 * are of the flow's measure, also where it stands in a column. */
struct fitted_picture figure_fit_print(struct galley *galley, const struct node *figure,
                                       const struct flow *flow, unit width, unit height);
/* Only that size; false: there is no picture. */
bool figure_size_print(const struct node *figure, const struct flow *flow, unit width, unit height,
                       unit *w, unit *h);
/* By how much a picture may be made smaller: not one of a size that its writer wants, nor a code
 * that telephones read. */
unit figure_give(const struct node *figure, const struct fitted_picture *picture);

/* The caption of a figure in a column; no lines: it has none. */
struct par figure_caption(struct galley *galley, const struct node *figure,
                          const struct flow *column);
