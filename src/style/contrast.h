/* Whether words can be read on the grounds that a theme's colours make. Only style/ includes it. */
#pragma once

#include "base/diag.h"
#include "doc/meta.h"
#include "style/looks.h"

/* theme-contrast for the first text of the callouts that its ground hides, at the theme's colour
 * that the settings name last; tokens_read has seen to each colour on white. The callouts have the
 * darkest grounds of a leaflet. */
void contrast_check(const struct style_text *body, const struct style_callout *looks,
                    const struct meta *meta, const struct meta_pairs *over,
                    struct diag_list *diags);
