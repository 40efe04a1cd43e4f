/* How callouts look, by kind. Only style/ includes it. */
#pragma once

#include "style/looks.h"
#include "style/tokens.h"

/* The looks of all kinds from the theme's colours and the text of the body. */
void callouts_make(const struct style_text *body, const struct tokens *tokens,
                   struct style_callout looks[CALLOUT_KIND_COUNT]);
