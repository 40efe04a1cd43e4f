/* Whether words can be read on the grounds that a theme's colours make. Only style/ includes it. */
#pragma once

#include "style/looks.h"
#include "style/tokens.h"

/* theme-contrast for the first text of callouts and code that its ground hides, at the theme's
 * colour that the settings name last; tokens_read has seen to each colour on white. These have the
 * darkest grounds of a leaflet. */
void contrast_check(const struct style_text *body, const struct style_callout *looks,
                    const struct tokens *tokens, struct diag_list *diags);
