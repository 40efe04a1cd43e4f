/* The style sheet of the EPUB. Layers 3 and up. */
#pragma once

#include "base/buf.h"
#include "style/style.h"

/* Appends the style sheet that goes with the tokens the style was made from. */
void style_css(const struct style *style, struct buf *out);
