/* How dense a leaflet is set, so that it fits on its paper: whole layouts in settings from a short
 * ladder, roomiest first. Only layout/ includes it. */
#pragma once

#include "layout/par/context.h"

struct fit_subject {
    const struct doc *doc;
    const struct style *style;
    const struct layout_tools *tools;
    struct par_memory *memory; /* of the leaflet, for all attempts */
};

/* On doc->meta.fit.pages pages: the roomiest setting of 12 to 14 points (or of the theme's size)
 * that fits, each tried in one column and, where the page is wide enough, in two. If none does, the
 * densest in the columns that come nearer to it, and pages-too-few says by how much. */
struct frames *fit_pages(const struct fit_subject *subject, struct diag_list *diags);

/* In the style as it is; a little denser where that saves a last page that would hold little. */
struct frames *fit_freely(const struct fit_subject *subject, struct diag_list *diags);
